/**
 * Objects of a git repository, read without git: loose ones and packed ones, up to a bound. What it needs of the disk is handed in; what
 * is larger than the bound, or damaged, counts as left out. Pure.
 * Format: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects (read 22 November 2026).
 */
import { applyDelta, type PackPlace, readPackEntry, readPackIndex } from './git-pack.ts'

export type GitObject = { type: 'commit' | 'tree' | 'blob' | 'tag'; body: Uint8Array }

/** Below `.git/objects`. What is not there is an empty list, or undefined. */
export type GitFiles = {
  list: (folder: string) => Promise<string[]>
  size: (path: string) => Promise<number>
  read: (path: string) => Promise<Uint8Array | undefined>
}

export type GitObjects = {
  names: () => Iterable<string>
  read: (name: string) => Promise<GitObject | undefined>
  /** Something was too large or of another kind, and was left out. */
  isCut: () => boolean
}

export const bounds = { packBytes: 100_000_000, objectBytes: 5_000_000, deltas: 200 } as const

type Pack = { bytes: Uint8Array; places: Map<string, PackPlace>; ends: Map<number, number> }

/** @param hash bytes of a name */
export async function openGitObjects(
  files: GitFiles,
  hash: number,
  most: typeof bounds | Record<keyof typeof bounds, number> = bounds,
): Promise<GitObjects> {
  const loose = new Map<string, string>()
  const packs: Pack[] = []
  let cut = false
  let left = most.packBytes
  for (const folder of await files.list('')) {
    if (/^[0-9a-f]{2}$/.test(folder))
      for (const rest of await files.list(folder)) loose.set(folder + rest, `${folder}/${rest}`)
  }
  for (const file of await files.list('pack')) {
    if (!file.endsWith('.idx')) continue
    const paths = [`pack/${file}`, `pack/${file.replace(/idx$/, 'pack')}`]
    for (const path of paths) left -= await files.size(path)
    const [idx, bytes] = left < 0 ? [] : await Promise.all(paths.map(files.read))
    const places = idx && bytes && readPackIndex(idx, bytes.length, hash)
    if (places && bytes)
      packs.push({
        bytes,
        places,
        ends: new Map([...places.values()].map(({ offset, end }) => [offset, end])),
      })
    else cut = true
  }
  // A clone that borrows objects from elsewhere has more history than lies here.
  if (await files.read('info/alternates')) cut = true

  async function packed(pack: Pack, offset: number, depth = 0): Promise<GitObject | undefined> {
    const entry = readPackEntry(pack.bytes, offset, hash)
    const end = pack.ends.get(offset)
    if (!entry || end === undefined || depth > most.deltas) return undefined
    const body = await inflate(pack.bytes.subarray(entry.data, end), most.objectBytes)
    if (!body) return undefined
    if (entry.type !== 'delta') return { type: entry.type, body }
    const base =
      'offset' in entry.base
        ? await packed(pack, entry.base.offset, depth + 1)
        : await read(entry.base.name, depth + 1)
    const made = base && applyDelta(base.body, body, most.objectBytes)
    return base && made && { type: base.type, body: made }
  }

  async function read(name: string, depth = 0): Promise<GitObject | undefined> {
    const path = loose.get(name)
    if (path !== undefined) {
      // What does not shrink grows by less than that.
      const isTooLarge = (await files.size(path)) > most.objectBytes * 2
      const bytes = isTooLarge ? undefined : await files.read(path)
      const whole = bytes && (await inflate(bytes, most.objectBytes))
      return whole && withoutHeader(whole)
    }
    for (const pack of packs) {
      const place = pack.places.get(name)
      if (place) return packed(pack, place.offset, depth)
    }
    return undefined
  }

  return {
    *names() {
      yield* loose.keys()
      for (const { places } of packs) for (const name of places.keys()) if (!loose.has(name)) yield name
    },
    async read(name) {
      const object = await read(name)
      if (!object) cut = true
      return object
    },
    isCut: () => cut,
  }
}

/** "blob 12\0" and then the body. */
function withoutHeader(whole: Uint8Array): GitObject | undefined {
  const end = whole.indexOf(0)
  const [, type] =
    /^(commit|tree|blob|tag) \d+$/.exec(new TextDecoder().decode(whole.subarray(0, Math.max(end, 0)))) ?? []
  return type === 'commit' || type === 'tree' || type === 'blob' || type === 'tag'
    ? { type, body: whole.subarray(end + 1) }
    : undefined
}

/** @returns undefined: damaged, or larger than the bound */
async function inflate(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'))
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > mostBytes) {
        void reader.cancel()
        return undefined
      }
      pieces.push(value)
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export type Commit = { tree: string /** Milliseconds. */; at: number }

/** That a calendar can show. */
const lastTime = 8.64e15

export function readCommit(body: Uint8Array): Commit | undefined {
  const text = new TextDecoder().decode(body)
  const [, tree] = /^tree ([0-9a-f]+)$/m.exec(text) ?? []
  const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(text) ?? []
  const at = Number(seconds ?? 0) * 1000
  return tree === undefined ? undefined : { tree, at: at <= lastTime ? at : 0 }
}

export function readTree(body: Uint8Array, hash: number): { name: string; id: string; isFolder: boolean }[] {
  const entries: { name: string; id: string; isFolder: boolean }[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf(0, at)
    if (end < 0) break
    const [mode = '', ...name] = new TextDecoder().decode(body.subarray(at, end)).split(' ')
    const id = Array.from(body.subarray(end + 1, end + 1 + hash), byte =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
    entries.push({ name: name.join(' '), id, isFolder: /^0?40000$/.test(mode) })
    at = end + 1 + hash
  }
  return entries
}
