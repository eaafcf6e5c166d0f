/** The running guide as the worker keeps it: through its own death, a second tab, a stop, and a key that arrives. */
import { beforeEach, describe, expect, test } from 'vitest'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import type { PageView } from '../../../src/features/guide/core/page-view.ts'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import type { PageFacts, TourView } from '../../../src/features/guide/core/tour.ts'
import type { GuideService } from '../../../src/features/guide/worker/service.ts'
import { createGuideService } from '../../../src/features/guide/worker/service.ts'
import { createSettings } from '../../../src/features/settings/worker/service.ts'
import { defineGuide } from '../../../src/guides/define-guide.ts'
import type { Condition, Guide, Step, StepAction } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import type { Sender } from '../../../src/protocol/messages.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import type { LocalItems, SessionItems } from '../../../src/protocol/storage-keys.ts'
import { storageInMemory } from '../../storage-in-memory.ts'
import { found, keysPage, missing, page, small } from './guide-world.ts'

let local = storageInMemory<LocalItems>()
let session = storageInMemory<SessionItems>()
let pushed: [number, string | null][] = []
/** The same with the whole of what a page was sent. */
let sent: [number, PageView | null][] = []
let opened: string[] = []
let tested: string[] = []
let reads = 0
/** Guides beside the small one. */
let made = new Map<string, Guide>()
/** The tab in front of the window that has the focus. */
let active = 1

const life = () =>
  createGuideService({
    now: () => 5_000,
    readGuide: async id => {
      reads++
      const guide = id === 'small' ? small : made.get(id)
      return guide ? (JSON.parse(JSON.stringify(guide)) as Guide) : null
    },
    readCardWords: async () => ({ ...cardWords, direction: 'ltr', style: '', pageWords }),
    local,
    session,
    changeSettings: patch => createSettings(local).change(patch),
    push: (tabId, view) => {
      pushed.push([tabId, view?.step ?? null])
      sent.push([tabId, view])
    },
    platformTabs: async () => [
      { tabId: 1, url: keysPage },
      { tabId: 2, url: keysPage },
    ],
    activePlatformTab: async () => ({ tabId: active, url: keysPage }),
    askForShowMe: tabId => void opened.push(`show-me ${tabId}`),
    loadTaught: async (tabId, documentId) => void opened.push(`taught ${tabId} ${documentId}`),
    openPanel: ({ tabId }) => void opened.push(`panel ${tabId}`),
    goTo: (tabId, url) => void opened.push(`${tabId} to ${url}`),
    openTab: url => void opened.push(`tab ${url}`),
    showTab: tabId => void opened.push(`show ${tabId}`),
    frontWindow: async () => 1,
    openScreen: (name, hash = '') => void opened.push(name + hash),
    askRights: async id => {
      opened.push(`rights of ${id}`)
      return { ok: true }
    },
    takeKey: async () => {
      opened.push('key taken')
      return { ok: true }
    },
    fixGuideOf: async ({ verdict }) => (verdict?.cause === 'no_credit' ? 'pay' : 'mend'),
    test: (id, dead) => void tested.push(dead ? `${id} until it is refused` : id),
  })

const tab = (tabId: number): Sender => ({ kind: 'page', url: keysPage, tabId })
const screen: Sender = { kind: 'screen', url: 'chrome-extension://k/src/entries/panel/panel.html' }
const view = async () => (await session.get('tour')) as TourView
const says = (facts: Partial<Parameters<typeof page>[0]>) => ({
  guide: 'small',
  step: 'any',
  facts: page(facts),
})

const keyShown = { keyShown: true, keyTail: 'abcd', anyDialog: true, elements: { reveal: found } }
/** As the capture service does: the key waits, then the guide hears of it. */
async function capture(service: GuideService, id: string): Promise<void> {
  const waiting = {
    id,
    provider: 'openai',
    mask: 'sk-…abcd',
    capturedAt: 1,
    from: 'page',
    kept: 'inbox',
  } as const
  await session.set('pending', [waiting])
  await service.captured(id)
}

beforeEach(() => {
  local = storageInMemory()
  session = storageInMemory()
  pushed = []
  sent = []
  opened = []
  tested = []
  reads = 0
  made = new Map()
  active = 1
})

describe('a guide', () => {
  test('starts where the person is, and every open page learns of it', async () => {
    const service = life()
    expect(await service.handlers['screen.startGuide']({ guide: 'small' }, screen)).toEqual({ ok: true })
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
    await life().handlers['page.facts'](says(keyShown), tab(1))
    expect((await view()).step).toBe('save')
    await capture(life(), 'k1')
    expect((await view()).step).toBe('check')
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at: 6_000, since: 6_000 } as const
    await session.set('rows', [
      { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'abcd', createdAt: 1, verdict },
    ])
    await life().worldChanged()
    expect(await view()).toMatchObject({ kind: 'receipt' })
    expect(reads).toBeGreaterThan(3)
  })

  test.each(['page.act', 'screen.guideAct'] as const)(
    'that goes on just as the person says “done” takes no other step for done (%s)',
    async message => {
      const service = life()
      await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
      await service.handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
      const { step, steps } = await view()
      const who = message === 'page.act' ? tab(1) : screen
      expect(await service.handlers[message]({ act: 'skip', step: 'begin' }, who)).toEqual({ ok: true })
      expect(await view()).toMatchObject({ step, steps })
      await service.handlers[message]({ act: 'skip', step }, who)
      expect((await view()).step).not.toBe(step)
    },
  )

  test('a second tab that comes to the front is answered with the same step, and takes over', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    active = 2
    const reply = await service.handlers['page.hello']({ url: keysPage }, tab(2))
    expect(reply.view).toMatchObject({ step: 'open' })
    await service.handlers['page.facts'](says({ elements: { opener: found } }), tab(2))
    expect(pushed.at(-1)).toEqual([2, 'open'])
  })

  test('in a second window, both in sight: only the one that the person works in is heard', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await service.handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
    const before = await view()
    expect(before).toMatchObject({ state: 'ready' })
    const other = says({ url: 'https://platform.openai.com/usage' })
    await service.handlers['page.hello']({ url: 'https://platform.openai.com/usage' }, tab(2))
    await service.handlers['page.facts'](other, tab(2))
    expect(await view()).toEqual(before)
    active = 2
    await service.handlers['page.facts'](other, tab(2))
    expect(await view()).toMatchObject({ state: 'wrong-page' })
    await service.handlers['page.facts'](says({ elements: { opener: found } }), tab(1))
    expect(await view()).toMatchObject({ state: 'wrong-page' })
  })

  test.each(['another tab', 'another window, beside it'])(
    'whose key is saved says nothing of that in %s, which may show another key, before that has said what it shows',
    async where => {
      const createKey = guides.find(({ id }) => id === 'create-key')
      if (!createKey) throw new Error('There is no such guide.')
      made.set('create-key', createKey)
      const told = (facts: Partial<PageFacts>) => ({ ...says(facts), guide: 'create-key' })
      await session.set('vault', { status: 'unlocked', inboxCount: 0 })
      const service = life()
      await service.handlers['screen.startGuide']({ guide: 'create-key' }, screen)
      const shown = { ...keyShown, elements: { reveal: found, close: found } }
      await service.handlers['page.facts'](told(shown), tab(1))
      await capture(service, 'k1')
      await session.set('pending', [])
      await session.set('rows', [
        { id: 'k1', provider: 'openai', label: 'A', lastFour: 'abcd', createdAt: 1 },
      ])
      await service.saved('k1')
      const said = (view: unknown) => JSON.stringify((view as PageView | null)?.card)
      const first = await service.handlers['page.hello']({ url: keysPage }, tab(1))
      expect(said(first.view)).toContain('Now press')
      active = where === 'another tab' ? 2 : 1
      const second = await service.handlers['page.hello']({ url: keysPage }, tab(2))
      expect(said(second.view)).not.toMatch(/Now press|in your vault/)
      expect(second.view?.target).toBeUndefined()
      for (const [id, view] of sent) if (id === 2) expect(said(view)).not.toMatch(/Now press|in your vault/)
      active = 2
      await service.handlers['page.facts'](told({ ...shown, keyTail: 'wxyz' }), tab(2))
      expect(await view()).toMatchObject({ step: 'save' })
      active = 1
      await service.handlers['page.facts'](told(shown), tab(1))
      expect(await view()).toMatchObject({ step: 'close' })
      expect(said(sent.at(-1)?.[1])).toContain('Now press')
    },
  )

  test('stops everywhere', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await service.handlers['screen.guideAct']({ act: 'stop' }, screen)
    expect(await view()).toBeNull()
    expect(await local.get('tour')).toBeUndefined()
    expect(pushed.slice(-2)).toEqual([
      [1, null],
      [2, null],
    ])
  })

  test('“do” on the last step asks about the new key', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await service.handlers['page.facts'](says(keyShown), tab(1))
    await capture(service, 'k1')
    await service.saved('k1')
    expect((await view()).step).toBe('check')
    await service.handlers['page.act']({ act: 'do' }, tab(1))
    expect(tested).toEqual(['k1'])
  })
})

describe('what is said of the vault once it is locked', () => {
  const row: KeyRow = { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'abcd', createdAt: 1 }
  const inside: [name: string, removed: boolean, receipt: string[]][] = [
    ['the key is in it', false, ['It is in your vault.']],
    ['the key was taken out of it before', true, []],
  ]
  test.each(inside)('%s', async (_, removed, receipt) => {
    const line = { label: 'Where', text: 'It is in your vault.', only: { key: 'saved' as const } }
    made.set('keeps', { ...oneStep('keeps', { said: true }), receipt: [line] })
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    await session.set('rows', [])
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'keeps' }, screen)
    await capture(service, 'k1')
    await session.set('rows', [row])
    await session.set('pending', [])
    await service.saved('k1')
    await service.handlers['screen.guideAct']({ act: 'done' }, screen)
    if (removed) {
      await session.set('rows', [])
      await service.worldChanged()
    }
    await session.remove('rows')
    await session.set('vault', { status: 'locked', inboxCount: 0 })
    await life().worldChanged()
    expect((await view()).receipt?.map(({ text }) => text)).toEqual(receipt)
  })
})

test.each<[string, 'restart' | 'start', boolean, string]>([
  ['that was saved is known again', 'restart', true, 'close'],
  ['that was saved is known again after a new start', 'start', true, 'close'],
  ['that was not saved is offered to be saved', 'restart', false, 'save'],
])(
  'a guide begun anew while the key is hidden, then shown again: a key %s',
  async (_, how, isSaved, step) => {
    const shows = { keyShown: true } as const
    const guide = {
      ...small,
      id: 'anew',
      steps: [
        ...small.steps.filter(({ id }) => id === 'open' || id === 'save'),
        {
          id: 'close',
          title: 'Close it',
          words: { do: 'Press “Done”.' },
          when: shows,
          done: { keyShown: false },
        },
      ],
    }
    made.set('anew', guide)
    const told = (facts: Parameters<typeof says>[0]) => ({ ...says(facts), guide: 'anew' })
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    await session.set('rows', [])
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'anew' }, screen)
    await service.handlers['page.facts'](told(keyShown), tab(1))
    await capture(service, 'k1')
    await session.set('pending', [])
    if (isSaved) {
      await session.set('rows', [
        { id: 'k1', provider: 'openai', label: 'A', lastFour: 'abcd', createdAt: 1 },
      ])
      await service.saved('k1')
    }
    await service.handlers['page.facts'](told({ elements: { opener: found } }), tab(1))
    if (how === 'restart') await service.handlers['screen.guideAct']({ act: 'restart' }, screen)
    else await service.handlers['screen.startGuide']({ guide: 'anew' }, screen)
    await service.handlers['page.facts'](told(keyShown), tab(1))
    expect((await view()).step).toBe(step)
  },
)

describe('a disk writer, while the vault is locked', () => {
  const line = { label: 'Where', text: 'It is in your vault.', only: { key: 'saved' as const } }
  const waits = { label: 'Waits', text: 'It waits to be saved.', only: { key: 'pending' as const } }
  const written = { guide: 'keeps', step: 'it', finished: ['it'], choices: {}, startedAt: 1, stepSince: 1 }
  const claims: [what: string, patch: object][] = [
    ['that a made-up key is saved', { madeId: 'made-up', madeSaved: true, ended: true }],
    ['that a made-up key waits', { madeId: 'made-up', madeSaved: false, ended: true }],
    ['that a key is saved which was taken out of the vault', { madeId: 'k0', madeSaved: true, ended: true }],
  ]
  test.each(claims)('cannot make the card say %s', async (_, patch) => {
    made.set('keeps', { ...oneStep('keeps', { said: true }), receipt: [line, waits] })
    await session.set('vault', { status: 'locked', inboxCount: 0 })
    await local.set('tour', { ...written, ...patch } as LocalItems['tour'])
    await life().worldChanged()
    expect((await view()).receipt ?? []).toEqual([])
  })

  test('finds no such claim in what a guide leaves on the disk', async () => {
    made.set('keeps', { ...oneStep('keeps', { said: true }), receipt: [line] })
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    await session.set('rows', [{ id: 'k1', provider: 'openai', label: 'A', lastFour: 'abcd', createdAt: 1 }])
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'keeps', keyId: 'gone' }, screen)
    await service.captured('k1')
    await service.saved('k1')
    await service.handlers['screen.guideAct']({ act: 'done' }, screen)
    expect((await view()).receipt?.map(({ text }) => text)).toEqual(['It is in your vault.'])
    expect(JSON.stringify(await local.get('tour'))).not.toMatch(/madeSaved|subjectGone/)
  })
})

describe('a key that the page only copies', () => {
  const hidden = (facts: Parameters<typeof says>[0]) => ({ ...says(facts), guide: 'hidden' })
  const start = async () => {
    const steps = small.steps.map(step =>
      step.id === 'submit'
        ? {
            ...step,
            done: { any: [{ keyShown: true }, { key: 'saved' as const }] },
            unseen: { title: 'Where is it?', words: { do: 'Copy it.' }, target: 'reveal', via: [] },
          }
        : step,
    )
    made.set('hidden', { ...small, id: 'hidden', steps })
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'hidden' }, screen)
    await service.handlers['page.facts'](hidden({ form: 'open', formAfter: 'opener' }), tab(1))
    return service
  }
  const saved = async (service: GuideService) => {
    await session.set('rows', [
      { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'wxyz', createdAt: 1 } as KeyRow,
    ])
    await service.saved('k1')
  }

  test('can be pasted once the form was sent, and is the guide’s key then', async () => {
    const service = await start()
    await service.handlers['page.facts'](hidden({ form: 'sent' }), tab(1))
    expect(await view()).toMatchObject({ step: 'submit', title: 'Where is it?', paste: true })
    await saved(service)
    expect(await view()).toMatchObject({ step: 'check' })
    expect((await local.get('tour'))?.madeId).toBe('k1')
  })

  test('a key that is pasted while the form is still open is another one', async () => {
    const service = await start()
    expect((await view()).paste).toBeUndefined()
    await saved(service)
    expect((await local.get('tour'))?.madeId).toBeUndefined()
  })
})

describe('a page', () => {
  test('opens the panel in its press’s own turn', () => {
    const service = life()
    void service.handlers['page.act']({ act: 'start', option: 'small' }, tab(1))
    expect(opened).toEqual(['panel 1'])
  })

  test('that speaks of another guide changes nothing', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    const before = await view()
    expect(
      await service.handlers['page.facts']({ ...says({ keyShown: true }), guide: 'other' }, tab(1)),
    ).toMatchObject({ ok: false })
    expect(await view()).toEqual(before)
  })

  test('is offered a guide only by whom it helps, and never after “not again”', async () => {
    const service = life()
    expect((await service.handlers['page.hello']({ url: keysPage }, tab(1))).offer).toMatchObject({
      guide: 'create-key',
    })
    await session.set('vault', { status: 'locked', inboxCount: 0 })
    expect((await service.handlers['page.hello']({ url: keysPage }, tab(1))).offer).toBeUndefined()
    await session.set('vault', { status: 'none', inboxCount: 0 })
    const offered = async () => (await service.handlers['page.hello']({ url: keysPage }, tab(1))).offer
    const answer = (yes: boolean) =>
      service.handlers['screen.answerAsk']({ what: 'not-again', name: '', yes }, screen)
    await service.handlers['page.act']({ act: 'not-again' }, tab(1))
    expect(await offered()).toBeUndefined()
    // Until the browser ends; for good only by the person's word in a screen of ours.
    expect(await local.get('settings')).toBeUndefined()
    await answer(false)
    expect(await offered()).toBeDefined()
    await service.handlers['page.act']({ act: 'not-again' }, tab(1))
    await answer(true)
    expect(await local.get('settings')).toMatchObject({ offerDeclined: true })
    expect(await offered()).toBeUndefined()
  })

  test('draws nothing once it was switched off for the site', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    expect(await service.handlers['page.act']({ act: 'off-for-site' }, tab(1))).toMatchObject({ ok: false })
    await service.handlers['screen.guideAct']({ act: 'off-for-site' }, screen)
    expect((await service.handlers['page.hello']({ url: keysPage }, tab(1))).view).toBeNull()
  })

  test('puts the second script into the very document that asks, and not endlessly', async () => {
    const service = life()
    const ask = (sender: Sender) => service.handlers['page.loadTaught']({}, sender)
    expect(await ask({ ...tab(1), documentId: 'D1' })).toEqual({ ok: true })
    expect(await ask({ ...tab(2), documentId: 'D2' })).toEqual({ ok: true })
    expect(opened).toEqual(['taught 1 D1', 'taught 2 D2'])
    expect(await ask(tab(1))).toMatchObject({ code: 'not_offered' })
    for (let time = 0; time < 100; time++) await ask({ ...tab(1), documentId: 'D1' })
    expect(opened.length).toBeLessThan(15)
  })

  test('a report that is asked for on the card opens the panel, which makes it; the page gets nothing', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    expect(await service.handlers['page.act']({ act: 'report' }, tab(1))).toEqual({ ok: true })
    expect(opened).toEqual(['panel 1'])
    expect(await session.get('reportAsked')).toBeTypeOf('number')
  })

  test('a page that is too big to be looked at is said to be, and there is a way on', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    await service.handlers['page.facts'](says({ elements: {}, stopped: true }), tab(1))
    const told = await view()
    expect(told).toMatchObject({ step: 'open', state: 'words-only' })
    expect(told.sentence).toContain('it has stopped looking')
    expect(told.button).toBeDefined()
  })

  test('teaches a target, but only a small and plain description of one that exists', async () => {
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'small' }, screen)
    const teach = (target: string, description: Record<string, unknown>) =>
      service.handlers['page.showMe']({ guide: 'small', target, description }, tab(1))
    expect(await teach('opener', { role: 'button' })).toMatchObject({ code: 'not_offered' })
    await service.handlers['page.facts'](says({ elements: { opener: missing } }), tab(1))
    expect(await teach('nothing', { role: 'button' })).toMatchObject({ ok: false })
    expect(await teach('reveal', { role: 'textbox' })).toMatchObject({ code: 'not_offered' })
    expect(await teach('opener', { role: 'x'.repeat(5_000) })).toMatchObject({ ok: false })
    expect(await teach('opener', { role: 'button', names: ['Neu'] })).toEqual({ ok: true })
    expect((await view()).watch.targets.find(({ name }) => name === 'opener')?.taught).toEqual({
      role: 'button',
      names: ['Neu'],
    })
    // On the disk only by the person's word in a screen of ours.
    expect(await local.get('shown')).toBeUndefined()
    await service.handlers['screen.answerAsk']({ what: 'remember', name: 'small/opener', yes: true }, screen)
    expect(await local.get('shown')).toEqual({ 'small/opener': { role: 'button', names: ['Neu'] } })
  })
})

describe('the panel’s button', () => {
  const withAction = (action: StepAction): Guide => oneStep('acts', { said: true }, { action })
  const row: KeyRow = { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'abcd', createdAt: 1 }
  type Case = [StepAction, vault: 'none' | 'locked' | 'unlocked', effect: string[]]
  const cases: Case[] = [
    ['save-key', 'unlocked', ['key taken']],
    ['vault', 'none', ['welcome']],
    ['vault', 'unlocked', ['dashboard#security']],
    ['vault', 'locked', ['dashboard#security']],
    ['copy', 'unlocked', ['dashboard#keys/k1']],
    ['first-call', 'unlocked', ['dashboard#keys/k1/call']],
    ['put-in-project', 'unlocked', ['dashboard#keys/k1/project']],
    ['put-in-project', 'locked', ['dashboard#keys/k1/project']],
  ]
  for (const [action, status, effect] of cases)
    test(`“${action}”, the vault ${status}`, async () => {
      made.set('acts', withAction(action))
      await session.set('vault', { status, inboxCount: 0 })
      if (status === 'unlocked') await session.set('rows', [row])
      const service = life()
      await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'k1' }, screen)
      expect(await service.handlers['screen.guideAct']({ act: 'do' }, screen)).toEqual({ ok: true })
      expect(opened).toEqual(effect)
    })

  test('“put-in-project” leads to the new key, and to where the old one was written', async () => {
    made.set('acts', withAction('put-in-project'))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'old' }, screen)
    await service.captured('new')
    await service.saved('new')
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(opened).toEqual(['dashboard#keys/new/project/old'])
  })

  test('“test” asks about the key the guide is about', async () => {
    made.set('acts', withAction('test'))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'k1' }, screen)
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(tested).toEqual(['k1'])
  })

  test.each<[string, Condition, string[]]>([
    ['that it is refused', { key: 'rejected', of: 'subject' }, ['k1 until it is refused']],
    ['that it is not refused', { not: { key: 'rejected', of: 'subject' } }, ['k1']],
    [
      'that nothing is so but that it is refused',
      { not: { all: [{ said: true }, { not: { key: 'rejected' } }] } },
      ['k1 until it is refused'],
    ],
    ['a text that reads “rejected”', { text: ['"rejected"'] }, ['k1']],
  ])('“test” on a step that waits for %s', async (_, done, asked) => {
    made.set('acts', oneStep('acts', { all: [done, { text: ['never'] }] }, { action: 'test' }))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'k1' }, screen)
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(tested).toEqual(asked)
  })

  test.each<[string, Condition, string]>([
    ['the key the guide is about', { key: 'ready', of: 'subject' }, 'old'],
    ['the new one', { key: 'ready' }, 'new'],
    ['both', { any: [{ key: 'saved' }, { key: 'ready', of: 'subject' }] }, 'new'],
    ['none', { said: true }, 'new'],
  ])('“test” on a step that asks about %s', async (_, done, asked) => {
    made.set('acts', oneStep('acts', { all: [done, { text: ['never'] }] }, { action: 'test' }))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'old' }, screen)
    await service.captured('new')
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(tested).toEqual([asked])
  })

  test('a key that is not in the vault has no page: the list is opened', async () => {
    made.set('acts', withAction('copy'))
    await session.set('rows', [row])
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts' }, screen)
    await service.captured('k2')
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    expect(opened).toEqual(['dashboard#keys'])
  })

  test('a page that presses it takes no key from another document', async () => {
    made.set('acts', withAction('save-key'))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts' }, screen)
    await service.handlers['page.act']({ act: 'do' }, tab(1))
    expect(opened).not.toContain('key taken')
  })
})

describe('the key that a guide is about', () => {
  const broken = (id: string, cause: 'no_credit' | 'rate_limited'): KeyRow => ({
    id,
    provider: 'openai',
    label: id,
    lastFour: 'abcd',
    createdAt: 1,
    verdict: { key: 'accepted', use: 'blocked', cause, says: '', at: 1, since: 1 },
  })
  const about: Condition = { any: [{ key: 'ready', of: 'subject' }, { said: true }] }

  test('the pill offers what the verdict asks for, names no key to the page, and starts with it', async () => {
    made.set('mend', oneStep('mend', about))
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    await session.set('rows', [broken('slow', 'rate_limited')])
    const service = life()
    const { offer } = await service.handlers['page.hello']({ url: keysPage }, tab(1))
    expect(offer).toEqual({ guide: 'mend', title: 'The guide mend' })
    await service.handlers['page.act']({ act: 'start', option: 'mend' }, tab(1))
    expect(await local.get('tour')).toMatchObject({ guide: 'mend', subjectId: 'slow' })
  })

  test('goes along to the guide that comes next, where that one is about a key', async () => {
    made.set('first', { ...oneStep('first', { said: true }), next: ['after', 'other'] })
    made.set('after', oneStep('after', about))
    made.set('other', oneStep('other', { said: true }))
    const service = life()
    for (const [next, subjectId] of [
      ['after', 'new'],
      ['other', undefined],
    ] as const) {
      await service.handlers['screen.startGuide']({ guide: 'first', keyId: 'old' }, screen)
      await service.captured('new')
      await service.handlers['screen.guideAct']({ act: 'done' }, screen)
      await service.handlers['screen.startGuide']({ guide: next }, screen)
      expect((await local.get('tour'))?.subjectId).toBe(subjectId)
    }
  })

  test('goes along to the guide that mends what is in the way; a key that was lost does not', async () => {
    made.set('revoke-key', oneStep('revoke-key', about))
    made.set('mend', oneStep('mend', about))
    const inTheWay = { id: 'wall', title: 'A wall', when: { text: ['Wall'] }, words: { do: 'Mend it.' } }
    made.set('acts', { ...oneStep('acts', { said: true }), detours: [{ ...inTheWay, guide: 'mend' }] })
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'acts', keyId: 'old' }, screen)
    await service.handlers['page.facts'](
      { guide: 'acts', step: 'any', facts: page({ texts: ['Wall'] }) },
      tab(1),
    )
    await service.handlers['screen.guideAct']({ act: 'fix' }, screen)
    expect(await local.get('tour')).toMatchObject({ guide: 'mend', subjectId: 'old' })

    await service.handlers['screen.startGuide']({ guide: 'small', keyId: 'old' }, screen)
    await service.handlers['page.facts'](
      says({ keyShown: true, anyDialog: true, elements: { reveal: found } }),
      tab(1),
    )
    await service.handlers['page.facts'](says({}), tab(1))
    expect((await view()).fix).toBe('revoke-key')
    await service.handlers['screen.guideAct']({ act: 'fix' }, screen)
    const after = await local.get('tour')
    expect(after?.guide).toBe('revoke-key')
    expect(after?.subjectId).toBeUndefined()
  })

  const asks = (): Guide => ({
    ...oneStep('asks', { any: [{ key: 'fits' }, { said: true }] }, { action: 'ask-rights' }),
    choices: [
      {
        id: 'purpose',
        question: 'What for?',
        options: [
          { id: 'chat', label: 'Chat', scopes: { must: ['api.model.request'], may: ['api.model.read'] } },
          { id: 'all', label: 'Everything' },
        ],
      },
    ],
  })
  type Answers = SessionItems['rights']['answers']
  const answered: [name: string, purpose: string, Answers, shows: string][] = [
    ['what was wanted', 'chat', { 'api.model.request': 'granted', 'api.files.write': 'denied' }, 'Done'],
    [
      'what it may be besides',
      'chat',
      { 'api.model.request': 'granted', 'api.model.read': 'granted' },
      'Done',
    ],
    [
      'nothing clear',
      'chat',
      { 'api.model.request': 'cannot_tell' },
      'It did not show that it may: Chat completions (request).',
    ],
    [
      'too little',
      'chat',
      { 'api.model.request': 'denied' },
      'It did not show that it may: Chat completions (request).',
    ],
    [
      'too much',
      'chat',
      { 'api.model.request': 'granted', 'api.files.write': 'granted' },
      'More than you wanted: Files (write).',
    ],
    ['anything, where all is wanted', 'all', { 'api.files.write': 'granted' }, 'Done'],
  ]
  test.each(answered)('“ask-rights” asks the new key; it answers %s', async (_, purpose, answers, shows) => {
    made.set('asks', asks())
    await session.set('vault', { status: 'unlocked', inboxCount: 0 })
    const row: KeyRow = { id: 'k1', provider: 'openai', label: 'Try', lastFour: 'abcd', createdAt: 1 }
    await session.set('rows', [row])
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'asks' }, screen)
    await service.handlers['screen.guideAct']({ act: 'choose', option: purpose }, screen)
    await service.captured('k1')
    await service.handlers['screen.guideAct']({ act: 'do' }, screen)
    await service.worldChanged()
    expect(opened).toEqual(['rights of k1'])
    expect((await view()).sentence).toMatch(/^Checking permissions/)
    await session.set('rights', { id: 'another', answers })
    await service.worldChanged()
    expect((await view()).sentence).toBeUndefined()
    await session.set('rights', { id: 'k1', answers })
    await service.worldChanged()
    const { kind, title, sentence } = await view()
    expect(kind === 'receipt' ? title : sentence).toBe(shows)
  })

  test('a guide that reached its end is remembered, with the day', async () => {
    made.set('first', oneStep('first', { said: true }))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'first' }, screen)
    expect(await local.get('guidesDone')).toBeUndefined()
    await service.handlers['screen.guideAct']({ act: 'done' }, screen)
    expect(await local.get('guidesDone')).toEqual({ first: 5_000 })
  })

  test('a guide is remembered no more once its page says that what was sent came to nothing', async () => {
    const saving = oneStep('first', { noDialog: true })
    const [step] = saving.steps
    const sends = { assures: true, target: 'save', when: { dialog: ['Limit'] } }
    made.set('first', {
      ...saving,
      targets: { save: { look: 'a button', is: { role: 'button', names: ['Save'] } } },
      steps: [{ ...step, ...sends } as Step],
    })
    const service = life()
    await local.set('guidesDone', { other: 1 })
    await service.handlers['screen.startGuide']({ guide: 'first' }, screen)
    const shows = async (facts: Partial<PageFacts>) =>
      service.handlers['page.facts']({ guide: 'first', step: 'any', facts: page(facts) }, tab(1))
    const gone = { pressed: 'save', elements: { save: missing } }
    await shows({ dialogs: ['Limit'], anyDialog: true, form: 'open', elements: { save: found } })
    await shows({ ...gone, form: 'sent', settled: false })
    expect(await local.get('guidesDone')).toEqual({ other: 1 })
    await shows({ ...gone, form: 'sent' })
    expect(await local.get('guidesDone')).toEqual({ first: 5_000, other: 1 })
    await shows({ ...gone, form: 'closed' })
    expect((await view()).title).toBe('The end, not verified')
    expect(await local.get('guidesDone')).toEqual({ other: 1 })
  })

  test('a guide that was skipped to its end is not remembered as done', async () => {
    made.set('first', oneStep('first', { said: true }))
    const service = life()
    await service.handlers['screen.startGuide']({ guide: 'first' }, screen)
    await service.handlers['screen.guideAct']({ act: 'skip' }, screen)
    expect((await view()).kind).toBe('receipt')
    expect(await local.get('guidesDone')).toBeUndefined()
  })
})

/** A guide of one step that is done by saying so, or by `done`. */
function oneStep(id: string, done: Condition, more: { action?: StepAction } = {}): Guide {
  return defineGuide({
    id,
    title: `The guide ${id}`,
    summary: 'Done.',
    minutes: 1,
    checked: '2026-11-21',
    sources: ['facts: made up'],
    eras: ['D'],
    targets: {},
    steps: [{ id: 'only', title: 'Only', words: { do: 'Do it.' }, done, ...more }],
  })
}
