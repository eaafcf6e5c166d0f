/** Which unit tests can notice a change of a file: those that import it, however far down. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { target } from '../house/rules.ts'
import { parse } from '../house/source.ts'

const imported = new Map<string, string[]>()

/** Files of the project that `path` imports itself. */
function importsOf(root: string, path: string): string[] {
  const known = imported.get(path)
  if (known) return known
  const found = /\.tsx?$/.test(path)
    ? parse(path, readFileSync(join(root, path), 'utf8')).imports.flatMap(({ from, typesOnly }) => {
        const to = typesOnly ? undefined : target(path, from)
        return to && existsSync(join(root, to)) ? [to] : []
      })
    : []
  imported.set(path, found)
  return found
}

/** All that is loaded when this file is. */
export function loadedBy(root: string, path: string): Set<string> {
  const loaded = new Set<string>()
  const add = (one: string) => {
    if (loaded.has(one)) return
    loaded.add(one)
    for (const next of importsOf(root, one)) add(next)
  }
  add(path)
  return loaded
}

/** For each unit test file all that it loads. */
export function unitTests(root: string): Map<string, Set<string>> {
  return new Map(
    readdirSync(join(root, 'tests'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
      .map(path => [path, loadedBy(root, path)]),
  )
}

/** The test files that load `path`, those that load the least first: they are about it. */
export function testsOf(tests: Map<string, Set<string>>, path: string): string[] {
  return [...tests]
    .filter(([, loaded]) => loaded.has(path))
    .sort(([, a], [, b]) => a.size - b.size)
    .map(([test]) => test)
}
