/** The person’s settings, and waking the worker. */
import * as v from 'valibot'
import { nothing, within } from '../message-fields.ts'
import { settingBounds } from '../setting-bounds.ts'

export const settingsMessages = {
  /** Wakes the worker, which publishes its state as it starts: session storage is empty after a browser start. */
  'screen.hello': nothing,
  'screen.settings': v.strictObject({
    patch: v.partial(
      v.strictObject({
        lockAfterMinutes: within(settingBounds.lockAfterMinutes),
        clearAfterSeconds: within(settingBounds.clearAfterSeconds),
        checkEveryMinutes: within(settingBounds.checkEveryMinutes),
        offerDeclined: v.boolean(),
        siteOff: v.boolean(),
      }),
    ),
  }),
}
