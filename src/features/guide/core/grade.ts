/**
 * Guesses which element a step means when the page shows none of the wordings that the guide knows. The guess is never certain: one element
 * that it probably is, a few of which the person says which, or none. Pure: takes what is known of each candidate, returns indices.
 */

export type Kind = 'press' | 'field' | 'pick' | 'toggle'

export type Candidate = {
  kind: Kind
  /** All texts that name it: its accessible name, label, placeholder, the text before it. */
  says: string
  /** For a picker: what is picked in it, and what can be picked as far as that is known. */
  offers?: string
  /** It is one of the controls that came up with the form. */
  isOfForm: boolean
  /** Drawn or typed as the form's main button. */
  isPrimary: boolean
  /** "Cancel", "Close", "Back". */
  isWayOut: boolean
  isFilled: boolean
  inNavigation: boolean
  isOfRow: boolean
}

export type Want = {
  role: string
  /** Groups of beginnings of words; of each group one has to be said. */
  like: string[][]
  /** The same for the picker that offers it, where it is one of a few things to choose from. */
  among?: string[][]
  /** It stands in a form, by what the guide knows. */
  isInForm: boolean
  isFormOpen: boolean
  /** It stands in a row that is known: the candidates are those of the row. */
  isInRow: boolean
  /** By its words alone. */
  isSaid: boolean
  /** The step closes something: then a button like “Close” or “Cancel” may be meant. */
  leaves?: boolean
  /** What it is easily mistaken for, in whole wordings. */
  not: string[]
}

/** A person does not compare more than this many. */
const mostToPickFrom = 5

const kinds: Record<string, Kind[]> = {
  button: ['press'],
  link: ['press'],
  textbox: ['field'],
  spinbutton: ['field'],
  searchbox: ['field'],
  combobox: ['pick'],
  radio: ['toggle', 'press'],
  switch: ['toggle'],
  checkbox: ['toggle'],
}

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Does the word begin with one of these? Words of three letters or fewer must match whole (“news” is not “new”); East Asian text has no blanks, so there it is enough that the word contains one. */
export const names = (word: string, beginnings: string[]): boolean =>
  beginnings.some(one =>
    one >= '\u2e80' ? word.includes(one) : one.length <= 3 ? word === one : word.startsWith(one),
  )

const says = (words: string[], like: string[][]): boolean =>
  like.every(group => words.some(word => names(word, group)))

/** Does a text, for example what is picked in a picker, name the thing? */
export const isSaid = (text: string, like: string[][]): boolean => says(wordsOf(text), like)

/** @returns indices into the candidates: the one that it probably is, a few among which the person says, or none. */
export function grade(want: Want, candidates: Candidate[]): number[] {
  const wanted = kinds[want.role] ?? []
  // The button that opens a form is not looked for while the form is open, and what stands in the form only while it is.
  const isLate = want.isFormOpen && !want.isInForm && wanted.includes('press')
  if (!want.isInRow && (isLate || (want.isInForm && !want.isFormOpen))) return []
  const not = want.not.map(text => wordsOf(text).join(' '))
  const pool = candidates.flatMap((one, at) => {
    const words = wordsOf(one.says)
    // What looks like a picker may be a button that opens a menu.
    const isMenu = want.role === 'button' && says(words, want.like)
    const fits =
      (wanted.includes(one.kind) || ((want.among || isMenu) && one.kind === 'pick')) &&
      (want.leaves || !one.isWayOut) &&
      !one.inNavigation &&
      (want.isInRow || (!one.isOfRow && one.isOfForm === want.isFormOpen)) &&
      !not.includes(words.join(' '))
    return fits ? [{ ...one, at, words }] : []
  })
  const themselves = pool.filter(({ kind }) => wanted.includes(kind) || !want.among)
  const all = themselves.filter(({ words }) => says(words, want.like))
  // “New” or “+ Add” alone: every word is one of those looked for, though not all of those are there.
  const bare = themselves.filter(
    ({ words }) => words[0] && words.every(word => want.like.some(group => names(word, group))),
  )
  // An option may stand in a list that is closed: then the list is pointed at.
  const pickers = pool.filter(
    ({ kind, words, offers = '' }) =>
      kind === 'pick' &&
      want.among !== undefined &&
      (says(words, want.among) || says(wordsOf(offers), want.like)),
  )
  const named = [all, bare, pickers].find(([first]) => first)
  const some = named ?? (want.isFormOpen && !want.isSaid ? onlyOfItsKind(themselves, wanted) : [])
  return some.length > (named ? mostToPickFrom : 1) ? [] : some.map(({ at }) => at)
}

/** In a form a thing can be recognised because it is the only one of its kind: the one empty field, the main button. */
function onlyOfItsKind<T extends Candidate>(pool: T[], wanted: Kind[]): T[] {
  if (wanted.includes('toggle') || wanted.includes('pick')) return []
  if (wanted.includes('field')) return pool.filter(({ isFilled }) => !isFilled)
  const primary = pool.filter(({ isPrimary }) => isPrimary)
  return primary.length > 0 ? primary : pool
}
