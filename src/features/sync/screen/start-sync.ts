/** Switching sync on and off: by the folder that the person has picked, by the browser's own sync, or by both. */
import { t } from '../../../i18n/t.ts'
import { syncArea } from '../../../platform/screen/sync-area.ts'
import {
  changeSyncPlace,
  forgetSyncPlace,
  readSyncPlace,
  type SyncPlace,
  writeSyncPlace,
} from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail, isFailure, type Reply } from '../../../protocol/failure.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import { filesIn, namesOf } from '../core/browser-items.ts'
import { fileNameOf, readFile, type SpaceFile } from '../core/space-format.ts'
import { readSpaceFiles, removeFile } from './folder-carrier.ts'
import { syncNow } from './sync-status.ts'

/** Without `folder`: by the browser's own sync. `name`: of this computer. */
export type Picked = { folder?: FileSystemDirectoryHandle; name: string }

const inArea = (): Promise<Record<string, unknown> | Failure> =>
  syncArea
    .get()
    .catch(() => fail('storage_failed', t('The browser did not give Keyway its sync area. Try again.')))

/** The files of sync spaces that are there, of whichever vault. */
async function filesAt({ folder }: Picked): Promise<SpaceFile[] | Failure> {
  const found = folder ? await readSpaceFiles(folder) : await inArea()
  if (isFailure(found)) return found
  const texts = found instanceof Map ? found : filesIn(found)
  return [...texts.values()].map(readFile).flatMap(file => (typeof file === 'object' ? [file] : []))
}

/** Beside the carrier that is there already, if there is one. */
async function addCarrier({ folder, name }: Picked, code?: string): Promise<void> {
  const carrier: Partial<SyncPlace> = folder ? { folder, written: undefined } : { browser: {} }
  const more = { ...carrier, ...(code !== undefined && { code }) }
  if (!(await changeSyncPlace(more))) await writeSyncPlace({ name, ...more })
  void syncNow()
}

/**
 * @param isApart the person wants a space of its own, beside that of another vault
 * @returns `code`: a new space was made, and this opens it on another computer; `join`: there is a space of another vault, whose code is
 * asked for
 */
export async function startSync(
  picked: Picked,
  isApart = false,
): Promise<Reply<{ code?: string; join?: true }>> {
  const [files, own] = [await filesAt(picked), await send('screen.syncLook', {})]
  if (isFailure(files)) return files
  if (!own.ok) return own
  const isOurs = files.some(({ space }) => space === own.space)
  // There is only one sync area: in it spaces lie side by side. Another folder can be picked.
  if (files.length > 0 && !isOurs && !isApart && (picked.folder || own.space === undefined)) {
    if (own.space === undefined) return { ok: true, join: true }
    return fail(
      'exists',
      t('This folder is in use by another vault. Nothing was changed. Pick another folder.'),
    )
  }
  if (own.space !== undefined) {
    await addCarrier(picked)
    return { ok: true }
  }
  const made = await send('screen.syncStart', {})
  if (!made.ok) return made
  await forgetSyncPlace()
  await addCarrier(picked, made.sealed)
  return { ok: true, code: made.code }
}

export async function joinSync(picked: Picked, code: string): Promise<Reply> {
  const files = await filesAt(picked)
  if (isFailure(files)) return files
  let refused: Failure = fail(
    'missing',
    t('There is no sync code here yet. Make one on the other computer: Settings, Sync, Add a computer.'),
  )
  for (const { space, code: sealed } of files) {
    if (sealed === undefined) continue
    const joined = await send('screen.syncJoin', { space, code: code.trim(), sealed })
    if (joined.ok) {
      await addJoined(picked)
      return joined
    }
    refused = joined
    if (joined.code !== 'wrong_recovery_code') break
  }
  if (refused.code !== 'wrong_recovery_code') return refused
  return fail(
    'wrong_recovery_code',
    picked.folder
      ? t('That code does not fit this folder. Look for a mistyped letter.')
      : t('That code does not fit. Look for a mistyped letter. A new code takes a minute to arrive here.'),
  )
}

/** The worker has the sync key: this device's place is what was picked. */
export async function addJoined(picked: Picked): Promise<void> {
  await forgetSyncPlace()
  await addCarrier(picked)
}

/** The others hear of it with the next sync, whatever they were told before. */
export async function renameComputer(name: string): Promise<Reply> {
  if (name === '') return fail('nameless', t('A computer needs a name. It keeps the one it had.'))
  await changeSyncPlace({ name, writtenName: '' })
  await syncNow()
  return { ok: true }
}

/** A code for one more computer. The one that was shown here before stops working. */
export async function makeCode(): Promise<Reply<{ code: string }>> {
  const made = await send('screen.syncStart', {})
  if (!made.ok) return made
  await changeSyncPlace({ code: made.sealed })
  await syncNow()
  return { ok: true, code: made.code }
}

/** This computer's files go too; what the others have stays with them. */
export async function stopSync(): Promise<Reply> {
  const [place, own] = [await readSyncPlace(), await send('screen.syncLook', {})]
  const left = await send('screen.syncLeave', {})
  if (!left.ok) return left
  await forgetSyncPlace()
  // A run that had begun ends first: it could write once more.
  await syncNow()
  if (own.ok) await removeOwn(own.device, place)
  return left
}

/** One of two carriers: what this computer wrote there goes, and the other carries on. */
export async function stopCarrier(kind: SyncCarrier): Promise<Reply> {
  const [place, own] = [await readSyncPlace(), await send('screen.syncLook', {})]
  if (!own.ok) return own
  const { folder, browser } = place ?? {}
  await changeSyncPlace(
    kind === 'folder' ? { folder: undefined, written: undefined } : { browser: undefined },
  )
  await syncNow()
  await removeOwn(own.device, kind === 'folder' ? { folder } : { browser })
  return { ok: true }
}

async function removeOwn(device: string, { folder, browser }: Partial<SyncPlace> = {}): Promise<void> {
  if (folder) await removeFile(folder, fileNameOf(device))
  if (browser) await removeOwnItems(device)
}

/** Nothing is said when the browser does not do it: nobody can read them but who has joined. */
async function removeOwnItems(device: string): Promise<void> {
  const items = await inArea()
  if (!isFailure(items)) await syncArea.remove(namesOf(items, device)).catch(() => undefined)
}
