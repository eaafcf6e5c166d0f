import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { argon2AsWasm } from './tools/argon2-as-wasm.ts'
import { contentScriptApart, withLaterScripts } from './tools/content-script-apart.ts'
import { manifestOfFirefox, platformOfFirefox } from './tools/for-firefox.ts'
import { guidesAsJson } from './tools/guides-as-json.ts'
import { withPolicySchema } from './tools/policy-schema.ts'
import { polyfillForChrome } from './tools/polyfill-for-chrome.ts'
import { unwrappedLicenses } from './tools/unwrapped-licenses.ts'
import { withoutUnusedParts } from './tools/without-unused-parts.ts'
import { workerInOneFile } from './tools/worker-in-one-file.ts'

// `npm test` runs vitest from the same file: unit tests need neither the extension build nor React's transform.
const underTest = process.env.VITEST !== undefined

type Modules = { getModuleInfo: (id: string) => { importers: string[] } | null }
/** Does this file import a module, be it over others, and not by `import()`? */
function needs(entry: string): (id: string, modules: Modules) => boolean {
  const known = new Map<string, boolean>()
  return function isNeeded(id, modules): boolean {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const importers = modules.getModuleInfo(id)?.importers ?? []
    const is = id.endsWith(entry) || importers.some(one => isNeeded(one, modules))
    known.set(id, is)
    return is
  }
}
const popup = 'src/entries/popup/start.tsx'
const isInPopup = needs(popup)
const hasNoScreen = ['background', 'offscreen'].map(name => needs(`src/entries/${name}/main.ts`))
/**
 * What the popup needs lies in two files, which the other screens use as well: of twelve, each cost a request and a moment of the page. Worker
 * and clipboard page are to load nothing that draws, so what they use too is apart. What starts the popup stays where it is: it runs where it is loaded.
 */
function popupChunk(id: string, modules: Modules): string | null {
  if (!isInPopup(id, modules) || id.endsWith(popup)) return null
  return hasNoScreen.some(isNeeded => isNeeded(id, modules)) ? 'shared' : 'popup'
}

export default defineConfig(({ mode }) => ({
  plugins: underTest
    ? []
    : [
        react(),
        crx({ manifest: withLaterScripts(manifest) as ManifestV3Export }),
        contentScriptApart(),
        polyfillForChrome(),
        argon2AsWasm(),
        withoutUnusedParts(),
        workerInOneFile(),
        guidesAsJson(),
        withPolicySchema(),
        unwrappedLicenses(),
        ...(mode === 'firefox' ? [platformOfFirefox(), manifestOfFirefox()] : []),
      ],
  // age-encryption brings them in two minor versions.
  resolve: { dedupe: ['@noble/curves', '@noble/hashes'] },
  build: {
    target: 'chrome137',
    ...(mode === 'firefox' && { outDir: 'dist-firefox' }),
    // For `npm run package`, which takes them out again: no script names them, so its bytes are the same with and without.
    sourcemap: process.env.KEYWAY_SOURCE_MAPS ? 'hidden' : false,
    // Shown on the page about Keyway.
    license: { fileName: 'licenses.json' },
    // The polyfill fetches by itself; every supported Chrome has the real thing.
    modulePreload: { polyfill: false },
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      // Pages that the manifest does not name.
      input: {
        welcome: 'src/entries/welcome/welcome.html',
        offscreen: 'src/entries/offscreen/offscreen.html',
      },
      output: {
        // Left alone, the popup would wait for thirty tiny files one after another. What the worker uses too stays apart.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // The popup's first script needs nothing else: its frame is painted before anything larger is fetched.
            { name: 'runtime', test: /vite[\\/]preload-helper|rolldown[\\/]runtime/ },
            { name: popupChunk },
            { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/ },
            { name: 'ui', test: /src[\\/]ui[\\/]/, minShareCount: 3 },
            // Two pages of the dashboard have a table, each with other features of the library.
            { name: 'table', test: /node_modules[\\/]@tanstack[\\/](react-)?(table|store)/ },
            {
              name: 'pages',
              test: /src[\\/]platform[\\/](screen[\\/]|(send|passkey|folders|version)\.)/,
              minShareCount: 2,
            },
            // Services' names are for screens: the worker is told whose a key is.
            {
              name: 'names',
              test: /src[\\/]providers[\\/]recognition[\\/](services|names-beside|whose-named|example|kept-services|paste-words|key-text|clean-paste|recognise)\./,
            },
            // What the worker and the dashboard read answers and texts with, in one file: it compresses better.
            {
              name: 'answers',
              test: /src[\\/](providers[\\/](answers[\\/](read-failure|read-answer|causes|meaning|meaning-by-topic|parsed-error|parse-json|scrub|models|who-speaks)|recognition[\\/]key-forms)|i18n[\\/]translate-guide)\./,
              minShareCount: 2,
            },
            {
              name: 'small',
              test: /src[\\/](platform[\\/]|protocol[\\/]|i18n[\\/](t|text-key|language|find-entry|plain-text)\.|features[\\/](copy[\\/]core[\\/](digest|mask|formats)|health[\\/]core[\\/]history|policy[\\/]core[\\/]policy|guide[\\/]core[\\/](fill-words|platform-pages|key-pages))\.|vault[\\/](crypto[\\/]bytes|passphrase-least)\.|providers[\\/](catalog[\\/]|(hosts|request|variable-names|scopes|list|provider)\.|recognition[\\/](shapes|whose)\.|answers[\\/](verdict-text|limited-text|revocation)\.))|webextension-polyfill|rolldown[\\/]runtime/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
}))
