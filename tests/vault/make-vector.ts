/**
 * How a vector was made: `node -e "import('./tools/typescript.mjs').then(t => t.load('tests/vault/make-vector.ts'))"`.
 * Run it once for a new format version; vectors that are there are never made again.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVault, sealNote, sealToInbox } from '../../src/vault/index.ts'
import { memoryStore, seededRandom, testSecret } from './helpers.ts'

const path = join(import.meta.dirname ?? 'tests/vault', 'vectors/v2.json')
if (existsSync(path)) throw new Error('This vector is there already, and vectors are never edited.')

const store = memoryStore()
let clock = 1_800_000_000_000
const options = {
  random: seededRandom('vector v2'),
  now: () => clock++,
  firstSettings: { lockAfterMinutes: 5, watch: false },
}
const passphrase = 'Käse wächst nicht auf Bäumen ☂'
const vault = await createVault(store, passphrase, options)
const recoveryCode = await vault.addRecoveryCode()
const prf = new Uint8Array(32).map((_, i) => i)
await vault.addPasskey({ credentialId: 'Y3JlZA==', prfSalt: 'c2FsdA==', prf })
await vault.put({
  id: 'first',
  provider: 'openai',
  kind: 'project',
  label: 'Shop, production',
  secret: testSecret(1),
  project: 'Shop',
  notes: 'Zeile eins\nZeile zwei 🔑',
  tags: ['prod', 'eu'],
})
const before = { ...Object.fromEntries(store.items) }
await vault.edit('first', { label: 'Shop, live' })
await vault.edit('first', {}, [{ at: 1, cause: 'ok' }])
await vault.changeSettings({ lockAfterMinutes: 30 })
await vault.put({ id: 'second', provider: 'anthropic', label: 'Writer', secret: testSecret('two') })
await vault.put({ id: 'aside', provider: 'openai', label: 'Put aside', secret: testSecret('aside') })
await vault.putAside('aside')
await sealToInbox(
  store,
  { id: 'waiting', provider: 'openai', label: 'Captured', secret: testSecret('in') },
  options,
)
await sealNote(store, { id: 'first', cause: 'invalid_key' }, options)

const parse = (items: Record<string, string>) =>
  Object.fromEntries(Object.entries(items).map(([name, text]) => [name, JSON.parse(text)]))
const vector = {
  about: 'A vault of format version 2. Secrets are test values; random bytes came from a seeded generator.',
  passphrase,
  recoveryCode,
  passkey: { credentialId: 'Y3JlZA==', prf: Buffer.from(prf).toString('base64') },
  vaultKey: Buffer.from(vault.sessionKey()).toString('base64'),
  records: await Promise.all(['first', 'second', 'aside'].map(id => vault.get(id))),
  settings: vault.settings(),
  listed: (await vault.list()).map(({ id }) => id),
  histories: { first: await vault.history('first') },
  inbox: (await vault.inbox()).map(({ value }) => value),
  notes: [{ id: 'first', cause: 'invalid_key' }],
  items: parse(Object.fromEntries(store.items)),
  /** The same vault after its first record only: older parts to replay. */
  earlier: parse(before),
}
writeFileSync(path, `${JSON.stringify(vector, null, 1)}\n`)
