/**
 * One file out of a ZIP archive: a 1PUX export is one, and Dashlane packs its tables so. Reads the archive's own directory, inflates
 * to a limit whatever the archive says of sizes, and writes nothing. Format: APPNOTE.TXT 6.3 of PKWARE (read 2026-11-22). Pure.
 */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'
import { inflateRaw } from './inflate-raw.ts'

const broken = fail(
  'unreadable',
  t('This archive breaks off or is damaged. Export it again, then import it.'),
)
const tooBig = fail('too_large', t('What this archive holds is too big to be an export of keys.'))
const mostEntries = 5000

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * @param isWanted by the path in the archive
 * @param most bytes of all texts together
 * @returns the wanted texts' bytes, in the archive's order; none where none is wanted
 */
export async function unzip(
  bytes: Uint8Array<ArrayBuffer>,
  isWanted: (path: string) => boolean,
  most: number,
): Promise<Uint8Array[] | Failure> {
  try {
    const found: Uint8Array[] = []
    let room = most
    for (const entry of entriesOf(bytes)) {
      if (!isWanted(entry.path)) continue
      const data = await inflate(bytes, entry, room)
      if (!data) return tooBig
      room -= data.length
      found.push(data)
    }
    return found
  } catch {
    return broken
  }
}

type Entry = { path: string; method: number; packed: number; at: number }

/** Throws a RangeError where the archive breaks off. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endRecord(view)
  const count = Math.min(view.getUint16(end + 10, true), mostEntries)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no entry')
    const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** It lies at the end, before a comment of 64 kB at most. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new RangeError('no end')
}

/** @returns undefined for more than there is room for; throws for what is damaged or packed in another way */
async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  { at, packed, method }: Entry,
  room: number,
): Promise<Uint8Array | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > bytes.length) throw new RangeError('cut off')
  const data = bytes.subarray(from, from + packed)
  if (method === 0) return data.length <= room ? data : undefined
  if (method !== 8) throw new RangeError('packed in another way')
  return inflateRaw(data, room)
}
