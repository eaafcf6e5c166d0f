/**
 * Who may import whom, by layer. A layer is a folder of src/, and within a feature its part: `features/<feature>/core` (pure),
 * `worker`, `page` (content script) or `screen` (React). A folder that fits no line may not exist.
 */

export type Rule = {
  /** Layers (or single files of src/) whose values it may use; files of its own folder always. */
  uses: readonly string[]
  /** Layers whose types it may use beside those. `*`: all. */
  types: readonly string[]
  /** Packages. A name ending in `/*` stands for everything under it. */
  packages: readonly string[]
  /** Globals that it must get as arguments instead. */
  without: readonly string[]
  /** What the rule is for, as the end of a sentence: "because …". */
  because: string
}

const platform = ['chrome', 'browser', 'document', 'window', 'localStorage', 'indexedDB', 'navigator']
const extensionApi = ['chrome', 'browser']
const react = [
  'react',
  'react-dom',
  'react-dom/*',
  'react/*',
  'lucide-react/*',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
]

/** Pure parts of the vault that a screen may use: they touch no key. What is joined names secrets by their tags, and holds them sealed. */
const harmlessVault = [
  'vault/passphrase.ts',
  'vault/passphrase-words.ts',
  'vault/errors.ts',
  'vault/crypto/bytes.ts',
  'vault/sync/state.ts',
  'vault/sync/join.ts',
  'vault/sync/expected-keys.ts',
  'vault/sync/local-changes.ts',
  'vault/sync/missing.ts',
  'vault/sync/vault-changes.ts',
  'vault/sync/synced-fields.ts',
]

export const table: Record<string, Rule> = {
  i18n: {
    uses: [],
    types: ['*'],
    packages: ['react'],
    without: platform.filter(name => name !== 'chrome'),
    because: 'it only finds the sentence in the language of the browser',
  },
  protocol: {
    uses: ['i18n/plain-text.ts', 'providers/checked-fields.ts', 'providers/list.ts'],
    types: ['*'],
    packages: ['valibot'],
    without: platform,
    because: 'it says what contexts tell each other and who may say it, and does nothing',
  },
  platform: {
    uses: ['i18n', 'protocol'],
    types: ['*'],
    packages: ['webextension-polyfill', 'idb'],
    without: [],
    because: 'it wraps what the browser offers to extensions, and decides nothing',
  },
  ui: {
    uses: ['i18n', 'platform', 'protocol'],
    types: ['*'],
    packages: react,
    without: extensionApi,
    because: 'a component knows no feature and no message',
  },
  guides: {
    // The build reads it: what things cost is typed once.
    uses: ['features/usage/core/prices.ts'],
    types: ['locator', 'providers', 'features/*/core'],
    packages: [],
    without: platform,
    because: 'a guide is data',
  },
  locator: {
    uses: [],
    types: [],
    packages: ['dom-accessibility-api'],
    without: [...extensionApi, 'fetch', 'localStorage'],
    because: 'it runs in any page, alone',
  },
  overlay: {
    uses: [],
    types: ['features/guide/core', 'guides', 'locator'],
    packages: [],
    without: [...extensionApi, 'fetch', 'localStorage'],
    because: 'it draws, and knows nothing of guides’ contents or of storage',
  },
  providers: {
    uses: ['i18n'],
    types: ['*'],
    packages: [],
    without: [...platform, 'fetch'],
    because: 'what an answer means depends on the answer alone',
  },
  vault: {
    uses: ['i18n', 'providers/list.ts'],
    types: ['*'],
    packages: ['hash-wasm', 'hash-wasm/*', 'hpke'],
    without: [...platform, 'fetch'],
    because: 'storage, clock and randomness are arguments, so that every failure of theirs can be tried',
  },
  'features/*/core': {
    uses: ['i18n', 'providers', 'protocol/failure.ts', 'features/*/core', ...harmlessVault],
    types: ['*'],
    packages: ['minisearch', 'valibot'],
    without: [...platform, 'fetch', 'setTimeout'],
    because: 'a feature’s rules are pure: clock, network and storage come in as arguments',
  },
  'features/*/worker': {
    uses: ['i18n', 'protocol', 'platform', 'vault', 'providers', 'features/*/core'],
    types: ['*'],
    packages: ['valibot'],
    without: ['document', 'window', 'localStorage', ...extensionApi],
    because: 'a service is handed the other services’ functions by src/entries/background',
  },
  'features/*/page': {
    uses: [
      'overlay',
      'locator',
      'features/guide/core',
      'features/*/page',
      'providers/recognition/key-shapes.ts',
    ],
    types: ['protocol', 'guides', 'features/*/core'],
    packages: [],
    without: ['browser', 'fetch', 'localStorage'],
    because: 'what runs in a page never holds a stored key and stays small',
  },
  'features/*/screen': {
    uses: [
      'i18n',
      'protocol',
      'platform',
      'ui',
      'providers',
      'guides',
      'features/*/core',
      'features/*/screen',
      ...harmlessVault,
    ],
    types: ['*'],
    packages: [
      ...react,
      'openai',
      'openai/*',
      'age-encryption',
      '@noble/ciphers/*',
      '@noble/curves/*',
      'valibot',
    ],
    without: extensionApi,
    because: 'a screen shows what the worker publishes and asks the worker for the rest',
  },
  entries: {
    uses: [
      'i18n',
      'protocol',
      'platform',
      'ui',
      'overlay',
      'locator',
      'providers',
      'vault',
      'guides',
      'features/*/core',
      'features/*/worker',
      'features/*/page',
      'features/*/screen',
    ],
    types: ['*'],
    packages: react,
    without: ['browser', 'localStorage'],
    because: 'an entry puts features together',
  },
}

/** What one entry may be made of, beside the table: the worker has no screen, a screen no worker, a page neither. */
export const partsOfEntries: Record<string, RegExp> = {
  background: /^src\/(i18n|protocol|platform|vault|providers|features\/\w+\/(core|worker))\//,
  content: /^src\/(overlay|locator|features\/\w+\/(core|page))\//,
  offscreen: /^src\/(i18n|protocol|platform|features\/copy\/core)\//,
  popup: /^src\/(i18n|protocol|platform|ui|providers|features\/\w+\/(core|screen))\//,
  panel: /^src\/(i18n|protocol|platform|ui|providers|features\/\w+\/(core|screen))\//,
  dashboard: /^src\/(i18n|protocol|platform|ui|providers|features\/\w+\/(core|screen))\//,
  welcome: /^src\/(i18n|protocol|platform|ui|providers|features\/\w+\/(core|screen))\//,
}

/** The name under which a file's folder stands in the table: “features/KIND/core” for `src/features/keys/core/filter.ts`. */
export function layerOf(path: string): string {
  const [, top = '', , part = ''] = path.split('/')
  return top === 'features' ? `features/*/${part}` : top
}
