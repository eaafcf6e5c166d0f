/** The inbox of a vault that is open: sealed to its own key, whatever is stored. While it is locked: inbox.ts. */
import { tellForged } from './forged.ts'
import { dropSealed, type InboxKey, openSealed, type Sealed, sealFor } from './inbox.ts'
import type { NewRecord } from './record.ts'
import { isEverywhere, readHeaders } from './stored/header.ts'
import type { SealedKind } from './stored/names.ts'
import { settleHeader } from './unlocking.ts'
import type { Inner } from './vault-state.ts'

/** @param tidy ends what an earlier failure left half done; throws when it cannot */
export function ownInbox(inner: Inner, tidy: () => Promise<void>) {
  const all = async () => (await openSealed(inner.stores, inner.scope, 'inbox')) as Sealed<NewRecord>[]

  return {
    key: (): InboxKey => ({
      id: inner.header.id,
      epoch: inner.header.epoch,
      inboxKey: inner.header.inboxKey,
    }),
    async seal(kind: SealedKind, value: unknown, id?: string): Promise<string> {
      await tidy()
      const { stores, header, scope, now, random, noticeList } = inner
      // A waiting key must be found again with the header that is stored.
      if (!(await isEverywhere(stores, header))) {
        await tellForged(
          await readHeaders(stores, Number.MAX_SAFE_INTEGER).catch(() => []),
          header,
          scope.keys,
          noticeList,
        )
        inner.unsettled = true
        await settleHeader(inner)
      }
      const own = id === undefined ? {} : { id }
      return sealFor(stores.primary, header, kind, value, { mirror: stores.mirror, now, random, ...own })
    },
    /** Each secret once, oldest first. */
    async waiting(): Promise<Sealed<NewRecord>[]> {
      await tidy().catch(() => undefined)
      const seen = new Set<string>()
      return (await all()).filter(({ value }) => !seen.has(value.secret) && seen.add(value.secret))
    },
    async drop(inboxId: string): Promise<void> {
      const waiting = await all()
      const secret = waiting.find(({ id }) => id === inboxId)?.value.secret
      // Copies of the same key are removed with it.
      for (const { id, value } of waiting)
        if (id === inboxId || value.secret === secret)
          await dropSealed(inner.stores, inner.scope.epoch, 'inbox', id)
    },
  }
}
