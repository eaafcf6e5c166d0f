/**
 * Patterns of names and paths, as `.gitignore` and `.dockerignore` have them. They come from whoever made the folder, so no regular
 * expression is made of them: the time grows with the length of the pattern times that of the path, whatever either holds. Pure.
 * Rules: https://git-scm.com/docs/gitignore (read 22 November 2026).
 */

/** What a character of a name has to be; a star stands for any number of them. Undefined: the pattern is broken, and fits nothing. */
type NamePattern = (((character: string) => boolean) | '*')[] | undefined
/** The names between the slashes; `**` stands for any number of folders. */
export type PathPattern = (NamePattern | '**')[]

export const pathPattern = (pattern: string): PathPattern =>
  namesOf(pattern).map(name => (/^\*{2,}$/.test(name) ? '**' : namePattern(name)))

/** Between the slashes; one in brackets is a character of the set. */
function namesOf(pattern: string): string[] {
  const names: string[] = []
  let from = 0
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '[') at = characterSet(pattern, at + 1)?.end ?? at
    else if (pattern[at] === '\\' && pattern[at + 1] !== '/') at++
    else if (pattern[at] === '/' || pattern[at] === '\\') {
      names.push(pattern.slice(from, at))
      if (pattern[at] === '\\') at++
      from = at + 1
    }
  }
  return [...names, pattern.slice(from)]
}

const classes: Record<string, RegExp> = {
  alnum: /[a-z0-9]/i,
  alpha: /[a-z]/i,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9a-f]/i,
}

function namePattern(text: string): NamePattern {
  const pattern: NonNullable<NamePattern> = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '*') {
      if (pattern.at(-1) !== '*') pattern.push('*')
    } else if (character === '?') pattern.push(() => true)
    else if (character === '[') {
      const found = characterSet(text, at + 1)
      if (!found) return undefined
      pattern.push(found.has)
      at = found.end
    } else {
      const literal = character === '\\' ? text[++at] : character
      if (literal === undefined) return undefined
      pattern.push(each => each === literal)
    }
  }
  return pattern
}

/** @param start behind the bracket. @returns `end`: where the closing one stands; undefined: there is none */
function characterSet(text: string, start: number) {
  const isNot = text[start] === '!' || text[start] === '^'
  const parts: ((character: string) => boolean)[] = []
  let before: string | undefined
  const first = isNot ? start + 1 : start
  for (let at = first; at < text.length; at++) {
    if (text[at] === ']' && at > first)
      return { end: at, has: (one: string) => parts.some(part => part(one)) !== isNot }
    const named = text.startsWith('[:', at) ? /^\[:([a-z]*):\]/.exec(text.slice(at, at + 12)) : null
    if (named) {
      const known = classes[named[1] ?? '']
      if (!known) return undefined
      parts.push(one => known.test(one))
      at += named[0].length - 1
      before = undefined
      continue
    }
    const isRange = text[at] === '-' && before !== undefined && at + 1 < text.length && text[at + 1] !== ']'
    if (isRange) at++
    if (text[at] === '\\') at++
    const character = text[at]
    if (character === undefined) return undefined
    const from = isRange ? (before ?? character) : character
    parts.push(one => from <= one && one <= character)
    before = isRange ? undefined : character
  }
  return undefined
}

function fitsName(pattern: NamePattern, name: string): boolean {
  if (!pattern) return false
  let at = 0
  let [star, from] = [-1, 0]
  for (let next = 0; next < name.length; ) {
    const part = pattern[at]
    if (part === '*') [star, from] = [at++, next]
    else if (part?.(name[next] ?? '')) [at, next] = [at + 1, next + 1]
    // The last star takes one character more: none before it ever has to be asked again.
    else if (star >= 0) [at, next] = [star + 1, ++from]
    else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** Does the whole path fit? */
export function fitsPath(pattern: PathPattern, path: readonly string[]): boolean {
  /** How many parts of the pattern may be behind us. */
  let reached = skipped(pattern, [0])
  for (const name of path) {
    const next: number[] = []
    for (const at of reached) {
      const part = pattern[at]
      if (part === '**') next.push(at, ...(at === pattern.length - 1 ? [at + 1] : []))
      else if (at < pattern.length && fitsName(part, name)) next.push(at + 1)
    }
    reached = skipped(pattern, next)
    if (reached.size === 0) return false
  }
  return reached.has(pattern.length)
}

/** `**` may stand for no folder, but at the end only for something. */
function skipped(pattern: PathPattern, reached: number[]): Set<number> {
  const all = new Set<number>()
  for (let at of reached) {
    all.add(at)
    while (pattern[at] === '**' && at < pattern.length - 1) all.add(++at)
  }
  return all
}
