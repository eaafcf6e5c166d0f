/** Of a passkey that was made and then not used, nobody is told that nothing changed. */
import { expect, it } from 'vitest'
import { type Credentials, createPasskey } from '../../src/platform/passkey.ts'

const closed = () => Promise.reject(new DOMException('closed', 'NotAllowedError'))
/** It says at its making that it can hold a secret, and gives none before it is used. */
const made = async () =>
  ({
    rawId: new Uint8Array([1]).buffer,
    getClientExtensionResults: () => ({ prf: { enabled: true } }),
  }) as unknown as Credential
const words = async (credentials: Credentials) => {
  const outcome = await createPasskey(credentials, [])
  return outcome.ok ? '' : outcome.message
}

it('the dialog that makes it was closed', async () => {
  expect(await words({ create: closed, get: closed })).toMatch(/Nothing changed\.$/)
})

it('it was made, and the dialog that uses it was closed', async () => {
  const said = await words({ create: made, get: closed })
  expect(said).toMatch(/A passkey was made, but not used/)
  expect(said).not.toMatch(/Nothing changed/)
})
