/** Puts the age tool on the machine where that is easy: the tests then open with it what Keyway encrypted, and say so where it is missing. */
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { debianAsRoot } from './browser.mjs'
import { during, run, say } from './say.mjs'

/** Never a reason to fail: a second reader opens the same files in any case. */
export async function tryForAge() {
  if ((await isOnPath('age')) || !(await debianAsRoot())) return
  const get = packages =>
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  try {
    await during('Installing age', () =>
      get(['age']).catch(() => run('apt-get', ['update', '-q']).then(() => get(['age']))),
    )
  } catch {
    say('age could not be installed: the tests say where it did not take part.')
  }
}

async function isOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    if (
      await access(join(folder, name)).then(
        () => true,
        () => false,
      )
    )
      return true
  return false
}
