/** A real key is never taken for an example, however it begins; an example from an instruction is never taken for a key. */
import { describe, expect, it, test } from 'vitest'
import { findKeys } from '../../src/features/handoff/core/scan.ts'
import { previewText } from '../../src/features/transfer/core/import-preview.ts'
import { recognise } from '../../src/providers/index.ts'
import { isExampleKey } from '../../src/providers/recognition/example.ts'
import { runs } from '../runs.ts'
import { seeded, shapes } from './random-keys.ts'
import { refusedOf, shapeNames } from './refused-of.ts'

const x = (count: number, text = 'x') => text.repeat(count)

/** From the providers' and libraries' documents, templates and readmes. */
const examples = [
  ...[
    'sk-your-key',
    'sk-your-api-key',
    'sk-your-api-key-here',
    'sk-YOUR_API_KEY',
    'sk-your-openai-api-key-here',
  ],
  ...[
    'sk-your-actual-api-key-goes-here',
    'sk-proj-your-key-here',
    'sk-proj-your-openai-project-key-goes-here',
  ],
  ...['sk-my-secret-key', 'sk-my_api_key', 'sk-insert-your-key', 'sk-replace-with-your-key', 'sk-change-me'],
  ...[
    'sk-placeholder',
    'sk-test-key',
    'sk-example-key',
    'sk-dummy-key',
    'sk-fake-key',
    'sk-put-your-key-here',
  ],
  ...['sk-paste-your-openai-key-here', 'sk-secret', 'sk-api-key', 'sk-key', 'sk-here', 'sk-...', 'sk-xxx'],
  `sk-${x(20)}`,
  `sk-${x(48)}`,
  `sk-${x(48, 'X')}`,
  `sk-proj-${x(30)}`,
  `sk-proj-${x(74)}T3BlbkFJ${x(74)}`,
  `sk-${x(20)}T3BlbkFJ${x(20)}`,
  `sk-${x(32, '0')}`,
  `sk-${x(32, 'a')}`,
  `sk-${x(8, 'abcd')}`,
  `sk-${x(12, '1234')}`,
  ...[
    'sk-1234567890',
    'sk-1234567890abcdef',
    'sk-1234567890abcdef1234567890abcdef',
    'sk-abc123',
    'sk-abcdef',
  ],
  'sk-1234567890abcdef1234567890abcdef12345678',
  'sk-abcdef1234567890abcdef1234567890abcdef12',
  'sk-1234abcd1234abcd1234abcd1234abcd1234abcd',
  'sk-abcd1234abcd1234abcd1234abcd1234abcd1234',
  'sk-1234efgh5678ijkl1234efgh5678ijkl1234efgh',
  'sk-ijkl1234efgh5678ijkl1234efgh5678ijkl1234',
  'sk-5678efgh1234ijkl5678abcd9012efgh5678abcd',
  'sk-proj-1234567890123456789012345678901234567890',
  'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789',
  'sk-abcdefghijklmnopqrstuvwxyz123456',
  'sk-ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890',
  'sk-qwertyuiopasdfghjklzxcvbnm123456',
  'sk-zyxwvutsrqponmlkjihgfedcba9876543210',
  ...[
    'sk-ant-your-key',
    'sk-ant-xxx',
    'sk-ant-api03-your-key-here',
    `sk-ant-api03-${x(40)}`,
    `sk-ant-${x(20, '.')}`,
  ],
  ...['sk-ant-api03-your-anthropic-api-key-goes-here', `sk-ant-api03-${x(93, 'a')}AA`],
  ...[
    'sk-or-v1-your-key',
    `sk-or-v1-${x(64, '0')}`,
    'sk-or-v1-your-openrouter-key-here',
    `sk-or-v1-${x(64)}`,
  ],
  ...[
    'gsk_your_key',
    `gsk_${x(52)}`,
    'gsk_your_groq_api_key_here',
    'gsk_1234567890abcdefghijklmnopqrstuvwxyz',
  ],
  ...['xai-your-key', `xai-${x(80)}`, 'xai-your-api-key-here-from-the-console'],
  ...[
    'AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX',
    'AIzaYourApiKeyHere',
    `AIza${x(35, '0')}`,
    `AIzaSy${x(33, '-')}`,
  ],
  ...['sk-this-is-not-a-real-key', 'sk-not-a-real-key-for-docs-only', 'sk-foobarfoobarfoobarfoobar'],
  ...[
    'sk-test-test-test-test-test-test',
    'sk-hello-world-hello-world-hello',
    'sk-secretkeysecretkeysecretkey',
  ],
  ...[
    'AKIAIOSFODNN7EXAMPLE',
    'YOUR_API_KEY',
    'your-api-key-here',
    '<your-key>',
    '$OPENAI_API_KEY',
    'changeme',
  ],
]

describe('an example', () => {
  test.each(examples)('%s is not taken for a key', text => {
    expect(recognise(text).key).toBeUndefined()
    expect(previewText(`OPENAI_API_KEY=${text}`).candidates).toEqual([])
    expect(findKeys(`OPENAI_API_KEY=${text}`)).toEqual([])
  })
})

describe('a random key', () => {
  it.each(shapeNames)('of the shape “%s” is taken, whichever it is', shape => {
    const found = [
      ...refusedOf(shape, runs(3_000), 'examples', false),
      ...refusedOf(shape, runs(200), 'everywhere'),
    ]
    expect(found).toEqual([])
  })

  it.each([
    'put',
    'my_',
    'my-',
    'xxx',
    'XXX',
    'your',
    'key',
    'test',
    'abc',
    'abcdef',
    '000',
    '123456',
    'fake',
    'secret',
    'api-key',
  ])('that happens to begin with “%s” is one', start => {
    for (const [name, { make }] of Object.entries(shapes)) {
      if (/hex|small|OpenRouter/.test(name)) continue
      const key = make(seeded(`${start} ${name}`))
      const prefix =
        /^(?:sk-(?:proj|svcacct|admin|ant-(?:api|admin)\d\d)-|sk-|gsk_|xai-|AIzaSy|AQ\.|tgp_v1_)/.exec(
          key,
        )?.[0] ?? ''
      const begun =
        prefix +
        start.replace(/[^\w]/g, /gsk_|xai-/.test(prefix) ? 'a' : '$&') +
        key.slice(prefix.length + start.length)
      expect(isExampleKey(begun), begun).toBe(false)
    }
  })
})
