/** What of a key's record is synced. The rest belongs to the machine: what was copied and checked there, and what follows from the secret. */
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
  'trackingId',
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
