/**
 * `npm run pictures`: first the drawn miniatures of the guides' steps, public/miniatures.json, which are committed. Then (`npm run pictures
 * [word …]`: of these guides only; `npm run pictures miniatures`: none; `npm run pictures promo`: the store's tile alone) each guide's first step and its hardest (the one with the longest words), card on the page and side
 * panel beside it, light and dark, to out/guides/, for a person to look at.
 */
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { drawPromo } from './promo.mjs'
import { endOnSignal, say, seconds } from './say.mjs'
import { setup } from './setup.mjs'
import { load } from './typescript.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
const words = process.argv.slice(2)
if (words.length === 0 || words.includes('promo')) say(await drawPromo(process.env.CHROME_PATH))
if (words.join() === 'promo') process.exit(0)
await buildWhenNeeded()
const { take, writeMiniatures } = await load('tests/browser/pictures.ts')
if (words.length === 0 || words.includes('miniatures')) say(await writeMiniatures())
const count = words.includes('miniatures') ? 0 : await take(words, say)
say(`${count} pictures in out/guides/ (${seconds()})`)
process.exit(0)
