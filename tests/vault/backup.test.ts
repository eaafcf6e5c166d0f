import { describe, expect, it } from 'vitest'
import { type BackupKey, readBackup, writeBackup } from '../../src/features/transfer/core/backup-format.ts'
import {
  digests,
  previewBackup,
  previewList,
  withDuplicates,
} from '../../src/features/transfer/core/import-preview.ts'
import { asEnvFile, openBackup, sealBackup } from '../../src/features/transfer/screen/backup-file.ts'
import { judgePassphrase } from '../../src/vault/passphrase.ts'
import { pickWords, words } from '../../src/vault/passphrase-words.ts'
import { passphrase, seededRandom } from './helpers.ts'

/** Random as real ones are: what repeats itself is taken for an example. */
function testSecret(n: number): string {
  const half = (which: string) =>
    Array.from(seededRandom(`${which}${n}`)(74), byte => letters[byte % letters.length]).join('')
  return `sk-proj-${half('a')}T3BlbkFJ${half('b')}`
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const key = (n: number): BackupKey => ({
  id: `id-${n}`,
  provider: 'openai',
  kind: 'project',
  label: `Schlüssel ${n} 🔑`,
  secret: testSecret(n),
  lastFour: testSecret(n).slice(-4),
  notes: 'Zeile eins\nZeile zwei',
  tags: ['prod'],
  createdAt: 1_800_000_000_000 + n,
  history: [{ kind: 'change', at: 1, cause: 'ok', key: 'accepted', use: 'ready' }],
})

describe('a backup', () => {
  it('comes back without loss through an age file', { tags: 'slow' }, async () => {
    const keys = [key(1), key(2)]
    const file = await sealBackup(writeBackup(keys, 1234), passphrase, 10)
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(file).not.toContain('sk-')
    const opened = await openBackup(new TextEncoder().encode(file), passphrase)
    expect(opened.ok && readBackup(opened.text)).toEqual({ ok: true, exportedAt: 1234, keys, problems: [] })
  })

  it('brings back a key of another service; what an older Keyway wrote reads as before', () => {
    const other = {
      ...key(3),
      provider: 'other' as const,
      kind: 'plain' as const,
      service: 'Hugging Face',
      webPage: 'https://huggingface.co/settings/tokens',
      variable: 'HF_TOKEN',
    }
    const { lastFour: _, ...whole } = { ...other, secret: 'kept as it is' }
    const secret = `hf_${testSecret(3).slice(8, 42)}`
    const [brought, older] = previewBackup(writeBackup([{ ...other, secret }, key(1)], 1)).candidates
    expect(brought?.key).toEqual({ ...whole, secret })
    expect(older?.key).toMatchObject({ provider: 'openai', label: key(1).label })
    // Kept on purpose as another service's: it goes nowhere, whatever its name and its shape say.
    const gateway = { ...other, label: 'OPENAI_API_KEY', secret: testSecret(4) }
    expect(previewBackup(writeBackup([gateway], 1)).candidates[0]?.key).toMatchObject({ provider: 'other' })
    const hostile = {
      ...other,
      secret,
      webPage: 'javascript:alert(1)',
      variable: '$(id)',
      service: 'a\u202eb',
    }
    const [cleaned] = previewBackup(writeBackup([hostile], 1)).candidates
    expect(cleaned?.key).toMatchObject({ service: 'ab' })
    expect(cleaned?.key).not.toHaveProperty('webPage')
    expect(cleaned?.key).not.toHaveProperty('variable')
  })
  it.each(['constructor', 'toString', 'a b', 'x'.repeat(65)])(
    'under no id that no message can name: %s',
    id => {
      const [cleaned] = previewBackup(writeBackup([{ ...key(1), id }], 1)).candidates
      expect(cleaned?.key.label).toBe(key(1).label)
      expect(cleaned?.key).not.toHaveProperty('id')
    },
  )

  it('says what is wrong with a file', async () => {
    const file = new TextEncoder().encode(await sealBackup('{}', passphrase, 10))
    expect(await openBackup(file, 'another')).toMatchObject({ code: 'wrong_passphrase' })
    expect(await openBackup(new TextEncoder().encode('hello'), passphrase)).toMatchObject({ code: 'not_age' })
    expect(readBackup('{}')).toMatchObject({ code: 'not_a_backup' })
    expect(readBackup('no json')).toMatchObject({ code: 'not_a_backup' })
    expect(readBackup('{"format":"keyway-backup","version":2,"keys":[]}')).toMatchObject({ code: 'too_new' })
    expect(readBackup('{"format":"keyway-backup","version":1,"keys":[{"label":"x"}]}')).toMatchObject({
      problems: ['Entry 1 has no provider, label or key and is left out.'],
    })
  })

  it('can be lines for a .env file, which read back', () => {
    const { text, problems } = asEnvFile([key(1), key(2)])
    expect(problems).toEqual([])
    const read = previewList(text)
    expect(read.candidates.map(({ key: { label, secret } }) => [label, secret])).toEqual([
      ['OPENAI_API_KEY', testSecret(1)],
      ['OPENAI_API_KEY_2', testSecret(2)],
    ])
  })
})

describe('an import shows first what it would bring', () => {
  it.each([
    ['a .env line', `OPENAI_API_KEY=${testSecret(1)}`, 'OPENAI_API_KEY'],
    ['with quotes and export', `export OPENAI_API_KEY="${testSecret(1)}"  # mine`, 'OPENAI_API_KEY'],
    ['as PowerShell has it', `$env:OPENAI_API_KEY = '${testSecret(1)}'`, 'OPENAI_API_KEY'],
    ['a name and a key', `Shop production, ${testSecret(1)}`, 'Shop production'],
    ['with a tab, the other way round', `${testSecret(1)}\tShop`, 'Shop'],
    ['a key alone, with a byte order mark', `\uFEFF${testSecret(1)}`, 'Imported key, line 1'],
  ])('%s', (_, text, label) => {
    expect(previewList(text).candidates).toMatchObject([
      { key: { label, secret: testSecret(1), provider: 'openai' } },
    ])
  })

  it('leaves out comments and other settings, and says which line held no key', () => {
    const { candidates, problems } = previewList('# keys\nPORT=3000\n\nOPENAI_API_KEY=your-api-key-here\n')
    expect(candidates).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^Line 4: /)
  })

  it('names each key of a line once, however many stand in it', () => {
    const pairs = Array.from({ length: 25 }, (_, at) => `K${at}=${testSecret(at)}`)
    const { candidates } = previewList(`docker run ${pairs.map(pair => `-e ${pair}`).join(' ')} app`)
    expect(candidates.map(({ key }) => key.label)).toEqual(pairs.map(pair => pair.split('=')[0]))
  })

  it('marks doubles by digest, in the vault and in the file, and shows no secret but masked', async () => {
    const preview = previewList(`A=${testSecret(1)}\nB=${testSecret(2)}\nC=${testSecret(2)}`)
    const asked = await digests(preview)
    expect(JSON.stringify(asked)).not.toContain('sk-')
    expect(new Set(asked.digests).size).toBe(2)
    const marked = withDuplicates(preview, ['Shop', null, null])
    expect(marked.candidates.map(({ duplicateOf }) => duplicateOf)).toEqual(['Shop', undefined, 'B'])
    expect(marked.candidates[0]?.mask).not.toContain(testSecret(1).slice(10, 20))
  })

  it('tells two servers on this computer apart, though neither asks for a key', async () => {
    const server = (baseUrl: string) => ({
      ...key(1),
      id: baseUrl.slice(-4),
      provider: 'ollama' as const,
      secret: 'none',
      baseUrl,
    })
    const two = [server('http://127.0.0.1:1111'), server('http://127.0.0.1:2222')]
    const preview = previewBackup(writeBackup(two, 1))
    expect(new Set((await digests(preview)).digests).size).toBe(2)
    const marked = withDuplicates(preview, [null, null])
    expect(marked.candidates.filter(({ duplicateOf }) => duplicateOf)).toEqual([])
  })

  it('of a backup, with its problems', () => {
    const { lastFour: _, ...whole } = key(1)
    expect(previewBackup(writeBackup([key(1)], 1)).candidates[0]?.key).toEqual(whole)
    expect(previewBackup('{}').problems).toHaveLength(1)
  })
})

describe('a file that is careless or hostile', () => {
  const preview = (...keys: unknown[]) =>
    previewBackup(JSON.stringify({ format: 'keyway-backup', version: 1, exportedAt: 1, keys }))

  it('loses no key by an odd field, and brings in nothing that breaks a screen', () => {
    const odd = {
      ...key(1),
      id: 'made by hand.1',
      label: 'L'.repeat(300),
      kind: 'constructor',
      environment: 'E'.repeat(100),
      notes: 7,
      createdAt: 1e300,
      expiresAt: -5,
      rotateBy: 'soon',
      checkEveryMinutes: 1e9,
      standbyFor: '../x',
      usedIn: ['a', 5, 'b'.repeat(500)],
      baseUrl: 'https://collector.example/v1',
      history: [
        { kind: 'change', at: 1e300, cause: 'ok', key: 'accepted', use: 'ready', says: '' },
        { kind: 'day', day: 'yesterday', good: 1, bad: 0, unknown: 0, milliseconds: 1, causes: {} },
        { kind: 'day', day: '2026-11-20', good: 1, bad: 0, unknown: 0, milliseconds: 1, causes: { ok: 1 } },
      ],
    }
    const { candidates, problems } = preview(odd)
    expect(problems).toEqual([])
    expect(candidates[0]?.key).toEqual({
      provider: 'openai',
      secret: testSecret(1),
      label: 'L'.repeat(200),
      environment: 'E'.repeat(60),
      tags: ['prod'],
      usedIn: ['a', 'b'.repeat(300)],
      history: [odd.history[2]],
    })
  })

  it('says which keys it leaves out, and why', () => {
    const { candidates, problems } = preview(
      { ...key(1), provider: 'toString', label: 'Strange' },
      { ...key(2), secret: 'x'.repeat(20_001), label: 'Novel' },
      { ...key(3), id: ['a'] },
    )
    expect(candidates.map(each => each.key.secret)).toEqual([testSecret(3)])
    expect(problems).toEqual([
      expect.stringMatching(/“Strange” is of a provider that this Keyway does not know/),
      expect.stringMatching(/“Novel” is too long to be a key/),
    ])
  })

  it('of more keys than go in at once brings the first, and says where it stopped', { tags: 'slow' }, () => {
    const { candidates, problems } = preview(...Array.from({ length: 5003 }, (_, i) => key(i)))
    expect(candidates).toHaveLength(5000)
    expect(problems).toEqual([expect.stringMatching(/5,000 keys at a time.*Schlüssel 4999/)])
  })
})

describe('a passphrase', () => {
  it.each([
    ['short one', false],
    ['fourteen chars', false],
    ['passwordpassword', false],
    ['PasswordPassword1', false],
    ['aaaaaaaaaaaaaaaaaaaa', false],
    ['abcabcabcabcabcabc', false],
    ['correct horse battery staple', false],
    ['123456789012345', false],
    ['lagoon unhappy trombone pebble', true],
    ['Ich mag meinen Käse am liebsten warm', true],
    ['x7Kq9 mP2vL 5nR8w', true],
  ])('%s', (text, ok) => {
    expect(judgePassphrase(text).ok).toBe(ok)
  })

  it('of four words from the EFF list is good, and every word is as likely as another', {
    tags: 'slow',
  }, () => {
    expect(words).toHaveLength(7776)
    expect(new Set(words).size).toBe(7776)
    expect([words[0], words.at(-1)]).toEqual(['abacus', 'zoom'])
    const random = seededRandom('words')
    const picked = pickWords(random)
    expect(picked.split(' ').every(word => words.includes(word))).toBe(true)
    for (let i = 0; i < 300; i++) expect(judgePassphrase(pickWords(random)).ok).toBe(true)
    // 62,208 is 8 x 7,776: what lies above would favour the first words, and is drawn again.
    const draws = [Uint8Array.of(0xff, 0xff), Uint8Array.of(0xf3, 0x00), Uint8Array.of(0, 1)]
    expect(pickWords(() => draws.shift() ?? new Uint8Array(2), 1)).toBe(words[1])
  })
})
