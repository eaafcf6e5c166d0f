/** Walks a folder that a person picked, reading only; keeps no text. What is found is src/features/handoff/core/scan.ts's to say. */
import {
  type ForImages,
  type InImage,
  inImages,
  isDockerfile,
  isDockerIgnore,
  isEnvFile,
} from '../core/docker-image.ts'
import { coversBelow, type FolderRules } from '../core/git-ignore.ts'
import { type Found, findKeys, isWorthEntering, isWorthReading } from '../core/scan.ts'
import { readText } from '../core/text-file.ts'

/** More hits nobody reads; as many as may be compared with the vault at once. */
export const mostHits = 5_000

export type Scanned = {
  found: (Found & { ignored: boolean | undefined })[]
  files: number
  /** The walk ended before everything was read. */
  cut: boolean
  /** `.env` files that a Dockerfile takes along. */
  inImages: InImage[]
}

const mostFiles = 5_000

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }

export async function scanFolder(folder: FileSystemDirectoryHandle, signal: AbortSignal): Promise<Scanned> {
  const scanned: Scanned = { found: [], files: 0, cut: false, inImages: [] }
  const seen: ForImages = { dockerfiles: new Map(), ignoreFiles: new Map(), envFiles: [] }

  /** @param above the rules of the folders that this one lies in. */
  async function walk(at: FileSystemDirectoryHandle, path: string, above: FolderRules[]): Promise<void> {
    const own = await ignoreFile(at, '.gitignore')
    const rules = own ? [...above, { folder: path, file: own }] : above
    for await (const entry of (at as Walked).values()) {
      if (signal.aborted || scanned.files >= mostFiles || scanned.found.length >= mostHits) {
        scanned.cut = true
        return
      }
      const here = path + entry.name
      if (entry.kind === 'directory') {
        if (isWorthEntering(entry.name)) await walk(entry as FileSystemDirectoryHandle, `${here}/`, rules)
        continue
      }
      const file = await (entry as FileSystemFileHandle).getFile()
      if (!isWorthReading(entry.name, file.size)) continue
      scanned.files++
      const ignored = rules.length > 0 ? coversBelow(rules, here) : undefined
      const text = await file.text()
      if (isDockerfile(entry.name)) seen.dockerfiles.set(here, text)
      if (isDockerIgnore(entry.name)) seen.ignoreFiles.set(here, text)
      if (isEnvFile(entry.name)) seen.envFiles.push(here)
      for (const one of findKeys(text, here)) scanned.found.push({ ...one, ignored })
      scanned.found.splice(mostHits)
    }
  }
  await walk(folder, '', [])
  const images = inImages(seen)
  scanned.inImages = images.found
  scanned.cut ||= images.isCut
  return scanned
}

async function ignoreFile(folder: FileSystemDirectoryHandle, name: string) {
  try {
    const file = await (await folder.getFileHandle(name)).getFile()
    const text = readText(new Uint8Array(await file.arrayBuffer()), name)
    return 'ok' in text ? undefined : text
  } catch {
    return undefined
  }
}
