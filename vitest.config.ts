import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Two kinds of test: `unit` in Node, many at a time; `browser` drives the built extension. */
export default defineConfig({
  test: {
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
          // Two browsers at a time: they mostly wait, and two cores are all that may be there.
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
