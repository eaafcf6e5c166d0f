/**
 * Writes the words for verdicts (`words.json`, for the worker) and each guide of src/guides as JSON into the package, so that worker and screens read the one they need, and
 * `index.json` with what a list of guides shows.
 */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

type Guide = { id: string; title: string; summary: string; minutes: number }

const folder = resolve(import.meta.dirname, '../src/guides')

/** Reading them takes as long as the rest of a rebuild: only when one has changed. */
let last: { changed: number; guides: Guide[] } | undefined

async function readGuides(): Promise<Guide[]> {
  const changed = Math.max(...readdirSync(folder).map(name => statSync(join(folder, name)).mtimeMs))
  if (last?.changed === changed) return last.guides
  const { module } = await runnerImport<{ guides: Guide[] }>(resolve(folder, 'index.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  last = { changed, guides: module.guides }
  return last.guides
}

export function guidesAsJson(): Plugin {
  return {
    name: 'keyway:guides-as-json',
    apply: 'build',
    async generateBundle() {
      const guides = await readGuides()
      const index = guides.map(({ id, title, summary, minutes }) => ({ id, title, summary, minutes }))
      this.emitFile({ type: 'asset', fileName: 'guides/index.json', source: JSON.stringify(index) })
      for (const guide of guides)
        this.emitFile({ type: 'asset', fileName: `guides/${guide.id}.json`, source: JSON.stringify(guide) })
      const { module } = await runnerImport<{ entries: object }>(resolve(folder, '../providers/words.ts'), {
        configFile: false,
        logLevel: 'error',
      })
      this.emitFile({ type: 'asset', fileName: 'words.json', source: JSON.stringify(module.entries) })
    },
  }
}
