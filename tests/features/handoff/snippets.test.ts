/**
 * Every snippet runs as it is printed, against the practice API, with the key in the environment and nowhere else.
 *
 * @module-tag slow
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snippet } from '../../../src/features/handoff/core/snippets/snippet.ts'
import { snippets } from '../../../src/features/handoff/core/snippets/snippets.ts'
import { useCases } from '../../../src/features/handoff/core/use-cases.ts'
import { providers } from '../../../src/providers/list.ts'
import { type Practice, startPractice } from '../../practice/server.ts'
import { here } from './interpreters.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
let practice: Practice
let folder: string
let secret: string

beforeAll(async () => {
  practice = await startPractice()
  practice.set({ billing: { credit: 5 } })
  secret = practice.addKey({}).secret
  // Inside the project, so that `import OpenAI` finds the package.
  mkdirSync(join(root, 'out'), { recursive: true })
  folder = mkdtempSync(join(root, 'out/snippets-'))
  const to = `127.0.0.1:${practice.port}`
  writeFileSync(join(folder, '.curlrc'), `insecure\nsilent\nconnect-to = "api.openai.com:443:${to}"\n`)
  // The one thing that is not as printed: the name leads to the practice copy.
  writeFileSync(
    join(folder, 'sitecustomize.py'),
    `import socket, ssl
real = socket.getaddrinfo
socket.getaddrinfo = lambda host, port, *rest, **more: real("127.0.0.1", ${practice.port} if port == 443 else port, *rest, **more)
ssl._create_default_https_context = ssl._create_unverified_context
`,
  )
  writeFileSync(
    join(folder, 'loopback.cjs'),
    `const tls = require('node:tls')
const real = tls.connect
tls.connect = (options, ...rest) => real({ ...options, host: '127.0.0.1', port: ${practice.port} }, ...rest)
`,
  )
})
afterAll(async () => {
  await practice.close()
  rmSync(folder, { recursive: true })
})

const programs: Partial<Record<Snippet['language'], { program: string; file: string }>> = {
  python: { program: 'python3', file: 'snippet.py' },
  javascript: { program: process.execPath, file: 'snippet.mjs' },
  bash: { program: 'bash', file: 'snippet.sh' },
  powershell: { program: 'pwsh', file: 'snippet.ps1' },
}

async function output(snippet: Snippet, variables: Record<string, string>): Promise<string> {
  const { stdout, stderr } = await ran(snippet, variables)
  expect(stderr).toBe('')
  return stdout
}

async function ran({ language, text }: Snippet, variables: Record<string, string>) {
  const { program, file } = programs[language] ?? { program: '', file: '' }
  writeFileSync(join(folder, file), text)
  return run(program, [file], {
    cwd: folder,
    timeout: 280_000,
    env: {
      PATH: process.env.PATH ?? '',
      CURL_HOME: folder,
      PYTHONPATH: folder,
      NODE_OPTIONS: `--require ${join(folder, 'loopback.cjs')}`,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_NO_WARNINGS: '1',
      ...variables,
    },
  })
}

const awkward = {
  id: 'awkward',
  label: '',
  prompt: `It's "quoted": \\ $HOME \`id\` %PATH% ä ‘x’`,
  instructions: `Don't.`,
}
const runnable = (snippet: Snippet) => {
  const program = programs[snippet.language]?.program
  if (!program || !here(program)) return false
  if (snippet.install === 'pip install openai') return here('python3', '-c', 'import openai')
  return !snippet.install?.startsWith('pip')
}

describe.each([awkward, ...useCases.filter(({ image }) => !image)])(
  'the call “$id”',
  ({ prompt, instructions }) => {
    const subject = {
      provider: 'openai' as const,
      model: 'gpt-5-nano',
      prompt,
      ...(instructions && { instructions }),
    }
    const { call } = snippets(subject)
    it.each(call.filter(runnable))('runs as $label', async snippet => {
      practice.requests.length = 0
      expect(await output(snippet, { OPENAI_API_KEY: secret })).toContain('Hello from the practice copy.')
      expect(practice.requests).toMatchObject([{ path: '/v1/responses', status: 200 }])
      const sent: unknown = JSON.parse(practice.requests[0]?.body ?? '')
      expect(sent).toEqual({ model: 'gpt-5-nano', input: prompt, ...(instructions && { instructions }) })
    })
  },
)

describe('the careful call', () => {
  const { careful } = snippets({ provider: 'openai', model: 'gpt-5-nano', prompt: awkward.prompt })
  it.each(careful.filter(({ id }) => id === 'careful-python' || id === 'careful-node'))(
    'streams from the practice API as $label, and logs what it cost',
    async snippet => {
      practice.requests.length = 0
      const { stdout, stderr } = await ran(snippet, { OPENAI_API_KEY: secret })
      expect(stdout).toContain('Hello from the practice copy.')
      expect(stderr).toMatch(/^model=gpt-5-nano .*cost=\$0\.0000\d+\n$/)
      expect(stderr).not.toContain(secret.slice(12))
      expect(JSON.parse(practice.requests[0]?.body ?? '')).toMatchObject({
        input: awkward.prompt,
        stream: true,
      })
    },
  )
})

describe('the picture', () => {
  const { call } = snippets({ provider: 'openai', model: 'gpt-image-1', prompt: awkward.prompt, image: true })
  it('comes as Python, Node and curl', () => {
    expect(call.map(({ id }) => id)).toEqual(['python', 'node', 'curl'])
  })
  it.each(call.filter(runnable))('is written to a file by $label', async snippet => {
    practice.requests.length = 0
    expect(await output(snippet, { OPENAI_API_KEY: secret })).toContain('picture.png is written')
    expect(readFileSync(join(folder, 'picture.png')).subarray(1, 4).toString()).toBe('PNG')
    expect(practice.requests).toMatchObject([{ path: '/v1/images/generations', status: 200 }])
    expect(JSON.parse(practice.requests[0]?.body ?? '')).toEqual({
      model: 'gpt-image-1',
      prompt: awkward.prompt,
      size: '1024x1024',
      quality: 'low',
    })
  })
})

it('the admin key’s snippet asks for costs', async () => {
  const admin = practice.addKey({ kind: 'admin' }).secret
  const [costs] = snippets({ provider: 'openai', kind: 'admin', model: '', prompt: '' }).call
  expect(costs).toBeDefined()
  if (costs) expect(await output(costs, { OPENAI_ADMIN_KEY: admin })).toContain('"object": "page"')
})

describe('“is it set where my program runs?”', () => {
  const { check } = snippets({ provider: 'openai', model: 'm', prompt: 'p' })
  it.each(check.filter(runnable))(
    '$label says yes with the last four, or no, and never the key',
    async snippet => {
      const yes = await output(snippet, { OPENAI_API_KEY: secret })
      expect(yes.trim()).toBe(`OPENAI_API_KEY is set and ends in ${secret.slice(-4)}`)
      expect((await output(snippet, {})).trim()).toBe('OPENAI_API_KEY is not set here')
    },
  )
})

it('has something for every provider, with its own variable, and no snippet holds anything like a key', () => {
  for (const [id, provider] of Object.entries(providers)) {
    const all = snippets({ provider: provider.id, model: 'model-1', prompt: 'Hi' })
    expect(
      all.call.map(snippet => snippet.id),
      id,
    ).toEqual(provider.isKeptOnly ? [] : expect.arrayContaining(['python', 'node', 'curl']))
    for (const snippet of [...all.call, ...all.check, ...all.keep]) {
      expect(snippet.text, `${id} ${snippet.id}`).not.toMatch(/sk-[\w-]{6,}|your.?(api.?)?key|<.*key.*>/i)
      if (snippet.id === 'curl') expect(snippet.text).toContain(`$${provider.variable}`)
    }
  }
})

it('an address and a variable that would be more than that in a shell are part of no snippet', () => {
  const meant = [...'\'"`$;&|<>(){}[]*?!#%^=+,@: ~'].map(sign => `${sign}PWNED`)
  for (const provider of Object.values(providers))
    for (const odd of meant) {
      const all = [
        `${provider.baseUrl}/v1${odd}`,
        `${provider.baseUrl}${odd}`,
        `https://${odd}`,
        odd,
      ].flatMap(baseUrl => {
        const made = snippets({
          provider: provider.id,
          baseUrl,
          variable: `A${odd}`,
          model: 'm',
          prompt: 'Hi',
        })
        return [...made.call, ...made.careful, ...made.check, ...made.keep, ...made.elsewhere]
      })
      const told = all.filter(({ text }) => text.includes(odd) && !odd.startsWith('~'))
      expect(told.map(({ id }) => `${provider.id} ${id} ${odd}`)).toEqual([])
    }
})

it('shell snippets are valid shell, whatever the provider', async () => {
  for (const provider of Object.values(providers))
    for (const { language, text } of snippets({ provider: provider.id, model: 'm', prompt: awkward.prompt })
      .call)
      if (language === 'bash') await run('bash', ['-n', '-c', text])
})
