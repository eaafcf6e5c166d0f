/** What remains of a copied text: a salted SHA-256, enough to tell "is it still there?" and nothing else. Pure. */

export type Digest = { salt: string; digest: string }

export function newSalt(random: (bytes: number) => Uint8Array): string {
  return hex(random(16))
}

export async function digestOf(text: string, salt: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + text))))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
