/**
 * Takes the content script out of the built manifest: Chrome would run it there before the worker has closed `storage.local` to
 * pages. In the source manifest it stands so that @crxjs builds it, as one classic file and under a fixed name; the worker registers it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { minifyAgain } from './minify-again.ts'

/**
 * The same, with the scripts that are injected only where they are needed (something was taught, a report is asked for) beside the one
 * that runs on every page of the platform's: @crxjs builds what it finds there.
 */
export const withLaterScripts = <M extends { content_scripts: { js: string[] }[] }>(manifest: M): M => ({
  ...manifest,
  content_scripts: manifest.content_scripts.map(one => ({
    ...one,
    js: [...one.js, 'src/entries/content/taught.iife.ts', 'src/entries/content/report.iife.ts'],
  })),
})

export function contentScriptApart(): Plugin {
  return {
    name: 'keyway:content-script-apart',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle))
        if (name.endsWith('.iife.js')) await minifyAgain(join(dir ?? 'dist', name), true)
      const path = join(dir ?? 'dist', 'manifest.json')
      const { content_scripts, ...manifest } = JSON.parse(readFileSync(path, 'utf8')) as Record<
        string,
        unknown
      >
      // The build of the content script alone writes into the same folder, and a second time there is nothing left to do.
      if (content_scripts) writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
    },
  }
}
