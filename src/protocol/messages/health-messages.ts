/** Asking providers about keys. */
import * as v from 'valibot'
import type { Capabilities } from '../../features/health/core/capabilities.ts'
import type { Model } from '../../providers/answers/models.ts'
import type { Reply } from '../failure.ts'
import { answers, id, nothing } from '../message-fields.ts'

export const healthMessages = {
  'screen.test': v.strictObject({ id }),
  'screen.testAll': answers<Reply<{ count: number }>>()(nothing),
  /** After a revoke: ask until the provider refuses the key (`checks.dead`). */
  'screen.proveDead': v.strictObject({ id }),
  /** Which permissions a restricted key has, by requests that cannot succeed. Takes some seconds. */
  'screen.capabilities': answers<Reply<{ report: Capabilities }>>()(v.strictObject({ id })),
  /** The models of this very key. `own`: what the provider says of the key itself (its limit, its balance) instead, as it came, without the key. */
  'screen.models': answers<Reply<{ models: Model[]; own?: string }>>()(
    v.strictObject({ id, own: v.optional(v.literal(true)) }),
  ),
}
