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
    async read(given) {
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
      const isOwn = (isAsWritten || former !== undefined) && (await isCurrent(read, place, given))
      return {
        // Without copies that a cloud drive made of this device's own file.
        found: [...found.filter(each => each.is !== 'state' || each.device !== device), ...skipped],
        own: isOwn && typeof read === 'object' ? read.sequence : undefined,
        former,
        hasNews: hasNews(place),
        isUpToDate: state => isAsWritten || (former !== undefined && isSameWhole(former.state, state)),
      }
    },
    async write(file) {
      const { name, code } = place.read()
      const text = await sealFile(own, 'folder', file, { name, code })
      if (isFailure(text)) return text
      const failed = await writeOwnFile(folder, device, text)
      if (!failed) await place.store({ written: await digestOf(text), writtenCode: code, writtenName: name })
      return failed
    },
  }
}

const hasNewCode = (place: PlaceStore): boolean => place.read().code !== place.read().writtenCode
/** A place of before names could be changed does not say which one it has written. */
function hasNews(place: PlaceStore): boolean {
  const { name, writtenName = name } = place.read()
  return hasNewCode(place) || name !== writtenName
}

/**
 * Does this device's own file hold the code that it would write? A number that this device never gave is another computer's, which works
 * with a copy of its disk: the code that was made there counts here too, or each of the two would put its own in the place of the other's
 * for ever. Where both gave the same number the greater one counts.
 */
async function isCurrent(file: ReturnType<typeof readFile> | undefined, place: PlaceStore, given: number) {
  if (typeof file !== 'object') return false
  const { code = '' } = place.read()
  const { code: theirs = '', sequence } = file
  if (theirs === code) return true
  if (hasNewCode(place) || sequence < given || (sequence === given && theirs < code)) return false
  await place.store({ code: file.code, writtenCode: file.code })
  return true
}

/** With the sealed texts: of one that somebody forged in this device's name they may be others. */
const isSameWhole = (one: SyncState, other: SyncState): boolean =>
  JSON.stringify(writeState(one)) === JSON.stringify(writeState(other))

export function createAreaCarrier(own: Own, place: PlaceStore): Carrier {
  let sealed: Pick<SyncPlace, 'code' | 'name'> | undefined
  const carrier = createBrowserCarrier({
    area: syncArea,
    device: own.device,
    now: Date.now,
    writtenAt: () => place.read().browserWrittenAt,
    noteWriting: browserWrittenAt => place.store({ browserWrittenAt }),
    open: files => openFiles(own, files),
    hasNews: () => hasNews(place),
    isCurrent: (text, given) => isCurrent(readFile(text), place, given),
    async seal(file) {
      const here = place.read()
      sealed = here
      const text = await sealFile(own, 'browser', file, here)
      return isFailure(text) ? text : { text, mark: (await digestOf(text)).slice(0, 16) }
    },
  })
  return {
    ...carrier,
    async write(file) {
      const failed = await carrier.write(file)
      if (!failed && sealed) await place.store({ writtenCode: sealed.code, writtenName: sealed.name })
      return failed
    },
  }
}
