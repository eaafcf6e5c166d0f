/** The sync folder, as texts in and texts out. Each file is replaced as a whole when it is closed: a crash leaves the old one. */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { sha256, toHex, utf8 } from '../../../vault/crypto/bytes.ts'
import type { Found } from '../core/ports.ts'
import { fileNameOf, isDeviceFile, isSpaceFile } from '../core/space-format.ts'

/** More than any person has; a folder full of strange files must not fill the memory. Of all files together, and of one. */
const most = { files: 50, bytes: 60_000_000, fileBytes: 8_000_000 }

type Asked = FileSystemDirectoryHandle & {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>
  values(): AsyncIterable<FileSystemHandle>
}

export const mayUse = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await (folder as Asked).queryPermission({ mode: 'readwrite' })) === 'granted'

const unreachable = fail(
  'folder',
  t('The sync folder cannot be read. Is it there, and may Keyway use it? Your keys stay on this computer.'),
)

/** The texts by name. `skipped`: files that are there, and were not read. */
export type FolderFiles = { texts: Map<string, string>; skipped: (Found & { is: 'skipped' })[] }

/**
 * The files whose names are wanted.
 * @param isFirst those that are read before the others, so that copies of them take no room from them
 */
export async function readFolder(
  folder: FileSystemDirectoryHandle,
  isWanted: (name: string) => boolean,
  isFirst: (name: string) => boolean,
): Promise<FolderFiles | Failure> {
  const files: FolderFiles = { texts: new Map(), skipped: [] }
  let bytes = 0
  try {
    const entries: FileSystemFileHandle[] = []
    for await (const entry of (folder as Asked).values())
      if (entry.kind === 'file' && isWanted(entry.name)) entries.push(entry as FileSystemFileHandle)
    entries.sort((one, other) => Number(isFirst(other.name)) - Number(isFirst(one.name)))
    for (const entry of entries) {
      // One that vanishes while it is read is one that is not there.
      const file = await entry.getFile().catch(() => undefined)
      if (!file) continue
      const isTooMuch = file.size > most.fileBytes || bytes + file.size > most.bytes
      if (isTooMuch || files.texts.size >= most.files) {
        files.skipped.push({ is: 'skipped', file: entry.name, bytes: file.size })
        continue
      }
      const text = await file.text().catch(() => undefined)
      if (text === undefined) continue
      bytes += file.size
      files.texts.set(entry.name, text)
    }
    return files
  } catch {
    return unreachable
  }
}

/** All files that may be of a sync space, or whose names are wanted otherwise, by name. */
export async function readSpaceFiles(
  folder: FileSystemDirectoryHandle,
  isWanted = isSpaceFile,
): Promise<Map<string, string> | Failure> {
  const files = await readFolder(folder, isWanted, isDeviceFile)
  return isFailure(files) ? files : files.texts
}

export const writeOwnFile = (folder: FileSystemDirectoryHandle, device: string, text: string) =>
  writeFileIn(folder, fileNameOf(device), text)

export async function writeFileIn(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<Failure | undefined> {
  try {
    const file = await folder.getFileHandle(name, { create: true })
    const writing = await file.createWritable()
    await writing.write(text)
    await writing.close()
    return undefined
  } catch (thrown) {
    const isFull = thrown instanceof DOMException && thrown.name === 'QuotaExceededError'
    return isFull
      ? fail('storage_full', t('The sync folder is full. The keys on this computer stay; make room there.'))
      : unreachable
  }
}

/** Nothing is said when it is not there any more. */
export const removeFile = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  folder.removeEntry(name).catch(() => undefined)

export const digestOf = async (text: string): Promise<string> => toHex(await sha256(utf8(text)))
