/** One line of a `.env` changes and nothing else does, whoever wrote the file. */
import { execFileSync } from 'node:child_process'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setInDotEnv } from '../../../src/features/handoff/core/dot-env.ts'
import { readText, writeText } from '../../../src/features/handoff/core/text-file.ts'
import { here } from './interpreters.ts'

const name = 'OPENAI_API_KEY'
const key = 'sk-proj-new_Key-1'

function set(before: string | Uint8Array | undefined) {
  const bytes = typeof before === 'string' ? new TextEncoder().encode(before) : before
  const file = readText(bytes, '.env')
  if ('ok' in file) return file
  const made = setInDotEnv(file, name, key)
  return made.ok
    ? { ...made, after: new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeText(made.file)) }
    : made
}

describe('where the line goes', () => {
  it.each([
    ['no file yet', undefined, `${name}=${key}\n`, 'added', 1],
    ['an empty file', '', `${name}=${key}\n`, 'added', 1],
    ['another variable', 'A=1\n', `A=1\n${name}=${key}\n`, 'added', 2],
    ['no line end at the end', 'A=1', `A=1\n${name}=${key}\n`, 'added', 2],
    ['Windows line ends', 'A=1\r\nB=2\r\n', `A=1\r\nB=2\r\n${name}=${key}\r\n`, 'added', 3],
    ['a byte-order mark', '\ufeffA=1\r\n', `\ufeffA=1\r\n${name}=${key}\r\n`, 'added', 2],
    ['an older key', `A=1\n${name}=sk-old\nB=2\n`, `A=1\n${name}=${key}\nB=2\n`, 'replaced', 2],
    ['an empty place for it', `${name}=\nB=2\n`, `${name}=${key}\nB=2\n`, 'replaced', 1],
    [
      'a remark behind it',
      `${name}=sk-old   # the shop's\n`,
      `${name}=${key}   # the shop's\n`,
      'replaced',
      1,
    ],
    ['a remark and no value', `${name}= # fill in\n`, `${name}=${key} # fill in\n`, 'replaced', 1],
    ['a hash in a bare value', `${name}=#x\n`, `${name}=${key}\n`, 'replaced', 1],
    ['quotes', `${name}="sk-old" # x\n`, `${name}=${key} # x\n`, 'replaced', 1],
    ['export and blanks', `  export ${name} = 'sk-old'\n`, `  export ${name} = ${key}\n`, 'replaced', 1],
    ['a commented-out line', `# ${name}=sk-old\n`, `# ${name}=sk-old\n${name}=${key}\n`, 'added', 2],
    [
      'a longer name',
      `MY_${name}=1\n${name}_2=3\n`,
      `MY_${name}=1\n${name}_2=3\n${name}=${key}\n`,
      'added',
      3,
    ],
    ['the same key', `${name}=${key}\n`, `${name}=${key}\n`, 'same', 1],
    [
      'a value over several lines that looks like it',
      `PEM="-----BEGIN\n${name}=inside\n-----END"\n${name}=sk-old\n`,
      `PEM="-----BEGIN\n${name}=inside\n-----END"\n${name}=${key}\n`,
      'replaced',
      4,
    ],
    ['its own value over several lines', `${name}="a\nb"\nC=1\n`, `${name}=${key}\nC=1\n`, 'replaced', 1],
    ['a quote that is never closed', `${name}="sk-old\nB=2\n`, `${name}=${key}\nB=2\n`, 'replaced', 1],
  ] as const)('%s', (_, before, after, change, line) => {
    expect(set(before)).toMatchObject({ after, change, line, alsoOn: [] })
  })

  it('writes the last of several, the one that counts, and names the others', () => {
    expect(set(`${name}=a\nB=1\n${name}=b\n`)).toMatchObject({
      after: `${name}=a\nB=1\n${name}=${key}\n`,
      line: 3,
      alsoOn: [1],
    })
  })

  it.each([
    ['UTF-16, as PowerShell 5 writes it', new Uint8Array([0xff, 0xfe, 65, 0]), 'utf16'],
    ['bytes that are no text', new Uint8Array([65, 0xc3, 0x28]), 'not_text'],
    ['a program', new Uint8Array([65, 0, 66]), 'not_text'],
    ['a megabyte', new Uint8Array(1_000_001).fill(65), 'too_large'],
  ])('leaves %s alone and says so', (_, bytes, code) => {
    expect(set(bytes)).toMatchObject({ ok: false, code })
  })
})

/** Node 20 takes some remarks with `=` in them for variables. */
function readByNode(text: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parseEnv(text)).filter(([name]) => !name.startsWith('#')))
}

const end = fc.constantFrom('\n', '\r\n')
const variable = fc.constantFrom('A', 'B_2', 'DATABASE_URL', 'MY_OPENAI_API_KEY', name)
const value = fc.oneof(
  fc.stringMatching(/^[\w./:-]{0,12}$/),
  fc.stringMatching(/^"[\w #=.\n]{0,14}"$/),
  fc.stringMatching(/^'[\w #=$]{0,12}'$/),
)
const remark = fc.constantFrom('', ' # a remark', '   # x=y')
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('', 'export ', '  '), variable, value, remark)
    .map(([a, b, c, d]) => `${a}${b}=${c}${d}`),
  // No line of blanks only: Node 20 joins it to the next one.
  fc.constantFrom('', '# a remark', `# ${name}=old`),
)
const dotEnvFile = fc
  .tuple(fc.array(line, { maxLength: 8 }), end, fc.boolean())
  .map(
    ([lines, end, closed]) => lines.map(line => line.replaceAll('\n', end)).join(end) + (closed ? end : ''),
  )

it('whatever the file: Node reads the new key, every other variable as before, and a second time changes nothing', () => {
  fc.assert(
    fc.property(dotEnvFile, before => {
      const once = set(before)
      if (!('after' in once)) return false
      expect(readByNode(once.after)).toEqual({ ...readByNode(before), [name]: key })
      expect(set(once.after)).toMatchObject({ after: once.after, change: 'same' })
    }),
    { seed: 21, numRuns: 500 },
  )
})

it.runIf(here('python3', '-c', 'import dotenv'))('python-dotenv reads the same', () => {
  const files = fc.sample(dotEnvFile, { seed: 22, numRuns: 200 }).map(before => {
    const made = set(before)
    return [before, 'after' in made ? made.after : '']
  })
  const script =
    'import sys,json,io,dotenv\nread=lambda t:dict(dotenv.dotenv_values(stream=io.StringIO(t,newline=""),interpolate=False))\nprint(json.dumps([[read(a),read(b)] for a,b in json.load(sys.stdin)]))'
  const read = JSON.parse(
    execFileSync('python3', ['-c', script], { encoding: 'utf8', input: JSON.stringify(files) }),
  ) as [Record<string, string>, Record<string, string>][]
  for (const [was, is] of read) expect(is).toEqual({ ...was, [name]: key })
})
