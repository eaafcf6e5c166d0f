/**
 * How sure is it which thing is meant, when no known wording is on the page? Never certain here: one that is probably it, a few among
 * which the person says, or none. Pure: traits in, a grade out.
 */

export type Kind = 'press' | 'field' | 'pick' | 'toggle'

export type Candidate = {
  kind: Kind
  /** All that names it: its name, label, placeholder, the text before it. */
  says: string
  /** What a picker has picked, and what can be picked in it as far as that is known. */
  offers?: string
  /** It is one of the controls that came up with the form. */
  inForm: boolean
  /** Drawn or typed as the form's main button. */
  isPrimary: boolean
  /** "Cancel", "Close", "Back". */
  isWayOut: boolean
  isFilled: boolean
  inNavigation: boolean
  inRow: boolean
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
  /** It ends something: then what gives up elsewhere may be it. */
  leaves?: boolean
  /** What it is easily mistaken for, in whole wordings. */
  not: string[]
}

/** More than these nobody compares. */
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

/** Words are told by how they begin, short ones whole ("news" is not "new"), those of East Asia, without blanks, by what they hold. */
export const names = (word: string, beginnings: string[]): boolean =>
  beginnings.some(one =>
    one >= '\u2e80' ? word.includes(one) : one.length <= 3 ? word === one : word.startsWith(one),
  )

const says = (words: string[], like: string[][]): boolean =>
  like.every(group => words.some(word => names(word, group)))

/** Is this what a picker has picked? */
export const isSaid = (text: string, like: string[][]): boolean => says(wordsOf(text), like)

/** @returns indices into the candidates: the one that it probably is, a few among which the person says, or none. */
export function grade(want: Want, candidates: Candidate[]): number[] {
  const wanted = kinds[want.role] ?? []
  // What leads to a form is not looked for while it is open, and what stands in it only there.
  const isLate = want.isFormOpen && !want.isInForm && wanted.includes('press')
  if (!want.isInRow && (isLate || (want.isInForm && !want.isFormOpen))) return []
  const not = want.not.map(text => wordsOf(text).join(' '))
  const pool = candidates.flatMap((one, at) => {
    const words = wordsOf(one.says)
    // A button may open a menu of what it says.
    const isMenu = want.role === 'button' && says(words, want.like)
    const fits =
      (wanted.includes(one.kind) || ((want.among || isMenu) && one.kind === 'pick')) &&
      (want.leaves || !one.isWayOut) &&
      !one.inNavigation &&
      (want.isInRow || (!one.inRow && one.inForm === want.isFormOpen)) &&
      !not.includes(words.join(' '))
    return fits ? [{ ...one, at, words }] : []
  })
  const themselves = pool.filter(({ kind }) => wanted.includes(kind) || !want.among)
  const all = themselves.filter(({ words }) => says(words, want.like))
  // "New" or "+ Add" alone: it says nothing else.
  const bare = themselves.filter(
    ({ words }) => words[0] && words.every(word => want.like.some(group => names(word, group))),
  )
  // A thing to choose may stand in a list that is not open: then the list is pointed at.
  const pickers = pool.filter(
    ({ kind, words, offers = '' }) =>
      kind === 'pick' &&
      want.among !== undefined &&
      (says(words, want.among) || says(wordsOf(offers), want.like)),
  )
  const said = [all, bare, pickers].find(([first]) => first)
  const some = said ?? (want.isFormOpen && !want.isSaid ? left(themselves, wanted) : [])
  return some.length > (said ? mostToPickFrom : 1) ? [] : some.map(({ at }) => at)
}

/** In a form some things are told by being the only one of their kind. */
function left<T extends Candidate>(pool: T[], wanted: Kind[]): T[] {
  if (wanted.includes('toggle') || wanted.includes('pick')) return []
  if (wanted.includes('field')) return pool.filter(({ isFilled }) => !isFilled)
  const primary = pool.filter(({ isPrimary }) => isPrimary)
  return primary.length > 0 ? primary : pool
}
