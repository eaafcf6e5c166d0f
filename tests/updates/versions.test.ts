/**
 * Everything that Keyway stores says of which form it is, and what a newer Keyway wrote is left as it is. What is stored is found in a profile
 * that the whole worker of today has gone through (and in the code: stored-kinds.test.ts): a new kind without a row here fails.
 *
 * @module-tag slow
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { organizationMessages } from '../../src/protocol/messages/organization-messages.ts'
import { dataVersion, type LocalItems } from '../../src/protocol/storage-keys.ts'
import { fromBase64 } from '../../src/vault/crypto/bytes.ts'
import { deriveKeys } from '../../src/vault/crypto/keys.ts'
import { open } from '../../src/vault/crypto/seal.ts'
import { patiently } from '../patiently.ts'
import { browserOn, startWorker } from './whole-worker.ts'

type Items = Record<string, unknown>
type Profile = {
  at: number
  passphrase: string
  recoveryCode: string
  keys: { id: string }[]
  local: Items
  databases: Record<string, { stores: Record<string, Items> }>
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const folder = join(import.meta.dirname, 'profiles')
const last = readdirSync(folder).sort().at(-1) ?? ''
const profile: Profile = JSON.parse(readFileSync(join(folder, last), 'utf8'))
const diskOf = (more: Items = {}) =>
  structuredClone({
    local: { ...profile.local, ...more },
    mirror: profile.databases['keyway-mirror']?.stores.items ?? {},
  })

async function started(disk: ReturnType<typeof diskOf>) {
  vi.setSystemTime(profile.at + 5 * 60_000)
  const stand = browserOn(disk)
  await startWorker(stand)
  await patiently(() => expect(stand.session.vault).toBeDefined())
  return stand
}

/** Every plain item there is; the type check says which one lacks here. */
const plain: Record<keyof LocalItems, true> = {
  vaultChoices: true,
  tour: true,
  shown: true,
  settings: true,
  guidesDone: true,
  health: true,
  watchingAnswered: true,
  copyLeft: true,
}

/** The number of the form of each item of the worker's two stores, where it stands. */
const numbered: {
  what: RegExp
  versionOf(name: string, item: unknown, all: Items, key: CryptoKey): unknown
}[] = [
  { what: /^vault\.head(?:\.copy)?$/, versionOf: (_, item) => (item as Items).version },
  // Records, their list, and what waits to become one: the header counts their form.
  {
    what: /^vault\.\d+\.(?:root\d*|bucket|part|inbox|note|former)\b/,
    versionOf: (_, __, all) => (all['vault.head'] as Items).version,
  },
  {
    what: /^vault\.\d+\.(?:sync$|kept\.)/,
    async versionOf(name, item, all, key) {
      const [, epoch, kind = '', ...rest] = name.split('.')
      const of = [kind, (all['vault.head'] as Items).id as string, Number(epoch)]
      const opened = await open(key, kind === 'sync' ? of : [...of, rest.join('.')], item)
      return (opened as Items).version
    },
  },
  {
    what: new RegExp(`^(?:${Object.keys(plain).join('|')}|dataVersion)$`),
    versionOf: (_, __, all) => all.dataVersion,
  },
]

it('after a day in the whole worker, every stored item has the number of its form', async () => {
  const disk = diskOf()
  const { ask, session } = await started(disk)
  expect(await ask('screen.unlockWithRecoveryCode', { code: profile.recoveryCode })).toEqual({ ok: true })
  await patiently(() => expect(session.rows).toBeDefined())
  const kept = organizationMessages['screen.keepSealed'].entries.name.options
  for (const name of kept) expect(await ask('screen.keepSealed', { name, text: '{}' })).toEqual({ ok: true })
  expect(await ask('screen.settings', { patch: { siteOff: true } })).toMatchObject({ ok: true })
  expect(await ask('screen.edit', { id: profile.keys[0]?.id, about: { label: 'Today' } })).toMatchObject({
    ok: true,
  })
  await patiently(() =>
    expect(disk.local['vault.1.kept.activity']).not.toBe(profile.local['vault.1.kept.activity']),
  )
  await patiently(() => expect(disk.local['vault.1.sync']).not.toBe(profile.local['vault.1.sync']))

  const vaultKey = new Uint8Array(fromBase64(String(session.vaultKey)) ?? [])
  const { manifest } = await deriveKeys(vaultKey, String((disk.local['vault.head'] as Items).id))
  const without: string[] = []
  const used = new Set<RegExp>()
  for (const all of [disk.local, { ...disk.mirror, dataVersion }])
    for (const [name, item] of Object.entries(all)) {
      const row = numbered.find(({ what }) => what.test(name))
      if (row) used.add(row.what)
      const version = await row?.versionOf(name, item, all, manifest)
      if (typeof version !== 'number' || version < 1) without.push(name)
    }
  expect(without).toEqual([])
  expect(used.size).toBe(numbered.length)
  for (const name of [...kept, 'activity']) expect(Object.keys(disk.local)).toContain(`vault.1.kept.${name}`)
})

describe('plain items of a newer Keyway', () => {
  const newer = { dataVersion: dataVersion + 1, settings: { siteOff: ['of a form that nobody here knows'] } }

  it('are left as they are, whatever is asked for, and the screens say so', async () => {
    const disk = diskOf(newer)
    const before = structuredClone(disk)
    const { ask, session } = await started(disk)
    await patiently(() => expect(session.vault).toMatchObject({ status: 'too_new' }))
    const refused = { ok: false, code: 'too_new', message: expect.stringContaining('newer Keyway') }
    for (const [name, payload] of [
      ['screen.unlock', { passphrase: profile.passphrase }],
      ['screen.unlockWithRecoveryCode', { code: profile.recoveryCode }],
      ['screen.settings', { patch: { siteOff: true } }],
      ['screen.startGuide', { guide: 'create-key' }],
      ['screen.lock', {}],
    ] as const)
      expect(await ask(name, payload), name).toMatchObject(refused)
    expect(await ask('screen.copy', { id: profile.keys[0]?.id })).toMatchObject({ ok: false })
    expect(disk).toEqual(before)
  })

  it('of this Keyway, or without a number, are read', async () => {
    for (const more of [{}, { dataVersion }]) {
      const { session } = await started(diskOf(more))
      await patiently(() => expect(session.vault).toMatchObject({ status: 'locked' }))
    }
  })
})
