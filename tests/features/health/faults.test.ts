import { expect, it } from 'vitest'
import { runFaults } from './faults.ts'

it('300 checks against a provider that fails in every way: none rejected falsely, none lost, none elsewhere', {
  tags: 'slow',
}, async () => {
  const report = await runFaults({ seed: 6, checks: 300 })
  expect(report.falseRejected).toEqual([])
  expect(report.falseAccepted).toEqual([])
  expect([report.lost, report.strangers, report.leaks]).toEqual([0, 0, 0])
  expect(Object.values(report.verdicts).reduce((sum, n) => sum + n, 0)).toBe(300)
  expect(Object.keys(report.verdicts).length).toBeGreaterThan(7)
})
