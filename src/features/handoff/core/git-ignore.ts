/** Does `.gitignore` keep a file out of commits, and what to add if not. Pure. */
import { fitsPath, type PathPattern, pathPattern } from './glob.ts'
import { append, type TextFile } from './text-file.ts'

/** The rules of one folder; `folder` is its path with a slash at its end, '' for the outermost. */
export type FolderRules = { folder: string; file: TextFile }

type Rule = { isBack: boolean; isForFolders: boolean; folder: string[]; pattern: PathPattern }

/** As git reads it: the last matching line decides, `!` takes back. Case counts: where it does not, one rule too many does no harm. */
export const covers = (file: TextFile, path: string): boolean => coversBelow([{ folder: '', file }], path)

/** The same with rules in folders further down, outermost first; what lies in a folder that is left out is left out with it. */
export function coversBelow(rules: FolderRules[], path: string): boolean {
  const all = rules.map(rulesOf)
  const names = path.split('/')
  return names.some((_, at) => {
    const here = names.slice(0, at + 1)
    const isFolder = here.length < names.length
    for (const own of all.toReversed()) {
      const last = own.findLast(rule => (isFolder || !rule.isForFolders) && fits(rule, here))
      if (last) return !last.isBack
    }
    return false
  })
}

function fits({ folder, pattern }: Rule, path: string[]): boolean {
  const isBelow = path.length > folder.length && folder.every((name, at) => path[at] === name)
  if (!isBelow) return false
  return fitsPath(pattern, path.slice(folder.length))
}

/** A folder's rules are asked about each file below it. */
const known = new WeakMap<FolderRules, Rule[]>()

function rulesOf(rules: FolderRules): Rule[] {
  const found = known.get(rules) ?? rules.file.text.split('\n').flatMap(line => readRule(line, rules.folder))
  known.set(rules, found)
  return found
}

function readRule(written: string, folder: string): Rule[] {
  const line = withoutBlanks(written.replace(/\r$/, ''))
  const isBack = line.startsWith('!')
  const whole = isBack ? line.slice(1) : line
  const isForFolders = whole.endsWith('/')
  const pattern = isForFolders ? whole.slice(0, -1) : whole
  if (pattern === '' || line.startsWith('#')) return []
  // With a slash before its end it means a place in this folder, without one any place below it.
  const isPlace = pattern.includes('/')
  return [
    {
      isBack,
      isForFolders,
      folder: folder.split('/').slice(0, -1),
      pattern: pathPattern(isPlace ? pattern.replace(/^\//, '') : `**/${pattern}`),
    },
  ]
}

/** Without the blanks at its end, but for one behind a backslash. */
function withoutBlanks(line: string): string {
  let end = 0
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') end = Math.min(line.length, ++at + 1)
    else if (line[at] !== ' ') end = at + 1
  }
  return line.slice(0, end)
}

/** The file with one more rule at its end, where nothing before it can take it back. */
export function addRule(file: TextFile, path: string): TextFile {
  return { ...file, text: append(file, ['# Holds keys: never commit it', `/${path}`]) }
}
