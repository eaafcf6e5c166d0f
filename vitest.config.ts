import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

/** Needs a world of its own: it draws into a document, replaces modules or globals, or looks at what the fake browser holds. */
const marksOfItsOwnWorld = /@vitest-environment|\bvi\.|fake-browser/
const withMark = (mark: RegExp) =>
  readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
    .map(path => `tests/${path.replaceAll('\\', '/')}`)
    // The dialogs' libraries are a package of their own, installed by `npm run soak dialogs`: their tests are not ours.
    .filter(path => /\.test\.tsx?$/.test(path) && !path.includes('node_modules'))
    .filter(path => mark.test(readFileSync(join(import.meta.dirname, path), 'utf8')))
const apart = withMark(marksOfItsOwnWorld)

/** Of those that draw: the ones that read or seal bytes, or print. In a context of Node's its own bytes are no `Uint8Array`. */
const withBytes = [
  'tests/attacks/no-text.test.ts',
  'tests/entries/welcome.test.tsx',
  'tests/features/handoff/encrypted/project-part.test.tsx',
  'tests/features/handoff/scan-page.test.tsx',
  'tests/features/lock/make-with-passkey.test.tsx',
  'tests/features/transfer/exports.test.ts',
  'tests/ui/secret-forms.test.tsx',
]
const drawn = withMark(/@vitest-environment/).filter(path => !withBytes.includes(path))

/** What `npm run check` leaves to `npm test`: a file that says so as a whole is not even loaded. */
const leftOut = process.env.QUICK ? withMark(/@module-tag slow/) : []

const unit = {
  environment: 'node',
  setupFiles: [join(import.meta.dirname, 'tests/fixed-seed.ts')],
  // The real one refuses to load outside of an extension.
  alias: { 'webextension-polyfill': join(import.meta.dirname, 'tests/fake-browser.ts') },
  // Without this, one core of two is left idle.
  maxWorkers: '100%',
  // A test that hangs, on however slow a machine: none is to be judged by the clock. Some start a browser first.
  testTimeout: 300_000,
  hookTimeout: 300_000,
}

/** Unit tests in Node, many at a time, those that need a world of their own apart from the others; and `browser`, which drives the built extension. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What was compiled once is not compiled again as long as it stays as it is.
    experimental: { fsModuleCache: true, fsModuleCachePath: join(import.meta.dirname, 'out/compiled') },
    tags: [
      {
        name: 'slow',
        description:
          'Takes a fifth of a second or more, starts a browser or needs dist/: `npm run check` leaves it out.',
      },
    ],
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...apart, ...leftOut, '**/node_modules/**'],
          // What they load is loaded once, and not by each anew: that took longer than most of them do.
          isolate: false,
        },
      },
      { test: { ...unit, name: 'unit-apart', include: apart, exclude: [...drawn, ...leftOut] } },
      // A context for each file, and not a process: the document's own code is loaded once, which took longer than most of the files.
      {
        test: {
          ...unit,
          name: 'unit-drawn',
          include: drawn,
          exclude: leftOut,
          pool: 'vmThreads',
          vmMemoryLimit: '1GB',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/fresh-dist.ts'],
          setupFiles: process.env.STALLS ? ['tests/browser/stalls.ts'] : [],
          // Four browsers at a time: each waits for half of its time, and two cores are all that may be there.
          maxWorkers: 4,
          // What drives a browser is loaded once by each of the four, and not by each file anew: no test keeps anything in its modules.
          isolate: false,
          sequence: { groupOrder: 1 },
          // A story that hangs: what it waits for says so long before, each wait by itself.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
