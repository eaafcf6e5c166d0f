/**
 * `npm run gallery`: every component in every state, light and dark, on a page of this computer that follows each change. Nothing of it
 * is in the package.
 */
import { join } from 'node:path'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'

let server
endOnSignal(async () => server?.close())
await setup()
const { createServer } = await import('vite')
const { default: react } = await import('@vitejs/plugin-react')
server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [react()],
  // The real one refuses to load outside of an extension.
  resolve: { alias: { 'webextension-polyfill': join(root, 'tests/fake-browser.ts') } },
  server: { host: '127.0.0.1' },
})
await server.listen()
const { port } = server.httpServer.address()
say(`The gallery: http://127.0.0.1:${port}/tools/gallery/gallery.html (Ctrl+C ends it)`)
