/** `npm run dev`: builds the whole extension on every change (half a second) and reloads it in an open browser. No dev server. */
import { watch } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'
import { load } from './typescript.mjs'

const display = platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

let browser
endOnSignal(async () => browser?.stop())
await setup()
await once()

if (display) {
  process.env.CHROME_PATH = await ensureBrowser()
  browser = await load('tools/dev.ts')
  await browser.open()
  browser.whenClosed(() => process.exit(0))
} else say('There is no display here: Keyway is built on every change, and not shown.')

let due
let building = Promise.resolve()
const changed = () => {
  clearTimeout(due)
  due = setTimeout(() => {
    building = building.then(once).then(ok => (ok ? browser?.reload() : undefined))
  }, 60)
}
for (const folder of ['src', 'public']) watch(join(root, folder), { recursive: true }, changed)
for (const file of ['manifest.json', 'vite.config.ts']) watch(join(root, file), changed)
say('Watching src/, public/ and manifest.json. Ctrl-C ends.')

async function once() {
  try {
    await build()
    return true
  } catch (error) {
    say(error.output || error.message)
    return false
  }
}
