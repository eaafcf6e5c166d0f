/**
 * webextension-polyfill without what Chrome has: its table of some 150 calls that have to be turned into promises is empty, for every
 * Chrome that Keyway runs in answers them with promises by itself; the rest of it (messages, getters) is as it was published, as a module.
 * The worker and each page read it at every start. The build stops when it is not there as expected.
 */
import type { Plugin } from 'vite'

const table =
  /const apiMetadata = \{[\s\S]*?\n {6}\};\s*if \(Object\.keys\(apiMetadata\)\.length === 0\) \{[^}]*\}/
const head = /\(function \(global, factory\) \{[\s\S]*?\}\)\([^)]*, function \(module\) \{/
const tail = /\}\);\s*(\/\/# sourceMappingURL=\S+\s*)?$/

/** @param script the package's own file */
export function forChrome(script: string): string {
  return [
    [head, 'const module = {};'],
    [table, 'const apiMetadata = {};'],
    [tail, 'export default module.exports;'],
  ].reduce((text, [expected, instead]) => {
    const next = text.replace(expected as RegExp, instead as string)
    if (next === text) throw new Error('webextension-polyfill is not written as it was.')
    return next
  }, script)
}

export function polyfillForChrome(): Plugin {
  return {
    name: 'keyway:polyfill-for-chrome',
    apply: 'build',
    transform: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler: script => ({ code: forChrome(script), map: null }),
    },
  }
}
