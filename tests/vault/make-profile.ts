/**
 * How `vectors/profile-1.json` was made, by the last Keyway that wrote format version 1: everything that its `storage.local` and
 * its mirror held. Run as make-vector.ts is; a profile that is there is never made again.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVault, sealNote, sealToInbox } from '../../src/vault/index.ts'
import { memoryStore, seededRandom, testSecret } from './helpers.ts'

const path = join(import.meta.dirname ?? 'tests/vault', 'vectors/profile-1.json')
if (existsSync(path)) throw new Error('This profile is there already, and vectors are never edited.')

const [local, mirror] = [memoryStore(), memoryStore()]
let clock = 1_800_000_000_000
const options = { mirror, random: seededRandom('profile 1'), now: () => clock++ }
const passphrase = 'lagoon unhappy trombone pebble'
const vault = await createVault(local, passphrase, options)
const recoveryCode = await vault.addRecoveryCode()
await vault.put({ id: 'shop', provider: 'openai', label: 'Shop', secret: testSecret(1), copyFreely: true })
await vault.put({
  id: 'bot',
  provider: 'anthropic',
  label: 'Bot',
  secret: testSecret(2),
  checkEveryMinutes: 0,
})
await vault.edit('shop', { label: 'Shop, live' })
await vault.edit('shop', {}, [{ at: 1, cause: 'ok' }])
await sealToInbox(
  local,
  { id: 'waiting', provider: 'openai', label: 'Captured', secret: testSecret('in') },
  options,
)
await sealNote(local, { id: 'shop', cause: 'invalid_key' }, options)
await local.set({
  settings: {
    lockAfterMinutes: 60,
    clearAfterSeconds: 20,
    checkEveryMinutes: 1440,
    offerDeclined: true,
    siteOff: false,
  },
  vaultChoices: { createdAt: 1_800_000_000_000, watchWhileLocked: true, lastBackupAt: 1_800_000_000_500 },
  guidesDone: { 'create-key': 1_800_000_000_100 },
})

const profile = {
  about: 'A profile written by the last Keyway of format version 1. Secrets are test values.',
  passphrase,
  recoveryCode,
  vaultKey: Buffer.from(vault.sessionKey()).toString('base64'),
  records: await Promise.all(['shop', 'bot'].map(id => vault.get(id))),
  inbox: (await vault.inbox()).map(({ value }) => value),
  local: await local.get(null),
  mirror: await mirror.get(null),
}
writeFileSync(path, `${JSON.stringify(profile, null, 1)}\n`)
