/**
 * Where a browser has `browser`, webextension-polyfill hands that over and does nothing else: so it is in every Chrome from 144 on
 * (https://groups.google.com/a/chromium.org/g/chromium-extensions/c/4txWvDW55hU, read 2026-11-22). Those before, from 137 on, answer with
 * promises on `chrome` too. The package for Chrome holds just that choice: the worker and each page read 2.8 kB gzip less at every start.
 * Another browser's build leaves this out.
 */
import type { Plugin } from 'vite'

export function polyfillForChrome(): Plugin {
  return {
    name: 'keyway:polyfill-for-chrome',
    apply: 'build',
    load: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler: () => 'export default globalThis.browser?.runtime?.id ? globalThis.browser : chrome',
    },
  }
}
