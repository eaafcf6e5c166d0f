// @vitest-environment happy-dom
/** One key's page, as a person works with it: what its head offers, where old links lead, and what is edited where it stands. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import KeysPage from '../../../src/features/keys/screen/keys-page.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { partsOf, useRoute } from '../../../src/ui/route.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

// What no document has: the browser's own side panel, and the data base that remembers folders.
vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
vi.mock('../../../src/platform/folders.ts', () => ({
  foldersOf: async () => [],
  recipientsFor: async () => undefined,
}))

await followItems(['vault', 'rows', 'copy', 'checks'])

const at = Date.now() - 60_000
const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'W9fI',
  environment: 'Production',
  createdAt: at,
  verdict: { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at },
}
const rejected: KeyRow = {
  ...row,
  verdict: {
    key: 'rejected',
    use: 'unknown',
    cause: 'invalid_key',
    says: 'No such key.',
    at,
    since: at - 9e6,
  },
}

const text = () => document.body.textContent ?? ''
const sent = (name: string) => worker.sent.filter(one => one.name === name).map(({ payload }) => payload)
const menu = async (label: string) => {
  const opener = document.querySelector<HTMLElement>(`button[aria-label="${label}"]`)
  const list = document.getElementById(opener?.getAttribute('popovertarget') ?? '')
  await settled(() => list?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })))
  return [...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
}
const namesOf = (items: HTMLElement[]) => items.map(item => item.textContent)

async function open(address: string, key: KeyRow = row): Promise<void> {
  await session.set({ rows: [key] })
  await show(<KeysPage rest={partsOf(address).slice(1)} />)
  await until(() => expect(document.querySelector('.key-header h1')?.textContent).toBe('Bot'))
}

beforeEach(async () => {
  worker.sent.length = 0
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true
  })
  HTMLElement.prototype.hidePopover = vi.fn()
  await session.set({
    vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] },
    checks: { running: [] },
    copy: null,
  })
})

describe('the head', () => {
  test('copies in any form, tests, rotates; the rest is behind “More”', { tags: 'slow' }, async () => {
    await open('#keys/k1')
    await settled(() => button('Copy').click())
    expect(sent('screen.copy')).toEqual([{ id: 'k1' }])
    const forms = await menu('Copy as')
    await settled(() => forms.find(item => /\.env/.test(item.textContent))?.click())
    expect(sent('screen.copy').at(-1)).toEqual({ id: 'k1', format: 'env' })
    await settled(() => button('Test').click())
    expect(sent('screen.test')).toEqual([{ id: 'k1' }])
    await settled(() => button('Rotate').click())
    expect(sent('screen.startGuide')).toEqual([{ guide: 'rotate-key', keyId: 'k1' }])
    const more = await menu('More for Bot')
    expect(namesOf(more)).toEqual(['Edit', 'Confirm it is revoked', 'Start a replacement…', 'Delete…'])
    await settled(() => more[1]?.click())
    expect(sent('screen.proveDead')).toEqual([{ id: 'k1' }])
  })

  test('facts stand in the order in which the form asks for them', { tags: 'slow' }, async () => {
    await open('#keys/k1')
    const facts = [...document.querySelectorAll('.facts div')]
      .filter(one => one.querySelector('.fact-edit'))
      .map(one => one.querySelector('dt')?.textContent)
    await open('#keys/k1/edit')
    const fields = [...document.querySelectorAll('form [data-field]')]
    const asked = fields.map(field => field.closest('label')?.querySelector('span')?.textContent)
    expect(asked.length).toBeGreaterThan(7)
    expect(facts).toEqual(asked.filter(name => name !== 'Name'))
  })

  test('“just now” grows old on a page that is left open', { tags: 'slow' }, async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    try {
      const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', since: at } as const
      await open('#keys/k1', { ...row, verdict: { ...verdict, at: Date.now() }, lastCopiedAt: Date.now() })
      expect(text()).toContain('checked just now')
      await settled(() => vi.advanceTimersByTime(5 * 60_000))
      expect(text()).toContain('checked 5 min ago')
      expect(text()).toContain('Copied last5 min ago')
    } finally {
      vi.useRealTimers()
    }
  })

  test('a save writes what was changed in the form, and not over what another window changed meanwhile', async () => {
    await open('#keys/k1/edit', { ...row, project: 'Shop' })
    const field = (name: string) => document.querySelector(`[data-field="${name}"]`) as HTMLInputElement
    await settled(() => session.set({ rows: [{ ...row, label: 'Renamed elsewhere', project: 'Shop' }] }))
    await type(field('environment'), 'Staging')
    await type(field('project'), '')
    await settled(() => button('Save').click())
    expect(sent('screen.edit')).toEqual([{ id: 'k1', about: { environment: 'Staging', project: '' } }])
  })

  test('the copy says which key it copies to who cannot see the page', async () => {
    await open('#keys/k1')
    expect(button('Copy').getAttribute('aria-label')).toBe('Copy: Bot')
    await settled(() => session.set({ copy: { keyId: 'k1', clearAt: Date.now() + 30_000 } }))
    expect(button('Copied').getAttribute('aria-label')).toBe('Copied: Bot')
  })

  test('what is done most with a key that works is to copy it; with one that is refused, to rotate it', {
    tags: 'slow',
  }, async () => {
    const isMain = (name: string) => button(name).classList.contains('main')
    await open('#keys/k1')
    expect([isMain('Copy'), isMain('Rotate')]).toEqual([true, false])
    await open('#keys/k1', rejected)
    expect([isMain('Copy'), isMain('Rotate')]).toEqual([false, true])
  })

  test('a rejected key is copied only after the question, in the form that was chosen', async () => {
    await open('#keys/k1', rejected)
    await settled(() => button('Copy').click())
    expect(text()).toContain('This key is rejected. Copy anyway?')
    expect(sent('screen.copy')).toEqual([])
    await settled(() => button('Cancel').click())
    expect(text()).not.toContain('Copy anyway?')
    const [, , bash] = await menu('Copy as')
    await settled(() => bash?.click())
    await settled(() => button('Copy anyway').click())
    expect(sent('screen.copy')).toEqual([{ id: 'k1', format: 'bash' }])
    expect(text()).not.toContain('Copy anyway?')
  })

  test('a key that is confirmed as revoked is not asked about again; one that never was refused says so', {
    tags: 'slow',
  }, async () => {
    await session.set({ checks: { running: [], dead: { k1: { since: at, tries: 2, deadAt: at } } } })
    await open('#keys/k1')
    expect(text()).toContain('Confirmed: OpenAI has refused this key since')
    expect(namesOf(await menu('More for Bot'))).toEqual(['Edit', 'Delete…'])
    await settled(() =>
      session.set({ checks: { running: [], dead: { k1: { since: at, tries: 9, gaveUpAt: at } } } }),
    )
    expect(text()).toContain('OpenAI has not refused this key in 9 checks')
    await settled(() => button('Confirm it is revoked').click())
    expect(sent('screen.proveDead')).toEqual([{ id: 'k1' }])
  })

  test('a server on this computer has nothing to rotate or to revoke', async () => {
    await open('#keys/k1', { ...row, provider: 'ollama', baseUrl: 'http://localhost:11434/v1' })
    expect(() => button('Rotate')).toThrow()
    expect(namesOf(await menu('More for Bot'))).toEqual(['Edit', 'Delete…'])
  })
})

describe('a key of another service', () => {
  const other: KeyRow = {
    ...row,
    provider: 'other',
    service: 'Hugging Face',
    webPage: 'https://huggingface.co/settings/tokens',
    variable: 'HF_TOKEN',
  }
  const { verdict: _, ...kept } = other

  test('is said to be kept and not tested, leads to its own page, and offers nothing that asks', {
    tags: 'slow',
  }, async () => {
    await open('#keys/k1', kept)
    expect(text()).toContain('Keyway keeps this key. It cannot test it.')
    expect(text()).toContain('Hugging Face')
    expect(text()).not.toContain('never tested')
    expect(document.querySelector('.ladder')).toBeNull()
    for (const name of ['Test', 'Access']) expect(() => button(name)).toThrow()
    const links = [...document.querySelectorAll('a')].map(link => link.href)
    expect(links).toContain('https://huggingface.co/settings/tokens')
    expect(namesOf(await menu('More for Bot'))).toEqual(['Edit', 'Delete…'])
    await settled(() => button('Copy').click())
    expect(sent('screen.copy')).toEqual([{ id: 'k1' }])
  })

  test('shows a web page that no link may lead to as text', { tags: 'slow' }, async () => {
    await open('#keys/k1', { ...kept, webPage: 'javascript:alert(1)' })
    expect(text()).toContain('javascript:alert(1)')
    const links = [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))
    expect(links.filter(href => href?.startsWith('javascript:'))).toEqual([])
  })

  test('is edited with its service, and an address that is none is not saved', async () => {
    await open('#keys/k1/edit', kept)
    const field = (name: string) =>
      document.querySelector<HTMLInputElement>(`[data-field="${name}"]`) as HTMLInputElement
    await type(field('webPage'), 'http://huggingface.co')
    expect(text()).toContain('begins with https://')
    await settled(() => button('Save').click())
    expect(sent('screen.edit')).toEqual([])
    await type(field('webPage'), 'https://hf.co')
    await type(field('service'), 'HF')
    await settled(() => button('Save').click())
    expect(sent('screen.edit')).toMatchObject([{ about: { service: 'HF', webPage: 'https://hf.co' } }])
  })
})

/** As in the dashboard, where a change of the address draws nothing anew that could stay. */
function Screen() {
  return <KeysPage rest={useRoute().slice(1)} />
}

test('a test that still runs for one key does not take the press for the next', {
  tags: 'slow',
}, async () => {
  worker.answer = (name, payload) =>
    name === 'screen.test' && (payload as { id: string }).id === 'k1' ? new Promise(() => {}) : { ok: true }
  await session.set({ rows: [row, { ...row, id: 'k2', label: 'Spare' }] })
  location.hash = '#keys/k1'
  await show(<Screen />)
  const title = () => document.querySelector('.key-header h1')?.textContent
  await until(() => expect(title()).toBe('Bot'))
  await settled(() => button('Test').click())
  await settled(() => {
    location.hash = '#keys/k2'
  })
  await until(() => expect(title()).toBe('Spare'))
  await settled(() => button('Test').click())
  expect(sent('screen.test')).toEqual([{ id: 'k1' }, { id: 'k2' }])
})

describe('the tabs', () => {
  test.each([
    ['#keys/k1', 'Overview', 'Details'],
    ['#keys/k1/edit', 'Overview', 'May be copied freely'],
    ['#keys/k1/use', 'Use', 'See which models it may use'],
    ['#keys/k1/project', 'Use', 'Pick the folder'],
    ['#keys/k1/access', 'Access', 'Permissions'],
    ['#keys/k1/may', 'Access', 'Permissions'],
    ['#keys/k1/activity', 'Activity', 'first check'],
    ['#keys/k1/history', 'Activity', 'first check'],
    ['#keys/k1/nonsense', 'Overview', 'Details'],
  ])('%s is on %s', async (address, tab, sign) => {
    worker.answer = name => (name === 'screen.history' ? { ok: true, entries: [] } : { ok: true })
    await open(address)
    await until(() => expect(text()).toContain(sign))
    expect(document.querySelector('.tab[aria-current]')?.textContent).toBe(tab)
  })

  test('“Try it” asks for the models at once: nothing has to be pressed before the prompt', async () => {
    worker.answer = name =>
      name === 'screen.models' ? { ok: true, models: [{ id: 'gpt-5-nano' }] } : { ok: true }
    await open('#keys/k1/call')
    await until(() => expect(text()).toContain('This call costs at most'))
    expect(document.querySelector('select')?.value).toBe('gpt-5-nano')
    expect(document.querySelector<HTMLTextAreaElement>('textarea')?.value).not.toBe('')
  })
})

describe('what is noted about the key', () => {
  test('a press on a fact opens its field in place; saving shows the facts again', async () => {
    location.hash = '#keys/k1'
    await open('#keys/k1')
    await settled(() => button('ProductionEdit Environment').click())
    expect(location.hash).toBe('#keys/k1/edit/environment')
    await open(location.hash)
    const field = document.activeElement as HTMLInputElement
    expect(field.dataset.field).toBe('environment')
    await type(field, 'Staging')
    await settled(() => button('Save').click())
    expect(sent('screen.edit')).toMatchObject([{ id: 'k1', about: { environment: 'Staging' } }])
    expect(location.hash).toBe('#keys/k1')
  })

  test('who leaves while it is saved is not brought back', async () => {
    let save = (_: unknown) => {}
    worker.answer = name => (name === 'screen.edit' ? new Promise(done => (save = done)) : { ok: true })
    location.hash = '#keys/k1/edit/environment'
    await open(location.hash)
    await type(document.activeElement as HTMLInputElement, 'Staging')
    await settled(() => button('Save').click())
    location.hash = '#settings'
    await settled(() => save({ ok: true }))
    expect(location.hash).toBe('#settings')
    worker.answer = () => ({ ok: true })
  })

  test('what is not noted yet can be added', async () => {
    location.hash = '#keys/k1'
    await open('#keys/k1')
    await settled(() => button('AddExpires').click())
    expect(location.hash).toBe('#keys/k1/edit/expiresAt')
  })
})

const whenChecked = () => document.querySelector('[data-keyway="when-checked"]')?.textContent
const vault = (more: object) => session.set({ vault: { status: 'unlocked', inboxCount: 0, ...more } })

describe('when it is checked by itself, or why not', () => {
  test.each<[string, object, Partial<KeyRow>, object, RegExp]>([
    ['locked means locked', { watchesWhileLocked: false }, {}, {}, /Checked only while the vault is open/],
    ['until the browser closes', { watchesWhileLocked: true }, {}, {}, /until you unlock/],
    ['from the start', { watchesWhileLocked: true, watchesFromStart: true }, {}, {}, /browser’s start on/],
    ['switched off for it', {}, { checkEveryMinutes: 0 }, {}, /automatic checks are off/],
    ['the place is not served', {}, {}, { stopped: { openai: at } }, /OpenAI does not serve the place/],
  ])('%s', async (_, chosen, more, checks, words) => {
    await vault(chosen)
    await session.set({ checks: { running: [], ...checks } })
    await open('#keys/k1', { ...row, ...more })
    expect(whenChecked()).toMatch(words)
  })

  test('of a key that is only kept nothing is said', async () => {
    const { verdict: _, ...kept } = row
    await open('#keys/k1', { ...kept, provider: 'other' })
    expect(whenChecked()).toBeUndefined()
  })
})
