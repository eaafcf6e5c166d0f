/** Runs sync where it can reach the carriers, one run at a time over all pages of Keyway, and tells this page's parts how it went. */
import { t } from '../../../i18n/t.ts'
import { forgetSyncPlace, readSyncPlace, type SyncPlace } from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import { type Failure, fail, isFailure } from '../../../protocol/failure.ts'
import { outside } from '../../../ui/pieces/outside.ts'
import { reportBug } from '../../../ui/report-bug.ts'
import { type SyncCarrier, syncKinds } from '../../policy/core/policy.ts'
import type { Heard, SyncEvent } from '../core/ports.ts'
import { type Answer, runSync, type SyncResult } from '../core/run.ts'
import { mayUse } from './folder-carrier.ts'
import { createSyncPorts } from './sync-ports.ts'

export type SyncStatus = {
  /** `unplaced`: switched on, and no carrier is known any more. */
  phase: 'unknown' | 'off' | 'unplaced' | 'on'
  isRunning: boolean
  /** When the last run ended well (ms since the epoch), and what it found. */
  at?: number
  result?: SyncResult
  failure?: Failure
  /** Those that are switched on, and what stops one. `paused`: the browser wants to be asked for the folder again. */
  carriers: readonly { kind: SyncCarrier; stoppedBy?: 'paused' | 'forbidden' }[]
  folder?: string
  name?: string
  devices: readonly HeardDevice[]
  events: readonly SyncEvent[]
}
export type HeardDevice = Heard & { id: string }

let status: SyncStatus = { phase: 'unknown', isRunning: false, carriers: [], devices: [], events: [] }
const page = outside()

function set(more: Partial<SyncStatus>): void {
  status = { ...status, ...more }
  page.tell()
}
export const syncStatus = (): SyncStatus => status
export const useSyncStatus = (): SyncStatus => page.use(() => status)

/** @param answer the person's word on deletions that a run has asked about */
export async function syncNow(answer?: Answer): Promise<void> {
  await navigator.locks.request('keyway-sync', async () => {
    set({ isRunning: true })
    try {
      set(await run(answer))
    } catch (thrown) {
      reportBug(thrown)
      const failure = fail(
        'bug',
        t('Keyway made a mistake while syncing. It tries again with the next sync.'),
      )
      set({ failure })
    } finally {
      set({ isRunning: false })
    }
  })
}

/** For pages that are about something else: a vault that is not synced is asked nothing. The page about sync says what fails. */
export async function syncInBackground(): Promise<void> {
  if (await readSyncPlace().catch(() => undefined)) await syncNow()
}

async function run(answer?: Answer): Promise<Partial<SyncStatus>> {
  const own = await send('screen.syncLook', {})
  if (!own.ok) return { failure: own }
  const place = await readSyncPlace()
  // A vault that was made anew, or that left the space, is not synced because another one was.
  if (own.space === undefined) {
    if (place) await forgetSyncPlace()
    return { phase: 'off', carriers: [], devices: [], events: [] }
  }
  if (!place) return { phase: 'unplaced' }
  const carriers = await carriersOf(place, own.carriers)
  const usable = carriers.filter(({ stoppedBy }) => !stoppedBy).map(({ kind }) => kind)
  const known = {
    carriers,
    name: place.name,
    ...(place.folder && { folder: place.folder.name }),
  }
  if (usable.length === 0) return { phase: 'on', ...known }
  const ports = createSyncPorts(place, { space: own.space, device: own.device }, usable)
  const result = await runSync(ports, answer)
  const { heard, events } = await ports.memory.read()
  const devices = [...heard].map(([id, each]) => ({ id, ...each }))
  const seen = { phase: 'on', ...known, devices, events } as const
  if (isFailure(result)) return { ...seen, failure: result }
  const { result: _, failure: __, ...before } = status
  status = before
  return { ...seen, result, at: Date.now() }
}

async function carriersOf(place: SyncPlace, allowed: SyncCarrier[]): Promise<SyncStatus['carriers']> {
  const { folder, browser } = place
  const isPaused = folder !== undefined && !(await mayUse(folder))
  const on = syncKinds.filter(kind => (kind === 'folder' ? folder : browser))
  return on.map(kind => ({
    kind,
    ...(!allowed.includes(kind)
      ? { stoppedBy: 'forbidden' as const }
      : kind === 'folder' && isPaused && { stoppedBy: 'paused' as const }),
  }))
}
