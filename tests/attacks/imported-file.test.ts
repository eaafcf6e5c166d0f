/**
 * A file that somebody gives a person to import: it sends no key astray, runs nothing in a terminal, hides nothing, buries nothing.
 *
 * @module-tag slow
 */

import { spawnSync } from 'node:child_process'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { format } from '../../src/features/copy/core/formats.ts'
import type { Organization } from '../../src/features/organization/core/organization.ts'
import { findThere } from '../../src/features/rotation/core/find-there.ts'
import { choices, previewText, ready } from '../../src/features/transfer/core/import-preview.ts'
import { requests } from '../../src/protocol/messages.ts'
import type { KeyRow } from '../../src/protocol/published.ts'
import { recognise } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import { requestFor } from '../../src/providers/request.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'
import { type Random, seeded, shapes } from '../providers/random-keys.ts'
import { report, tries } from './outcome.ts'

const backup = (...keys: object[]) =>
  JSON.stringify({ format: 'keyway-backup', version: 1, exportedAt: 1, keys })
const make = (shape: string, random: Random) => shapes[shape]?.make(random) ?? ''
const shared = '48 letters and digits (Moonshot, gateways)'

/** What Import would send for this file, as the worker parses it. */
function imported(text: string) {
  const records = ready(previewText(text).candidates, new Map())
  const parsed = v.safeParse(requests['screen.import'], { records })
  return parsed.success ? parsed.output.records : []
}
/** Where a check would send the key of such a record, as the worker keeps it after an import. */
const sentTo = (record: { provider: string; secret: string }) =>
  requestFor({ ...record, provider: record.provider as ProviderId, providerConfirmed: true }, 'models')?.url

/** What this file’s key is named for, or shaped as, is `owner`; undefined: nobody that Keyway may ask. */
type Astray = {
  attack: string
  shape: string
  owner?: ProviderId
  file: (key: string) => string
  /** Where the key goes when nobody looks at names, shapes and addresses. */
  unguarded: (key: string) => string
}
/** The first provider that a shape fits, as it once was asked. */
const byShape = (key: string) => providers[recognise(key).provider ?? 'openai'].baseUrl
const elsewhere = 'https://collector.example/v1'
const hex = '32 hex digits (DeepSeek, Model Studio)'

describe('a key is sent to a provider that is not its own', () => {
  const count = tries(100, 2000)
  test.each<Astray>([
    {
      attack: 'named for another service',
      shape: shared,
      file: key => `MOONSHOT_API_KEY=${key}`,
      unguarded: byShape,
    },
    {
      attack: 'named for a gateway',
      shape: shared,
      file: key => `OPENAI_PROXY_KEY=${key}`,
      unguarded: byShape,
    },
    {
      attack: 'beside another address',
      shape: shared,
      file: key => `OPENAI_BASE_URL=${elsewhere}\nOPENAI_API_KEY=${key}`,
      unguarded: byShape,
    },
    {
      attack: 'named for one, with a shape that another shares',
      shape: shared,
      owner: 'deepseek',
      file: key => `DEEPSEEK_API_KEY=${key}`,
      unguarded: byShape,
    },
    { attack: 'an Azure key', shape: hex, file: key => `AZURE_OPENAI_API_KEY=${key}`, unguarded: byShape },
    { attack: 'without any name', shape: shared, file: key => key, unguarded: byShape },
    {
      attack: 'a backup that says another provider',
      shape: 'OpenAI project',
      owner: 'openai',
      file: key => backup({ provider: 'deepseek', label: 'x', secret: key }),
      unguarded: () => providers.deepseek.baseUrl,
    },
    {
      attack: 'a backup that confirms itself',
      shape: 'Anthropic',
      owner: 'anthropic',
      file: key => backup({ provider: 'openai', label: 'x', secret: key, providerConfirmed: true }),
      unguarded: () => providers.openai.baseUrl,
    },
    {
      attack: 'a backup with another name',
      shape: shared,
      owner: 'deepseek',
      file: key => backup({ provider: 'openai', label: 'DEEPSEEK_API_KEY', secret: key }),
      unguarded: () => providers.openai.baseUrl,
    },
    {
      attack: 'a backup with another address',
      shape: 'OpenAI project',
      owner: 'openai',
      file: key => backup({ provider: 'openai', label: 'x', secret: key, baseUrl: elsewhere }),
      unguarded: () => elsewhere,
    },
  ])('$attack', ({ attack, shape, owner, file, unguarded }) => {
    const random = seeded(attack)
    const keys = Array.from({ length: count }, () => make(shape, random))
    const isAstray = (url: string | undefined) =>
      url !== undefined && !(owner && url.startsWith(providers[owner].baseUrl))
    report({
      attack: `an imported key is sent astray: ${attack}`,
      attacker: 'imported file',
      asset: 'a key',
      tries: count,
      landed: keys.filter(key => imported(file(key)).some(record => isAstray(sentTo(record)))).length,
      control: { tries: count, landed: keys.filter(key => isAstray(unguarded(key))).length },
    })
  })

  test.each(Object.entries(shapes))(
    'nor past the last door, when the person chose another than the shape’s own: %s',
    (_, { make: one, certain }) => {
      const secret = one(seeded('door'))
      for (const id of Object.keys(providers) as ProviderId[]) {
        const url = requestFor({ provider: id, secret, providerConfirmed: true }, 'models')?.url
        if (certain && !providers[id].local)
          expect(url !== undefined, id).toBe(id === certain && certain !== 'other')
        // Nobody said whose it is.
        if (!certain && !providers[id].local)
          expect(requestFor({ provider: id, secret }, 'models')).toBeNull()
      }
    },
  )
})

test('a secret with a line break is not kept as it is, and is copied in no form', () => {
  const random = seeded('breaks')
  const breaks = ['\n', '\r', '\r\n', '\u2028', '\u0000', '\u001b[2J', '\u202e', '\u200b', '\t', ' ']
  const secrets = breaks.map(one => `${make('OpenAI project', random)}${one}echo landed`)
  const isPlain = (secret: string) => /^[\x21-\x7e]+$/.test(secret)
  /** Pasted into a terminal: does the second half run? */
  const runs = (text: string) =>
    spawnSync('sh', { input: `${text}\n`, encoding: 'utf8' })
      .stdout.split('\n')
      .includes('landed')
  const copied = (secret: string) => {
    const text = format('bare', 'KEY', secret)
    return text.ok ? text.text : ''
  }
  const kept = secrets.flatMap(secret =>
    imported(backup({ provider: 'openai', label: 'x', secret })).map(record => record.secret),
  )
  report({
    attack: 'an imported secret with a line break, copied bare',
    attacker: 'imported file',
    asset: 'the terminal it is pasted into',
    tries: secrets.length,
    landed: [...kept, ...secrets].map(copied).filter(runs).length,
    // As it lies in the file.
    control: { tries: secrets.length, landed: secrets.filter(runs).length },
  })
  expect(kept.filter(secret => !isPlain(secret))).toEqual([])
  expect(secrets.filter(secret => /\p{Cc}/u.test(secret) && copied(secret) !== '')).toEqual([])
})

test('a name that turns around, hides or breaks what a list shows is kept plain', () => {
  const random = seeded('names')
  const names = [
    'a\u202egnp.exe',
    'a\u0000b',
    'a\u200bb',
    'a\nb',
    'a\u2066b',
    'a\u061cb',
    'a\u{E0041}b',
    'a\u0007b',
    'a\ufeffb',
    'a\u3164b',
    'a\u115fb',
    'a\uffa0b',
    'a\u2800b',
    'a\u034fb',
    'a\ufe0fb',
    'a\u{e0100}b',
  ]
  const isOdd = (text: string) => /\p{Cc}|\p{Cf}|\p{DI}|[\u2028\u2800]/u.test(text)
  const fields = ['label', 'project', 'environment', 'purpose', 'organization'] as const
  let landed = 0
  for (const name of names) {
    const all = Object.fromEntries(fields.map(field => [field, name]))
    const key = {
      provider: 'openai',
      secret: make('OpenAI project', random),
      ...all,
      tags: [name],
      usedIn: [name],
    }
    const [record] = imported(backup(key))
    if (!record) throw new Error('It was not taken at all.')
    if (
      [...fields.map(field => record[field] ?? ''), ...(record.tags ?? []), ...(record.usedIn ?? [])].some(
        isOdd,
      )
    )
      landed++
    // The door itself, without the preview before it.
    const raw = v.parse(requests['screen.import'], { records: [key] }).records[0]
    if (isOdd(raw?.label ?? '')) landed++
  }
  report({
    attack: 'invisible and turning characters in what an imported file says of a key',
    attacker: 'imported file',
    asset: 'what a person reads',
    tries: names.length,
    landed,
    control: { tries: names.length, landed: names.filter(isOdd).length },
  })
})

test('a file names another key of the organization as its own: the replacement deletes none by its word', () => {
  const random = seeded('victims')
  const shown = (end: string) => `sk-proj-zz...${end}`
  const rowOf = (record: object): KeyRow => ({
    id: 'old',
    provider: 'openai',
    kind: 'project',
    label: 'Old',
    lastFour: 'wxyz',
    createdAt: 1,
    ...record,
  })
  const admin = rowOf({ id: 'admin', kind: 'admin', lastFour: '9999' })
  const victim = {
    id: 'key_VICTIM',
    kind: 'user' as const,
    name: 'billing',
    redacted: shown('Q7Q7'),
    project: 'proj_1',
    seenAt: 1,
  }
  const organization = { admin: 'admin', keys: [victim] } as unknown as Organization
  const deleted = (trackingId: string | undefined, redacted = victim.redacted) =>
    findThere(rowOf(trackingId === undefined ? {} : { trackingId }), [rowOf({}), admin], {
      ...organization,
      keys: [{ ...victim, redacted }],
    })?.key
  const secret = make('OpenAI project', random)
  const [record] = imported(
    backup({ provider: 'openai', kind: 'project', label: 'Old', secret, trackingId: victim.id }),
  )
  report({
    attack: 'an id of the platform that an imported file says is its key’s',
    attacker: 'imported file',
    asset: 'another key, which would be deleted',
    tries: 2,
    // Through the door, and past it: a record that has the id from before.
    landed: [Object.hasOwn(record ?? {}, 'trackingId') ? victim.id : undefined, deleted(victim.id)].filter(
      id => id === victim.id,
    ).length,
    // Where the platform shows the same end, the id is believed.
    control: { tries: 1, landed: deleted(victim.id, shown('wxyz')) === victim.id ? 1 : 0 },
  })
})

test('a history of odd parts is left out part by part, and no field comes along that none has', () => {
  const change = { kind: 'change', at: 1, cause: 'ok', key: 'accepted', use: 'ready' }
  const day = { kind: 'day', day: '2026-11-01', good: 1, bad: 0, unknown: 0, milliseconds: 5, causes: {} }
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const parts = [
    deep(20_000),
    `{"kind":"else","at":${deep(5_000)}}`,
    JSON.stringify({ ...change, more: 'x' }),
    JSON.stringify({ ...day, more: [[]] }),
    '{"kind":"change","at":-1}',
    '7',
    'null',
  ]
  const secret = make('OpenAI project', seeded('deep'))
  const [key] = previewText(
    `{"format":"keyway-backup","version":1,"keys":[{"provider":"openai","label":"a","secret":"${secret}","history":[${parts}]}]}`,
  ).candidates
  expect(JSON.parse(JSON.stringify(key?.key.history))).toEqual([change, day])
})

test('letters of two alphabets in one word are marked', () => {
  const key = make('OpenAI project', seeded('alike'))
  const marked = (label: string) =>
    previewText(backup({ provider: 'openai', label, secret: key })).candidates[0]?.lookAlikes
  for (const label of ['Prоduction', 'Αlpha-bot', 'bot аdmin x', 'sсan'])
    expect(marked(label), label).toBe(true)
  for (const label of ['Production', 'Чат-бот', 'Ключ OpenAI', '客服 bot', 'Käse', 'Ω'])
    expect(marked(label), label).toBeUndefined()
})

test('a flood is cut, and said to be', () => {
  const random = seeded('flood')
  const lines = Array.from(
    { length: 24_900 },
    (_, i) => `K${i}_KEY=sk-${i}${'a1B2c3D4e5'}${Math.floor(random() * 1e9)}x9Y8z7W6`,
  )
  const isCut = (given: string[]) => {
    const { candidates, problems } = previewText(given.join('\n'))
    return candidates.length === 5000 && problems.some(problem => /5,000 keys at a time/.test(problem))
  }
  report({
    attack: 'more keys in a file than one import takes',
    attacker: 'imported file',
    asset: 'the list a person checks',
    tries: 1,
    landed: Number(!isCut(lines)),
    // As many as an import takes: all of them are listed.
    control: { tries: 1, landed: Number(!isCut(lines.slice(0, 5000))) },
  })
  const noise = previewText(Array.from({ length: 24_900 }, (_, i) => `KEY_${i}=hello there`).join('\n'))
  expect(noise.problems.length).toBeLessThanOrEqual(201)
  expect(noise.problems.at(-1)).toMatch(/more lines were left out/)
}, 900_000)

test('a backup’s own word on how a key is protected, or where it comes from, counts for nothing', () => {
  const secret = make('OpenAI project', seeded('flags'))
  const own = {
    madeHere: true,
    providerConfirmed: true,
    verdict: { key: 'accepted' },
    copyFreely: true,
    checkEveryMinutes: 0,
  }
  const key = { provider: 'openai', label: 'x', secret, ...own }
  const [record] = imported(backup(key))
  expect(record).toMatchObject({ provider: 'openai', secret })
  // The door itself, without the preview before it; how often a key is checked can be seen and set on its page.
  const [raw] = v.parse(requests['screen.import'], { records: [key] }).records
  const { checkEveryMinutes: _, ...atTheDoor } = own
  const kept = (one: object | undefined, fields: object) =>
    Object.keys(fields).filter(name => name in (one ?? {}))
  report({
    attack: 'a file says how its keys are protected, and where they come from',
    attacker: 'imported file',
    asset: 'fresh proofs before copies, checks, whose key it is',
    tries: Object.keys(own).length,
    landed: kept(record, own).length + kept(raw, atTheDoor).length,
    // What it may say arrives.
    control: { tries: 1, landed: kept(record, { label: 'x' }).length },
  })
})

test('only the owner of a certain shape is offered as the provider of a key', () => {
  const random = seeded('choices')
  for (const { make: one, certain } of Object.values(shapes)) {
    const offered = choices(one(random))
    if (certain) expect(offered).toEqual([certain])
    else expect(offered.length).toBeGreaterThan(5)
  }
})
