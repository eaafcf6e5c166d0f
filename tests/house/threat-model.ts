/** What docs/threat-model.md names as proof. Answers with sentences. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A path in backquotes, and the titles in curly quotes that follow it up to the next path or the end of the cell. */
const proof = /`(tests\/[\w./-]+)`((?:;? “[^”]+”)*)/g

/** @returns each test that the document names and that is not there */
export function missingProofs(root: string, text: string, document: string): string[] {
  const said: string[] = []
  for (const [, path = '', titles = ''] of text.matchAll(proof)) {
    if (!existsSync(join(root, path))) {
      said.push(`${document} names ${path}, which is not there.`)
      continue
    }
    // The document writes curly apostrophes.
    const source = readFileSync(join(root, path), 'utf8').replaceAll("'", '’')
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g))
      if (!source.includes(title)) said.push(`${document}: no title of ${path} says “${title}”.`)
    if (titles === '') said.push(`${document} names ${path} without the title of a test.`)
  }
  return said
}

/** @returns each named test that is not there, and each row of a table that claims something without a test */
export function brokenProofs(root: string, text: string): string[] {
  const said = missingProofs(root, text, 'docs/threat-model.md')
  for (const row of text.split('\n').filter(line => /^\| (?!wants|-)/.test(line))) {
    const [, wants = '', happens = '', shown = ''] = row.split('|').map(cell => cell.trim())
    const claims = !happens.startsWith('**Not protected')
    if (claims && !shown.includes('`tests/'))
      said.push(`docs/threat-model.md claims something of “${wants}” and names no test.`)
  }
  return said
}

/** By the words of the document: who attacks, and what is worth protecting. */
const attackers = [
  'A page of the platform, and a script in it',
  'A content script that was taken over',
  'Another extension',
  'Somebody who reads the disk',
  'Somebody who writes to the disk',
  'A provider, and who sits between',
  'A company administrator',
  'A thief of an unlocked computer',
]
const assets = [
  'stored keys',
  'passphrase',
  'a key that a page shows',
  'which key it is',
  'what is set',
  'presses and money',
  'the truth',
]

/** @returns what no row says anything of: each asset has to have one under each attacker */
export function emptyCells(text: string): string[] {
  const sections = text.split(/^## /m)
  return attackers.flatMap(attacker => {
    const section = sections.find(one => one.startsWith(attacker)) ?? ''
    const wanted = [...section.matchAll(/^\| (.+?) *\|/gm)].map(([, wants = '']) => wants)
    return assets
      .filter(asset => !wanted.some(wants => wants.includes(asset)))
      .map(asset => `docs/threat-model.md says nothing of “${asset}” under “${attacker}”.`)
  })
}
