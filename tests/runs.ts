/**
 * How much of what is told many times over is told: every second story by `npm test`, every tenth by `npm run check`, which one runs
 * while working, all of them by `npm run soak`, where SEED and TIMES tell others. The stories are the same ones each time.
 */
const everySo = process.env.WHOLE ? 1 : process.env.QUICK ? 10 : 2

/** So many of random ones. */
export const runs = (all: number): number => Math.ceil(all / everySo)

/** So many of a list of cases that are all alike. */
export const sampleOf = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % everySo === 0)
