/**
 * Reminders in the built extension, on every day that has one: the worker is ended at some moment after it woke, which may lie between what is
 * shown and what is noted of it, or the browser is closed, or the vault is locked. Each is shown, and each is noted, whatever ended. ROUNDS=n.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { clockedDist } from '../../browser/clocked-dist.ts'
import { poll } from '../../browser/poll.ts'
import { models } from '../../practice/api.ts'
import { seeded } from '../../providers/random-keys.ts'
import { send } from '../lock/vault-story.ts'
import { Scene } from '../rotation/replacement-stories.ts'

const day = 86_400_000
const kinds = (['expires', 'rotate', 'model'] as const).flatMap(what =>
  (what === 'model' ? [60, 14, 3] : [14, 3, 0]).map(days => ({ what, days })),
)
const ways = ['worker', 'browser', 'lock', 'worker'] as const

export async function run({ seed }: { seed: number }): Promise<string> {
  const random = seeded(`reminders ${seed}`)
  const dist = clockedDist()
  const scene = await Scene.open(dist)
  const rounds = Number(process.env.ROUNDS ?? 36)
  const going = models.find(({ id }) => id === 'gpt-5')
  assert.ok(going)
  try {
    // Its key is known to the organization, and `gpt-5` answered it lately.
    await scene.begin('service')
    const { id } = scene
    for (let round = 0; round < rounds; round++) {
      const { what, days } = kinds[round % kinds.length] ?? { what: 'rotate', days: 3 }
      const way = ways[(round + Math.floor(round / kinds.length)) % ways.length] ?? 'worker'
      // Another date each time: of one that was told nothing more is said.
      const time = Date.now() + days * day - (round + 1) * 60_000
      const date = new Date(
        Date.now() + (days - (round >= kinds.length && days > 3 ? 1 + (round % 5) : 0)) * day,
      )
      const at = what === 'model' ? Date.parse(date.toISOString().slice(0, 10)) : time
      // What a browser shows goes with it: one that was closed right after it had told shows nothing any more.
      await scene.h.inWorker(() => chrome.storage.local.set({ notified: [] }))
      const shown = async () => {
        const { notified = [] } = await scene.h.inWorker(() => chrome.storage.local.get('notified'))
        return (notified as [string][]).some(([of]) => of.startsWith('health:'))
      }
      const isKnown = async () => {
        const { health } = await scene.h.inWorker(() => chrome.storage.local.get('health'))
        return (health as { told?: Record<string, Record<string, number>> })?.told?.[id]?.[`${what}:${at}`]
      }
      const wasKnown = await isKnown()
      if (what === 'model') {
        const goes = date.toISOString().slice(0, 10)
        going.shutdown_date = goes
        // A test that was under way already asked before that: what it read is the day of before.
        await poll(async () => {
          await send(scene.screen, 'screen.test', { id })
          const row = (await scene.h.session()).rows?.find(one => one.id === id)
          return row?.leaving?.some(({ shutdownDate }) => shutdownDate === goes)
        }, `the day ${goes} to be read`)
      } else
        await send(scene.screen, 'screen.edit', {
          id,
          about: { [what === 'rotate' ? 'rotateBy' : 'expiresAt']: at },
        })
      const story = `round ${round}: ${what} in ${days} days, ended: ${way}`
      if (way === 'worker') {
        await scene.h.killWorker()
        void scene.h.inWorker(() => 1).catch(() => {})
        await new Promise(done => setTimeout(done, random() * 600))
        await scene.h.killWorker()
      } else await scene.end(way)
      await poll(
        async () => (await isKnown()) === days && (wasKnown !== undefined || (await shown())),
        async () => `the reminder; ${story}; told is ${await isKnown()}, shown ${await shown()}`,
      )
    }
    scene.h.assertClean()
  } finally {
    going.shutdown_date = null
    await scene.close()
    rmSync(dist, { recursive: true, force: true })
  }
  return `${rounds} reminders, each shown and noted`
}
