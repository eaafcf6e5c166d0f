/** Gets the dependencies, when they are not there or not those of package-lock.json. Node built-ins only: nothing else is there yet. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { during, run } from './say.mjs'

export const root = join(import.meta.dirname, '..')

export async function setup() {
  requireNode()
  if (await upToDate(root)) return
  await during('Installing dependencies (npm ci)', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
  )
}

/** npm keeps its own list of what it has put into node_modules: the same packages at the same versions mean nothing to do. */
export async function upToDate(folder) {
  try {
    const wanted = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')).packages
    const there = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8')).packages
    for (const [path, { version, optional, devOptional }] of Object.entries(wanted)) {
      if (path === '') continue
      // A package of another platform is in the lock file only.
      if (!there[path] && (optional || devOptional)) continue
      if (there[path]?.version !== version) return false
    }
    await stat(join(folder, 'node_modules/vite/package.json'))
    return true
  } catch {
    return false
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(
    `Keyway's tools need Node 20.19 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`,
  )
}
