/** The pages' script and stylesheet, made once per process from `client/`. Knows nothing of the state. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const folder = join(import.meta.dirname, 'client')
let script: Promise<string> | undefined
let stylesheets: Promise<{ hashed: string; plain: string }> | undefined

export function pageScript(): Promise<string> {
  script ??= bundled()
  return script
}

/** `hashed` is written with plain class names and gets this build's; `plain` is served as it is. */
export function pageStylesheets(): Promise<{ hashed: string; plain: string }> {
  stylesheets ??= Promise.all(
    ['practice.css', 'era-a.css'].map(file => readFile(join(folder, file), 'utf8')),
  ).then(([hashed = '', plain = '']) => ({ hashed, plain }))
  return stylesheets
}

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    publicDir: false,
    // Under vitest NODE_ENV is "test": React would come in its slow form, and JSX in the form that goes with it.
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', development: false, importSource: 'practice' } },
    resolve: { alias: { 'practice/jsx-runtime': join(folder, 'translated/jsx-runtime.ts') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome137',
      modulePreload: false,
      minify: false,
      rollupOptions: { input: join(folder, 'main.tsx'), output: { codeSplitting: false } },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  for (const one of outputs) {
    if (!('output' in one)) continue
    const chunk = one.output.find(part => part.type === 'chunk')
    if (chunk) return chunk.code
  }
  throw new Error('The practice pages were not bundled: vite made no script.')
}
