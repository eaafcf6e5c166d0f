/**
 * `npm start`: Keyway in a browser on the practice platform. Without a display, or with --headless, it plays the whole journey by
 * itself. Node built-ins only until the dependencies are there.
 *
 *   --headless       play the journey, one line and one picture per step
 *   --live           the real platform.openai.com instead of the practice one
 *   --keep-profile   keep the browser's profile in out/profile and go on with it the next time
 */
import { platform } from 'node:os'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { setup } from './setup.mjs'
import { load } from './typescript.mjs'

const flags = options()
const display = platform() !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const headless = flags.headless || !display

let stop = async () => {}
let ending = false
endOnSignal(() => {
  ending = true
  return stop()
})

try {
  if (flags.live && headless)
    throw new Error(
      'The real platform needs you at the screen: --live works only with a display and without --headless.',
    )
  await setup()
  process.env.CHROME_PATH = await ensureBrowser()
  await buildWhenNeeded()
  const start = await load('tools/start.ts')
  stop = start.stop
  if (headless && !flags.headless) say('There is no display here: Keyway plays the journey by itself.')
  const wanted = { live: flags.live, keepProfile: flags['keep-profile'], headless, say }
  if (headless) process.exitCode = (await start.playJourney(wanted)) === 0 ? 0 : 1
  else await start.open(wanted)
} catch (error) {
  // What Ctrl-C cut off is no failure to tell of.
  if (!ending) say(`\n${error.message}\n${error.output ?? ''}`)
  await stop().catch(() => {})
  process.exitCode = 1
}
process.exit()

function options() {
  try {
    const flag = { type: 'boolean', default: false }
    return parseArgs({ options: { headless: flag, live: flag, 'keep-profile': flag } }).values
  } catch (error) {
    say(`${error.message}. Known flags: --headless, --live, --keep-profile.`)
    process.exit(2)
  }
}
