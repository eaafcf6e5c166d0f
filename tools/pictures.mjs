/**
 * `npm run pictures [word …]`: each guide's first step and its hardest (the one with the longest words), card on the page and side
 * panel beside it, light and dark, to out/guides/, for a person to look at.
 */
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { endOnSignal, say, seconds } from './say.mjs'
import { setup } from './setup.mjs'
import { load } from './typescript.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
await buildWhenNeeded()
const { take } = await load('tests/browser/pictures.ts')
const count = await take(process.argv.slice(2), say)
say(`${count} pictures in out/guides/ (${seconds()})`)
process.exit(0)
