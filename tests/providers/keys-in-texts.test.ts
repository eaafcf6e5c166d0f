/**
 * What a text says of the keys in it, told of keys drawn at random: which has ended, which is only a part, which has no prefix and is called a
 * key, and whose they are where their form alone tells.
 */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { previewText } from '../../src/features/transfer/core/import-preview.ts'
import { recognise } from '../../src/providers/index.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'
import { bareShapes, seeded, shapes } from './random-keys.ts'

const whole = ['OpenAI project', 'OpenAI user', 'Anthropic', 'OpenRouter', 'Groq', 'xAI', 'Together'] as const
type Whole = (typeof whole)[number]
const make = (shape: string, seed: number) => shapes[shape]?.make(seeded(`${shape} ${seed}`)) ?? ''
const bare = (shape: string, seed: number) => bareShapes[shape]?.make(seeded(`${shape} ${seed}`)) ?? ''
const aKey = fc
  .record({ shape: fc.constantFrom<Whole>(...whole), seed: fc.nat() })
  .map(({ shape, seed }) => ({ shape, key: make(shape, seed), other: make(shape, seed + 1) }))

const codesOf = (text: string) => recognise(text).problems.map(({ code }) => code)

const endings = [
  (key: string) => `${key} was revoked after a leak.`,
  (key: string) => `${key} expired on 2026-01-31 and no longer works.`,
  (key: string) => `Do not use ${key}`,
  (key: string) => `The old key: ${key}`,
  (key: string) => `${key} (old)`,
  (key: string) => `${key} is dead`,
  (key: string) => `${key} (do not use it any more)`,
  (key: string) => `{"key":"${key}","disabled":true}`,
  (key: string) => `Старый ключ (${key}) я уже отозвал`,
  (key: string) => `Der alte Schlüssel ${key} ist widerrufen.`,
  (key: string) => `Ojo, esta NO: ${key}`,
  (key: string) => `旧的密钥 ${key} 已作废`,
  (key: string) => `~~${key}~~`,
  (key: string) => `| ci | \`${key}\` | revoked |`,
  (key: string) => `# REVOKED 2025-11-02, kept for audit: KEY=${key}`,
]
const livings = [
  (key: string) => `Use this one: ${key}`,
  (key: string) => `новый: ${key}`,
  (key: string) => `| ci | \`${key}\` | active |`,
  (key: string) => `We have issued a replacement: ${key}`,
  (key: string) => `KEY=${key}`,
  (key: string) => `${key} has not expired.`,
  (key: string) => `${key} will be revoked in May.`,
  (key: string) => `The new key, because the old one leaked: ${key}`,
  (key: string) => `{"key":"${key}","disabled":false}`,
  (key: string) => `| key | ${key} | expired: no |`,
  (key: string) => `${key} - not leaked`,
  (key: string) => `${key} isn’t expired`,
  (key: string) => `KEY=${key} # not leaked`,
  (key: string) => `This key must not be leaked ${key}`,
  (key: string) => `This key is no longer rate limited: ${key}`,
  (key: string) => `This key replaced the leaked one: ${key}`,
  (key: string) => `${key} # old name was OPENAI_KEY`,
  (key: string) => `${key} (do not use in production)`,
  (key: string) => `| old-app | ${key} |`,
]

describe('a key of which the text says that it has ended', () => {
  test('is left for the one that has not, wherever it stands', () => {
    fc.assert(
      fc.property(
        aKey,
        fc.constantFrom(...endings),
        fc.constantFrom(...livings),
        fc.boolean(),
        ({ key, other }, ended, living, isFirst) => {
          const lines = [ended(other), living(key)]
          const text = (isFirst ? lines : lines.reverse()).join('\n')
          expect(recognise(text).key, text).toBe(key)
          expect(codesOf(text), text).not.toContain('ended')
        },
      ),
    )
  })

  test('is taken with a note where it is the only one', () => {
    fc.assert(
      fc.property(aKey, fc.constantFrom(...endings), ({ key }, ended) => {
        expect(recognise(ended(key)).key, ended(key)).toBe(key)
        expect(codesOf(ended(key)), ended(key)).toContain('ended')
      }),
    )
  })

  test('has the note in a file too, and the others have none', () => {
    fc.assert(
      fc.property(aKey, fc.constantFrom(...endings), ({ key, other }, ended) => {
        const { candidates } = previewText(`${ended(other)}\nNEW_ONE=${key}`)
        const noteOf = (secret: string) => candidates.find(one => one.key.secret === secret)?.problem
        expect(noteOf(other), ended(other)).toMatch(/may say that it has ended/)
        expect(noteOf(key) ?? '').not.toMatch(/may say that it has ended/)
      }),
    )
  })

  test('the minus line of a change is one, and an entry of a list is none', () => {
    fc.assert(
      fc.property(aKey, ({ key, other }) => {
        const change = `diff --git a/.env b/.env\n@@ -1 +1 @@\n-KEY=${other}\n+KEY=${key}`
        expect(
          previewText(change).candidates.map(one => [
            one.key.secret,
            /may say that it has ended/.test(one.problem ?? ''),
          ]),
        ).toEqual([
          [other, true],
          [key, false],
        ])
        expect(
          previewText(`keys:\n- ${key}\n- ${other}`).candidates.some(one =>
            /has ended/.test(one.problem ?? ''),
          ),
        ).toBe(false)
      }),
    )
  })
})

test('a part of a key is said to be shorter, whoever made it, and a whole one is not', () => {
  fc.assert(
    fc.property(aKey, fc.integer({ min: 20, max: 40 }), ({ key, shape }, length) => {
      expect(codesOf(key)).not.toContain('short')
      if (shape !== 'OpenAI user')
        expect(codesOf(key.slice(0, length)), key.slice(0, length)).toContain('short')
    }),
  )
})

test('what a terminal colours is read without its colours', () => {
  fc.assert(
    fc.property(
      aKey,
      fc.constantFrom('\x1b[33m', '\x1b[1;32m', '\\033[0;31m', '\\x1b[36m'),
      ({ key }, colour) => {
        expect(recognise(`$ echo $KEY\n${colour}${key}\x1b[0m\n$ `).key).toBe(key)
      },
    ),
  )
})

test('what a copy puts between the letters of a key is dropped, and NUL before a name ends a line', () => {
  fc.assert(
    fc.property(
      aKey,
      fc.constantFrom('\0', '\x7f', '\x0b'),
      fc.integer({ min: 12, max: 40 }),
      ({ key, other }, sign, at) => {
        expect(recognise(`${key.slice(0, at)}${sign}${key.slice(at)}`)).toMatchObject({
          key,
          problems: [{ code: 'invisible_character' }],
        })
        expect(recognise(`A=${key}\0B=${other}`).key).toBe(key)
      },
    ),
  )
})

test('a line that is commented out holds a key as well', () => {
  fc.assert(
    fc.property(aKey, fc.constantFrom('#', '# ', '// ', ';'), ({ key, other }, sign) => {
      const found = previewText(`${sign}KEY=${other}\nKEY=${key}`).candidates.map(one => one.key.secret)
      expect(found.sort()).toEqual([key, other].sort())
    }),
  )
})

test('a session of claude.ai is no key', () => {
  const session = `sk-ant-sid01-${make('Anthropic', 1).slice(13)}`
  expect(codesOf(`Cookie: sessionKey=${session}; id=3`)).toContain('not_a_key')
  expect(recognise(`${session}\nx-api-key: ${make('Groq', 1)}`).key).toBe(make('Groq', 1))
  const key = make('Anthropic', 2)
  const short = session.slice(0, 90)
  expect(recognise(`${short}\n${key}`).key).toBe(key)
  expect(previewText(`${short}\n${key}`).candidates.map(one => one.key.secret)).toContain(key)
})

test('a token of LM Studio has its second half, and stays on this computer', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const letters = bare('Mistral', seed)
      const key = `sk-lm-${letters.slice(0, 8)}:${letters.slice(8, 28)}`
      for (const text of [
        key,
        `Authorization: Bearer ${key}`,
        `http://h/?token=${key.replace(':', '%3A')}&a=1`,
      ])
        expect(recognise(text)).toMatchObject({ key, provider: 'lmstudio' })
    }),
  )
})

describe('a key without a prefix', () => {
  const called: ((key: string) => [string, ProviderId | undefined])[] = [
    key => [`Unser Mistral-Schlüssel lautet „${key}“ (Workspace).`, 'mistral'],
    key => [
      `irm -Uri "https://api.mistral.ai/v1/models" -Headers @{ "Authorization" = "Bearer ${key}" }`,
      'mistral',
    ],
    key => [`# MISTRAL_API_KEY=YOUR_API_KEY_HERE\nMISTRAL_API_KEY=${key}`, 'mistral'],
    key => [`the key you asked for: ${key}`, undefined],
    key => [
      `curl "https://contoso.openai.azure.com/x" -H "api-key: ${key}" -d '{"model":"Mistral"}'`,
      undefined,
    ],
    key => [`llama-server --port 8080 --api-key ${key} -c 16384`, 'llamacpp'],
  ]
  test('is taken from a text that calls it one', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...called), (seed, text) => {
        const key = bare('Mistral', seed)
        const [said, provider] = text(key)
        const seen = recognise(said)
        expect([seen.key, seen.question === undefined ? seen.provider : undefined], said).toEqual([
          key,
          provider,
        ])
      }),
    )
  })

  const files: ((key: string) => string)[] = [
    key => `vendor,key,owner\nMistral,${key},ana`,
    key => `| Provider | Key | Limit |\n|---|---|---|\n| Mistral | \`${key}\` | 20 |`,
    key => `INSERT INTO creds (secret, vendor) VALUES ('${key}','mistral');`,
    key => `machine api.mistral.ai login api password ${key}`,
    key => `<dict>\n<key>MISTRAL_API_KEY</key>\n<string>${key}</string>\n</dict>`,
    key => `[mistral]\nkey = ${key}`,
    key => `var m = MistralAiChatModel.builder()\n    .apiKey("${key}")\n    .build();`,
    key => `kind: Secret\ndata:\n  MISTRAL_API_KEY: ${btoa(`${key}\n`)}`,
    key =>
      `kind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data:\n    MISTRAL_API_KEY: ${btoa(`${key}\n`)}`,
    key => `[{"key": "${key}", "endpoint": "https://api.mistral.ai/v1"}]`,
  ]
  test.each(files.map((file, at) => [at, file] as const))(
    'is read in a file, with whose it is: %i',
    (_, file) => {
      fc.assert(
        fc.property(fc.nat(), seed => {
          const key = bare('Mistral', seed)
          expect(
            previewText(file(key)).candidates.map(one => [one.key.secret, one.key.provider, one.question]),
            file(key),
          ).toEqual([[key, 'mistral', undefined]])
        }),
      )
    },
  )

  test('is read in every row of a long table', () => {
    const keys = Array.from({ length: 400 }, (_, seed) => bare('Mistral', seed))
    const rows = keys.map((key, row) => `Mistral,${key},bot ${row}`)
    const { candidates } = previewText(['vendor,key,used in', ...rows].join('\n'))
    expect(candidates.map(({ key }) => key.secret)).toEqual(keys)
  })

  const others: ((word: string) => string)[] = [
    word => `git checkout ${word}`,
    word => `docker rm ${word}`,
    word => `MACHINE_ID=${word}`,
    word => `sha256:${word}  mistral-key.zip`,
    word => `Cookie: session=${word}`,
    word => `<machineKey validationKey="${word}" />`,
    word => `https://example.com/mistral/key/${word}`,
  ]
  test('is none where nothing calls it so', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...others), (seed, text) => {
        const word = bare('Mistral', seed)
        expect(previewText(text(word)).candidates, text(word)).toEqual([])
      }),
    )
  })

  const ofOtherKinds: ((word: string) => string)[] = [
    word => `private key: ${word}`,
    word => `My license key is ${word}`,
    word => `recovery key: ${word}`,
    word => `turkey ${word}`,
    word => `the commit that removed the key is ${word}`,
    word => `ssh-ed25519 ${word} key@host`,
    word => `next page token ${word}`,
  ]
  test('is none where the key is one of another kind', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...ofOtherKinds), (seed, text) => {
        const word = bare('Mistral', seed)
        expect(recognise(text(word)).key, text(word)).toBeUndefined()
        expect(previewText(text(word)).candidates, text(word)).toEqual([])
      }),
    )
  })

  test('of a list of several none is taken', () => {
    const [one, two] = [bare('Mistral', 1), bare('Mistral', 2)]
    for (const between of [' ', ', ', ' and ', '\n', '\n- ', '\n2. '])
      expect(recognise(`my keys: ${one}${between}${two}`).key).toBeUndefined()
    expect(recognise(`my key: ${one}`).key).toBe(one)
  })

  test('is looked for in so much of a line, and its column is worked out once', () => {
    const words = Array.from({ length: 80 }, (_, seed) => bare('Mistral', seed))
    const read = { split: 0, insert: 0 }
    const { split } = String.prototype
    const { exec } = RegExp.prototype
    const splitting = vi.spyOn(String.prototype, 'split').mockImplementation(function (this: string, ...how) {
      read.split += this.length
      return Reflect.apply(split, this, how)
    })
    const searching = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      if (this.source.includes('insert')) read.insert += text.length
      return Reflect.apply(exec, this, [text])
    })
    try {
      const table = `${'a|'.repeat(50_000)}\n${words.join('|')}${'|x'.repeat(50_000)}`
      previewText(table)
      expect(read.split).toBeLessThan(10 * table.length)
      previewText(`${words.join(' ')}${' insert into'.repeat(3700)}`)
      expect(read.insert).toBeLessThan(50_000)
    } finally {
      splitting.mockRestore()
      searching.mockRestore()
    }
  })

  test('of two in one message none is taken', () => {
    const [one, two] = [bare('Together, older', 1), bare('Together, older', 2)]
    expect(
      recognise(`The Together key: ${one}\nSorry, that was a sum. The right key is ${two}`).key,
    ).toBeUndefined()
  })
})

test('of as many addresses as keys each is for the key in its place', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(';', ','), (seed, sign) => {
      const random = seeded(`lists ${seed}`)
      const deepSeek = () => shapes['32 hex digits (DeepSeek, Model Studio)']?.make(random) ?? ''
      const keys = [deepSeek(), bare('Mistral', seed), deepSeek()]
      const text = [
        `OPENAI_API_BASE_URLS="${['https://api.deepseek.com/v1', 'https://api.mistral.ai/v1', 'https://dashscope.aliyuncs.com/v1'].join(sign)}"`,
        `OPENAI_API_KEYS="${keys.join(sign)}"`,
      ].join('\n')
      const whose = new Map(
        previewText(text).candidates.map(({ key, question }) => [
          key.secret,
          question ? undefined : key.provider,
        ]),
      )
      expect(
        keys.map(key => whose.get(key)),
        text,
      ).toEqual(['deepseek', 'mistral', undefined])
    }),
  )
})

test('each of a list of bare keys has the name of the list', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(';', ','), (seed, sign) => {
      const keys = [bare('Mistral', seed), bare('Mistral', seed + 1)]
      const whose = (address: string) => {
        const { candidates } = previewText(`MISTRAL_API_KEYS=${keys.join(sign)}\n${address}`)
        return keys.map(key => {
          const found = candidates.find(one => one.key.secret === key)
          return found?.question ? undefined : found?.key.provider
        })
      }
      expect(whose('MISTRAL_BASE_URL=https://gw.example.com/v1')).toEqual([undefined, undefined])
      expect(
        whose(`MISTRAL_BASE_URLS=${['https://api.mistral.ai/v1', 'https://gw.example.com/v1'].join(sign)}`),
      ).toEqual(['mistral', undefined])
    }),
  )
})

test('a key of Google’s among settings of its maps is asked about, and Gemini’s own is not', () => {
  fc.assert(
    fc.property(fc.nat(), seed => {
      const key = make('Gemini', seed)
      const whose = (text: string) =>
        previewText(text).candidates.map(one => (one.question ? undefined : one.key.provider))
      expect(whose(`YOUTUBE_CHANNEL=UCx0\nGOOGLE_API_KEY=${key}\nGOOGLE_MAPS_REGION=AT`)).toEqual([undefined])
      expect(whose(`GOOGLE_MAPS_REGION=AT\nGEMINI_API_KEY=${key}`)).toEqual(['gemini'])
      expect(whose(`GOOGLE_API_KEY=${key}`)).toEqual(['gemini'])
      expect(whose(JSON.stringify({ apiKey: key, authDomain: 'x.firebaseapp.com' }))).toEqual([undefined])
      expect(whose(JSON.stringify({ apiKey: key }))).toEqual(['gemini'])
      const long = 'REGION=AT\n'.repeat(30)
      expect(
        whose(`NOTE=${'ab '.repeat(3000)}\n${long}GOOGLE_API_KEY=${key}\nYOUTUBE_CHANNEL=UCx0`),
      ).toContain(undefined)
    }),
  )
})

test('a whole command of a shell speaks of no other line', () => {
  const key = make('Together', 7)
  const text = `together login --api-key ${key}\ncurl -H "Authorization: Bearer $KEY" https://api.openai.com/v1/models`
  expect(previewText(text).candidates.map(one => [one.key.provider, one.question])).toEqual([
    ['together', undefined],
  ])
})

test.each([
  ['\\', 'a shell'],
  ['^', 'the command prompt of Windows'],
  ['`', 'PowerShell'],
])('a command that %s carries on over lines is one (%s)', sign => {
  const random = seeded('carried on')
  const hex = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(random) ?? ''
  const long = `sk-proj-${bare('Mistral', 1)}${bare('Mistral', 2)}`
  const whose = (address: string, header: string) =>
    previewText(`curl "${address}" ${sign}\n  -H "${header}"`).candidates.map(one =>
      one.question ? undefined : one.key.provider,
    )
  expect(whose('https://gw.example.com/v1/models', `Authorization: Bearer ${long}`)).toEqual([undefined])
  expect(
    whose('https://vision.googleapis.com/v1/images:annotate', `X-Goog-Api-Key: ${make('Gemini', 1)}`),
  ).toEqual([undefined])
  expect(whose('https://api.deepseek.com/v1/models', `Authorization: Bearer ${hex}`)).toEqual(['deepseek'])
})

test('of several keys it is not said that the first one was taken, where it was not', () => {
  const { key, problems } = recognise(`${make('Groq', 1)} was revoked.\n${make('Groq', 2)}`)
  expect(key).toBe(make('Groq', 2))
  expect(problems.map(({ message }) => message).join(' ')).not.toMatch(/first/)
})

test('what is said of a line of which nothing is taken does not say that its key was', () => {
  const { candidates, problems } = previewText(`KEY_NOTE="my Mistral key is ${bare('Mistral', 1)}"`)
  expect(candidates).toEqual([])
  expect(problems).toEqual(['Line 1: no API key that Keyway knows.'])
})

test('a key is named after nothing that the reader made up', () => {
  const text = `apiKey: sk-proj-${bare('Mistral', 1)}${bare('Mistral', 2)}\nbaseUrl: https://gw.example.com/v1`
  expect(previewText(text).candidates.map(one => one.key.label)).not.toContain('gateway')
})

test('the next word of a command is no part of the key', () => {
  expect(recognise(`GEMINI_API_KEY=AIzaSyYourKeyGoesHere chatkit`).key).toBeUndefined()
  const key = `AQ.${bare('Mistral', 3)}`
  expect(recognise(`GEMINI_API_KEY=${key} chatkit`).key).toBe(key)
})
