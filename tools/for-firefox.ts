/**
 * What makes the package for Firefox out of the same sources: the parts of src/platform that Firefox does otherwise (src/platform/firefox),
 * and the manifest as Firefox reads it. The package for Chrome is built without any of this.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'

/** What a person installs is known to Firefox by this name. */
export const firefoxId = 'keyway@keyway.invalid'
/** The oldest that was driven (`npm run firefox`); documents have ids and shadow roots take sheets there. */
export const oldestFirefox = '153.0'

const src = resolve(import.meta.dirname, '../src')
/** A file, and the one that stands in its place. */
export const stoodIn: Record<string, string> = {
  'features/guide/core/card/card-content.ts': 'features/guide/core/card/without-save.ts',
  'features/sync/screen/sync-page.tsx': 'features/sync/screen/firefox/no-sync-page.tsx',
  'platform/browser.ts': 'platform/firefox/firefox-browser.ts',
  'platform/mirror.ts': 'platform/firefox/watched-database.ts',
  'platform/offscreen.ts': 'entries/offscreen/in-event-page.ts',
  'platform/receive.ts': 'platform/firefox/receive-here.ts',
  'platform/storage.ts': 'platform/firefox/local-in-database.ts',
  'platform/tabs.ts': 'platform/firefox/sidebar.ts',
}

export function platformOfFirefox(): Plugin {
  const places = new Map(
    Object.entries(stoodIn).map(pair => pair.map(path => join(src, path)) as [string, string]),
  )
  return {
    name: 'keyway:platform-of-firefox',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.')) return undefined
      const [asking = ''] = importer.split('?')
      const other = places.get(resolve(dirname(asking), source))
      // What stands in for a file may use the rest of it.
      return other !== asking ? other : undefined
    },
    transform: {
      filter: { id: /entries\/popup\/popup\.css$/ },
      // Firefox makes the popup as wide as what is in its body, and what is there is taken out of the flow.
      handler: style => ({ code: `${style}\nbody { inline-size: 380px; }\n`, map: null }),
    },
  }
}

type Fields = Record<string, unknown>

/** The manifest as Firefox reads it, from the one that was built for Chrome. Pure. */
export function firefoxManifest(built: Fields): Fields {
  const {
    key: _key,
    minimum_chrome_version: _chrome,
    side_panel,
    // Firefox lets no other extension and no page in unless it is named.
    externally_connectable: _connectable,
    // Firefox takes an organization's policies without a schema.
    storage: _schema,
    background: _background,
    permissions,
    commands: { 'open-panel': openPanel, ...commands },
    ...rest
  } = built as Fields & {
    permissions: string[]
    side_panel: { default_path: string }
    commands: Record<string, { suggested_key: object }>
  }
  return {
    ...rest,
    permissions: permissions.filter(name => name !== 'sidePanel' && name !== 'offscreen'),
    background: { scripts: ['background.js'], type: 'module' },
    // Firefox opens and closes the sidebar by itself.
    commands: { ...commands, _execute_sidebar_action: { suggested_key: openPanel?.suggested_key } },
    sidebar_action: {
      default_panel: side_panel.default_path,
      default_title: '__MSG_name__',
      default_icon: 'icons/32.png',
      open_at_install: false,
    },
    // What is stored lies in the extension's database: a private window would have another one.
    incognito: 'not_allowed',
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: oldestFirefox,
        data_collection_permissions: { required: ['none'] },
      },
    },
  }
}

/** After all else has written: the manifest, the worker's script as the event page's, and what the card says and looks like. */
export function manifestOfFirefox(): Plugin {
  return {
    name: 'keyway:manifest-of-firefox',
    apply: 'build',
    enforce: 'post',
    async closeBundle() {
      const dir = this.environment.config.build.outDir
      const path = join(dir, 'manifest.json')
      if (!existsSync(join(dir, 'service-worker-loader.js'))) return
      renameSync(join(dir, 'service-worker-loader.js'), join(dir, 'background.js'))
      rmSync(join(dir, 'policy.json'), { force: true })
      const built = JSON.parse(readFileSync(path, 'utf8')) as Fields
      writeFileSync(path, `${JSON.stringify(firefoxManifest(built), null, 2)}\n`)
      const { module } = await runnerImport<typeof import('../src/features/guide/core/card/without-save.ts')>(
        join(src, 'features/guide/core/card/without-save.ts'),
        { configFile: false, logLevel: 'error' },
      )
      const card = JSON.parse(readFileSync(join(dir, 'card.json'), 'utf8')) as { style: string }
      const style = card.style + module.styleWithoutSave
      writeFileSync(join(dir, 'card.json'), JSON.stringify({ ...card, ...module.wordsWithoutSave, style }))
    },
  }
}
