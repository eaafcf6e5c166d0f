// @vitest-environment happy-dom
/** A spare key is marked for another one, and offered in its place on the day that one fails: as it stands, and never by itself. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { checkUp } from '../../../src/features/health/core/checkup.ts'
import { filterKeys, noFilter } from '../../../src/features/keys/core/filter.ts'
import {
  canStandBy,
  type StandbyState,
  standbysOf,
  standsByFor,
} from '../../../src/features/keys/core/standby.ts'
import KeysPage from '../../../src/features/keys/screen/keys-page.tsx'
import KeyDetails from '../../../src/features/keys/screen/popup/details.tsx'
import { List } from '../../../src/features/keys/screen/popup/key-list.tsx'
import type { KeyRow, VerdictSeen } from '../../../src/protocol/published.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import type { Cause } from '../../../src/providers/verdict.ts'
import { partsOf } from '../../../src/ui/route.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

type Files = Map<string, Uint8Array>
type Known = { folder: FileSystemDirectoryHandle; at: number; form?: string }
const known = vi.hoisted(() => new Map<string, Known[]>())
vi.mock('../../../src/platform/folders.ts', () => ({
  foldersOf: async (id: string) => known.get(id) ?? [],
  recipientsFor: async () => undefined,
  rememberFolder: async (id: string, folder: FileSystemDirectoryHandle) =>
    void known.set(id, [...(known.get(id) ?? []), { folder, at: Date.now() + 1 }]),
}))
vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })

await followItems(['vault', 'rows', 'copy', 'checks'])

const hour = 3_600_000
const now = Date.now()
const secret = 'sk-proj-AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7T3BlbkFJ'
const verdict = (cause: Cause, at: number, patch: Partial<VerdictSeen> = {}): VerdictSeen => ({
  ...outcomes[cause],
  cause,
  says: '',
  at,
  since: at,
  ...patch,
})
const works = (at: number) => verdict('ok', at, { use: 'ready' })
const first: KeyRow = {
  id: 'first',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'W9fI',
  createdAt: now - 90 * 24 * hour,
  lastCopiedAt: now - 80 * 24 * hour,
}
const spare: KeyRow = { ...first, id: 'spare', label: 'Bot spare', lastFour: 'lkFJ', standbyFor: 'first' }
const { lastCopiedAt: _, ...neverUsed } = spare

const text = () => document.body.textContent ?? ''
const sent = (name: string) => worker.sent.filter(one => one.name === name).map(({ payload }) => payload)

/** A folder as a picker gives it, in memory. */
function folder(name: string, content: Record<string, string>, permission = 'granted') {
  const files: Files = new Map(
    Object.entries(content).map(([file, words]) => [file, new TextEncoder().encode(words)]),
  )
  const handle = {
    name,
    requestPermission: async () => permission,
    isSameEntry: async (other: unknown) => other === handle,
    getDirectoryHandle: async () => {
      throw new DOMException('', 'NotFoundError')
    },
    getFileHandle: async (file: string, { create = false } = {}) => {
      if (!create && !files.has(file)) throw new DOMException('', 'NotFoundError')
      return {
        getFile: async () => ({ arrayBuffer: async () => files.get(file)?.slice().buffer }),
        createWritable: async () => ({
          write: async (bytes: Uint8Array) => void files.set(file, bytes),
          close: async () => undefined,
        }),
      }
    },
  }
  return {
    handle: handle as unknown as FileSystemDirectoryHandle,
    read: (file: string) => new TextDecoder().decode(files.get(file)),
  }
}

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = name => (name === 'screen.pull' ? { ok: true, secret } : { ok: true })
  known.clear()
  HTMLDialogElement.prototype.showModal = vi.fn()
  HTMLElement.prototype.hidePopover = vi.fn()
  await session.set({
    vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] },
    checks: { running: [] },
    copy: null,
  })
})

describe('how ready it is', () => {
  const failedAt = now - hour
  test.each<[string, Cause | null, VerdictSeen | undefined, StandbyState]>([
    ['the other works', null, works(now - 9 * hour), 'ready'],
    ['never tested', 'invalid_key', undefined, 'untested'],
    ['a test that told nothing', 'invalid_key', verdict('network', now), 'untested'],
    [
      'made a moment ago, and not active yet',
      'invalid_key',
      verdict('invalid_key', now, { retryAt: now + 9 }),
      'untested',
    ],
    ['revoked too', 'invalid_key', verdict('invalid_key', now), 'broken'],
    ['without credit too', 'no_credit', verdict('no_credit', now), 'broken'],
    ['tested hours before the other was revoked', 'invalid_key', works(failedAt - 9 * hour), 'ready'],
    ['tested days before the other was revoked', 'invalid_key', works(failedAt - 99 * hour), 'unproven'],
    ['tested since the other has no credit', 'no_credit', works(failedAt + 1), 'ready'],
    ['tested before the other had no credit', 'no_credit', works(failedAt - 1), 'unproven'],
    ['tested before the account was closed', 'account_deactivated', works(failedAt - 1), 'unproven'],
    ['its credit not known, and credit is what the other lacks', 'no_credit', verdict('ok', now), 'unproven'],
    ['its credit not known, and the other is revoked', 'invalid_key', verdict('ok', now), 'ready'],
    ['restricted, and the other is revoked', 'invalid_key', verdict('missing_scope', now), 'ready'],
  ])('%s', (_, cause, seen, state) => {
    const broken = { ...first, verdict: cause ? verdict(cause, now, { since: failedAt }) : works(now) }
    const rows = [broken, { ...spare, ...(seen && { verdict: seen }) }]
    expect(standbysOf(broken, rows).map(one => one.state)).toEqual([state])
  })

  test('of several the readiest comes first', () => {
    const broken = { ...first, verdict: verdict('invalid_key', now) }
    const rows = [broken, { ...spare, id: 'a' }, { ...spare, id: 'b', verdict: works(now) }]
    expect(standbysOf(broken, rows).map(({ row }) => row.id)).toEqual(['b', 'a'])
  })

  test('what is stored is not believed: another provider’s key, itself, or one that is gone stands by for nothing', () => {
    const other: KeyRow = { ...spare, provider: 'anthropic' }
    expect(standbysOf(first, [first, other])).toEqual([])
    expect(standsByFor(other, [first, other])).toBeUndefined()
    const itself = { ...first, standbyFor: first.id }
    expect(standbysOf(itself, [itself])).toEqual([])
    expect(standsByFor(spare, [spare])).toBeUndefined()
    expect(standsByFor({ ...spare, standbyFor: 'constructor' }, [first])).toBeUndefined()
    // What Keyway cannot test is never said to be ready.
    expect(canStandBy({ ...first, provider: 'other' }, { ...spare, provider: 'other' })).toBe(false)
  })
})

describe('the page of the key that fails', () => {
  const open = async (rows: KeyRow[], address = '#keys/first') => {
    await session.set({ rows })
    await show(<KeysPage rest={partsOf(address).slice(1)} />)
    await until(() => expect(document.querySelector('.key-header h1')?.textContent).toBe('Bot'))
  }
  const failed = { ...first, verdict: verdict('invalid_key', now, { since: now - hour }) }
  const ready = { ...spare, verdict: works(now - 60_000) }
  const line = () => document.querySelector<HTMLElement>('[data-keyway="standby"]')

  test('says that a standby is ready; one press copies that one', async () => {
    await open([failed, ready])
    await until(() => expect(text()).toContain('A standby is ready: Bot spare. Works, checked 1 min ago.'))
    await settled(() => line()?.querySelector<HTMLElement>('[data-keyway="copy"]')?.click())
    expect(sent('screen.copy')).toEqual([{ id: 'spare' }])
    expect(sent('screen.pull')).toEqual([])
  })

  test('says nothing of it while the key works, but as a fact', async () => {
    await open([{ ...first, verdict: works(now) }, ready])
    expect(line()).toBeNull()
    expect(text()).toContain('StandbyBot spare: ready')
  })

  test.each<[string, VerdictSeen | undefined, RegExp, boolean]>([
    ['revoked', verdict('invalid_key', now), /The standby Bot spare does not work either: Rejected\./, false],
    ['untested', undefined, /Bot spare is a standby, but no test has shown that it works/, true],
    ['tested long ago', works(now - 99 * hour), /Bot spare worked 4 days ago, before this key failed/, true],
  ])('one that is %s is said to be that', async (_, seen, says, isTested) => {
    await open([failed, { ...spare, ...(seen && { verdict: seen }) }])
    await until(() => expect(text()).toMatch(says))
    expect(text()).not.toContain('A standby is ready')
    const test = line()?.querySelector<HTMLElement>('[data-keyway="test"]')
    expect(test !== null).toBe(isTested)
    await settled(() => test?.click())
    expect(sent('screen.test')).toEqual(isTested ? [{ id: 'spare' }] : [])
  })

  test('one press puts it into every project that the other was put into, and says where', {
    tags: 'slow',
  }, async () => {
    const shop = folder('shop', { '.env': 'A=1\nOPENAI_API_KEY=sk-proj-oldW9fI\n', '.gitignore': '.env\n' })
    const blog = folder('blog', { '.env': 'OPENAI_API_KEY="sk-proj-oldW9fI"\n', '.gitignore': '.env\n' })
    known.set(
      'first',
      [shop, blog].map(({ handle }) => ({ folder: handle, at: now - hour })),
    )
    await open([failed, ready])
    await until(() => button('Put it in 2 projects'))
    expect(shop.read('.env')).toContain('W9fI')
    await settled(() => button('Put it in 2 projects').click())
    await until(() => expect(text()).toContain('Done: shop/.env, blog/.env.'))
    expect(shop.read('.env')).toBe(`A=1\nOPENAI_API_KEY=${secret}\n`)
    expect(blog.read('.env')).toContain(secret)
    expect(sent('screen.edit').at(-1)).toEqual({
      id: 'spare',
      about: { usedIn: ['shop/.env', 'blog/.env'] },
    })
    expect(text()).not.toContain('Put it in 2')
    expect(text()).not.toContain(secret.slice(12))
  })

  test.each<[string, ReturnType<typeof folder>, RegExp]>([
    [
      'holds a key that Keyway does not know',
      folder('shop', { '.env': 'OPENAI_API_KEY=sk-proj-another\n', '.gitignore': '.env\n' }),
      /“shop” has changed/,
    ],
    [
      'has no such line any more',
      folder('shop', { '.env': 'A=1\n', '.gitignore': '.env\n' }),
      /“shop” has changed/,
    ],
    [
      'is no longer ignored by git',
      folder('shop', { '.env': 'OPENAI_API_KEY=oldW9fI\n' }),
      /“shop” has changed/,
    ],
    [
      'is not opened by the browser',
      folder('shop', { '.env': 'OPENAI_API_KEY=oldW9fI\n', '.gitignore': '.env\n' }, 'denied'),
      /The browser did not open “shop”/,
    ],
  ])('a project that %s is left as it is, and can be reviewed', async (_, project, says) => {
    const before = project.read('.env')
    known.set('first', [{ folder: project.handle, at: now - hour }])
    await open([failed, ready])
    await until(() => button('Put it in “shop”'))
    await settled(() => button('Put it in “shop”').click())
    await until(() => expect(text()).toMatch(says))
    expect(project.read('.env')).toBe(before)
    expect(text()).not.toContain('Done')
    const review = [...document.querySelectorAll('a')].find(link => link.textContent === 'Review')
    expect(review?.getAttribute('href')).toBe('#keys/spare/project')
  })

  test('is marked in the form, for a key of the same provider, and the mark is taken away there', async () => {
    const stranger: KeyRow = { ...first, id: 'x', provider: 'anthropic', label: 'Claude' }
    await open([{ ...first, standbyFor: 'spare' }, neverUsed, stranger], '#keys/first/edit/standbyFor')
    const field = document.activeElement as HTMLSelectElement
    expect(field.dataset.field).toBe('standbyFor')
    expect([...field.options].map(({ text }) => text)).toEqual(['No other key', 'Bot spare (…lkFJ)'])
    expect(field.value).toBe('spare')
    await settled(() => {
      field.value = ''
      field.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settled(() => button('Save').click())
    expect(sent('screen.edit')).toMatchObject([{ id: 'first', about: { standbyFor: null } }])
  })
})

describe('the popup', () => {
  const failed = { ...first, verdict: verdict('no_credit', now, { since: now - hour }) }

  test.each([
    ['is ready', works(now), true],
    ['has no credit either', verdict('no_credit', now), false],
  ])('says on the row whether one %s', async (_, seen, isReady) => {
    const rows = [failed, { ...spare, verdict: seen }]
    await session.set({ rows })
    await show(
      <List rows={rows} filter={noFilter} onFilter={() => {}} onOpen={() => {}} cameFrom={undefined} />,
    )
    const row = (id: string) => document.querySelector(`[data-id="${id}"]`)?.textContent
    expect(row('first')?.includes('standby ready')).toBe(isReady)
    expect(row('spare')).not.toContain('standby ready')
  })

  test('offers the copy in the details, and the way to the page that can open folders', async () => {
    const row = { ...spare, verdict: works(now) }
    await session.set({ rows: [failed, row] })
    await show(<KeyDetails row={failed} part="look" onDone={() => {}} onRemoved={() => {}} />)
    expect(text()).toContain('A standby is ready: Bot spare')
    expect(button('Put it in its projects…')).toBeDefined()
    await settled(() =>
      document.querySelector<HTMLElement>('[data-keyway="standby"] [data-keyway="copy"]')?.click(),
    )
    expect(sent('screen.copy')).toEqual([{ id: 'spare' }])
  })
})

test('the check-up finds one that could not take over, and calls none unused that waits for its day', () => {
  const found = (row: KeyRow) =>
    checkUp({ status: 'unlocked', inboxCount: 0 }, [{ ...first, verdict: works(now) }, row], now)
      .filter(({ id }) => id === 'standby' || id === 'unused')
      .flatMap(({ id, keys }) => keys.map(key => `${id}: ${key.id}`))
  expect(found({ ...neverUsed, verdict: works(now) })).toEqual([])
  expect(found({ ...neverUsed, verdict: verdict('invalid_key', now) })).toEqual(['standby: spare'])
  expect(found(neverUsed)).toEqual(['standby: spare'])
  const { standbyFor: __, ...plain } = neverUsed
  expect(found({ ...plain, verdict: works(now) })).toEqual(['unused: spare'])
})

test('a search for “standby” finds it', () => {
  expect(filterKeys([first, spare], { ...noFilter, text: 'standby' })).toEqual([spare])
})
