/**
 * One SOPS file for one key, as JSON: the value by AES-256-GCM with a 32-byte nonce and its path as associated data, the data key as an
 * armored age file for each recipient, and a MAC over the plain values, encrypted with the time as associated data. Pure.
 * Format: https://github.com/getsops/sops (3.13.2; aes/cipher.go, sops.go, stores/json, read 22 November 2026).
 */

import { plainWarnings } from './plain-env.ts'
import { type EncryptedPlan, fileChange, fileNameFor, type Order, type Sealer } from './plan.ts'

export async function planSops(order: Order, sealer: Sealer): Promise<EncryptedPlan> {
  const dataKey = crypto.getRandomValues(new Uint8Array(32))
  const age: { recipient: string; enc: string }[] = []
  for (const recipient of order.recipients) {
    // One file each: whoever opens it looks for their own.
    const sealed = await sealer.seal(dataKey, [recipient])
    if (!sealed.ok) return sealed
    age.push({ recipient: recipient.text, enc: await sealer.armor(sealed.bytes) })
  }
  const key = await crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, ['encrypt'])
  const lastmodified = order.now.toISOString().replace(/\.\d+Z$/, 'Z')
  const content = {
    [order.name]: await encrypt(key, order.secret, `${order.name}:`),
    sops: {
      age,
      lastmodified,
      mac: await encrypt(key, await hash(order.secret), lastmodified),
      unencrypted_suffix: '_unencrypted',
      version: '3.13.2',
    },
  }
  const text = `${JSON.stringify(content, null, '\t')}\n`
  return {
    ok: true,
    changes: [fileChange(order, fileNameFor(order.name, 'sops.json'), { mark: '', lineEnd: '\n', text })],
    warnings: plainWarnings(order),
  }
}

const tagLength = 16

async function encrypt(key: CryptoKey, text: string, about: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(32))
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about), tagLength: tagLength * 8 },
      key,
      new TextEncoder().encode(text),
    ),
  )
  const data = sealed.subarray(0, -tagLength)
  const tag = sealed.subarray(-tagLength)
  return `ENC[AES256_GCM,data:${base64(data)},iv:${base64(iv)},tag:${base64(tag)},type:str]`
}

/** SHA-512 over the plain values in their order, in capital hex. */
async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-512', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}
