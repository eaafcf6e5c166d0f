/**
 * Does git already track a file? Reads the index itself (gitformat-index), since a tracked file is committed however
 * well `.gitignore` covers it. Pure; whatever it does not understand is `unknown`.
 */

export type Tracked = 'tracked' | 'untracked' | 'unknown'

/** @param config the repository's `.git/config`: it tells whether names are SHA-1 or SHA-256 */
export function tracks(index: Uint8Array, path: string, config = ''): Tracked {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength)
  try {
    const version = view.getUint32(4)
    if (view.getUint32(0) !== 0x44495243 || version < 2 || version > 4) return 'unknown'
    const hash = /objectformat\s*=\s*sha256/i.test(config) ? 32 : 20
    const entries = view.getUint32(8)
    let at = 12
    let name = ''
    for (let entry = 0; entry < entries; entry++) {
      const start = at
      at += 40 + hash
      const flags = view.getUint16(at)
      at += 2
      // Version 3 and later: a bit says that there are more flags.
      if (version >= 3 && flags & 0x4000) at += 2
      let kept = ''
      if (version === 4) {
        const cut = offset(index, at)
        kept = name.slice(0, name.length - cut.value)
        at = cut.next
      }
      const end = index.indexOf(0, at)
      if (end < 0) return 'unknown'
      name = kept + latin1(index.subarray(at, end))
      if (name === path) return 'tracked'
      at = version === 4 ? end + 1 : start + (Math.floor((end - start) / 8) + 1) * 8
    }
    // A split index keeps most entries in another file.
    return extensions(index, at, hash).includes('link') ? 'unknown' : 'untracked'
  } catch {
    return 'unknown'
  }
}

/** The offset encoding of version 4: seven bits a byte, each continuation one more than it says. */
function offset(bytes: Uint8Array, from: number): { value: number; next: number } {
  let at = from
  let byte = bytes[at++] ?? 0
  let value = byte & 0x7f
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0
    value = (value + 1) * 128 + (byte & 0x7f)
  }
  return { value, next: at }
}

function extensions(bytes: Uint8Array, from: number, hash: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = from; at + 8 <= bytes.length - hash; at += 8 + view.getUint32(at + 4))
    names.push(latin1(bytes.subarray(at, at + 4)))
  return names
}

/** Bytes as characters, one to one: lengths must stay lengths in bytes. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
