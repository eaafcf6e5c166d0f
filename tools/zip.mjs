/** A zip whose bytes depend on the files alone: not on the clock, the time zone, or the machine. */
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** @param {Record<string, Buffer>} files by their path within the zip */
export async function zipped(files) {
  const zip = new ZipFile()
  // A DOS time has no time zone: it is written as the parts of the local one, and nothing beside it.
  const mtime = new Date(1980, 0, 1)
  for (const [path, bytes] of Object.entries(files))
    zip.addBuffer(bytes, path, { compressionLevel: 9, mtime, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  return buffer(zip.outputStream)
}
