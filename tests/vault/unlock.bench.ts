/** Unlocking against the bare passphrase function. */

import { argon2, targetCost } from '../../src/vault/crypto/kdf.ts'
import { createVault, openVault } from '../../src/vault/index.ts'
import type { Bench } from '../bench-line.ts'
import { memoryStore, passphrase } from './helpers.ts'
import { ms, timed } from './timing.ts'

export async function bench(): Promise<Bench> {
  const store = memoryStore()
  await createVault(store, passphrase, { mirror: memoryStore() })
  const salt = new Uint8Array(16)
  const secret = new TextEncoder().encode(passphrase)
  await argon2(secret, salt, targetCost)
  const bare: number[] = []
  const ours: number[] = []
  // In turn, so that what else the machine does falls on both.
  for (let i = 0; i < 9; i++) {
    bare.push(await timed(() => argon2(secret, salt, targetCost)))
    ours.push(await timed(() => openVault(store, passphrase)))
  }
  const middle = (all: number[]) => all.sort((a, b) => a - b)[4] ?? 0
  const [kdf, unlock] = [middle(bare), middle(ours)]
  return {
    lines: [
      {
        what: 'unlock by passphrase',
        measured: unlock,
        unit: 'ms',
        beside: { what: 'Argon2id alone', measured: kdf },
        most: kdf * 1.15,
      },
    ],
    title: 'Unlock (Argon2id, 64 MiB, t=3, p=1); budget 1.15 times the bare function',
    rows: [
      { what: 'bare Argon2id (hash-wasm)', ms: ms(kdf), ratio: 1 },
      { what: 'openVault', ms: ms(unlock), ratio: Number((unlock / kdf).toFixed(2)) },
    ],
  }
}
