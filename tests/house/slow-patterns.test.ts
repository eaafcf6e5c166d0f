/**
 * No text makes Keyway think for longer than its length explains.
 *
 * @module-tag slow
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { pageWords } from '../../src/features/guide/core/page-words.ts'
import { recognise } from '../../src/providers/index.ts'
import { slowParts, slowPatterns } from './slow-patterns.ts'
import { parse } from './source.ts'

const root = join(import.meta.dirname, '../..')
const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map(path => `src/${path.replaceAll('\\', '/')}`)
  .filter(path => /\.tsx?$/.test(path))

test('no regular expression takes longer than the text is long', () => {
  expect(paths.flatMap(path => slowPatterns(parse(path, readFileSync(join(root, path), 'utf8'))))).toEqual([])
})

test('nor does one that is put together from parts', async () => {
  const built: RegExp[] = []
  const { RegExp: real } = globalThis
  globalThis.RegExp = new Proxy(real, {
    construct(target, [pattern, flags]) {
      const made = new target(pattern, flags)
      built.push(made)
      return made
    },
  })
  try {
    // What reads texts of others is pure, and can be loaded by itself. The question mark makes a module of its own.
    for (const path of paths.filter(path => /^src\/(?:providers|locator|features\/\w+\/core)\//.test(path)))
      await import(/* @vite-ignore */ `${pathToFileURL(join(root, path)).href}?built`)
  } finally {
    globalThis.RegExp = real
  }
  for (const source of Object.values(pageWords)) built.push(new real(source, 'i'))
  expect(built.length).toBeGreaterThan(30)
  expect(built.flatMap(one => slowParts(one).map(part => `${one} at ${part}`))).toEqual([])
})

test('a text of 50,000 characters that looks like the beginning of many examples is read', () => {
  for (const text of [`my${'a_'.repeat(25_000)}`, `my${'a'.repeat(50_000)}`, `put ${'a-'.repeat(25_000)}`])
    expect(recognise(text).problems).not.toEqual([])
})

test.each([
  ['two that follow each other', '\\s*,?\\s*x'],
  ['one in another', '^(?:a+)+$'],
  ['one that begins anywhere', 'a+b'],
])('the check itself can fail: %s', (_, source) => {
  expect(slowParts({ source, flags: '' })).not.toEqual([])
})
