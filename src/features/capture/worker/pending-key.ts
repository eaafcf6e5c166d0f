/** A captured key as the list of waiting keys shows it: masked, with where it came from. Pure. */

import { t } from '../../../i18n/t.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import { providers } from '../../../providers/list.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { lastFour, mask } from '../../copy/core/mask.ts'
import type { Captured } from './ports.ts'

export type Origin = Pick<PendingKey, 'from' | 'document' | 'baseUrl'>

/** A key of which nobody remembers where it came from is trusted no more than one that a page offered. */
export const unknownOrigin: Origin = { from: 'page' }

/** The suggested name for a key that has none. */
export function suggestion(kind: string | undefined, key: string, provider?: ProviderId): string {
  if (provider && providers[provider].local) return providers[provider].name
  const what = kind === 'admin' ? t('Admin key') : kind === 'service' ? t('Service account key') : t('Key')
  return `${what} …${lastFour(key)}`
}

/** The person brings a key that a page has offered: it is theirs now, and does not go when they discard what pages offered. */
export function broughtBy(origin: Origin, { document: _, ...offered }: PendingKey): PendingKey {
  return { ...offered, ...origin }
}

export function view(
  record: Captured,
  { from, document, baseUrl }: Origin,
  kept: PendingKey['kept'],
  unsealed?: PendingKey['unsealed'],
): PendingKey {
  const { id, provider, kind, label, project, expiresAt } = record
  return {
    id,
    provider,
    ...(kind && { kind }),
    mask: mask(record.secret),
    name: label,
    ...(project !== undefined && { project }),
    ...(expiresAt !== undefined && { expiresAt }),
    capturedAt: record.createdAt ?? 0,
    from,
    ...(document !== undefined && { document }),
    ...(baseUrl !== undefined && { baseUrl }),
    kept,
    ...(unsealed && { unsealed }),
  }
}
