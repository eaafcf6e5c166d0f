/** What becomes of a key by sync. What comes in was sealed by a computer that joined, which may be somebody else's by now. */
import * as v from 'valibot'
import { time } from '../../../protocol/message-fields.ts'
import { aboutBrought } from '../../../protocol/messages/transfer-messages.ts'
import type { Request } from '../../../protocol/messages.ts'
import { keyKinds } from '../../../providers/answer.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { mayBeKept } from '../../../providers/recognition/whose.ts'
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
  providerConfirmed: v.optional(v.boolean()),
})

/** What the key is to be: null removed, undefined what it was. */
export async function nextRecord(
  item: SyncItem,
  change: Request<'screen.syncApply'>['changes'][number],
  is: { stamp: string; record: VaultRecord | undefined } | undefined,
): Promise<NewRecord | null | undefined> {
  // Somebody has changed it since it was looked at: the next run looks again.
  if (is?.stamp !== change.stamp) return undefined
  if (change.about === undefined) return is ? null : undefined
  const { success, output } = v.safeParse(about, change.about)
  const { tag = '', sealed } = change
  const opened = sealed === undefined ? is?.record?.secret : await openSecret(item, tag, sealed)
  if (!success || opened === undefined) return undefined
  const own: Partial<RecordAbout> = { ...is?.record }
  for (const name of syncedFields) delete own[name]
  // What follows from the secret is found anew.
  if (sealed !== undefined) for (const name of ['lastFour', 'lastCopy'] as const) delete own[name]
  const next = { ...own, ...output, id: change.id, secret: opened } as NewRecord
  const address = addressOf(next, is?.record)
  delete next.baseUrl
  if (address !== undefined) next.baseUrl = address
  // What was found out of another key, or at another address, tells nothing of this one.
  const isSame = is?.record && sealed === undefined && wasAskedAt(next, is.record)
  if (!isSame) for (const name of ['verdict', 'leaving'] as const) delete next[name]
  return next
}

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
 * May the vault take it? A key becomes that of a server on this computer by nobody's word: whatever listens there would be handed it.
 * @param before the key as it is
 */
export function mayBeTaken(next: NewRecord, before: VaultRecord | undefined): boolean {
  const isMoved = before !== undefined && before.provider !== next.provider
  return mayBeKept(next) && !(isMoved && providers[next.provider].local)
}
