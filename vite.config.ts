import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { guidesAsJson } from './tools/guides-as-json.ts'

// `npm test` runs vitest from the same file: unit tests need neither the extension build nor React's transform.
const underTest = process.env.VITEST !== undefined

export default defineConfig({
  plugins: underTest ? [] : [react(), crx({ manifest: manifest as ManifestV3Export }), guidesAsJson()],
  build: {
    target: 'chrome137',
    // modulePreload's polyfill fetches by itself; every supported Chrome has the real thing.
    modulePreload: false,
    rollupOptions: {
      // Pages that the manifest does not name.
      input: { welcome: 'src/welcome/welcome.html', offscreen: 'src/offscreen/offscreen.html' },
    },
  },
})
