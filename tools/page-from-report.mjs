/**
 * `npm run page-from-report FILE [-- --line N]`: makes a page of a person's report and puts it into the table of cases that
 * tests/features/guide/reported/reported.test.ts walks. docs/when-the-site-changes.md says how it goes on.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { say } from './say.mjs'
import { root } from './setup.mjs'
import { load } from './typescript.mjs'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { line: { type: 'string' } } })
const [file] = positionals
if (!file) {
  say('Which report? npm run page-from-report FILE')
  process.exit(1)
}
const { pageOfReport } = await load('tests/features/guide/reported/page-of.ts')
try {
  const { name, html } = pageOfReport(
    readFileSync(file, 'utf8'),
    values.line === undefined ? undefined : Number(values.line),
  )
  const folder = join('tests', 'features', 'guide', 'reported', 'pages')
  let number = 1
  while (existsSync(join(root, folder, `${name}-${number}.html`))) number++
  const path = join(folder, `${name}-${number}.html`)
  writeFileSync(join(root, path), html)
  say(`wrote    ${path}`)
  say('Look at it in a browser, then: npx vitest run tests/features/guide/reported')
} catch (error) {
  say(error.message)
  process.exit(1)
}
process.exit(0)
