/** Every shell gets back exactly the key: asked of the shells that are here, and of a reading of the manual for the rest. */
import { execFileSync } from 'node:child_process'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNames } from '../../../src/features/copy/core/format-names.ts'
import { type Format, format } from '../../../src/features/copy/core/formats.ts'
import { variableName } from '../../../src/providers/variable-names.ts'
import { here } from '../handoff/interpreters.ts'

const name = 'OPENAI_API_KEY'
/** What keys are made of today, then everything that any of the shells treats in a way of its own. */
const awkward = [
  'sk-proj-AbC_123-xyz',
  'AIzaSy-09_zZ',
  'a/b+c=d.e:f@g,h~i',
  '#hash',
  'two words',
  ' lead and trail ',
  '$HOME',
  '$' + '{HOME}',
  '`id`',
  '$(id)',
  "it's",
  "''",
  '"quoted"',
  'back\\slash',
  'ends\\',
  "\\'",
  '!!',
  '!history',
  '%PATH%',
  '100%',
  '^caret&pipe|<>',
  '*?[a]{b}',
  '~root',
  ';rm',
  '-n',
  '=',
  'a#b',
  '\u2018curly\u2019',
  '\u201cdouble\u201d',
  'ключ',
]
const key = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 })

function line(as: Format, secret: string): string {
  const made = format(as, name, secret)
  expect(made, `${as} must hold ${secret}`).toMatchObject({ ok: true })
  return made.ok ? made.text : ''
}

/** One process for many keys. */
function askShell(
  shell: string,
  as: Format,
  print: string,
  secrets: string[],
  args: string[] = [],
): string[] {
  const script = secrets.map(secret => `${line(as, secret)}\n${print}`).join('\n')
  return execFileSync(shell, [...args, script], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
}

const shells = [
  { shell: 'bash', as: 'bash', print: `printf '%s\\0' "$${name}"`, args: ['-c'] },
  { shell: 'sh', as: 'bash', print: `printf '%s\\0' "$${name}"`, args: ['-c'] },
  { shell: 'zsh', as: 'bash', print: `printf '%s\\0' "$${name}"`, args: ['-c'] },
  { shell: 'fish', as: 'fish', print: `printf '%s\\0' $${name}`, args: ['-c'] },
  {
    shell: 'pwsh',
    as: 'powershell',
    print: `[Console]::Write($env:${name} + [char]0)`,
    args: ['-NoProfile', '-Command'],
  },
] as const

it.each(shells.filter(({ shell }) => here(shell)))(
  '$shell reads back every key',
  ({ shell, as, print, args }) => {
    const secrets = [...awkward, ...fc.sample(key, { numRuns: 300, seed: 7 })]
    expect(askShell(shell, as, print, secrets, [...args])).toEqual(secrets)
  },
)

/** How the manuals say that the rest is read. */
const readers: Partial<Record<Format, (line: string) => string>> = {
  // fish: between single quotes only \\ and \' mean something.
  fish: line => (/^set -gx \w+ '(.*)'$/su.exec(line)?.[1] ?? '').replace(/\\([\\'])/g, '$1'),
  // about_Quoting_Rules: a doubled quote, straight or curly, is one.
  powershell: line => (/^\$env:\w+ = '(.*)'$/su.exec(line)?.[1] ?? '').replace(/(['‘’‚‛])\1/g, '$1'),
  'powershell-user': line =>
    (/^\[Environment\]::SetEnvironmentVariable\('\w+', '(.*)', 'User'\)$/su.exec(line)?.[1] ?? '').replace(
      /(['‘’‚‛])\1/g,
      '$1',
    ),
  // set "NAME=value": everything up to the last quote.
  cmd: line => /^set "\w+=(.*)"$/su.exec(line)?.[1] ?? '',
  // CommandLineToArgvW: backslashes before a quote come in pairs.
  'cmd-user': line =>
    (/^setx \w+ "(.*)"$/su.exec(line)?.[1] ?? '').replace(/\\+$/, run => run.slice(run.length / 2)),
}

it.each(Object.entries(readers))('%s holds every key it takes, by the rules of its manual', (as, read) => {
  for (const secret of [...awkward, ...fc.sample(key, { numRuns: 300, seed: 11 })]) {
    const made = format(as as Format, name, secret)
    if (made.ok) expect(read(made.text)).toBe(secret)
    else expect(`${as}: ${made.message}`).toMatch(/^cmd.*PowerShell\.$/)
  }
})

/** Letter by letter, whatever is installed here: the lines as they have to be pasted. */
it.each([
  ['fish', 'sk-proj-AbC_1', "set -gx OPENAI_API_KEY 'sk-proj-AbC_1'"],
  ['fish', `it's`, "set -gx OPENAI_API_KEY 'it\\'s'"],
  ['fish', 'a\\', "set -gx OPENAI_API_KEY 'a\\\\'"],
  ['fish', '$HOME(id)*~', "set -gx OPENAI_API_KEY '$HOME(id)*~'"],
  ['bash', `it's`, "export OPENAI_API_KEY='it'\\''s'"],
  ['bash', '$HOME`id`!!\\', "export OPENAI_API_KEY='$HOME`id`!!\\'"],
  ['powershell', 'sk-proj-AbC_1', "$env:OPENAI_API_KEY = 'sk-proj-AbC_1'"],
  ['powershell', `it's ‘so’`, "$env:OPENAI_API_KEY = 'it''s ‘‘so’’'"],
  ['powershell', '$x`n"%a%', `$env:OPENAI_API_KEY = '$x\`n"%a%'`],
  ['powershell-user', `a'b`, "[Environment]::SetEnvironmentVariable('OPENAI_API_KEY', 'a''b', 'User')"],
  ['cmd', 'a&b|c<d>^e f', 'set "OPENAI_API_KEY=a&b|c<d>^e f"'],
  ['cmd', `it's\\`, `set "OPENAI_API_KEY=it's\\"`],
  ['cmd-user', 'a b\\', 'setx OPENAI_API_KEY "a b\\\\"'],
  ['cmd-user', 'a\\b', 'setx OPENAI_API_KEY "a\\b"'],
] as const)('%s writes %j as %j', (as, secret, wanted) => {
  expect(line(as, secret)).toBe(wanted)
})

it.each(['cmd', 'cmd-user'] as const)('%s says no to each character that it would change', as => {
  for (const character of ['"', '%', '!'])
    expect(format(as, name, `sk-${character}x`), character).toMatchObject({ ok: false, code: 'cannot_quote' })
})

/** Every character of ASCII by itself, at the beginning, in the middle and at the end. */
it.each(Object.entries(readers))('%s holds every single character or refuses it in words', (as, read) => {
  for (let code = 32; code < 127; code++)
    for (const secret of [
      `${String.fromCharCode(code)}ab`,
      `a${String.fromCharCode(code)}b`,
      `ab${String.fromCharCode(code)}`,
    ]) {
      const made = format(as as Format, name, secret)
      if (made.ok) expect(read(made.text)).toBe(secret)
      else expect(as).toMatch(/^cmd/)
    }
})

describe('.env', () => {
  it('is read alike by Node, by a shell that sources it, and by python-dotenv’s rules, or is refused in words', () => {
    const secrets = [...awkward, ...fc.sample(key, { numRuns: 300, seed: 13 })]
    const taken = secrets.filter(secret => format('env', name, secret).ok)
    expect(taken.length).toBeGreaterThan(secrets.length / 4)
    for (const secret of taken) expect(parseEnv(line('env', secret))[name]).toBe(secret)
    expect(askShell('sh', 'env', `printf '%s\\0' "$${name}"`, taken, ['-c'])).toEqual(taken)
    if (here('python3', '-c', 'import dotenv')) expect(pythonDotenv(taken)).toEqual(taken)
  })

  it('puts no quotes around a key as it really is, which Docker would take as part of it', () => {
    expect(line('env', 'sk-proj-AbC_123-xyz')).toBe('OPENAI_API_KEY=sk-proj-AbC_123-xyz')
  })
})

function pythonDotenv(secrets: string[]): string[] {
  const script = `import sys,json,io,dotenv\nprint(json.dumps([dotenv.dotenv_values(stream=io.StringIO(l))['${name}'] for l in json.load(sys.stdin)]))`
  const input = JSON.stringify(secrets.map(secret => line('env', secret)))
  return JSON.parse(execFileSync('python3', ['-c', script], { encoding: 'utf8', input })) as string[]
}

it('refuses a key with a control character in every form: a terminal would run what is pasted', () => {
  for (const as of Object.keys(formatNames) as Format[])
    expect(format(as, name, 'sk-a\nb').ok, as).toBe(false)
})

it('says what Command Prompt cannot hold', () => {
  for (const secret of ['a"b', '%PATH%', 'x'.repeat(1025)])
    expect(format('cmd-user', name, secret)).toMatchObject({ ok: false, message: /PowerShell/ })
})

it.each([
  ['openai', undefined, 'OPENAI_API_KEY'],
  ['openai', 'project', 'OPENAI_API_KEY'],
  ['openai', 'admin', 'OPENAI_ADMIN_KEY'],
  ['anthropic', undefined, 'ANTHROPIC_API_KEY'],
  ['gemini', undefined, 'GEMINI_API_KEY'],
  ['xai', undefined, 'XAI_API_KEY'],
  ['lmstudio', undefined, 'LM_API_TOKEN'],
] as const)('%s (%s) is read from %s', (provider, kind, variable) => {
  expect(variableName({ provider, ...(kind && { kind }) })).toBe(variable)
})
