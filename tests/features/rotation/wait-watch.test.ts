/**
 * While no page is open the worker waits until the old key is unused, and says so once; it does nothing else, and nothing while it may not.
 *
 * @module-tag slow
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { stageOf } from '../../../src/features/rotation/core/replacement.ts'
import { createWaitWatch, waitAlarm } from '../../../src/features/rotation/worker/wait-watch.ts'
import { fail } from '../../../src/protocol/failure.ts'
import { passphrase } from '../../vault/helpers.ts'
import { replacementWorld } from './replacement-world.ts'

const hour = 3_600_000
type World = Awaited<ReturnType<typeof replacementWorld>>

describe('the waiting stage', () => {
  let world: World
  let time: number
  let placedAt: number
  let asked: string[]
  let alarm: number | undefined
  let notified: { id: string; message: string }[]
  let isOffline: boolean
  /** As soon as something is shown. */
  let isEnded: boolean
  /** This computer’s clock against the platform’s. */
  let clockAhead: number
  let meanwhile: () => Promise<unknown>
  let watch: ReturnType<typeof createWaitWatch>
  const stage = async () => stageOf(await world.readRun())

  beforeEach(async () => {
    world = await replacementWorld()
    time = world.now()
    placedAt = time
    asked = []
    alarm = undefined
    notified = []
    isOffline = false
    isEnded = false
    clockAhead = 0
    meanwhile = async () => undefined
    watch = createWaitWatch({
      now: () => time,
      clockAhead: async () => clockAhead,
      ask: async (admin, path) => {
        asked.push(path)
        await meanwhile()
        return isOffline ? fail('network', 'No network.') : world.ports.ask(admin, { method: 'GET', path })
      },
      withVault: world.service.withVault,
      inTurn: (_, work) => work(),
      setAlarm: async (name, at) => {
        expect(name).toBe(waitAlarm)
        alarm = at
      },
      notify: async (id, _, message) => {
        notified.push({ id, message })
        if (isEnded) throw new Error('The worker was ended.')
      },
    })
    await world.ports.note({ step: 'made', next: 'new' })
    await world.ports.note({ step: 'works', at: time })
    await world.ports.note({ step: 'placed', at: time })
  })
  /** Until nothing is planned any more, as the browser's alarms would. */
  const untilQuiet = async () => {
    for (let count = 0; count < 100; count++) {
      alarm = undefined
      await watch.look()
      if (alarm === undefined) return
      time = Math.max(alarm, time + 1)
    }
    expect.fail('It never ended.')
  }
  const use = (at: number) =>
    world.state.usage.push({
      day: new Date(at).toISOString().slice(0, 10),
      hour: new Date(at).getUTCHours(),
      keyId: world.old.id,
      project: world.old.project,
      model: 'gpt-5',
      requests: 3,
      inputTokens: 1,
      outputTokens: 1,
      dollars: 0.1,
    })

  it('ends by itself, says once that the key can be deleted, and deletes nothing', async () => {
    await untilQuiet()
    expect(await stage()).toBe('delete')
    expect(time - placedAt).toBeGreaterThanOrEqual(2 * hour)
    expect(time - placedAt).toBeLessThan(5 * hour)
    expect(notified).toEqual([
      {
        id: `page:replace/${world.oldId}`,
        message: 'An old key counts as unused now. You can delete it.',
      },
    ])
    expect(world.old.revoked).toBe(false)
    await watch.look()
    expect(notified).toHaveLength(1)
  })

  it('does not end while a program still calls the old key', async () => {
    await watch.look()
    expect(asked).toEqual([])
    time += 3 * hour
    use(placedAt + 2 * hour)
    await watch.look()
    expect(await stage()).toBe('wait')
    expect((await world.readRun()).calls?.since).toBe(3)
    expect(alarm).toBeGreaterThan(time)
    expect(notified).toEqual([])
  })

  it.each([-11, -5, -1, 1, 3, 5, 11])(
    'is not over while a program calls the old key each hour, though this clock is %d hours ahead',
    async hours => {
      clockAhead = hours * hour
      for (let ago = -20; ago < 6; ago++) use(placedAt - clockAhead + ago * hour)
      for (time = placedAt + hour; time < placedAt + 7 * hour; time += hour) {
        await watch.look()
        expect(await stage(), `${(time - placedAt) / hour} hours later`).toBe('wait')
      }
      const { calls } = await world.readRun()
      // By this computer's clock, as the page shows it.
      expect(Math.abs((calls?.last ?? 0) - placedAt - 5 * hour)).toBeLessThan(hour)
      await untilQuiet()
      expect(await stage()).toBe('delete')
      expect(time - placedAt).toBeLessThan(11 * hour)
    },
  )

  it.each<[string, (world: World) => Promise<unknown>]>([
    ['the replacement is paused', world => world.ports.note({ step: 'paused' })],
    ['the vault is locked', world => world.service.lock()],
    ['it is undone', world => world.ports.note({ step: 'undo', at: 0 })],
  ])('asks nothing and plans nothing while %s', async (_, change) => {
    await change(world)
    time += 24 * hour
    await watch.look()
    expect([asked, alarm, notified]).toEqual([[], undefined, []])
  })

  it('goes on after the next unlock', async () => {
    await world.service.lock()
    time += 24 * hour
    await watch.look()
    await world.service.unlock({ kind: 'passphrase', passphrase })
    await watch.look()
    expect(await stage()).toBe('delete')
    expect(notified).toHaveLength(1)
  })

  it('without a network keeps what it knows, and comes again', async () => {
    const before = await world.readRun()
    isOffline = true
    time += 24 * hour
    await watch.look()
    expect(await world.readRun()).toEqual(before)
    expect(alarm).toBe(time + hour / 2)
    isOffline = false
    await untilQuiet()
    expect(await stage()).toBe('delete')
  })

  it('does not call a key unused because the person would not wait, while it is asked about', async () => {
    time += 3 * hour
    use(placedAt + 2 * hour)
    meanwhile = () => world.ports.note({ step: 'notWaited' })
    await watch.look()
    expect(await stage()).toBe('delete')
    expect(notified).toEqual([])
  })

  it('looks again when the longest pause of the old key is over, in six hours at most', async () => {
    for (const days of [4, 1]) use(placedAt - days * 24 * hour)
    time += hour / 2
    await watch.look()
    expect(await stage()).toBe('wait')
    expect(alarm).toBe(time + 6 * hour)
    // Before its time nobody is asked, and the time stays.
    const count = asked.length
    alarm = undefined
    time += hour
    await watch.look()
    expect([asked.length, alarm]).toEqual([count, time + 5 * hour])
  })

  const rewrite = async (change: (runs: object[]) => object[]) => {
    const kept = await world.sealed.read()
    const book = JSON.parse((kept.ok && kept.text) || '') as { runs: object[] }
    await world.sealed.keep(JSON.stringify({ ...book, runs: change(book.runs) }), {})
  }
  /** Another replacement in the same book. */
  const beside = (change: object) => rewrite(runs => [...runs, { ...runs[0], old: 'other', ...change }])

  it('of several the next one sets the alarm; one without an admin key is the person’s to watch', async () => {
    await beside({ calls: { at: placedAt, since: 0, waitUntil: placedAt + 10 * hour } })
    await beside({ there: undefined, placedAt: placedAt - 10 * hour })
    await watch.look()
    expect([asked, alarm]).toEqual([[], placedAt + hour / 2])
  })

  it('says nothing of a key that was deleted while it is asked about', async () => {
    time += 24 * hour
    const calls = { at: time, since: 0, waitUntil: time, isQuiet: true } as const
    let isDone = false
    meanwhile = async () => {
      if (isDone) return
      isDone = true
      await world.ports.note({ step: 'calls', calls })
      await world.ports.note({ step: 'deleteAsked', at: time })
      await world.ports.note({ step: 'deleted', at: time })
    }
    await watch.look()
    expect(await stage()).toBe('confirm')
    expect(notified).toEqual([])
    await untilQuiet()
    expect(notified).toEqual([])
  })

  it('is shown before it is noted: a worker that ends between the two says it again, and never not at all', async () => {
    time += 24 * hour
    isEnded = true
    await expect(watch.look()).rejects.toThrow('ended')
    expect([notified.length, await stage()]).toEqual([1, 'wait'])
    // The next worker is woken for it.
    expect(alarm).toBe(time + hour / 2)
    isEnded = false
    time += hour / 2
    await watch.look()
    expect([notified.length, await stage()]).toEqual([2, 'delete'])
    expect(new Set(notified.map(({ id }) => id)).size).toBe(1)
  })

  describe.each([1, 30, 400])('where the clock is put back by %d days while it waits', days => {
    it.each([false, true])(
      'it ends in its time, whether calls were read before (%s) or not',
      async isRead => {
        const noted = placedAt + days * 24 * hour
        const calls = { at: noted, since: 0, waitUntil: noted + 2 * hour }
        await rewrite(runs => runs.map(run => ({ ...run, placedAt: noted, ...(isRead && { calls }) })))
        await untilQuiet()
        expect(await stage()).toBe('delete')
        expect(time - placedAt).toBeLessThan(5 * hour)
        expect(notified).toHaveLength(1)
      },
    )
  })

  it('asked twice at once, asks the platform once', async () => {
    time += 24 * hour
    await Promise.all([watch.look(), watch.look()])
    expect(new Set(asked).size).toBe(asked.length)
    expect(notified).toHaveLength(1)
  })
})
