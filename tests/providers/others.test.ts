import { expect, it } from 'vitest'
import { compare } from './others.ts'
import { rows } from './table.ts'

it('on the answers of the table every other rule is wrong somewhere, and ours is not', () => {
  const [ours, ...others] = compare(rows)
  expect(ours).toMatchObject({ wrong: 0, 'cannot tell': 0, right: rows.length })
  for (const other of others) expect(other.wrong).toBeGreaterThan(0)
})
