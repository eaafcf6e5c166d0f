/** Keeps sealed what pages give it, and notes on keys of the vault what the organization tells of them. No key leaves. */
import type { organizationMessages } from '../../../protocol/messages/organization-messages.ts'
import type { Handlers, Request } from '../../../protocol/messages.ts'
import type { OpenVault } from '../../../vault/index.ts'
import { sealedText } from '../../lock/core/sealed-text.ts'
import type { VaultService } from '../../lock/worker/service.ts'

const dayLength = 86_400_000
type Learnt = Request<'screen.learnKeys'>['keys'][number]

export function organizationHandlers(
  { withVault, changed }: Pick<VaultService, 'withVault' | 'changed'>,
  now: () => number,
  kept: (name: string) => unknown = () => undefined,
): Handlers<keyof typeof organizationMessages> {
  return {
    'screen.readSealed': ({ name }) => sealedText(withVault, name).read(),
    'screen.keepSealed': async ({ name, text }) => {
      const done = await sealedText(withVault, name).keep(text)
      if (done.ok) void kept(name)
      return done
    },
    'screen.learnKeys': async ({ keys }) => {
      const learnt: string[] = []
      const failed = await withVault(async vault => {
        for (const key of keys) if (await learn(vault, key, now())) learnt.push(key.id)
      })
      if (failed) return failed
      await changed(learnt)
      return { ok: true, learnt }
    },
  }
}

/** Is this the key that the platform speaks of? Then its record says so. */
async function learn(vault: OpenVault, key: Learnt, now: number): Promise<boolean> {
  const { id, trackingId, start, end, models } = key
  const record = await vault.get(id)
  if (record?.provider !== 'openai' || end.length < 3) return false
  if (!record.secret.startsWith(start) || !record.secret.endsWith(end)) return false
  const { at = now, ids = [] } = record.modelsUsed ?? {}
  // Of none nothing is told, so its time need not be new. A clock that was ahead may have noted a time to come.
  const isKnown = !models || (models.join() === ids.join() && (!models[0] || Math.abs(now - at) < dayLength))
  if (record.trackingId !== trackingId || !isKnown)
    await vault.edit(id, { trackingId, ...(!isKnown && { modelsUsed: { at: now, ids: models } }) })
  return true
}
