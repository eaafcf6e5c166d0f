/** The whole journey, light and dark, with the worker killed before every step. One failing step names itself. */
import { describe, test } from 'vitest'
import { launch } from '../browser/harness.ts'
import { play } from './journey.ts'

describe('the journey, with the worker killed between any two steps', () => {
  for (const dark of [false, true])
    test(dark ? 'dark' : 'light', { timeout: 600_000 }, async () => {
      const h = await launch({ dark })
      try {
        await play(
          h,
          ({ n, name, why }) => {
            if (why !== undefined) throw new Error(`step ${n}, “${name}”: ${why}`)
          },
          `tests/journey-${dark ? 'dark' : 'light'}`,
        )
      } finally {
        await h.close()
      }
      const foreign = h.foreignHosts()
      if (foreign.length > 0)
        throw new Error(`The browser asked hosts that are none of ours: ${foreign.join(', ')}`)
    })
})
