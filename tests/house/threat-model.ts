/** What docs/threat-model.md names as proof. Answers with sentences. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A path in backquotes, and the titles in curly quotes that follow it up to the next path or the end of the cell. */
const proof = /`(tests\/[\w./-]+)`((?:;? “[^”]+”)*)/g

/** @returns each named test that is not there, and each row of a table that claims something without a test */
export function brokenProofs(root: string, text: string): string[] {
  const said: string[] = []
  for (const [, path = '', titles = ''] of text.matchAll(proof)) {
    if (!existsSync(join(root, path))) {
      said.push(`docs/threat-model.md names ${path}, which is not there.`)
      continue
    }
    const source = readFileSync(join(root, path), 'utf8')
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g))
      if (!source.includes(title)) said.push(`docs/threat-model.md: no title of ${path} says “${title}”.`)
    if (titles === '') said.push(`docs/threat-model.md names ${path} without the title of a test.`)
  }
  for (const row of text.split('\n').filter(line => /^\| (?!wants|-)/.test(line))) {
    const [, wants = '', happens = '', shown = ''] = row.split('|').map(cell => cell.trim())
    const claims = !happens.startsWith('**Not protected')
    if (claims && !shown.includes('`tests/'))
      said.push(`docs/threat-model.md claims something of “${wants}” and names no test.`)
  }
  return said
}
