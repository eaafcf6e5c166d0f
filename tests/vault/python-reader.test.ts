/**
 * tools/read-vault.py, a reader that shares neither a line nor a language with src/vault: it reads the vectors as Keyway does.
 *
 * @module-tag slow
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import v1 from './vectors/v1.json' with { type: 'json' }
import v2 from './vectors/v2.json' with { type: 'json' }

const reader = join(import.meta.dirname, '../../tools/read-vault.py')
const python = (...args: string[]) => spawnSync('python3', ['-c', ...args], { stdio: 'ignore' }).status === 0
const canRead = python('import cryptography.hazmat.primitives.ciphers.aead')
const hasArgon2 =
  python('from cryptography.hazmat.primitives.kdf.argon2 import Argon2id') || python('import argon2')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-python-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(items: unknown, by: string, proof: string) {
  const path = join(folder, 'items.json')
  writeFileSync(path, JSON.stringify(items))
  return spawnSync('python3', [reader, path, '--by', by], { encoding: 'utf8', input: `${proof}\n` })
}

type Vector = typeof v1
describe.each<[string, Vector]>([
  ['1', v1],
  ['2', v2 as unknown as Vector],
])('the vector of version %s', (_, v) => {
  it.each([
    ['recovery', v.recoveryCode],
    ['passkey', v.passkey.prf],
    ['passphrase', v.passphrase],
    ['passphrase', v.passphrase.normalize('NFD')],
  ])('opens by %s, and says the same', (by, proof) => {
    if (!canRead) return console.warn('Python has no package cryptography here: its reader was not run.')
    const { stdout, stderr, status } = read(v.items, by, proof)
    if (by === 'passphrase' && !hasArgon2) return expect(stderr).toMatch(/Argon2id is not here/)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const said = JSON.parse(stdout) as {
      keys: { record: { id: string }; history: unknown; aside: boolean }[]
      inbox: unknown
      notes: unknown
    }
    expect(said.keys.map(({ record }) => record)).toEqual(v.records)
    expect(said.keys.filter(({ aside }) => !aside).map(({ record }) => record.id)).toEqual(v.listed)
    expect(said.keys.find(({ record }) => record.id === 'first')?.history).toEqual(v.histories.first)
    expect([said.inbox, said.notes]).toEqual([v.inbox, v.notes])
  })
})

/** But for the first item of that name. */
function without(items: Record<string, unknown>, name: RegExp) {
  const gone = Object.keys(items).find(one => name.test(one))
  return Object.fromEntries(Object.entries(items).filter(([one]) => one !== gone))
}

describe.runIf(canRead)('it refuses, in one sentence and without a secret,', () => {
  const head = v2.items['vault.head']
  it.each<[string, unknown, string, RegExp]>([
    ['another code', v2.items, v1.recoveryCode, /^That is not the recovery code/],
    ['a mistyped code', v2.items, `0${v2.recoveryCode.slice(1)}`, /^The recovery code is mistyped/],
    [
      'a head that somebody else wrote',
      { ...v2.items, 'vault.head': { ...head, inboxKey: 'x' } },
      v2.recoveryCode,
      /^The head has rotted/,
    ],
    ['letters that no code has', v2.items, 'hello', /mistyped/],
    ['half a code', v2.items, v2.recoveryCode.slice(0, 14), /mistyped/],
    ['items that are no vault', {}, v2.recoveryCode, /^\S+ holds no vault/],
    ['a list', [], v2.recoveryCode, /^\S+ holds no vault/],
    ['a part that is gone', without(v2.items, /\.part\./), v2.recoveryCode, /^\S+ holds no vault/],
    ['a newer version', { ...v2.items, 'vault.head': { ...head, version: 3 } }, v2.recoveryCode, /newer/],
  ])('%s', (_, items, code, reason) => {
    const { stdout, stderr, status } = read(items, 'recovery', code)
    expect([stdout, status]).toEqual(['', 1])
    expect(stderr).toMatch(reason)
    expect(stderr).not.toContain(code)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

it('is short enough to be read by whoever trusts it', () => {
  expect(readFileSync(reader, 'utf8').trimEnd().split('\n').length).toBeLessThan(200)
})
