/**
 * Writes one variable into a `.env` and touches nothing else: comments, order, line ends, byte-order mark and every other
 * variable stay as they are. Pure.
 */
import { format } from '../../copy/core/formats.ts'
import { append, linesOf, type TextFile } from './text-file.ts'

export type DotEnvChange = {
  ok: true
  file: TextFile
  change: 'added' | 'replaced' | 'same'
  /** Where the variable stands afterwards, counted from 1. */
  line: number
  /** Other lines that set it too; the last one counts, and that is the one that was written. */
  alsoOn: number[]
}

export function setInDotEnv(
  file: TextFile,
  name: string,
  secret: string,
): DotEnvChange | { ok: false; code: 'cannot_quote'; message: string } {
  const made = format('env', name, secret)
  if (!made.ok) return made
  const entries = assignments(file.text).filter(entry => entry.name === name)
  const last = entries.at(-1)
  if (!last) {
    const text = append(file, [made.text])
    return { ok: true, file: { ...file, text }, change: 'added', line: linesOf(text).length, alsoOn: [] }
  }
  const alsoOn = entries.slice(0, -1).map(entry => entry.line)
  const value = made.text.slice(name.length + 1)
  const text = file.text.slice(0, last.from) + value + file.text.slice(last.to)
  const change = text === file.text ? 'same' : 'replaced'
  return { ok: true, file: { ...file, text }, change, line: last.line, alsoOn }
}

/** What the variable is set to, its quotes taken off; the last one counts. */
export function valueIn(file: TextFile, name: string): string | undefined {
  const last = assignments(file.text).findLast(entry => entry.name === name)
  return last && file.text.slice(last.from, last.to).replace(/^(["'`])([\s\S]*)\1$/, '$2')
}

type Assignment = {
  name: string
  line: number /** The value with its quotes, as a span of the text. */
  from: number
  to: number
}

/** Every assignment in the file. A quoted value may have several lines, and a line inside of it that looks like an assignment is none. */
function assignments(text: string): Assignment[] {
  const found: Assignment[] = []
  let at = 0
  let inside = 0
  for (const [index, { line, end }] of linesOf(text).entries()) {
    const assignment = at < inside ? null : /^\s*(?:export\s+)?([\w.-]+)[^\S\r\n]*=[^\S\r\n]*/.exec(line)
    if (assignment) {
      const { from, to } = valueSpan(text, at + assignment[0].length, at + line.length)
      found.push({ name: assignment[1] ?? '', line: index + 1, from, to })
      inside = to
    }
    at += line.length + end.length
  }
  return found
}

/** @param start where the value begins, blanks after `=` left out */
function valueSpan(text: string, start: number, lineEnd: number): { from: number; to: number } {
  const quote = text[start]
  if (quote === '"' || quote === "'" || quote === '`') {
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === '\\' && quote === '"') at++
      else if (text[at] === quote) return { from: start, to: at + 1 }
    }
    // A quote that is never closed: programs that read `.env` take the line as it is.
  }
  const bare = text.slice(start, lineEnd)
  if (bare.startsWith('#') && text[start - 1] !== '=') {
    // `NAME= # remark`: no value yet; it goes before the blanks, which keep the remark a remark.
    const from = text.lastIndexOf('=', start) + 1
    return { from, to: from }
  }
  const remark = /(?<!\s)\s+#/.exec(bare)
  return { from: start, to: start + (remark ? remark.index : bare.trimEnd().length) }
}
