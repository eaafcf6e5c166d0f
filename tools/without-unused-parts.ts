/**
 * Two libraries without what Keyway never calls of them. A bundler drops a function that nothing calls, but not a method of a class or of an
 * object that is handed on: it cannot see that nobody asks for it. Nothing is put in its place, and the build stops when a part is not there.
 */
import { type Plugin, parseSync } from 'vite'

type Parts = Readonly<Record<string, readonly string[]>>

/** The end of a library's path -> its class or function -> the methods that go. */
export const unusedParts: Readonly<Record<string, Parts>> = {
  'hpke/index.js': {
    CipherSuite: [
      'KEM',
      'KDF',
      'AEAD',
      'GenerateKeyPair',
      'SerializePrivateKey',
      'DeserializePrivateKey',
      'SendExport',
      'ReceiveExport',
    ],
    SenderContext: ['mode', 'seq', 'Export', 'Nt'],
    RecipientContext: ['mode', 'seq', 'Export'],
    DHKEM_SHARED: ['SerializePrivateKey'],
  },
  'hash-wasm/dist/index.esm.js': {
    WASMInterface: ['getMemory', 'getExports', 'save', 'load', 'hashLength'],
    createBLAKE2b: ['save', 'load', 'blockSize', 'digestSize'],
  },
}

type Node = { type: string; start: number; end: number; [name: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value
const nameOf = (node: unknown) => (isNode(node) ? node.name : undefined)
const within = (node: Node): Node[] => [node, ...Object.values(node).flat().filter(isNode).flatMap(within)]

/** Its line breaks stay, so that a source map still leads to the right line. */
const breaksIn = (text: string) => text.replace(/[^\n]/g, '')

/** @throws when a part is not there exactly once */
export function withoutParts(script: string, parts: Parts): string {
  const body = parseSync('library.js', script).program.body as unknown as Node[]
  const cuts = Object.entries(parts).flatMap(([owner, names]) => {
    const declared = body
      .map(one => one.declaration ?? one)
      .find((one): one is Node => isNode(one) && nameOf(one.id) === owner)
    const kind = declared?.type === 'ClassDeclaration' ? 'MethodDefinition' : 'Property'
    const all = declared ? within(declared).filter(({ type }) => type === kind) : []
    return names.map(name => {
      const [found, other] = all.filter(({ key }) => nameOf(key) === name)
      if (!found || other) throw new Error(`The library's ${owner} has no single ${name}.`)
      return { start: found.start, end: found.end + (script[found.end] === ',' ? 1 : 0) }
    })
  })
  return cuts
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end }) => text.slice(0, start) + breaksIn(text.slice(start, end)) + text.slice(end),
      script,
    )
}

export function withoutUnusedParts(): Plugin {
  return {
    name: 'keyway:without-unused-parts',
    apply: 'build',
    transform: {
      filter: { id: /(?:hpke\/index|hash-wasm\/dist\/index\.esm)\.js$/ },
      handler(script, id) {
        const [, parts] = Object.entries(unusedParts).find(([path]) => id.endsWith(path)) ?? []
        return parts && { code: withoutParts(script, parts), map: null }
      },
    },
  }
}
