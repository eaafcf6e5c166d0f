/**
 * Reminders and shut-down dates in the built extension by its real alarms, while the computer's clock goes on, jumps ahead and is put right: each is
 * shown in its time, and again where a clock that was wrong told it too early. The day of a shut-down is the provider's in every time zone.
 */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { dayOf } from '../../../src/i18n/time.ts'
import { clockedDist } from '../../browser/clocked-dist.ts'
import { poll } from '../../browser/poll.ts'
import { models } from '../../practice/api.ts'
import { passphrase, send } from '../lock/vault-story.ts'
import { Scene } from '../rotation/replacement-stories.ts'

const day = 86_400_000
type Told = { expires?: number; rotate?: number; model?: number }
/** On these days from today what was told last of each date, all of which are 50 days ahead. */
const way: [onDay: number, Told, isNew: boolean][] = [
  [0, { model: 60 }, true],
  [37, { expires: 14, rotate: 14, model: 14 }, true],
  [48, { expires: 3, rotate: 3, model: 3 }, true],
  [51, { expires: 0, rotate: 0, model: 3 }, true],
  // A year ahead, and put right: what was told too early comes again.
  [416, { expires: 0, rotate: 0, model: 3 }, false],
  [1, { expires: 0, rotate: 0, model: 60 }, true],
  [37, { expires: 14, rotate: 14, model: 14 }, true],
  // An hour back, as a clock is corrected: nothing is told twice.
  [36.96, { expires: 14, rotate: 14, model: 14 }, false],
  [48, { expires: 3, rotate: 3, model: 3 }, true],
  [51, { expires: 0, rotate: 0, model: 3 }, true],
]

export async function run(): Promise<string> {
  const dist = clockedDist()
  const scene = await Scene.open(dist)
  const going = models.find(({ id }) => id === 'gpt-5')
  assert.ok(going)
  try {
    await scene.begin('service')
    const { id, h, screen } = scene
    const at = Date.now() + 50 * day
    const date = new Date(at).toISOString().slice(0, 10)
    going.shutdown_date = date
    await send(screen, 'screen.edit', { id, about: { expiresAt: at, rotateBy: at } })
    await send(screen, 'screen.test', { id })
    const shown = () => h.inWorker(async () => Object.keys(await chrome.notifications.getAll()))
    const told = async (): Promise<Told> => {
      const { health } = await h.inWorker(() => chrome.storage.local.get('health'))
      const all = (health as { told?: Record<string, Record<string, number>> })?.told?.[id] ?? {}
      const of = { expires: `expires:${at}`, rotate: `rotate:${at}`, model: `model:${Date.parse(date)}` }
      return Object.fromEntries(
        Object.entries(of).flatMap(([name, key]) => (all[key] === undefined ? [] : [[name, all[key]]])),
      )
    }
    /** An alarm rings at this time of the worker's clock. */
    const ring = (days: number) =>
      h.inWorker(async ahead => {
        const world = globalThis as unknown as { practiceClock: number; realNow(): number }
        world.practiceClock = ahead
        await chrome.alarms.create('health.next', { when: world.realNow() + 100 })
      }, days * day)
    const nextAlarm = () =>
      h.inWorker(async () => (await chrome.alarms.get('health.next'))?.scheduledTime ?? 0)
    const more = async () => {
      const { rows, vault } = await h.session()
      const health = await h.inWorker(() => chrome.storage.session.get('health'))
      const { leaving, modelsUsed, verdict } = rows?.find(row => row.id === id) ?? {}
      const [clock, alarm] = [
        await h.inWorker(() => (globalThis as unknown as { practiceClock: number }).practiceClock),
        await nextAlarm(),
      ]
      return JSON.stringify({ clock, alarm, is: vault?.status, leaving, modelsUsed, at: verdict?.at, health })
    }
    /** What was done, as the vault keeps it; undefined while it is locked. */
    const done = async () => {
      const read = await send(screen, 'screen.activity', {})
      return read?.ok ? read.entries : undefined
    }
    const first = await poll(async () => {
      const entries = await done()
      return entries?.some(({ act }) => act === 'tested') && entries
    }, 'the test to be noted')
    for (const [onDay, expected, isNew] of way) {
      await h.inWorker(async () => {
        for (const one of Object.keys(await chrome.notifications.getAll()))
          await chrome.notifications.clear(one)
      })
      await ring(onDay)
      let rung = Date.now()
      await poll(
        async () => {
          // After so long the vault locks itself at the next touch, and its owner comes back.
          if (!(await done())) await send(screen, 'screen.unlock', { passphrase })
          // A check that is under way reads the dates that the next alarm tells.
          if (Date.now() - rung > 4_000) {
            await ring(onDay)
            rung = Date.now()
          }
          // The worker sets the next alarm when it has looked.
          const isAwake = (await nextAlarm()) > Date.now() + onDay * day + 5_000
          return isAwake && JSON.stringify(await told()) === JSON.stringify(expected)
        },
        async () =>
          `day ${onDay}: ${JSON.stringify(expected)}; told is ${JSON.stringify(await told())}; ${await more()}`,
      )
      const isShown = (await shown()).some(one => one.startsWith('health:'))
      // The first may have been shown as soon as the date was read.
      if (onDay > 0) assert.equal(isShown, isNew, `day ${onDay}: shown ${await shown()}`)
    }
    await ring(0)
    // The page of a vault that locks begins anew by itself.
    const last = await poll(async () => {
      const entries = await done()
      if (!entries) await send(screen, 'screen.unlock', { passphrase })
      return entries
    }, 'the vault to be open by the right clock')
    // The year that never passed has made nothing of before it old.
    const still = new Set(last.map(({ at, act }) => `${at} ${act}`))
    assert.deepEqual(
      first.filter(({ at: time, act }) => !still.has(`${time} ${act}`)),
      [],
      'Entries of the activity are gone.',
    )
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin', 'Pacific/Niue']) {
      await screen.emulateTimezone(zone)
      await screen.reload().catch(() => undefined)
      // A page that was locked meanwhile begins anew by itself.
      await poll(
        async () => {
          await scene.goTo('overview')
          const text = await screen.evaluate(() => document.body.innerText)
          return text.includes(`uses gpt-5, shut down ${dayOf(date)}`)
        },
        `the day ${dayOf(date)} in ${zone}`,
      )
    }
    h.assertClean()
  } finally {
    going.shutdown_date = null
    await scene.close()
    rmSync(dist, { recursive: true, force: true })
  }
  return `${way.length} places of the clock, each with its reminders; the same day in four time zones`
}
