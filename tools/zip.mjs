/**
 * A zip whose bytes depend on the files alone: not on the clock, the time zone, the machine, or the zlib that Node was built with. Deflated by
 * pako, which is zlib in JavaScript; the rest of a zip is numbers at fixed places (PKWARE, APPNOTE.TXT, 4.3).
 */
import { crc32 } from 'node:zlib'
import { deflateRaw } from 'pako'

/** @param {Record<string, Uint8Array>} files by their path within the zip, which are written in this order */
export function zipped(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path)
    const deflated = deflateRaw(bytes, { level: 9 })
    const said = saidOf(name, bytes, deflated)
    const header = [u32(0x04034b50), said, name]
    parts.push(...header, deflated)
    directory.push(u32(0x02014b50), madeBy, said, noComment, attributes, u32(offset), name)
    offset += lengthOf(header) + deflated.length
  }
  const count = u16(Object.keys(files).length)
  const end = [u32(0x06054b50), u32(0), count, count, u32(lengthOf(directory)), u32(offset), u16(0)]
  return Buffer.concat([...parts, ...directory, ...end])
}

/** What is said of a file both before it and in the directory at the end. */
function saidOf(name, bytes, deflated) {
  return Buffer.concat([
    version,
    u16(0x0800), // its name is UTF-8
    u16(8), // deflated
    // A zip's time has no time zone, it is the parts of a clock on a wall: midnight of 1 January 1980, the first that there is.
    u16(0),
    u16((1 << 5) | 1),
    u32(crc32(bytes)),
    u32(deflated.length),
    u32(bytes.length),
    u16(name.length),
    u16(0),
  ])
}

const u16 = value => Buffer.of(value, value >>> 8)
const u32 = value => Buffer.of(value, value >>> 8, value >>> 16, value >>> 24)
const lengthOf = buffers => buffers.reduce((sum, { length }) => sum + length, 0)

const version = u16(20)
/** On Unix. */
const madeBy = u16((3 << 8) | 20)
/** No comment, on the first disk, no text. */
const noComment = Buffer.alloc(6)
/** A plain file that its owner may write and all may read. */
const attributes = u32(0o100644 << 16)
