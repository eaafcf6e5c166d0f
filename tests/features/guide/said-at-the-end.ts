/**
 * What each sentence at the end of a guide stands on, written by hand: the product is held against it. A person goes through a guide by
 * chance, on a page that shows what it likes; then every sentence that is said as a fact has to have been seen.
 */
import fc from 'fast-check'
import { isAbsence } from '../../../src/features/guide/core/is-done.ts'
import { linkTo } from '../../../src/features/guide/core/platform-pages.ts'
import type { ElementFact, KeyFact, PageFacts, World } from '../../../src/features/guide/core/tour.ts'
import type { Condition, Guide, Step } from '../../../src/guides/guide.ts'
import { page, walk } from './guide-world.ts'

/** All that was there: what the pages showed, what the person said of which step, and what is known of the keys now. */
export type History = { pages: PageFacts[]; done: string[]; world: World }
/** `told`: nothing that happened, or what the guide itself explains. `yours`: it names itself as the person's word. */
type Witness = 'told' | 'yours' | ((history: History, says: string) => boolean)

const key =
  (of: 'made' | 'subject', is: (key: KeyFact) => boolean): Witness =>
  ({ world }) => {
    const one = world[of]
    return one !== undefined && is(one)
  }
const made = (is: (key: KeyFact) => boolean) => key('made', is)
const saved = made(one => one.saved)
const isAccepted = (one: KeyFact) => one.verdict?.key === 'accepted'
const isReady = (one: KeyFact) => isAccepted(one) && one.verdict?.use === 'ready'
const isFit = ({ rights }: KeyFact) =>
  rights !== undefined && rights.note === undefined && rights.lacks.length + rights.beyond.length === 0
const rejected = key('subject', one => one.verdict?.key === 'rejected')
const both =
  (...parts: Witness[]): Witness =>
  (history, says) =>
    parts.every(part => holds(part, history, says))
const either =
  (...parts: Witness[]): Witness =>
  (history, says) =>
    parts.some(part => holds(part, history, says))
const eitherKey = (is: (key: KeyFact) => boolean) => either(key('made', is), key('subject', is))
/** As it was when it was last in sight. */
const lastSeen =
  (target: string, is: (fact: ElementFact) => boolean): Witness =>
  ({ pages }) => {
    const fact = pages.findLast(({ elements }) => elements[target]?.status === 'found')?.elements[target]
    return fact !== undefined && is(fact)
  }
/** On a page that does not offer it still: a sentence that explains it may hold the same words. */
const text =
  (offer: string, ...texts: string[]): Witness =>
  ({ pages }) =>
    pages.some(
      one => one.texts.some(said => texts.includes(said)) && one.elements[offer]?.status === 'missing',
    )
/**
 * A form was there, by what is in it or by its dialog; its button was pressed; then it went, on the same page, and neither came back nor
 * did the page say since that it failed.
 */
const sent =
  (button: string, ...targets: string[]): Witness =>
  ({ pages }) => {
    const isSeen = ({ elements }: PageFacts) => targets.some(one => elements[one]?.status === 'found')
    const of = pages.findLast(isSeen)?.dialogs ?? []
    const isThere = (one: PageFacts) => isSeen(one) || one.dialogs.some(name => of.includes(name))
    const last = pages.findLastIndex(isThere)
    const first = pages.slice(0, last).findLastIndex(one => !isThere(one))
    const then = pages[last + 1]
    const wasPressed = pages.slice(first + 1, last + 2).some(({ pressed }) => pressed === button)
    const isKnown = then?.form === 'sent' || (then?.form === undefined && then?.pressed === button)
    return last >= 0 && wasPressed && isKnown && !pages.slice(last + 1).some(({ form }) => form === 'closed')
  }
const isOn = (fact: ElementFact) => fact.checked === true
const isOff = (fact: ElementFact) => fact.checked === false

const holds = (witness: Witness, history: History, says: string): boolean =>
  witness === 'told' || (witness === 'yours' ? /you said|you put/.test(says) : witness(history, says))

const mfaIsOn = either(
  lastSeen('disable', () => true),
  text('enable', 'MFA is enabled', 'Multi-factor authentication is enabled'),
)

const verified = text('start', 'Organization Verified', 'Organization verified')

/** By the line's label; `''` is the summary, said as a fact. */
export const witnesses: Record<string, Record<string, Witness>> = {
  'create-account': {
    '': ({ pages }) => pages.length > 0,
    'You have': ({ pages }) => pages.length > 0,
    'It costs': 'told',
  },
  'create-key': {
    '': both(saved, made(isAccepted)),
    Created: made(() => true),
    'Where it is': saved,
    Project: 'told',
    'Can it be used?': made(isAccepted),
  },
  'create-project': {
    '': both(sent('submit', 'name'), sent('save', 'amount')),
    Made: sent('submit', 'name'),
  },
  'fix-billing': { '': eitherKey(isReady), 'Can spend again': eitherKey(isReady) },
  'fix-not-working': {
    '': eitherKey(isAccepted),
    'Works again': either(eitherKey(isAccepted), ({ done }) => done.includes('see-it-work')),
  },
  'fix-permission-denied': {
    '': eitherKey(isReady),
    'Passes the test': eitherKey(isReady),
    'Works again': ({ done }) => done.includes('see-it-work'),
  },
  'fix-rate-limit': { '': 'told', 'The key': eitherKey(isAccepted), 'Your program': 'yours' },
  'give-to-app': { '': saved, Made: made(() => true), Project: 'told', 'At most it can cost': 'told' },
  'key-compromised': { '': both(rejected, saved), Revoked: rejected, Made: saved },
  'keyless-ci': { '': 'told', Read: 'told' },
  'limit-spending': {
    '': both(
      sent('save', 'amount'),
      either(lastSeen('hard', isOn), ({ done }) => done.includes('hard-apart')),
    ),
    'The most a month can cost': 'told',
  },
  'monitor-usage': { '': 'told', 'You know': 'told' },
  'need-a-key': { '': 'told', 'You need': 'told', Checked: 'told' },
  'project-key': {
    '': both(saved, made(isAccepted)),
    Made: made(() => true),
    Project: 'told',
    'Where it is': saved,
  },
  'read-policy': { '': 'told', Read: 'told' },
  'restrict-key': {
    '': both(saved, made(isFit)),
    Created: made(() => true),
    'Where it is': saved,
    'Asked itself': made(isFit),
  },
  'revoke-key': { '': rejected, Revoked: 'told', Proof: rejected, 'Still there': key('subject', () => true) },
  'rotate-key': { '': both(rejected, saved), New: made(isAccepted), Old: rejected },
  'secure-account': {
    '': mfaIsOn,
    Secured: mfaIsOn,
    'Recovery codes': 'yours',
  },
  'service-account-key': {
    '': both(
      saved,
      made(({ kind }) => kind === 'service'),
    ),
    Made: either(
      made(({ kind }) => kind === 'service'),
      (_, says) => says.includes('did not see'),
    ),
    Project: 'told',
    'It can do': 'told',
  },
  'set-up-billing': {
    '': both(lastSeen('autoReload', isOff), ({ pages }) =>
      pages.some(({ pressed }) => pressed === 'confirm'),
    ),
    Paid: 'told',
    'Charged by itself': 'told',
  },
  'spend-less': { '': 'told', Cheaper: 'yours' },
  'stop-using': { Keys: 'yours', 'Automatic charges': 'yours' },
  'verify-organization': {
    Wait: 'told',
    '': verified,
    Verified: either('yours', (history, says) => says.includes('its page') && holds(verified, history, says)),
  },
}

/** What is no fact about this person: advice, what comes, how it is taken back. */
const advice = [
  'Take it back',
  'Taking it back',
  'Look again',
  'Remember',
  'To be sure',
  'For the next time',
  'Not verified',
  'It expires',
  'Expires',
  'The most it can cost',
  'The most it can cost now',
  'When it is reached',
  'Credits',
  'See it',
]

export const witnessOf = (guide: string, label: string): Witness | undefined =>
  witnesses[guide]?.[label] ?? (advice.includes(label) ? 'told' : undefined)

type Turn = {
  turn: 'fulfil' | 'place' | 'done' | 'skip' | 'back' | 'spoil' | 'key' | 'next-key' | Ending
  which: number
}

/**
 * How a form goes away and nothing comes of it: given up; the page loaded anew, or left; another part of the form, without what is looked
 * for; a button that nobody knows; and after it was sent: the page says that it failed, the form is there again, the person is signed out.
 */
const endings = ['cancel', 'reload', 'leave', 'part', 'other', 'fail', 'again', 'sign-out'] as const
type Ending = (typeof endings)[number]

/** One who goes on most of the time; only in some is everything seen. */
export const strolls: fc.Arbitrary<Turn[]> = fc.oneof(
  fc.array(turn(8), { minLength: 25, maxLength: 70, size: 'max' }),
  fc.array(turn(60), { minLength: 25, maxLength: 70, size: 'max' }),
)

function turn(goingOn: number): fc.Arbitrary<Turn> {
  const which = fc.nat(200)
  const of = (...turns: Turn['turn'][]) => fc.record({ turn: fc.constantFrom(...turns), which })
  return fc.oneof(
    { weight: goingOn, arbitrary: of('fulfil') },
    { weight: 4, arbitrary: of('place', 'done') },
    { weight: 2, arbitrary: of('done', 'spoil', 'key') },
    { weight: 1, arbitrary: of('skip', 'back', 'next-key') },
    { weight: 2, arbitrary: of(...endings) },
  )
}

const isEnding = (turn: Turn['turn']): turn is Ending => (endings as readonly string[]).includes(turn)

export type False = { guide: string; label: string; says: string; after: string[] }

/** @returns the first sentence that is said as a fact and stands on nothing; what was said at all is counted in `said`. */
export function stroll(guide: Guide, turns: Turn[], said: Map<string, number>): False | undefined {
  const person = walk(guide, { subjectId: 'old', cause: turns.length % 2 ? 'no_credit' : undefined })
  let facts = page()
  let world: World = { vault: 'unlocked', subject: { saved: true, label: 'Old', lastFour: 'aaaa' } }
  const history: History = { pages: [], done: [], world }
  const after: string[] = []
  person.knows(world)

  const see = (next: PageFacts) => {
    facts = next
    history.pages.push(facts)
    person.shows(facts)
  }
  const know = (patch: Partial<World>) => {
    world = { ...world, ...patch }
    history.world = world
    person.knows(world)
  }
  const with_ = (elements: PageFacts['elements'], patch: Partial<PageFacts> = {}) => {
    const { form: _, pressed: __, ...rest } = facts
    return { ...rest, ...patch, elements: { ...facts.elements, ...elements } }
  }
  /** The form went, and what stood in it. */
  const allGone = () =>
    page({
      url: facts.url,
      elements: Object.fromEntries(
        Object.keys(facts.elements).map(name => [name, { status: 'missing' as const }]),
      ),
    })
  const verdicts: KeyFact['verdict'][] = [
    undefined,
    { key: 'accepted', use: 'ready', cause: 'ok', at: 1e12 },
    { key: 'accepted', use: 'blocked', cause: 'no_credit', at: 1e12 },
    { key: 'rejected', use: 'blocked', cause: 'invalid_key', at: 1e12 },
  ]
  const rights: KeyFact['rights'][] = [undefined, { lacks: [], beyond: [] }, { lacks: ['Files'], beyond: [] }]

  /** Brings about what a condition asks for. */
  function bring(condition: Condition, which: number): void {
    if ('all' in condition) for (const part of condition.all) bring(part, which)
    else if ('any' in condition) {
      const part = condition.any[which % Math.max(1, condition.any.length)]
      if (part) bring(part, which >> 1)
    } else if ('page' in condition) {
      const url = linkTo(condition.page[0] ?? 'home')?.url ?? facts.url
      if (url !== facts.url) see({ ...facts, url })
    } else if ('seen' in condition) see(with_({ [condition.seen]: { status: 'found' } }))
    else if ('gone' in condition) see(with_({ [condition.gone]: { status: 'missing' } }))
    else if ('checked' in condition) see(with_({ [condition.checked]: { status: 'found', checked: true } }))
    else if ('unchecked' in condition)
      see(with_({ [condition.unchecked]: { status: 'found', checked: false } }))
    else if ('filled' in condition) see(with_({ [condition.filled]: { status: 'found', filled: true } }))
    else if ('dialog' in condition) see(with_({}, { dialogs: condition.dialog.slice(0, 1), anyDialog: true }))
    else if ('noDialog' in condition) see({ ...allGone(), texts: facts.texts })
    else if ('text' in condition) see({ ...facts, texts: [...facts.texts, ...condition.text.slice(0, 1)] })
    else if ('keyShown' in condition) see({ ...facts, keyShown: condition.keyShown })
    else if ('key' in condition) aKey(condition.of === 'subject' ? 'subject' : 'made', which)
    else if ('said' in condition) say('done')
  }
  function aKey(of: 'made' | 'subject', which: number): void {
    const verdict = verdicts[which % verdicts.length]
    const right = rights[(which >> 2) % rights.length]
    know({
      [of]: {
        saved: which % 5 > 0,
        label: 'Key',
        lastFour: 'bbbb',
        ...(which % 3 && { project: 'Shop', expiresAt: 1e12 }),
        ...(of === 'made' && which % 2 && { kind: 'service' as const }),
        ...(verdict && { verdict }),
        ...(right && of === 'made' && { rights: right }),
      },
    })
  }
  function say(act: 'done' | 'skip' | 'back'): void {
    const { kind, step, choice } = person.view()
    const option = choice?.options[history.pages.length % (choice.options.length || 1)]?.id
    if (kind === 'choice' && option) person.says({ act: 'choose', option })
    else {
      if (act === 'done') history.done.push(step)
      person.says({ act })
    }
  }
  function end(how: Ending, which: number, isInForm: boolean): void {
    const { texts } = facts
    const { pressed } = facts
    const gone = { ...allGone(), texts, ...(pressed !== undefined && { pressed }) }
    // Of another form it says nothing.
    if (how === 'cancel') see(isInForm ? { ...gone, form: 'closed' } : gone)
    else if (how === 'reload') see({ ...allGone(), texts })
    else if (how === 'leave') see({ ...allGone(), url: linkTo('usage')?.url ?? '' })
    else if (how === 'sign-out') see({ ...allGone(), gate: 'sign-in', ...(which % 2 && { form: 'sent' }) })
    else if (how === 'part') see({ ...gone, form: which % 2 ? 'open' : 'sent', pressed: 'form-next' })
    else if (how === 'other') see({ ...gone, form: 'sent', pressed: 'other' })
    else if (!isInForm) {
      // The page says so only now.
      if (facts.form === 'sent') see({ ...facts, form: 'closed' })
    } else {
      const before = facts
      send(person.view().wants)
      see(how === 'fail' ? { ...facts, form: 'closed' } : before)
    }
  }
  /** The step's own button is pressed, and the form goes. */
  function send(button: string | undefined): void {
    const { texts } = facts
    if (button !== undefined) see({ ...facts, pressed: button })
    see({ ...allGone(), texts, form: 'sent', ...(button !== undefined && { pressed: button }) })
  }
  function spoil(which: number): void {
    const names = Object.keys(facts.elements)
    const name = names[which % Math.max(1, names.length)] ?? ''
    const fact = facts.elements[name]
    if (fact) see(with_({ [name]: { ...fact, checked: which % 2 > 0 } }))
  }
  function goOn(step: Step | undefined, isDone: boolean, which: number): void {
    if (!step) {
      say('done')
      return
    }
    if (step.page) bring({ page: step.page }, which)
    if (step.when) bring(step.when, which)
    if (step.target) see(with_({ [step.target]: { ...facts.elements[step.target], status: 'found' } }))
    if (isDone && isAbsence(step.done) && step.when) send(step.target)
    else if (isDone) {
      if (step.target) see({ ...facts, pressed: step.target })
      bring(step.done, which)
    }
  }
  function live({ turn, which }: Turn, step: Step | undefined): void {
    if (turn === 'fulfil' || turn === 'place') goOn(step, turn === 'fulfil', which)
    else if (turn === 'key') aKey('made', which)
    else if (turn === 'next-key') aKey('subject', which)
    else if (isEnding(turn)) end(turn, which, step?.when !== undefined)
    else if (turn === 'spoil') spoil(which)
    else say(turn)
  }

  for (const turn of turns) {
    const { kind, step } = person.view()
    live(turn, kind === 'step' ? guide.steps.find(({ id }) => id === step) : undefined)
    const view = person.view()
    after.push(`${turn.turn} ${turn.which} → ${view.step}`)
    if (view.kind !== 'receipt') continue
    const sentences = [
      ...(view.words.do === guide.summary ? [{ label: '', text: guide.summary }] : []),
      ...(view.receipt ?? []),
    ]
    for (const { label, text } of sentences) {
      const name = `${guide.id}: ${label}`
      said.set(name, (said.get(name) ?? 0) + 1)
      const witness = witnessOf(guide.id, label)
      if (witness === undefined || !holds(witness, history, text))
        return { guide: guide.id, label, says: text, after: after.slice(-14) }
    }
  }
  return undefined
}
