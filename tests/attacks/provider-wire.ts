/**
 * What a provider, or who answers in its place, can do on the wire: each way is written on the socket byte by byte, the real worker of the
 * real browser asks, and what it says, keeps and asks next is looked at.
 */
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { outcomes } from '../../src/providers/answers/causes.ts'
import type { Cause } from '../../src/providers/verdict.ts'
import { poll } from '../browser/poll.ts'
import { send } from '../features/lock/vault-story.ts'
import { makeSecret } from '../practice/secrets.ts'
import { sampleOf, tries } from './outcome.ts'
import { readerOf } from './read-back.ts'
import type { Count, World } from './security-ways.ts'

type Wire = {
  socket: Socket
  key: string
  /** A server that must never be asked anything. */
  stranger: string
  extension: string
}
type Way = {
  name: string
  answer: (wire: Wire) => void | Promise<void>
  /** It is a good list of models, oddly sent. */
  isList?: true
  /** Nothing ends it but our own patience: ten seconds. */
  hangs?: true
}

const list = JSON.stringify({ object: 'list', data: [{ id: 'gpt-wire', object: 'model' }] })
/** An answer as it stands on the wire. */
const raw = (body: string | Buffer, headers: string[] = [], status = '200 OK'): Buffer => {
  const bytes = Buffer.from(body)
  const own = headers.some(line => /^(?:content-length|transfer-encoding)/i.test(line))
  const lines = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    // Were any of these sent with the next question, one could be told from another.
    'set-cookie: known=1; Secure; SameSite=None; Path=/',
    'etag: "known"',
    'last-modified: Mon, 05 Jan 2026 10:00:00 GMT',
    'cache-control: private, max-age=0, stale-while-revalidate=600',
    'use-as-dictionary: match="/*", id="known"',
    'accept-ch: Sec-CH-UA-Full-Version-List, Sec-CH-UA-Model, Device-Memory',
    'connection: close',
    ...(own ? [] : [`content-length: ${bytes.length}`]),
    ...headers,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes])
}
const chunked = (...pieces: string[]): string =>
  `${pieces.map(piece => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`).join('')}0\r\n`
const error = (message: string): string => JSON.stringify({ error: { message, type: 'x', code: 'x' } })
const moment = () => new Promise<void>(done => setImmediate(done))
/** So many bytes of zeros are more than is ever read, and next to nothing on the wire. */
const bomb = Buffer.alloc(96 * 1024 * 1024, 'a')

const once = (name: string, bytes: (wire: Wire) => string | Buffer, more: Partial<Way> = {}): Way => ({
  name,
  answer: wire => void wire.socket.end(bytes(wire)),
  ...more,
})
const inBody = (
  name: string,
  body: (wire: Wire) => string | Buffer,
  headers: string[] = [],
  more = {},
): Way => once(name, wire => raw(body(wire), headers), more)

/** Sends for as long as it is read. */
async function endless({ socket }: Wire, head: Buffer | string, piece: () => Buffer | string): Promise<void> {
  let go: () => void = () => undefined
  socket.on('drain', () => go())
  socket.once('close', () => go())
  socket.write(head)
  while (socket.writable) {
    const drained = new Promise<void>(done => {
      go = done
    })
    if (!socket.write(piece())) await drained
    await moment()
  }
}

const ways: Way[] = [
  inBody('gzip', () => gzipSync(list), ['content-encoding: gzip'], { isList: true }),
  inBody('brotli', () => brotliCompressSync(list), ['content-encoding: br'], { isList: true }),
  inBody('gzip in gzip', () => gzipSync(gzipSync(list)), ['content-encoding: gzip, gzip'], { isList: true }),
  inBody('a gzip bomb', () => gzipSync(bomb, { level: 1 }), ['content-encoding: gzip']),
  inBody(
    'a bomb in a list',
    () => gzipSync(Buffer.concat([Buffer.from('{"object":"list","data":[{"id":"'), bomb])),
    ['content-encoding: gzip'],
  ),
  inBody('a brotli bomb', () => brotliCompressSync(bomb, { params: { 0: 0, 1: 1 } }), [
    'content-encoding: br',
  ]),
  inBody('gzip that is none', () => list, ['content-encoding: gzip']),
  inBody('half a gzip', () => gzipSync(list).subarray(0, 20), ['content-encoding: gzip']),
  inBody('an encoding nobody knows', () => list.replaceAll('a', '\u0001'), ['content-encoding: snappy']),
  inBody('too long a length', () => list, ['content-length: 5000']),
  inBody('too short a length', () => list, ['content-length: 9']),
  // What Chrome makes a good answer of is one.
  inBody('a length below nothing', () => list, ['content-length: -1'], { isList: true }),
  inBody('two lengths', () => list, ['content-length: 9', 'content-length: 70']),
  inBody('a length that is no number', () => list.slice(0, 20), ['content-length: 0x14']),
  inBody(
    'in chunks, with trailers',
    ({ key }) =>
      `${chunked(...(list.match(/.{1,3}/g) ?? []))}x-request-id: req_${key.slice(-20)}\r\nx-key: ${key}\r\n\r\n`,
    ['transfer-encoding: chunked', 'trailer: x-request-id'],
    { isList: true },
  ),
  inBody('a chunk of no size', () => 'zz\r\n{}\r\n0\r\n\r\n', ['transfer-encoding: chunked']),
  inBody('a chunk larger than the world', () => 'ffffffffffffffff\r\n{"object":"list"', [
    'transfer-encoding: chunked',
  ]),
  inBody('chunks that break off', () => `5\r\n{"obj\r\n`, ['transfer-encoding: chunked']),
  once('no head at all', () => list, { isList: true }),
  once('nothing', () => ''),
  once('half a status', () => 'HTTP/1.1 20'),
  once('a status that is no number', () => `HTTP/1.1 abc OK\r\n\r\n${list}`, { isList: true }),
  once('a status beyond all', () => raw(error('no'), [], '999 Odd')),
  once('the words of a status hold the key', ({ key }) => raw(error('no'), [], `403 ${key}`)),
  once('two answers', () => Buffer.concat([raw(error('no'), [], '500 No'), raw(list)])),
  once(
    'hints before it',
    () =>
      Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'), raw(list)]),
    { isList: true },
  ),
  once(
    'a protocol that changes',
    () => 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n{}',
  ),
  once('headers without an end', () =>
    raw(
      list,
      Array.from({ length: 4000 }, (_, at) => `x-${at}: ${'y'.repeat(100)}`),
    ),
  ),
  once('one header without an end', () => raw(list, [`x-long: ${'y'.repeat(500_000)}`])),
  once('a header of two lines', () => raw(error('no'), ['x-request-id: a', ' b', '\tc'], '403 No')),
  once('a header with zeros', () => raw(error('no'), ['x-request-id: a\0b'], '403 No')),
  once('a header of other letters', () =>
    raw(error('no'), ['x-request-id: \xff\xfe', 'openai-organization: \xe9'], '403 No'),
  ),
  once('a time to wait for ever', () =>
    raw(error('slow down'), ['retry-after: 99999999999999999999'], '503 No'),
  ),
  once('asks for a name and a password', () =>
    raw(error('no'), ['www-authenticate: Basic realm="x"'], '403 No'),
  ),
  once('a proxy that asks for them', () =>
    raw(error('no'), ['proxy-authenticate: Basic realm="x"'], '407 No'),
  ),
  once('a file to save', () => raw(list, ['content-disposition: attachment; filename="x.exe"']), {
    isList: true,
  }),
  once('goes on elsewhere by itself', ({ stranger }) =>
    raw(
      error('no'),
      [
        `refresh: 0; url=${stranger}`,
        `link: <${stranger}>; rel=preload`,
        'clear-site-data: "*"',
        `alt-svc: h2="${new URL(stranger).host}"`,
      ],
      '500 No',
    ),
  ),
  inBody('in sixteen bits a letter', () => Buffer.from(`\ufeff${list}`, 'utf16le'), [
    'content-type: application/json; charset=utf-16',
  ]),
  inBody('with a mark before it', () => `\ufeff${list}`, [], { isList: true }),
  inBody('in an alphabet nobody has', () => list, ['content-type: application/json; charset=x-klingon'], {
    isList: true,
  }),
  inBody('bytes that are no text', () => Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x00])),
  inBody('brackets without an end', () => '['.repeat(1_000_000)),
  inBody('a number without an end', () => `{"object":"list","data":${'9'.repeat(1_000_000)}}`),
  inBody(
    'names that objects have',
    () => '{"__proto__":{"object":"list"},"constructor":{"data":[]},"toString":1}',
  ),
  inBody('the list twice', () => `{"object":"list","data":[{"id":"gpt-wire"}],"data":[]}`),
  inBody('a list of a list', () => `{"object":"list","data":{"length":5,"0":{"id":"x"}}}`),
  {
    name: 'the key, three bytes at a time',
    answer: async ({ socket, key }) => {
      for (const piece of raw(
        error(`You sent ${key}, ${[...key].join('\u200b')} and ${Buffer.from(key).toString('base64')}`),
        [
          `x-request-id: req_${key.slice(-30).replace(/\W|_/g, '')}`,
          `openai-organization: org-${key.slice(-40).replace(/\W|_/g, '')}`,
        ],
        '403 No',
      )
        .toString('latin1')
        .match(/[\s\S]{1,3}/g) ?? []) {
        socket.write(piece, 'latin1')
        await moment()
      }
      socket.end()
    },
  },
  {
    name: 'a letter in halves',
    isList: true,
    answer: async ({ socket }) => {
      const bytes = raw(list.replace('"object":"model"', '"owned_by":"Käse 🔑"'))
      for (const byte of bytes) {
        socket.write(Buffer.of(byte))
        await moment()
      }
      socket.end()
    },
  },
  {
    name: 'cut in the middle',
    answer: async ({ socket }) => {
      socket.write(raw(list).subarray(0, -9))
      await moment()
      socket.destroy()
    },
  },
  { name: 'cut at once', answer: ({ socket }) => void socket.destroy() },
  {
    name: 'a body without an end',
    answer: wire =>
      endless(wire, raw('{"object":"list","data":[', ['content-length: 99999999999']), () =>
        '{"id":"gpt-x"},'.repeat(4000),
      ),
  },
  {
    name: 'hints without an end',
    hangs: true,
    answer: wire => endless(wire, '', () => 'HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    name: 'headers that never end',
    hangs: true,
    answer: async ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-y: z\r\n'), 200)
      socket.once('close', () => clearInterval(timer))
    },
  },
  {
    name: 'drop by drop',
    hangs: true,
    answer: async ({ socket }) => {
      socket.write(raw('{"object":"list","data":[', ['content-length: 100000']))
      const timer = setInterval(() => socket.write(' '), 200)
      socket.once('close', () => clearInterval(timer))
    },
  },
  { name: 'silence', hangs: true, answer: () => undefined },
  {
    name: 'silence after the head',
    hangs: true,
    answer: ({ socket }) => void socket.write(raw('{', ['content-length: 100'])),
  },
  ...[301, 302, 303, 307, 308].flatMap(status =>
    [
      'STRANGER',
      '//HOST',
      'https://evil.test/v1/models',
      'https://api.openai.com.evil.test/',
      'https://user:word@api.openai.com/v1/models',
      '/v1/models?again',
      'https://eu.api.openai.com/v1/models',
      'http://api.openai.com/v1/models',
      'data:application/json,{"object":"list","data":[]}',
      'chrome-extension://ID/manifest.json',
      'file:///etc/passwd',
      'javascript:1',
      '',
      'https://',
    ].map(place =>
      once(`${status} to ${place}`, ({ stranger, extension }) =>
        raw(
          '',
          [
            `location: ${place.replace('STRANGER', stranger).replace('HOST', new URL(stranger).host).replace('ID', extension)}`,
          ],
          `${status} Moved`,
        ),
      ),
    ),
  ),
]

/** What would tell that this question comes from whom an earlier one came from. */
const marks = [
  'cookie',
  'if-none-match',
  'if-modified-since',
  'available-dictionary',
  'dictionary-id',
  'device-memory',
  'sec-ch-ua-model',
  'sec-ch-ua-full-version-list',
  'referer',
]

const isMove = ({ name }: Way) => /^30/.test(name)

/** In `npm test` some of each kind; of those that hang none, for each takes ten seconds. */
const kinds = {
  'an answer': () =>
    sampleOf(
      ways.filter(way => !way.hangs && !isMove(way)),
      6,
    ),
  'another address': () => sampleOf(ways.filter(isMove), 13),
  'an answer that never ends': () => ways.filter(way => way.hangs),
}
export type WireKind = keyof typeof kinds
export const wireKinds = (Object.keys(kinds) as WireKind[]).slice(0, tries(2, 3))

let calls = 0
/** @returns what got through: a false word of a key, a key elsewhere or in what is said, a question that was sent on, a worker that is stuck. */
export async function answersOnTheWire({ h, screen }: World, kind: WireKind): Promise<Count> {
  const practice = h.practice
  if (!practice) throw new Error('There is no practice platform.')
  const strange: string[] = []
  const server = createServer((incoming, response) => {
    strange.push(`${incoming.method} ${incoming.url}`)
    response.end('{}')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const stranger = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const tried = kinds[kind]()
  // Each time other keys: an id that the vault has already keeps its key.
  const call = ++calls
  const keys = tried.map((way, at) => ({ way, id: `wire-${call}-${at}`, key: makeSecret('project') }))
  const open = new Set<Socket>()
  const what: string[] = []
  practice.wire = incoming => {
    const sent = (incoming.headers.authorization ?? '').replace('Bearer ', '')
    const found = keys.find(({ key }) => key === sent)
    if (!found) return false
    if (/again/.test(incoming.url ?? '') || incoming.headers.host !== 'api.openai.com')
      what.push(`${found.way.name}: the key was sent on`)
    for (const name of marks.filter(name => incoming.headers[name] !== undefined))
      what.push(`${found.way.name}: ${name} was sent`)
    const { socket } = incoming
    open.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
    void found.way.answer({ socket, key: sent, stranger, extension: h.id })
    return true
  }
  try {
    await send(screen, 'screen.import', {
      records: keys.map(({ id, key, way }) => ({
        id,
        provider: 'openai',
        label: way.name,
        secret: key,
        providerConfirmed: true,
      })),
    })
    // What is imported is asked about by itself, one after the other; here each is asked at once.
    const left = [...keys]
    const ask = async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        const { id, way, key } = one
        const reply = await Promise.race([
          send(screen, 'screen.models', { id }).catch(() => undefined),
          new Promise<undefined>(done => setTimeout(done, 90_000)),
        ])
        const isRejected = reply && !reply.ok && outcomes[reply.code as Cause]?.key === 'rejected'
        if (!reply || isRejected) what.push(`${way.name}: ${JSON.stringify(reply)}`)
        if ((reply?.ok === true && reply.models[0]?.id === 'gpt-wire') !== (way.isList === true))
          what.push(`${way.name}: ${JSON.stringify(reply).slice(0, 200)}`)
        if (readerOf(reply)(key)) what.push(`${way.name}: the key is said`)
      }
    }
    await Promise.all([ask(), ask(), ask(), ask(), ask()])
    const isKept = readerOf([await h.session(), await h.local()])
    for (const { key, way } of keys) if (isKept(key)) what.push(`${way.name}: the key is kept`)
    await poll(() => open.size === 0, 'every socket to be let go').catch(() => what.push('a socket is held'))
  } finally {
    practice.wire = undefined
    for (const socket of open) socket.destroy()
    server.close()
    server.closeAllConnections()
  }
  if (strange.length > 0) what.push(`a stranger was asked: ${strange.join()}`)
  return { tries: tried.length, landed: what.length, what }
}
