/**
 * What stands in a system's notification is seen by whoever looks at the screen, locked or not, and a press on it begins something: neither
 * a lock that comes at any moment, nor a provider's answer, nor a notification whose key is gone makes it say or do what it should not.
 */
import { expect, test } from 'vitest'
import type { Notice } from '../../src/features/health/core/health-state.ts'
import { compose, pressed } from '../../src/features/health/worker/notifications.ts'
import { createHealthService } from '../../src/features/health/worker/service.ts'
import { guides } from '../../src/guides/index.ts'
import { entries, wordsFor } from '../../src/providers/answers/cause-texts.ts'
import { outcomes } from '../../src/providers/answers/causes.ts'
import { readAnswer } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import type { Cause, ProviderId } from '../../src/providers/verdict.ts'
import { list, record, refused, start, World } from '../features/health/health-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, tries } from './outcome.ts'
import { workerWorld } from './worker-world.ts'

const day = 86_400_000
const said = (notices: Notice[]): string => {
  const { title = '', message = '' } = compose(notices, wordsFor) ?? {}
  return `${title}\n${message}`
}

/**
 * Three keys with secret names: one is refused, one works again, of one a reminder is due. The vault is locked at the so-manieth moment of them all.
 * @param hears the control's does not: nobody tells it that the vault was locked
 * @returns what was told after the lock was done, and whether the moment came
 */
async function lockedAt(moment: number, hears: boolean): Promise<{ told: string; came: boolean }> {
  const names = ['Zanzibar', 'Quokka', 'Umbrella']
  const broken = {
    key: 'rejected',
    use: 'blocked',
    cause: 'invalid_key',
    says: 'no',
    at: start - day,
    since: start - day,
  } as const
  const world = new World().add(
    record('a', { label: names[0] ?? '' }),
    record('b', { label: names[1] ?? '', verdict: broken }),
    record('c', { label: names[2] ?? '', rotateBy: start + 3_600_000 }),
  )
  world.answer = key => (key.includes('a'.padEnd(40, 'x')) ? refused('invalid_api_key') : list())
  let [count, isLocked, told] = [0, false, '']
  const step = () => {
    if (++count !== moment) return
    world.isOpen = false
    isLocked = true
    void world.service.locked()
  }
  const ports = world.ports()
  const slow = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      const result = await work(...args)
      step()
      return result
    }
  }
  const { isOpen, abouts } = ports.vault
  ports.vault = { ...ports.vault, isOpen: async () => (hears ? isOpen() : true), abouts: slow(abouts) }
  ports.session = { ...ports.session, set: slow(ports.session.set) }
  ports.teller = slow(async () => async (notices: Notice[]) => {
    if (isLocked) told += said(notices)
  })
  world.service = createHealthService(ports)
  await world.service.start()
  for (const id of ['a', 'b']) await world.service.test(id)
  await world.pass(60_000)
  return { told: names.filter(name => told.includes(name)).join(), came: isLocked }
}

test('a lock at any moment of checks and reminders: what is told afterwards names no key', {
  tags: 'slow',
}, async () => {
  const play = async (hears: boolean, every: number) => {
    const found: string[] = []
    let moment = 1
    let count = 0
    for (; ; moment += every) {
      const { told, came } = await lockedAt(moment, hears)
      if (!came) break
      count++
      if (told !== '') found.push(`${moment}: ${told}`)
    }
    return { count, found }
  }
  const { count, found } = await play(true, tries(3, 1))
  expect(found).toEqual([])
  const control = await play(false, tries(7, 3))
  report({
    attack: 'a lock at any moment of a check: a notification that names a key',
    attacker: 'thief of an unlocked computer',
    asset: 'which key it is',
    tries: count,
    landed: found.length,
    control: { tries: control.count, landed: control.found.length },
  })
})

const odd = [
  '\u202egnp.exe',
  'Call +1 555 0100',
  'https://evil.test/help',
  'a\nb',
  '<b>x</b>',
  'a\u0000b',
  'x'.repeat(5_000),
  'sk-proj-abcdefgh12345678',
]
/** A text that a provider chose stands in it, or signs that turn it around or break it. */
const isOdd = (text: string): boolean =>
  /evil|555|<b>|gnp|sk-proj|x{100}|[\p{Cc}\p{Cf}]/u.test(text.replace('\n', ' ')) || text.length > 600

test('whatever a provider answers, a notification says nothing in the provider’s words', () => {
  const ids = Object.keys(providers) as ProviderId[]
  let [count, control] = [0, 0]
  const landed: string[] = []
  for (const provider of ids)
    for (const text of odd)
      for (const [status, error] of [
        [401, { code: 'missing_scope', message: `Missing scopes: ${text}` }],
        [403, { code: text, message: text, type: text }],
        [404, { code: 'model_not_found', message: `The model \`${text}\` does not exist` }],
        [401, { code: 'wrong_region', message: `Use https://${text}/v1 instead: ${text}.api.openai.com` }],
        [429, { code: 'insufficient_quota', message: text, param: text }],
      ] as const) {
        count++
        const body = JSON.stringify({ error })
        if (isOdd(`${error.message}`)) control++
        const verdict = readAnswer(provider, 'models', { status, headers: {}, body })
        const notice: Notice = { keyId: 'k1', label: 'Bot', kind: 'bad', provider, verdict }
        const shown = said([notice])
        if (isOdd(shown)) landed.push(`${provider}: ${shown}`)
      }
  expect(landed.slice(0, 3)).toEqual([])
  report({
    attack: 'a provider writes a notification',
    attacker: 'provider',
    asset: 'what a person is told',
    tries: count,
    landed: landed.length,
    control: { tries: count, landed: control },
  })
})

test('a press opens what the notification was made for, and an id that is none opens nothing', () => {
  const keyIds = ['k1', 'a:b', 'health', '0', 'x'.repeat(64), '4f6c5b0e-0000-4000-8000-000000000000']
  for (const keyId of keyIds)
    for (const kind of ['bad', 'good', 'dead', 'not_dead', 'reminder'] as const) {
      const made = compose(
        [
          {
            keyId,
            kind,
            provider: 'openai',
            guide: 'rotate-key',
            verdict: { key: 'rejected', use: 'blocked', cause: 'invalid_key' },
          },
        ],
        wordsFor,
      )
      expect(pressed(made?.id ?? '')).toEqual({ guide: 'rotate-key', keyId })
    }
  for (const id of [
    '',
    'page:keys/k1',
    'health:',
    'health::k1/../x:',
    'health:../x:k1:',
    'health:a:b:c:D',
    ' health:::',
    'health:::\n',
  ])
    expect(pressed(id), id).toBeUndefined()
})

/** What the key is by the time that the notification is pressed. */
const since = ['works again', 'never asked', 'deleted', 'locked'] as const

test('an old notification that is pressed begins with what is so now, not with what was so when it was told', {
  tags: 'slow',
}, async () => {
  const counts = { tries: 0, landed: 0, control: { tries: 0, landed: 0 } }
  const told = (Object.keys(outcomes) as Cause[]).flatMap(cause => {
    const guide = entries[cause][3]
    return guide === undefined || cause === 'ok' ? [] : [{ guide, cause }]
  })
  for (const is of since) {
    const world = workerWorld(id => guides.find(guide => guide.id === id) ?? null)
    const { clock, local, session, vault } = world
    const passphrase = 'lagoon unhappy trombone pebble'
    await world.fromScreen('screen.createVault', { passphrase, watchWhileLocked: false })
    const pasted = { text: makeSecret('project'), about: { label: 'Zanzibar' } }
    const { id } = (await world.fromScreen('screen.paste', pasted)) as { id: string }
    const seen = { at: clock.now, since: clock.now }
    const verdict = { ...outcomes.ok, ...seen, cause: 'ok', says: '', status: 200 } as const
    if (is === 'works again') await vault.withVault(open => open.edit(id, { verdict }))
    await vault.changed([id])
    if (is === 'deleted') await world.fromScreen('screen.remove', { id })
    if (is === 'locked') await vault.lock()
    for (const { guide, cause } of told) {
      await world.pressNotification(guide, id)
      const isOld = () => {
        const { cause: believed, subjectId } = local.items.tour ?? {}
        return believed === cause || (is === 'deleted' && subjectId !== undefined)
      }
      expect(JSON.stringify(is === 'locked' && session.items.tour)).not.toContain('Zanzibar')
      counts.tries++
      counts.landed += Number(isOld())
      // A screen that hands on what it read in an error is believed: that would be the old cause.
      await world.fromScreen('screen.startGuide', { guide, keyId: id, cause })
      counts.control.tries++
      counts.control.landed += Number(isOld())
    }
  }
  report({
    attack: 'an old notification pressed when the key works again, was deleted or is another one',
    attacker: 'thief of an unlocked computer',
    asset: 'the truth: what a guide says is wrong with a key',
    ...counts,
  })
})
