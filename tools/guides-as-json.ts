/** Writes each guide of src/guides as JSON into the package: the worker reads the one it needs, so its bundle stays small. */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

const folder = resolve(import.meta.dirname, '../src/guides')

export function guidesAsJson(): Plugin {
  return {
    name: 'keyway:guides-as-json',
    apply: 'build',
    async generateBundle() {
      if (!readdirSync(folder).includes('index.ts')) return
      const { module } = await runnerImport<{ guides: { id: string }[] }>(resolve(folder, 'index.ts'), {
        configFile: false,
        logLevel: 'error',
      })
      for (const guide of module.guides)
        this.emitFile({ type: 'asset', fileName: `guides/${guide.id}.json`, source: JSON.stringify(guide) })
    },
  }
}
