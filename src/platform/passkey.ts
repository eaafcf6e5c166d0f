/**
 * The passkey ceremony (WebAuthn with PRF). Runs in the panel or the dashboard, never in the popup, which closes under the
 * system's dialog. What the PRF gives goes to the worker in a message and is not kept here.
 */
import { t } from '../i18n/t.ts'
import type { Failure } from '../protocol/failure.ts'
import { fail } from '../protocol/failure.ts'

/** Everything in base64, as the vault's slots keep it. */
export type PasskeyGift = { credentialId: string; prfSalt: string; prf: string }
export type PasskeyOutcome = { ok: true; gift: PasskeyGift } | Failure

/** `navigator.credentials`, as an argument. */
export type Credentials = Pick<CredentialsContainer, 'create' | 'get'>

const toBase64 = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), character => character.charCodeAt(0))
const fresh = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** The 32 bytes, when the authenticator gave any. */
function prfOf(credential: PublicKeyCredential): ArrayBuffer | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (!first) return undefined
  return first instanceof ArrayBuffer
    ? first
    : new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice().buffer
}

function refusal(thrown: unknown): PasskeyOutcome {
  const name = thrown instanceof Error ? thrown.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError')
    return fail(
      'cancelled',
      t('The passkey was not used: the dialog was closed or took too long. Nothing changed.'),
    )
  if (name === 'InvalidStateError') return fail('already_added', t('This passkey already unlocks the vault.'))
  return fail('not_possible', t('This device or browser cannot do that with passkeys. Use your passphrase.'))
}

/**
 * Can this computer itself hold a passkey that gives a secret (PRF)? Asked before one is offered as the first way in.
 * https://developer.mozilla.org/docs/Web/API/PublicKeyCredential/getClientCapabilities_static (read 2026-11-22)
 */
export async function canHoldPasskey(): Promise<boolean> {
  const known = await globalThis.PublicKeyCredential?.getClientCapabilities?.().catch(() => undefined)
  return known?.userVerifyingPlatformAuthenticator === true && known['extension:prf'] !== false
}

/** Makes a new passkey for this extension. Call it from a press; say before it what is about to happen. */
export async function createPasskey(credentials: Credentials, known: string[]): Promise<PasskeyOutcome> {
  const salt = fresh(32)
  try {
    const made = (await credentials.create({
      publicKey: {
        // Without an id the relying party is this extension's own id.
        rp: { name: 'Keyway' },
        user: { id: fresh(16), name: t('Keyway vault'), displayName: t('Keyway vault') },
        challenge: fresh(32),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        excludeCredentials: known.map(id => ({ type: 'public-key', id: fromBase64(id) })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })) as PublicKeyCredential | null
    if (!made) return fail('cancelled', t('No passkey was made. Nothing changed.'))
    if (made.getClientExtensionResults().prf?.enabled === false) return noPrf
    const credentialId = toBase64(made.rawId)
    const prf = prfOf(made)
    if (prf) return { ok: true, gift: { credentialId, prfSalt: toBase64(salt.buffer), prf: toBase64(prf) } }
    // Some authenticators only answer the PRF when the passkey is used, not when it is made.
    const used = await askPasskey(credentials, [{ credentialId, prfSalt: toBase64(salt.buffer) }])
    return used.ok || used.code !== 'cancelled' ? used : unused
  } catch (thrown) {
    return refusal(thrown)
  }
}

/** Uses one of the vault's passkeys. */
export async function askPasskey(
  credentials: Credentials,
  known: { credentialId: string; prfSalt: string }[],
): Promise<PasskeyOutcome> {
  try {
    const used = (await credentials.get({
      publicKey: {
        challenge: fresh(32),
        allowCredentials: known.map(({ credentialId }) => ({
          type: 'public-key',
          id: fromBase64(credentialId),
        })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential: saltsByCredential(known) } },
      },
    })) as PublicKeyCredential | null
    const prf = used && prfOf(used)
    if (!used) return fail('cancelled', t('No passkey was used. Nothing changed.'))
    if (!prf) return noPrf
    const credentialId = toBase64(used.rawId)
    const prfSalt = known.find(each => each.credentialId === credentialId)?.prfSalt ?? ''
    return { ok: true, gift: { credentialId, prfSalt, prf: toBase64(prf) } }
  } catch (thrown) {
    return refusal(thrown)
  }
}

/** WebAuthn wants the ids of this map in base64url. */
function saltsByCredential(known: { credentialId: string; prfSalt: string }[]) {
  const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return Object.fromEntries(
    known.map(({ credentialId, prfSalt }) => [url(credentialId), { first: fromBase64(prfSalt) }]),
  )
}

const unused = fail(
  'cancelled',
  t(
    'A passkey was made, but not used: it does not open the vault. Your system keeps it until you delete it there.',
  ),
)

const noPrf = fail(
  'no_prf',
  t(
    'This passkey cannot hold a vault key (it lacks the PRF extension). A newer device, phone or security key can.',
  ),
)
