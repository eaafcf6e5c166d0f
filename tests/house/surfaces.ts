/** Which texts stand on which surface: those of every file that its entry imports, at once or when it is asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { guides } from '../../src/guides/index.ts'
import { mapTexts } from '../../src/i18n/translate-guide.ts'
import { allSpoken, type Spoken } from '../i18n/catalogue.ts'
import { target } from './rules.ts'
import { parse } from './source.ts'

/** Dynamic imports stand in the text alone. */
const later = /\bimport\(\s*'([^']+)'\s*\)/g

export const textsOf = ({ texts, plurals }: Spoken): string[] => [
  ...texts,
  ...plurals.flatMap(({ one, other }) => [one, other]),
]

/** Path under src -> paths under src. */
function importsOf(): Map<string, string[]> {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name))
  return new Map(
    paths.map(name => {
      const path = `src/${name}`
      const text = readFileSync(path, 'utf8')
      const at = parse(path, text)
        .imports.filter(({ typesOnly }) => !typesOnly)
        .map(({ from }) => from)
      const asked = [...text.matchAll(later)].map(([, from]) => from ?? '')
      return [name, [...at, ...asked].flatMap(from => target(path, from)?.slice('src/'.length) ?? [])]
    }),
  )
}

const entries: Record<string, string> = {
  welcome: 'entries/welcome/main.tsx',
  popup: 'entries/popup/main.tsx',
  panel: 'entries/panel/main.tsx',
  dashboard: 'entries/dashboard/main.tsx',
  worker: 'entries/background/main.ts',
}

/** Each surface with its texts. A text stands on every surface that can show it. */
export function surfaces(): Map<string, string[]> {
  const imports = importsOf()
  const spoken = new Map(allSpoken().map(([path, said]) => [path, textsOf(said)]))
  const reached = (entry: string): string[] => {
    const seen = new Set([entry])
    for (const path of seen) for (const next of imports.get(path) ?? []) seen.add(next)
    return [...seen]
  }
  const all = new Map(
    Object.entries(entries).map(([name, entry]) => [
      name,
      [...new Set(reached(entry).flatMap(path => spoken.get(path) ?? []))],
    ]),
  )
  // The card shows a guide's steps; its own few words are the worker's.
  const card: string[] = []
  for (const guide of guides)
    mapTexts(guide, text => {
      card.push(text)
      return text
    })
  return all.set('guides and card', [...new Set(card)])
}
