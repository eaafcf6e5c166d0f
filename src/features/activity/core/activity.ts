/** What was done with keys and with the vault, and when: kinds and how long entries are kept. Nothing secret. Pure. */

export const acts = [
  'unlocked',
  'refused',
  'saved',
  'imported',
  'synced',
  'copied',
  'revealed',
  'called',
  'written',
  'exported',
  'exportedPlain',
  'tested',
  'edited',
  'deleted',
  'deletedThere',
  'changedThere',
  'limitThere',
  'vaultKey',
  'replaceStarted',
  'replacePaused',
  'replaceUndone',
  'replaced',
] as const
export type Act = (typeof acts)[number]

/** `key`: its record id; `label`: its name then, or the platform's id; `count`: so many keys, and
 * `label` then the computers that they came from. `at` is ms since the epoch. */
export type ActivityEntry = { at: number; act: Act; key?: string; label?: string; count?: number }

export const dayLength = 86_400_000

export const stillKept = (entries: ActivityEntry[], days: number, now: number): ActivityEntry[] =>
  entries.filter(({ at }) => at > now - days * dayLength)
