/** Runs a TypeScript module of this project from a plain .mjs tool (Node 20 cannot by itself). Needs the dependencies. */
import { resolve } from 'node:path'
import { root } from './setup.mjs'

export async function load(path) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(resolve(root, path), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module
}
