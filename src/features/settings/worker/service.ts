/** The person's settings: the only writer of them, and the message that only wakes the worker. */
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { isProtectedSetting } from '../../../protocol/setting-bounds.ts'
import {
  defaultSettings,
  type Items,
  type LocalItems,
  type PlainSettings,
  type ProtectedSettings,
  plainDefaults,
  type Settings,
} from '../../../protocol/storage-keys.ts'

export type SettingsService = ReturnType<typeof createSettings>

/**
 * @param local where the plain ones are kept, beside the worker's other plain items
 * @param tighten the organization's limits, where they are stricter
 * @param readProtected those that the vault's header keeps, as far as they are known now
 */
export function createSettings(
  local: Items<LocalItems>,
  readProtected: () => Promise<Partial<Settings> | undefined> = async () => undefined,
  tighten = (settings: Settings): Settings => settings,
) {
  const inOrder = createSerialQueue()
  const read = async (): Promise<Settings> =>
    tighten({
      ...defaultSettings,
      ...(await local.get('settings')),
      ...(await readProtected()),
    })
  return {
    read,
    /**
     * Reads, changes and writes as one step, after every change that was asked for before.
     * @param refuse why it must not be, judged by what is kept at that moment
     */
    change: (
      patch: Partial<PlainSettings>,
      refuse?: (was: Settings) => Promise<Failure | undefined>,
    ): Promise<Failure | undefined> =>
      inOrder(async () => {
        const refused = await refuse?.(await read())
        if (!refused && Object.keys(patch).length > 0)
          await local.set('settings', { ...plainDefaults, ...(await local.get('settings')), ...patch })
        return refused
      }),
  }
}

/**
 * @param mayStayOpen why the vault may not stay open for longer than now
 * @param refuse why the organization does not allow it
 * @param protect changes what the vault's header keeps; answers why it was not changed
 */
export function settingsHandlers(
  settings: SettingsService,
  published: Promise<unknown>,
  mayStayOpen: () => Promise<Failure | undefined>,
  protect: (patch: Partial<ProtectedSettings>) => Promise<Failure | undefined>,
  refuse: (patch: Partial<ProtectedSettings>) => Promise<Failure | undefined>,
): Handlers<'screen.settings' | 'screen.hello'> {
  return {
    // Starting is what publishes; the answer comes when that is done.
    'screen.hello': async () => {
      await published
      return { ok: true }
    },
    'screen.settings': async ({ patch }) => {
      // What came as JSON has no undefined in it, whatever the parser's type says.
      const [protectedOnes, plain] = [true, false].map(wanted =>
        Object.fromEntries(Object.entries(patch).filter(([name]) => isProtectedSetting(name) === wanted)),
      ) as [Partial<ProtectedSettings>, Partial<PlainSettings>]
      const forbidden = await refuse(protectedOnes)
      if (forbidden) return forbidden
      const refused = await settings.change(plain, async was => {
        if ((patch.lockAfterMinutes ?? 0) > was.lockAfterMinutes) {
          const stays = await mayStayOpen()
          if (stays) return stays
        }
        return Object.keys(protectedOnes).length > 0 ? protect(protectedOnes) : undefined
      })
      return refused ?? { ok: true }
    },
  }
}
