/** The person's settings, and the message that only wakes the worker. */

import { getLocal, getSettings, setLocal } from '../../../platform/storage.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { isProtectedSetting } from '../../../protocol/setting-bounds.ts'
import type { ProtectedSettings, Settings } from '../../../protocol/storage-keys.ts'

/**
 * @param mayStayOpen why the vault may not stay open for longer than now
 * @param protect changes what the vault's header keeps; answers why it was not changed
 */
export function settingsHandlers(
  published: Promise<unknown>,
  mayStayOpen: () => Promise<Failure | undefined>,
  protect: (patch: Partial<ProtectedSettings>) => Promise<Failure | undefined>,
): Handlers<'screen.settings' | 'screen.hello'> {
  return {
    // Starting is what publishes; the answer comes when that is done.
    'screen.hello': async () => {
      await published
      return { ok: true }
    },
    'screen.settings': async ({ patch }) => {
      const was = await getSettings()
      const refused = (patch.lockAfterMinutes ?? 0) > was.lockAfterMinutes && (await mayStayOpen())
      if (refused) return refused
      const [protectedOnes, plain] = [true, false].map(wanted =>
        // What came as JSON has no undefined in it, whatever the parser's type says.
        Object.fromEntries(Object.entries(patch).filter(([name]) => isProtectedSetting(name) === wanted)),
      ) as [Partial<ProtectedSettings>, Partial<Settings>]
      const failed = Object.keys(protectedOnes).length > 0 ? await protect(protectedOnes) : undefined
      if (failed) return failed
      const { offerDeclined, siteOff } = { ...was, ...(await getLocal('settings')), ...plain }
      if (Object.keys(plain).length > 0) await setLocal('settings', { offerDeclined, siteOff })
      return { ok: true }
    },
  }
}
