/**
 * The keys that are checked before the first unlock: sealed for this browser, by a key that cannot be taken out of it. No protection
 * against who copies the profile and runs it; so nothing of it is there without its owner's choice, and what goes leaves no trace.
 */
import * as v from 'valibot'
import { id, provider, text, time } from '../../../protocol/message-fields.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
import { isObject, systemRandom } from '../../../vault/crypto/bytes.ts'
import { open, seal } from '../../../vault/crypto/seal.ts'
import { storageError } from '../../../vault/errors.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import type { VaultPorts } from './ports.ts'

const short = v.optional(text(300))
const moment = v.optional(time)
const flag = v.optional(v.boolean())
/** What a check needs, and nothing else that is written about a key. Who can write the disk can seal one of any shape. */
const watchedRecord = v.object({
  id,
  provider,
  secret: text(20_000),
  createdAt: time,
  kind: short,
  baseUrl: short,
  organization: short,
  project: short,
  madeHere: flag,
  providerConfirmed: flag,
  checkEveryMinutes: moment,
  expiresAt: moment,
  rotateBy: moment,
  verdict: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.check(({ at, since }) => v.is(time, at) && v.is(time, since)),
    ),
  ),
})

/** No record has such an id. */
const keyName = '!'
const place = (id: string) => ['watched', id]

/** A key whose revocation is proven goes on being counted; its secret is needed no more. */
export const withoutRevoked = (record: VaultRecord): VaultRecord =>
  isRevocationProven(record.verdict) ? { ...record, secret: '' } : record

export function createSealedWatch(store: VaultPorts['sealedWatch']) {
  let isGone = false

  /** `isWhole`: all that lies there opens. */
  async function read(only?: string) {
    const { [keyName]: key, ...items } = await store.get(null)
    const names = Object.keys(items).filter(name => only === undefined || name === only)
    const found = await Promise.all(
      names.map(async name => {
        const opened = key instanceof CryptoKey && (await open(key, place(name), items[name]))
        const { success, output } = v.safeParse(watchedRecord, opened)
        return success && output.id === name ? ({ ...output, label: '', lastFour: '' } as VaultRecord) : name
      }),
    )
    const records = found.filter(isObject) as VaultRecord[]
    return {
      key: key instanceof CryptoKey ? key : undefined,
      records,
      isWhole: records.length === found.length,
    }
  }

  async function write(key: CryptoKey, records: VaultRecord[]): Promise<void> {
    const items: Record<string, unknown> = { [keyName]: key }
    for (const record of records) {
      const { output, success } = v.safeParse(watchedRecord, record)
      if (success) items[record.id] = await seal(key, place(record.id), output, systemRandom)
    }
    await store.set(items)
  }

  async function clear(): Promise<void> {
    if (isGone) return
    await store.drop().catch(thrown => {
      throw storageError(thrown)
    })
    isGone = true
  }

  /** What lay there before is gone with its key: bytes that stay behind in the browser's files open no more. */
  async function anew(records: VaultRecord[]): Promise<void> {
    isGone = false
    await clear()
    isGone = false
    await write(
      await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      records,
    )
  }

  return {
    read,
    clear,
    /** @param before what was sealed last; absent: nobody knows */
    async keep(records: VaultRecord[], before: VaultRecord[] | undefined): Promise<void> {
      const secrets = new Map(records.map(each => [each.id, each.secret]))
      const stays = before?.every(each => secrets.get(each.id) === each.secret)
      const key = stays && (await store.get(keyName))[keyName]
      return key instanceof CryptoKey ? write(key, records) : anew(records)
    },
    /** A check told something of this key. */
    async note(id: string, about: Partial<RecordAbout>): Promise<void> {
      const {
        key,
        records: [was],
      } = await read(id)
      if (!key || !was) return
      const next = withoutRevoked({ ...was, ...about })
      if (next.secret === was.secret) return write(key, [next])
      await anew((await read()).records.map(each => (each.id === id ? next : each)))
    },
  }
}
