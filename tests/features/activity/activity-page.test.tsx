// @vitest-environment happy-dom
/** The page of what was done: filtered by what and by key, linked where the key is still there, kept as long as the person wants. */
import { beforeEach, expect, test } from 'vitest'
import type { ActivityEntry } from '../../../src/features/activity/core/activity.ts'
import { activityAsCsv, activityAsJson } from '../../../src/features/activity/core/activity-words.ts'
import ActivityPage from '../../../src/features/activity/screen/activity-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

await followItems(['rows'])

const entries: ActivityEntry[] = [
  { at: 5, act: 'copied', key: 'mine', label: 'Former name' },
  { at: 4, act: 'deletedThere', key: 'mine', label: 'key_123' },
  { at: 3, act: 'deleted', key: 'gone', label: 'Old bot' },
  { at: 2, act: 'imported', count: 60 },
  { at: 1, act: 'unlocked' },
]
const bySync: ActivityEntry = { at: 6, act: 'synced', count: 2, label: 'work laptop, old laptop' }
const lines = () =>
  [...document.querySelectorAll('tbody tr')].map(row =>
    [...row.querySelectorAll('td')].map(cell => cell.textContent),
  )
const text = () => document.body.textContent ?? ''
const choose = (label: string, value: string) =>
  settled(() => {
    const select = [...document.querySelectorAll('select')].find(one =>
      (one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? '').startsWith(label),
    )
    if (!select) throw new Error(`There is no choice “${label}”.`)
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

let known = entries
beforeEach(async () => {
  known = entries
  worker.sent.length = 0
  worker.answer = name => (name === 'screen.activity' ? { ok: true, days: 90, entries: known } : { ok: true })
  await session.set({ rows: [{ id: 'mine', provider: 'openai', label: 'My bot', createdAt: 1 }] })
  await show(<ActivityPage rest={[]} />)
})

test('each line says what was done and with which key, by the name it had then and the one it has now; one that is here is a link', async () => {
  await until(() =>
    expect(lines()).toEqual([
      ['Key copied', 'Former name (now “My bot”)'],
      ['Deletion accepted by the provider', 'key_123'],
      ['Key deleted here', 'Old bot'],
      ['Keys imported', '60 keys'],
      ['Vault unlocked', ''],
    ]),
  )
  expect([...document.querySelectorAll('tbody a')].map(link => link.getAttribute('href'))).toEqual([
    '#keys/mine',
  ])
})

test('what came by sync says from which computers, on the page and in the file, and is found by their names', async () => {
  known = [bySync, ...entries]
  await show(<ActivityPage rest={[]} />)
  await until(() =>
    expect(lines()[0]).toEqual(['Keys changed by sync', '2 keys, from work laptop, old laptop']),
  )
  expect(activityAsCsv([bySync], ({ label }) => label ?? '')).toContain('synced,"work laptop, old laptop",,2')
  await type(document.querySelector<HTMLInputElement>('input[type="search"]') ?? expect.fail(), 'old laptop')
  await until(() => expect(lines()).toHaveLength(1))
})

test('a key is found by either name; both files hold the name that it had then, and no more than is shown', async () => {
  await until(() => expect(lines()).toHaveLength(5))
  for (const name of ['former', 'my bot']) {
    await type(document.querySelector<HTMLInputElement>('input[type="search"]') ?? expect.fail(), name)
    expect(lines()).toEqual([['Key copied', 'Former name (now “My bot”)']])
  }
  const nameOf = ({ label }: ActivityEntry) => label ?? ''
  expect(JSON.parse(activityAsJson(entries.slice(0, 1), nameOf))).toEqual([
    { time_utc: '1970-01-01T00:00:00.005Z', act: 'copied', key: 'Former name', record_id: 'mine', count: '' },
  ])
  const saved: string[] = []
  const made = URL.createObjectURL
  URL.createObjectURL = blob => {
    void (blob as Blob).text().then(text => saved.push(text))
    return 'blob:x'
  }
  for (const form of ['CSV', 'JSON']) await settled(() => button(`Save as ${form}`).click())
  await until(() => expect(saved).toHaveLength(2))
  URL.createObjectURL = made
  for (const file of saved) {
    expect(file).toContain('Former name')
    expect(file).not.toContain('Old bot')
  }
})

test('what and which key narrow it, and nothing left is said', async () => {
  await until(() => expect(lines()).toHaveLength(5))
  await choose('What', 'deleted')
  expect(lines()).toEqual([['Key deleted here', 'Old bot']])
  await type(document.querySelector<HTMLInputElement>('input[type="search"]') ?? expect.fail(), 'nobody')
  expect(lines()).toEqual([])
  expect(text()).toContain('No entry matches.')
})

test('a longer time is set at once; one that deletes entries is asked about first, with how many', {
  tags: 'slow',
}, async () => {
  await until(() => expect(lines()).toHaveLength(5))
  const set = () =>
    worker.sent.filter(({ name }) => name === 'screen.keepActivity').map(({ payload }) => payload)
  known = [
    { at: Date.now() - 40 * 86_400_000, act: 'unlocked' },
    { at: Date.now(), act: 'unlocked' },
  ]
  await show(<ActivityPage rest={[]} />)
  await until(() => expect(lines()).toHaveLength(2))
  await choose('Keep for', '400')
  expect(set()).toEqual([{ days: 400 }])
  await choose('Keep for', '30')
  expect(text()).toContain('1 entry is older than that. You cannot undo its deletion.')
  await settled(() => button('Cancel').click())
  expect(text()).not.toContain('deleted. You cannot')
  expect(set()).toHaveLength(1)
  await choose('Keep for', '0')
  expect(text()).toContain('2 entries are older than that.')
  known = []
  await settled(() => button('Delete them').click())
  expect(set().slice(1)).toEqual([{ days: 0 }])
  await until(() => expect(text()).toContain('Nothing was noted.'))
})

test('of a long list more is shown by a press', { tags: 'slow' }, async () => {
  known = Array.from({ length: 130 }, (_, at) => ({ at, act: 'tested', key: 'mine', label: '' }))
  await show(<ActivityPage rest={[]} />)
  await until(() => expect(lines()).toHaveLength(100))
  await settled(() => button('Show more').click())
  expect(lines()).toHaveLength(130)
})
