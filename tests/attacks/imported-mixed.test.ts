// @vitest-environment happy-dom
/**
 * Files that a person is given to import, as somebody writes them who wants to harm: every program's export, list and backup, changed in
 * its bytes, its JSON and its texts. Whatever it is, it is read or refused; what is kept is plain, few and a key's own; nothing of it runs,
 * hides, or gets among what all objects have.
 *
 * @module-tag slow
 */
import { deflateRawSync, gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { mostBytes, readFile } from '../../src/features/transfer/core/exports/given-files.ts'
import { choices, type Preview, ready } from '../../src/features/transfer/core/import-preview.ts'
import { requests } from '../../src/protocol/messages.ts'
import { cohere, files, huggingFace, openai, zipOf } from '../features/transfer/export-files.ts'
import { seeded } from '../providers/random-keys.ts'
import { report, tries } from './outcome.ts'

const random = seeded('files')
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
const utf8 = (text: string): Buffer => Buffer.from(text)

const key = {
  provider: 'openai',
  label: 'Bot',
  secret: openai,
  tags: ['Work'],
  usedIn: ['app/.env'],
  project: 'Shop',
}
const originals = [
  ...Object.values(files).map(({ text }) => text),
  JSON.stringify({
    format: 'keyway-backup',
    version: 1,
    exportedAt: 1,
    keys: [key, { ...key, id: 'k', history: [{ at: 1 }] }],
  }),
  `OPENAI_API_KEY=${openai}\nexport HF_TOKEN="${huggingFace}"\n# a line\nCOHERE_API_KEY='${cohere}'\n`,
]

/** What a text may hold that does something where it is shown, printed, run or named. */
const nasty = [
  '\u001b[2J\u001b]0;owned\u0007',
  '\u001b]8;;https://evil.test\u0007here\u001b]8;;\u0007',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u0000',
  '\r',
  '\n',
  '\u2028',
  '\u009b31m',
  '$(touch landed)',
  '`touch landed`',
  '"; touch landed; "',
  "' OR 1=1",
  '=HYPERLINK("https://evil.test")',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'а',
  '\ud800',
  'A'.repeat(30_000),
  '%00',
  '\ufeff',
]
const oddValues: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  [],
  {},
  [[[]]],
  { toString: 1 },
  { length: 1e9 },
  'x',
]
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  'secret',
  'id',
  'provider',
  'keys',
]

/** JSON in which something somewhere is another thing, stands twice, or lies a thousand deep. */
function otherJson(text: string): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text
  }
  const places: [object, string][] = []
  const walk = (at: unknown) => {
    if (typeof at !== 'object' || at === null) return
    for (const [name, inner] of Object.entries(at)) {
      places.push([at, name])
      walk(inner)
    }
  }
  walk(value)
  if (places.length === 0) return text
  const mark = '@@here@@'
  const [where, name] = pick(places)
  const old = JSON.stringify(Reflect.get(where, name))
  Reflect.set(where, name, mark)
  const put = pick([
    () => JSON.stringify(pick(oddValues)),
    () => `{${JSON.stringify(pick(names))}:${old}}`,
    () => `${old},${JSON.stringify(pick(names))}:${JSON.stringify(pick(oddValues))}`,
    () =>
      `{"__proto__":{"polluted":true,"label":"x","secret":"x"},"constructor":{"prototype":{"polluted":true}},"x":${old}}`,
    () => '['.repeat(5000) + old + ']'.repeat(5000),
    () => '{"a":'.repeat(5000) + old + '}'.repeat(5000),
    () => `[${Array.from({ length: 3000 }, () => old).join()}]`,
    () => JSON.stringify(`${pick(nasty)}${String(Reflect.get(where, name))}`),
  ])()
  return JSON.stringify(value).replace(`"${mark}"`, () => put)
}

const textWays: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'other values': otherJson,
  'something nasty somewhere': text => {
    const at = Math.floor(random() * text.length)
    return text.slice(0, at) + pick(nasty) + text.slice(at)
  },
  'something nasty in each word of a kind': text =>
    text.replaceAll(/bot|Work|Shop/gi, word => `${word}${pick(nasty)}`),
  'something nasty in each key': text =>
    text.replaceAll(openai, openai.slice(0, 30) + pick(nasty) + openai.slice(30)),
  'a part left out': text => {
    const at = Math.floor(random() * text.length)
    return text.slice(0, at) + text.slice(at + Math.floor(random() * 200))
  },
  'a part twice': text => {
    const at = Math.floor(random() * text.length)
    const part = text.slice(at, at + Math.floor(random() * 400))
    return text.slice(0, at) + part.repeat(1 + Math.floor(random() * 50)) + text.slice(at)
  },
  'with another in it': text =>
    `${text.slice(0, text.length / 2)}${pick(originals)}${text.slice(text.length / 2)}`,
  'line ends of others': text =>
    text.replaceAll('\n', pick(['\r', '\r\n', '\u0085', '\u2028', '\0', '\n\n'])),
  'quotes of others': text => text.replaceAll('"', pick(["'", '“', '""', '\\"', ''])),
}
const byteWays: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': utf8,
  'with a mark before it': text => utf8(`\ufeff${text}`),
  'two marks before it': text => utf8(`\ufeff\ufeff${text}`),
  'UTF-16': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, turned': text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16, half a letter': text => Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1),
  'UTF-32': text =>
    Buffer.concat(
      [...`\ufeff${text.slice(0, 9000)}`].map(one => {
        const four = Buffer.alloc(4)
        four.writeUInt32LE(one.codePointAt(0) ?? 0)
        return four
      }),
    ),
  'Latin 1': text => Buffer.from(text, 'latin1'),
  'bytes changed': text => {
    const bytes = utf8(text)
    for (let count = 0; count < 5; count++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    return bytes
  },
  'packed by gzip': text => gzipSync(text),
  'in an archive': text =>
    zipOf([
      {
        path: pick(['export.data', 'a.csv', '../../data.json', '/data.json', 'x/y/data.json']),
        data: utf8(text),
      },
    ]),
  'twice in an archive': text =>
    zipOf([
      { path: 'data.json', data: utf8(text) },
      { path: 'data.json', data: utf8(pick(originals)) },
    ]),
  'an archive in an archive': text =>
    zipOf([{ path: 'data.json', data: zipOf([{ path: 'data.json', data: utf8(text) }]) }]),
  'an archive with bytes changed': text => {
    const bytes = Buffer.from(zipOf([{ path: 'data.json', data: utf8(text) }]))
    for (let count = 0; count < 3; count++)
      bytes[4 + Math.floor(random() * (bytes.length - 4))] = Math.floor(random() * 256)
    return bytes
  },
  'an archive cut': text =>
    zipOf([{ path: 'data.json', data: utf8(text) }]).slice(0, Math.floor(random() * 200)),
  'the beginning of an archive': text => Buffer.concat([Buffer.from('PK\x03\x04'), utf8(text)]),
  'the bytes of a deflated text': text => deflateRawSync(text),
  'the beginning of another kind': text =>
    Buffer.concat([
      pick([
        Buffer.from('%PDF-1.7\n'),
        Buffer.from('\x7fELF'),
        Buffer.from('SQLite format 3\0'),
        Buffer.from('\x89PNG\r\n'),
      ]),
      utf8(text),
    ]),
}

const isOdd = (text: string) => /\p{Cc}|\p{Cf}|\p{DI}|[\u2028\u2029\u2800]/u.test(text)
/** Every text in it, with the way to it. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`))
}
const plainObject = JSON.stringify(Object.getOwnPropertyNames(Object.prototype))

/** What is wrong with what the preview shows and what would be kept of it, provider by provider where the person has to choose. */
function wrongIn(preview: Preview): string[] {
  const wrong: string[] = []
  const { candidates, problems } = preview
  if (candidates.length > 5000 || problems.length > 201) wrong.push('too many')
  for (const problem of problems) {
    if (isOdd(problem)) wrong.push(`a problem is odd: ${JSON.stringify(problem.slice(0, 100))}`)
    for (const secret of [openai, huggingFace, cohere])
      if (problem.includes(secret.slice(8, 24))) wrong.push('a problem quotes a key')
  }
  const whose = new Map(
    candidates.flatMap(one =>
      one.key.provider ? [] : [[one, choices(one.key.secret)[0] ?? 'openai'] as const],
    ),
  )
  const records = ready(candidates, whose)
  const parsed = v.safeParse(requests['screen.import'], { records })
  if (!parsed.success) {
    if (records.length > 0) wrong.push(`refused as a whole: ${parsed.issues[0]?.message}`)
    return wrong
  }
  for (const one of parsed.output.records) {
    if (!/^[\x21-\x7e]+$/.test(one.secret)) wrong.push('a secret is not plain')
    for (const [path, text] of textsOf({ ...one, history: undefined, notes: undefined, note: undefined }))
      if (isOdd(text)) wrong.push(`${path} is odd: ${JSON.stringify(text.slice(0, 60))}`)
      else if (text.length > 5000 && path !== '.secret') wrong.push(`${path} has no end`)
    for (const name of ['madeHere', 'verdict', 'copyFreely', 'polluted'])
      if (name in one) wrong.push(`${name} is kept`)
  }
  return wrong
}

test('every file that a person could be given, changed in any of its parts, is read or refused, and keeps nothing harmful', async () => {
  const rounds = tries(250, 12_000)
  const landed: string[] = []
  const control = { tries: 0, landed: 0 }
  let keys = 0
  for (let round = 0; round < rounds; round++) {
    const [original, textWay, byteWay] = [
      pick(originals),
      pick(Object.keys(textWays)),
      pick(Object.keys(byteWays)),
    ]
    let text = textWays[textWay]?.(original) ?? original
    if (random() < 0.3) text = (textWays[pick(Object.keys(textWays))] ?? String)(text)
    const bytes = new Uint8Array((byteWays[byteWay] ?? utf8)(text))
    expect(bytes.length).toBeLessThan(mostBytes)
    try {
      const preview = await readFile({ name: 'export', bytes })
      if ('ok' in preview) {
        if (isOdd(preview.message) || preview.message.length > 400)
          landed.push(`${round}: ${preview.message}`)
      } else {
        keys += preview.candidates.length
        for (const what of wrongIn(preview)) landed.push(`${round}, ${textWay}, ${byteWay}: ${what}`)
      }
    } catch (error) {
      landed.push(`${round}, ${textWay}, ${byteWay}: ${error instanceof Error ? error.stack : error}`)
    }
    // As it lies in the file.
    control.tries++
    if (isOdd(text.replaceAll(/[\r\n\t]/g, ''))) control.landed++
  }
  expect(landed).toEqual([])
  expect(keys).toBeGreaterThan(rounds)
  expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(plainObject)
  expect('polluted' in {}).toBe(false)
  report({
    attack: 'files of every kind, changed in their bytes, their JSON and their texts',
    attacker: 'imported file',
    asset: 'what is kept and shown of a key, and the page',
    tries: rounds,
    landed: landed.length,
    control,
  })
}, 900_000)
