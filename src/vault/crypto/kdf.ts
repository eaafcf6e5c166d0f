/** From a passphrase to a key: Argon2id. Every cost read from storage has a floor and a ceiling. */

import { argon2id } from 'hash-wasm'
import { t } from '../../i18n/t.ts'
import { VaultError } from '../errors.ts'
import type { Bytes } from './bytes.ts'

export type Cost = { memoryKiB: number; iterations: number; parallelism: number }
/** 32 bytes from a passphrase. An argument, so that tests need not wait for the real one. */
export type Kdf = (passphrase: Bytes, salt: Bytes, cost: Cost) => Promise<Uint8Array>

/** What new slots get; about a quarter of a second. Raise it here: open vaults follow at their next unlock. */
export const targetCost: Cost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 }
/** OWASP's floor for Argon2id (2024). Less than this in storage is somebody's doing. */
const floor: Cost = { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 }
/** More than this would hang the browser. */
const ceiling: Cost = { memoryKiB: 256 * 1024, iterations: 16, parallelism: 16 }

const fields = ['memoryKiB', 'iterations', 'parallelism'] as const

export function checkCost(cost: Cost): void {
  for (const field of fields)
    if (!Number.isInteger(cost[field]) || cost[field] < floor[field] || cost[field] > ceiling[field])
      throw new VaultError('damaged', t('The vault asks for a passphrase check that Keyway does not accept.'))
}

/** Is the stored cost below what new slots get? */
export const isBelowTarget = (cost: Cost, target: Cost): boolean =>
  cost.memoryKiB < target.memoryKiB || cost.iterations < target.iterations

export const argon2: Kdf = (passphrase, salt, cost) =>
  argon2id({
    password: passphrase,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
