/**
 * Writes what the worker reads only now and then as JSON into the package: the words for verdicts and for the card in the page, the rules by which
 * answers are read, each guide of src/guides, and `index.json` with what a list of guides shows. The card's style goes along with its words, and so do those by which a page is read.
 */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin, runnerImport } from 'vite'
import { rulesAsJson } from './rules-as-json.ts'

/** Where its words come from and in which layouts it was walked is for those who write it. */
type Guide = Record<'id' | 'title' | 'summary', string> & {
  minutes: number
  searchWords: string[]
  sources: unknown
  eras: unknown
}

const folder = resolve(import.meta.dirname, '../src/guides')

const tables = [
  ['words.json', '../providers/answers/cause-texts.ts', 'entries'],
  ['card.json', '../features/guide/core/card-words.ts', 'cardWords'],
] as const

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

/** The overlay's style, minified, as a style sheet of the page's can be: bundled, for only a bundle knows `?inline`. */
async function readStyle(): Promise<string> {
  const bundled = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome137',
      lib: { entry: resolve(folder, '../overlay/style.ts'), formats: ['es'] },
    },
  })
  const [first] = [bundled].flat()
  if (!first || !('output' in first)) throw new Error('There is no bundle of the overlay’s style.')
  const { style } = await import(`data:text/javascript,${encodeURIComponent(first.output[0].code)}`)
  return style
}

async function readPageWords(): Promise<object> {
  const file = resolve(folder, '../features/guide/core/page-words.ts')
  const { module } = await runnerImport<{ pageWords: object }>(file, { configFile: false, logLevel: 'error' })
  return module.pageWords
}

const rulesOfThePackage = `
import { rulesFromJson } from './rules-json.ts'
export const answerRules = rulesFromJson(await (await fetch('/answers.json')).text())
`

export function guidesAsJson(): Plugin {
  return {
    name: 'keyway:guides-as-json',
    apply: 'build',
    // The rules are in the package once: what a screen would import, it reads from there too.
    load: { filter: { id: /providers\/answers\/answer-rules\.ts$/ }, handler: () => rulesOfThePackage },
    async generateBundle() {
      const guides = await readGuides()
      const index = guides.map(({ id, title, summary, searchWords, minutes }) => ({
        id,
        title,
        summary,
        searchWords,
        minutes,
      }))
      this.emitFile({ type: 'asset', fileName: 'guides/index.json', source: JSON.stringify(index) })
      for (const { sources: _, eras: __, searchWords: ___, ...guide } of guides)
        this.emitFile({ type: 'asset', fileName: `guides/${guide.id}.json`, source: JSON.stringify(guide) })
      for (const [fileName, file, name] of tables) {
        const { module } = await runnerImport<Record<string, object>>(resolve(folder, file), {
          configFile: false,
          logLevel: 'error',
        })
        const look = fileName === 'card.json' && {
          style: await readStyle(),
          pageWords: await readPageWords(),
        }
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify({ ...module[name], ...look }) })
      }
      const { module } = await runnerImport<typeof import('../src/providers/answers/answer-rules.ts')>(
        resolve(folder, '../providers/answers/answer-rules.ts'),
        { configFile: false, logLevel: 'error' },
      )
      this.emitFile({ type: 'asset', fileName: 'answers.json', source: rulesAsJson(module.answerRules) })
    },
  }
}
