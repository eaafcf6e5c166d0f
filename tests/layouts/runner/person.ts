/**
 * A plain person in front of a page with Keyway beside it: does what a ring, the words or the buttons say, nothing they know
 * otherwise. Decides only; walk-layout.ts sees and does.
 */
import type { Box, Meant, Truth } from './layout.ts'
import {
  askedFor,
  comesLater,
  control,
  guideOf,
  isAskedFor,
  isOnlyToLook,
  isStillOpen,
  type Way,
  wayOf,
} from './meanings.ts'
import type { Button, Card, Overlay, Ring } from './see-overlay.ts'

export type Sight = { overlay: Overlay; truth: Truth | undefined }

/** What the person remembers of this walk. */
export type Memory = {
  /** Since when a key has been in sight that is not captured yet; undefined: none is. */
  keySince: number | undefined
  /** Ways that were tried on the newest key. */
  keyTried: Set<'card' | 'pull' | 'paste'>
  /** Purposes that were done, newest last. */
  done: string[]
  /** What was tried while everything looked as it does now. */
  tried: Set<string>
  /** Since when everything looks as it does now (ms). */
  since: number
  /** Steps whose link was followed, or in which something was done on the page: there a person stays. */
  stays: Set<string>
  /** Steps that they have been shown. */
  shown: Set<string>
  /** For so long has nothing been left to do on the page that it is not just working. */
  isPageDone: boolean
  /** Steps at which the person was stuck, and goes on alone. */
  gaveUp: Set<string>
  /** Steps that they have left out once: a step that comes back is not left by that. */
  skipped: Set<string>
  tests: { step: string; count: number; last: number }
  /** The one that they mean. */
  project: string
  patience: Patience
}

export type Move =
  | { do: 'unfold'; button: Button }
  | { do: 'press'; way: Way; button: Button }
  | { do: 'save'; button: Button }
  | { do: 'perform'; purpose: string; onTheirOwn: boolean; box?: Box }
  /** Keyway led to an address that is none: back as a person goes back. */
  | { do: 'go-back' }
  | { do: 'pull' }
  | { do: 'paste' }
  | { do: 'wait' }
  | { do: 'stuck' }
  | { do: 'end' }

/** Milliseconds. A person in a hurry sees the same, and gives up earlier. */
export type Patience = {
  /** For Keyway to notice a key that they see. */
  key: number
  /** For Keyway to notice what they did, before they say that they did it. */
  notice: number
  /** Without any way on, until they are stuck. The aim for a card that only waits is 10 s; a person gives up earlier here. */
  stuck: number
  /** Until they leave out what the card asks for and what is not there to be done. */
  skip: number
  /** Going on alone they look at the card only so briefly before each thing they do. */
  glance: number
  /** Until they test once more. */
  test: number
}
export const patient: Patience = {
  key: 2_000,
  notice: 1_200,
  stuck: 5_000,
  skip: 3_000,
  glance: 900,
  test: 2_500,
}
export const hurried: Patience = {
  key: 1_200,
  notice: 700,
  stuck: 2_500,
  skip: 1_200,
  glance: 500,
  test: 1_500,
}
/** So often they press what may take its time: a test. */
const mostTests = 4

/** Fields that a person fills in where the ring stands, in whatever order; what is only to be looked at stays as it is. */
const toFill = [
  'name',
  'service-name',
  'amount',
  'card-name',
  'hard-limit',
  'auto-reload',
  'alert',
  'mfa-code',
  'card',
  'country',
  'city',
  'rules',
  'saved-box',
]
/** What is pressed, and says nothing by standing there: a person who is shown it presses it. */
const toPress = [
  'open-form',
  'open-form-menu',
  'next-step',
  'submit',
  'revoke',
  'row-open',
  'confirm-revoke',
  'reveal-eye',
  'copy',
  'done',
  'phone-start',
  'phone-send',
  'code-check',
  'sign-in',
]
/** Whether it was pressed shows only in what the page does about it. */
export const isPressed = (purpose: string): boolean => toPress.includes(purpose)
/** The way around a page, and which of its rows is meant: no page asks for that, the words of a step do. */
const isAskedByPage = (purpose: string): boolean =>
  !/^(?:nav|search|next-page|list-scroll|row-.*|revoke)$/.test(purpose)
export const isOfForm = (purpose: string): boolean => [...toFill, 'submit', 'next-step'].includes(purpose)
/** Purposes that would take a key away that is not kept yet. */
const endsKey = ['done', 'nav']

export function nextMove({ overlay, truth }: Sight, memory: Memory, now: number): Move {
  const { card } = overlay
  const { patience } = memory
  const next = truth?.next ?? null
  const wait: Move = { do: 'wait' }
  const fresh = (move: Move): boolean => !memory.tried.has(moveName(move))
  if (!truth && now - memory.since > patience.skip && fresh({ do: 'go-back' })) return { do: 'go-back' }
  if (!truth) return wait
  if (!card) return now - memory.since > patience.stuck ? stuckOrOwn(next, memory) : wait
  if (card.isFolded) return { do: 'unfold', button: card.buttons[0] as Button }
  if (card.isReceipt) return { do: 'end' }
  memory.shown.add(card.step)
  const candidates = movesFor({ overlay, truth }, card, memory, now).filter(
    move => fresh(move) || (move.do === 'press' && move.way === 'action'),
  )
  if (candidates[0]) return candidates[0]
  if (memory.tests.step === card.step && now - memory.tests.last <= patience.test) return wait
  const most = memory.gaveUp.has(card.step) ? patience.glance : patience.stuck
  return now - memory.since < most ? wait : stuckOrOwn(next, memory, card.step)
}

/** Stuck is said first; then the person goes on alone, as far as they know the page. */
function stuckOrOwn(next: Truth['next'], memory: Memory, step = ''): Move {
  if (next === null) return { do: memory.isPageDone ? 'end' : 'wait' }
  if (!memory.gaveUp.has(step)) return { do: 'stuck' }
  const own: Move = { do: 'perform', purpose: next.purpose, onTheirOwn: true }
  return memory.tried.has(moveName(own)) ? { do: 'end' } : own
}

function movesFor({ overlay, truth }: Sight, card: Card, memory: Memory, now: number): Move[] {
  const { patience } = memory
  const next = truth?.next ?? null
  const moves: Move[] = []
  const press = (...ways: Way[]) => {
    for (const way of ways)
      for (const button of card.buttons)
        if (!button.isOption && wayOf(button.label) === way) moves.push({ do: 'press', way, button })
  }
  const save = card.buttons.find(one => wayOf(one.label) === 'save')
  if (save && !memory.keyTried.has('card')) moves.push({ do: 'save', button: save })
  // The words say it: what can only be copied is pasted in the panel.
  const isCopied = memory.done.includes('copy') && truth?.isKeyInSight === false && /paste/i.test(card.text)
  if (isCopied && truth.keys.length > 0 && !memory.keyTried.has('paste')) return [...moves, { do: 'paste' }]
  const keyWaits = truth?.isKeyInSight === true && memory.keySince !== undefined
  if (keyWaits && memory.keySince !== undefined) {
    if (now - memory.keySince < patience.key) return moves
    if (!memory.keyTried.has('pull')) moves.push({ do: 'pull' })
    else if (!memory.keyTried.has('paste')) moves.push({ do: 'paste' })
    if (moves.length > 0) return moves
  }

  const [index, ring] = bestRing(overlay.rings)
  const meant = truth?.meant[index] ?? []
  if (ring) moves.push(...movesForRing(ring, meant, next, card, memory, now))
  const options = card.buttons.filter(one => one.isOption)
  const [option] = options
  // A question that stands before everything else has no step's words and no other button to go on.
  if (option && isQuestion(card)) moves.push({ do: 'press', way: 'kept', button: option })
  // Whoever wants to see a page closes what lies over it.
  if (next?.purpose === 'clear-away') moves.push({ do: 'perform', purpose: next.purpose, onTheirOwn: false })
  const asked = [
    ...askedFor(card.guide, card.step, card.text),
    ...(card.text.includes('Press the eye or “Show”') ? ['reveal-eye', 'copy'] : []),
    ...(card.note.includes('open the form again') ? ['open-form', 'open-form-menu'] : []),
  ]
  // Words that help: what they ask for is what comes next, or can be done in whatever order.
  const isToMenu = next?.purpose === 'nav' && /the site’s menu|form’s tabs/.test(card.note)
  const isPageFirst =
    next !== null &&
    isAskedByPage(next.purpose) &&
    /do what (?:the page|it) asks for first|what else the page asks for|ill in or choose what/.test(card.note)
  const wanted =
    next && (isToMenu || isPageFirst || asked.includes(control(next.purpose))) ? next.purpose : undefined
  const early = [...toFill, 'done'].find(
    purpose => asked.includes(purpose) && truth?.now.includes(purpose) && !memory.done.includes(purpose),
  )
  const found = wanted ?? early ?? otherProject(asked, truth, memory)
  if (found !== undefined && !(keyWaits && endsKey.includes(found)))
    moves.push({ do: 'perform', purpose: found, onTheirOwn: false })
  if (card.note !== '' && !memory.stays.has(card.step)) press('link')
  const test = card.buttons.find(one => /^(Test now|Check permissions|Open the side panel)/.test(one.label))
  const { tests } = memory
  const isAgain = tests.step === card.step
  const hasOwnWay = card.buttons.some(one => !one.isOption && ['kept', 'said'].includes(wayOf(one.label)))
  if (test && (!isAgain || (!hasOwnWay && tests.count < mostTests && now - tests.last > patience.test)))
    moves.push({ do: 'press', way: 'action', button: test })
  // An answer takes its time.
  if (test && isAgain && now - tests.last <= patience.test) return moves
  // While the page works a person waits for it.
  if (next === null && !memory.isPageDone) return moves
  if (!isHonestlyDone(card, asked, truth, memory)) return moves
  // Nor is anything said of what may only not be drawn yet.
  const isWaiting = memory.stays.has(card.step) || (next !== null && !isOnlyToLook(card.guide, card.step))
  if (now - memory.since < patience.notice && isWaiting) return moves
  press('kept', 'said', 'again')
  if (now - memory.since < patience.skip || memory.skipped.has(card.step)) return moves
  press('skip')
  // Where a question is asked the other ways on are one press away.
  const more = card.buttons.find(one => one.label === 'More')
  if (more) moves.push({ do: 'press', way: 'other', button: more })
  return moves
}

/** Asked to look at the project, a person who sees that another one is chosen chooses theirs. */
function otherProject(asked: string[], truth: Truth | undefined, memory: Memory): string | undefined {
  const form = truth?.happened.form as { project?: string } | undefined
  const isOther = form?.project !== undefined && form.project !== memory.project
  const isAsked = asked.includes('project') && truth?.now.includes('project')
  return isOther && isAsked && !memory.done.includes('project') ? 'project' : undefined
}

/** May a person say that this step is done, or leave it out, without a lie? */
function isHonestlyDone(
  { guide, step }: Card,
  asked: string[],
  truth: Truth | undefined,
  { done, shown }: Memory,
): boolean {
  if (isOnlyToLook(guide, step)) return true
  // What is said to be in the way, and is not, is passed by.
  const next = truth?.next ?? null
  if (guideOf(guide)?.detours.some(({ id }) => id === step))
    return next !== null && !asked.includes(next.purpose)
  // Who filled in some of a form has not sent it.
  const isDone =
    asked.some(purpose => done.includes(purpose)) && (!asked.includes('submit') || done.includes('submit'))
  if (next === null) return isDone || truth?.isReached === true || asked.length === 0
  if (asked.includes(control(next.purpose)) || isStillOpen(guide, step, next.purpose, done, shown))
    return false
  return isDone || asked.length === 0 || comesLater(guide, step, next.purpose)
}

function movesForRing(
  ring: Ring,
  meant: Meant[],
  next: Truth['next'],
  card: Card,
  memory: Memory,
  now: number,
): Move[] {
  const [best] = meant
  const isRight = best?.isRightNow === true
  const button = (way: Way): Move[] =>
    card.buttons
      .filter(one => !one.isOption && wayOf(one.label) === way)
      .map(one => ({ do: 'press', way, button: one }))
  // “Yes” where it is asked whether this is it; a field that may stay empty has a “No” only.
  if (ring.kind === 'likely' && (!isRight || button('yes').length > 0))
    return isRight ? button('yes') : button('no')
  if (ring.kind === 'numbered') {
    const wanted = card.buttons.find(one => one.label.trim().startsWith(ring.label))
    return isRight && wanted ? [{ do: 'press', way: 'yes', button: wanted }] : []
  }
  if (!isRight || !best) return []
  if (next && control(next.purpose) === control(best.purpose))
    return [{ do: 'perform', purpose: next.purpose, onTheirOwn: false }]
  // A row is lit, and the words say which of its buttons; or the card's list names what comes first.
  if (next && isAskedFor(card.guide, card.step, next.purpose, card.text))
    return [{ do: 'perform', purpose: next.purpose, onTheirOwn: false }]
  const own: Move = { do: 'perform', purpose: best.purpose, onTheirOwn: false, box: ring.box }
  // The page is still at what was done last.
  if (next === null && !memory.isPageDone) return memory.done.includes(best.purpose) ? [] : [own]
  // Keyway sees what was done a moment later; who looks up and finds it told again says that it is done.
  const isTooSoon = now - memory.since < memory.patience.notice && memory.stays.has(card.step)
  const keep = isTooSoon ? [] : [...button('kept'), ...button('said')]
  if (memory.done.includes(best.purpose)) return keep
  if (toFill.includes(best.purpose)) return [own, ...keep]
  if (toPress.includes(best.purpose)) return [own]
  // A field that stays empty: the page does not ask for it.
  if (/^(?:Fill in|Choose yours)/.test(card.note)) return button('no')
  // It is right to look at, and is as it should be already: then the card's own button is what leads on.
  return isOnlyToLook(card.guide, card.step) && keep.length > 0 ? keep : [own, ...keep]
}

/** The first ring that is certain, else the first. */
function bestRing(rings: Ring[]): [number, Ring | undefined] {
  const certain = rings.findIndex(one => one.kind === 'certain')
  const index = Math.max(certain, 0)
  return [index, rings[index]]
}

/** A choice of the guide that is asked first of all. */
const isQuestion = (card: Card): boolean =>
  guideOf(card.guide)?.choices.some(({ id, with: where }) => id === card.step && where === undefined) === true

export function moveName(move: Move): string {
  if (move.do === 'press') return `press ${move.button.label}`
  if (move.do === 'perform') return `${move.onTheirOwn ? 'own ' : ''}${move.purpose}`
  return move.do
}
