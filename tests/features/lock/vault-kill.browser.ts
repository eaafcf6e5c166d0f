import { expect, test } from 'vitest'
import { killRounds } from '../../vault/kill.ts'

test('five times the browser is killed in the middle of its work: nothing acknowledged is lost', async () => {
  const { acknowledged } = await killRounds(5, 20261121)
  expect(acknowledged).toBeGreaterThan(0)
})
