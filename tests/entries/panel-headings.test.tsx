// @vitest-environment happy-dom
/** The side panel to who goes from heading to heading: its own name comes first, whatever waits there. */
import { expect, test, vi } from 'vitest'
import { Panel } from '../../src/entries/panel/panel.tsx'
import { followItems } from '../../src/ui/use-session.ts'
import { session } from '../fake-browser.ts'
import { show, until } from '../in-dom.ts'

vi.stubGlobal('fetch', async () => Response.json([]))
await followItems(['vault', 'rows', 'pending', 'checks', 'tour'])

const at = Date.now()
const refused = { key: 'rejected', use: 'unknown', cause: 'invalid_key', says: '', at, since: at } as const
const bot = { id: 'k1', provider: 'openai', label: 'Bot', lastFour: '0000', createdAt: at, verdict: refused }
const headings = () => [...document.querySelectorAll('h1, h2, h3')]

test.each([
  ['a key that needs the person', { status: 'unlocked' }, [bot], 'One key needs you'],
  ['the lock', { status: 'locked' }, [], 'The vault is locked'],
])('before %s', async (_, vault, rows, title) => {
  await session.set({ vault: { inboxCount: 0, slots: [], notices: [], ...vault }, rows, tour: null })
  await show(<Panel />)
  await until(() => expect(headings()[1]?.textContent).toBe(title))
  expect(
    headings()
      .map(one => one.localName)
      .indexOf('h1'),
  ).toBe(0)
  expect(document.querySelectorAll('h1')).toHaveLength(1)
})
