/** Walks a folder that a person picked, reading only; keeps no text. What is found is src/features/handoff/core/scan.ts's to say. */
import { covers, coversBelow, type FolderRules } from '../core/git-ignore.ts'
import { type Found, findKeys, isWorthEntering, isWorthReading } from '../core/scan.ts'
import { readText } from '../core/text-file.ts'

/** More hits nobody reads; as many as may be compared with the vault at once. */
export const mostHits = 5_000

export type Scanned = {
  found: (Found & { ignored: boolean | undefined })[]
  files: number
  /** The walk ended before everything was read. */
  cut: boolean
  /** `.env` lies beside a Dockerfile, and .dockerignore lets it into the image. */
  isInImage: boolean
}

const mostFiles = 5_000

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }

export async function scanFolder(folder: FileSystemDirectoryHandle, signal: AbortSignal): Promise<Scanned> {
  const scanned: Scanned = { found: [], files: 0, cut: false, isInImage: false }

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
      for (const one of findKeys(await file.text(), here)) scanned.found.push({ ...one, ignored })
      scanned.found.splice(mostHits)
    }
  }
  await walk(folder, '', [])
  scanned.isInImage = await isInImage(folder)
  return scanned
}

/** `COPY . .` takes along whatever .dockerignore does not leave out. */
async function isInImage(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const has = (name: string) =>
    folder.getFileHandle(name).then(
      () => true,
      () => false,
    )
  if (!(await has('.env')) || !(await has('Dockerfile'))) return false
  const left = await ignoreFile(folder, '.dockerignore')
  return !left || !covers(left, '.env')
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
