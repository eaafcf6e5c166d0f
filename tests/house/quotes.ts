/**
 * Apostrophes and quotes are curly in what people read, and straight in code. A straight one that stands by itself is a
 * character somebody has to type, and stays.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const curly = (text: string): string =>
  text
    .replace(/(?<=[\p{L}\p{N}”)])'|'(?=\d0s\b)/gu, '’')
    .replace(/(^|[\s([{—–/*_])"(?=[\p{L}\p{N}.…#$])/gmu, '$1“')
    .replace(/(?<=[\p{L}\p{N}.,:!?…)%’])"/gu, '”')

/** What stays as it is: code, tags, and the addresses and titles of links. */
const kept = /```[\s\S]*?```|`[^`]*`|<[^>\n]+>|\]\([^)\n]*\)|^\[[^\]\n]+\]: .*$/gm

/** A document in Markdown, with its prose in curly quotes. */
export function curlyProse(markdown: string): string {
  let at = 0
  let out = ''
  for (const { index, 0: code } of markdown.matchAll(kept)) {
    out += curly(markdown.slice(at, index)) + code
    at = index + code.length
  }
  return out + curly(markdown.slice(at))
}

/** @returns each line that would be written otherwise */
export function straightIn(path: string, text: string, asWritten = curly): string[] {
  const should = asWritten(text).split('\n')
  return text
    .split('\n')
    .flatMap((line, index) =>
      line === should[index]
        ? []
        : [`${path}:${index + 1}: write “${should[index]?.trim()}”; \`npm run fix\` does it in documents.`],
    )
}

/** The documents that people read. */
export const documentsIn = (root: string): string[] =>
  ['.', 'docs', 'store', 'tests/layouts', 'tests/layouts/held-out'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.md'))
      .map(name => join(root, folder, name)),
  )
