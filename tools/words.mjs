/** `npm run words`: words, sentence lengths and reading grade of each surface, the longest texts, and retired words. */
import { say } from './say.mjs'
import { setup } from './setup.mjs'
import { load } from './typescript.mjs'

await setup()
const { report } = await load('tests/house/words-report.ts')
report(say)
process.exit(0)
