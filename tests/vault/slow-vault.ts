/**
 * A second vault reader, written from docs/vault-format.md alone with node:crypto and @noble's Argon2id: slow, plain, and
 * sharing no line with src/vault. What both read must be the same.
 */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { argon2id } from '@noble/hashes/argon2.js'

type Json = Record<string, unknown>
export type Proof = { passphrase: string } | { recoveryCode: string } | { credentialId: string; prf: string }
type SlotJson = {
  id: string
  createdAt: number
  kind: 'passphrase' | 'recovery' | 'passkey'
  salt?: string
  cost?: { memoryKiB: number; iterations: number; parallelism: number }
  credentialId?: string
  prfSalt?: string
  wrapped: string
  checksum: string
}
type HeadJson = {
  version: number
  id: string
  epoch: number
  revision: number
  inboxKey: string
  slots: SlotJson[]
  settings?: Record<string, number | boolean>
  follows?: [number, string][]
  checksum: string
  mac: string
}

const b64 = (text: string) => Buffer.from(text, 'base64')
const hkdf = (key: Uint8Array, use: string, salt: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, `keyway 1 ${use}`, 32))

function open(key: Uint8Array, place: unknown[], sealed: string): unknown {
  const bytes = b64(sealed)
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  cipher.setAAD(Buffer.from(JSON.stringify(['keyway', ...place])))
  cipher.setAuthTag(bytes.subarray(-16))
  const plain = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
  if (plain.length % 256 !== 0) throw new Error('not padded')
  return JSON.parse(plain.toString('utf8'))
}

const slotFields = (slot: SlotJson) => {
  const common = [slot.id, slot.createdAt, slot.kind]
  if (slot.kind === 'recovery') return common
  if (slot.kind === 'passkey') return [...common, slot.credentialId, slot.prfSalt]
  return [...common, slot.salt, slot.cost?.memoryKiB, slot.cost?.iterations, slot.cost?.parallelism]
}
const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

function recoverySecret(code: string): Buffer {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const bits = [...code.replaceAll('-', '')]
    .map(c => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.slice(0, 128).match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const check = [...createHash('sha256').update(secret).digest().subarray(0, 2)]
    .map(byte => byte.toString(2).padStart(8, '0'))
    .join('')
  if (check.slice(0, 12) !== bits.slice(128)) throw new Error('mistyped')
  return secret
}

function unwrap(head: HeadJson, proof: Proof): Buffer {
  const kind = 'passphrase' in proof ? 'passphrase' : 'recoveryCode' in proof ? 'recovery' : 'passkey'
  for (const slot of head.slots) {
    const place = ['slot', head.id, head.epoch, ...slotFields(slot)]
    if (short(JSON.stringify([...place, slot.wrapped])) !== slot.checksum) throw new Error('slot has rotted')
    if (slot.kind !== kind) continue
    let secret: Uint8Array
    if ('passphrase' in proof) {
      const { memoryKiB = 0, iterations = 0, parallelism = 0 } = slot.cost ?? {}
      secret = argon2id(Buffer.from(proof.passphrase.normalize('NFC')), b64(slot.salt ?? ''), {
        m: memoryKiB,
        t: iterations,
        p: parallelism,
        dkLen: 32,
      })
    } else if ('recoveryCode' in proof) secret = recoverySecret(proof.recoveryCode)
    else secret = b64(proof.prf)
    const key = hkdf(secret, `slot ${slot.kind}`, `${head.id} ${slot.id}`)
    return b64(open(key, place, slot.wrapped) as string)
  }
  throw new Error('no such slot')
}

/** RFC 9180, base mode, X25519 / HKDF-SHA256 / AES-256-GCM, written out. */
function hpkeOpen(privateRaw: Buffer, enc: Buffer, sealed: Buffer, info: Buffer, aad: Buffer): Buffer {
  const kem = Buffer.concat([Buffer.from('KEM'), Buffer.from([0, 0x20])])
  const suite = Buffer.concat([Buffer.from('HPKE'), Buffer.from([0, 0x20, 0, 1, 0, 2])])
  const hmac = (key: Uint8Array, data: Uint8Array) => createHmac('sha256', key).update(data).digest()
  const extract = (id: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array) =>
    hmac(
      salt.length ? salt : Buffer.alloc(32),
      Buffer.concat([Buffer.from('HPKE-v1'), id, Buffer.from(label), ikm]),
    )
  const expand = (id: Buffer, prk: Buffer, label: string, data: Uint8Array, length: number) => {
    const full = Buffer.concat([
      Buffer.from([0, length]),
      Buffer.from('HPKE-v1'),
      id,
      Buffer.from(label),
      data,
    ])
    return hmac(prk, Buffer.concat([full, Buffer.from([1])])).subarray(0, length)
  }
  const privateKey = x25519Private(privateRaw)
  const publicRaw = (createPublicKey(privateKey).export({ format: 'jwk' }).x as string) ?? ''
  const dh = diffieHellman({ privateKey, publicKey: x25519Public(enc) })
  const context = Buffer.concat([enc, Buffer.from(publicRaw, 'base64url')])
  const shared = expand(kem, extract(kem, Buffer.alloc(0), 'eae_prk', dh), 'shared_secret', context, 32)
  const schedule = Buffer.concat([
    Buffer.from([0]),
    extract(suite, Buffer.alloc(0), 'psk_id_hash', Buffer.alloc(0)),
    extract(suite, Buffer.alloc(0), 'info_hash', info),
  ])
  const secret = extract(suite, shared, 'secret', Buffer.alloc(0))
  const key = expand(suite, secret, 'key', schedule, 32)
  const nonce = expand(suite, secret, 'base_nonce', schedule, 12)
  const cipher = createDecipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  cipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
}

/** RFC 9180 7.1.3: DeriveKeyPair for X25519. */
function derivePrivate(seed: Buffer): Buffer {
  const kem = Buffer.concat([Buffer.from('KEM'), Buffer.from([0, 0x20])])
  const hmac = (key: Uint8Array, data: Uint8Array) => createHmac('sha256', key).update(data).digest()
  const prk = hmac(
    Buffer.alloc(32),
    Buffer.concat([Buffer.from('HPKE-v1'), kem, Buffer.from('dkp_prk'), seed]),
  )
  const data = Buffer.concat([
    Buffer.from([0, 32]),
    Buffer.from('HPKE-v1'),
    kem,
    Buffer.from('sk'),
    Buffer.from([1]),
  ])
  return hmac(prk, data)
}
const x25519Private = (raw: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  })
const x25519Public = (raw: Buffer): KeyObject =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  })

/** Everything in the vault; throws at the first thing that is not as the format says. */
export function slowRead(items: Json, proof: Proof) {
  const head = items['vault.head'] as HeadJson
  const signed = JSON.stringify([
    head.version,
    head.id,
    head.epoch,
    head.revision,
    head.inboxKey,
    head.slots.map(slot => [...slotFields(slot), slot.wrapped, slot.checksum]),
    ...(head.version === 1
      ? []
      : [
          Object.keys(head.settings ?? {})
            .sort()
            .map(name => [name, head.settings?.[name]]),
          head.follows,
        ]),
  ])
  if (short(head.version === 1 ? signed : signed + head.mac) !== head.checksum)
    throw new Error('head has rotted')
  const vaultKey = unwrap(head, proof)
  const mac = createHmac('sha256', hkdf(vaultKey, 'head', head.id))
    .update(signed)
    .digest('base64')
  if (mac !== head.mac) throw new Error('head is not signed')
  const records = hkdf(vaultKey, 'records', head.id)
  const manifest = hkdf(vaultKey, 'manifest', head.id)
  const privateKey = derivePrivate(hkdf(vaultKey, 'inbox', head.id))

  const prefix = `vault.${head.epoch}`
  const roots = [0, 1].flatMap(slot => {
    const item = items[`${prefix}.root.${slot}`]
    if (item === undefined) return []
    return [open(manifest, ['root', head.id, head.epoch], item as string) as Root]
  })
  const root = roots.sort((a, b) => b.generation - a.generation)[0]
  const part = (id: string, name: string, stamp: string) =>
    open(
      records,
      ['part', head.id, head.epoch, id, name, stamp, 1],
      items[`${prefix}.part.${id}.${name}.${stamp}`] as string,
    ) as Json
  const found = new Map<string, { record: Json; history: unknown; aside: boolean }>()
  for (const [no, stamp] of root?.buckets ?? []) {
    const item = items[`${prefix}.bucket.${no}.${stamp}`] as string
    const rows = open(manifest, ['bucket', head.id, head.epoch, no, stamp], item) as Row[]
    for (const [id, about, secret, history, aside] of rows)
      found.set(id, {
        record: { ...part(id, 'about', about), secret: part(id, 'secret', secret).secret },
        history: history === 0 ? [] : part(id, 'history', history),
        aside: aside !== 0,
      })
  }
  const waiting = (kind: 'inbox' | 'note') =>
    Object.entries(items)
      .filter(([name]) => name.startsWith(`${prefix}.${kind}.`))
      .map(([name, item]) => {
        const { at, enc, sealed } = item as { at: number; enc: string; sealed: string }
        const aad = JSON.stringify(['keyway', kind, head.id, head.epoch, name.split('.').at(-1), at])
        const info = Buffer.from('keyway 1 inbox')
        return JSON.parse(
          hpkeOpen(privateKey, b64(enc), b64(sealed), info, Buffer.from(aad)).toString('utf8'),
        )
      })
  if (head.version > 1 && (root?.headRevision ?? 0) > head.revision)
    throw new Error('an older head was put back')
  const { settings } = head
  return { records: found, inbox: waiting('inbox'), notes: waiting('note'), settings, vaultKey }
}
type Root = { generation: number; headRevision?: number; buckets: [number, string][] }
type Row = [id: string, about: string, secret: string, history: string | 0, aside: number]
