/**
 * Everything that Keyway stores says of which form it is, and what a newer Keyway wrote is left as it is. What is stored is found in the code
 * and in a profile that the whole worker of today has gone through: a new kind without a row here fails.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeNote } from '../../src/features/sync/core/join-notes.ts'
import { writeFile } from '../../src/features/sync/core/space-format.ts'
import { writeBackup } from '../../src/features/transfer/core/backup-format.ts'
import { organizationMessages } from '../../src/protocol/messages/organization-messages.ts'
import { dataVersion, type LocalItems } from '../../src/protocol/storage-keys.ts'
import { fromBase64 } from '../../src/vault/crypto/bytes.ts'
import { deriveKeys } from '../../src/vault/crypto/keys.ts'
import { open } from '../../src/vault/crypto/seal.ts'
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
  await vi.waitFor(() => expect(stand.session.vault).toBeDefined())
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
  await vi.waitFor(() => expect(session.rows).toBeDefined())
  const kept = organizationMessages['screen.keepSealed'].entries.name.options
  for (const name of kept) expect(await ask('screen.keepSealed', { name, text: '{}' })).toEqual({ ok: true })
  expect(await ask('screen.settings', { patch: { siteOff: true } })).toMatchObject({ ok: true })
  expect(await ask('screen.edit', { id: profile.keys[0]?.id, about: { label: 'Today' } })).toMatchObject({
    ok: true,
  })
  await vi.waitFor(() =>
    expect(disk.local['vault.1.kept.activity']).not.toBe(profile.local['vault.1.kept.activity']),
  )
  await vi.waitFor(() => expect(disk.local['vault.1.sync']).not.toBe(profile.local['vault.1.sync']))

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

/** Files, and what lies in a folder or in browser sync, by the format that they name. */
const files: Record<string, string> = {
  'keyway-backup': writeBackup([], 1),
  'keyway-sync': writeFile({ space: '', device: '', sequence: 1, sealed: '' }),
  'keyway-join': writeNote({ is: 'ask', at: 1, commitment: '' }),
}

/** Every file of `src` that opens a store itself, and how what lies there is counted. */
const doors: Record<string, string> = {
  'features/lock/worker/chrome.ts': 'the second copy of the vault: the header',
  'platform/firefox/local-area.ts': '`storage.local` in Firefox: as there',
  'platform/firefox/watched-database.ts': 'a database: its own number',
  'platform/folders.ts': 'a database: its own number',
  'platform/forget-folders.ts': 'a database: its own number',
  'platform/mirror.ts': 'a database: its own number',
  'platform/screen/sync-area.ts': 'sync files: `version`',
  'platform/screen/sync-place.ts': 'a database: its own number',
  'platform/screen/watch-items.ts': 'only listens',
  // Chrome empties it when the extension is updated: https://developer.chrome.com/docs/extensions/reference/api/storage (read 2026-11-23).
  'platform/session.ts': 'memory, gone with an update',
  'platform/storage.ts': '`dataVersion`',
  'platform/vault-marker.ts': 'holds no data',
  'ui/pieces/appearance.ts': '`version`',
}

describe('in the code', () => {
  const src = join(import.meta.dirname, '../../src')
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => /\.tsx?$/.test(name))
    .map(
      name => [name, readFileSync(join(src, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')] as const,
    )

  it('every place that opens a store is known here', () => {
    const opens =
      /\blocalStorage\b|\bsessionStorage\b|\bcaches\.open|\bindexedDB\.open|\bopenDB\(|\bcreateMirror\(|\.storage\.(?:local|session|sync)\b|\bdocument\.cookie|\bstorageBuckets\b/
    const found = sources.filter(([, text]) => opens.test(text)).map(([name]) => name)
    expect(found.sort()).toEqual(Object.keys(doors).sort())
  })

  it('every database is opened with a number', () => {
    const opened = sources.flatMap(([name, text]) =>
      [...text.matchAll(/(?:openDB|indexedDB\.open|databases\(\)\)\.open)\(([^)]*?)(?:, \{|\))/g)].map(
        ([, given = '']) => `${name}: ${/, [1-9]\d*$/.test(given)}`,
      ),
    )
    expect(opened.sort()).toEqual([
      'platform/folders.ts: true',
      'platform/forget-folders.ts: true',
      'platform/mirror.ts: true',
      'platform/screen/sync-place.ts: true',
    ])
  })

  it('every format of a file has its number', () => {
    const all = new Set(
      sources.flatMap(([, text]) =>
        [...text.matchAll(/format: (?:v\.literal\()?'(keyway-[\w-]+)'/g)].map(([, is = '']) => is),
      ),
    )
    expect([...all].sort()).toEqual(Object.keys(files).sort())
    for (const format of all) expect(JSON.parse(files[format] ?? '{}')).toMatchObject({ format, version: 1 })
  })
})

describe('plain items of a newer Keyway', () => {
  const newer = { dataVersion: dataVersion + 1, settings: { siteOff: ['of a form that nobody here knows'] } }

  it('are left as they are, whatever is asked for, and the screens say so', async () => {
    const disk = diskOf(newer)
    const before = structuredClone(disk)
    const { ask, session } = await started(disk)
    await vi.waitFor(() => expect(session.vault).toMatchObject({ status: 'too_new' }))
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
      await vi.waitFor(() => expect(session.vault).toMatchObject({ status: 'locked' }))
    }
  })
})
