/** What leaves for the other computers opens with this space's key, as what it was sealed as, and as nothing else. */
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../src/vault/crypto/bytes.ts'
import type { SyncItem } from '../../src/vault/stored/sync-item.ts'
import {
  makeSyncCode,
  openFromSync,
  openSecret,
  readSyncCode,
  sealForSync,
  sealSecret,
} from '../../src/vault/sync-sealing.ts'
import { seededRandom, testSecret } from './helpers.ts'

const item: SyncItem = {
  space: '00112233445566778899aabbccddeeff',
  device: 'd1',
  key: toBase64(seededRandom('sync key')(32)),
  deleted: [],
}
const otherKey = { ...item, key: toBase64(seededRandom('another')(32)) }
const otherSpace = { ...item, space: 'ffeeddccbbaa99887766554433221100' }
const random = () => seededRandom('nonce')

describe('a text', () => {
  it('opens in its space, by its key, at its place; and nowhere else', async () => {
    const sealed = await sealForSync(item, 'text a', 'hello', random())
    expect(await openFromSync(item, 'text a', sealed)).toBe('hello')
    // On another device of the space.
    expect(await openFromSync({ ...item, device: 'd2', deleted: ['x'] }, 'text a', sealed)).toBe('hello')
    expect(await openFromSync(otherKey, 'text a', sealed)).toBeUndefined()
    expect(await openFromSync(otherSpace, 'text a', sealed)).toBeUndefined()
    expect(await openFromSync(item, 'text b', sealed)).toBeUndefined()
  })

  it('is sealed today as it was when the others were written', async () => {
    expect(await sealForSync(item, 'text a', 'hello', random())).toMatchInlineSnapshot(
      `"fkevFY6dtU/F5JAplF52n70NPLmPWxv64rB+enhzJH3T5E97T9RSioFaqhuozkjGSXqIlIlkqQOoxIcBTFqkLbdrvUTArg1ZrmJFocKLG52x7/4Xay6K7oJWnWx7gPaELZbu+Mw6dJ7OsdwgO9/NxfhWnsS5vflPTnOQI1xhrkDp1S43j3XzIzQZ0A3zrMHbIl1ltBPZc8DZDFylB7d36P8tydmvaD5N2VYJ1JXs5y5JH0P78vHYZDylZJ1lwJoPWIVKQlkoTM+q3p5EkvzL4VFKfbFmV2mvlH/w1f/L6GDjzXoa9x7R9Al3jc06tQPBbiQ/1E58lo5phq1WTXwMRHSr1PGDpFNLyeEQdpS3TnoeECrIoDoKw6lE0cA="`,
    )
  })
})

describe('a sync key that is none', () => {
  it.each(['', 'not base64', toBase64(new Uint8Array(31))])(
    '“%s” seals nothing and opens nothing',
    async key => {
      const broken = { ...item, key }
      await expect(sealForSync(broken, 'text a', 'hello', random())).rejects.toMatchObject({
        code: 'damaged',
      })
      await expect(sealSecret(broken, testSecret(1))).rejects.toMatchObject({ code: 'damaged' })
      await expect(openFromSync(broken, 'text a', 'x')).rejects.toMatchObject({ code: 'damaged' })
    },
  )
})

describe('a secret', () => {
  it('has one name and one text on every device, and another in another space', async () => {
    const sealed = await sealSecret(item, testSecret(1))
    expect(sealed).toMatchInlineSnapshot(`
      {
        "sealed": "OzikOrLlVxR5sEkFxijTNhwWUhMuGwUz6kMh5fD0DjTNXYUB1vG+EA2agKh1IxxytLofp3IVBY4njrhUhmi0NZ+OsYEm1Nyv/nQ4UptKfgp0n9aVNM9ioaEP/SKwZ1+KlXwAbirQoBskU3rsqk8cQbSXdX9XsUelRJWI5dyBPyxFJWj6mX8Uv/yOf8OodMzJu9Lt9eeOiHOe0vpNtdopqY49V3VklaOe0rmoiMesVsBswmIzx7shPUMtja/VmlBeHsRCrIDdimCR45jUZIl46RKoIEqKkVZXXOx79mDqMvelwkeukwdF1UmYb+KY4QgeLgEF7fcvjXWakn/JSneInDWyiviMdF7zJ1wZ2T7rQr2SIceGNrMJizrrA0Q=",
        "tag": "bbcd56081beb59e9548c620d2ce401a7",
      }
    `)
    expect(await sealSecret({ ...item, device: 'd2' }, testSecret(1))).toEqual(sealed)
    for (const other of [otherKey, otherSpace]) {
      const theirs = await sealSecret(other, testSecret(1))
      expect(theirs.tag).not.toBe(sealed.tag)
      expect(await openSecret(other, sealed.tag, sealed.sealed)).toBeUndefined()
    }
  })

  it('opens by its own name only', async () => {
    const [one, two] = [await sealSecret(item, testSecret(1)), await sealSecret(item, testSecret(2))]
    expect(await openSecret(item, one.tag, one.sealed)).toBe(testSecret(1))
    expect(await openSecret(item, one.tag, two.sealed)).toBeUndefined()
    expect(await openFromSync(item, `secret ${one.tag}`, one.sealed)).toBe(testSecret(1))
    // No place that a screen can name opens it.
    expect(await openFromSync(item, `text secret ${one.tag}`, one.sealed)).toBeUndefined()
    expect(await openFromSync(item, `secret ${two.tag}`, one.sealed)).toBeUndefined()
  })

  it('that a device of the space has put under the name of another one does not open', async () => {
    const { tag } = await sealSecret(item, testSecret(1))
    const forged = await sealForSync(item, `secret ${tag}`, testSecret(2), random())
    expect(await openSecret(item, tag, forged)).toBeUndefined()
    const noText = await sealForSync(item, `secret ${tag}`, { secret: 1 }, random())
    expect(await openSecret(item, tag, noText)).toBeUndefined()
    // A number reads as its digits do.
    const digits = (await sealSecret(item, '5')).tag
    expect(
      await openSecret(item, digits, await sealForSync(item, `secret ${digits}`, 5, random())),
    ).toBeUndefined()
  })
})

describe('a code', () => {
  it('opens the key of its space, and is made today as it was', async () => {
    const made = await makeSyncCode(item, random())
    expect(made).toMatchInlineSnapshot(`
      {
        "code": "FS3T-Y5CE-KPTM-ZHF4-J0MS-DX9P-19XJ",
        "sealed": "ZU4sh9eCDL6xtbVQNl9Ol4mMVlTOUel/EdWJhTv384xb8c0Xkc2zI+PnXHgQJZCISNKMNg/NNON0nSpRMaRAMbprJh6JDGf+yoCT7msqLWFSldR1L5T7/3202EgEQ8BxgOiIBzbu/mUfI3BZ5pErON9LGXo3HXuyVaSSf2FH9lx5SllkxSqSFnP9nzxQ+lAuA1v7oBUS/4LpjAW1vaGmDKQPwcvtW5Q+s4dnZlT0om34JXsKB97x3pWt0Q+PkohIRaWKDYIozcQacCwZtA6D8LjQkMZqmDvucS1B3mGdtKnVk3mu0YA6KPKiad9H0fzgVQTdaNDpC7yK+1Wm+7tOg7rb9sZDp+xocnqEsmQGEa7mMlVVvc3KNJJgWFw=",
      }
    `)
    expect(await readSyncCode(made.code, item.space, made.sealed)).toBe(item.key)
  })

  it.each<[string, (made: { code: string; sealed: string }) => Promise<string>]>([
    ['of another space', ({ code, sealed }) => readSyncCode(code, otherSpace.space, sealed)],
    [
      'that is another one',
      async ({ sealed }) =>
        readSyncCode((await makeSyncCode(item, seededRandom('b'))).code, item.space, sealed),
    ],
    ['that is none', ({ sealed }) => readSyncCode('AAAA-BBBB', item.space, sealed)],
    [
      'of a key that is too short',
      async () => {
        const made = await makeSyncCode({ ...item, key: toBase64(new Uint8Array(31)) }, random())
        return readSyncCode(made.code, item.space, made.sealed)
      },
    ],
    [
      'of what is no key',
      async () => {
        const made = await makeSyncCode({ ...item, key: 5 as unknown as string }, random())
        return readSyncCode(made.code, item.space, made.sealed)
      },
    ],
    [
      'of a list that reads as a key',
      async () => {
        const made = await makeSyncCode({ ...item, key: [item.key] as unknown as string }, random())
        return readSyncCode(made.code, item.space, made.sealed)
      },
    ],
  ])('%s opens nothing', async (_, read) => {
    await expect(read(await makeSyncCode(item, random()))).rejects.toMatchObject({
      code: 'wrong_recovery_code',
    })
  })
})
