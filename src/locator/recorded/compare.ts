/**
 * What speaks for and against "this element is the one that was described". Each signal is a number, mostly 0 to 1, that says
 * only what it compares; how much it is worth is in weights.ts. A glance is cheap enough for every element.
 */

import { kindred, roleOf } from '../role.ts'
import type { Surroundings, Traits } from '../traits.ts'
import { fold, squeeze, wordsOf } from '../words.ts'
import { addressLikeness, leads } from './address.ts'
import { asidesOf } from './sayings.ts'
import type { Want } from './want.ts'
import { SIGNALS, type Signals } from './weights.ts'

const blank = (): Signals => Object.fromEntries(SIGNALS.map(signal => [signal, 0])) as Signals

/** A redesign swaps these for one another. */
const PRESSED = new Set(['a', 'button', 'input', 'summary'])

/**
 * Is it worth a closer look? A rough sum for every element of the page, so it compares whole strings only, and letters of texts
 * when the tags are equal.
 */
export function atAGlance(want: Want, traits: Traits): number {
  let sum = traits.tag === want.tag ? 2 : PRESSED.has(want.tag) && PRESSED.has(traits.tag) ? 1 : 0
  if (want.id && traits.id === want.id) sum += 3
  if (want.href && traits.href === want.href && leads(want.href)) sum += 2
  if (want.class && traits.class === want.class) sum += 1
  if (traits.text) {
    if (want.texts.has(traits.text) || want.asides.includes(traits.text)) sum += 5
    else if (want.text) {
      const like = sum && likeness(want, traits.text)
      if (sum === 1) sum = like > 0.4 ? 3 * like : 0
      else sum += like ? 3 * like : -1
    } else sum -= 1
  } else if (!want.text) sum += 1
  if (sum > 0 && sum < 4 && !(want.text && traits.text) && traits.element.hasAttributes()) {
    if (want.name && traits.element.getAttribute('name') === want.name) sum += 2
    for (const aside of asidesOf(traits)) if (want.asides.includes(aside) || want.texts.has(aside)) sum += 3
  }
  return sum
}

/** Of texts that differ much in length it is nothing. */
const likeness = ({ text, pairs }: Want, other: string): number =>
  Math.min(text.length, other.length) * 4 > Math.max(text.length, other.length) ? pairs.likeness(other) : 0

/** How often a text occurs on the page. */
export type Crowd = (text: string) => number

const akin = (a: string, b: string): number => (a === b || kindred(a, b) ? 1 : 0)

function texts(s: Signals, want: Want, traits: Traits, crowd: Crowd, foreign: boolean): void {
  const text = traits.text
  if (want.texts.has(text)) {
    s.textSame = 1
    s.textRare = Math.max(0, 1 - Math.log2(Math.max(1, crowd(text))) / 6)
    return
  }
  if ((text ? [text] : asidesOf(traits)).some(said => want.rivalTexts.has(said))) s.rivalText = 1
  if (traits.element.hasAttributes() || want.asides.length) asides(s, want, traits, foreign)
  if (want.texts.size === 0 || s.textSame || foreign) return
  if (!text) s.textLost = 1
  else {
    s.textLike = Math.max(0, likeness(want, text) - 0.3) / 0.7
    s.textOther = 1 - s.textLike
  }
}

/** An icon with a label, a picture with alt, a field with its label and placeholder. */
function asides(s: Signals, want: Want, traits: Traits, foreign: boolean): void {
  if (want.asides.length === 0 && want.texts.size === 0) return
  const here = asidesOf(traits)
  // What it said is now its label, or the other way round.
  if ((!traits.text && here.some(aside => want.texts.has(aside))) || want.asides.includes(traits.text)) {
    s.textSame = 0.9
    s.textRare = 0.7
  } else if (want.asides.some(aside => here.includes(aside))) s.asideSame = 1
  else if (!foreign && want.asides.length && (here.length || traits.text)) {
    let like = 0
    for (const pairs of want.asidePairs)
      for (const aside of here) like = Math.max(like, pairs.likeness(aside))
    // A field whose label and placeholder are both others' is another field.
    s.asideOther = Math.min(1, (1 - like) / 0.7) * (want.texts.size ? 1 : 2)
  }
}

function addresses(s: Signals, want: Want, traits: Traits): void {
  if (!leads(want.href)) return
  const href = traits.href
  if (!leads(href)) return
  const like = addressLikeness(want.href, href)
  if (like >= 0.95) s.hrefSame = 1
  else {
    s.hrefOther = 1 - like
    if (want.rivalHrefs.has(href)) s.rivalHref = 1
  }
}

/** `foreign`: the page speaks another language than it did, so that another text says nothing. */
export function compare(
  want: Want,
  traits: Traits,
  here: Surroundings,
  crowd: Crowd,
  foreign: boolean,
): Signals {
  const s = blank()
  const { opening, element } = traits
  const role = roleOf(element)
  s.tagSame = want.tag === traits.tag && (want.tag !== 'input' || role === want.role) ? 1 : 0
  if (!s.tagSame && want.role) s.kin = akin(want.role, role)
  texts(s, want, traits, crowd, foreign)
  if (want.id && want.id === traits.id) s.idSame = 1
  if (want.name && want.name === element.getAttribute('name')) s.nameSame = 1
  addresses(s, want, traits)
  if (want.words.length && !s.textSame) s.wordsIn = shared(want.words, wordsOf(fold(opening)))
  const path = here.path
  const pathLike = pathLikeness(want.path, path)
  if (pathLike === 1) s.pathSame = 1
  if (foreign) s.asWas = s.pathSame
  if (want.path.at(-1) === path.at(-1) && want.path.at(-2) === path.at(-2)) s.orderSame = 1
  if (want.beside.length) {
    const beside = new Set([...here.before, ...here.after])
    s.besideSame = want.beside.filter(text => beside.has(text)).length / want.beside.length
    s.nextSame =
      (want.before[0] && want.before[0] === here.before[0] ? 0.5 : 0) +
      (want.after[0] && want.after[0] === here.after[0] ? 0.5 : 0)
  }
  const [x, y] = want.box
  const [left, top, width, height] = here.box
  s.placeLike = 1 / (1 + Math.hypot(left - x, (top - y) / 2) / 150)
  s.far = farness(y, top)
  for (const other of want.twins) {
    const nearer = pathLikeness(other.path, path) - pathLike + s.far - farness(other.y, top)
    s.twinNearer = Math.max(s.twinNearer, Math.min(1, nearer))
  }
  if (want.zone !== here.zone) s.zoneOther = want.zone && here.zone ? 1 : 0.5
  if (s.textOther && !s.rivalText) {
    const text = squeeze(opening)
    const like = want.pairs.likeness(text)
    for (const rival of want.rivalPairs) s.rivalLike = Math.max(s.rivalLike, rival.likeness(text) - like)
  }
  if (width * height === 0) s.unseen = 1
  s.otherHref = s.textOther * s.hrefSame
  s.otherSlot = s.textOther * s.nextSame
  return s
}

/** How far one moved up or down the page: from the top of the page it is the ratio that counts, 0 to 1. */
const farness = (a: number, b: number): number =>
  Math.min(1, Math.abs(Math.log((Math.max(0, a) + 100) / (Math.max(0, b) + 100))) / 3)

/** Share of the shorter text's words that the longer one has. */
const shared = (a: string[], b: string[]): number => {
  if (b.length === 0) return 0
  const there = new Set(b)
  const mine = new Set(a)
  return Math.min(1, [...mine].filter(word => there.has(word)).length / Math.min(mine.size, there.size, 6))
}

/** Tags shared from the element upwards and from the top downwards; numbers count half. */
function pathLikeness(a: string[], b: string[]): number {
  const most = Math.max(a.length, b.length)
  const alike = (x = '', y = '') => (x === y ? 1 : x.replace(/\d+$/, '') === y.replace(/\d+$/, '') ? 0.5 : 0)
  const along = (place: (step: number) => number) => {
    let sum = 0
    for (let step = 0; step < most; step++) {
      const value = alike(a.at(place(step)), b.at(place(step)))
      if (!value) break
      sum += value
    }
    return sum
  }
  const up = along(step => -1 - step)
  const down = along(step => step)
  return Math.min(1, Math.max(up, down, (up + down) / 2) / most)
}
