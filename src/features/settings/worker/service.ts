/** The person's settings, and the message that only wakes the worker. */

import { getSettings, setLocal } from '../../../platform/storage.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import type { Settings } from '../../../protocol/storage-keys.ts'

/** @param mayStayOpen why the vault may not stay open for longer than now */
export function settingsHandlers(
  published: Promise<unknown>,
  mayStayOpen: () => Promise<Failure | undefined>,
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
      // What came as JSON has no undefined in it, whatever the parser's type says.
      await setLocal('settings', { ...was, ...(patch as Partial<Settings>) })
      return { ok: true }
    },
  }
}
