/** Why the vault cannot be used, as the reply that a screen gets. */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import { VaultError } from '../../../vault/errors.ts'

/** A VaultError as a reply; anything else is a bug and is thrown on. */
export function asFailure(thrown: unknown): Failure {
  if (!(thrown instanceof VaultError)) throw thrown
  return fail(thrown.code, thrown.message)
}

/** Runs a handler; what the vault refuses becomes the reply. */
export const replying = <T>(work: () => Promise<T>): Promise<T | Failure> => work().catch(asFailure)

export const refusals: Record<Exclude<VaultStatus['status'], 'unlocked'>, Failure> = {
  none: fail('no_vault', t('There is no vault yet. Make it first.')),
  locked: asFailure(new VaultError('locked')),
  damaged: asFailure(new VaultError('damaged')),
  too_new: asFailure(new VaultError('too_new')),
}

/** Asked about a key that was removed meanwhile. */
export const missing = asFailure(new VaultError('not_found'))

/** The change itself is kept. */
export const watchIsBehind = fail(
  'watch_behind',
  t('Saved. But a deleted key may be checked once more. Save anything to try again.'),
)
