import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.ts'

/** Two kinds of test: `unit` in Node, many at a time; `browser` drives the built extension. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          // `npm run check`: tests of a tool that few change, in programs of their own.
          exclude: process.env.QUICK ? ['tests/mutants/try-mutants.test.ts'] : [],
          environment: 'node',
          // The real one refuses to load outside of an extension.
          alias: { 'webextension-polyfill': join(import.meta.dirname, 'tests/fake-browser.ts') },
          // Without this, one core of two is left idle.
          maxWorkers: '100%',
          // A test that hangs, on however slow a machine: none is to be judged by the clock.
          testTimeout: 60_000,
        },
      },
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
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
