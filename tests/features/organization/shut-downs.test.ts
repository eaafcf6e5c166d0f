/** Models that go: said of keys that used them lately, 60, 14 and 3 days before, once each. */
import { describe, expect, it } from 'vitest'
import { dueReminders, sayReminder, type Told } from '../../../src/features/health/core/reminders.ts'
import { shutDowns } from '../../../src/features/health/core/shut-downs.ts'
import { dueDates } from '../../../src/features/keys/core/due-dates.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'

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
    ['too far away', daysBefore(61), ['gpt-4o-mini'], 0, 0],
    ['past', daysBefore(-2), ['gpt-4o-mini'], 0, 0],
    ['used in another season', daysBefore(30), ['gpt-4o-mini'], 70, 0],
    ['without a readable date', daysBefore(30), ['odd', 'none'], 0, 0],
  ])('%s', (_, now, used, ago, count) => {
    expect(shutDowns([bot(now, used, now - ago * day)], now)).toHaveLength(count)
  })
})

it('is told 60, 14 and 3 days before, each once, with the key’s name only while the vault is open', () => {
  let told: Told = {}
  const said: string[] = []
  for (let left = 70; left >= 0; left -= 0.5) {
    const due = dueReminders([bot(daysBefore(left))], told, daysBefore(left))
    told = due.told
    for (const reminder of due.reminders)
      said.push(`${left}: ${sayReminder(reminder, 'Bot')} ${sayReminder(reminder)}`)
  }
  const sentence = (days: number) => `uses a model that will be shut down within ${days} days.`
  const words = (days: number) => `${days}: “Bot” ${sentence(days)} One of your keys ${sentence(days)}`
  expect(said).toEqual([words(60), words(14), words(3)])
  // What is told is noted outside of the vault: no model's name is there.
  expect(JSON.stringify(told)).not.toContain('gpt')
})

it('stands among the dates that are due, unless the key is rejected', () => {
  const now = daysBefore(50)
  expect(dueDates([bot(now)], now)).toEqual([
    { row: bot(now), at: end, what: 'model', models: ['gpt-4o-mini'] },
  ])
  const verdict = { key: 'rejected' } as KeyRow['verdict'] & object
  expect(dueDates([{ ...bot(now), verdict }], now)).toEqual([])
})
