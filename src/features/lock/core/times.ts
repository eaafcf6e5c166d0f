/** What the vault's clocks are called, and how long they run. */

export const lockAlarm = 'vault.lock'
export const purgeAlarm = 'vault.purge'
export const proofAlarm = 'vault.proof'
/** How long a removed key can be taken back. */
export const undoFor = 30_000
/** How long a fresh proof is good. */
export const proofLasts = 2 * 60_000

/** By how much clocks are corrected without anybody having put them back. */
const corrected = 60_000

/** Is this time still to come, as it is `most` ahead at the longest? What is further was set by a clock that was put back since: it is over. */
export const isAhead = (until: number, now: number, most: number): boolean =>
  until > now && until - now <= most

/** Has it run out; or is it before it began, by a clock that was put back? */
export const isOver = (time: { from: number; until: number }, now: number): boolean =>
  time.until <= now || now < time.from - corrected
