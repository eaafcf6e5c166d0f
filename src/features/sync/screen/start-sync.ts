/** Switching sync on, in the folder that the person has picked. */
import { t } from '../../../i18n/t.ts'
import { forgetSyncPlace, readSyncPlace, writeSyncPlace } from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail, isFailure, type Reply } from '../../../protocol/failure.ts'
import { readFile, type SpaceFile } from '../core/space-format.ts'
import { readSpaceFiles, removeOwnFile } from './folder-carrier.ts'
import { syncNow } from './sync-status.ts'

export type Picked = { folder: FileSystemDirectoryHandle; name: string }

/** The files of sync spaces in a folder, of whichever vault. */
async function filesIn(folder: FileSystemDirectoryHandle): Promise<SpaceFile[] | Failure> {
  const texts = await readSpaceFiles(folder)
  if (isFailure(texts)) return texts
  return [...texts.values()].map(readFile).flatMap(file => (typeof file === 'object' ? [file] : []))
}

/** @returns `code`: a new space was made, and this opens it on another computer; `join`: the folder has one, whose code is asked for */
export async function startSync({ folder, name }: Picked): Promise<Reply<{ code?: string; join?: true }>> {
  const [files, own] = [await filesIn(folder), await send('screen.syncLook', {})]
  if (isFailure(files)) return files
  if (!own.ok) return own
  const isOurs = files.some(({ space }) => space === own.space)
  if (files.length > 0 && !isOurs) {
    if (own.space === undefined) return { ok: true, join: true }
    return fail(
      'exists',
      t('This folder is in use by another vault. Nothing was changed. Pick another folder.'),
    )
  }
  if (own.space !== undefined) {
    await writeSyncPlace({ folder, name })
    void syncNow()
    return { ok: true }
  }
  const made = await send('screen.syncStart', {})
  if (!made.ok) return made
  await writeSyncPlace({ folder, name, code: made.sealed })
  void syncNow()
  return { ok: true, code: made.code }
}

export async function joinSync({ folder, name }: Picked, code: string): Promise<Reply> {
  const files = await filesIn(folder)
  if (isFailure(files)) return files
  let refused: Failure = fail(
    'missing',
    t(
      'No sync code was made for this folder. Make one on the other computer: Settings, Sync, Add a computer.',
    ),
  )
  for (const { space, code: sealed } of files) {
    if (sealed === undefined) continue
    const joined = await send('screen.syncJoin', { space, code: code.trim(), sealed })
    if (joined.ok) {
      await writeSyncPlace({ folder, name })
      void syncNow()
      return joined
    }
    refused = joined
    if (joined.code !== 'wrong_recovery_code') break
  }
  return refused.code === 'wrong_recovery_code'
    ? fail('wrong_recovery_code', t('That code does not fit this folder. Look for a mistyped letter.'))
    : refused
}

/** A code for one more computer. The one that was shown here before stops working. */
export async function makeCode(): Promise<Reply<{ code: string }>> {
  const place = await readSyncPlace()
  const made = await send('screen.syncStart', {})
  if (!made.ok) return made
  // `written` goes too: the file has to be written with the new code in it.
  if (place) {
    const { written: _, ...rest } = place
    await writeSyncPlace({ ...rest, code: made.sealed })
  }
  await syncNow()
  return { ok: true, code: made.code }
}

/** This computer's file goes too; what the others have stays with them. */
export async function stopSync(): Promise<Reply> {
  const [place, own] = [await readSyncPlace(), await send('screen.syncLook', {})]
  const left = await send('screen.syncLeave', {})
  if (!left.ok) return left
  if (place && own.ok) await removeOwnFile(place.folder, own.device)
  await forgetSyncPlace()
  await syncNow()
  return left
}
