/** The overlay's style reaches a page without a name that the page could register. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutCustomProperties } from '../../src/overlay/style.ts'

const css = readFileSync(join(import.meta.dirname, '../../src/overlay/overlay.css'), 'utf8')

test('no custom property is left in the overlay’s style, and every value is where its name stood', () => {
  const written = withoutCustomProperties(css)
  expect(css).toMatch(/var\(--accent\)/)
  expect(written).not.toMatch(/--[\w-]+|var\(/)
  expect(written).toContain('border: 2px solid light-dark(oklch(0.52 0.19 280), oklch(0.74 0.13 280))')
})

test.each([
  ['.a{--x:red;color:var(--x)}', '.a{color:red}'],
  ['.a{--x:red}.b{color:var( --x )}', '.a{}.b{color:red}'],
  [
    '.a{--x:light-dark(#fff,#000);--x-soft:blue;color:var(--x-soft);top:var(--x)}',
    '.a{color:blue;top:light-dark(#fff,#000)}',
  ],
])('as a minifier may write it: %s', (css, written) => {
  expect(withoutCustomProperties(css)).toBe(written)
})

test('a custom property without a value is reported as a mistake', () => {
  expect(() => withoutCustomProperties('.a{color:var(--nothing)}')).toThrow('--nothing')
})
