/**
 * `npm run firefox`: builds Keyway for Firefox and plays the journey in a real one, headless, on the practice platform; one line for each
 * step. FIREFOX_PATH names another Firefox than the one on the PATH. Not part of `npm test`: few machines that run it have a Firefox.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { build, distFirefox } from './build.mjs'
import { endOnSignal, say, seconds } from './say.mjs'
import { setup } from './setup.mjs'
import { load } from './typescript.mjs'

let stop = async () => {}
endOnSignal(() => stop())
await setup()
const executable = await findFirefox()
if (!executable) {
  say('There is no Firefox here: `apt-get install firefox-esr`, or set FIREFOX_PATH to one.')
  process.exit(2)
}
await build({ firefox: true })
const tests = await load('tests/firefox/play.ts')
stop = tests.stop
const failed = await tests.play({ executable, dist: distFirefox, say })
say(`${failed === 0 ? 'All of it passed' : `${failed} failed`} (${seconds()})`)
process.exit(failed === 0 ? 0 : 1)

async function findFirefox() {
  for (const path of [process.env.FIREFOX_PATH, 'firefox-esr', 'firefox']) {
    const found = path && (await promisify(execFile)(path, ['--version']).catch(() => undefined))
    if (found) {
      say(found.stdout.trim())
      return path
    }
  }
  return undefined
}
