/** One record as its sealed parts. `about` is all a list needs; `secret` repeats enough to stand without it. */
import type { Random } from '../crypto/bytes.ts'
import { open, seal } from '../crypto/seal.ts'
import { VaultError } from '../errors.ts'
import type { RecordAbout, VaultRecord } from '../record.ts'
import type { Scope } from './manifest.ts'
import { isRecordId, type Part } from './names.ts'

export type SecretPart = Pick<VaultRecord, 'secret' | 'provider' | 'label' | 'createdAt'>

const partPlace = ({ vaultId, epoch, version }: Scope, id: string, part: Part, stamp: string) =>
  ['part', vaultId, epoch, id, part, stamp, version] as const

export const sealPart = (
  scope: Scope,
  id: string,
  part: Part,
  stamp: string,
  value: unknown,
  random: Random,
) => seal(scope.keys.records, partPlace(scope, id, part, stamp), value, random)

export const openPart = (scope: Scope, id: string, part: Part, stamp: string, sealed: unknown) =>
  open(scope.keys.records, partPlace(scope, id, part, stamp), sealed)

/** Short secrets (a local server's "none") would be given away whole. */
export const lastFourOf = (secret: string): string => (secret.length >= 12 ? secret.slice(-4) : '')

type Parts = { about: RecordAbout; secret: SecretPart; history?: unknown[] }
export function splitRecord(record: VaultRecord & Pick<Parts, 'history'>): Parts {
  if (!isRecordId(record.id) || typeof record.secret !== 'string' || typeof record.label !== 'string')
    throw new VaultError('invalid')
  const { secret, history, ...about } = record
  const { provider, label, createdAt } = record
  return { about, secret: { secret, provider, label, createdAt }, ...(history && { history }) }
}

/** What can still be said of a record whose `about` is lost. */
export const aboutFromSecret = (
  id: string,
  { secret, provider, label, createdAt }: SecretPart,
): RecordAbout => ({
  id,
  provider,
  label,
  createdAt,
  lastFour: lastFourOf(secret),
})
