/** What screens may ask when keys move in or are backed up. The files themselves are read and written by the dashboard. */
import type { Handlers, Request } from '../extension/messages.ts'
import { identityOf } from '../providers/hosts.ts'
import { sha256, toHex, utf8 } from '../vault/bytes.ts'
import type { NewRecord } from '../vault/index.ts'
import { isFailure, type VaultEffects } from './vault-effects.ts'
import { done } from './vault-handlers.ts'
import type { VaultKeeper } from './vault-keeper.ts'

type Handled = 'screen.findDuplicates' | 'screen.import' | 'screen.backedUp'
type Imported = Request<'screen.import'>['records'][number]

/** Only fields that a record has, and only of their kind: the file is somebody else's. */
function asRecord({ history: _, ...given }: Imported): NewRecord {
  const texts = [
    'kind',
    'project',
    'organization',
    'environment',
    'purpose',
    'notes',
    'trackingId',
    'baseUrl',
  ]
  const times = ['createdAt', 'expiresAt', 'rotateBy', 'lastCopiedAt', 'copies', 'checkEveryMinutes']
  const lists = ['tags', 'usedIn']
  const kept = Object.entries(given).filter(
    ([field, value]) =>
      (texts.includes(field) && typeof value === 'string' && value.length <= 5000) ||
      (times.includes(field) && typeof value === 'number' && Number.isFinite(value) && value >= 0) ||
      (lists.includes(field) && Array.isArray(value) && value.every(each => typeof each === 'string')) ||
      (field === 'copyFreely' && typeof value === 'boolean'),
  )
  const { id, provider, label, secret } = given
  return { ...Object.fromEntries(kept), ...(id && { id }), provider, label, secret } as NewRecord
}

export function transferHandlers(keeper: VaultKeeper, effects: VaultEffects): Handlers<Handled> {
  return {
    'screen.findDuplicates': async ({ salt, digests }) => {
      const labels = await keeper.withVault(async vault => {
        const known = new Map<string, string>()
        for (const about of await vault.list()) {
          const whole = await vault.get(about.id).catch(() => undefined)
          if (whole) known.set(toHex(await sha256(utf8(salt + identityOf(whole)))), about.label)
        }
        return digests.map(digest => known.get(digest) ?? null)
      })
      return isFailure(labels) ? labels : { ok: true, labels }
    },
    'screen.import': async ({ records }) => {
      const stored = await keeper.withVault(async vault => {
        const taken = new Set((await vault.list()).map(({ id }) => id))
        // An id that is taken belongs to another key by now: the imported one gets a new one.
        const news = records.map(each => {
          const { id, ...record } = asRecord(each)
          const own = id === undefined || taken.has(id) ? {} : { id }
          return { ...record, ...own, ...(each.history?.length && { history: each.history }) }
        })
        return vault.putAll(news)
      })
      if (isFailure(stored)) return stored
      await keeper.changed()
      await keeper.touch()
      return { ok: true, count: stored.length }
    },
    'screen.backedUp': async () => {
      const choices = await effects.local.get('vaultChoices')
      if (choices) await effects.local.set('vaultChoices', { ...choices, lastBackupAt: effects.now() })
      await keeper.publish()
      return done
    },
  }
}
