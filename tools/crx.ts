/**
 * Reads what a store serves: a CRX3 file (a signed header before a zip) or a plain zip.
 * Format: Chromium, components/crx_file/crx3.proto and crx_verifier.cc, read 2026-11-22.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { unzipSync } from 'fflate'

export type Served = {
  files: Record<string, Uint8Array>
  /** Of a CRX only: whose it is by its own signature, and whether the Chrome Web Store signed it too. */
  signed?: { extensionId: string; byChromeWebStore: boolean }
}

/** A file that cannot be believed, with a sentence for a person. */
export class Unreadable extends Error {}

/** SHA-256 of the store's own public key, by crx_verifier.cc. */
const webStoreKeyHash = '61f7f2a6bfcf74cd0bc1fe2497cc9b04254c658f79f2145392867ea8366367cf'
const proofFields = new Set([2, 3])
const signedDataField = 10_000
/** More than any extension of ours, less than what would fill a memory. */
const most = { headerBytes: 1 << 18, unpackedBytes: 100_000_000, files: 10_000 }

/** @throws Unreadable when it is no such file, or a signature in it does not hold */
export function readServed(bytes: Uint8Array): Served {
  const file = Buffer.from(bytes)
  if (file.toString('latin1', 0, 4) !== 'Cr24') return { files: unzipped(file) }
  if (file.length < 12 || file.readUInt32LE(4) !== 3) throw new Unreadable('This CRX is not of version 3.')
  const headerLength = file.readUInt32LE(8)
  if (headerLength > most.headerBytes || 12 + headerLength > file.length)
    throw new Unreadable('The header of this CRX is longer than it may be.')
  const header = fieldsOf(file.subarray(12, 12 + headerLength))
  const zip = file.subarray(12 + headerLength)
  return { files: unzipped(zip), signed: checkedSignatures(header, zip) }
}

type Field = { number: number; bytes: Buffer }

function checkedSignatures(header: Field[], zip: Buffer): NonNullable<Served['signed']> {
  const signedData = header.find(field => field.number === signedDataField)?.bytes ?? Buffer.alloc(0)
  const idBytes = fieldsOf(signedData)
    .find(field => field.number === 1)
    ?.bytes.toString('hex')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(signedData.length)
  const message = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, zip])

  const keyHashes = header
    .filter(field => proofFields.has(field.number))
    .map(({ bytes }) => {
      const proof = fieldsOf(bytes)
      const key = proof.find(field => field.number === 1)?.bytes
      const signature = proof.find(field => field.number === 2)?.bytes
      if (!key || !signature || !holds(message, key, signature))
        throw new Unreadable('A signature of this CRX does not hold: it was changed after it was signed.')
      return createHash('sha256').update(key).digest('hex')
    })
  if (!idBytes || !keyHashes.some(hash => hash.startsWith(idBytes)))
    throw new Unreadable('This CRX is not signed by the key that its id is made of.')
  return { extensionId: idOf(idBytes), byChromeWebStore: keyHashes.includes(webStoreKeyHash) }
}

/** RSA with PKCS#1 v1.5 or ECDSA with DER, both over SHA-256: the key says which. */
function holds(message: Buffer, key: Buffer, signature: Buffer): boolean {
  try {
    return verify('sha256', message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

/** Chrome writes an id in the letters a to p, one for each half byte. */
const idOf = (hex: string): string =>
  [...hex].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')

/** The length-delimited fields of a protocol buffer: a CRX header has no other. */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) break
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new Unreadable('The header of this CRX is damaged.')
  }
  while (at < bytes.length) {
    const tag = number()
    const length = number()
    if (tag % 8 !== 2 || at + length > bytes.length)
      throw new Unreadable('The header of this CRX is damaged.')
    fields.push({ number: Math.floor(tag / 8), bytes: bytes.subarray(at, at + length) })
    at += length
  }
  return fields
}

function unzipped(zip: Buffer): Record<string, Uint8Array> {
  let unpackedBytes = 0
  const seen = new Set<string>()
  try {
    return unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        unpackedBytes += originalSize
        // Two entries of one name would let one be compared and the other be run.
        if (seen.has(name)) throw new Unreadable(`The zip holds ${JSON.stringify(name)} twice.`)
        seen.add(name)
        if (unpackedBytes > most.unpackedBytes || seen.size > most.files)
          throw new Unreadable('The zip holds more than an extension may.')
        return !name.endsWith('/')
      },
    })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('This is neither a CRX nor a zip, or it is damaged.')
  }
}
