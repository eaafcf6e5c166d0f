/** Keys that lie about: found by line, masked, told from examples, with advice that fits the place. */
import { describe, expect, it } from 'vitest'
import {
  advice,
  findKeys,
  isWorthEntering,
  isWorthReading,
  placeOf,
} from '../../../src/features/handoff/core/scan.ts'
import { bareShapes, seeded, shapes } from '../../providers/random-keys.ts'

const half = 'AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7_0-8aBcD9eFgH1iJkL2mNoP3qRsT4uV'
const openai = `sk-proj-${half}T3BlbkFJ${half}`

it('finds each key with its line and shows it masked', () => {
  const text = `import os\r\nclient = OpenAI(api_key="${openai}")\r\n# old: ${openai.replace('A', 'Z')}\n`
  expect(findKeys(text, 'app.py')).toMatchObject([
    {
      file: 'app.py',
      line: 2,
      provider: 'openai',
      kind: 'project',
      key: openai,
      mask: `sk-proj-…${openai.slice(-4)}`,
    },
    { line: 3 },
  ])
})

it.each([
  ['a file that PowerShell made, two bytes a letter', [...`\ufeffK=${openai}\r\n`].join('\0')],
  ['a file with one byte that no text has', `\0K=${openai}`],
])('finds it in %s', (_, text) => {
  expect(findKeys(text)).toMatchObject([{ key: openai }])
})

it.each([
  ['Anthropic', `sk-ant-api03-${half}${half.slice(0, 29)}AA`, 'anthropic'],
  ['Groq', `gsk_${'aB3dE5gH7jK9'.repeat(5).slice(0, 52)}`, 'groq'],
  ['Google', `AIza${'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6q'.slice(0, 35)}`, 'gemini'],
  ['OpenRouter', `sk-or-v1-${'0a1b2c3d4e5f67890f9e8d7c6b5a4321'.repeat(2)}`, 'openrouter'],
] as const)('knows %s', (_, key, provider) => {
  expect(findKeys(`KEY=${key}`)).toMatchObject([{ provider }])
})

describe('what Keyway takes for a key, the scan finds, whoever made it', () => {
  const random = seeded('scan')
  const lines = (key: string, name: string) => [
    `${name}=${key}`,
    `  "${name.toLowerCase()}": "${key}",`,
    `${name.toLowerCase()}: ${key}  # old`,
    `client = Client(${name.toLowerCase()}='${key}')`,
  ]
  it.each([
    ...Object.entries(shapes).map(([what, { make, certain }]) => [what, make, 'KEY', certain] as const),
    ...Object.entries(bareShapes).map(([what, { make, name }]) => [what, make, name, undefined] as const),
  ])('%s', (_, make, name, certain) => {
    for (let count = 0; count < 50; count++) {
      const key = make(random)
      for (const line of lines(key, name)) {
        const [found, ...others] = findKeys(line)
        expect([line, found?.key, others]).toEqual([line, key, []])
        if (certain !== undefined && certain !== 'other') expect(found?.provider).toBe(certain)
      }
    }
  })
})

it.each([
  'sk-your-api-key-goes-right-here-now',
  'sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'sk-proj-1234567890123456789012345678901234567890',
  'OPENAI_API_KEY=sk-...abcd',
  'task-proj-AbC1dEfG2hIjK3lMnO4pQrS5tUvW6',
  'risk-AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7',
])('leaves alone %j', text => {
  expect(findKeys(text)).toEqual([])
})

it.each([
  ['', undefined, 'pasted'],
  ['.env', true, 'ignored'],
  ['.env', false, 'env'],
  ['config/.env.local', undefined, 'env'],
  ['src/app.py', false, 'code'],
] as const)('%j, ignored: %s, is a matter of %s', (file, ignored, place) => {
  expect(placeOf(file, ignored)).toBe(place)
  expect(advice[place].length).toBeGreaterThan(20)
})

it('reads no pictures, nothing huge, and no folder of other people’s files', () => {
  expect([
    isWorthReading('a.py', 10),
    isWorthReading('a.png', 10),
    isWorthReading('a.log', 2_000_000),
  ]).toEqual([true, false, false])
  expect(['src', 'node_modules', '.git'].map(isWorthEntering)).toEqual([true, false, false])
})
