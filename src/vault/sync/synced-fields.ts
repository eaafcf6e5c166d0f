/**
 * What of a key's record is synced. The rest belongs to the machine: what was copied and checked there, and what follows from the secret.
 * Nor the platform's id of a key: by it a replacement deletes the key there, so each computer learns it of the platform itself.
 */
import type { RecordAbout } from '../record.ts'

export const syncedFields = [
  'provider',
  'kind',
  'label',
  'project',
  'organization',
  'environment',
  'purpose',
  'notes',
  'tags',
  'usedIn',
  'service',
  'webPage',
  'variable',
  'baseUrl',
  'createdAt',
  'madeHere',
  'providerConfirmed',
  'expiresAt',
  'rotateBy',
  'checkEveryMinutes',
] as const satisfies readonly (keyof RecordAbout)[]

/**
 * Is it a word that each computer has from its own person alone? Where a server on this computer listens: whatever listens there is handed
 * the key. That a key is never checked. And whose key it is, where its shape leaves that open: it would be sent there.
 */
export const isOwnWord = (name: string, isLocal: boolean, ...values: unknown[]): boolean =>
  (isLocal && name === 'baseUrl') ||
  (name === 'checkEveryMinutes' && values.includes(0)) ||
  name === 'providerConfirmed'
