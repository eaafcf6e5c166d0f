import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

/** Needs a world of its own: it draws into a document, replaces modules or globals, or looks at what the fake browser holds. */
const marksOfItsOwnWorld = /@vitest-environment|\bvi\.|fake-browser/
const apart = readdirSync(join(import.meta.dirname, 'tests'), { recursive: true, encoding: 'utf8' })
  .map(path => `tests/${path.replaceAll('\\', '/')}`)
  .filter(path => /\.test\.tsx?$/.test(path))
  .filter(path => marksOfItsOwnWorld.test(readFileSync(join(import.meta.dirname, path), 'utf8')))

/** The slowest, which `npm run check` leaves to `npm test`: they run other programs, a browser, or thousands of cases in one test. */
const leftOutOfCheck = [
  'tests/mutants/try-mutants.test.ts',
  'tests/mutants/mutate.test.ts',
  'tests/tools/reproducible.test.ts',
  'tests/locator/drift.test.ts',
  'tests/vault/vectors.test.ts',
  'tests/attacks/guide-claims.test.ts',
  'tests/attacks/guide-secrets.test.ts',
  'tests/attacks/stored-header.test.ts',
  'tests/features/handoff/careful.test.ts',
  'tests/features/handoff/snippets.test.ts',
  'tests/features/handoff/git-history.test.ts',
  'tests/features/handoff/git.test.ts',
  'tests/features/handoff/commit-hook.test.ts',
  'tests/updates/updates.test.ts',
  'tests/vault/python-reader.test.ts',
]

const unit = {
  environment: 'node',
  setupFiles: [join(import.meta.dirname, 'tests/fixed-seed.ts')],
  // The real one refuses to load outside of an extension.
  alias: { 'webextension-polyfill': join(import.meta.dirname, 'tests/fake-browser.ts') },
  // Without this, one core of two is left idle.
  maxWorkers: '100%',
  // A test that hangs, on however slow a machine: none is to be judged by the clock.
  testTimeout: 300_000,
}

/** Unit tests in Node, many at a time, those that need a world of their own apart from the others; and `browser`, which drives the built extension. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...apart, ...(process.env.QUICK ? leftOutOfCheck : [])],
          // What they load is loaded once, and not by each anew: that took longer than most of them do.
          isolate: false,
        },
      },
      { test: { ...unit, name: 'unit-apart', include: apart } },
      {
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.ts'],
          environment: 'node',
          globalSetup: ['tests/browser/fresh-dist.ts'],
          // Three browsers at a time: each waits for a third of its time and more, and two cores are all that may be there.
          maxWorkers: 3,
          // What drives a browser is loaded once by each of the three, and not by each file anew: no test keeps anything in its modules.
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
