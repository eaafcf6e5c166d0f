/** Screens and the offscreen document speak to the worker through this. */

import { t } from '../i18n/t.ts'
import type { Replies, Request, RequestName } from '../protocol/messages.ts'
import { browser } from './browser.ts'

/** What changes nothing is asked again of the worker that starts next: the one before it may have been ended amid its answer. */
const isReading = (name: RequestName, payload: object): boolean =>
  ['screen.readSealed', 'screen.activity', 'screen.history', 'screen.months'].includes(name) ||
  (name === 'screen.admin' && 'method' in payload && payload.method === 'GET')

/** Never throws: a worker that cannot be reached is a failure like any other. */
export async function send<N extends Exclude<RequestName, `page.${string}`>>(
  name: N,
  payload: Request<N>,
): Promise<Replies[N] | { ok: false; code: 'no_answer'; message: string }> {
  for (let tries = isReading(name, payload) ? 2 : 1; tries > 0; tries--)
    try {
      const reply: unknown = await browser.runtime.sendMessage({ name, payload })
      if (typeof reply === 'object' && reply !== null) return reply as Replies[N]
    } catch {
      // Falls through: the extension was reloaded under this page, or the worker refused to start.
    }
  return {
    ok: false,
    code: 'no_answer',
    message: t('Keyway was updated or restarted while this page was open. Reload this page and try again.'),
  }
}
