/** What becomes of a key by sync. What comes in was sealed by a computer that joined, which may be somebody else's by now. */
import * as v from 'valibot'
import { time } from '../../../protocol/message-fields.ts'
import { aboutBrought } from '../../../protocol/messages/transfer-messages.ts'
import type { Request } from '../../../protocol/messages.ts'
import { keyKinds } from '../../../providers/answer.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { isKeptOnly, providers } from '../../../providers/list.ts'
import { certainProvider, kindOf } from '../../../providers/recognition/whose.ts'
import type { NewRecord, SyncItem } from '../../../vault/index.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import { syncedFields } from '../../../vault/sync/synced-fields.ts'
import { openSecret } from '../../../vault/sync-sealing.ts'

const { standbyFor: _, ...aboutSynced } = aboutBrought
const about = v.object({
  ...aboutSynced,
  kind: v.optional(v.picklist(keyKinds)),
  createdAt: time,
  madeHere: v.optional(v.boolean()),
})

/** What is true of one secret alone; how often it was copied is kept, so that the next copy asks for a proof all the same. */
const ofSecret = [
  'lastFour',
  'lastCopy',
  'copyFreely',
  'trackingId',
  'tellsCosts',
  'modelsUsed',
  'providerConfirmed',
] as const
/** Of the key that it is known of, and of no other one. */
const ofOne = new Set<string>([...syncedFields, 'id', 'secret', 'copyFreely', 'providerConfirmed'])

/**
 * What the key is to be: null removed, undefined what it was.
 * @param alike the other keys of this vault that hold the secret
 */
export async function nextRecord(
  item: SyncItem,
  change: Request<'screen.syncApply'>['changes'][number],
  is: { stamp: string; record: VaultRecord | undefined } | undefined,
  alike: readonly VaultRecord[] = [],
): Promise<NewRecord | null | undefined> {
  // Somebody has changed it since it was looked at: the next run looks again.
  if (is?.stamp !== change.stamp) return undefined
  if (change.about === undefined) return is ? null : undefined
  const { success, output } = v.safeParse(about, change.about)
  const { tag = '', sealed } = change
  const opened = sealed === undefined ? is?.record?.secret : await openSecret(item, tag, sealed)
  if (!success || opened === undefined) return undefined
  const own: Partial<RecordAbout> = { ...is?.record }
  const { checkEveryMinutes, providerConfirmed } = own
  for (const name of syncedFields) delete own[name]
  if (sealed !== undefined) for (const name of ofSecret) delete own[name]
  const next = { ...own, ...output, id: change.id, secret: opened } as NewRecord
  // An admin key is called one by its shape, whatever is said of it, and no other key is.
  const shape = kindOf(next.provider, opened)
  if ((shape === 'admin') !== (next.kind === 'admin')) next.kind = shape
  // That it is never checked is no other computer's to say.
  if (next.checkEveryMinutes === 0) delete next.checkEveryMinutes
  if (output.checkEveryMinutes === 0 && checkEveryMinutes !== undefined)
    next.checkEveryMinutes = checkEveryMinutes
  const address = addressOf(next, is?.record)
  delete next.baseUrl
  if (address !== undefined) next.baseUrl = address
  // What was found out of another key, or at another address, tells nothing of this one.
  const isSame = is?.record && sealed === undefined && wasAskedAt(next, is.record)
  if (!isSame) for (const name of ['verdict', 'leaving'] as const) delete next[name]
  if (isSame && providerConfirmed) next.providerConfirmed = true
  return withKnown(next, alike)
}

/** The key, with what this computer knows of its secret under other ids: a copy asks for a proof wherever it lies. */
export function withKnown<R extends NewRecord>(next: R, alike: readonly VaultRecord[]): R {
  const known: Record<string, unknown> = { ...next }
  for (const each of alike) {
    for (const name of ['copies', 'lastCopiedAt'] as const) {
      const most = Math.max(next[name] ?? 0, each[name] ?? 0, Number(known[name] ?? 0))
      if (most > 0) known[name] = most
    }
    if (!wasAskedAt(next, each)) continue
    if (each.providerConfirmed) known.providerConfirmed = true
    for (const [name, value] of Object.entries(each))
      if (!ofOne.has(name) && value !== next.id) known[name] ??= value
  }
  return known as R
}

/** Of the same provider, at the same address. */
const wasAskedAt = (next: NewRecord, before: VaultRecord) =>
  next.provider === before.provider && baseUrlOf(next) === baseUrlOf(before)

/**
 * Where the key is to be asked about; undefined for its provider's usual address. An address that is not the provider's is none. Where a
 * server on this computer listens is said here, with a proof: from elsewhere it comes only with a new key.
 */
function addressOf(next: NewRecord, before: VaultRecord | undefined): string | undefined {
  if (before && providers[next.provider].local) return before.baseUrl
  return next.baseUrl ? (baseUrlOf(next) ?? undefined) : undefined
}

/**
 * May the vault take it? A key becomes another provider's by its shape alone: else it waits for this computer's person. None becomes that of
 * a server on this computer by another one's word: whatever listens there would be handed it.
 * @param before the key as it is
 * @param alike the other keys of this vault that hold the secret
 */
export function mayBeTaken(
  next: NewRecord,
  before: VaultRecord | undefined,
  alike: readonly VaultRecord[] = [],
): boolean {
  const certain = certainProvider(next.secret)
  if (before && before.provider !== next.provider) return certain === next.provider
  if (isKeptOnly(next)) return true
  if (certain !== undefined) return certain === next.provider
  return !providers[next.provider].local || alike.every(({ provider }) => providers[provider].local)
}
