/** Who answers in a provider's place, or a provider in trouble: none can have a key called rejected that nobody looked at. */
import { expect, test } from 'vitest'
import { readModels } from '../../src/providers/answers/models.ts'
import { parseJson } from '../../src/providers/answers/parse-json.ts'
import { withoutKey } from '../../src/providers/answers/without-key.ts'
import { readAnswer } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'
import { record, World } from '../features/health/health-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { seeded, shapes } from '../providers/random-keys.ts'
import { report, tries } from './outcome.ts'
import { readerOf } from './read-back.ts'

const screen = { kind: 'screen', url: 'chrome-extension://k/src/entries/dashboard/dashboard.html' } as const

const codes = [
  'invalid_api_key',
  'account_deactivated',
  'expired_api_key',
  'authentication_error',
  'access_terminated',
]
const body = (code: string) =>
  JSON.stringify({ error: { message: 'Incorrect API key provided.', type: code, code, status: code } })
const statuses = [
  100, 199, 300, 301, 302, 303, 307, 308, 399, 500, 501, 502, 503, 504, 520, 529, 599, 0, 600, 999,
]
const ids = Object.keys(providers) as ProviderId[]

const rejected = (id: ProviderId, status: number, code: string) =>
  readAnswer(id, 'models', { status, headers: { 'content-type': 'application/json' }, body: body(code) })
    .key === 'rejected'

test.each([
  ['a server in trouble', statuses.filter(status => status >= 500)],
  ['a redirect, or no answer at all', statuses.filter(status => status < 500)],
])('a rejecting code from %s', (name, from) => {
  const attempts = ids.flatMap(id => codes.flatMap(code => from.map(status => [id, status, code] as const)))
  report({
    attack: `a rejecting code from ${name}`,
    attacker: 'provider',
    asset: 'what a person is told of a key',
    tries: attempts.length,
    landed: attempts.filter(([id, status, code]) => rejected(id, status, code)).length,
    // The same words where the provider did look.
    control: {
      tries: attempts.length,
      landed: attempts.filter(([id, , code]) => rejected(id, 401, code)).length,
    },
  })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a code called “%s” reads like none',
  name => {
    for (const id of ids) {
      const answer = (code: string) =>
        readAnswer(id, 'models', { status: 401, headers: {}, body: body(code) })
      const [odd, plain] = [answer(name), answer('no_such_code')]
      if (JSON.stringify(odd) !== JSON.stringify(plain).replaceAll('no_such_code', name))
        throw new Error(`${id}: ${JSON.stringify(odd)} for ${JSON.stringify(plain)}`)
    }
  },
)

/** Does it hold eight characters of the key in a row, whatever stands between them? */
function holds(secret: string, said: unknown): boolean {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9]/g, '')
  const [own, text] = [plain(secret), plain(JSON.stringify(said) ?? '')]
  return Array.from({ length: own.length - 7 }, (_, at) => own.slice(at, at + 8)).some(
    part => !/^sk(?:proj|svcacct|ant)/.test(part) && text.includes(part),
  )
}

test('a provider writes a part of the key where shape does not tell: into ids and names of models', {
  tags: 'slow',
}, async () => {
  const random = seeded('quoted')
  const rounds = tries(10, 100)
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (let round = 0; round < rounds; round++) {
    const secret =
      shapes[round % 2 ? 'OpenAI project' : 'OpenAI project, short']?.make(random) ?? expect.fail()
    const body = secret.replace(/^sk-(?:proj-)?/, '')
    const word = body.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)
    const models = [
      secret.slice(0, 51),
      body.slice(0, 60),
      `gpt-${body.slice(3, 20)}`,
      body.slice(0, 20).split('').join('-'),
    ]
    const headers = { 'x-request-id': `req_${word}`, 'openai-organization': `org-${word}` }
    for (const [status, text] of [
      [200, JSON.stringify({ object: 'list', data: [...models, 'gpt-5-nano'].map(id => ({ id })) })],
      [
        401,
        JSON.stringify({
          error: { message: `See req_${word} or org-${word}`, code: 'x' },
          request_id: `req_${word}`,
        }),
      ],
      // Spelt as JSON may, too.
      [
        404,
        `{"error":{"message":"${[...`req_${word}`].map(c => `\\u00${c.charCodeAt(0).toString(16)}`).join('')}","code":"x"}}`,
      ],
      [403, JSON.stringify({ error: { message: `No access to model proj_${word}.`, code: word } })],
    ] as const) {
      const world = new World().add(record('a', { secret }))
      world.answer = () => ({ status, body: text, headers })
      await world.service.handlers['screen.test']({ id: 'a' }, screen)
      await world.settle()
      const reply = await world.service.handlers['screen.models']({ id: 'a' }, screen)
      const own = await world.service.handlers['screen.models']({ id: 'a', own: true }, screen)
      outcome.tries++
      const said = [world.verdict('a'), world.session, reply, own, world.histories.get('a')]
      if (holds(secret, said)) outcome.landed++
      control.tries++
      const unlooked = readAnswer('openai', 'models', { status, headers, body: text })
      if (holds(secret, [unlooked, readModels(text)])) control.landed++
    }
  }
  report({
    attack: 'a part of the key in ids and names',
    attacker: 'provider',
    asset: 'the key, on the screen and in what is kept about it',
    ...outcome,
    control,
  })
})

const code = (letter: string, base = 16) => letter.charCodeAt(0).toString(base)
/** How each letter of a key may be written, so that a person or a program reads it all the same. */
const letterWays: Record<string, (letter: string) => string> = {
  'as it is': letter => letter,
  'as JSON’s number': letter => `\\u00${code(letter)}`,
  'as a program’s number': letter => `\\x${code(letter)}`,
  'as an address’s number': letter => `%${code(letter)}`,
  'as a page’s number': letter => `&#${code(letter, 10)};`,
  'as a page’s longer number': letter => `&#x00${code(letter)};`,
  'with a mark over it': letter => `${letter}\u0301`,
  'in capitals': letter => letter.toUpperCase(),
  'as what looks like the name of a sign': letter => `&${letter};`,
  'as what looks like a mark of a page': letter => `<${letter}>`,
}
/** What may stand between its pieces. */
const between = [
  '',
  ' ',
  '\u200b',
  '\u00ad',
  ', ',
  '-',
  '_',
  '.',
  '" + "',
  '\n',
  '\\n',
  '&shy;',
  '&nbsp;',
  '<wbr>',
  '</b><b>',
  '\u2060',
  // What stands beside digits and letters among the signs.
  '/',
  ':',
  '@',
  '{',
  '\\',
]
/** What may be done to the whole. */
const wholeWays: Record<string, (key: string) => string> = {
  'as it is': key => key,
  backwards: key => [...key].reverse().join(''),
  'in base64': key => Buffer.from(key).toString('base64'),
  'in base64, after a name': key => Buffer.from(`key: ${key}`).toString('base64url'),
  'in base64, after a letter': key => Buffer.from(`:${key}`).toString('base64'),
}

test('a provider writes the key in a way of its own: no way that a person or a program undoes is shown or kept', {
  tags: 'slow',
}, async () => {
  const random = seeded('ways')
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const rounds = tries(80, 3000)
  const landed: string[] = []
  const missed = { tries: 0, landed: 0 }
  for (let round = 0; round < rounds; round++) {
    const secret =
      shapes[round % 2 ? 'OpenAI project' : 'OpenAI project, short']?.make(random) ?? expect.fail()
    const [whole, letter, mark] = [pick(Object.keys(wholeWays)), pick(Object.keys(letterWays)), pick(between)]
    const size = 1 + Math.floor(random() * 12)
    // In capitals base64 says something else.
    const way = letter === 'in capitals' && /base64/.test(whole) ? 'as it is' : letter
    const changed = wholeWays[whole]?.(secret) ?? ''
    const pieces = changed.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
    const written = pieces.map(piece => [...piece].map(letterWays[way] ?? String).join('')).join(mark)
    const asText = JSON.stringify(written).slice(1, -1)
    // JSON’s own numbers stand for letters there, or for themselves.
    const text = random() < 0.5 ? asText.replaceAll('\\\\u00', '\\u00') : asText
    const [status, body] = pick([
      [400, `{"error":{"message":"The request (${text}) is not right.","code":"x"}}`],
      [403, `{"error":{"message":"no","code":"${text}"}}`],
      [401, `{"error":{"message":"No such account: ${text}","type":"x"}}`],
      [404, `{"error":{"message":"No access to model '${text}'","code":"model_not_found"}}`],
      [500, `Oops ${written}`],
      [502, `<html><title>${written}</title></html>`],
      [200, `{"object":"list","data":[{"id":"${text}"},{"id":"gpt-5-nano"}]}`],
    ] as const)
    const world = new World().add(record('a', { secret }))
    world.answer = () => ({
      status,
      body,
      headers: { 'openai-organization': /^[!-~]+$/.test(written) ? written : 'x' },
    })
    await world.service.handlers['screen.test']({ id: 'a' }, screen)
    await world.settle()
    const reply = await world.service.handlers['screen.models']({ id: 'a' }, screen)
    if (readerOf([world.verdict('a'), world.session, reply, world.histories.get('a')])(secret))
      landed.push(`${whole}, ${way}, ${size} and ${JSON.stringify(mark)}: ${body.slice(0, 90)}`)
    const unlooked = readAnswer('openai', 'models', { status, headers: {}, body })
    missed.tries++
    if (readerOf([unlooked, readModels(body)])(secret)) missed.landed++
  }
  expect(landed).toEqual([])
  report({
    attack: 'the key in a way of its own: pieces, numbers, backwards, base64',
    attacker: 'provider',
    asset: 'the key, on the screen and in what is kept about it',
    tries: rounds,
    landed: landed.length,
    control: missed,
  })
})

test('each of these ways with each: pieces of any length, whatever stands between them, in words that JSON has written twice over or not', {
  tags: 'slow',
}, () => {
  const random = seeded('every way')
  const landed: string[] = []
  for (const [whole, change] of Object.entries(wholeWays)) {
    // What could be a word of any language may stay: here each part has a digit in it.
    const made = shapes['OpenAI project']?.make(random) ?? expect.fail()
    const secret = made.replace(/(?<=-proj-.*)(...)./g, (_, kept) => kept + Math.floor(random() * 10))
    const clean = withoutKey(secret)
    for (const [way, write] of Object.entries(letterWays)) {
      if (way === 'in capitals' && /base64/.test(whole)) continue
      for (const mark of between)
        for (const size of [1, 3, 7, 8, 11]) {
          const pieces = change(secret).match(new RegExp(`.{1,${size}}`, 'g')) ?? []
          const written = pieces.map(piece => [...piece].map(write).join('')).join(mark)
          const left = clean(JSON.stringify({ error: { message: `The key ${written} is not right.` } }))
          const said = parseJson(left)
          if (readerOf([said, left])(secret))
            landed.push(`${whole}, ${way}, ${size} and ${JSON.stringify(mark)}`)
        }
    }
  }
  expect(landed).toEqual([])
})

test('a list of models without an end is cut', () => {
  const endless = JSON.stringify({ data: Array.from({ length: 100_000 }, (_, at) => ({ id: `m${at}` })) })
  expect(readModels(endless).length).toBeLessThanOrEqual(5_000)
})

/** What a pattern may begin to match at each place, and then not: where it could be read in many ways, the time doubled with each. */
const pieces = [
  '"[hidden]"',
  'api key ',
  'provided: ',
  ' ',
  'a.',
  'aa.aa',
  "'",
  '***',
  '...',
  'expired the ',
  'code=',
  'my_',
  'x',
]

test('an answer that almost matches, thousands of times over, does not stop the worker', {
  tags: 'slow',
}, () => {
  const random = seeded('almost')
  const some = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  for (let round = 0; round < 20; round++) {
    const parts = [some(), some()]
    const message = `Your api key ${parts.join('').repeat(2000)}`
    for (const id of ids)
      for (const status of [401, 403])
        readAnswer(id, 'models', { status, headers: {}, body: JSON.stringify({ error: { message } }) })
  }
})

test('a provider is sent its own key and nothing else that the vault holds; no answer changes a setting', async () => {
  const about = {
    label: 'Zebra-Lighthouse',
    notes: 'Violet-Trumpet',
    project: 'Quokka-Harbour',
    tags: ['Umbrella-Mill'],
  }
  const mine = record('mine', { ...about, secret: makeSecret('project') })
  const other = record('other', {
    ...about,
    provider: 'anthropic',
    secret: `sk-ant-api03-${'Ab1-'.repeat(20)}AA`,
  })
  const foreign = (id: string, sent: string) =>
    [...Object.values(about).flat(), id === 'mine' ? other.secret : mine.secret].filter(text =>
      sent.includes(text),
    )
  const world = new World().add(mine, other)
  const settings = JSON.stringify(world.local)
  world.answer = () => ({
    status: 200,
    headers: {},
    body: JSON.stringify({
      object: 'list',
      data: [],
      settings: { checkEveryMinutes: 0 },
      checkEveryMinutes: 0,
      copyFreely: true,
    }),
  })
  await world.service.handlers['screen.testAll']({}, screen)
  await world.settle()
  expect(world.asked.length).toBeGreaterThan(1)
  const sent = world.asked.map(({ id, url, init }) => ({ id, text: JSON.stringify([url, init]) }))
  for (const id of ['mine', 'other']) {
    expect(world.records.get(id)).not.toHaveProperty('copyFreely')
    expect(world.records.get(id)).not.toHaveProperty('checkEveryMinutes')
  }
  const changed = Number(JSON.stringify(world.local) !== settings)
  report({
    attack: 'more than its own key is sent to a provider, or its answer changes what is set',
    attacker: 'provider',
    asset: 'what the vault holds, what is set',
    tries: sent.length,
    landed: sent.filter(({ id, text }) => foreign(id, text).length > 0).length + changed,
    // Were the record sent as it is kept.
    control: {
      tries: 1,
      landed: foreign('mine', JSON.stringify(mine)).length > 0 ? 1 : 0,
    },
  })
})
