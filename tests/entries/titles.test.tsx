// @vitest-environment happy-dom
/** Tabs of the dashboard, and the steps back in one, are told apart by their titles; none names a key. */
import { expect, test } from 'vitest'
import { Side } from '../../src/entries/dashboard/side-bar.tsx'
import { followItems } from '../../src/ui/use-session.ts'
import { show } from '../in-dom.ts'

await followItems(['vault'])

test.each([
  ['keys', 'Keys · Keyway'],
  ['usage', 'Cost · Keyway'],
  ['about', 'About · Keyway'],
  ['nowhere', 'Keyway dashboard'],
])('%s: %s', async (page, title) => {
  await show(<Side current={page} />)
  expect(document.title).toBe(title)
})
