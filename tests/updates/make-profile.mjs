/** `node tests/updates/make-profile.mjs NAME DIST COMMIT`: see make-profile.ts. */
import { ensureBrowser } from '../../tools/browser.mjs'
import { load } from '../../tools/typescript.mjs'

process.env.CHROME_PATH = await ensureBrowser()
const { makeProfile } = await load('tests/updates/make-profile.ts')
const [name, dist, commit] = process.argv.slice(2)
process.stdout.write(`${await makeProfile(name, dist, commit)}\n`)
process.exit(0)
