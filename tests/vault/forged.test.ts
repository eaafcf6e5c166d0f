/** Headers that somebody else wrote: each change is told by its kind; rot, and a store that missed a turn of the key, are no forgery. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toBase64 } from '../../src/vault/crypto/bytes.ts'
import { deriveKeys, type VaultKeys } from '../../src/vault/crypto/keys.ts'
import { isSuperseded, tellForged } from '../../src/vault/forged.ts'
import { notices } from '../../src/vault/notices.ts'
import { type Header, signFollows, signHeader } from '../../src/vault/stored/header.ts'
import { seededRandom } from './helpers.ts'

const id = '00112233445566778899aabbccddeeff'
let keys: VaultKeys
let nextKeys: VaultKeys
let foreign: VaultKeys
let sound: Header
let later: Header
const slot = { kind: 'recovery', id: 'a', createdAt: 1, wrapped: 'w', checksum: 'c' } as const

/** Signed by these keys, with the vault's own inbox key unless another is given. */
const headerOf = (patch: Partial<Header> = {}, by = keys) =>
  signHeader(
    {
      version: 2,
      id,
      epoch: 1,
      revision: 5,
      inboxKey: toBase64(keys.inboxPublic),
      slots: [slot],
      settings: { lockAfterMinutes: 5 },
      follows: [],
      ...patch,
    },
    by,
  )
beforeAll(async () => {
  keys = await deriveKeys(seededRandom('mine')(32) as Uint8Array<ArrayBuffer>, id)
  nextKeys = await deriveKeys(seededRandom('next')(32) as Uint8Array<ArrayBuffer>, id)
  foreign = await deriveKeys(seededRandom('theirs')(32) as Uint8Array<ArrayBuffer>, id)
  sound = await headerOf()
  const turned = { id, epoch: 2, inboxKey: toBase64(nextKeys.inboxPublic) }
  later = await headerOf({ ...turned, revision: 9, follows: [await signFollows(turned, 1, keys)] }, nextKeys)
})

describe('what is told', () => {
  const told = async (...headers: Header[]) => {
    const list = new Set<string>()
    const found = await tellForged(headers, sound, keys, list)
    return [found, [...list].sort()]
  }
  const inboxKey = () => toBase64(foreign.inboxPublic)

  it('nothing about a whole header, an older one of the same vault, or a damaged one', async () => {
    expect(await told(sound, await headerOf({ revision: 4, settings: {} }))).toEqual([false, []])
    expect(await told({ ...sound, settings: { lockAfterMinutes: 6 } })).toEqual([false, []])
  })

  it('the settings, the inbox key and the ways in, each by itself', async () => {
    const settings = await headerOf({ settings: { lockAfterMinutes: 600 } }, foreign)
    expect(await told(settings)).toEqual([true, [notices.settings]])
    expect(await told(await headerOf({ inboxKey: inboxKey() }, foreign))).toEqual([true, [notices.inboxKey]])
    expect(await told(await headerOf({ slots: [] }, foreign))).toEqual([true, [notices.header]])
    // Nothing but the signature is another one.
    expect(await told(await headerOf({}, foreign))).toEqual([true, [notices.header]])
  })

  it('all of them, over several copies', async () => {
    const headers = [
      await headerOf({ settings: {} }, foreign),
      await headerOf({ inboxKey: inboxKey(), slots: [] }, foreign),
    ]
    expect(await told(...headers)).toEqual([
      true,
      [notices.header, notices.inboxKey, notices.settings].sort(),
    ])
  })

  it('nothing about the earlier header in a store that missed the change to a new vault key', async () => {
    const list = new Set<string>()
    expect(await tellForged([sound], later, nextKeys, list)).toBe(false)
    // One that says to be earlier, and was written later or of another vault, is none.
    const since = await headerOf({ revision: 10 })
    expect(await tellForged([since], later, nextKeys, list)).toBe(true)
    const others = await headerOf({ id: `f${id.slice(1)}` })
    expect(await tellForged([others], later, nextKeys, list)).toBe(true)
  })
})

describe('a header is superseded', () => {
  const isBy = async (...headers: Header[]) => isSuperseded(headers, sound, keys)

  it('by a newer one of the same key, and by one of a key that took its place', async () => {
    expect(await isBy(sound, await headerOf({ revision: 6 }))).toBe(true)
    expect(await isBy(later)).toBe(true)
  })

  it('by no older or equal one, no other vault’s, no damaged one, and no forged one', async () => {
    expect(await isBy()).toBe(false)
    expect(await isBy(sound, await headerOf({ revision: 4 }))).toBe(false)
    expect(await isBy(await headerOf({ revision: 6, id: `f${id.slice(1)}` }))).toBe(false)
    expect(await isBy({ ...(await headerOf({ revision: 6 })), checksum: '0' })).toBe(false)
    expect(await isBy(await headerOf({ revision: 6 }, foreign))).toBe(false)
    expect(await isBy({ ...later, follows: [] })).toBe(false)
    // What says that it follows is signed by itself: the rest may have rotted all the same.
    expect(await isBy({ ...later, slots: [] })).toBe(false)
    expect(await isBy(await headerOf({ epoch: 0, revision: 9 }, foreign))).toBe(false)
    expect(await isSuperseded([sound], later, nextKeys)).toBe(false)
    const unsaid = await headerOf({ epoch: 2, revision: 9, inboxKey: later.inboxKey }, nextKeys)
    expect(await isBy(unsaid)).toBe(false)
  })

  it('in format version 1, which could not say so, by any later key of the same vault', async () => {
    const old = { version: 1, epoch: 1, revision: 5 }
    const was = await headerOf(old)
    const turned = await headerOf({ version: 1, epoch: 2, revision: 6 }, foreign)
    expect(await isSuperseded([turned], was, keys)).toBe(true)
    expect(await isSuperseded([turned], sound, keys)).toBe(false)
    expect(await isSuperseded([await headerOf({ ...old, revision: 6 }, foreign)], was, keys)).toBe(false)
    const today = await headerOf({ epoch: 2, revision: 6 }, foreign)
    expect(await isSuperseded([today], was, keys)).toBe(false)
  })
})
