/** What was done with keys and the vault: kept sealed in the vault, told to screens. */
import * as v from 'valibot'
import type { ActivityEntry } from '../../features/activity/core/activity.ts'
import type { Reply } from '../failure.ts'
import { answers, nothing } from '../message-fields.ts'

export const activityMessages = {
  /** Newest first. `days`: how long entries are kept; 0: nothing is noted. */
  'screen.activity': answers<Reply<{ entries: ActivityEntry[]; days: number }>>()(nothing),
  'screen.keepActivity': v.strictObject({ days: v.picklist([0, 30, 90, 400]) }),
}
