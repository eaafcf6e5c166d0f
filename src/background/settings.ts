/** The person's settings, and the message that only wakes the worker. */
import type { Handlers } from '../extension/messages.ts'
import { getSettings, setLocal } from '../extension/storage.ts'
import type { Settings } from '../extension/storage-keys.ts'

export function settingsHandlers(published: Promise<unknown>): Handlers<'screen.settings' | 'screen.hello'> {
  return {
    // Starting is what publishes; the answer comes when that is done.
    'screen.hello': async () => {
      await published
      return { ok: true }
    },
    'screen.settings': async ({ patch }) => {
      // What came as JSON has no undefined in it, whatever the parser's type says.
      await setLocal('settings', { ...(await getSettings()), ...(patch as Partial<Settings>) })
      return { ok: true }
    },
  }
}
