/** The promo tile of the store's page, from the icon and the name in the manifest: store/pictures/promo.png. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { root } from './setup.mjs'

/** @param {string} browserPath @returns {Promise<string>} what was written, in words */
export async function drawPromo(browserPath) {
  const mark = (await readFile(join(root, 'public/icons/keyway.svg'), 'utf8')).replaceAll('#5d55d8', '#fff')
  const messages = JSON.parse(await readFile(join(root, 'public/_locales/en/messages.json'), 'utf8'))
  const [name, promise] = messages.name.message.split(': ')
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    defaultViewport: { width: 440, height: 280 },
  })
  try {
    const page = await browser.newPage()
    await page.setContent(`<style>
      body { margin: 0; height: 280px; display: grid; align-content: center; justify-items: center; gap: 14px;
        background: oklch(0.45 0.17 280); color: white; font: 600 40px/1 system-ui, sans-serif }
      svg { width: 84px } p { margin: 0; font-size: 19px; font-weight: 400; color: oklch(0.94 0.03 280) }
    </style>${mark}${name}<p>${promise[0].toUpperCase()}${promise.slice(1)}</p>`)
    await mkdir(join(root, 'store/pictures'), { recursive: true })
    await writeFile(join(root, 'store/pictures/promo.png'), await page.screenshot())
    return 'the tile in store/pictures/'
  } finally {
    await browser.close()
  }
}
