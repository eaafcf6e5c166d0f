/** One key in several environments is noticed by what is noted about it, and words that only look alike are not. */
import { expect, test } from 'vitest'
import { checkUp } from '../../../src/features/health/core/checkup.ts'
import { environmentsNamed } from '../../../src/features/keys/core/environments-named.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

test.each([
  [{ environment: 'Production' }, ['Production']],
  [{ environment: 'Production', usedIn: ['prod.env', 'live server'] }, ['Production']],
  [{ environment: 'Production', usedIn: ['shop/.env.staging'] }, ['Production', 'Staging']],
  [{ environment: '', usedIn: ['PROD', 'my-laptop (dev)'] }, ['Production', 'Development']],
  [{ environment: 'prod, staging, dev' }, ['Production', 'Staging', 'Development']],
  [{ environment: 'Staging', tags: ['production'] }, ['Production', 'Staging']],
  [{ environment: 'Personal', usedIn: ['product-search', 'devices', 'locale-files', 'delivery'] }, []],
  [{}, []],
])('%o: %o', (about, names) => {
  expect(environmentsNamed(about)).toEqual(names)
})

test('the check-up warns of it, and the guide is the one for a key in a project of its own', () => {
  const now = Date.now()
  const row: KeyRow = {
    id: 'k',
    provider: 'openai',
    label: 'Bot',
    lastFour: '0000',
    createdAt: now,
    environment: 'Production',
    usedIn: ['staging server'],
  }
  const found = checkUp({ status: 'unlocked', inboxCount: 0 }, [row], now)
  expect(found.find(one => one.id === 'environments')).toMatchObject({ keys: [row], guide: 'project-key' })
})
