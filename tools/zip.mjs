/** A zip whose bytes depend on the files alone: not on the clock, the time zone, the machine, or the zlib that Node was built with. */
import { zipSync } from 'fflate'

/** @param {Record<string, Uint8Array>} files by their path within the zip */
export function zipped(files) {
  // A zip's time has no time zone: it is written as the parts of the local one, and nothing beside it.
  const mtime = new Date(1980, 0, 1)
  // Made on Unix, a plain file that its owner may write and all may read.
  return zipSync(files, { level: 9, mtime, os: 3, attrs: 0o100644 << 16 })
}
