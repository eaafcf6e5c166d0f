/**
 * Exports that nothing uses. An export for the tests is fine, as long as its own file needs it too: nothing is kept for a test alone.
 * A type that its own file uses may be exported with it: it is part of what the file says.
 */
import { stoodIn } from '../../tools/for-firefox.ts'
import { target } from './rules.ts'
import { isNode, type Node, type Source } from './source.ts'

/** Used by name from outside: what the kernels promise, and tables that the build writes into the package as JSON. */
const promised =
  /^src\/(?:locator|providers|vault|overlay)\/index\.ts$|^src\/guides\/|^src\/providers\/answers\/cause-texts\.ts entries$|^src\/features\/guide\/core\/card-words\.ts cardWords$|^src\/features\/guide\/core\/card\/without-save\.ts (?:words|style)WithoutSave$|^src\/overlay\/style\.ts style$|^src\/features\/policy\/core\/policies\.ts policies$/

/** What stands in for a file in the package for Firefox offers what that file offers. */
const insteadOf = new Map(Object.entries(stoodIn).map(([path, other]) => [`src/${other}`, `src/${path}`]))

const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? (node as { value?: unknown }).value ?? '') : ''

/** The names that a file exports by declaring them. */
function exported({ nodes }: Source): { name: string; isType: boolean }[] {
  return nodes.flatMap(node => {
    if (node.type !== 'ExportNamedDeclaration') return []
    const { declaration } = node
    if (!isNode(declaration)) return []
    const declared = (declaration.declarations as Node[] | undefined) ?? [declaration]
    return declared.map(each => ({ name: nameOf(each.id), isType: each.type.startsWith('TS') }))
  })
}

/** `PATH name` of everything that a file takes from others; `PATH *` for a whole file. */
function taken({ path, nodes }: Source): string[] {
  return nodes.flatMap(node => {
    const from = (node.source as { value?: unknown } | null | undefined)?.value
    const to = typeof from === 'string' ? target(path, from) : undefined
    if (to === undefined) return []
    const specifiers = node.specifiers as Node[] | undefined
    if (!specifiers || /^(?:ExportAll|ImportExpression)/.test(node.type)) return [`${to} *`]
    return specifiers.map(each => `${to} ${nameOf(each.imported ?? each.local) || '*'}`)
  })
}

const countOf = ({ nodes }: Source, name: string): number =>
  nodes.filter(node => /Identifier$/.test(node.type) && nameOf(node) === name).length

export function unused(files: Source[], tests: Source[]): string[] {
  const inSource = new Set(files.flatMap(taken))
  const inTests = new Set(tests.flatMap(taken))
  return files.flatMap(file =>
    exported(file).flatMap(({ name, isType }) => {
      const key = `${file.path} ${name}`
      if (promised.test(file.path) || promised.test(key)) return []
      if (inSource.has(key) || inSource.has(`${file.path} *`)) return []
      const original = insteadOf.get(file.path)
      if (original && inSource.has(`${original} ${name}`)) return []
      const isNeededHere = countOf(file, name) > 1
      if (isNeededHere && (isType || inTests.has(key) || inTests.has(`${file.path} *`))) return []
      return [
        isNeededHere
          ? `${file.path} exports “${name}”, which no other file imports: declare it without “export”.`
          : `${file.path}: nothing uses “${name}”${inTests.has(key) ? ' but a test' : ''}. Delete it.`,
      ]
    }),
  )
}
