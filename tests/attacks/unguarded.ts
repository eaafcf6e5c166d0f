/**
 * Keyway with a guard taken out, made when a test runs: modules of src/ are replaced or edited on their way into a bundle. An attack that
 * does not land on it either would have proven nothing. The product knows nothing of this.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { root } from '../browser/harness.ts'
import { contentScript } from '../house/built.ts'

/** Modules by their paths in src/: the code that stands in for one, or what to change in it, as pairs of before and after. */
export type Without = Record<string, string | [before: string, after: string][]>

/** Fails when a module is not loaded, or a text to change is not there: else the guard would still be in. */
function replacing(without: Without): Plugin {
  const left = new Set(Object.keys(without))
  return {
    name: 'without',
    enforce: 'pre',
    load(id) {
      const path = Object.keys(without).find(one => id.split('?')[0]?.endsWith(`/src/${one}`))
      const change = path === undefined ? undefined : without[path]
      if (path === undefined || change === undefined) return undefined
      left.delete(path)
      if (typeof change === 'string') return change
      return change.reduce(
        (text, [before, after]) => {
          if (!text.includes(before)) throw new Error(`src/${path} does not hold “${before}” any more.`)
          return text.replace(before, () => after)
        },
        readFileSync(join(root, 'src', path), 'utf8'),
      )
    },
    buildEnd(error) {
      if (!error && left.size > 0) throw new Error(`Nothing loads src/${[...left].join(', src/')}.`)
    },
  }
}

/** One classic script. @param name the global variable of what it exports */
export async function bundle(entry: string, name: string, without: Without): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [replacing(without)],
    build: { write: false, target: 'chrome137', lib: { entry, formats: ['iife'], name } },
  })
  const output = Array.isArray(result) ? result[0] : result
  if (!output || !('output' in output)) throw new Error('vite gave no output')
  return output.output[0].code
}

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-unguarded-'))
  folders.push(folder)
  return folder
}

/** An extension, its content script without guards. @param folder a copy of the built one when left out @returns the folder */
export async function withContentScript(without: Without, folder = copyOfBuilt()): Promise<string> {
  const script = await bundle(join(root, 'src/entries/content/main.iife.ts'), 'unguarded', without)
  writeFileSync(join(folder, contentScript), script)
  return folder
}

function copyOfBuilt(): string {
  const folder = newFolder()
  cpSync(join(root, 'dist'), folder, { recursive: true })
  return folder
}

/** The whole extension without guards: worker, screens, manifest. Its content script is as ever. @returns the folder */
export async function extensionWithout(without: Without, manifest: object = {}): Promise<string> {
  const folder = newFolder()
  // Under vitest vite.config.ts leaves the extension out.
  const { VITEST, NODE_ENV } = process.env
  delete process.env.VITEST
  process.env.NODE_ENV = 'production'
  try {
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
      plugins: [replacing(without)],
    })
  } finally {
    Object.assign(process.env, { VITEST, NODE_ENV })
  }
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...manifest }))
  return folder
}

export function removeUnguarded(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
