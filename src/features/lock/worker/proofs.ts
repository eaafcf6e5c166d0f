/** What a person gives to show that it is they, made into what the vault takes; and whether that was done just now. */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import { fromBase64 } from '../../../vault/crypto/bytes.ts'
import { readRecoveryCode } from '../../../vault/crypto/recovery-code.ts'
import type { Proof } from '../../../vault/crypto/slots.ts'
import { VaultError } from '../../../vault/index.ts'
import { isTooLittle, shortest, wordsIn } from '../../../vault/passphrase-least.ts'
import { isAhead, proofAlarm, proofLasts } from '../core/times.ts'
import type { VaultPorts } from './ports.ts'

export function passkeyProof(credentialId: string, prf: string): Extract<Proof, { kind: 'passkey' }> {
  const bytes = fromBase64(prf)
  if (bytes?.length !== 32) throw new VaultError('wrong_passkey')
  return { kind: 'passkey', credentialId, prf: bytes }
}

export async function recoveryProof(code: string): Promise<Proof> {
  const secret = await readRecoveryCode(code)
  if (!secret) throw new VaultError('wrong_recovery_code')
  return { kind: 'recovery', secret }
}

/** A proof was given just now. */
export async function keepProof({
  session,
  now,
  alarm,
}: Pick<VaultPorts, 'session' | 'now' | 'alarm'>): Promise<void> {
  const until = now() + proofLasts
  await session.set('provenUntil', until)
  await alarm.set(proofAlarm, until)
}

/** A failure unless a proof was given in the last two minutes (unlocking is one). */
export async function freshProof({
  session,
  now,
}: Pick<VaultPorts, 'session' | 'now'>): Promise<Failure | undefined> {
  if (isAhead((await session.get('provenUntil')) ?? 0, now(), proofLasts)) return undefined
  return fail('proof_needed', t('Type your passphrase or use your passkey first.'))
}

export async function weakness(
  passphrase: string,
  { policy }: Pick<VaultPorts, 'policy'>,
): Promise<Failure | undefined> {
  const { passphraseWordsAtLeast: least = 0 } = await policy.read()
  if (isTooLittle(passphrase))
    return fail('weak_passphrase', t('At least {shortest} characters, without repeating them.', { shortest }))
  return wordsIn(passphrase) < least
    ? fail('weak_passphrase', t('Your organization wants {least} different words or more.', { least }))
    : undefined
}
