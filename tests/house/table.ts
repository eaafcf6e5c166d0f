/** Who may import whom: one line for each folder of src/. A folder that is not listed may not exist. */

export type Rule = {
  /** Folders or files of src/ whose values it may use; its own folder always. */
  uses: string[]
  /** Folders whose types it may use beside those. `*`: all. */
  types: string[]
  /** Packages. A name ending in `/*` stands for everything under it. */
  packages: string[]
  /** Globals that it must get as arguments instead. */
  without: string[]
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
  'radix-ui',
  '@tanstack/react-virtual',
]
const screen: Rule = {
  uses: [
    'words',
    'ui',
    'extension',
    'providers',
    'clipboard',
    'usage',
    'guides',
    'tour/pages.ts',
    'tour/text-key.ts',
    'tour/translate.ts',
    'tour/words.ts',
    // Pure helpers that touch no key: how good a passphrase is, what a backup file says.
    'vault/passphrase.ts',
    'vault/passphrase-words.ts',
    'vault/backup.ts',
    'vault/import-list.ts',
    // How often a key worked, from its history.
    'health/history.ts',
  ],
  types: ['*'],
  packages: react,
  without: extensionApi,
  because:
    'a screen shows what the worker publishes and asks the worker for the rest; sealing and opening are not its business',
}

export const table: Record<string, Rule> = {
  words: {
    uses: ['tour/text-key.ts'],
    types: [],
    packages: [],
    without: platform.filter(name => name !== 'chrome'),
    because: 'it only finds the sentence in the language of the browser',
  },
  guides: {
    uses: [],
    types: ['locator', 'providers', 'tour'],
    packages: [],
    without: platform,
    because: 'a guide is data',
  },
  tour: {
    uses: ['words'],
    types: ['*'],
    packages: [],
    without: [...platform, 'fetch', 'setTimeout'],
    because: 'where a person is in a guide is a pure function of what happened',
  },
  providers: {
    uses: ['words'],
    types: ['*'],
    packages: [],
    without: [...platform, 'fetch'],
    because: 'what an answer means depends on the answer alone',
  },
  vault: {
    uses: ['words'],
    types: ['*'],
    packages: ['hash-wasm', 'hash-wasm/*', 'hpke'],
    without: [...platform, 'fetch'],
    because: 'storage, clock and randomness are arguments, so that every failure of theirs can be tried',
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
    types: ['tour', 'guides', 'locator'],
    packages: [],
    without: [...extensionApi, 'fetch', 'localStorage'],
    because: 'it draws, and knows nothing of guides’ contents or of storage',
  },
  health: {
    uses: ['providers', 'words'],
    types: ['*'],
    packages: [],
    without: [...platform, 'fetch'],
    because: 'its effects come in as arguments',
  },
  usage: {
    uses: ['providers', 'words'],
    types: ['*'],
    packages: [],
    without: [...platform, 'fetch'],
    because: 'its effects come in as arguments',
  },
  clipboard: {
    uses: ['providers', 'words'],
    types: ['*'],
    packages: ['ignore'],
    without: [...platform, 'fetch'],
    because: 'its effects come in as arguments',
  },
  extension: {
    uses: ['words', 'tour/text-key.ts'],
    types: ['*'],
    packages: ['webextension-polyfill', 'valibot', 'idb'],
    without: [],
    because: 'it wraps what the browser offers to extensions, and decides nothing',
  },
  background: {
    uses: ['words', 'guides', 'tour', 'vault', 'providers', 'health', 'usage', 'clipboard', 'extension'],
    types: ['*'],
    packages: ['valibot'],
    without: ['document', 'window', 'localStorage', ...extensionApi],
    because: 'a worker has no document, and only src/extension speaks to the browser',
  },
  offscreen: {
    uses: ['clipboard', 'extension'],
    types: ['*'],
    packages: [],
    without: extensionApi,
    because: 'it writes and clears the clipboard, nothing else',
  },
  content: {
    uses: ['overlay', 'locator', 'tour'],
    types: ['tour', 'guides', 'locator', 'overlay', 'extension'],
    packages: [],
    without: ['browser', 'fetch', 'localStorage'],
    because: 'what runs in a page never holds keys, and is at most 25 kB',
  },
  ui: screen,
  popup: screen,
  panel: screen,
  welcome: screen,
  dashboard: { ...screen, packages: [...screen.packages, 'openai', 'openai/*', 'age-encryption'] },
}
