/**
 * Opens what was encrypted, written from the formats' public descriptions and not from the writer: SOPS (value, data key, MAC) and
 * dotenvx's ECIES, both on Node's own cryptography.
 */
import { createDecipheriv, createECDH, createHash, ECDH, hkdfSync } from 'node:crypto'

type Sops = {
  sops: { age: { recipient: string; enc: string }[]; lastmodified: string; mac: string }
} & Record<string, unknown>

/** @param openAge opens an armored age file with the identity at hand. @throws when a tag or the MAC does not fit */
export async function openSops(
  text: string,
  recipient: string,
  openAge: (armored: string) => Promise<Uint8Array>,
): Promise<Record<string, string>> {
  const { sops, ...values } = JSON.parse(text) as Sops
  const mine = sops.age.find(one => one.recipient === recipient)
  if (!mine) throw new Error('No data key for that recipient.')
  const key = await openAge(mine.enc)
  const opened: Record<string, string> = {}
  const hash = createHash('sha512')
  for (const [name, value] of Object.entries(values)) {
    const plain = openValue(String(value), key, `${name}:`)
    hash.update(plain)
    opened[name] = plain
  }
  const mac = openValue(sops.mac, key, sops.lastmodified)
  if (mac !== hash.digest('hex').toUpperCase()) throw new Error('The MAC does not fit.')
  return opened
}

function openValue(written: string, key: Uint8Array, about: string): string {
  const [, data = '', iv = '', tag = ''] =
    /^ENC\[AES256_GCM,data:(.+),iv:(.+),tag:(.+),type:str\]$/.exec(written) ?? []
  const opening = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
  opening.setAAD(Buffer.from(about))
  opening.setAuthTag(Buffer.from(tag, 'base64'))
  return Buffer.concat([opening.update(Buffer.from(data, 'base64')), opening.final()]).toString('utf8')
}

export function openDotenvx(written: string, privateKey: string): string {
  const bytes = Buffer.from(written.replace(/^encrypted:/, ''), 'base64')
  const share = bytes.subarray(0, 65)
  const own = createECDH('secp256k1')
  own.setPrivateKey(privateKey, 'hex')
  const x = own.computeSecret(share)
  // Node gives the shared point's x; the key is made of the whole point, so both y are tried.
  for (const y of [2, 3]) {
    const point = ECDH.convertKey(
      Buffer.concat([Buffer.from([y]), x]),
      'secp256k1',
      undefined,
      undefined,
      'uncompressed',
    )
    const key = Buffer.from(hkdfSync('sha256', Buffer.concat([share, Buffer.from(point)]), '', '', 32))
    const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(65, 81))
    opening.setAuthTag(bytes.subarray(81, 97))
    try {
      return Buffer.concat([opening.update(bytes.subarray(97)), opening.final()]).toString('utf8')
    } catch {
      // The other y.
    }
  }
  throw new Error('Neither point opens it.')
}
