/**
 * The careful samples run as they are printed, against their own stand-in (tests/features/handoff/snippets.test.ts: the practice API): refused first, tried again, streamed, counted.
 *
 * @module-tag slow
 */
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import OpenAI from 'openai'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { snippets } from '../../../src/features/handoff/core/snippets/snippets.ts'
import { here } from './interpreters.ts'

const run = promisify(execFile)
const prompt = `It's "quoted": \\ $HOME \${x} \`id\` ä`
const { careful } = snippets({ provider: 'openai', model: 'gpt-5-nano', prompt })
const textOf = (id: string) => careful.find(one => one.id === id)?.text ?? ''

let folder: string
let server: ChildProcess
let port: number
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-careful-'))
  for (const [id, file] of [
    ['careful-python', 'sample.py'],
    ['careful-node', 'sample.mjs'],
    ['careful-typescript', 'sample.ts'],
    ['careful-curl', 'sample.sh'],
    ['careful-python-library', 'library.py'],
    ['careful-node-library', 'library.mts'],
    ['careful-node-library', 'library.mjs'],
    ['stand-in', 'stand-in.mjs'],
  ] as const)
    writeFileSync(join(folder, file), textOf(id))
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** A stand-in of its own for each case: it refuses the first call. */
beforeEach(async () => {
  port = await freePort()
  server = spawn(process.execPath, [join(folder, 'stand-in.mjs')], { env: { PORT: String(port) } })
  await new Promise(resolve => server.stdout?.once('data', resolve))
  return () => void server.kill()
})

const start = (program: string, file: string, variables: Record<string, string> = {}) =>
  run(program, [join(folder, file)], {
    timeout: 280_000,
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPENAI_API_KEY: 'sk-proj-secret-of-mine',
      ...variables,
    },
  })

const tenths = {
  retried: /^try 1 failed, again in (?:0\.\d|1\.0) s\n/,
  counted: /\nmodel=gpt-5-nano seconds=\d+\.\d tokens/,
}
/** What it logs, where the pause is drawn, and what makes it none. */
const drawn: [string, string, string, string, typeof tenths, string, string][] = [
  ['Python', 'python3', 'sample.py', 'careful-python', tenths, 'random.uniform(0, min(30, 2**attempt))', '0'],
  [
    'Node',
    process.execPath,
    'sample.mjs',
    'careful-node',
    tenths,
    'Math.random() * Math.min(30, 2 ** (attempt - 1))',
    '0',
  ],
  [
    'curl',
    'bash',
    'sample.sh',
    'careful-curl',
    { retried: /^try 1 failed, again in 0\.\d{3} s\n/, counted: /\nmodel=gpt-5-nano seconds=\d+ tokens/ },
    'RANDOM %',
    '0 *',
  ],
]
if (!here('jq')) console.warn('jq is not on this machine: the sample for curl was not run.')

describe.each(drawn.filter(([, program]) => program !== 'bash' || here('jq')))(
  '%s',
  (_, program, file, id, { retried, counted }, pause, none) => {
    it('is refused once, tries again, streams, and logs tokens and cost without the key', async () => {
      const { stdout, stderr } = await start(program, file)
      expect(stdout).toBe('Hello from your own computer.\n')
      expect(stderr).toMatch(retried)
      // 12 tokens at $0.05 and 5 at $0.40 for a million.
      expect(stderr).toMatch(/tokens=12\+5 cost=\$0\.000003\n$/)
      expect(stderr).toMatch(counted)
      expect(stdout + stderr).not.toContain('secret')
    })

    it('does not try for ever where nothing listens, and does not say the key', async () => {
      server.kill()
      // The pauses are drawn at random; without any the five tries are over at once.
      const source = textOf(id)
      const quick = source.replace(pause, none)
      expect(quick).not.toBe(source)
      writeFileSync(join(folder, `quick-${file}`), quick)
      const ended = start(program, `quick-${file}`, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
      await expect(ended).rejects.toThrow()
      const { stderr } = await ended.catch((thrown: { stderr: string }) => thrown)
      expect(stderr.match(/failed, again/g)).toHaveLength(4)
      expect(stderr).not.toContain('secret')
    })

    it('asks once, and says why, where the credit is used up', async () => {
      server.kill()
      let asked = 0
      const broke = createHttpServer((request, response) => {
        request.resume()
        asked++
        response.writeHead(429, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ error: { code: 'insufficient_quota', message: 'No credit.' } }))
      }).listen(0, '127.0.0.1')
      await once(broke, 'listening')
      const address = broke.address()
      const at = typeof address === 'object' && address ? address.port : 0
      const ended = start(program, file, { OPENAI_BASE_URL: `http://127.0.0.1:${at}/v1` })
      const { stderr } = await ended.then(
        () => ({ stderr: '' }),
        (thrown: { stderr: string }) => thrown,
      )
      broke.close()
      expect(stderr).toMatch(/refused with 429.*insufficient_quota/s)
      expect(stderr).not.toContain('secret')
      expect(asked).toBe(1)
    })
  },
)

describe.each([
  ['Python', 'python3', 'library.py', here('python3', '-c', 'import openai')],
  ['Node', process.execPath, 'library.mjs', true],
])('%s with OpenAI’s library', (name, program, file, isHere) => {
  it('is refused once, tries again by itself, streams, and logs tokens and cost without the key', async () => {
    if (!isHere) {
      execFileSync(program, ['-m', 'py_compile', join(folder, file)])
      return console.warn(`${name} has no library here: its sample was parsed and not run.`)
    }
    const { stdout, stderr } = await start(program, file)
    expect(stdout).toBe('Hello from your own computer.\n')
    expect(stderr).toMatch(/^model=gpt-5-nano seconds=\d+\.\d tokens=12\+5 cost=\$0\.000003\n$/)
    expect(stdout + stderr).not.toContain('secret')
  })
})

it('the stand-in streams as OpenAI’s own library wants it, with every event in its place', async () => {
  const client = new OpenAI({ baseURL: `http://127.0.0.1:${port}/v1`, apiKey: 'any', maxRetries: 3 })
  const stream = client.responses.stream({ model: 'gpt-5-nano', input: 'Hi' })
  const seen: string[] = []
  for await (const { type } of stream) seen.push(type)
  expect(seen[0]).toBe('response.created')
  const { output_text, usage } = await stream.finalResponse()
  expect([output_text, usage?.output_tokens]).toEqual(['Hello from your own computer.', 5])
})

/** Which program runs it, and a word of it that tells whether it is here. */
const others: [string, string, string[], string][] = [
  ['go', 'main.go', ['go', 'run'], 'go'],
  ['java', 'Main.java', ['java'], 'javac'],
  ['ruby', 'main.rb', ['ruby'], 'ruby'],
  ['php', 'main.php', ['php'], 'php'],
]
describe.each(others)('%s', (id, file, [program = '', ...args], needed) => {
  it('runs as it is printed; where its program is not on this machine, that is said', async () => {
    const text =
      snippets({ provider: 'openai', model: 'gpt-5-nano', prompt }).call.find(one => one.id === id)?.text ??
      ''
    expect(text).toContain('OPENAI_API_KEY')
    if (spawnSync('which', [needed]).status !== 0)
      return console.warn(`${needed} is not on this machine: its sample was not run.`)
    writeFileSync(join(folder, file), text)
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPENAI_API_KEY: 'sk-proj-secret-of-mine',
    }
    // The stand-in refuses the first call. Java takes seconds to start, so there somebody else is refused.
    if (id === 'java') await fetch(`http://127.0.0.1:${port}/v1/responses`, { method: 'POST', body: '{}' })
    else {
      const ended = run(program, [...args, join(folder, file)], { env, cwd: folder })
      const { stderr } = await ended.catch((thrown: { stderr: string }) => thrown)
      expect(stderr).toContain('refused')
      expect(stderr).not.toContain('secret')
    }
    const { stdout } = await run(program, [...args, join(folder, file)], { env, cwd: folder })
    expect(stdout).toContain('Hello from your own computer.')
  })
})

/** What reads the language and says no to what it does not understand; for Java only names of the library may be missing. */
const parsers: [string, string, string, string[]][] = [
  ['careful-go', 'careful.go', 'gofmt', ['-e']],
  ['careful-java', 'Main.java', 'javac', ['-proc:none', '-d', 'classes']],
  ['careful-ruby', 'careful.rb', 'ruby', ['-c']],
  ['careful-php', 'careful.php', 'php', ['-l']],
  ['careful-rust', 'careful.rs', 'rustfmt', ['--edition', '2021', '--emit', 'stdout']],
  ['careful-swift', 'careful.swift', 'swiftc', ['-parse']],
]
/** Kotlin and C# have no parser in Debian that knows their language of today. */
it.each(parsers)(
  '%s is well formed; where its program is not on this machine, that is said',
  (id, file, program, args) => {
    if (spawnSync('which', [program]).status !== 0)
      return console.warn(`${program} is not on this machine: its sample was not parsed.`)
    const own = join(folder, 'parsed')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, file), textOf(id))
    const { status, stderr } = spawnSync(program, [...args, file], { cwd: own, encoding: 'utf8' })
    if (program !== 'javac') return expect({ status, stderr }).toMatchObject({ status: 0 })
    const errors = stderr.split('\n').filter(line => line.includes(': error: '))
    expect(errors.length).toBeGreaterThan(0)
    for (const line of errors)
      expect(line).toMatch(/package com\.openai\.[\w.]+ does not exist|cannot find symbol/)
  },
)

it('a prompt stays what it is in each language', () => {
  const odd = snippets({ provider: 'openai', model: 'm', prompt: 'a"b\\c$d#{e}\u0001\f' }).careful
  const held = (id: string) => odd.find(one => one.id === `careful-${id}`)?.text
  for (const id of ['go', 'java', 'csharp']) expect(held(id)).toContain(String.raw`"a\"b\\c$d#{e}\u0001\f"`)
  expect(held('kotlin')).toContain(String.raw`"a\"b\\c\$d#{e}\u0001\f"`)
  for (const id of ['ruby', 'php']) expect(held(id)).toContain(`'a"b\\\\c$d#{e}\u0001\f'`)
  for (const id of ['python-library', 'node-library'])
    expect(held(id)).toContain(String.raw`"a\"b\\c$d#{e}\u0001\f"`)
  for (const id of ['rust', 'swift']) expect(held(id)).toContain(String.raw`"a\"b\\c$d#{e}\u{0001}\u{c}"`)
})

it('each language says what it is from and whether it was run, and logs tokens and cost', () => {
  const libraries = careful.filter(({ source }) => source)
  expect(libraries.map(({ label }) => label)).toEqual([
    'Python',
    'Node, TypeScript',
    'Go',
    'Java',
    'Kotlin',
    'C#',
    'Ruby',
    'PHP',
    'Rust',
    'Swift',
  ])
  expect(libraries.filter(({ isUnrun }) => isUnrun).map(({ label }) => label)).toEqual([
    'Go',
    'Java',
    'Kotlin',
    'C#',
    'Rust',
    'Swift',
  ])
  for (const { id, text, install, source, checked } of libraries) {
    expect(install, id).toBeTruthy()
    expect(source, id).toMatch(/^https:/)
    expect(Date.parse(checked ?? ''), id).toBeGreaterThan(Date.parse('2026-01-01'))
    expect(text, id).toMatch(/OPENAI_API_KEY/)
    expect(text, id).toMatch(/seconds=.*tokens=.*cost=\\?\$/s)
    expect(text, id).toMatch(/60/)
  }
  expect(
    snippets({ provider: 'openai', model: 'unpriced', prompt })
      .careful.map(({ text }) => text)
      .join(),
  ).not.toMatch(/cost=/)
})

it('TypeScript: the compiler takes it as it is printed, strictly', () => {
  const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc')
  const types = join(import.meta.dirname, '../../../node_modules/@types')
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'ES2024',
        module: 'NodeNext',
        typeRoots: [types],
        types: ['node'],
        skipLibCheck: true,
      },
      files: ['sample.ts', 'library.mts'],
    }),
  )
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  execFileSync(tsc, ['-p', folder], { encoding: 'utf8', stdio: 'pipe' })
})

it('holds no key, and is offered where it fits only', () => {
  for (const { text } of careful) expect(text).not.toMatch(/\bsk-[\w-]{6,}/)
  expect(snippets({ provider: 'anthropic', model: 'm', prompt }).careful).toEqual([])
  expect(snippets({ provider: 'openai', kind: 'admin', model: 'm', prompt }).careful).toEqual([])
})
