/** The running guide as the worker keeps it: through its own death, a second tab, a stop, and a key that arrives. */
import { beforeEach, describe, expect, test } from 'vitest'
import { createTourKeeper } from '../../src/background/tour-keeper.ts'
import type { Sender } from '../../src/extension/messages.ts'
import type { LocalItems, SessionItems } from '../../src/extension/storage-keys.ts'
import type { Guide } from '../../src/guides/guide.ts'
import type { TourView } from '../../src/tour/tour.ts'
import { found, keysPage, page, small } from './world.ts'

function items<T extends object>() {
  let all: Partial<T> = {}
  return {
    get: async <K extends keyof T>(key: K) => structuredClone(all[key]),
    set: async <K extends keyof T>(key: K, value: T[K]) => {
      all = { ...all, [key]: structuredClone(value) }
    },
    remove: async (...keys: (keyof T)[]) => {
      for (const key of keys) delete all[key]
    },
  }
}

let local = items<LocalItems>()
let session = items<SessionItems>()
let pushed: [number, string | null][] = []
let opened: string[] = []
let tested: string[] = []
let reads = 0
/** The tab in front of the window that has the focus. */
let active = 1

const life = () =>
  createTourKeeper({
    now: () => 5_000,
    readGuide: async id => {
      reads++
      return id === 'small' ? (JSON.parse(JSON.stringify(small)) as Guide) : null
    },
    local,
    session,
    push: (tabId, view) => void pushed.push([tabId, view?.step ?? null]),
    platformTabs: async () => [
      { tabId: 1, url: keysPage },
      { tabId: 2, url: keysPage },
    ],
    activePlatformTab: async () => ({ tabId: active, url: keysPage }),
    askForShowMe: tabId => void opened.push(`show-me ${tabId}`),
    openPanel: ({ tabId }) => void opened.push(`panel ${tabId}`),
    goTo: (tabId, url) => void opened.push(`${tabId} to ${url}`),
    openTab: url => void opened.push(`tab ${url}`),
    openScreen: name => void opened.push(name),
    test: (id, dead) => void tested.push(dead ? `${id} until it is refused` : id),
  })

const tab = (tabId: number): Sender => ({ kind: 'page', url: keysPage, tabId })
const screen: Sender = { kind: 'screen', url: 'chrome-extension://k/src/panel/panel.html' }
const view = async () => (await session.get('tour')) as TourView
const says = (facts: Partial<Parameters<typeof page>[0]>) => ({
  guide: 'small',
  step: 'any',
  facts: page(facts),
})

beforeEach(() => {
  local = items()
  session = items()
  pushed = []
  opened = []
  tested = []
  reads = 0
  active = 1
})

describe('a guide', () => {
  test('starts where the person is, and every open page learns of it', async () => {
    const keeper = life()
    expect(await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)).toEqual({ ok: true })
    expect(await view()).toMatchObject({ guide: 'small', step: 'open', state: 'waiting' })
    expect(pushed.map(([tabId]) => tabId)).toEqual(expect.arrayContaining([1, 2]))
  })

  test('that does not exist is a plain sentence', async () => {
    expect(await life().handlers['screen.startGuide']({ guide: 'nothing' }, screen)).toMatchObject({
      ok: false,
      code: 'unknown_guide',
    })
  })

  test('survives the worker’s death between any two messages', async () => {
    await life().handlers['screen.startGuide']({ guide: 'small' }, screen)
    await life().handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
    expect(await view()).toMatchObject({ step: 'open', state: 'ready', target: 'opener' })
    await life().handlers['page.facts'](
      says({ keyShown: true, anyDialog: true, elements: { reveal: found } }),
      tab(1),
    )
    expect((await view()).step).toBe('save')
    await life().captured('k1')
    expect((await view()).step).toBe('check')
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at: 6_000, since: 6_000 } as const
    await session.set('rows', [
      { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'abcd', createdAt: 1, verdict },
    ])
    await life().worldChanged()
    expect(await view()).toMatchObject({ kind: 'receipt' })
    expect(reads).toBeGreaterThan(3)
  })

  test('a second tab that comes to the front is answered with the same step, and takes over', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    active = 2
    const reply = await keeper.handlers['page.hello']({ url: keysPage }, tab(2))
    expect(reply.view).toMatchObject({ step: 'open' })
    await keeper.handlers['page.facts'](says({ elements: { opener: found } }), tab(2))
    expect(pushed.at(-1)).toEqual([2, 'open'])
  })

  test('in a second window, both in sight: only the one that the person works in is heard', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await keeper.handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
    const before = await view()
    expect(before).toMatchObject({ state: 'ready' })
    const other = says({ url: 'https://platform.openai.com/usage' })
    await keeper.handlers['page.hello']({ url: 'https://platform.openai.com/usage' }, tab(2))
    await keeper.handlers['page.facts'](other, tab(2))
    expect(await view()).toEqual(before)
    active = 2
    await keeper.handlers['page.facts'](other, tab(2))
    expect(await view()).toMatchObject({ state: 'wrong-page' })
    await keeper.handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
    expect(await view()).toMatchObject({ state: 'wrong-page' })
  })

  test('stops everywhere', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await keeper.handlers['screen.guideAct']({ act: 'stop' }, screen)
    expect(await view()).toBeNull()
    expect(await local.get('tour')).toBeUndefined()
    expect(pushed.slice(-2)).toEqual([
      [1, null],
      [2, null],
    ])
  })

  test('“do” on the last step asks about the new key', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await keeper.handlers['page.facts'](
      says({ keyShown: true, anyDialog: true, elements: { reveal: found } }),
      tab(1),
    )
    await keeper.captured('k1')
    await keeper.saved('k1')
    expect((await view()).step).toBe('check')
    await keeper.handlers['page.act']({ act: 'do' }, tab(1))
    expect(tested).toEqual(['k1'])
  })
})

describe('a page', () => {
  test('opens the panel in its press’s own turn', () => {
    const keeper = life()
    void keeper.handlers['page.act']({ act: 'start', option: 'small' }, tab(1))
    expect(opened).toEqual(['panel 1'])
  })

  test('that speaks of another guide changes nothing', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    const before = await view()
    expect(
      await keeper.handlers['page.facts']({ ...says({ keyShown: true }), guide: 'other' }, tab(1)),
    ).toMatchObject({ ok: false })
    expect(await view()).toEqual(before)
  })

  test('is offered a guide only by whom it helps, and never after “not again”', async () => {
    const keeper = life()
    expect((await keeper.handlers['page.hello']({ url: keysPage }, tab(1))).offer).toMatchObject({
      guide: 'create-key',
    })
    await session.set('vault', { status: 'locked', inboxCount: 0 })
    expect((await keeper.handlers['page.hello']({ url: keysPage }, tab(1))).offer).toBeUndefined()
    await session.set('vault', { status: 'none', inboxCount: 0 })
    await keeper.handlers['page.act']({ act: 'not-again' }, tab(1))
    expect((await keeper.handlers['page.hello']({ url: keysPage }, tab(1))).offer).toBeUndefined()
  })

  test('draws nothing once it was switched off for the site', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await keeper.handlers['page.act']({ act: 'off-for-site' }, tab(1))
    expect((await keeper.handlers['page.hello']({ url: keysPage }, tab(1))).view).toBeNull()
  })

  test('teaches a target, but only a small and plain description of one that exists', async () => {
    const keeper = life()
    await keeper.handlers['screen.startGuide']({ guide: 'small' }, screen)
    const teach = (target: string, description: Record<string, unknown>) =>
      keeper.handlers['page.showMe']({ guide: 'small', target, description }, tab(1))
    expect(await teach('nothing', { role: 'button' })).toMatchObject({ ok: false })
    expect(await teach('opener', { role: 'x'.repeat(5_000) })).toMatchObject({ ok: false })
    expect(await teach('opener', { role: 'button', names: ['Neu'] })).toEqual({ ok: true })
    expect((await view()).watch.targets.find(({ name }) => name === 'opener')?.taught).toEqual({
      role: 'button',
      names: ['Neu'],
    })
  })
})
