/** The built extension with a clock in its worker that a test can move: `practiceClock` there is how far it is ahead, in ms. Otherwise it is the same build. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './harness.ts'

const clock =
  '{const real=Date.now.bind(Date);globalThis.realNow=real;Date.now=()=>real()+(globalThis.practiceClock??0)}\n'

export function clockedDist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-clocked-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const path = join(folder, 'service-worker-loader.js')
  writeFileSync(path, clock + readFileSync(path, 'utf8'))
  return folder
}
