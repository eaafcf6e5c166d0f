/** Sealing and opening a thousand records, beside two well-known packages in the same run. */
import { decryptWithKey, encryptWithKey, keyFromPassword } from '@metamask/browser-passworder'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { createVault } from '../../src/vault/index.ts'
import type { Bench } from '../bench-line.ts'
import { fastKdf, memoryStore, passphrase } from './helpers.ts'
import { ms, records, timed } from './timing.ts'

export async function bench(): Promise<Bench> {
  const all = records(1_000)
  const store = memoryStore()
  const vault = await createVault(store, passphrase, { kdf: fastKdf })
  const seal = await timed(() => vault.addAll(all))
  const open = await timed(async () => {
    for (const { id } of all) await vault.get(id)
  })

  const key = await keyFromPassword(passphrase, 'c2FsdHNhbHRzYWx0c2FsdA==')
  let blobs: Awaited<ReturnType<typeof encryptWithKey>>[] = []
  const passworderSeal = await timed(async () => {
    blobs = await Promise.all(all.map(record => encryptWithKey(key, record)))
  })
  const passworderOpen = await timed(async () => {
    for (const blob of blobs) await decryptWithKey(key, blob)
  })

  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const files: Uint8Array[] = []
  const ageSeal = await timed(async () => {
    for (const record of all) {
      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient)
      files.push(await encrypter.encrypt(JSON.stringify(record)))
    }
  })
  const ageOpen = await timed(async () => {
    for (const file of files) {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      await decrypter.decrypt(file, 'text')
    }
  })
  const row = (what: string, sealed: number, opened: number) => ({
    what,
    'seal, ms': ms(sealed),
    'open one by one, ms': ms(opened),
    'seal ratio': Number((sealed / seal).toFixed(2)),
    'open ratio': Number((opened / open).toFixed(2)),
  })
  const line = (
    what: string,
    measured: number,
    [passworder, age]: readonly [number, number],
  ): Bench['lines'] => [
    { what, measured, unit: 'ms', beside: { what: '@metamask/browser-passworder', measured: passworder } },
    { what, measured, unit: 'ms', beside: { what: 'age-encryption', measured: age } },
  ]
  return {
    lines: [
      ...(line('seal 1,000 records, each written, read back and proven', seal, [passworderSeal, ageSeal]) ??
        []),
      ...(line('open 1,000 records one by one', open, [passworderOpen, ageOpen]) ?? []),
    ],
    title: '1,000 records sealed and opened; ours with manifest, read-back and proof of each write',
    rows: [
      row('Keyway vault (addAll, get)', seal, open),
      row('@metamask/browser-passworder (key made beforehand)', passworderSeal, passworderOpen),
      row('age-encryption (X25519)', ageSeal, ageOpen),
    ],
  }
}
