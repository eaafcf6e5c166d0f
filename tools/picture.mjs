/** `node tools/picture.mjs`, after `npm start -- --headless`: the page and the side panel beside it, as the README's picture. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { ensureBrowser } from './browser.mjs'
import { root } from './setup.mjs'

const image = async name =>
  `data:image/png;base64,${(await readFile(join(root, 'out/journey', `${name}.png`))).toString('base64')}`

const browser = await puppeteer.launch({
  executablePath: await ensureBrowser(),
  pipe: true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  defaultViewport: { width: 1100, height: 580 },
})
const page = await browser.newPage()
await page.setContent(`<body style="margin:0;display:flex;gap:1px;background:#c8c8d0;height:580px;overflow:hidden">
  <img style="height:580px" src="${await image('06-page')}"><img style="height:580px;background:#f5f6f8;object-fit:contain;object-position:top;flex:1;min-width:0" src="${await image('06-panel')}">`)
await page.evaluate(() => Promise.all([...document.images].map(one => one.decode())))
const webp = await page.screenshot({ type: 'png', optimizeForSpeed: false })
await writeFile(join(root, 'docs/journey.png'), webp)
await browser.close()
