/** The carriers of this device, over what the browser gives the dashboard: a folder, and the browser's sync area. */
import { syncArea } from '../../../platform/screen/sync-area.ts'
import type { SyncPlace } from '../../../platform/screen/sync-place.ts'
import { isFailure } from '../../../protocol/failure.ts'
import { type SyncState, writeState } from '../../../vault/sync/state.ts'
import { createBrowserCarrier } from '../core/browser-carrier.ts'
import type { Carrier } from '../core/ports.ts'
import { fileNameOf, isDeviceFile, isSpaceFile, readFile } from '../core/space-format.ts'
import { type Own, openFiles, sealFile } from './device-files.ts'
import { digestOf, readFolder, writeOwnFile } from './folder-carrier.ts'

/** What is remembered of syncing between two runs, as it is now and to be changed. */
export type PlaceStore = { read(): SyncPlace; store(more: Partial<SyncPlace>): Promise<void> }

export function createFolderCarrier(folder: FileSystemDirectoryHandle, own: Own, place: PlaceStore): Carrier {
  const { device } = own
  return {
    kind: 'folder',
    async read() {
      const files = await readFolder(folder, isSpaceFile, isDeviceFile)
      if (isFailure(files)) return files
      const { texts, skipped } = files
      const ownText = texts.get(fileNameOf(device))
      texts.delete(fileNameOf(device))
      const found = await openFiles(own, texts)
      if (isFailure(found)) return found
      const isAsWritten = ownText !== undefined && (await digestOf(ownText)) === place.read().written
      const read = ownText === undefined ? undefined : readFile(ownText)
      const opened = await openFiles(
        own,
        new Map(ownText === undefined || isAsWritten ? [] : [[device, ownText]]),
      )
      if (isFailure(opened)) return opened
      const former = opened.find(each => each.is === 'state')
      const isOwn = isAsWritten || (former !== undefined && isCurrent(read, place))
      return {
        // Without copies that a cloud drive made of this device's own file.
        found: [...found.filter(each => each.is !== 'state' || each.device !== device), ...skipped],
        own: isOwn && typeof read === 'object' ? read.sequence : undefined,
        former,
        isUpToDate: state => isAsWritten || (former !== undefined && isSameWhole(former.state, state)),
      }
    },
    async write(file) {
      const text = await sealFile(own, 'folder', file, place.read())
      if (isFailure(text)) return text
      const failed = await writeOwnFile(folder, device, text)
      if (!failed) await place.store({ written: await digestOf(text) })
      return failed
    },
  }
}

/** Does a file hold the code that was made here last? */
const isCurrent = (file: ReturnType<typeof readFile> | undefined, place: PlaceStore): boolean =>
  typeof file === 'object' && file.code === place.read().code

/** With the sealed texts: of one that somebody forged in this device's name they may be others. */
const isSameWhole = (one: SyncState, other: SyncState): boolean =>
  JSON.stringify(writeState(one)) === JSON.stringify(writeState(other))

export const createAreaCarrier = (own: Own, place: PlaceStore): Carrier =>
  createBrowserCarrier({
    area: syncArea,
    device: own.device,
    now: Date.now,
    writtenAt: () => place.read().browserWrittenAt,
    noteWriting: browserWrittenAt => place.store({ browserWrittenAt }),
    open: files => openFiles(own, files),
    isCurrent: text => isCurrent(readFile(text), place),
    async seal(file) {
      const text = await sealFile(own, 'browser', file, place.read())
      return isFailure(text) ? text : { text, mark: (await digestOf(text)).slice(0, 16) }
    },
  })
