/** Inflates to a limit, whatever the deflated bytes claim. Pure. */

/** @returns undefined for more than there is room for; throws for what was not deflated (RFC 1951) or breaks off */
export async function inflateRaw(
  deflated: Uint8Array<ArrayBuffer>,
  room: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([deflated]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > room) {
      await reader.cancel()
      return undefined
    }
    parts.push(next.value)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
