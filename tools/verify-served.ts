/** What `npm run verify` says of a file, and its exit code. */
import { compareServed, type Files, isForFirefox, isSame, isSignedByMozilla } from './compare-served.ts'
import { readServed, type Served, Unreadable } from './crx.ts'

/** 0 the same, 1 different, 2 the file cannot be read or its signature does not hold. */
export type Said = { lines: string[]; code: 0 | 1 | 2 }

/** @param builtFiles builds the package for Chrome and Edge, or the one for Firefox: the file says which it is */
export async function verifyServed(
  bytes: Uint8Array,
  builtFiles: (forFirefox: boolean) => Promise<Files>,
): Promise<Said> {
  let served: Served
  try {
    served = readServed(bytes)
  } catch (error) {
    if (error instanceof Unreadable) return { lines: [error.message], code: 2 }
    throw error
  }
  const forFirefox = isForFirefox(served.files)
  const rows = compareServed(served.files, await builtFiles(forFirefox))
  const alike = rows.filter(({ outcome }) => outcome === 'same').length
  return {
    lines: [
      ...rows
        .filter(({ outcome }) => outcome !== 'same')
        .map(({ path, outcome, note }) => `${outcome.padEnd(20)} ${path}${note ? ` (${note})` : ''}`),
      `${alike} of ${rows.length} files are the same, byte for byte.`,
      signatureOf(served),
      `This is ${isSame(rows) ? '' : 'NOT '}what the source here builds for ${forFirefox ? 'Firefox' : 'Chrome and Edge'}.`,
    ],
    code: isSame(rows) ? 0 : 1,
  }
}

function signatureOf({ files, signed }: Served): string {
  if (signed)
    return `Signed for the extension ${signed.extensionId}; ${signed.byChromeWebStore ? 'signed by the Chrome Web Store too' : 'the Chrome Web Store has not signed it'}.`
  return isSignedByMozilla(files)
    ? 'It carries a signature of Mozilla’s, which Firefox checks and this command does not.'
    : 'A zip carries no signature: nothing is said of who made it.'
}
