/**
 * Every small mistake that somebody could make in one source file, each as a text of its own: a condition less, a comparison the
 * other way, a limit one higher, a rule dropped, a call left out. Works on the syntax tree; knows nothing of tests.
 */
import { parseSync } from 'vite'
import { type Node, parse } from '../house/source.ts'

export type Mutant = {
  path: string
  line: number
  /** What was done, as `before → after` behind its line: the same wherever the file lies and however long it is. */
  key: string
  /** The whole file with the mistake in it. */
  text: string
  /** The function of the file that has to run before the mistake can show, by its number; absent: whoever loads the file meets it. */
  within?: number
}

type Placed = Node & { start: number; end: number; parent?: Placed; under?: string }
type Change = { start: number; end: number; after: string }

const isPlaced = (value: unknown): value is Placed =>
  typeof value === 'object' && value !== null && typeof (value as Placed).start === 'number'

/** @param only a part of the file by the names of its functions; absent: all of it. */
export function mutantsOf(path: string, text: string, only?: string[]): Mutant[] {
  const source = parse(path, text)
  const nodes = source.nodes as Placed[]
  const changes = nodes.filter(node => runs(node) && isIn(node, only)).flatMap(node => changesOf(node, text))
  const seen = new Map<string, number>()
  const texts = new Set([text])
  const bodies = bodiesOf(nodes)
  const found: Mutant[] = []
  for (const { start, end, after } of changes.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const mutated = text.slice(0, start) + after + text.slice(end)
    if (texts.has(mutated) || !parses(path, mutated)) continue
    texts.add(mutated)
    const name = `${short(lineAt(text, start))} | ${short(text.slice(start, end))} → ${short(after) || 'nothing'}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    found.push({
      path,
      line: text.slice(0, start).split('\n').length,
      key: count === 1 ? name : `${name} (${count})`,
      text: mutated,
      ...innermost(bodies, start, end),
    })
  }
  return found
}

/** What the functions of a file do when they are called, in the order in which they stand there. */
const bodiesOf = (nodes: Placed[]): Placed[] =>
  nodes
    .filter(node => /Function/.test(node.type) && isPlaced(node.body))
    .map(node => node.body as Placed)
    .sort((a, b) => a.start - b.start)

/** A mistake in a parameter belongs to the function around: that is never too few tests. */
function innermost(bodies: Placed[], start: number, end: number): Pick<Mutant, 'within'> {
  const within = bodies.findLastIndex(body => body.start <= start && end <= body.end)
  return within < 0 ? {} : { within }
}

/** The same file, which says so when one of its functions runs: the code that `said` makes is run with the function's number. */
export function withProbes(path: string, text: string, said: (within: number) => string): string {
  let probed = text
  const inserts = bodiesOf(parse(path, text).nodes as Placed[]).flatMap((body, within) =>
    body.type === 'BlockStatement'
      ? [{ at: body.start + 1, code: `${said(within)};`, order: within }]
      : [
          { at: body.start, code: `(${said(within)}, `, order: within },
          { at: body.end, code: ')', order: -within },
        ],
  )
  for (const { at, code } of inserts.sort((a, b) => b.at - a.at || b.order - a.order))
    probed = probed.slice(0, at) + code + probed.slice(at)
  return probed
}

const parses = (path: string, text: string): boolean => {
  try {
    return parseSync(path, text).errors.length === 0
  } catch {
    return false
  }
}

const lineAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? ''

const short = (text: string): string => {
  const flat = text.trim().replace(/\s+/g, ' ')
  return flat.length <= 90 ? flat : `${flat.slice(0, 55)} … ${flat.slice(-30)}`
}

/** Types and imports are gone when the program runs. */
const runs = (node: Placed): boolean => {
  for (let at: Placed | undefined = node; at; at = at.parent) {
    if (/^TS(?!As|Satisfies|NonNull)|^Import/.test(at.type)) return false
    if (/^(typeAnnotation|typeArguments|typeParameters|returnType)$/.test(at.under ?? '')) return false
  }
  return true
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | null)?.name ?? '')

const isIn = (node: Placed, only: string[] | undefined): boolean => {
  if (!only) return true
  for (let at: Placed | undefined = node; at; at = at.parent) if (only.includes(nameOf(at.id))) return true
  return false
}

const opposite: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '*': '/',
  '/': '*',
  '-': '+',
}
const sibling: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  strictObject: 'object',
  integer: 'finite',
}
/** Calls that only narrow or order: without them the same kind of value comes out. */
const narrowing = new Set(['filter', 'slice', 'sort', 'toSorted', 'trim', 'toLowerCase', 'reverse'])

function changesOf(node: Placed, text: string): Change[] {
  const of = (part: unknown): string => (isPlaced(part) ? text.slice(part.start, part.end) : '')
  const instead = (after: string, part: unknown = node): Change[] =>
    isPlaced(part) ? [{ start: part.start, end: part.end, after }] : []
  const { left, right, operator, argument } = node as Record<string, unknown>
  switch (node.type) {
    case 'LogicalExpression':
      return [...instead(of(left)), ...instead(of(right))]
    case 'BinaryExpression': {
      const other = opposite[String(operator)]
      if (operator === 'in') return instead(`!(${of(node)})`)
      if (!other || !isPlaced(left) || !isPlaced(right)) return []
      return [{ start: left.end, end: right.start, after: ` ${other} ` }]
    }
    case 'UnaryExpression':
      return operator === '!' ? instead(`(${of(argument)})`) : []
    case 'UpdateExpression':
      return instead(of(node).replace(/\+\+|--/, sign => (sign === '++' ? '--' : '++')))
    case 'AssignmentExpression':
      return operator === '+=' && isPlaced(left) && isPlaced(right)
        ? [{ start: left.end, end: right.start, after: ' = ' }]
        : []
    case 'Literal':
      return literal(node, text, instead)
    case 'IfStatement':
      return [...instead('true', node.test), ...instead('false', node.test)]
    case 'ConditionalExpression':
      return [...instead(`(${of(node.consequent)})`), ...instead(`(${of(node.alternate)})`)]
    case 'WhileStatement':
      return instead('false', node.test)
    case 'ExpressionStatement':
      // Not nothing at all: it may be the only thing behind an `if`.
      return of(node).startsWith("'use ") ? [] : instead(';')
    case 'ReturnStatement':
      return isPlaced(argument) && !/^(null|undefined|false)$/.test(of(argument)) ? instead('return') : []
    case 'ArrowFunctionExpression':
      return isPlaced(node.body) && node.body.type !== 'BlockStatement' ? instead('undefined', node.body) : []
    case 'FunctionDeclaration':
      return instead('{}', node.body)
    case 'ArrayExpression':
      return (node.elements as unknown[]).flatMap(element => without(element, text))
    case 'ObjectExpression':
      return (node.properties as unknown[]).flatMap(property => without(property, text))
    case 'CallExpression':
      return call(node, text, of, instead)
    default:
      return []
  }
}

type Instead = (after: string, part?: unknown) => Change[]

function literal(node: Placed, text: string, instead: Instead): Change[] {
  const raw = text.slice(node.start, node.end)
  // A cut through a text a little further on is the same to everybody.
  if (typeof node.value === 'number' && node.value > 10 && isCut(node)) return []
  if (typeof node.value === 'number')
    return instead(raw.startsWith('0x') ? `${node.value + 1}` : `(${raw} + 1)`)
  if (typeof node.value === 'boolean') return instead(String(!node.value))
  const { pattern, flags } = (node.regex ?? {}) as { pattern?: string; flags?: string }
  if (pattern === undefined) return []
  return [
    ...(pattern.startsWith('^') ? instead(`/${pattern.slice(1)}/${flags}`) : []),
    ...(pattern.endsWith('$') && !pattern.endsWith('\\$')
      ? instead(`/${pattern.slice(0, -1)}/${flags}`)
      : []),
  ]
}

const isCut = ({ parent }: Placed): boolean =>
  parent?.type === 'CallExpression' &&
  ['slice', 'padEnd'].includes(nameOf((parent.callee as Placed).property))

/** One entry of a list or one field of an object less, with its comma. */
function without(part: unknown, text: string): Change[] {
  if (!isPlaced(part)) return []
  const comma = /^\s*,/.exec(text.slice(part.end))?.[0].length ?? 0
  return [{ start: part.start, end: part.end + comma, after: '' }]
}

function call(node: Placed, text: string, of: (part: unknown) => string, instead: Instead): Change[] {
  const callee = node.callee as Placed
  const args = node.arguments as Placed[]
  if (callee.type !== 'MemberExpression') return []
  const name = nameOf(callee.property)
  const changes: Change[] = []
  const other = sibling[name]
  if (other) changes.push(...instead(other, callee.property))
  if (narrowing.has(name)) changes.push(...instead(of(callee.object)))
  if (nameOf(callee.object) !== 'v') return changes
  // The parsing rules: one link of the chain less, the wrapper less, a field that takes anything.
  if (name === 'pipe') for (const arg of args.slice(1)) changes.push(...without(arg, text))
  if (['optional', 'nullable', 'partial'].includes(name)) changes.push(...instead(of(args[0])))
  if (['strictObject', 'object'].includes(name) && args[0]?.type === 'ObjectExpression')
    for (const property of args[0].properties as Placed[])
      if (isPlaced(property.value))
        changes.push(
          ...instead(
            property.shorthand ? `${nameOf(property.key)}: v.unknown()` : 'v.unknown()',
            property.shorthand ? property : property.value,
          ),
        )
  return changes
}
