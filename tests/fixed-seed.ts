/**
 * Random stories are the same ones at each run of `npm test`: what failed there fails again, and a change is judged by itself.
 * `npm run soak properties` tells others.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) })
