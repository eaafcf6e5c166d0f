/** How many captured keys may wait, and who may add one. What pages offer never takes the places of what the person brings. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import type { PendingKey } from '../../../protocol/published.ts'

/** As many as the vault's inbox seals. */
const most = 20
/** Pages, all together, may offer only this many of them; the rest stays free for the person. */
const mostOffered = 5

/**
 * Why one more cannot wait; undefined when it can.
 * @param sealed how many the inbox holds by its own count, whatever we know of them
 */
export function noRoom(
  pending: readonly PendingKey[],
  sealed: number,
  by: Pick<PendingKey, 'from' | 'document'>,
): Failure | undefined {
  const waiting = Math.max(pending.length, sealed)
  const offered = pending.filter(key => key.from === 'page')
  if (by.from !== 'page') return waiting >= most ? full : undefined
  const hasOne = by.document !== undefined && offered.some(key => key.document === by.document)
  return hasOne || offered.length >= mostOffered || waiting >= most - mostOffered ? oneWaits : undefined
}

/** Limits the list, whatever another program wrote to the inbox on the disk. Keys that the person brought come first. */
export const mostToShow = (waiting: PendingKey[]): PendingKey[] =>
  [...waiting].sort((a, b) => Number(a.from === 'page') - Number(b.from === 'page')).slice(0, most)

const full = fail('inbox_full', t('Twenty keys are waiting. Save or discard some first.'))
const oneWaits = fail('one_waits', t('A key is waiting. Save or discard it in the side panel first.'))
