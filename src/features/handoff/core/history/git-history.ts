/** Keys in a repository's history: every version of every file that is still there, with the first commit that holds it. Pure. */

import { type Found, findKeys, isWorthReading } from '../scan.ts'
import { type Commit, type GitFiles, openGitObjects, readCommit, readTree } from './git-objects.ts'

export type InHistory = Found & { commit: { id: string; at: number } | undefined }

export type History = {
  found: InHistory[]
  /** Versions of files that were read. */
  versions: number
  /** The bound was reached, or a part is stored in a way that is not read here. */
  cut: boolean
}

/** The most objects that are read in one scan. Larger histories need a tool that may run for an hour. */
const mostObjects = 40_000
const mostHits = 1_000

/** @param hash bytes of an object's name: 20, or 32 in repositories with SHA-256 */
export async function scanHistory(
  files: GitFiles,
  hash: number,
  signal: AbortSignal,
  most = mostObjects,
): Promise<History> {
  const objects = await openGitObjects(files, hash)
  const commits: [string, Commit][] = []
  const hits = new Map<string, Found[]>()
  const history: History = { found: [], versions: 0, cut: false }
  let count = 0
  for (const name of objects.names()) {
    if (signal.aborted || ++count > most || hits.size >= mostHits) {
      history.cut = true
      break
    }
    const object = await objects.read(name)
    if (object?.type === 'commit') {
      const commit = readCommit(object.body)
      if (commit) commits.push([name, commit])
    }
    if (object?.type !== 'blob' || !isWorthReading('', object.body.length)) continue
    history.versions++
    const found = findKeys(new TextDecoder().decode(object.body))
    if (found.length > 0) hits.set(name, found)
  }
  const seen = new Set<string>()
  const placed = new Set<string>()

  async function walk(tree: string, path: string, id: string, at: number, depth = 0): Promise<void> {
    if (seen.has(tree) || depth > 100 || signal.aborted) return
    seen.add(tree)
    const object = await objects.read(tree)
    if (object?.type !== 'tree') return
    for (const entry of readTree(object.body, hash)) {
      const here = path + entry.name
      if (entry.isFolder) await walk(entry.id, `${here}/`, id, at, depth + 1)
      else add(entry.id, here, { id, at })
    }
  }
  /** Of each key only the first place: what matters is that it is there, and since when. */
  function add(blob: string, file: string, commit: InHistory['commit']): void {
    for (const one of hits.get(blob) ?? []) {
      if (placed.has(one.key)) continue
      placed.add(one.key)
      history.found.push({ ...one, file, commit })
    }
  }
  if (hits.size > 0)
    for (const [id, { tree, at }] of commits.toSorted(([, a], [, b]) => a.at - b.at))
      await walk(tree, '', id, at)
  // In no commit that could be read: it was only staged, or belongs to a deleted branch.
  for (const blob of hits.keys()) add(blob, '', undefined)
  if (objects.isCut() || signal.aborted) history.cut = true
  return history
}
