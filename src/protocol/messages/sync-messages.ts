/**
 * Syncing. The screen that can reach the carriers compares and joins what devices know; secrets and keys stay with the worker, which
 * seals what leaves and opens what comes in.
 */
import * as v from 'valibot'
import type { SyncCarrier } from '../../features/policy/core/policy.ts'
import type { Stamps } from '../../vault/open-vault.ts'
import type { RecordAbout } from '../../vault/record.ts'
import type { Reply } from '../failure.ts'
import { answers, id, nothing, text } from '../message-fields.ts'

const place = text(200)
const sealed = v.string()
const ids = v.pipe(v.array(id), v.maxLength(5000))

export const syncMessages = {
  /**
   * Without `space`: this vault is not synced. `stamps`: of each key that is there, `abouts`: of those that can be read and do not wait to
   * be deleted. `deleted`: keys that the person deleted since they were last named as `handled`. `carriers`: those that the organization
   * allows.
   */
  'screen.syncLook':
    answers<
      Reply<{
        space?: string | undefined
        device: string
        carriers: SyncCarrier[]
        stamps: Stamps[]
        abouts: RecordAbout[]
        deleted: string[]
      }>
    >()(nothing),
  /** Makes a sync space of this vault's own. Asks for a fresh proof. */
  'screen.syncStart': answers<Reply<{ code: string; sealed: string }>>()(nothing),
  /** Joins the space of another device, by the code that it showed and what it sealed for that. Asks for a fresh proof. */
  'screen.syncJoin': v.strictObject({
    space: id,
    code: text(200),
    sealed: text(2000),
  }),
  'screen.syncLeave': nothing,
  /** Seals a text: as this, and as nothing else, it opens again. `carrier`: what it is for, if it leaves this computer. */
  'screen.syncSeal': answers<Reply<{ sealed: string }>>()(
    v.strictObject({ place, text: v.string(), carrier: v.optional(v.picklist(['folder', 'browser'])) }),
  ),
  /** Without `text`: it was not sealed in this space, or not as this. */
  'screen.syncOpen': answers<Reply<{ text?: string }>>()(v.strictObject({ place, sealed })),
  /**
   * Each secret's name among the devices, and the secret sealed; those that cannot be read are left out. `opens`: is each of these texts
   * the secret of this name?
   */
  'screen.syncSecrets': answers<
    Reply<{ secrets: { id: string; tag: string; sealed: string }[]; opens: boolean[] }>
  >()(
    v.strictObject({
      ids,
      texts: v.pipe(v.array(v.strictObject({ tag: text(64), sealed })), v.maxLength(5000)),
    }),
  ),
  /**
   * All in one step. Without `stamp` a key is added, without `about` it is removed; with `sealed` it gets another secret. `into`: the key that
   * stands for a removed one from then on. `left`: keys that have changed meanwhile, or that this vault does not take.
   */
  'screen.syncApply': answers<Reply<{ left: string[] }>>()(
    v.strictObject({
      changes: v.pipe(
        v.array(
          v.strictObject({
            id,
            stamp: v.optional(text(50)),
            /** Looked through by itself, so that one strange key stops no other. */
            about: v.optional(v.unknown()),
            tag: v.optional(text(64)),
            sealed: v.optional(sealed),
            into: v.optional(id),
          }),
        ),
        v.maxLength(5000),
      ),
      handled: ids,
      /** Names of the computers that it came from, for the activity. */
      from: v.optional(v.pipe(v.array(text(60)), v.maxLength(20))),
    }),
  ),
}
