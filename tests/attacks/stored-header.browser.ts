/** In the real browser: the vault's header is replaced in `storage.local` while the vault is locked, and a key comes in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveKeys } from '../../src/vault/crypto/keys.ts'
import { openOne, sealFor } from '../../src/vault/inbox.ts'
import { type Header, signHeader } from '../../src/vault/stored/header.ts'
import { type Harness, launch, says } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send, withVault } from '../features/lock/vault-story.ts'
import { memoryStore } from '../vault/helpers.ts'
import { report } from './outcome.ts'

let h: Harness
beforeAll(async () => {
  h = await launch()
})
afterAll(() => h?.close())

test('the key waits in memory with a warning; after unlocking it is in the owner’s inbox, and what was changed is said', async () => {
  const screen = await withVault(h)
  await send(screen, 'screen.lock', {})
  const head = (await h.local())['vault.head'] as Header
  const keys = await deriveKeys(new Uint8Array(32).fill(9), head.id)
  const inboxKey = Buffer.from(keys.inboxPublic).toString('base64')
  const settings = { ...head.settings, lockAfterMinutes: 1440, watchWhileLocked: true }
  const forged = await signHeader({ ...head, revision: head.revision + 1, inboxKey, settings }, keys)
  await h.inWorker(
    item => chrome.storage.local.set({ 'vault.head': item, 'vault.head.copy': item }),
    forged as unknown as string,
  )

  const secret = h.practice?.addKey({}).secret ?? ''
  expect(await send(screen, 'screen.paste', { text: secret, about: {} })).toMatchObject({ ok: true })
  expect((await h.session()).pending).toMatchObject([{ kept: 'memory', unsealed: { code: 'unverified' } }])
  const opened = await Promise.all(
    Object.entries(await h.local())
      .filter(([name]) => name.includes('.inbox.'))
      .map(([name, item]) =>
        openOne(
          { vaultId: head.id, epoch: head.epoch, keys, version: 1 },
          'inbox',
          name.split('.').at(-1) ?? '',
          item,
        ),
      ),
  )
  await screen.bringToFront()
  await screen.reload()
  await says(screen, 'do not agree')

  expect(await send(screen, 'screen.unlock', { passphrase })).toEqual({ ok: true })
  await poll(async () => (await h.session()).pending?.[0]?.kept === 'inbox', 'the key in the inbox')
  expect((await h.session()).protectedSettings).toMatchObject({
    lockAfterMinutes: 15,
    watchWhileLocked: false,
  })
  await screen.goto(`${h.base}${h.paths.dashboard}#security`)
  await says(screen, 'The settings that protect your vault had been changed outside Keyway')
  await says(screen, 'The key that seals captured keys had been replaced outside Keyway')
  expect((await h.local())['vault.head']).toMatchObject({ inboxKey: head.inboxKey })

  // Without the guard: sealed to what the stored header says.
  const store = memoryStore()
  const id = await sealFor(store, forged, 'inbox', { secret }, {})
  const name = `vault.${head.epoch}.inbox.${id}`
  const item = (await store.get(name))[name]
  const taken = await openOne({ vaultId: head.id, epoch: head.epoch, keys, version: 1 }, 'inbox', id, item)
  report({
    attack: 'inbox key replaced in storage.local while locked, then a key pasted',
    attacker: 'disk writer',
    asset: 'a captured key',
    tries: 1,
    landed: opened.filter(Boolean).length,
    control: { tries: 1, landed: taken ? 1 : 0 },
  })
})
