/** Does `.gitignore` keep a file out of commits, and what to add if not. Pure. */
import ignore from 'ignore'
import { append, linesOf, type TextFile } from './text-file.ts'

/** As git reads it: the last matching line decides, `!` takes back. */
export function covers(file: TextFile, path: string): boolean {
  // Case counts, as it does on Linux: where it does not, one rule too many does no harm.
  return ignore({ ignorecase: false }).add(file.text).ignores(path)
}

/** The rules of one folder; `folder` is its path with a slash at its end, '' for the outermost. */
export type FolderRules = { folder: string; file: TextFile }

/**
 * The same with rules in folders further down, outermost first: each is read as if it stood in the outermost folder, so that
 * the last one that matches decides, and what lies in a folder that is left out is left out with it.
 */
export function coversBelow(rules: FolderRules[], path: string): boolean {
  const all = ignore({ ignorecase: false })
  for (const { folder, file } of rules) {
    if (folder === '') all.add(file.text)
    else all.add(linesOf(file.text).map(({ line }) => fromOutermost(folder, line)))
  }
  return all.ignores(path)
}

function fromOutermost(folder: string, line: string): string {
  if (line.trim() === '' || line.startsWith('#')) return ''
  const back = line.startsWith('!')
  const pattern = back ? line.slice(1) : line
  const place = folder.replace(/[\\*?[\]]/g, '\\$&')
  // With a slash before its end it means a place in this folder, without one any place below it.
  const anywhere = !/\/(?!\s*$)/.test(pattern)
  return `${back ? '!' : ''}/${place}${anywhere ? '**/' : ''}${pattern.replace(/^\//, '')}`
}

/** The file with one more rule at its end, where nothing before it can take it back. */
export function addRule(file: TextFile, path: string): TextFile {
  return { ...file, text: append(file, ['# Holds keys: never commit it', `/${path}`]) }
}
