/**
 * `npm run dev`: builds the whole extension on every change and reloads it in an open browser. No dev server. One process
 * builds again and again, not minified: what is warm takes a fraction of a fresh start.
 */
import { readdirSync, watch } from 'node:fs'
import { platform } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'
import { load } from './typescript.mjs'

const display = platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

let browser
endOnSignal(async () => browser?.stop())
await setup()
const { build } = await import('vite')
await once()

if (display) {
  process.env.CHROME_PATH = await ensureBrowser()
  browser = await load('tools/dev.ts')
  try {
    await browser.open()
  } catch (error) {
    say(`The browser did not open: ${error.message}. Try again; another one may be using out/profile.`)
    await browser.stop()
    process.exit(1)
  }
  browser.whenClosed(() => process.exit(0))
} else say('There is no display here: Keyway is built on every change, and not shown.')

let due
let building = Promise.resolve()
const changed = () => {
  watchFolders()
  clearTimeout(due)
  due = setTimeout(() => {
    building = building
      .then(once)
      .then(ok => (ok ? browser?.reload() : undefined))
      .catch(error => say(`✗ built, but not loaded: ${error.message}`))
  }, 60)
}
// Folder by folder: watching a tree at once loses a file that an editor saves by renaming (https://nodejs.org/api/fs.html#inodes).
const watched = new Set()
watchFolders()
watch(root, (_, name) => ['manifest.json', 'vite.config.ts'].includes(name) && changed())
say('Watching src/, public/ and manifest.json. Ctrl-C ends.')

/** Those that are new, too. */
function watchFolders() {
  const folders = ['src', 'public'].flatMap(top => [
    top,
    ...readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => join(entry.parentPath, entry.name)),
  ])
  for (const folder of folders.map(name => resolve(root, name))) {
    if (watched.has(folder)) continue
    watched.add(folder)
    watch(folder, changed).on('error', () => watched.delete(folder))
  }
}

async function once() {
  const begin = performance.now()
  try {
    await build({ root, logLevel: 'error', build: { minify: false } })
    say(`✓ built in ${((performance.now() - begin) / 1000).toFixed(1)} s`)
    return true
  } catch (error) {
    say(`✗ not built: ${error.message}`)
    return false
  }
}
