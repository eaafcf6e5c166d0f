import { defineConfig } from 'vitest/config'

/** Two kinds of test: `unit` in Node, many at a time; `browser` drives the built extension, one file after another. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/extension/*.browser.ts'],
          environment: 'node',
          globalSetup: ['tests/extension/fresh-dist.ts'],
          // One browser at a time: they share two cores and the person's patience.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
