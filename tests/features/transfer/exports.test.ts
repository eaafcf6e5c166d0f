// @vitest-environment happy-dom
/** What other programs export: the keys in it are offered with what was said of them, all else is counted and left alone. */
import { describe, expect, it, test } from 'vitest'
import { readFile, readFiles } from '../../../src/features/transfer/core/exports/given-files.ts'
import { ready } from '../../../src/features/transfer/core/import-preview.ts'
import { cohere, csv, files, generated, huggingFace, keePass, openai, zipOf } from './export-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (text: string | Uint8Array<ArrayBuffer>, name = 'export') => {
  const preview = await readFile({ name, bytes: typeof text === 'string' ? bytes(text) : text })
  if ('ok' in preview) throw new Error(preview.message)
  return preview
}
const refusal = async (text: string | Uint8Array<ArrayBuffer>) => {
  const preview = await readFile({ name: 'export', bytes: typeof text === 'string' ? bytes(text) : text })
  return 'ok' in preview ? preview.message : undefined
}
const secrets = (preview: Awaited<ReturnType<typeof read>>) => preview.candidates.map(one => one.key.secret)

describe.each(Object.entries(files))('%s', (_, { name, text, carried, others }) => {
  it('offers its keys and nothing else, each with its provider and what was said of it', async () => {
    const preview = await read(text, name)
    expect(secrets(preview)).toEqual([openai, huggingFace, cohere])
    expect(preview.leftAlone).toBe(others)
    const [first, second, third] = preview.candidates
    expect(first?.key).toMatchObject({ provider: 'openai', kind: 'project', ...carried })
    expect(first?.key.label).toMatch(/OpenAI bot|OPENAI_API_KEY/)
    expect(second?.key).toMatchObject({ provider: 'other', service: 'Hugging Face', variable: 'HF_TOKEN' })
    expect(third).toMatchObject({ suggested: 'other', other: { service: 'Cohere' } })
  })

  it('keeps no key in what is shown, and nothing of the other entries anywhere', async () => {
    const preview = await read(text, name)
    const shown = JSON.stringify(
      preview.candidates.map(({ key: { secret, ...about }, ...rest }) => ({ ...rest, about })),
    )
    for (const secret of [openai, huggingFace, cohere, generated]) expect(shown).not.toContain(secret)
    expect(JSON.stringify(preview)).not.toMatch(new RegExp(`${generated}|1234|me@example|postgres|Tr0ub4dor`))
  })

  it('is read in UTF-16 and with a byte-order mark as well', async () => {
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const file of [
      new Uint8Array(wide),
      new Uint8Array(Buffer.from(wide).swap16()),
      bytes(`\uFEFF${text}`),
      new Uint8Array(Buffer.from(text, 'utf16le')),
    ])
      expect(secrets(await read(file, name))).toEqual([openai, huggingFace, cohere])
  })

  it('that breaks off says so, or offers what is whole in it; nothing is made up', async () => {
    for (let part = 1; part < 20; part++) {
      const preview = await readFile({ name, bytes: bytes(text.slice(0, (text.length * part) / 20)) })
      const found = 'ok' in preview ? [] : preview.candidates.map(one => one.key.secret)
      for (const secret of found)
        expect([openai, huggingFace, cohere].some(whole => whole.startsWith(secret))).toBe(true)
    }
  })
})

test.each<[name: string, text: string, carried: object, others?: number]>([
  [
    'LastPass',
    csv(
      ['url', 'username', 'password', 'totp', 'extra', 'name', 'grouping', 'fav'],
      ['http://sn', '', '', '', `Made for the bot. ${openai}`, 'OpenAI bot', 'Work', '0'],
    ),
    { label: 'OpenAI bot', tags: ['Work'], notes: expect.stringContaining('Made for the bot.') },
  ],
  [
    'Firefox, which names no entry',
    csv(
      ['url', 'username', 'password', 'httpRealm', 'formActionOrigin', 'guid'],
      ['https://platform.openai.com', 'me', openai, '', 'https://auth.openai.com', '{1}'],
      // A login's password is none, whatever its address says.
      ['https://api-keys.example.com', 'me', generated, '', '', '{2}'],
    ),
    { label: 'platform.openai.com' },
    1,
  ],
  [
    'RoboForm',
    csv(
      ['Name', 'Url', 'MatchUrl', 'Login', 'Pwd', 'Note', 'Folder', 'RfFieldsV2'],
      ['OpenAI bot', 'https://platform.openai.com', '', 'me', openai, 'bot', 'Work', ''],
    ),
    { label: 'OpenAI bot', tags: ['Work'], notes: 'bot' },
  ],
  [
    'a table that says its separator to a spreadsheet',
    `sep=;\r\nname;url;username;password;note\r\nOpenAI bot;;;${openai};bot\r\n`,
    { label: 'OpenAI bot', notes: 'bot' },
  ],
  ...[(secret: object) => [secret], (secret: object) => ({ secrets: [secret], imports: [] })].map(
    (around): [string, string, object] => [
      'Infisical, as its secrets are listed',
      JSON.stringify(
        around({
          secretKey: 'OPENAI_API_KEY',
          secretValue: openai,
          secretComment: 'bot',
          environment: 'prod',
          secretPath: '/bots',
        }),
      ),
      { label: 'OPENAI_API_KEY', environment: 'Production', tags: ['bots'], notes: 'bot' },
    ],
  ),
])(
  '%s: the key with its name, folder and note, and nothing else is said',
  async (_, text, carried, others = 0) => {
    const preview = await read(text)
    expect(secrets(preview)).toEqual([openai])
    expect(preview.candidates[0]?.key).toMatchObject({ provider: 'openai', ...carried })
    expect(preview).toMatchObject({ problems: [], leftAlone: others })
  },
)

test('a 1PUX archive is read without its attachments', async () => {
  const { text } = files['1Password, export.data'] ?? { text: '' }
  const archive = zipOf([
    { path: 'export.attributes', data: bytes('{"version":3}'), method: 0 },
    { path: 'files/a___OPENAI.txt', data: bytes(`OPENAI_API_KEY=${openai}x`) },
    { path: 'export.data', data: bytes(text) },
  ])
  expect(secrets(await read(archive, 'a.1pux'))).toEqual([openai, huggingFace, cohere])
})

test('Dashlane’s archive is read table by table', async () => {
  const archive = zipOf([
    { path: 'credentials.csv', data: bytes(files['Dashlane, CSV']?.text ?? '') },
    { path: 'securenotes.csv', data: bytes(csv(['title', 'note', 'category'], ['Notes', 'PIN 1234', ''])) },
  ])
  const preview = await read(archive, 'dashlane.zip')
  expect(secrets(preview)).toEqual([openai, huggingFace, cohere])
  expect(preview.leftAlone).toBe(2)
})

test('a tree of .env files: every key once with where it lies, its environment by the file’s name', async () => {
  const preview = await readFiles([
    { name: 'shop/.env', bytes: bytes(`OPENAI_API_KEY=${openai}\nPORT=3000\n`) },
    { name: 'shop/.env.production', bytes: bytes(`HF_TOKEN="${huggingFace}"\n`) },
    { name: 'shop/.env.broken', bytes: new Uint8Array([0, 1, 2, 0, 5]) },
    { name: 'bot/.env.local', bytes: bytes(`export COHERE_API_KEY='${cohere}'\nSECRET_KEY=${generated}\n`) },
  ])
  expect(preview.candidates.map(({ key }) => [key.label, key.environment, key.usedIn])).toEqual([
    ['OPENAI_API_KEY', undefined, ['shop/.env']],
    ['HF_TOKEN', 'Production', ['shop/.env.production']],
    ['COHERE_API_KEY', undefined, ['bot/.env.local']],
  ])
  expect(preview.leftAlone).toBe(2)
  expect(preview.problems).toEqual([
    'shop/.env.broken: This is not a text file. Keyway reads lists, exports and backups.',
  ])
})

test('a shell profile gives its exported keys and nothing of the rest', async () => {
  const profile = `# ~/.zshrc\nexport PATH="$HOME/bin:$PATH"\nalias ll='ls -l'\nexport OPENAI_API_KEY="${openai}"\nexport HF_TOKEN=${huggingFace} # notebooks\n[ -f ~/.x ] && source ~/.x\nexport GPG_KEY=${generated}\n`
  const preview = await read(profile, '.zshrc')
  expect(secrets(preview)).toEqual([openai, huggingFace])
})

test.each([
  ['GITHUB_TOKEN', 'ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3gH5', true],
  ['STRIPE_SECRET_KEY', 'sk_live_51aB3dE5gH7jK9mN1pQ3sT5v', true],
  ['AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE', false],
  ['SOME_API_KEY', 'AKIAQ3EGTJ5XH2ND7YWB', false],
  ['SECRET_KEY', generated, false],
  ['RAILS_MASTER_KEY', generated, false],
  ['LICENSE_KEY', generated, false],
  ['SSH_KEY_PATH', '/home/me/.ssh/id_ed25519_work1', false],
  ['MAX_TOKENS', '4096', false],
  ['ACME_API_KEY', 'your-acme-api-key-goes-here', false],
  ['ACME_API_KEY', 'correct-horse-battery-staple', false],
  ['ACME_API_KEY', generated, true],
  ['ACME_PASSWORD', generated, false],
])('%s=%s is offered: %s', async (name, value, isOffered) => {
  const { candidates } = await read(`${name}=${value}\n`, '.env')
  expect(candidates.map(one => [one.key.secret, one.suggested])).toEqual(isOffered ? [[value, 'other']] : [])
})

describe('a person', () => {
  it('says another provider and another environment before the import, and only that is sent', async () => {
    const { candidates } = await read(files['Bitwarden, JSON']?.text ?? '')
    const [first, , third] = candidates
    if (!first || !third) throw new Error('The file was not read.')
    expect(ready(candidates, new Map()).map(({ provider }) => provider)).toEqual(['openai', 'other'])
    const chosen = new Map([[third, 'mistral' as const]])
    expect(ready([third], chosen)[0]).toMatchObject({ provider: 'mistral', label: 'Cohere API key' })
    expect(ready([third], chosen)[0]).not.toHaveProperty('service')
    expect(ready([third], new Map([[third, 'other' as const]]))[0]).toMatchObject({
      provider: 'other',
      service: 'Cohere',
    })
    // A certain shape is not for anybody to say.
    expect(ready([first], new Map([[first, 'mistral' as const]]))).toEqual([])
    expect(ready([first], new Map(), new Map([[first, ' Staging ']]))[0]).toMatchObject({
      environment: 'Staging',
    })
  })
})

describe('a hostile file', () => {
  it.each([
    ['an encrypted Bitwarden export', '{"encrypted":true,"data":"x"}', /encrypted/],
    ['an export that breaks off', '{"encrypted":false,"items":[{"name":"a"', /breaks off/],
    ['XML of somebody else', '<?xml version="1.0"?><rss></rss>', /no whole KeePass export/],
    ['XML that breaks off', keePass('<Entry>').slice(0, -30), /no whole KeePass export/],
    [
      'a billion laughs',
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}">]><KeePassFile><Root>&b;</Root></KeePassFile>`,
      /no whole KeePass export/,
    ],
    [
      'XML that reaches for a file',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><KeePassFile><Root>&e;</Root></KeePassFile>',
      /no whole KeePass export/,
    ],
  ])('%s is refused in one sentence', async (_, text, said) => {
    expect(await refusal(text)).toMatch(said)
  })

  it('a ZIP that is cut, foreign, or unpacks without end', { tags: 'slow' }, async () => {
    const good = zipOf([{ path: 'export.data', data: bytes('{"accounts":[]}') }])
    for (const size of [10, 40, good.length - 5])
      expect(await refusal(good.slice(0, size))).toMatch(/breaks off/)
    expect(await refusal(zipOf([{ path: 'a.txt', data: bytes('x') }]))).toMatch(/no export that Keyway knows/)
    expect(await refusal(zipOf([{ path: 'export.data', data: bytes('x'), method: 12 }]))).toMatch(
      /breaks off/,
    )
    const bomb = zipOf([{ path: 'export.data', data: new Uint8Array(80_000_000) }])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusal(bomb)).toMatch(/too big/)
  })

  it('deep JSON, and names of every object', async () => {
    for (const text of [
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `{"accounts":${'[{"vaults":'.repeat(5_000)}1${'}]'.repeat(5_000)}}`,
      '{"__proto__":{"polluted":1},"encrypted":false,"items":[{"__proto__":{"name":"x"},"constructor":1}]}',
      `{"DOPPLER_PROJECT":"x","__proto__":"${openai}","constructor":{"computed":7}}`,
      '{"encrypted":false,"items":[null,1,"x",[],{"login":7,"fields":{"0":1}}]}',
      '{"vaults":{"a":null,"b":{"items":7}},"version":null}',
      '{"accounts":[{"vaults":[{"items":[{"item":null},{"details":{"sections":[{"fields":[null]}]}}]}]}]}',
    ]) {
      const preview = await readFile({ name: 'x.json', bytes: bytes(text) })
      if (!('ok' in preview)) expect(preview.candidates.length).toBeLessThanOrEqual(1)
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('100,000 rows: the keys among them are found, the rest is counted', { tags: 'slow' }, async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [
      `Site ${i}`,
      `https://s${i}.example/`,
      'me',
      `pa55-${i}-word`,
      '',
    ])
    rows.splice(70_000, 0, [
      'OpenAI',
      'https://platform.openai.com',
      '',
      openai,
      'a "quoted"\nnote, with commas',
    ])
    const preview = await read(csv(['name', 'url', 'username', 'password', 'note'], ...rows))
    expect(secrets(preview)).toEqual([openai])
    expect(preview.candidates[0]?.key.notes).toBe('a "quoted"\nnote, with commas')
    expect(preview.leftAlone).toBe(100_000)
  })

  it('a table with formulas, other separators and quotes that never close', async () => {
    const formula = await read(
      csv(
        ['name', 'url', 'username', 'password', 'note'],
        ['=HYPERLINK("http://x")', '', '', `="${openai}"`, ''],
      ),
    )
    expect(secrets(formula)).toEqual([openai])
    const semicolons = await read(`name;url;username;password\nBot;;;${openai}\n`)
    expect(secrets(semicolons)).toEqual([openai])
    const open = await read(`name,url,username,password\nBot,,,"${openai}\nnext,,,x`)
    expect(secrets(open)).toEqual([openai])
  })
})
