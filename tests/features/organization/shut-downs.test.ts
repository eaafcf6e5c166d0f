/** Models that go: said of keys that used them lately, 60, 14 and 3 days before, once each. */
import { describe, expect, it } from 'vitest'
import { dueReminders, type Reminder, type Told } from '../../../src/features/health/core/reminders.ts'
import { shutDowns } from '../../../src/features/health/core/shut-downs.ts'
import { compose } from '../../../src/features/health/worker/notifications.ts'
import { dueDates } from '../../../src/features/keys/core/due-dates.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { wordsFor } from '../../../src/providers/answers/cause-texts.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { seeded } from '../../providers/random-keys.ts'
import { runs } from '../../runs.ts'
import { record, World } from '../health/health-world.ts'

const day = 86_400_000
const end = Date.parse('2027-03-31')
const daysBefore = (days: number) => end - days * day
const bot = (now: number, used = ['gpt-4o-mini'], usedAt = now): KeyRow => ({
  id: 'k1',
  provider: 'openai',
  label: 'Bot',
  lastFour: 'wxyz',
  createdAt: 0,
  leaving: [
    { id: 'gpt-4o-mini', shutdownDate: '2027-03-31' },
    { id: 'whisper-1', shutdownDate: '2030-01-01' },
    { id: 'odd', shutdownDate: 'soon' },
    { id: 'none' },
  ],
  modelsUsed: { at: usedAt, ids: used },
})

describe('a shut-down', () => {
  it.each([
    ['used lately', daysBefore(30), ['gpt-5', 'gpt-4o-mini'], 0, 1],
    ['used by a model that was tuned from it', daysBefore(30), ['ft:gpt-4o-mini:me::x'], 0, 1],
    ['of a model that this key does not use', daysBefore(30), ['gpt-4o'], 0, 0],
    ['of a model whose name only begins so', daysBefore(30), ['gpt-4o-mini-tts'], 0, 0],
    ['used by the name of its newest one', daysBefore(30), ['gpt-4o-mini-2024-07-18'], 0, 1],
    ['used by one tuned from its newest one', daysBefore(30), ['ft:gpt-4o-mini-2024-07-18:me:bot:x'], 0, 1],
    ['used by a step of one tuned from it', daysBefore(30), ['ft:gpt-4o-mini:me::x:ckpt-step-90'], 0, 1],
    ['of which another kind has a date', daysBefore(30), ['gpt-4o-mini-realtime-preview-2024-12-17'], 0, 0],
    ['too far away', daysBefore(61), ['gpt-4o-mini'], 0, 0],
    ['past', daysBefore(-2), ['gpt-4o-mini'], 0, 0],
    ['used in another season', daysBefore(30), ['gpt-4o-mini'], 70, 0],
    ['without a readable date', daysBefore(30), ['odd', 'none'], 0, 0],
  ])('%s', (_, now, used, ago, count) => {
    expect(shutDowns([bot(now, used, now - ago * day)], now)).toHaveLength(count)
  })
})

it('is told 60, 14 and 3 days before, each once, with the key’s name only while the vault is open', () => {
  const told = (reminder: Reminder, label?: string) =>
    compose([{ keyId: 'k', kind: 'reminder', provider: 'openai', reminder, label }], wordsFor)?.message
  let given: Told = {}
  const said: string[] = []
  for (let left = 70; left >= 0; left -= 0.5) {
    const due = dueReminders([bot(daysBefore(left))], given, daysBefore(left))
    given = due.told
    for (const reminder of due.reminders) said.push(`${left}: ${told(reminder, 'Bot')} ${told(reminder)}`)
  }
  const sentence = (days: number) => `uses a model that will be shut down within ${days} days.`
  const words = (days: number) => `${days}: “Bot” ${sentence(days)} One of your keys ${sentence(days)}`
  expect(said).toEqual([words(60), words(14), words(3)])
  // What is told is noted outside of the vault: no model's name is there.
  expect(JSON.stringify(given)).not.toContain('gpt')
})

it.each(['expiresAt', 'rotateBy'] as const)(
  '%s: told by a clock that was wrong, it is told again in its time',
  field => {
    const key = { id: 'k', [field]: end }
    let given: Told = {}
    const said: number[][] = []
    // A week too early by the clock, then as it is, with an hour back each autumn.
    for (const left of [40, -300, 0.5, 39, 13.98, 14.02, 13.9, 3.02, 2.98, 3.02, 0.01, -0.03, 0.01, -1]) {
      const due = dueReminders([key], given, daysBefore(left))
      given = due.told
      said.push(due.reminders.map(({ days }) => days))
    }
    expect(said).toEqual([[], [0], [], [], [14], [], [], [], [3], [], [], [0], [], []])
  },
)

it('stands among the dates that are due, unless the key is rejected', () => {
  const now = daysBefore(50)
  expect(dueDates([bot(now)], now)).toEqual([
    { row: bot(now), at: end, what: 'model', models: ['gpt-4o-mini'] },
  ])
  const verdict = { key: 'rejected' } as KeyRow['verdict'] & object
  expect(dueDates([{ ...bot(now), verdict }], now)).toEqual([])
})

/** A key whose model goes on a day that may be moved, on a computer whose worker sleeps and whose clock is put forth and back. */
it('several keys with one model are told of together; one whose use was not read is not named', () => {
  const now = daysBefore(14)
  const keys = ['a', 'b', 'c'].map(id => ({ ...bot(now), id, label: id }))
  const { modelsUsed: _, ...unknown } = { ...bot(now), id: 'd' }
  const { reminders } = dueReminders([...keys, unknown], {}, now)
  expect(reminders.map(({ id, days }) => [id, days])).toEqual([
    ['a', 14],
    ['b', 14],
    ['c', 14],
  ])
  const notices = reminders.map(reminder => ({
    keyId: reminder.id,
    kind: 'reminder' as const,
    provider: 'openai' as const,
    reminder,
    label: reminder.id,
  }))
  expect(compose(notices, wordsFor)).toMatchObject({
    title: '3 messages about your keys',
    message: 'a, b, c',
  })
})

it('of a list of a thousand models that go, in whatever order, the soonest are kept; what is past is none', async () => {
  const world = new World().add(record('a'))
  const random = seeded('a thousand models')
  const days = Array.from({ length: 1_000 }, () => Math.floor(random() * 900) - 300)
  const dateOf = (left: number) => new Date(world.time + left * day).toISOString().slice(0, 10)
  const data = days.map((left, index) => ({ id: `m-${index}`, object: 'model', shutdown_date: dateOf(left) }))
  world.answer = () => ({ status: 200, body: JSON.stringify({ object: 'list', data }) })
  await world.service.start()
  await world.settle()
  const soonest = days.filter(left => left >= 0).sort((a, b) => a - b)
  expect(world.records.get('a')?.leaving?.map(({ shutdownDate }) => shutdownDate)).toEqual(
    soonest.slice(0, 40).map(dateOf),
  )
})

describe('whatever the order of what happens', () => {
  const days = ['2027-03-31', '2027-04-20', '2027-02-10']

  it.each(Array.from({ length: runs(30) }, (_, index) => index))(
    'story %i: each is told once as 60, 14 and 3 days before, and again where a clock that was wrong told it too early',
    async story => {
      const random = seeded(`shut-downs ${story}`)
      const pick = <T>(...all: T[]): T => all[Math.floor(random() * all.length)] as T
      const world = new World().add(record('a', {}))
      world.time = Date.parse('2026-12-20') + random() * 40 * day
      const set = (more: Partial<VaultRecord>) =>
        world.add({ ...(world.records.get('a') as VaultRecord), ...more })
      let shutDown = pick(...days)
      const leaving = () => [{ id: 'gpt-4o-mini', shutdownDate: shutDown }]
      set({ leaving: leaving(), modelsUsed: { at: world.time, ids: ['gpt-4o-mini'] } })
      // What a check reads is the story's to say.
      world.isOnline = false

      /** In how many days it was said to go, of each date. */
      const said = new Map<string, number>()
      const history: string[] = []
      let heard = 0
      const wake = async () => {
        await Promise.all([
          pick(world.service.wake, world.service.start)(),
          pick(world.service.wake, world.service.unlocked)(),
        ])
        await world.settle()
        const about = world.records.get('a')
        const left = (Date.parse(shutDown) - world.time) / day
        const isSeen = about?.leaving?.length === 1 && (about.modelsUsed?.at ?? 0) > world.time - 60 * day
        const reminders = world.told.flat().filter(({ kind }) => kind === 'reminder')
        const now = reminders.slice(heard).map(({ reminder }) => reminder?.days)
        heard = reminders.length
        const step = isSeen && left > -1 ? [3, 14, 60].find(days => left <= days) : undefined
        // What was told days too early was told by a clock that has been put back since: it counts as not told.
        const told = said.get(shutDown) ?? 99
        const isDue = step !== undefined && (step < told || left > told + 1)
        expect(
          now,
          `${left.toFixed(1)} days before ${shutDown} after ${history.join(', ')}; said: ${[...said].join('; ')}`,
        ).toEqual(isDue ? [step] : [])
        if (isDue) said.set(shutDown, step)
      }
      const events: Record<string, () => unknown> = {
        'an hour': () => (world.time += 3_600_000),
        'some days': () => (world.time += random() * 6 * day),
        'a month of sleep': () => (world.time += 30 * day),
        'a clock a year ahead': () => (world.time += 365 * day),
        'a clock that is put right': () => (world.time = Date.parse(shutDown) - random() * 70 * day),
        'another day': () => {
          shutDown = pick(...days)
          set({ leaving: leaving() })
        },
        'a list that says nothing': () => set({ leaving: [] }),
        'a list again': () => set({ leaving: leaving() }),
        'use that was read again': () => set({ modelsUsed: { at: world.time, ids: ['gpt-4o-mini'] } }),
        'a lock': () => Object.assign(world, { isOpen: false, watches: random() < 0.5 }),
        'an unlock': () => Object.assign(world, { isOpen: true, watches: true }),
        'a worker that ended': () => world.restart(),
      }
      for (let count = 0; count < 40; count++) {
        const name = pick(...Object.keys(events))
        history.push(name)
        events[name]?.()
        if (world.isOpen || world.watches) await wake()
      }
    },
  )
})
