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
  /** For so long has nothing been left to do on the page that it is not just working. */
  isPageDone: boolean
  /** Steps at which the person was stuck, and goes on alone. */
  gaveUp: Set<string>
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

/** Milliseconds that a person gives Keyway to notice a key that they see. */
const patienceForKey = 2_000
/** Milliseconds without any way on after which a person is stuck. The aim for a card that only waits is 10 s; a person who cannot go on gives up earlier here. */
export const stuckAfter = 5_000
/** Once a person goes on alone at a step they look at the card only briefly before each thing they do. */
const glance = 900
/** Milliseconds after which a person leaves out what the card asks for and what is not there to be done. */
const skipAfter = 3_000
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
]
/** Purposes that would take a key away that is not kept yet. */
const endsKey = ['done', 'nav']

export function nextMove({ overlay, truth }: Sight, memory: Memory, now: number): Move {
  const { card } = overlay
  const next = truth?.next ?? null
  const wait: Move = { do: 'wait' }
  const fresh = (move: Move): boolean => !memory.tried.has(moveName(move))
  if (!truth && now - memory.since > skipAfter && fresh({ do: 'go-back' })) return { do: 'go-back' }
  if (!card) return now - memory.since > stuckAfter ? stuckOrOwn(next, memory) : wait
  if (card.isFolded) return { do: 'unfold', button: card.buttons[0] as Button }
  if (card.isReceipt) return { do: 'end' }
  const candidates = movesFor({ overlay, truth }, card, memory, now).filter(fresh)
  if (candidates[0]) return candidates[0]
  const patience = memory.gaveUp.has(card.step) ? glance : stuckAfter
  return now - memory.since < patience ? wait : stuckOrOwn(next, memory, card.step)
}

/** Stuck is said first; then the person goes on alone, as far as they know the page. */
function stuckOrOwn(next: Truth['next'], memory: Memory, step = ''): Move {
  if (next === null) return { do: 'end' }
  if (!memory.gaveUp.has(step)) return { do: 'stuck' }
  const own: Move = { do: 'perform', purpose: next.purpose, onTheirOwn: true }
  return memory.tried.has(moveName(own)) ? { do: 'end' } : own
}

function movesFor({ overlay, truth }: Sight, card: Card, memory: Memory, now: number): Move[] {
  const next = truth?.next ?? null
  const moves: Move[] = []
  const press = (...ways: Way[]) => {
    for (const way of ways)
      for (const button of card.buttons)
        if (!button.isOption && wayOf(button.label) === way) moves.push({ do: 'press', way, button })
  }
  const save = card.buttons.find(one => wayOf(one.label) === 'save')
  if (save && !memory.keyTried.has('card')) moves.push({ do: 'save', button: save })
  const keyWaits = truth?.isKeyInSight === true && memory.keySince !== undefined
  if (keyWaits && memory.keySince !== undefined) {
    if (now - memory.keySince < patienceForKey) return moves
    if (!memory.keyTried.has('pull')) moves.push({ do: 'pull' })
    else if (!memory.keyTried.has('paste')) moves.push({ do: 'paste' })
    if (moves.length > 0) return moves
  }

  const [index, ring] = bestRing(overlay.rings)
  const meant = truth?.meant[index] ?? []
  if (ring) moves.push(...movesForRing(ring, meant, next, card, memory))
  const options = card.buttons.filter(one => one.isOption)
  const [option] = options
  // A question that stands before everything else has no step's words and no other button to go on.
  if (option && isQuestion(card)) moves.push({ do: 'press', way: 'kept', button: option })
  const asked = askedFor(card.guide, card.step)
  // Words that help: what they ask for is what comes next, or can be done in whatever order.
  const wanted = next && isAskedFor(card.guide, card.step, next.purpose) ? next.purpose : undefined
  const early = toFill.find(
    purpose => asked.includes(purpose) && truth?.now.includes(purpose) && !memory.done.includes(purpose),
  )
  const found = wanted ?? early
  if (found !== undefined && !(keyWaits && endsKey.includes(found)))
    moves.push({ do: 'perform', purpose: found, onTheirOwn: false })
  if (card.note !== '' && !memory.stays.has(card.step)) press('link')
  for (const button of card.buttons)
    if (!button.isOption && wayOf(button.label) === 'action' && /^Test|side panel|^Ask/.test(button.label))
      moves.push({ do: 'press', way: 'action', button })
  // While the page works a person waits for it.
  if (next === null && !memory.isPageDone) return moves
  const isHonest =
    asked.length === 0 ||
    asked.some(purpose => memory.done.includes(purpose)) ||
    isOnlyToLook(card.guide, card.step) ||
    next === null ||
    comesLater(card.guide, card.step, next.purpose)
  if (!isHonest) return moves
  press('kept', 'said', 'again')
  if (now - memory.since >= skipAfter) press('skip')
  return moves
}

function movesForRing(ring: Ring, meant: Meant[], next: Truth['next'], card: Card, memory: Memory): Move[] {
  const [best] = meant
  const isRight = best?.isRightNow === true
  const button = (way: Way): Move[] =>
    card.buttons.filter(one => wayOf(one.label) === way).map(one => ({ do: 'press', way, button: one }))
  if (ring.kind === 'likely' && button('yes').length > 0) return isRight ? button('yes') : button('no')
  if (ring.kind === 'numbered') {
    const wanted = card.buttons.find(one => one.label.trim().startsWith(ring.label))
    return isRight && wanted ? [{ do: 'press', way: 'yes', button: wanted }] : []
  }
  if (!isRight || !best) return []
  if (next && control(next.purpose) === control(best.purpose))
    return [{ do: 'perform', purpose: next.purpose, onTheirOwn: false }]
  const own: Move = { do: 'perform', purpose: best.purpose, onTheirOwn: false, box: ring.box }
  const keep = [...button('kept'), ...button('said')]
  if (memory.done.includes(best.purpose)) return keep
  if (toFill.includes(best.purpose)) return [own, ...keep]
  // It is right to look at, and is as it should be already: then the card's own button is what leads on.
  return keep.length > 0 ? keep : [own]
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
