/** One entry of a TOML file is set, and everything else is what it was: with Python's own reader as the judge. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToml, tomlString } from '../../../../src/features/handoff/core/encrypted/toml.ts'
import { setFields } from '../../../../src/features/handoff/core/encrypted/toml-edit.ts'
import type { TextFile } from '../../../../src/features/handoff/core/text-file.ts'
import { readText } from '../../../../src/features/handoff/core/text-file.ts'

function file(text: string): TextFile {
  const read = readText(new TextEncoder().encode(text), 'a.toml')
  if ('ok' in read) throw new Error(read.message)
  return read
}
const set = (text: string, path = ['secrets', 'KEY']) =>
  setFields(file(text), path, { provider: '"age"', value: '"NEW"' })?.text

describe('an entry', () => {
  const line = 'KEY = { provider = "age", value = "NEW" }'
  it.each([
    ['nothing', '', `[secrets]\n${line}\n`],
    ['a file without the table', 'a = 1', `a = 1\n\n[secrets]\n${line}\n`],
    [
      'the table',
      '[secrets]\nA = "x" # a\n# end\n\n[b]\n',
      `[secrets]\nA = "x" # a\n${line}\n# end\n\n[b]\n`,
    ],
    ['an empty table at the end', '[secrets] # s', `[secrets] # s\n${line}\n`],
    [
      'the entry',
      '[secrets]\nKEY={value="old",env=false}',
      '[secrets]\nKEY={ provider = "age", value="NEW",env=false}',
    ],
    [
      'the entry as a table',
      '[secrets.KEY]\nvalue = "old" # v\n[c]\n',
      '[secrets.KEY]\nvalue = "NEW" # v\nprovider = "age"\n[c]\n',
    ],
    [
      'dotted entries',
      '[secrets]\nKEY.provider = "a"\nKEY.value = "b"\n',
      '[secrets]\nKEY.provider = "age"\nKEY.value = "NEW"\n',
    ],
    ['only tables below it', '[secrets.A]\nx = 1\n', `[secrets.A]\nx = 1\n\n[secrets]\n${line}\n`],
    [
      'an empty inline table',
      '[secrets]\r\nKEY = {}\r\n',
      '[secrets]\r\nKEY = { provider = "age", value = "NEW" }\r\n',
    ],
    [
      'a quoted name',
      '["secrets"]\n"KEY" = { provider = \'p\', value = """o\n"ld""" }\n',
      '["secrets"]\n"KEY" = { provider = "age", value = "NEW" }\n',
    ],
  ])('is set in %s', (_, before, after) => {
    expect(set(before)).toBe(after)
  })

  it.each([
    ['no TOML', 'this is not toml'],
    ['an open string', 'a = "'],
    ['the table written inline at the top', 'secrets = { A = "x" }\n'],
    ['dotted keys at the top', 'secrets.A = "x"\n'],
    ['a list of tables', '[[secrets]]\nA = 1\n'],
    ['a plain value', '[secrets]\nKEY = "x"\n'],
    ['deeper tables of that name', '[secrets.KEY.more]\na = 1\n'],
  ])('is left alone in %s', (_, before) => {
    expect(set(before)).toBeUndefined()
  })
})

describe('with Python’s reader as the judge', () => {
  const key = fc.constantFrom('A', 'B-c', '"q.u"', "'l it'", 'D')
  const text = fc.constantFrom('x', 'a"b', '#no', 'é\\', "it's", '= ]', '\u007f')
  const leaf: fc.Arbitrary<string> = fc.oneof(
    text.map(tomlString),
    fc.constantFrom(
      "'lit # eral'",
      '"""m\nl " l"""',
      "'''x\n'' y'''",
      '"\\u00e9\\t"',
      '1979-05-27 07:32:00',
      '0x1F',
      '1e6',
      'true',
      '1_000',
    ),
  )
  const value = fc.oneof(
    leaf,
    fc
      .array(leaf, { maxLength: 3 })
      .map(all => `[\n  ${all.join(',\n  # c ]\n  ')}${all.length > 0 ? ',' : ''}\n]`),
    fc
      .tuple(leaf, leaf)
      .map(([a, b]) => `{ x = ${a.includes('\n') ? '1' : a}, y.z = ${b.includes('\n') ? '2' : b} }`),
  )
  const entries = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 })
  const lines = entries.map(all => all.map(([name, written]) => `${name} = ${written} # ${name}`).join('\n'))
  const sample = fc
    .tuple(lines, lines, lines, fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([top, secrets, other, end, closed]) =>
      `# head\n${top}\n\n[secrets]\n${secrets}\n\n# other\n[other.table]\n${other}${closed ? '\n' : ''}`.replaceAll(
        '\n',
        end,
      ),
    )

  it('reads the same names, and after a change all but the one entry is the same', () => {
    const all = fc.sample(sample, { seed: 19, numRuns: 60 })
    const pairs = all.map(before => [before, set(before) ?? ''])
    const judge = spawnSync(
      'python3',
      [
        '-c',
        'import json, sys, tomllib\nprint(json.dumps([[tomllib.loads(t) for t in p] for p in json.load(sys.stdin)], default=str))',
      ],
      { input: JSON.stringify(pairs), encoding: 'utf8' },
    )
    // Older Pythons have no tomllib: our own reader then judges alone, and this says so. Anything else that Python says is a failure.
    const hasJudge = judge.error === undefined && !judge.stderr.includes('ModuleNotFoundError')
    if (!hasJudge)
      console.warn('Python has no tomllib here: the changed files were read by our own reader only.')
    else expect(judge.stderr).toBe('')
    const read = hasJudge ? (JSON.parse(judge.stdout) as [Tree, Tree][]) : []
    for (const [index, [before = '', after = '']] of pairs.entries()) {
      expect(after, before).toContain('value = "NEW"')
      const entry = readToml(after)?.entries.find(({ path }) => path.join('/') === 'secrets/KEY')
      expect(entry?.value.kind).toBe('table')
      const [was, is] = read[index] ?? [
        { secrets: {} },
        { secrets: { KEY: { provider: 'age', value: 'NEW' } } },
      ]
      expect(is.secrets.KEY, after).toEqual({ provider: 'age', value: 'NEW' })
      const { KEY: _, ...rest } = is.secrets
      expect({ ...is, secrets: rest }, after).toEqual(was)
    }
  })
})

type Tree = { secrets: Record<string, unknown> }
