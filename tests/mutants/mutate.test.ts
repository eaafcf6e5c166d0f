/**
 * The mistakes that are made.
 *
 * @module-tag slow
 */
import { describe, expect, it } from 'vitest'
import { equivalent } from './equivalent-mutants.ts'
import { allMutants } from './mutants.ts'
import { mutantsOf } from './mutate.ts'
import { targets } from './targets.ts'

/** What becomes of one line of a program. */
const changed = (line: string) => mutantsOf('src/x.ts', line).map(({ text }) => text)

describe('the mistakes in', () => {
  it.each<[string, string[]]>([
    ['const a = b && c', ['const a = b', 'const a = c']],
    ['const a = b ?? c', ['const a = b', 'const a = c']],
    ['const a = b < 3', ['const a = b <= 3', 'const a = b < (3 + 1)']],
    ['const a = b === c', ['const a = b !== c']],
    ['const a = !b', ['const a = (b)']],
    ['const a = b ? c : d', ['const a = (c)', 'const a = (d)']],
    ['const a = b in c', ['const a = !(b in c)']],
    ['const a = true', ['const a = false']],
    ['const a = /^b$/i', ['const a = /b$/i', 'const a = /^b/i']],
    ['const a = [b, c]', ['const a = [ c]', 'const a = [b, ]']],
    ['const a = { b, c: d }', ['const a = {  c: d }', 'const a = { b,  }']],
    ['const a = () => b', ['const a = () => undefined']],
    ['const a = b.filter(c)', ['const a = b']],
    ['const a = b.some(c)', ['const a = b.every(c)']],
    ['if (a) b()', ['if (true) b()', 'if (false) b()', 'if (a) ;']],
    ['function a() { return b }', ['function a() {}', 'function a() { return }']],
    ['while (a) b++', ['while (false) b++', 'while (a) ;', 'while (a) b--']],
    ['const a = v.optional(b)', ['const a = b']],
    ['const a = v.pipe(b, c)', ['const a = v.pipe(b, )']],
    [
      'const a = v.strictObject({ b: c })',
      [
        'const a = v.object({ b: c })',
        'const a = v.strictObject({  })',
        'const a = v.strictObject({ b: v.unknown() })',
      ],
    ],
  ])('%s', (line, all) => {
    expect(changed(line).sort()).toEqual([...all].sort())
  })

  it('types, imports and plain texts are none', () => {
    expect(
      changed(
        "import { a } from './a.ts'\ntype B = 1 | true\nconst c: Record<'d', 5> = 'e' as unknown as F<7>",
      ),
    ).toEqual([])
  })

  it('a part of a file are only those', () => {
    const text = 'function a() { b() }\nfunction c() { d() }'
    expect(mutantsOf('src/x.ts', text, ['c']).map(({ line }) => line)).toEqual([2, 2])
  })

  it('alike lines have names of their own, which stay when the file grows', () => {
    const keys = (text: string) => mutantsOf('src/x.ts', text).map(({ key }) => key)
    const once = keys('const a = !b')
    expect(keys('const a = !b\nconst a = !b')).toEqual([...once, `${once[0]} (2)`])
    expect(keys('const z = y\n\n    const a = !b')).toEqual(once)
  })
})

it('every file whose mistakes are to be noticed is there, and has some', () => {
  for (const target of Object.values(targets).flat()) expect(allMutants([target]).length).toBeGreaterThan(5)
})

it('every mistake that is explained is one that is made', () => {
  const made = new Set(allMutants(Object.values(targets).flat()).map(({ key }) => key))
  expect(Object.keys(equivalent).filter(key => !made.has(key))).toEqual([])
})

it('every mistake that is explained has a whole sentence for a reason', () => {
  for (const reason of Object.values(equivalent)) expect(reason).toMatch(/^[A-Z“].{20,}\.$/)
})
