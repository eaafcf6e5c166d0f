/** What the house as a whole must be: no hall, no circle, no name twice. Takes all files at once; answers with sentences. */
import { posix } from 'node:path'
import { target } from './rules.ts'
import type { Source } from './source.ts'

const mostFiles = 20
/** A file for each guide: a long list there is a full shelf, not a hall. */
const exempt = new Set(['src/guides'])

/** Counts every file, style sheets and pages too. */
export function halls(paths: string[]): string[] {
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1)
  return [...counts]
    .filter(([folder, count]) => count > mostFiles && !exempt.has(folder))
    .map(
      ([folder, count]) =>
        `${folder} holds ${count} files, ${mostFiles} is the most: group what belongs together in a folder of its own.`,
    )
}

/** Names that each feature or entry has for the same part. */
const shared = new Set(['index', 'main', 'ports', 'chrome', 'service', 'handlers', 'messages'])

export function namesakes(paths: string[]): string[] {
  const places = new Map<string, string[]>()
  for (const path of paths) {
    const name = posix.basename(path).replace(/(\.iife)?\.tsx?$/, '')
    if (!shared.has(name)) places.set(name, [...(places.get(name) ?? []), path])
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(
      ([name, paths]) =>
        `${paths.join(' and ')} are both called “${name}”: say in the name what tells them apart.`,
    )
}

/** Groups of files that import each other in a circle, types included (Tarjan's strongly connected components). */
export function circles(files: Source[]): string[] {
  const edges = new Map(
    files.map(file => [
      file.path,
      file.imports.flatMap(({ from }) => {
        const to = target(file.path, from)
        return to === undefined ? [] : [to]
      }),
    ]),
  )
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()
  const groups: string[][] = []
  const visit = (path: string): void => {
    index.set(path, index.size)
    low.set(path, index.get(path) ?? 0)
    stack.push(path)
    open.add(path)
    for (const to of edges.get(path) ?? []) {
      if (!edges.has(to)) continue
      if (!index.has(to)) {
        visit(to)
        low.set(path, Math.min(low.get(path) ?? 0, low.get(to) ?? 0))
      } else if (open.has(to)) low.set(path, Math.min(low.get(path) ?? 0, index.get(to) ?? 0))
    }
    if (low.get(path) !== index.get(path)) return
    const group = stack.splice(stack.indexOf(path))
    for (const one of group) open.delete(one)
    if (group.length > 1) groups.push(group)
  }
  for (const path of edges.keys()) if (!index.has(path)) visit(path)
  return groups.map(
    group =>
      `These import each other in a circle: ${group.sort().join(', ')}. Move what they share to a file of its own.`,
  )
}
