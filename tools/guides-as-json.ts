/**
 * Writes each guide of src/guides as JSON into the package, so that worker and screens read the one they need, and
 * `index.json` with what a list of guides shows.
 */
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

type Guide = { id: string; title: string; summary: string; minutes: number }

const folder = resolve(import.meta.dirname, '../src/guides')

export function guidesAsJson(): Plugin {
  return {
    name: 'keyway:guides-as-json',
    apply: 'build',
    async generateBundle() {
      if (!readdirSync(folder).includes('index.ts')) return
      const { module } = await runnerImport<{ guides: Guide[] }>(resolve(folder, 'index.ts'), {
        configFile: false,
        logLevel: 'error',
      })
      const index = module.guides.map(({ id, title, summary, minutes }) => ({ id, title, summary, minutes }))
      this.emitFile({ type: 'asset', fileName: 'guides/index.json', source: JSON.stringify(index) })
      for (const guide of module.guides)
        this.emitFile({ type: 'asset', fileName: `guides/${guide.id}.json`, source: JSON.stringify(guide) })
    },
  }
}
