/**
 * The built extension with every optional host granted, in a folder of its own: a browser without a person cannot press the system's own
 * question. Otherwise it is the same build.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './harness.ts'

export function grantedDist(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-granted-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.host_permissions.push(...manifest.optional_host_permissions)
  delete manifest.optional_host_permissions
  writeFileSync(path, JSON.stringify(manifest))
  return folder
}
