/** The `.env` files of a folder that a person picked or dropped: read only, within bounds, nothing of them kept here. */
import { isWorthEntering } from '../../handoff/core/scan.ts'
import type { GivenFile } from '../core/exports/given-files.ts'

const mostEntries = 50_000
const mostFiles = 500
const mostBytes = 1_000_000
const deepest = 12
/** `.env`, `.env.production`, `.envrc`, `api.env` */
const isEnvFile = (name: string): boolean => /^\.env|\.env$/.test(name)

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }
export type EnvFiles = {
  files: GivenFile[]
  /** The folder holds more than is read, or something in it cannot be. */
  isCut: boolean
}

export async function envFilesIn(folder: FileSystemDirectoryHandle): Promise<EnvFiles> {
  const found: EnvFiles = { files: [], isCut: false }
  let seen = 0
  async function walk(at: FileSystemDirectoryHandle, path: string, depth: number): Promise<void> {
    for await (const entry of (at as Walked).values()) {
      if (++seen > mostEntries || found.files.length >= mostFiles) {
        found.isCut = true
        return
      }
      const name = `${path}/${entry.name}`
      // What vanishes meanwhile, or may not be read, keeps nothing else back.
      if (entry.kind === 'directory') {
        if (depth < deepest && isWorthEntering(entry.name))
          await walk(entry as FileSystemDirectoryHandle, name, depth + 1).catch(() => {
            found.isCut = true
          })
      } else if (isEnvFile(entry.name)) {
        const file = await (entry as FileSystemFileHandle).getFile().catch(() => undefined)
        const bytes = file && file.size <= mostBytes && (await file.arrayBuffer().catch(() => undefined))
        if (bytes) found.files.push({ name, bytes: new Uint8Array(bytes) })
        else found.isCut = true
      }
    }
  }
  await walk(folder, folder.name, 0).catch(() => {
    found.isCut = true
  })
  return found
}
