import { expect, test } from 'vitest'
import { killRounds } from '../../vault/kill.ts'

test('three times the browser is killed in the middle of its work: nothing acknowledged is lost', async () => {
  const { acknowledged } = await killRounds(3, 20261121)
  expect(acknowledged).toBeGreaterThan(0)
})
