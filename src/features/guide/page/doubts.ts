/** What a step's target probably is, and what the person said to that. Remembers it while the guide runs in this document. */
import { nameOf } from '../../../locator/name.ts'
import { DIALOGS, seeable } from '../../../locator/reach.ts'
import { roleOf } from '../../../locator/role.ts'
import { closest, holds } from '../../../locator/tree.ts'
import { type Candidate, grade, isSaid, type Want } from '../core/grade.ts'
import type { ViewTarget } from '../core/tour.ts'
import { filledOf, pickedIn } from './form-fields.ts'
import { around } from './forms.ts'
import {
  controlsIn,
  controlsWithin,
  isEntry,
  isInList,
  isNamed,
  isOfSite,
  isWayOut,
  kindOf,
  navigation,
  rootsOfPage,
  rowAround,
  saysOf,
  tilesIn,
} from './page-controls.ts'
import { readsAs } from './reads-as.ts'

/** `isPicked`: it is a picker, and what is meant is picked in it, or something else. */
export type Doubt = { elements: Element[]; isCertain: boolean; isPicked?: boolean }

export type Doubts = {
  /** @param taken what is known to be something else @param isBehind does something shut it off? */
  guess(
    target: ViewTarget,
    form: Element | null,
    row: Element | undefined,
    taken: Set<Element>,
    isBehind?: (element: Element) => boolean,
  ): Doubt | null
  isRefused(name: string, element: Element): boolean
  /** The person says that this is the target, or that it is not. */
  answer(name: string, element: Element, isIt: boolean): void
  /** The person did something in the form: a button that was refused may only have come too early. */
  acted(): void
}

const signOf = (element: Element): string => `${roleOf(element)}|${nameOf(element)}`

export function createDoubts(): Doubts {
  const yes = new Map<string, string>()
  const no = new Map<string, Set<string>>()
  /** What was told by being the only empty field stays so once it is filled in. */
  const last = new Map<string, string>()
  return {
    guess(target, form, row, taken, isBehind) {
      const refused = no.get(target.name)
      const part = row ?? form
      const roots = rootsOfPage()
      const there = [
        ...(part ? [...controlsWithin(part), ...tilesIn(part)] : controlsIn(roots)),
        // Items of an open menu, wherever it is drawn. For a row only while something in that row is open: then the menu is the row’s.
        ...roots
          .flatMap(root => [...root.querySelectorAll('[role=menuitem]')])
          .filter(
            one =>
              (!row || row.querySelector('[aria-expanded=true]')) &&
              seeable(one) &&
              target.like &&
              isSaid(saysOf(one), target.like),
          ),
      ].filter(
        element =>
          !taken.has(element) &&
          !refused?.has(signOf(element)) &&
          // What copies does nothing else.
          (target.like?.some(group => group.includes('copy')) || !isNamed(element, 'copies')),
      )
      // Beside “Save”, “Save & new” is not meant: it does the same and something more.
      const texts = there.map(one => (part && kindOf(one) === 'press' ? nameOf(one).toLowerCase() : ''))
      const all = there.filter(
        (_, at) =>
          !texts.some(
            text => text && texts[at]?.startsWith(text) && readsAs('andMore', texts[at].slice(text.length)),
          ),
      )
      const same = all.filter(element => signOf(element) === yes.get(target.name))
      if (same.length === 1) return doubtOf(target, same, true)
      const traits = all.map(element => traitsOf(element, form, last.get(target.name)))
      markPrimary(all, traits)
      const want = wantOf(target, form, row !== undefined)
      // Who has refused two is not asked about the next best thing.
      want.isSaid ||= Number(refused?.size) > 1
      const found = grade(want, traits)
        .flatMap(at => all[at] ?? [])
        .filter(one => !isBehind?.(one))
      const [only] = found
      if (!only) return null
      const field = !part && fieldBeside(only)
      if (field) return doubtOf(target, [field])
      last.set(target.name, signOf(only))
      return doubtOf(target, found)
    },
    isRefused: (name, element) => no.get(name)?.has(signOf(element)) === true,
    answer(name, element, isIt) {
      if (isIt) yes.set(name, signOf(element))
      else no.set(name, (no.get(name) ?? new Set()).add(signOf(element)))
    },
    acted() {
      for (const signs of no.values()) for (const sign of signs) if (/^button/.test(sign)) signs.delete(sign)
    },
  }
}

function doubtOf({ among, like = [] }: ViewTarget, elements: Element[], isCertain = false): Doubt {
  const [only] = elements
  const isPicker = among && only && kindOf(only) === 'pick'
  return { elements, isCertain, ...(isPicker && { isPicked: isSaid(pickedIn(only), like) }) }
}

/** More than a dozen are a list to search, not a few things to choose from. */
const offersOf = (element: Element): string =>
  [...((element as HTMLSelectElement).options ?? [])]
    .slice(0, 12)
    .map(({ text }) => text)
    .join(' ')

const wantOf = (
  { is, like = [], among, isSaid }: ViewTarget,
  form: Element | null,
  isInRow: boolean,
): Want => {
  const leaves = like.some(group => group.includes('close'))
  const ends = like.some(group => group.includes('revoke'))
  return {
    // What is a list in any layout is no plain button here: that would be one that explains it.
    role: (is.find(one => one.role === 'combobox') ?? is[0])?.role ?? '',
    like,
    ...(among && { among }),
    // A key in a list, or on a page, need not be left at all: the only button there may delete it.
    // Outside of a dialog the only button is not taken for one that ends something, unless a “Cancel” shows that the page asks a question.
    isSaid:
      isSaid ||
      (form !== null &&
        !form.matches(DIALOGS) &&
        (leaves || (ends && !controlsWithin(form).some(one => isWayOut(one, 'answersNo'))))),
    leaves,
    isInForm: is.some(({ within }) => within?.dialog),
    isFormOpen: form !== null,
    isInRow,
    not: is.flatMap(one => one.not ?? []),
  }
}

function traitsOf(element: Element, form: Element | null, kept: string | undefined): Candidate {
  const isOfForm = form !== null && (holds(form, element) || isInList(element))
  return {
    kind: kindOf(element),
    says: saysOf(element),
    offers: offersOf(element),
    isOfForm,
    isPrimary: false,
    isWayOut: isWayOut(element),
    // Nor does one wait for anything that searches, or only shows what stands in it.
    isFilled: !isEntry(element) || ('value' in element && element.value !== '' && signOf(element) !== kept),
    inNavigation: isOfSite(element, form) || (!isOfForm && closest(element, navigation) !== null),
    // A link in a row leads to what the row is about, also where the list stands in what is taken for the form.
    isOfRow: rowAround(element) !== null && (!isOfForm || element.matches('[href]')),
  }
}

/** What sends a form that stands on the page opens none: its field that is still empty comes first. */
const fieldBeside = (button: Element): Element | undefined =>
  controlsIn(rootsOfPage()).find(one => {
    const form = isEntry(one) && kindOf(one) === 'field' && !filledOf(one) && around([one])
    return form && kindOf(button) === 'press' && !form.querySelector('h1') && holds(form, button)
  })

/** Typed as the one that sends, or drawn unlike all others in the form. */
function markPrimary(elements: Element[], traits: Candidate[]): void {
  const presses = traits.flatMap((one, at) => {
    const element = elements[at]
    return element && one.isOfForm && one.kind === 'press' && !one.isWayOut
      ? [{ one, element, colour: getComputedStyle(element).backgroundColor }]
      : []
  })
  for (const { one, element, colour } of presses)
    one.isPrimary =
      element.getAttribute('type') === 'submit' ||
      (presses.length > 1 &&
        !/, 0\)$|transparent/.test(colour) &&
        presses.filter(other => other.colour === colour).length === 1)
}
