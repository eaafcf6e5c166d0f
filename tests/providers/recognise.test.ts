/** What people paste, and what Keyway says before anything is sent. All keys here are made up. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseBare } from '../../src/features/capture/core/judge-paste.ts'
import { recognise } from '../../src/providers/index.ts'
import { providerIds, providers } from '../../src/providers/list.ts'
import { certainProvider } from '../../src/providers/recognition/whose.ts'
import type { KeyKind, ProblemCode, ProviderId, Recognised } from '../../src/providers/verdict.ts'
import { runs } from '../runs.ts'

const H = 'aB3xY9kLmN0pQr7StUvWzC5dE8fG1hJ2aB3xY9kLmN0pQr7StUvWzC5dE8fG1hJ2qRstUvWxYz0123'
const h = (n: number) => H.slice(0, n)
const proj = `sk-proj-${h(74)}T3BlbkFJ${h(74)}`,
  leg = `sk-${h(20)}T3BlbkFJ${h(20)}`,
  leg2 = `sk-${h(48)}`,
  svc = `sk-svcacct-${h(58)}T3BlbkFJ${h(58)}`,
  adm = `sk-admin-${h(58)}T3BlbkFJ${h(58)}`
const none = `sk-None-${h(20)}T3BlbkFJ${h(20)}`,
  short = `sk-proj-${h(20)}T3BlbkFJ${h(20)}`,
  ant = `sk-ant-api03-${h(80)}${h(13)}AA`,
  or = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`,
  gsk = `gsk_${h(52)}`,
  xai = `xai-${h(76)}abcd`
const aiza = `AIzaSy${h(33)}`,
  aq = `AQ.${h(50)}`,
  ds = 'sk-0123456789abcdef0123456789abcdef',
  jwt = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjMifQ.${h(60)}`,
  sess = `sess-${h(40)}`,
  mis = 'aB3xY9kLmN0pQr7StUvWzC5dE8fG1hJ2'
type Case = {
  text: string
  key: string | null
  provider: ProviderId | null
  kind: KeyKind | null
  codes: ProblemCode[]
}
const cases: Case[] = []
const T = (
  text: string,
  key: string | null,
  provider: ProviderId | null,
  kind: KeyKind | null,
  ...codes: ProblemCode[]
) => cases.push({ text, key, provider, kind, codes })
T(proj, proj, 'openai', 'project')
T(short, short, 'openai', 'project')
T(leg, leg, 'openai', 'legacy')
T(leg2, leg2, 'openai', 'legacy')
T(svc, svc, 'openai', 'service')
T(adm, adm, 'openai', 'admin')
T(none, none, 'openai', 'user')
T(
  `sk-service-my-bot-name-${h(20)}T3BlbkFJ${h(20)}`,
  `sk-service-my-bot-name-${h(20)}T3BlbkFJ${h(20)}`,
  'openai',
  'service',
)
T(ant, ant, 'anthropic', 'plain')
T(or, or, 'openrouter', 'plain')
T(gsk, gsk, 'groq', 'plain')
T(xai, xai, 'xai', 'plain')
T(aiza, aiza, 'gemini', 'plain')
T(aq, aq, 'gemini', 'plain')
T(ds, ds, 'deepseek', 'plain')
T(mis, mis, 'mistral', 'plain')
T(jwt, jwt, 'openai', 'oauth', 'not_a_key')
T(sess, sess, 'openai', 'session')
T(` ${proj}\n`, proj, 'openai', 'project')
T(`\t${proj}\r\n`, proj, 'openai', 'project')
for (const w of [
  `OPENAI_API_KEY=${proj}`,
  `OPENAI_API_KEY="${proj}"`,
  `export OPENAI_API_KEY='${proj}'`,
  `set OPENAI_API_KEY=${proj}`,
  `setx OPENAI_API_KEY "${proj}"`,
  `$env:OPENAI_API_KEY="${proj}"`,
  `{"apiKey":"${proj}"}`,
  `apiKey: ${proj}`,
  `api_key = "${proj}",`,
  `"${proj}"`,
  `'${proj}'`,
  `\`${proj}\``,
  `Authorization: Bearer ${proj}`,
  `Bearer ${proj}`,
  `-H "Authorization: Bearer ${proj}"`,
  `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${proj}"`,
  `OPENAI_API_KEY=${proj} # my key for prod`,
  `# keys\nOPENAI_API_KEY=${proj}\nOTHER=1`,
  `<code>${proj}</code>`,
  `openai.api_key = "${proj}"`,
  `client = OpenAI(api_key="${proj}")`,
  `- name: OPENAI_API_KEY\n  value: ${proj}`,
  `${proj};`,
  `${proj},`,
  `(${proj})`,
  `setenv OPENAI_API_KEY ${proj}`,
  `OPENAI_API_KEY: '${proj}'`,
  `"OPENAI_API_KEY": "${proj}",`,
  `key=${proj}`,
  `fish: set -x OPENAI_API_KEY ${proj}`,
])
  T(w, proj, 'openai', 'project', 'wrapped')
// As a system keeps a program's variables, and as a page may put two keys on the clipboard: what stands between them ends the first.
T(
  `OPENAI_API_KEY=${proj}\0ANTHROPIC_API_KEY=${ant}\0`,
  proj,
  'openai',
  'project',
  'invisible_character',
  'wrapped',
)
T(`${proj}\0${h(40)}`, proj, 'openai', 'project', 'invisible_character', 'wrapped')
T(`“${proj}”`, proj, 'openai', 'project', 'curly_quote')
T(`‘${proj}’`, proj, 'openai', 'project', 'curly_quote')
T(`OPENAI_API_KEY=“${proj}”`, proj, 'openai', 'project', 'curly_quote', 'wrapped')
T(`${proj.slice(0, 30)} ${proj.slice(30)}`, proj, 'openai', 'project', 'blank_inside')
T(`${proj.slice(0, 30)}\n${proj.slice(30)}`, proj, 'openai', 'project', 'line_break')
T(`${proj.slice(0, 80)}\r\n   ${proj.slice(80)}`, proj, 'openai', 'project', 'line_break')
T(`${proj.slice(0, 30)}\t${proj.slice(30)}`, proj, 'openai', 'project', 'blank_inside')
T(`${proj.slice(0, 30)}\u200b${proj.slice(30)}`, proj, 'openai', 'project', 'invisible_character')
T(`\ufeff${proj}`, proj, 'openai', 'project', 'invisible_character')
T(`${proj}\u00a0`, proj, 'openai', 'project', 'invisible_character')
T(`${proj.slice(0, 30)}\u00a0${proj.slice(30)}`, proj, 'openai', 'project', 'invisible_character')
T(`${proj.slice(0, 30)}\u00ad${proj.slice(30)}`, proj, 'openai', 'project', 'invisible_character')
T(`\u202a${proj}\u202c`, proj, 'openai', 'project', 'invisible_character')
T(`${proj.slice(0, 50)}\n${proj.slice(50, 100)}\n${proj.slice(100)}`, proj, 'openai', 'project', 'line_break')
T(`${leg.slice(0, 25)} ${leg.slice(25)}`, leg, 'openai', 'legacy', 'blank_inside')
T(`"${proj.slice(0, 30)}\n${proj.slice(30)}"`, proj, 'openai', 'project', 'line_break', 'wrapped')
T(
  `OPENAI_API_KEY=${proj.slice(0, 30)}\n${proj.slice(30)}`,
  proj,
  'openai',
  'project',
  'line_break',
  'wrapped',
)
// Wherever the reading of a long text ended, it could end within a key: nothing of it is taken.
for (const before of [49_900, 49_960, 60_000])
  T(`${'line\n'.repeat(before / 5)}${proj}`, null, null, null, 'prose')
T(`sk-${'a1B2'.repeat(20_000)}`, null, null, null, 'prose')
T('', null, null, null, 'empty')
T('   \n ', null, null, null, 'empty')
T('\u200b', null, null, null, 'empty')
T('sk-...abcd', null, null, null, 'masked')
T('sk-proj-...abcd', null, null, null, 'masked')
T('sk-proj-****************abcd', null, null, null, 'masked')
T('sk-****abcd', null, null, null, 'masked')
T('sk-••••••••abcd', null, null, null, 'masked')
T('sk-proj-abcd…wxyz', null, null, null, 'masked')
T('sk-p************************************************aBcD', null, null, null, 'masked')
T('OPENAI_API_KEY=sk-...aB3x', null, null, null, 'masked')
T('AIza…wxyz', null, null, null, 'masked')
T('sk-ab...cd', null, null, null, 'masked')
T('"sk-proj-…AbCd"', null, null, null, 'masked')
T('**********', null, null, null, 'masked')
T(`sk-proj-${h(30)}...`, null, null, null, 'truncated')
T('your-api-key', null, null, null, 'placeholder')
T('YOUR_API_KEY', null, null, null, 'placeholder')
T('<your key here>', null, null, null, 'placeholder')
T('sk-your-key-here', null, null, null, 'placeholder')
T('sk-xxxxxxxxxxxxxxxx', null, null, null, 'placeholder')
T('OPENAI_API_KEY=your-key', null, null, null, 'placeholder')
T('$OPENAI_API_KEY', null, null, null, 'placeholder')
T('$' + '{OPENAI_API_KEY}', null, null, null, 'placeholder')
T('process.env.OPENAI_API_KEY', null, null, null, 'placeholder')
T('sk-...', null, null, null, 'placeholder')
T('OPENAI_API_KEY', null, null, null, 'placeholder')
T('sk-proj-xxxxxxxxxxxxxxxxxxxx', null, null, null, 'placeholder')
T('sk-1234567890', null, null, null, 'placeholder')
T('{{api_key}}', null, null, null, 'placeholder')
T('sk-abc123', null, null, null, 'placeholder')
T('xxxx', null, null, null, 'placeholder')
T('os.environ["OPENAI_API_KEY"]', null, null, null, 'placeholder')
T('my-api-key', null, null, null, 'placeholder')
T('API_KEY_HERE', null, null, null, 'placeholder')
T('sk-your-openai-api-key', null, null, null, 'placeholder')
T('https://platform.openai.com/api-keys', null, null, null, 'url')
T('platform.openai.com/api-keys', null, null, null, 'url')
T('www.openai.com', null, null, null, 'url')
T(`https://x.y/?key=${aiza}`, aiza, 'gemini', 'plain', 'url')
T('Please paste your key into this field', null, null, null, 'prose')
T('I lost my key, how do I get another one?', null, null, null, 'prose')
T(`My key is ${proj} please check`, proj, 'openai', 'project', 'prose')
T(`Here you go: ${proj}`, proj, 'openai', 'project', 'prose')
T(`${proj} is not working`, proj, 'openai', 'project', 'prose')
T('Toxic prose text.', null, null, null, 'prose')
T(`Hi, the key: ${leg2}. Thanks!`, leg2, 'openai', 'legacy', 'prose')
T('hello', null, null, null, 'not_a_key')
T('Toxic', null, null, null, 'not_a_key')
T('password123', null, null, null, 'not_a_key')
T('me@example.com', null, null, null, 'not_a_key')
T('org-abc123def456', null, null, null, 'not_a_key')
T('proj_abc123def', null, null, null, 'not_a_key')
T('key_abc123', null, null, null, 'not_a_key')
T(`ghp_${h(36)}`, null, null, null, 'not_a_key')
T('sk-', null, null, null, 'truncated')
T('sk-proj-', null, null, null, 'truncated')
T('12345', null, null, null, 'not_a_key')
T('{}', null, null, null, 'not_a_key')
T('null', null, null, null, 'not_a_key')
T('undefined', null, null, null, 'not_a_key')
T(`sk-prоj-${h(40)}`, null, null, null, 'not_ascii')
T('ключ', null, null, null, 'not_ascii')
T(`${proj}\n${leg}`, proj, 'openai', 'project', 'wrapped')
T(`MISTRAL_API_KEY=${mis}`, mis, 'mistral', 'plain', 'wrapped')
T(`DEEPSEEK_API_KEY=${ds}`, ds, 'deepseek', 'plain', 'wrapped')
T(
  `TOGETHER_API_KEY=${'0123456789abcdef'.repeat(4)}`,
  '0123456789abcdef'.repeat(4),
  'together',
  'plain',
  'wrapped',
)
T(`ANTHROPIC_API_KEY=${ant}`, ant, 'anthropic', 'plain', 'wrapped')
T(`sk-ant-admin01-${h(60)}`, `sk-ant-admin01-${h(60)}`, 'anthropic', 'admin')
T(`{"user":{},"accessToken":"${jwt}"}`, jwt, 'openai', 'oauth', 'wrapped', 'not_a_key')
T(`sk-svcacct-${h(46)}T3BlbkFJ${h(46)}`, `sk-svcacct-${h(46)}T3BlbkFJ${h(46)}`, 'openai', 'service')
T(`sk-proj-${h(74)}T3BlbkFJ${h(30)}`, `sk-proj-${h(74)}T3BlbkFJ${h(30)}`, 'openai', 'project', 'truncated')
T(`sk-${h(70)}${h(22)}`, `sk-${h(70)}${h(22)}`, 'openai', 'legacy')
T(`sk-proj-${h(60)}`, `sk-proj-${h(60)}`, 'openai', 'project', 'short')
T(encodeURIComponent(proj), proj, 'openai', 'project')
T(proj.replace('sk-proj-', 'sk–proj-'), proj, 'openai', 'project')
T('Bearer', null, null, null)
T('Authorization: Bearer ', null, null, null)

describe('a person pastes', () => {
  it.each(cases.map(one => [JSON.stringify(one.text).slice(0, 90), one] as const))('%s', (_, one) => {
    const { text, key, provider, kind, codes } = one
    const seen = recognise(text)
    expect(seen.key ?? null).toBe(key)
    if (provider) expect(seen.provider).toBe(provider)
    if (kind) expect(seen.kind).toBe(kind)
    if (codes.length > 0 || key !== null)
      expect(seen.problems.map(({ code }) => code).sort()).toEqual([...codes].sort())
    // What is said never repeats what was pasted.
    for (const { message } of seen.problems)
      if (text.length > 20) expect(message).not.toContain(text.slice(0, 20))
  })

  /** As src/features/capture/screen/paste-field.tsx has it: these are not sent. */
  const isRefused = ({ problems, provider }: Recognised) =>
    problems.some(
      ({ code }) =>
        code === 'masked' || code === 'truncated' || (code === 'not_a_key' && provider !== undefined),
    )

  it('and what the screen takes of it, the worker takes as the very same key of the same provider', () => {
    for (const { text } of cases)
      for (const named of providerIds) {
        const seen = recognise(text, [named])
        const provider = seen.question === undefined ? seen.provider : named
        if (seen.key === undefined || provider === undefined || isRefused(seen)) continue
        // Of those any text is taken.
        if (providers[provider].local || providers[provider].isKeptOnly) continue
        expect(recogniseBare(seen.key, provider), text).toMatchObject(
          certainProvider(seen.key) === undefined || certainProvider(seen.key) === provider
            ? { key: seen.key, provider, problems: [] }
            : { key: seen.key, question: expect.any(String) },
        )
      }
  })

  it('and the worker takes unasked only what is one whole key: nothing hidden, cut off, or with something around it', () => {
    expect(recogniseBare('API_KEY=hf_0123456789abcdefghij', 'groq').key).toBeUndefined()
    for (const { text, key } of cases) {
      const seen = recognise(text)
      const bare = recogniseBare(text)
      // An example is known by its words, to the screen alone.
      const isExample = seen.problems.some(({ code }) => code === 'placeholder')
      if (bare.key === undefined || bare.question !== undefined || isExample) continue
      expect(bare.key, text).toBe(text.trim())
      expect([key, isRefused(seen)], text).toEqual([bare.key, false])
    }
  })

  it('anything at all, and it never throws nor gives a key that cannot be sent', { tags: 'slow' }, () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.json(),
      fc.constantFrom(proj, leg, ant, jwt),
    )
    fc.assert(
      fc.property(noise, noise, noise, (a, b, c) => {
        const { key } = recognise(a + b + c)
        expect(key ?? '').toMatch(/^[\x21-\x7e]*$/)
      }),
      { numRuns: runs(500), seed: 6 },
    )
    expect(recognise('x '.repeat(1_000_000)).problems).not.toEqual([])
    expect(recognise(undefined as unknown as string).problems[0]?.code).toBe('empty')
  })

  it('a letter that only looks like a key’s own, anywhere in it: never the part before it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: proj.length - 8 }),
        fc.constantFrom('\u0430', '\u0435', '\u03bf', '\u00e9'),
        fc.constantFrom('', 'OPENAI_API_KEY=', 'the key: '),
        (at, odd, before) => {
          const { key, problems } = recognise(before + proj.slice(0, at) + odd + proj.slice(at + 1))
          expect([undefined, proj]).toContain(key)
          expect(problems).not.toEqual([])
        },
      ),
      { numRuns: runs(300), seed: 6 },
    )
  })

  it('a key that a mail has broken over lines in its own way', () => {
    for (const size of [20, 58, 73, 100])
      expect(recognise(proj.replace(new RegExp(`.{${size}}`, 'g'), '$&=\r\n')).key).toBe(proj)
  })

  it('a key of any length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{12,400}$/), tail => {
        expect(recognise(`sk-proj-x1Y${tail}`)).toMatchObject({
          provider: 'openai',
          kind: 'project',
          key: `sk-proj-x1Y${tail}`,
        })
      }),
      { numRuns: runs(200), seed: 6 },
    )
  })
})
