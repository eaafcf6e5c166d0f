/** A sweep of many keys in the built extension, while its worker is killed again and again. */

import { launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send, withVault } from '../lock/vault-story.ts'
import { seeded } from './faults.ts'

export type Sweep = {
  keys: number
  kills: number
  checked: number
  most: number
  twice: number
  dead: number
  wrong: string[]
}

/** Kills the worker so many times, at random moments, while a sweep runs; begins a new sweep when one is done. */
export async function sweep({
  keys,
  kills,
  seed,
  tell = () => {},
}: {
  keys: number
  kills: number
  seed: number
  /** Called after each sweep. */
  tell?: (so: Sweep) => void
}): Promise<Sweep> {
  const random = seeded(seed)
  const h = await launch()
  try {
    const practice = h.practice
    if (!practice) throw new Error('The sweep needs the practice platform.')
    const screen = await withVault(h)
    const made = Array.from({ length: keys }, (_, i) => {
      const key = practice.addKey({
        createdAt: Date.now() - 3_600_000,
        revoked: i % 7 === 0,
        revokedAt: i % 7 === 0 ? 1 : null,
      })
      return { secret: key.secret, revoked: i % 7 === 0 }
    })
    const hour = 3_600_000
    const saved = await send(screen, 'screen.import', {
      records: made.map(({ secret }, i) => ({
        provider: 'openai',
        label: `Key ${i}`,
        secret,
        createdAt: Date.now() - 48 * hour,
      })),
    })
    if (!saved?.ok) throw new Error(`The keys were not taken in: ${JSON.stringify(saved)}`)

    const total: Sweep = { keys, kills: 0, checked: 0, most: 0, twice: 0, dead: 0, wrong: [] }
    const settled = () =>
      poll(
        async () => {
          const { rows = [], checks } = await h.session()
          const open = rows.filter(row => row.verdict === undefined).length
          return (
            rows.length === keys && open === 0 && checks?.running.length === 0 && (checks.waiting ?? 0) === 0
          )
        },
        async () => `every key to be checked; now: ${JSON.stringify((await h.session()).checks)}`,
        { within: 300_000 },
      )
    const asks = (secret: string) =>
      practice.requests.filter(
        one =>
          one.host.startsWith('api.') &&
          one.path.startsWith('/v1/models') &&
          one.headers.authorization === `Bearer ${secret}`,
      ).length

    // The first sweep began by itself when the keys were taken in.
    while (total.kills < kills) {
      const before = total.kills
      // Fewer and all within a quarter of a minute: each kill may cost the key that was being asked one more question.
      const gap = Math.min(kills - before, 10)
      for (let i = 0; i < gap; i++) {
        await new Promise(resolve => setTimeout(resolve, 40 + random() * 400))
        await h.killWorker()
        await h.wakeWorker()
        total.kills++
      }
      await settled()
      const counts = made.map(({ secret }) => asks(secret))
      total.checked = counts.filter(n => n > 0).length
      total.most = Math.max(total.most, ...counts)
      total.twice += counts.filter(n => n > 1).length
      const { rows = [] } = await h.session()
      for (const [i, { revoked }] of made.entries()) {
        const row = rows.find(one => one.label === `Key ${i}`)
        const right = revoked ? row?.verdict?.key === 'rejected' : row?.verdict?.key === 'accepted'
        if (!right) total.wrong.push(`Key ${i}: ${JSON.stringify(row?.verdict)}`)
        if (revoked) total.dead++
      }
      tell(total)
      if (total.kills < kills) {
        practice.requests.length = 0
        await send(screen, 'screen.testAll', {})
      }
    }
    h.assertClean()
    return total
  } finally {
    await h.close()
  }
}
