/**
 * Argon2id's WebAssembly as two files of the package, read at an unlock. hash-wasm carries it as texts in its script, and the worker, which
 * starts many times a day, would read and parse them each time. The bytes are the package's own; one statement of it is put in place of
 * another, and the build stops when it is not there as expected.
 */
import type { Plugin } from 'vite'

/** Both lie at the package's root under their own names. */
export const wasmNames = ['argon2', 'blake2b'] as const

const decode = 'const asm = decodeBase64(binary.data);'
/** Like the statement before it, it fails the derivation and is tried again at the next one. */
const read =
  'const asm = { buffer: yield fetch("/" + binary.name + ".wasm").then(reply => reply.arrayBuffer()) };'

/** What hash-wasm's script says that the WebAssembly of this name is. @returns the text's place, and its bytes */
export function wasmIn(script: string, name: string): { text: string; bytes: Buffer } {
  const [, , text] =
    new RegExp(`var name(\\$\\w+)? = "${name}";\\s*var data\\1 = "([\\w+/=]{1000,})"`).exec(script) ?? []
  if (text === undefined) throw new Error(`hash-wasm holds no ${name} where it was.`)
  return { text, bytes: Buffer.from(text, 'base64') }
}

export function argon2AsWasm(): Plugin {
  return {
    name: 'keyway:argon2-as-wasm',
    apply: 'build',
    transform: {
      filter: { id: /hash-wasm\/dist\/index\.esm\.js$/ },
      handler(script) {
        const parts = script.split(decode)
        if (parts.length !== 2) throw new Error('hash-wasm does not read its WebAssembly where it did.')
        let next = parts.join(read)
        for (const name of wasmNames) {
          const { text, bytes } = wasmIn(script, name)
          this.emitFile({ type: 'asset', fileName: `${name}.wasm`, source: bytes })
          next = next.replace(text, '')
        }
        return { code: next, map: null }
      },
    },
  }
}
