/** Holds what a store serves against what this source builds, file by file. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

export type Outcome = 'same' | 'added by the store' | 'different' | 'only served' | 'only built'
export type Row = { path: string; outcome: Outcome; note?: string }

export type Files = Record<string, Uint8Array>

/** What the stores write into a manifest. Any other address there would let somebody else send updates. */
const updateAddresses = new Set([
  'https://clients2.google.com/service/update2/crx',
  'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
])
/** Hashes that a store makes of the files beside them, for Chrome to find what was changed on the disk. */
const fromTheStore = new Set(['_metadata/verified_contents.json'])
/** What Mozilla's signing adds, and nothing else: the manifest stays as it was. */
const fromMozilla = new Set(
  ['manifest.mf', 'mozilla.sf', 'mozilla.rsa', 'cose.manifest', 'cose.sig'].map(name => `META-INF/${name}`),
)

/** Only the package for Firefox says what Firefox calls it. */
export const isForFirefox = (files: Files): boolean =>
  files['manifest.json'] !== undefined &&
  'browser_specific_settings' in (fieldsOf(files['manifest.json']) ?? {})

export const isSignedByMozilla = (files: Files): boolean =>
  [...fromMozilla].some(path => files[path] !== undefined && path !== 'META-INF/manifest.mf')

/** A row for each file that is on one side or both, in the order of their paths. */
export function compareServed(served: Files, built: Files): Row[] {
  const forFirefox = isForFirefox(built)
  const added = forFirefox ? fromMozilla : fromTheStore
  const paths = [...new Set([...Object.keys(served), ...Object.keys(built)])].toSorted()
  return paths.map(path => {
    const [theirs, ours] = [served[path], built[path]]
    if (!theirs) return { path, outcome: 'only built' }
    if (!ours) return { path, outcome: added.has(path) ? 'added by the store' : 'only served' }
    if (Buffer.compare(theirs, ours) === 0) return { path, outcome: 'same' }
    if (path === 'manifest.json' && !forFirefox) return compareManifests(theirs, ours)
    return { path, outcome: 'different', note: `${shortHash(theirs)}, not ${shortHash(ours)}` }
  })
}

export const isSame = (rows: Row[]): boolean =>
  rows.every(({ outcome }) => outcome === 'same' || outcome === 'added by the store')

/** A store writes the manifest anew, with its own address for updates and without or with the key that the id is made of. */
function compareManifests(theirs: Uint8Array, ours: Uint8Array): Row {
  const path = 'manifest.json'
  const [served, built] = [fieldsOf(theirs), fieldsOf(ours)]
  if (!served || !built) return { path, outcome: 'different', note: 'it is no JSON object' }
  const fields = [...new Set([...Object.keys(served), ...Object.keys(built)])].filter(
    name => !isDeepStrictEqual(served[name], built[name]) && !isTheStores(name, served[name]),
  )
  return fields.length > 0
    ? { path, outcome: 'different', note: `in ${fields.join(', ')}` }
    : { path, outcome: 'added by the store', note: 'its own fields only' }
}

const isTheStores = (name: string, value: unknown): boolean =>
  (name === 'update_url' && typeof value === 'string' && updateAddresses.has(value)) || name === 'key'

function fieldsOf(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

const shortHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12)
