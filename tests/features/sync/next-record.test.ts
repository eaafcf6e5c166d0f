/** What another computer says of a key: what was found out here stays with the key it was found out of, and nothing goes where it may not. */
import { describe, expect, it } from 'vitest'
import { mayBeTaken, nextRecord } from '../../../src/features/sync/worker/next-record.ts'
import { toBase64 } from '../../../src/vault/crypto/bytes.ts'
import type { NewRecord } from '../../../src/vault/index.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { sealSecret } from '../../../src/vault/sync-sealing.ts'
import { makeSecret } from '../../practice/secrets.ts'
import { seededRandom } from '../../vault/helpers.ts'

const item = { space: 's', device: 'd', key: toBase64(seededRandom('key')(32)), deleted: [] }
const [secret, other] = [makeSecret('project'), makeSecret('project')]
const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at: 5 } as VaultRecord['verdict']
const record = {
  id: 'k',
  provider: 'openai',
  label: 'Here',
  secret,
  lastFour: secret.slice(-4),
  createdAt: 1,
  copies: 3,
  lastCopy: { at: 1, salt: 's', digest: 'd' },
  verdict,
} as unknown as VaultRecord
const is = { stamp: '1', record }
const about = { provider: 'openai', label: 'There', createdAt: 1 }
const next = (more: object, before: typeof is | null = is) =>
  nextRecord(item, { id: 'k', ...(before && { stamp: '1' }), about, ...more } as never, before ?? undefined)

describe('the same secret', () => {
  it('keeps what this computer alone knows of it', async () => {
    expect(await next({})).toMatchObject({
      label: 'There',
      secret,
      copies: 3,
      lastFour: secret.slice(-4),
      lastCopy: { at: 1 },
      verdict,
    })
  })

  it('has no more what was taken away there', async () => {
    const with_ = { stamp: '1', record: { ...record, notes: 'Old', project: 'Shop' } as VaultRecord }
    const now = await next({ about: { ...about, project: 'Shop' } }, with_)
    expect(now).toMatchObject({ project: 'Shop' })
    expect(now).not.toHaveProperty('notes')
  })

  it('at the same server, but of another kind of it, is tested anew', async () => {
    const baseUrl = 'http://127.0.0.1:9/v1'
    const served = { stamp: '1', record: { ...record, provider: 'ollama', baseUrl } as VaultRecord }
    const other = await next({ about: { ...about, provider: 'lmstudio' } }, served)
    expect(other).toMatchObject({ provider: 'lmstudio', baseUrl })
    expect(other).not.toHaveProperty('verdict')
    expect(await next({ about: { ...about, provider: 'ollama' } }, served)).toMatchObject({ verdict })
  })

  it('is tested anew where it is said to be of another provider, or asked about elsewhere', async () => {
    const moved = await next({ about: { ...about, provider: 'deepseek' } })
    expect(moved).toMatchObject({ provider: 'deepseek' })
    expect(moved).not.toHaveProperty('verdict')
    const regional = await next({ about: { ...about, baseUrl: 'https://eu.api.openai.com/v1' } })
    expect(regional).toMatchObject({ baseUrl: 'https://eu.api.openai.com/v1' })
    expect(regional).not.toHaveProperty('verdict')
  })

  it('changed since it was looked at, stays as it is', async () => {
    expect(await next({ stamp: '2' })).toBeUndefined()
    expect(await next({ stamp: '2', about: undefined })).toBeUndefined()
    expect(await next({ about: undefined })).toBeNull()
    expect(await next({ about: undefined }, null)).toBeUndefined()
  })
})

describe('a key that is new here', () => {
  it('is what the other computer knows of it, field by field', async () => {
    const said = {
      ...about,
      kind: 'service',
      madeHere: true,
      project: 'Shop',
      notes: 'For the shop.',
      tags: ['a'],
      expiresAt: 5,
    }
    const sealed = await sealSecret(item, other)
    expect(
      await next(
        { about: { ...said, copies: 7, verdict, providerConfirmed: true, trackingId: 'key_1' }, ...sealed },
        null,
      ),
    ).toEqual({
      ...said,
      id: 'k',
      secret: other,
    })
  })
})

describe('another secret', () => {
  it('needs proofs of its own, and the platform’s id of the one before is not its id', async () => {
    const more = { copyFreely: true, trackingId: 'key_1', providerConfirmed: true }
    const before = { stamp: '1', record: { ...record, ...more } as VaultRecord }
    expect(await next({}, before)).toMatchObject(more)
    const changed = await next(await sealSecret(item, other), before)
    for (const name of Object.keys(more)) expect(changed).not.toHaveProperty(name)
  })

  it('brings nothing along of the one before', async () => {
    const changed = await next(await sealSecret(item, other))
    expect(changed).toMatchObject({ secret: other, copies: 3 })
    for (const name of ['lastFour', 'lastCopy', 'verdict']) expect(changed).not.toHaveProperty(name)
  })

  it('under another name, or of another space, is none', async () => {
    const { tag, sealed } = await sealSecret(item, other)
    expect(await next({ tag: `${tag.slice(0, -1)}${tag.endsWith('0') ? 1 : 0}`, sealed })).toBeUndefined()
    expect(await next(await sealSecret({ ...item, space: 'x' }, other))).toBeUndefined()
    expect(await next({}, null)).toBeUndefined()
  })
})

describe('what the vault takes', () => {
  const of = (provider: string, more = {}) => ({ ...record, provider, ...more }) as NewRecord & VaultRecord

  it('a key of its own provider, and one of a server as one that was such', () => {
    expect(mayBeTaken(of('openai'), undefined)).toBe(true)
    expect(mayBeTaken(of('ollama', { secret: 'a' }), of('ollama'))).toBe(true)
  })

  it('no key as another provider’s, and none handed to a server on this computer', () => {
    expect(mayBeTaken(of('anthropic'), undefined)).toBe(false)
    expect(mayBeTaken(of('ollama', { secret: 'a' }), of('openai'))).toBe(false)
    expect(mayBeTaken(of('ollama', { secret: 'a' }), undefined, [of('mistral', { secret: 'a' })])).toBe(false)
  })

  it('a stored key as another provider’s only where its shape says so', () => {
    expect(mayBeTaken(of('openai'), of('other'))).toBe(true)
    expect(mayBeTaken(of('other'), of('openai'))).toBe(false)
    expect(mayBeTaken(of('deepseek', { secret: 'a' }), of('mistral', { secret: 'a' }))).toBe(false)
  })
})
