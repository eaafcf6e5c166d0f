/** Part of `npm run fix`: makes the quotes of the documents curly, as the house test wants them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './setup.mjs'
import { load } from './typescript.mjs'

const { curlyProse, documentsIn } = await load('tests/house/quotes.ts')
for (const path of documentsIn(root)) {
  const text = readFileSync(path, 'utf8')
  const better = curlyProse(text)
  if (better !== text) writeFileSync(path, better)
}
