/** The `.env` files of a folder that a person picked or dropped: read only, within bounds, nothing of them kept here. */
import { isWorthEntering } from '../../handoff/core/scan.ts'
import type { GivenFile } from '../core/exports/given-files.ts'

const mostEntries = 50_000
const mostFiles = 500
const mostBytes = 1_000_000
const deepest = 12
const isEnvFile = (name: string): boolean => /^\.env(?:\..+)?$|\.env$/.test(name)

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }
export type EnvFiles = {
  files: GivenFile[]
  /** The folder holds more than is read. */
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
      if (entry.kind === 'directory') {
        if (depth < deepest && isWorthEntering(entry.name))
          await walk(entry as FileSystemDirectoryHandle, name, depth + 1)
      } else if (isEnvFile(entry.name)) {
        const file = await (entry as FileSystemFileHandle).getFile()
        if (file.size <= mostBytes)
          found.files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) })
        else found.isCut = true
      }
    }
  }
  await walk(folder, folder.name, 0)
  return found
}
