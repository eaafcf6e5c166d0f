/**
 * Figures that an admin key has read, kept in that key's own history: sealed with it, and gone with it. A screen shows them with their
 * time while it asks anew. Pure.
 */

/** `project`, `key`, `item`: the report of 30 days by these; `each-key`: what each key cost in them. */
export const figureNames = ['project', 'key', 'item', 'each-key'] as const
export type FigureName = (typeof figureNames)[number]

export type KeptFigures = {
  kind: 'figures'
  name: FigureName
  /** When they were kept, ms since the epoch. */
  at: number
  /** As JSON; who shows them checks what it holds. */
  json: string
}

/** More than so many characters are not kept. */
export const mostKept = 100_000

export const isKeptFigures = (value: unknown): value is KeptFigures =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  value.kind === 'figures' &&
  'name' in value &&
  figureNames.some(name => name === value.name)

/** The history with these in it, in place of the former ones of that name. */
export const keepFigures = (stored: readonly unknown[], figures: KeptFigures): unknown[] => [
  ...stored.filter(entry => !isKeptFigures(entry) || entry.name !== figures.name),
  figures,
]
