/** Browser tests drive dist/: builds it when a source file is newer. */
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export default function freshDist(): void {
  if (built() > newest()) return
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    // vite.config.ts leaves the extension out under vitest.
    env: { ...process.env, VITEST: undefined, NODE_ENV: 'production' },
    stdio: 'inherit',
  })
}

function built(): number {
  try {
    return statSync(join(root, 'dist/manifest.json')).mtimeMs
  } catch {
    return 0
  }
}

function newest(): number {
  const files = ['src', 'public'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name)),
  )
  const own = ['manifest.json', 'vite.config.ts', 'package-lock.json', 'tools/guides-as-json.ts']
  return Math.max(...[...files, ...own.map(name => join(root, name))].map(file => statSync(file).mtimeMs))
}
