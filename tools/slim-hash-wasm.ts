/**
 * hash-wasm as the vault uses it: bytes in, bytes out, in a browser. Its WebAssembly comes as base64, in which a byte lies across two
 * characters, so that nothing of it compresses; here the same bytes are hexadecimal digits, two for each. What is for Node and for
 * texts of hashes goes. 1.2 kB gzip of each start of the worker. A package that is made otherwise stops the build.
 */
import type { Plugin } from 'vite'

const modules = /^(var data(?:\$\w+)? = )"([\w+/]+=*)"/gm

function asHex(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.toString('base64') !== base64) throw new Error('hash-wasm: this is no base64.')
  return bytes.toString('hex')
}

/** What is found exactly once, and what stands there instead. */
const parts: [RegExp, string][] = [
  [
    /(?<=^function decodeBase64\(data\) \{)[\s\S]*?(?=^\})/m,
    'const bytes = new Uint8Array(data.length / 2); writeHexToUInt8(bytes, data); return bytes\n',
  ],
  [
    /(?<=^function encodeBase64\(data, pad = true\) \{)[\s\S]*?(?=^\})/m,
    'throw new Error("Not built in.")\n',
  ],
  [/^const base64Lookup = .*\nfor \(let i = 0; i < base64Chars\.length[\s\S]*?^\}/m, ''],
  [/(?<=^const globalObject = )getGlobal\(\)/m, 'globalThis'],
  [/(?<=^const nodeBuffer = ).*(?=;)/m, 'null'],
]

export function slimHashWasm(): Plugin {
  return {
    name: 'keyway:slim-hash-wasm',
    apply: 'build',
    transform(code, id) {
      if (!/\/hash-wasm\/dist\/index\.esm\.js$/.test(id)) return undefined
      if (!modules.test(code) || parts.some(([part]) => !part.test(code)))
        throw new Error('hash-wasm is made otherwise now: look at tools/slim-hash-wasm.ts.')
      const slim = parts
        .reduce((text, [part, instead]) => text.replace(part, () => instead), code)
        .replaceAll(modules, (_, name: string, base64: string) => `${name}"${asHex(base64)}"`)
        .replaceAll('= new Mutex()', '= /* @__PURE__ */ new Mutex()')
      return { code: slim, map: null }
    },
  }
}
