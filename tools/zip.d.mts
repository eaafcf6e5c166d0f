/** A zip whose bytes depend on the files alone. */
export function zipped(files: Record<string, Uint8Array>): Uint8Array
