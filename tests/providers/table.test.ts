import { describe, expect, it } from 'vitest'
import { outcomes } from '../../src/providers/answers/causes.ts'
import { readAnswer } from '../../src/providers/index.ts'
import { rows } from './table.ts'

describe('every known answer gets the verdict it deserves', () => {
  it.each(
    rows.map(row => [`${row.provider} ${row.probe}: ${row.name} (${row.answer.status})`, row] as const),
  )('%s', (_name, row) => {
    const { key, use, cause, says } = readAnswer(row.provider, row.probe, row.answer)
    const expected = { cause: row.cause, key: row.key, ...(row.use && { use: row.use }) }
    expect({ cause, key, ...(row.use && { use }) }).toEqual(expected)
    if (key === row.key && !row.use && outcomes[cause].key === key && cause !== 'ok')
      expect(use).toBe(outcomes[cause].use)
    expect(says).not.toMatch(/\*{2,}|WXYZ|AIza|Toxic|94f6/)
  })
  it('there are at least 150 of them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150)
  })
})
