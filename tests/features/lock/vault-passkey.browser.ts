/** Passkeys with a virtual authenticator, in a page of the built extension, against the real worker. */
import { join } from 'node:path'
import type { CDPSession, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { askPasskey, createPasskey, PasskeyOutcome } from '../../../src/platform/passkey.ts'
import { clickMark, clickNamed, fill, type Harness, launch, root, says } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { bundle } from '../../locator/in-browser.ts'
import { clipboard, passphrase, send, withKey, withVault } from './vault-story.ts'

type Ceremony = { createPasskey: typeof createPasskey; askPasskey: typeof askPasskey }

let h: Harness
let screen: Page
let cdp: CDPSession
let authenticator: string

async function plugIn(hasPrf: boolean): Promise<void> {
  const added = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      automaticPresenceSimulation: true,
      isUserVerified: true,
    },
  })
  authenticator = added.authenticatorId
}
const unplug = () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: authenticator })

const create = () =>
  screen.evaluate(() =>
    (globalThis as unknown as { passkey: Ceremony }).passkey.createPasskey(navigator.credentials, []),
  ) as Promise<PasskeyOutcome>

/** As the unlock screen does: with the slots that the worker has published. */
const ask = async () => {
  const slots = (await h.session()).vault?.slots ?? []
  const known = slots.flatMap(({ credentialId, prfSalt }) =>
    credentialId && prfSalt ? [{ credentialId, prfSalt }] : [],
  )
  return screen.evaluate(
    known =>
      (globalThis as unknown as { passkey: Ceremony }).passkey.askPasskey(navigator.credentials, known),
    known,
  ) as Promise<PasskeyOutcome>
}

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  await screen.evaluateOnNewDocument(await bundle(join(root, 'src/platform/passkey.ts'), 'passkey'))
  await screen.reload()
  cdp = await screen.createCDPSession()
  await cdp.send('WebAuthn.enable')
})
afterAll(() => h.close())

test('a passkey is added, opens the locked vault, and no longer does once it is revoked', async () => {
  const { secret, id } = await withKey(h, screen)
  await screen.bringToFront()
  await plugIn(true)
  const made = await create()
  if (!made.ok) throw new Error(made.message)
  expect(atob(made.gift.prf)).toHaveLength(32)
  expect(await send(screen, 'screen.addPasskey', made.gift)).toEqual({ ok: true })

  await send(screen, 'screen.lock', {})
  expect(await send(screen, 'screen.pull', { id, reason: 'write' })).toMatchObject({ code: 'locked' })
  const used = await ask()
  if (!used.ok) throw new Error(used.message)
  expect(used.gift.prf).toBe(made.gift.prf)
  expect(
    await send(screen, 'screen.unlockWithPasskey', {
      credentialId: used.gift.credentialId,
      prf: used.gift.prf,
    }),
  ).toEqual({ ok: true })
  expect(await send(screen, 'screen.pull', { id, reason: 'write' })).toEqual({ ok: true, secret })

  // Nothing of what unlocks is kept where it could be read.
  const kept = JSON.stringify([await h.local(), { ...(await h.session()), vaultKey: undefined }])
  expect(kept).not.toContain(made.gift.prf)

  const slot = (await h.session()).vault?.slots?.find(({ kind }) => kind === 'passkey')
  expect(await send(screen, 'screen.removeSlot', { id: slot?.id ?? '' })).toEqual({ ok: true })
  await send(screen, 'screen.lock', {})
  expect(
    await send(screen, 'screen.unlockWithPasskey', {
      credentialId: used.gift.credentialId,
      prf: used.gift.prf,
    }),
  ).toMatchObject({ code: 'wrong_passkey' })
  expect(await send(screen, 'screen.unlock', { passphrase })).toEqual({ ok: true })
})

test('a passkey that is not the vault’s is refused, one without PRF is not taken, a closed dialog changes nothing', async () => {
  await unplug()
  await plugIn(false)
  expect(await create()).toMatchObject({ ok: false, code: expect.stringMatching(/no_prf|not_possible/) })
  await unplug()
  await plugIn(true)
  const other = await create()
  if (!other.ok) throw new Error(other.message)
  await send(screen, 'screen.lock', {})
  expect(
    await send(screen, 'screen.unlockWithPasskey', {
      credentialId: other.gift.credentialId,
      prf: other.gift.prf,
    }),
  ).toMatchObject({ code: 'wrong_passkey' })
  expect(
    await send(screen, 'screen.unlockWithPasskey', { credentialId: 'x', prf: 'not base64' }),
  ).toMatchObject({ code: 'wrong_passkey' })
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false })
  expect(await create()).toMatchObject({ ok: false, code: 'cancelled' })
  expect(await send(screen, 'screen.unlock', { passphrase })).toEqual({ ok: true })
})

test('a later copy asks for the passkey first, in the screen; the passphrase is the other way', async () => {
  await unplug()
  await plugIn(true)
  const made = await create()
  if (!made.ok) throw new Error(made.message)
  expect(await send(screen, 'screen.addPasskey', made.gift)).toEqual({ ok: true })
  const { id, secret } = await withKey(h, screen, 'Twice copied')
  await send(screen, 'screen.copy', { id })
  await send(screen, 'screen.clearClipboard', {})
  await screen.bringToFront()
  await screen.evaluate(id => {
    location.hash = `keys/${id}`
  }, id)
  await clickNamed(screen, 'Copy: Twice copied')
  await says(screen, /Your passkey or passphrase proves that it is you/)
  const focus = () => screen.evaluate(() => document.activeElement?.getAttribute('data-keyway'))
  await poll(async () => (await focus()) === 'passkey', 'the keyboard on the passkey')
  expect(await screen.$('dialog[open] input[type="password"]')).not.toBeNull()
  await clickMark(screen, 'dialog[open] [data-keyway="passkey"]')
  await poll(async () => (await h.session()).copy?.keyId === id, 'the copy')
  expect(await clipboard(h)).toBe(secret)
  await send(screen, 'screen.clearClipboard', {})

  // The person says no to the system's question: nothing is copied, and the passphrase is still there to be used.
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false })
  const other = await withKey(h, screen, 'Refused')
  await send(screen, 'screen.copy', { id: other.id })
  await send(screen, 'screen.clearClipboard', {})
  await screen.bringToFront()
  await screen.evaluate(id => {
    location.hash = `keys/${id}`
  }, other.id)
  await clickNamed(screen, 'Copy: Refused')
  await clickMark(screen, 'dialog[open] [data-keyway="passkey"]')
  await says(screen, /The passkey was not used/)
  expect((await h.session()).copy ?? null).toBeNull()
  await fill(screen, 'dialog[open] input[type="password"]', passphrase)
  await screen.keyboard.press('Enter')
  await poll(async () => (await h.session()).copy?.keyId === other.id, 'the copy, by the passphrase')
  await send(screen, 'screen.clearClipboard', {})
  h.assertClean()
})
