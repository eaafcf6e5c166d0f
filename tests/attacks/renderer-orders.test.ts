/**
 * A renderer that was taken over sends what the worker hears from pages, in any order and with any values that the parsing lets through,
 * while a person goes about their own business: locking, unlocking, beginning guides, saving what waits. After each message all that
 * a page must not reach is held against what only the person did.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guides } from '../../src/guides/index.ts'
import { claimsSafety, textsOf } from '../features/guide/claims.ts'
import { found, missing, page } from '../features/guide/guide-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { passphrase, testSecret } from '../vault/helpers.ts'
import { report, tries } from './outcome.ts'
import { workerWorld } from './worker-world.ts'

const minute = 60_000
const acts = [
  'back',
  'skip',
  'done',
  'stop',
  'restart',
  'do',
  'go',
  'fix',
  'choose',
  'not-again',
  'off-for-site',
  'open-panel',
  'report',
  'start',
] as const
const people = ['lock', 'unlock', 'begin', 'begin-subject', 'commit', 'discard', 'away'] as const
const offers = ['new', 'same', 'held', 'many', 'none', 'odd', 'never-ours'] as const
const urls = [
  'https://platform.openai.com/api-keys',
  'https://platform.openai.com/usage',
  'https://evil.example/',
  'javascript:alert(1)',
  '',
]

type Turn =
  | { turn: 'hello'; url: number }
  | { turn: 'loadTaught' }
  | { turn: 'facts'; shown: boolean; tail: number; which: number; kind: number; rows: boolean; more: number }
  | { turn: 'act'; act: (typeof acts)[number]; option: number; times: number }
  | { turn: 'offer'; what: (typeof offers)[number]; times: number }
  | { turn: 'showMe'; which: number; times: number }
  | { turn: 'person'; does: (typeof people)[number]; which: number }

const nat = fc.nat(60)
const times = fc.constantFrom(1, 1, 3, 40)
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ turn: fc.constant('hello' as const), url: nat }) },
  { weight: 1, arbitrary: fc.constant({ turn: 'loadTaught' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      turn: fc.constant('facts' as const),
      shown: fc.boolean(),
      tail: nat,
      which: nat,
      kind: nat,
      rows: fc.boolean(),
      more: nat,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      turn: fc.constant('act' as const),
      act: fc.constantFrom('do' as const, 'done' as const, 'skip' as const, 'go' as const, ...acts),
      option: nat,
      times,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ turn: fc.constant('offer' as const), what: fc.constantFrom(...offers), times }),
  },
  { weight: 1, arbitrary: fc.record({ turn: fc.constant('showMe' as const), which: nat, times }) },
  {
    weight: 3,
    arbitrary: fc.record({
      turn: fc.constant('person' as const),
      does: fc.constantFrom(...people),
      which: nat,
    }),
  },
)
const stories = fc.array(turn, { minLength: 12, maxLength: 30, size: 'max' })

/** What the vault holds of its owner's, in words that no page, guide or sentence has by chance. */
const mine = {
  label: 'Zebra-Lighthouse',
  project: 'Quokka-Harbour',
  notes: 'Violet-Trumpet',
  trackingId: 'key_UmbrellaMill',
}
const held = testSecret('held').replace(/....$/, 'Wq7Z')
const told = [...Object.values(mine), 'Wq7Z', held.slice(0, 40)]

/** @param asPage whether messages come by the way of pages, or, for the control, as a screen's */
async function play(story: Turn[], asPage: boolean): Promise<string | undefined> {
  const world = workerWorld(id => guides.find(guide => guide.id === id) ?? null)
  const { session, local, asked, clock, vault } = world
  await world.fromScreen('screen.createVault', { passphrase, watchWhileLocked: false })
  await vault.withVault(open => open.put({ id: 'mine', provider: 'openai', secret: held, ...mine }))
  await vault.changed()
  let shownKey = makeSecret('project')
  let usedAt = clock.now
  let keys = 1
  const settings = JSON.stringify(local.items.settings)
  const answers: unknown[] = []
  const say = async (
    name: 'act' | 'hello' | 'facts' | 'offerKey' | 'showMe' | 'loadTaught',
    payload: unknown,
  ) => {
    const screens = { act: 'screen.guideAct', offerKey: 'screen.takeKey' } as const
    const other = Object.hasOwn(screens, name) ? screens[name as keyof typeof screens] : undefined
    if (!asPage && other) await world.fromScreen(other, payload)
    else answers.push(await world.fromPage(`page.${name}`, payload))
  }
  const guide = () => guides.find(({ id }) => id === local.items.tour?.guide)

  async function live(turn: Turn): Promise<void> {
    clock.now += 700
    if (turn.turn === 'hello') return say('hello', { url: urls[turn.url % urls.length] })
    if (turn.turn === 'loadTaught') return say('loadTaught', {})
    if (turn.turn === 'facts') {
      const running = guide()
      const names = Object.keys(running?.targets ?? {})
      const kinds = [found, missing, { ...found, disabled: true }, { ...found, filled: true, focused: true }]
      const elements = Object.fromEntries(
        names.map((name, at) => [name, kinds[(turn.kind + (at === turn.which % names.length ? 1 : 0)) % 4]]),
      )
      const texts = (running?.detours ?? [])
        .map(({ id }) => `detour-${id}`)
        .filter((_, at) => turn.more % (at + 2) === 0)
      const facts = page({
        url: urls[turn.more % urls.length] ?? '',
        elements: elements as never,
        texts,
        settled: turn.more % 3 > 0,
        anyDialog: turn.shown || turn.more % 2 === 0,
        keyShown: turn.shown,
        ...(turn.shown && {
          keyTail: turn.tail % 3 ? shownKey.slice(-4) : `t${String(turn.tail).padStart(3, '0')}`,
        }),
        ...(turn.rows && { rows: { r1: 'aaaa', r2: `b${String(turn.tail).padStart(3, '0')}` } }),
      })
      const step = running?.steps[turn.which % running.steps.length]?.id ?? 'none'
      return say('facts', { guide: running?.id ?? 'create-key', step, facts })
    }
    if (turn.turn === 'act') {
      const view = session.items.tour
      const option =
        view?.choice?.options[turn.option % view.choice.options.length]?.id ??
        guides[turn.option % guides.length]?.id
      for (let at = 0; at < turn.times; at++) {
        clock.now += 400
        await say('act', { act: turn.act, ...(option !== undefined && { option }) })
      }
      return
    }
    if (turn.turn === 'offer') {
      for (let at = 0; at < turn.times; at++) {
        clock.now += 400
        if (turn.what === 'new') shownKey = makeSecret('project')
        const odd = {
          key: 7,
          keys: { length: 2 },
          name: '\u202e'.repeat(9),
          hidden: 'yes',
          madeHere: true,
          id: 'mine',
        }
        world.page.answer =
          turn.what === 'held'
            ? { key: held, name: 'x', id: 'mine' }
            : turn.what === 'many'
              ? { keys: [makeSecret('project'), makeSecret('project')] }
              : turn.what === 'none'
                ? { none: true }
                : turn.what === 'odd'
                  ? odd
                  : turn.what === 'never-ours'
                    ? { key: `sk-ant-api03-${'Ab1-'.repeat(20)}AA` }
                    : {
                        key: shownKey,
                        name: 'In your vault',
                        project: 'saved',
                        expires: 'never',
                        copyFreely: true,
                      }
        await say('offerKey', {})
      }
      return
    }
    if (turn.turn === 'showMe') {
      const targets = Object.keys(guide()?.targets ?? { a: 1 })
      for (let at = 0; at < turn.times; at++)
        await say('showMe', {
          guide: guide()?.id ?? 'create-key',
          target: targets[(turn.which + at) % targets.length],
          description: { role: 'button', names: ['Delete everything'] },
        })
      return
    }
    // The person, in a screen of ours.
    const pending = session.items.pending ?? []
    const one = pending[turn.which % Math.max(1, pending.length)]
    if (turn.does === 'lock') await world.fromScreen('screen.lock', {})
    if (turn.does === 'unlock') {
      await world.fromScreen('screen.unlock', { passphrase })
      usedAt = clock.now
    }
    const id = guides[turn.which % guides.length]?.id
    if (turn.does === 'begin')
      await world.fromScreen('screen.startGuide', { guide: turn.which % 2 ? 'create-key' : id })
    if (turn.does === 'begin-subject')
      await world.fromScreen('screen.startGuide', { guide: id, keyId: 'mine' })
    if (turn.does === 'commit' && one) {
      const reply = (await world.fromScreen('screen.commit', { id: one.id, about: {} })) as { ok: boolean }
      if (reply.ok) {
        keys++
        usedAt = clock.now
      }
    }
    if (turn.does === 'discard' && one) await world.fromScreen('screen.discard', { id: one.id })
    if (turn.does === 'away') await world.pass(4 * minute)
  }

  /** What a page must not have brought about; undefined: nothing of it. */
  async function wrong(): Promise<string | undefined> {
    if (JSON.stringify(local.items.settings) !== settings) return 'settings were changed'
    if (local.items.shown !== undefined) return 'a target was remembered for good'
    const within = (list: number[]) =>
      Math.max(0, ...list.map((from, at) => list.slice(at).filter(to => to - from < 10 * minute).length))
    if (asPage && within(asked.tests) > 70)
      return `${within(asked.tests)} questions to providers in ten minutes`
    // What the person begins may lead to a page as well.
    if (within(asked.tabs) > 6 + story.filter(each => each.turn === 'person').length) return 'tab after tab'
    const pending = session.items.pending ?? []
    if (pending.filter(({ from }) => from === 'page').length > 5 || pending.length > 20)
      return 'the inbox was filled'
    const leak = JSON.stringify([answers, asked.shown])
    const heard = told.find(text => leak.includes(text))
    if (heard !== undefined) return `a page was told “${heard}”`
    if (JSON.stringify(session.items).length > 600_000) return 'session memory was filled'
    if ((await vault.status()) === 'unlocked') {
      if (clock.now - usedAt > 16 * minute) return 'the vault was kept open'
      const rows = await vault.withVault(open => open.list())
      if (!Array.isArray(rows) || rows.length !== keys) return 'a key came or went'
      const own = rows.find(({ id }) => id === 'mine')
      if (Object.entries(mine).some(([field, value]) => own?.[field as keyof typeof own] !== value))
        return 'a key was changed'
    }
    const view = session.items.tour
    const madeId = local.items.tour?.madeId
    const isSaved = session.items.rows?.some(({ id }) => id === madeId) || session.items.tourClaims?.madeSaved
    const claim =
      view && view.kind !== 'choice'
        ? textsOf(view).find(text => claimsSafety.test(text) && says(text))
        : undefined
    if (claim !== undefined && !isSaved && !/its record/.test(claim)) return `the panel says “${claim}”`
    return undefined
  }

  for (const [at, turn] of story.entries()) {
    await live(turn)
    if (turn.turn === 'person' && turn.does === 'begin') asked.tests.length = 0
    const found = await wrong()
    if (found !== undefined) return `${found}, after ${JSON.stringify(story.slice(0, at + 1))}`
  }
  return undefined
}

/** Speaks of keys in general, or of what a press will do. */
const general =
  /^(?:Make the vault first|The page sometimes shows|Keyway’s scan|You end knowing)|will be|press/i
const says = (text: string): boolean => !general.test(text)

test('whatever a renderer sends, in whatever order, it reaches nothing that is not a page’s', async () => {
  const seed = Number(process.env.SEED ?? 20_261_122)
  const samples = fc.sample(stories, { seed, numRuns: tries(15, 1_500) })
  const found: string[] = []
  for (const story of samples) {
    const one = await play(story, true)
    if (one !== undefined) found.push(one)
  }
  expect(found.slice(0, 1), `SEED=${seed}`).toEqual([])
  let landed = 0
  const control = samples.slice(0, tries(15, 60))
  for (const story of control) if ((await play(story, false)) !== undefined) landed++
  report({
    attack: 'a page’s messages in any order, with any values, beside a person who uses Keyway',
    attacker: 'compromised content script',
    asset: 'settings, keys, tabs, providers’ patience, the lock, and what the panel says',
    tries: samples.length,
    landed: found.length,
    control: { tries: control.length, landed },
  })
}, 900_000)
