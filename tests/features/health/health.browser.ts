import { expect, test } from 'vitest'
import { sweep } from './health-sweep.ts'

test('the worker is killed ten times during a sweep of 100 keys: every key is checked, none twice by more than one', async () => {
  const { checked, most, wrong } = await sweep({ keys: 100, kills: 10, seed: 6 })
  expect(wrong).toEqual([])
  expect(checked).toBe(100)
  expect(most).toBeLessThanOrEqual(2)
})
