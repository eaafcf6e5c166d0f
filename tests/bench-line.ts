/** What a `*.bench.ts` hands to the one table of `npm run bench`: a figure of ours, the same without us or by a well-known package, and the budget. */
export type Line = {
  what: string
  measured: number
  unit: 'ms' | 'kB' | 'MB' | 'ms a frame' | 'ms a minute' | 'an hour'
  /** What stands beside it, and its figure in the same unit from the same run. */
  beside?: { what: string; measured: number }
  /** The most it may be. */
  most?: number
}

export type Bench = { title: string; rows: Record<string, string | number>[]; lines?: Line[] }
