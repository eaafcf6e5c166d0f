/** How often a random story is told: all of them by `npm test`, a tenth by `npm run check`, which one runs while working. */
export const runs = (all: number): number => (process.env.QUICK ? Math.ceil(all / 10) : all)

/** The same of cases that are all alike: every tenth. */
export const sampleOf = <T>(all: readonly T[]): T[] =>
  all.filter((_, at) => !process.env.QUICK || at % 10 === 0)
