/** Does `.gitignore` keep a file out of commits, and what to add if not. Pure. */
import ignore from 'ignore'
import { append, type TextFile } from './text-file.ts'

/** As git reads it: the last matching line decides, `!` takes back. */
export function covers(file: TextFile, path: string): boolean {
  // Case counts, as it does on Linux: where it does not, one rule too many does no harm.
  return ignore({ ignorecase: false }).add(file.text).ignores(path)
}

/** The file with one more rule at its end, where nothing before it can take it back. */
export function addRule(file: TextFile, path: string): TextFile {
  return { ...file, text: append(file, ['# Holds keys: never commit it', `/${path}`]) }
}
