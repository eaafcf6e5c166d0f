/**
 * The worker starts many times a day, each time from the disk: one file of what it uses. The build shares chunks between worker and
 * screens, and each brings what only the other needs; here the worker's are joined, and what it never calls is left out.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { minifyAgain } from './minify-again.ts'

const loader = 'service-worker-loader.js'

export function workerInOneFile(): Plugin {
  return {
    name: 'keyway:worker-in-one-file',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = 'dist' }, bundle) {
      // Builds of single scripts write into the same folder: the worker is no part of them.
      if (!(loader in bundle)) return
      const path = join(dir, loader)
      const [, entry = ''] = /^import '\.\/(.+)';/.exec(readFileSync(path, 'utf8')) ?? []
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        plugins: [withItsMap],
        build: {
          sourcemap: process.env.KEYWAY_SOURCE_MAPS ? 'hidden' : false,
          target: 'chrome137',
          outDir: dir,
          emptyOutDir: false,
          modulePreload: { polyfill: false },
          rollupOptions: {
            input: path,
            output: { entryFileNames: loader, codeSplitting: false },
          },
        },
      })
      await minifyAgain(path)
      const user = Object.values(bundle).find(
        one => one.type === 'chunk' && one.fileName !== loader && one.imports.includes(entry),
      )
      if (user) throw new Error(`${user.fileName} imports the worker's own chunk: it would run the worker.`)
      for (const path of [entry, `${entry}.map`]) rmSync(join(dir, path), { force: true })
    },
  }
}

/** What is joined here was built already: the map of the whole leads on through the maps of the parts to the sources. */
const withItsMap: Plugin = {
  name: 'keyway:with-its-map',
  load: id =>
    existsSync(`${id}.map`)
      ? { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }
      : undefined,
}
