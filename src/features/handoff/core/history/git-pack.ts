/**
 * Reads git's packs: where each object lies (index, version 2), and what a delta makes of its base. Pure.
 * Format: https://git-scm.com/docs/gitformat-pack (read 22 November 2026).
 */

/** `end`: where the next object begins, for what lies between is one compressed stream. */
export type PackPlace = { offset: number; end: number }

/** @param hash bytes of an object's name: 20, or 32 in repositories with SHA-256. @returns names in hex; undefined: not such an index */
export function readPackIndex(
  idx: Uint8Array,
  packSize: number,
  hash: number,
): Map<string, PackPlace> | undefined {
  const view = new DataView(idx.buffer, idx.byteOffset, idx.byteLength)
  if (idx.length < 8 + 256 * 4 || view.getUint32(0) !== 0xff744f63 || view.getUint32(4) !== 2)
    return undefined
  const count = view.getUint32(8 + 255 * 4)
  const names = 8 + 256 * 4
  const offsets = names + count * (hash + 4)
  const large = offsets + count * 4
  if (idx.length < large) return undefined
  const found: [string, number][] = []
  for (let at = 0; at < count; at++) {
    const short = view.getUint32(offsets + at * 4)
    const wide = large + (short - 0x80000000) * 8
    if (short >= 0x80000000 && wide + 8 > idx.length) return undefined
    const offset = short >= 0x80000000 ? Number(view.getBigUint64(wide)) : short
    found.push([toHex(idx.subarray(names + at * hash, names + (at + 1) * hash)), offset])
  }
  // A pack ends in a checksum as long as a name.
  const ends = [...found.map(([, offset]) => offset), packSize - hash].sort((a, b) => a - b)
  const next = new Map(ends.map((offset, at) => [offset, ends[at + 1] ?? packSize - hash]))
  return new Map(found.map(([name, offset]) => [name, { offset, end: next.get(offset) ?? offset }]))
}

export type PackEntry = { data: number } & (
  | { type: 'commit' | 'tree' | 'blob' | 'tag' }
  | { type: 'delta'; base: { offset: number } | { name: string } }
)

const types: Record<number, 'commit' | 'tree' | 'blob' | 'tag'> = {
  1: 'commit',
  2: 'tree',
  3: 'blob',
  4: 'tag',
}

/** @returns `data`: where the compressed bytes begin */
export function readPackEntry(pack: Uint8Array, offset: number, hash: number): PackEntry | undefined {
  let at = offset
  let byte = pack[at++] ?? 0
  const type = (byte >> 4) & 7
  while (byte & 0x80) byte = pack[at++] ?? 0
  if (type === 6) {
    byte = pack[at++] ?? 0
    let back = byte & 0x7f
    while (byte & 0x80) {
      byte = pack[at++] ?? 0
      back = (back + 1) * 128 + (byte & 0x7f)
    }
    return { type: 'delta', base: { offset: offset - back }, data: at }
  }
  if (type === 7)
    return { type: 'delta', base: { name: toHex(pack.subarray(at, at + hash)) }, data: at + hash }
  const plain = types[type]
  return plain && { type: plain, data: at }
}

/** @returns undefined: the delta does not fit the base */
export function applyDelta(base: Uint8Array, delta: Uint8Array, mostBytes: number): Uint8Array | undefined {
  let at = 0
  const size = (): number => {
    let value = 0
    let shift = 1
    let byte: number
    do {
      byte = delta[at++] ?? 0
      value += (byte & 0x7f) * shift
      shift *= 128
    } while (byte & 0x80)
    return value
  }
  if (size() !== base.length) return undefined
  const length = size()
  if (length > mostBytes) return undefined
  const made = new Uint8Array(length)
  let to = 0
  while (at < delta.length) {
    const step = delta[at++] ?? 0
    if (step & 0x80) {
      let from = 0
      let copied = 0
      for (let bit = 0; bit < 4; bit++) if (step & (1 << bit)) from += (delta[at++] ?? 0) * 256 ** bit
      for (let bit = 0; bit < 3; bit++) if (step & (0x10 << bit)) copied += (delta[at++] ?? 0) * 256 ** bit
      if (copied === 0) copied = 0x10000
      if (from + copied > base.length || to + copied > length) return undefined
      made.set(base.subarray(from, from + copied), to)
      to += copied
    } else {
      if (step === 0 || to + step > length || at + step > delta.length) return undefined
      made.set(delta.subarray(at, at + step), to)
      to += step
      at += step
    }
  }
  return to === length ? made : undefined
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
