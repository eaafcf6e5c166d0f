// @vitest-environment happy-dom
/** A key has one status, and one word for it: in the popup, in the table wide and narrow, beside the table and on its own page. */
import type { ReactNode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { noFilter } from '../../../src/features/keys/core/filter.ts'
import KeyPage from '../../../src/features/keys/screen/page/key-page.tsx'
import Details from '../../../src/features/keys/screen/popup/details.tsx'
import { List } from '../../../src/features/keys/screen/popup/key-list.tsx'
import { Inspector } from '../../../src/features/keys/screen/table/inspector.tsx'
import KeyTable from '../../../src/features/keys/screen/table/key-table.tsx'
import { covers } from '../../../src/platform/screen/granted-origins.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followGranted } from '../../../src/ui/use-granted.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { granted, session } from '../../fake-browser.ts'
import { show, until } from '../../in-dom.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
vi.stubGlobal('scrollTo', () => undefined)
vi.mock('../../../src/platform/folders.ts', () => ({ foldersOf: async () => [] }))

granted.origins.push('https://*.api.openai.com/*')
await followItems(['vault', 'rows', 'copy', 'checks'])
await followGranted()

const at = Date.now() - 60_000
const key = (id: string, more: Partial<KeyRow>): KeyRow => ({
  id,
  provider: 'openai',
  label: id,
  lastFour: 'W9fI',
  createdAt: at,
  ...more,
})
const works = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at } as const

const keys: [KeyRow, string][] = [
  [key('new', {}), 'Not tested'],
  [key('abroad', { provider: 'anthropic' }), 'Needs permission'],
  [key('regional', { baseUrl: 'https://eu.api.openai.com/v1' }), 'Not tested'],
  [key('local', { provider: 'ollama' }), 'Needs permission'],
  [key('tested', { provider: 'anthropic', verdict: works }), 'Works'],
  [key('not asked about credit', { verdict: { ...works, use: 'unknown' } }), 'Works, credit unknown'],
  [key('without credit to ask about', { kind: 'admin', verdict: { ...works, use: 'unknown' } }), 'Works'],
]

const nothing = () => undefined
const screens: [string, (row: KeyRow) => ReactNode][] = [
  [
    'the popup',
    row => <List rows={[row]} filter={noFilter} onFilter={nothing} onOpen={nothing} cameFrom={undefined} />,
  ],
  ['the popup’s details', row => <Details row={row} part="look" onDone={nothing} onRemoved={nothing} />],
  ['the table, wide and narrow', row => <KeyTable rows={[row]} isGone={false} />],
  ['beside the table', row => <Inspector row={row} isRunning={false} isCopied={false} />],
  ['its own page', row => <KeyPage row={row} part="" field={undefined} />],
]

describe.each(screens)('%s', (_, draw) => {
  test.each(keys.map(([row, word]) => [row.id, word, row] as const))('%s: %s', async (_id, word, row) => {
    await session.set({ rows: [row] })
    await show(draw(row))
    await until(() => {
      const words = [...document.querySelectorAll('[data-keyway="verdict"]')].map(one => one.textContent)
      expect(words.length).toBeGreaterThan(0)
      expect([...new Set(words)]).toEqual([word])
    })
  })
})

test('a count and a search know it by the same word', async () => {
  const rows = keys.map(([row]) => row)
  await session.set({ rows })
  await show(
    <List
      rows={rows}
      filter={{ ...noFilter, text: 'needs permission' }}
      onFilter={nothing}
      onOpen={nothing}
      cameFrom={undefined}
    />,
  )
  await until(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-keyway="key-row"]')]
    expect(shown.map(row => row.dataset.id)).toEqual(['abroad', 'local'])
  })
})

test.each([
  ['https://api.openai.com/*', 'https://api.openai.com/*', true],
  ['https://*.api.openai.com/*', 'https://eu.api.openai.com/*', true],
  ['https://*.api.openai.com/*', 'https://api.openai.com.evil.example/*', false],
  ['https://*.api.openai.com/*', 'https://notapi.openai.com/*', false],
  ['*://*/*', 'http://127.0.0.1/*', true],
  ['<all_urls>', 'https://api.x.ai/*', true],
  ['https://*/*', 'http://localhost/*', false],
  ['https://api.x.ai/*', 'https://api.groq.com/*', false],
])('the granted %s includes %s: %s', (pattern, origin, isCovered) => {
  expect(covers(pattern, origin)).toBe(isCovered)
})
