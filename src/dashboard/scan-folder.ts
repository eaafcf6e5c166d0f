/** Walks a folder that a person picked, reading only; keeps no text. What is found is src/clipboard/scan.ts's to say. */
import { covers } from '../clipboard/git-ignore.ts'
import { type Found, findKeys, isWorthEntering, isWorthReading } from '../clipboard/scan.ts'
import { readText } from '../clipboard/text-file.ts'

export type Scanned = {
  found: (Found & { ignored: boolean | undefined })[]
  files: number
  /** The walk ended before everything was read. */
  cut: boolean
}

const mostFiles = 5_000

type Walked = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> }

export async function scanFolder(folder: FileSystemDirectoryHandle, signal: AbortSignal): Promise<Scanned> {
  const rules = await gitIgnore(folder)
  const scanned: Scanned = { found: [], files: 0, cut: false }

  async function walk(at: FileSystemDirectoryHandle, path: string): Promise<void> {
    for await (const entry of (at as Walked).values()) {
      if (signal.aborted || scanned.files >= mostFiles) {
        scanned.cut = true
        return
      }
      const here = path + entry.name
      if (entry.kind === 'directory') {
        if (isWorthEntering(entry.name)) await walk(entry as FileSystemDirectoryHandle, `${here}/`)
        continue
      }
      const file = await (entry as FileSystemFileHandle).getFile()
      if (!isWorthReading(entry.name, file.size)) continue
      scanned.files++
      const ignored = rules && covers(rules, here)
      for (const one of findKeys(await file.text(), here)) scanned.found.push({ ...one, ignored })
    }
  }
  await walk(folder, '')
  return scanned
}

/** Only the folder's own; rules in folders further down are not looked at, and cover less rather than more. */
async function gitIgnore(folder: FileSystemDirectoryHandle) {
  try {
    const file = await (await folder.getFileHandle('.gitignore')).getFile()
    const text = readText(new Uint8Array(await file.arrayBuffer()), '.gitignore')
    return 'ok' in text ? undefined : text
  } catch {
    return undefined
  }
}
