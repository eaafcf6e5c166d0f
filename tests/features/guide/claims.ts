/**
 * A person, a page and a vault by chance, before any guide: thousands of turns, in each of which the text that is shown is
 * held against what is so. The vault here is only a list; what the guide says of it has to be true of that list.
 */
import fc from 'fast-check'
import { applyAct } from '../../../src/features/guide/core/apply-act.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { type Asked, collect } from '../../../src/features/guide/core/conditions.ts'
import { begin, follow } from '../../../src/features/guide/core/follow.ts'
import type {
  ElementFact,
  PageFacts,
  Running,
  TourAct,
  TourView,
} from '../../../src/features/guide/core/tour.ts'
import { viewOf } from '../../../src/features/guide/core/view.ts'
import {
  type KeysKnown,
  remember,
  withMade,
  worldOf,
} from '../../../src/features/guide/worker/known-facts.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import type { KeyRow, PendingKey } from '../../../src/protocol/published.ts'
import { keysPage, page } from './guide-world.ts'

/** Says that a key is safe. What a press will do, or what one will see then, is no claim: `see` is not read. */
export const claimsSafety = /in your( Keyway)? vault|\b(?:sealed|stored|Keyway can)\b/i
const deniesSafety = /did not see this key saved/i
const claimsEnd = /proven dead|refused by OpenAI|OpenAI refuses it|refusal proves/i

export const textsOf = (view: TourView): string[] =>
  [
    view.title,
    ...Object.entries(view.words).flatMap(([part, text]) => (part === 'see' ? [] : [text])),
    view.sentence,
    view.look,
    view.button,
    ...(view.receipt ?? []).flatMap(({ label, text }) => [label, text]),
  ].filter(text => text !== undefined)

type Key = { id: string; tail: string; at: 'page' | 'pending' | 'vault' | 'gone'; dead?: boolean }

const urls = [keysPage, 'https://platform.openai.com/usage', 'https://platform.openai.com/nowhere']

type Turn =
  | { turn: 'go'; to: number }
  | { turn: 'dialog' | 'text'; which: number }
  | { turn: 'element'; which: number; fact: ElementFact }
  | { turn: 'visit'; which: number }
  | { turn: 'leave' | 'make' | 'hide' | 'again' | 'flicker' | 'reload' | 'settle' | 'unsettle' | 'recall' }
  | {
      turn:
        | 'press-save'
        | 'keep'
        | 'commit'
        | 'discard'
        | 'remove'
        | 'remove-subject'
        | 'lock'
        | 'unlock'
        | 'verdict'
        | 'die'
    }
  | { turn: 'act'; said: TourAct['act']; option: number }

const plain = (...turns: Extract<Turn, { turn: string }>['turn'][]) =>
  fc.constantFrom(...turns.map(turn => ({ turn }) as Turn))

const many = fc.nat(120)
/** Ways of one person, in the proportions of a lively one: much looking about, and now and then something that counts. */
const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ turn: fc.constant('visit' as const), which: many }) },
    { weight: 6, arbitrary: plain('make', 'hide', 'again', 'flicker', 'press-save', 'commit', 'keep') },
    { weight: 3, arbitrary: plain('leave', 'settle', 'unsettle', 'recall', 'reload') },
    {
      weight: 2,
      arbitrary: plain('discard', 'remove', 'remove-subject', 'lock', 'unlock', 'verdict', 'die'),
    },
    { weight: 2, arbitrary: fc.record({ turn: fc.constant('dialog' as const), which: many }) },
    { weight: 1, arbitrary: fc.record({ turn: fc.constant('text' as const), which: many }) },
    { weight: 1, arbitrary: fc.record({ turn: fc.constant('go' as const), to: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        turn: fc.constant('element' as const),
        which: many,
        fact: fc.record(
          {
            status: fc.constantFrom<ElementFact['status']>(
              'found',
              'found',
              'missing',
              'hidden',
              'ambiguous',
            ),
            checked: fc.boolean(),
            filled: fc.boolean(),
            disabled: fc.boolean(),
          },
          { requiredKeys: ['status'] },
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        turn: fc.constant('act' as const),
        said: fc.constantFrom<TourAct['act']>('done', 'done', 'skip', 'back', 'choose', 'restart'),
        option: many,
      }),
    },
  ),
  { minLength: 20, maxLength: 50, size: 'max' },
)

/** Where in the guide it begins: everywhere, most often where a key is made and kept. */
export const ways = fc.record({ start: fc.nat(40), withSubject: fc.boolean(), turns })
export type Ways = { start: number; withSubject: boolean; turns: Turn[] }

export type Finding = {
  what: 'false claim' | 'lost unsaid' | 'no way to save' | 'asked for again'
  says: string
  step: string
  after: string[]
}

/** @returns what a guide said that was not so, or undefined; how many texts claimed something is counted in `seen`. */
export function live(
  guide: Guide,
  { start, withSubject, turns }: Ways,
  seen = { claims: 0 },
): Finding | undefined {
  const asked: Asked = { targets: new Set(), texts: new Set(), dialogs: new Set() }
  for (const step of guide.steps) for (const part of [step.when, step.done]) collect(part, asked)
  for (const detour of guide.detours) collect(detour.when, asked)
  const names = Object.keys(guide.targets)
  const isNear = guide.steps.map(
    ({ when, lost }) => lost !== undefined || JSON.stringify(when ?? {}).includes('keyShown'),
  )
  const near = guide.steps.flatMap(({ target }, at) => (isNear[at] && target !== undefined ? [target] : []))
  const [texts, dialogs] = [[...asked.texts], [...asked.dialogs]]
  const subject: Key = { id: 'old', tail: 'OLD0', at: 'vault' }
  const made: Key[] = []
  let shown: Key | undefined
  let facts: PageFacts = page()
  let open = true
  /** After an unlock the keys in the vault are listed before those that wait for it. */
  let isInboxRead = true
  const guardAt = guide.steps.findIndex(({ lost }) => lost)
  const first = start % 2 && guardAt >= 0 ? Math.max(0, guardAt - (start % 6)) : start % guide.steps.length
  let remembered: Running = {
    ...begin(guide, 0, withSubject ? { subjectId: 'old' } : {}),
    step: guide.steps[first]?.id ?? '',
    finished: guide.steps.slice(0, first).map(({ id }) => id),
  }
  let tourKey: { id: string; lastFour: string } | null = null
  let now = 1

  const row = ({ id, tail, dead }: Key): KeyRow => ({
    id,
    provider: 'openai',
    label: `label of ${id}`,
    lastFour: tail,
    createdAt: 1,
    verdict: {
      key: dead ? 'rejected' : 'accepted',
      use: dead ? 'blocked' : 'ready',
      cause: dead ? 'invalid_key' : 'ok',
      says: '',
      at: 1e9,
      since: 1,
      ...(dead && { code: 'invalid_api_key' }),
    } as KeyRow['verdict'] & object,
  })
  const waiting = ({ id, tail }: Key): PendingKey => ({
    id,
    provider: 'openai',
    mask: `sk-…${tail}`,
    capturedAt: 1,
    from: 'page',
    kept: 'inbox',
  })
  const keys = (): KeysKnown => {
    const all = [subject, ...made]
    return {
      vault: { status: open ? 'unlocked' : 'locked', inboxCount: 0 },
      tourKey,
      ...(open && { rows: all.filter(key => key.at === 'vault').map(row) }),
      pending: open && isInboxRead ? all.filter(key => key.at === 'pending').map(waiting) : [],
      pendingSeen: {
        salt: '',
        ids: Object.fromEntries(
          made.filter(({ at }) => at === 'pending').map(({ id, tail }) => [`digest of ${tail}`, id]),
        ),
      },
    }
  }
  const at = () => {
    remembered = remember(remembered, keys(), facts)
    return { facts, world: worldOf(keys(), facts, remembered, guide), now: ++now }
  }
  const element = (which: number) =>
    (which % 2 && near.length > 0 ? near[which % near.length] : names[which % Math.max(1, names.length)]) ??
    ''
  const blurred = () =>
    Object.fromEntries(Object.entries(facts.elements).map(([name, { focused: _, ...fact }]) => [name, fact]))
  const show = (key: Key | undefined) => {
    shown = key
    const { keyTail: _, unseen: __, ...rest } = facts
    const keyShown = key !== undefined
    facts = { ...rest, keyShown, anyDialog: keyShown, ...(key && { keyTail: key.tail }) }
  }
  const toggle = (list: string[], one: string | undefined) =>
    one === undefined ? list : list.includes(one) ? list.filter(other => other !== one) : [...list, one]

  function live(turn: Turn): void {
    const last = made.at(-1)
    switch (turn.turn) {
      case 'go':
        show(undefined)
        facts = page({ url: urls[turn.to] ?? keysPage })
        return
      case 'dialog': {
        const open = toggle(facts.dialogs, dialogs[turn.which % Math.max(1, dialogs.length)])
        facts = { ...facts, dialogs: open, anyDialog: open.length > 0 || facts.keyShown }
        return
      }
      case 'text':
        facts = { ...facts, texts: toggle(facts.texts, texts[turn.which % Math.max(1, texts.length)]) }
        return
      case 'element':
        facts = { ...facts, elements: { ...facts.elements, [element(turn.which)]: turn.fact } }
        return
      case 'visit': {
        const fact = {
          ...(facts.elements[element(turn.which)] ?? {}),
          status: 'found' as const,
          focused: true,
        }
        facts = { ...facts, elements: { ...blurred(), [element(turn.which)]: fact } }
        return
      }
      case 'leave':
        facts = { ...facts, elements: blurred() }
        return
      case 'make':
        if (!shown) {
          made.push({ id: `k${made.length}`, tail: `t${String(made.length).padStart(3, '0')}`, at: 'page' })
          show(made.at(-1))
        }
        return
      case 'hide':
        show(undefined)
        return
      case 'again':
        if (!shown) show(last)
        return
      case 'flicker': {
        const key = shown
        show(undefined)
        step()
        show(key)
        return
      }
      case 'reload':
        show(undefined)
        facts = { ...page({ url: facts.url, settled: false }), unseen: true }
        return
      case 'settle':
      case 'unsettle':
        facts = { ...facts, settled: turn.turn === 'settle' }
        return
      case 'recall':
        remembered = JSON.parse(JSON.stringify(remembered)) as Running
        return
      case 'press-save':
        if (shown?.at !== 'page') return
        shown.at = 'pending'
        tourKey = { id: shown.id, lastFour: shown.tail }
        remembered = withMade(remembered, shown.id)
        return
      case 'keep':
        for (const turn of ['make', 'press-save', 'commit'] as const) {
          live({ turn })
          step()
        }
        return
      case 'commit':
        for (const key of made) {
          if (!open || key.at !== 'pending') continue
          key.at = 'vault'
          if (remembered.madeId === key.id) remembered = { ...remembered, madeSaved: true }
        }
        return
      case 'discard':
        for (const key of made) if (open && key.at === 'pending') key.at = 'gone'
        return
      case 'remove':
        if (open && last?.at === 'vault') last.at = 'gone'
        return
      case 'remove-subject':
        if (open) subject.at = 'gone'
        return
      case 'lock':
      case 'unlock':
        isInboxRead = open
        open = turn.turn === 'unlock'
        return
      case 'die':
      case 'verdict':
        subject.dead = turn.turn === 'die'
        return
      case 'act': {
        const view = viewOf(guide, { ...at(), progress: remembered }, { ...cardWords, direction: 'ltr' })
        const option = view.choice?.options[turn.option % view.choice.options.length]?.id ?? ''
        const said: TourAct = turn.said === 'choose' ? { act: 'choose', option } : { act: turn.said }
        remembered = applyAct(guide, remembered, said, at())
      }
    }
  }

  function step(): TourView {
    remembered = follow(guide, remembered, at())
    return viewOf(guide, { ...at(), progress: remembered }, { ...cardWords, direction: 'ltr' })
  }

  const after: string[] = []
  for (const turn of turns) {
    live(turn)
    const before = remembered.step
    const view = step()
    isInboxRead = true
    after.push(`${JSON.stringify(turn)} → ${view.step}`)
    const aboutSubject = view.receipt?.some(({ text }) => /its record in your vault/.test(text))
    const isSafe = (shown ?? made.find(key => key.id === remembered.madeId))?.at === 'vault'
    const finding = (what: Finding['what'], says: string) => ({
      what,
      says,
      step: view.step,
      after: after.slice(-12),
    })
    for (const says of textsOf(view)) {
      if (claimsEnd.test(says) && view.kind === 'receipt') {
        seen.claims++
        if (!subject.dead || !withSubject) return finding('false claim', says)
      }
      if (deniesSafety.test(says)) {
        if (isSafe) return finding('false claim', says)
      } else if (claimsSafety.test(says) && saysOfThisGuide(view, says)) {
        seen.claims++
        const isTrue = aboutSubject && /its record/.test(says) ? subject.at === 'vault' : isSafe
        if (!isTrue) return finding('false claim', says)
      }
    }
    const guard = guide.steps.find(({ lost }) => lost)
    const isAsked = turn.turn === 'unlock' && view.step === guard?.id && before !== view.step
    if (isAsked && shown?.at === 'pending' && shown.id === remembered.madeId)
      return finding('asked for again', view.step)
    const mayBeLost = guard && shown?.at === 'page' && view.kind !== 'receipt'
    if (mayBeLost && !remembered.waiver && view.step !== guard.id) return finding('no way to save', view.step)
  }
  return undefined
}

/** Words that speak of keys in general, or of what a press will do, and of no key that is being made. */
const general = [
  'Make the vault first',
  'The page sometimes shows',
  'Keyway’s scan',
  // Of the CI's own store.
  'You end knowing how a CI job',
]
const saysOfThisGuide = (view: TourView, says: string): boolean =>
  !general.some(start => says.startsWith(start)) && view.kind !== 'choice'

/** The guide as it would be without the guards: no step keeps another from being passed, and what is saved is not asked for. */
export const unguarded = (guide: Guide): Guide => {
  const asksSaved = (part: unknown) => JSON.stringify(part ?? {}).includes('"saved"')
  return {
    ...guide,
    steps: guide.steps
      .filter(({ id }) => id !== 'close-unsaved')
      .map(({ lost: _, only, ...step }) => ({
        ...step,
        ...(only && !asksSaved(only) && { only }),
        done: { any: [step.done, { page: [] }] },
      })),
    receipt: guide.receipt.map(({ only, ...line }) => ({
      ...line,
      ...(only && !asksSaved(only) && { only }),
    })),
  }
}
