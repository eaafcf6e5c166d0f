/** One source file, parsed: what it imports, which names it uses. Knows no rule. */
import { parseSync } from 'vite'

export type Import = { from: string; typesOnly: boolean }
export type Node = { type: string; [name: string]: unknown }
export type Source = { path: string; text: string; lines: number; imports: Import[]; nodes: Node[] }

export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const nodes = walk(program as unknown as Node)
  return { path, text, lines: text.trimEnd().split('\n').length, imports: imports(nodes), nodes }
}

/** Every node, parents before children, each with its parent's type and the key under which it hangs. */
function walk(node: Node, into: Node[] = []): Node[] {
  into.push(node)
  for (const key of Object.keys(node)) {
    const value = node[key]
    if (typeof value !== 'object' || value === null) continue
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) {
        // Not to be come by when a node is gone through by its keys.
        Object.defineProperties(child, { parent: { value: node }, under: { value: key } })
        walk(child, into)
      }
  }
  return into
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function imports(nodes: Node[]): Import[] {
  return nodes.flatMap(node => {
    const source = node.source as { value?: unknown } | null | undefined
    if (typeof source?.value !== 'string') return []
    const specifiers = (node.specifiers as { importKind?: string; exportKind?: string }[] | undefined) ?? []
    const typesOnly =
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (specifiers.length > 0 &&
        specifiers.every(one => one.importKind === 'type' || one.exportKind === 'type'))
    return [{ from: source.value, typesOnly }]
  })
}

/** The names of all variables, parameters and imports that the file declares. */
export function declared(source: Source): Set<string> {
  const names = new Set<string>()
  const bind = (node: unknown): void => {
    if (!isNode(node)) return
    if (node.type === 'Identifier') names.add(String(node.name))
    for (const key of ['left', 'argument', 'value', 'parameter']) bind(node[key])
    for (const key of ['properties', 'elements'])
      for (const part of (node[key] as unknown[] | undefined) ?? []) bind(part)
  }
  for (const node of source.nodes) {
    if (node.type === 'VariableDeclarator') bind(node.id)
    if (/^(Function|ArrowFunction)/.test(node.type)) for (const part of node.params as unknown[]) bind(part)
    if (/^Import.*Specifier$/.test(node.type)) bind(node.local)
  }
  return names
}

/** Every use of a global by its bare name: not a property, not a type, not something the file declares itself. */
export function globals(source: Source): Set<string> {
  const own = declared(source)
  const used = source.nodes
    .filter(node => node.type === 'Identifier' && !own.has(String(node.name)))
    .filter(node => {
      const { parent, under } = node as unknown as { parent: Node; under: string }
      if (parent.type === 'MemberExpression' && under === 'property' && parent.computed !== true) return false
      if (/Property|PropertySignature|MethodDefinition/.test(parent.type) && under === 'key')
        return parent.shorthand === true
      return !parent.type.startsWith('TS')
    })
  return new Set(used.map(node => String(node.name)))
}
