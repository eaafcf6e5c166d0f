/**
 * The settings that protect, in the worker. While the vault is open they are what its header says, proven; session memory holds them from
 * then on, where no page and no program writes. What `storage.local` says of them was true only before vaults held them.
 */
import type { Failure } from '../../../protocol/failure.ts'
import { isFailure } from '../../../protocol/failure.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import { readProtectedSettings, usualSettings } from '../../../protocol/setting-bounds.ts'
import type { ProtectedSettings } from '../../../protocol/storage-keys.ts'
import { isObject } from '../../../vault/crypto/bytes.ts'
import { lockedView, type OpenVault } from '../../../vault/index.ts'
import { notices } from '../../../vault/notices.ts'
import { tighten } from '../../policy/core/policy.ts'
import type { VaultPorts } from './ports.ts'

export type ProtectedSettingsService = ReturnType<typeof createProtectedSettings>

export function createProtectedSettings({ session, store, options, policy, tell: tellOthers }: VaultPorts) {
  const read = async (): Promise<ProtectedSettings> =>
    (await session.get('protectedSettings')) ?? usualSettings

  /** More to be told than is; kept until the browser closes, for the worker that found it may end before anybody looks. */
  async function tell(found: string[]): Promise<string[]> {
    const known = (await session.get('vaultNotices')) ?? []
    const all = [...new Set([...known, ...found])]
    if (all.length > known.length) await session.set('vaultNotices', all)
    return all
  }

  async function keep(settings: ProtectedSettings): Promise<void> {
    await session.set('protectedSettings', settings)
    void tellOthers('protectedSettingsChanged')
  }

  /** What the vault says of itself, for the time when it is locked. */
  async function remember(vault: OpenVault): Promise<void> {
    const { settings, isWithin } = readProtectedSettings(vault.settings())
    if (!isWithin) await tell([notices.settingsBounds])
    await keep(settings)
    await session.set('inboxKey', vault.inboxKey())
  }

  return {
    /** As the person chose. */
    read,
    /** As they hold now: the organization's limits, where they are stricter. */
    inForce: async () => tighten(await read(), policy.known()),
    tell,
    remember,
    /** Of the vault; before there is one, of the vault that will be made in this life of the browser. */
    async change(
      patch: Partial<ProtectedSettings>,
      status: VaultStatus['status'],
      withVault: <T>(work: (vault: OpenVault) => Promise<T>) => Promise<T | Failure>,
    ): Promise<Failure | undefined> {
      if (status === 'none') {
        await keep({ ...(await read()), ...patch })
        return undefined
      }
      const changed = await withVault(async vault => {
        await vault.changeSettings(patch)
        await remember(vault)
      })
      return isFailure(changed) ? changed : undefined
    },
    /** Locked since the browser began: only for showing, and only if both copies agree. */
    async assume(): Promise<void> {
      if (await session.get('protectedSettings')) return
      const { settings } = await lockedView(store, options)
      if (settings) await keep(readProtectedSettings(settings).settings)
    },
    /** As profiles kept them in which no vault held them yet; bounded. */
    async before(): Promise<ProtectedSettings> {
      const { settings, vaultChoices } = await store
        .get(['settings', 'vaultChoices'])
        .catch((): Record<string, unknown> => ({}))
      const watches = isObject(vaultChoices) ? vaultChoices.watchWhileLocked : undefined
      const stored = { ...(isObject(settings) && settings), watchWhileLocked: watches }
      return readProtectedSettings(stored).settings
    },
  }
}
