/**
 * `npm run pictures`: first the drawn miniatures of the guides' steps, public/miniatures.json, which are committed. Then each guide's first
 * step and its hardest (the one with the longest words), card on the page and side panel beside it, light and dark, to out/guides/, for a
 * person to look at. `npm run pictures [word …]`: of these guides only; `npm run pictures miniatures`: no more than the miniatures;
 * `npm run pictures store [word …]`: the store's screenshots and tile, store/pictures/, and the README's picture of the keys, which are committed.
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
await buildWhenNeeded()
const words = process.argv.slice(2)
if (words.includes('store')) {
  const { takeForStore } = await load('tests/browser/store-pictures.ts')
  const which = words.filter(word => word !== 'store')
  const count = await takeForStore(which, say)
  say(`${count} pictures and ${await drawPromo(process.env.CHROME_PATH)} (${seconds()})`)
  process.exit(0)
}
const { take, writeMiniatures } = await load('tests/browser/pictures.ts')
if (words.length === 0 || words.includes('miniatures')) say(await writeMiniatures())
const count = words.includes('miniatures') ? 0 : await take(words, say)
say(`${count} pictures in out/guides/ (${seconds()})`)
process.exit(0)
