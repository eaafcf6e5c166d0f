/** What the vault's clocks are called, and how long they run. */

export const lockAlarm = 'vault.lock'
export const purgeAlarm = 'vault.purge'
/** How long a removed key can be taken back. */
export const undoFor = 30_000
/** How long a fresh proof is good. */
export const proofLasts = 2 * 60_000
