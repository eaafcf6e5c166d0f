/**
 * `node tools/draw-architecture.mjs`: draws in docs/architecture.md which layer of src/ uses which, from the imports that are in the
 * code. The house test says when the picture is not the code's any more.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/architecture.md')
/** Everybody speaks: sentences are left out of the picture. */
const leftOut = new Set(['i18n'])

const layerOf = path => {
  const [, top, , part] = path.split('/')
  return top === 'features' ? part : top
}

/** Layer -> the layers whose values it imports. */
function uses() {
  const edges = new Map()
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort()) {
    const path = posix.join('src', name.replaceAll('\\', '/'))
    if (!/\.tsx?$/.test(path)) continue
    const from = layerOf(path)
    edges.set(from, edges.get(from) ?? new Set())
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, what, to] of text.matchAll(
      /^(?:import|export)\s+([^'"]*?)\s*from\s+['"](\.[^'"]+)['"]/gms,
    )) {
      const isType = /^type\b/.test(what) || (/^\{[^}]*\}$/.test(what) && !/[{,]\s*(?!type\b)\w/.test(what))
      const target = layerOf(posix.join(posix.dirname(path), to))
      if (!isType && target !== from) edges.get(from).add(target)
    }
  }
  return edges
}

/** @throws naming the layers that import each other: no picture shows which of them comes first, and the search for a longer way would not end. */
function refuseCircles(edges) {
  const done = new Set()
  const visit = (layer, path) => {
    if (path.includes(layer))
      throw new Error(
        `Layers import each other: ${[...path.slice(path.indexOf(layer)), layer].join(' -> ')}.`,
      )
    if (done.has(layer)) return
    for (const next of edges.get(layer) ?? []) visit(next, [...path, layer])
    done.add(layer)
  }
  for (const layer of edges.keys()) visit(layer, [])
}

/** Layer -> the layers that it uses, without the arrows that a longer way shows as well. */
export function reduced(edges) {
  refuseCircles(edges)
  const reaches = (from, to, past) =>
    [...(edges.get(from) ?? [])].some(
      next => next !== past && (next === to || (next !== from && reaches(next, to))),
    )
  return [...edges].flatMap(([from, tos]) =>
    [...tos].filter(to => !reaches(from, to, to)).map(to => [from, to]),
  )
}

export function drawing() {
  const named = {
    core: 'features/*/core',
    worker: 'features/*/worker',
    page: 'features/*/page',
    screen: 'features/*/screen',
  }
  const arrows = reduced(uses()).filter(arrow => !arrow.some(layer => leftOut.has(layer)))
  const layers = [...new Set(arrows.flat())].sort()
  return [
    '```mermaid',
    'flowchart TD',
    ...layers.map(layer => `  ${layer}["${named[layer] ?? layer}"]`),
    ...arrows.map(([from, to]) => `  ${from} --> ${to}`).sort(),
    '```',
  ].join('\n')
}

export const pictureIn = text => /```mermaid\n[\s\S]*?\n```/.exec(text)?.[0]

if (import.meta.filename === process.argv[1]) {
  const text = readFileSync(page, 'utf8')
  writeFileSync(page, text.replace(pictureIn(text), drawing()))
}
