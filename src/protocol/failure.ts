/** Failures that a person can cause, as values: a code for programs and one plain sentence. Nothing secret is in either. */
import type { Unreadable } from '../features/handoff/core/text-file.ts'
import type { Cause, ProblemCode } from '../providers/verdict.ts'
import type { VaultErrorCode } from '../vault/errors.ts'

/** Every way in which something can be refused or fail. A check's cause and the vault's own codes are among them. */
export type FailureCode =
  | Cause
  | ProblemCode
  | VaultErrorCode
  | Unreadable['code']
  | 'already_added'
  | 'already_kept'
  | 'bad_recipient'
  | 'bug'
  | 'choose'
  | 'not_offered'
  | 'one_waits'
  | 'out_of_sight'
  | 'cancelled'
  | 'cannot_quote'
  | 'copy_failed'
  | 'look_first'
  | 'nameless'
  | 'folder'
  | 'forbidden'
  | 'gone'
  | 'no_answer'
  | 'no_guide'
  | 'no_key_made'
  | 'no_page'
  | 'no_prf'
  | 'no_vault'
  | 'not_admin'
  | 'not_age'
  | 'not_cleared'
  | 'not_its_address'
  | 'not_the_platform'
  | 'nothing_shown'
  | 'unknown_format'
  | 'whose'
  | 'not_a_backup'
  | 'not_its_host'
  | 'not_same'
  | 'not_theirs'
  | 'not_possible'
  | 'nothing_to_do'
  | 'permission_needed'
  | 'private_key'
  | 'proof_needed'
  | 'watch_behind'
  | 'stopped'
  | 'too_long'
  | 'unknown_guide'
  | 'unreadable'
  | 'weak_passphrase'

export type Failure = { ok: false; code: FailureCode; message: string }
/** How long the provider asks to wait. */
export type WaitFailure = Failure & { retryAfterSeconds?: number | undefined }

export const fail = (code: FailureCode, message: string): Failure => ({ ok: false, code, message })

export type Reply<T = unknown> = ({ ok: true } & T) | Failure

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
