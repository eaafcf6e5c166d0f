// @vitest-environment happy-dom
/** The welcome on a computer that holds passkeys: a passkey first; the passphrase for who wants it, or where the passkey opens nothing. */
import { beforeEach, expect, test, vi } from 'vitest'
import { Welcome } from '../../../src/entries/welcome/welcome.tsx'
import { Passkeys } from '../../../src/features/lock/screen/security/passkeys.tsx'
import { canHoldPasskey } from '../../../src/platform/passkey.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

const gift = { credentialId: 'aWQ=', prfSalt: 'c2FsdA==', prf: 'cHJm' }
const passkey = vi.hoisted(() => ({ outcome: {} as unknown }))
vi.mock('../../../src/platform/passkey.ts', async original => ({
  ...(await original<object>()),
  canHoldPasskey: vi.fn(async () => true),
  createPasskey: async () => passkey.outcome,
}))
vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
await followItems(['vault', 'rows', 'pending'])

const code = 'ABCD-EFGH-JKMN'
const text = () => document.body.textContent ?? ''
const names = () => worker.sent.map(({ name }) => name)
const payloadOf = (name: string) =>
  worker.sent.findLast(one => one.name === name)?.payload as Record<string, unknown> | undefined
const words = () => document.querySelector('[data-keyway="words"]')?.textContent ?? ''

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, recoveryCode: code })
  passkey.outcome = { ok: true, gift }
  location.hash = ''
  await session.set({ vault: { status: 'none', inboxCount: 0 }, pending: [] })
  await show(<Welcome />)
  await settled(() => button('I need my first key').click())
})

test('one press makes the vault and its passkey; only the recovery code is to be kept', async () => {
  expect(text()).toContain('Touch ID, Windows Hello or your device PIN')
  expect(document.querySelector('input')).toBeNull()
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain(code))
  expect(names()).toEqual(['screen.createVault', 'screen.prove', 'screen.addPasskey'])
  expect(payloadOf('screen.addPasskey')).toEqual(gift)
  const { passphrase } = payloadOf('screen.createVault') ?? {}
  expect(String(passphrase).split(' ')).toHaveLength(4)
  expect(text()).not.toContain(String(passphrase))
})

test('who says no to the passkey has no vault yet, and may choose a passphrase', async () => {
  passkey.outcome = { ok: false, code: 'cancelled', message: 'The passkey was not used.' }
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain('The passkey was not used.'))
  expect(names()).toEqual([])
  await settled(() => button('Use a passphrase instead').click())
  expect(text()).not.toContain('The passkey was not used.')
  await until(() => expect(words().split(' ')).toHaveLength(4))
  const chosen = words()
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain(code))
  expect(names()).toEqual(['screen.createVault'])
  expect(payloadOf('screen.createVault')?.passphrase).toBe(chosen)
})

test('a passkey that could not be added: the words that open the vault are shown', async () => {
  worker.answer = name =>
    name === 'screen.addPasskey'
      ? { ok: false, code: 'locked', message: 'The vault was locked meanwhile.' }
      : { ok: true, recoveryCode: code }
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain('The vault was locked meanwhile.'))
  expect(words()).toBe(payloadOf('screen.createVault')?.passphrase)
  expect(text()).toContain(code)
})

test.each([
  [undefined, false],
  [{ userVerifyingPlatformAuthenticator: true, 'extension:prf': true }, true],
  [{ userVerifyingPlatformAuthenticator: true }, true],
  [{ userVerifyingPlatformAuthenticator: true, 'extension:prf': false }, false],
  [{ userVerifyingPlatformAuthenticator: false, 'extension:prf': true }, false],
])('a browser that says %o of itself holds one: %s', async (known, can) => {
  const { canHoldPasskey: real } = await vi.importActual<typeof import('../../../src/platform/passkey.ts')>(
    '../../../src/platform/passkey.ts',
  )
  vi.stubGlobal('PublicKeyCredential', known && { getClientCapabilities: async () => known })
  expect(await real()).toBe(can)
  expect(canHoldPasskey).toHaveBeenCalled()
})

test('a key or not is asked on the first screen', async () => {
  await show(<Welcome />)
  await settled(() => button('Do I need a key at all?').click())
  expect(payloadOf('screen.startGuide')).toEqual({ guide: 'need-a-key' })
})

test('a passkey is not removed by one press: what that does is said first, and nothing is sent before', async () => {
  await show(<Passkeys slots={[{ id: 's1', kind: 'passkey', createdAt: 1, credentialId: 'aWQ=' }]} />)
  const removals = () => worker.sent.filter(({ name }) => name === 'screen.removeSlot')
  await settled(() => button('Remove passkey 1').click())
  expect(text()).toContain('The vault still opens with your passphrase.')
  expect(removals()).toEqual([])
  await settled(() => button('Yes, remove the passkey').click())
  expect(removals()).toMatchObject([{ payload: { id: 's1' } }])
})
