/** A provider on loopback that answers in every wrong way there is, and the truth about each key to compare verdicts with. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { check } from '../../../src/features/health/core/check.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import type { Verdict } from '../../../src/providers/verdict.ts'

const list = JSON.stringify({
  object: 'list',
  data: [
    { id: 'gpt-5-mini', object: 'model' },
    { id: 'gpt-5', object: 'model' },
  ],
})
const deadBody = (key: string) =>
  JSON.stringify({
    error: {
      message: `Incorrect API key provided: ${key.slice(0, 8)}${'*'.repeat(20)}${key.slice(-4)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  })
const page =
  '<!doctype html><html><head><title>Welcome</title></head><body>Invalid API key? Sign in to continue.</body></html>'
const json = { 'content-type': 'application/json' }

type Fault = (
  answer: ServerResponse,
  truth: () => void,
  random: () => number,
  request: IncomingMessage,
) => void

/** `truth()` answers as an honest provider would. */
const faults: Record<string, Fault> = {
  honest: (_, truth) => truth(),
  'honest again': (_, truth) => truth(),
  'early hints first': (answer, truth) => {
    answer.writeEarlyHints({ link: '</a>; rel=preload; as=style' })
    truth()
  },
  'wrong content type': (answer, truth) => {
    answer.setHeader('content-type', 'text/html')
    truth()
  },
  'dropped before the answer': answer => void answer.destroy(),
  'half a body': answer => {
    answer.writeHead(200, { ...json, 'content-length': String(list.length) })
    answer.write(list.slice(0, 20))
    setTimeout(() => answer.destroy(), 5)
  },
  'half a body that says invalid': answer => {
    answer.writeHead(401, { ...json, 'content-length': '500' })
    answer.write('{"error":{"message":"Incorrect API k')
    setTimeout(() => answer.destroy(), 5)
  },
  'slow bytes': answer => {
    answer.writeHead(200, json)
    const drip = setInterval(() => answer.write(' '), 20)
    answer.on('close', () => clearInterval(drip))
  },
  'no answer': () => {},
  redirect: (answer, _, __, request) => {
    answer.writeHead(302, { location: `${evil}${request.url}` }).end()
  },
  'permanent redirect': (answer, _, __, request) => {
    answer.writeHead(308, { location: `${evil}${request.url}` }).end()
  },
  'a page': answer => void answer.writeHead(200, { 'content-type': 'text/html' }).end(page),
  'a page that says JSON': answer => void answer.writeHead(200, json).end(page),
  'a page with 401': answer =>
    void answer.writeHead(401, { 'content-type': 'text/html', 'www-authenticate': 'Basic' }).end(page),
  'nothing with 401': answer => void answer.writeHead(401, json).end(),
  'nothing with 200': answer => void answer.writeHead(200, json).end(),
  'no content': answer => void answer.writeHead(204).end(),
  'cut JSON': answer => void answer.writeHead(200, json).end(list.slice(0, 30)),
  'other JSON': answer => void answer.writeHead(200, json).end('{"status":"ok"}'),
  'random bytes': (answer, _, random) => {
    const bytes = Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256)))
    answer.writeHead(random() < 0.5 ? 200 : 401, json).end(bytes)
  },
  'a storm of statuses': (answer, _, random) => {
    const statuses = [
      400, 401, 402, 403, 404, 405, 408, 409, 418, 421, 422, 425, 426, 429, 451, 500, 501, 502, 503, 504, 507,
      511, 520, 521, 522, 525, 529,
    ]
    answer
      .writeHead(statuses[Math.floor(random() * statuses.length)] ?? 500, json)
      .end(random() < 0.5 ? '' : '{"error":{"message":"Something","code":null}}')
  },
  'too often': answer =>
    void answer
      .writeHead(429, { ...json, 'retry-after': '1' })
      .end('{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"}}'),
  'a country': answer =>
    void answer
      .writeHead(403, json)
      .end(
        '{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","param":null,"type":"request_forbidden"}}',
      ),
  'a gateway': answer =>
    void answer
      .writeHead(503, { 'content-type': 'text/plain' })
      .end('upstream connect error or disconnect/reset before headers'),
  'a large body': answer =>
    void answer.writeHead(500, json).end(`{"error":{"message":"${'trouble '.repeat(60_000)}"}}`),
}
const endless = new Set(['slow bytes', 'no answer'])
const names = Object.keys(faults)
const local = ['TLS failure', 'DNS failure', 'nobody listens'] as const

let evil = ''

export type Report = {
  checks: number
  falseRejected: string[]
  falseAccepted: string[]
  lost: number
  strangers: number
  leaks: number
  verdicts: Record<string, number>
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export async function runFaults({
  seed,
  checks,
  limit = 200,
}: {
  seed: number
  checks: number
  limit?: number
}): Promise<Report> {
  const random = seeded(seed)
  const report: Report = {
    checks,
    falseRejected: [],
    falseAccepted: [],
    lost: 0,
    strangers: 0,
    leaks: 0,
    verdicts: {},
  }
  const dead = new Set<string>()
  const serve = (request: IncomingMessage, answer: ServerResponse): void => {
    answer.on('error', () => {})
    const key = (request.headers.authorization ?? '').replace('Bearer ', '')
    const name = String(request.headers['x-fault'])
    const truth = () => {
      const said = dead.has(key)
        ? ([401, deadBody(key)] as const)
        : request.method === 'POST'
          ? ([
              400,
              '{"error":{"message":"[] is too short - \'messages\'","type":"invalid_request_error","param":"messages","code":"empty_array"}}',
            ] as const)
          : ([200, list] as const)
      answer.writeHead(said[0], answer.getHeader('content-type') ? {} : json).end(said[1])
    }
    ;(faults[name] ?? faults.honest)?.(answer, truth, random, request)
  }
  const listening = async (server: ReturnType<typeof createServer>): Promise<number> => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  const own = createServer(serve)
  const stranger = createServer((_, answer) => {
    report.strangers++
    answer.writeHead(200, json).end(list)
  })
  const pems = await generate([{ name: 'commonName', value: 'wrong.example' }])
  const tls = createTlsServer({ key: pems.private, cert: pems.cert }, serve)
  const base = `http://127.0.0.1:${await listening(own)}`
  evil = `http://127.0.0.1:${await listening(stranger)}`
  const tlsBase = `https://127.0.0.1:${await listening(tls as unknown as typeof own)}`

  const one = async (n: number): Promise<void> => {
    const key = `sk-proj-${n.toString(36).padStart(6, '0')}${Math.floor(random() * 1e9).toString(36)}QzX${n % 10}`
    if (random() < 0.3) dead.add(key)
    const plan = [0, 1].map(
      () =>
        (random() < 0.06
          ? local[Math.floor(random() * local.length)]
          : names[Math.floor(random() * names.length)]) ?? 'honest',
    )
    let asked = 0
    const fetchIt = (url: string, init: RequestInit): Promise<Response> => {
      const name = plan[asked++] ?? 'honest'
      const path = new URL(url).pathname
      if (new URL(url).host !== 'api.openai.com') report.strangers++
      const to =
        name === 'TLS failure'
          ? tlsBase
          : name === 'DNS failure'
            ? 'https://no-such-host.invalid'
            : name === 'nobody listens'
              ? 'http://127.0.0.1:1'
              : base
      return fetch(to + path, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'x-fault': name },
        // Only what never ends is cut short: a busy machine is no fault of the provider's.
        signal: AbortSignal.timeout(endless.has(name) ? limit : 15_000),
      })
    }
    let verdict: Verdict | undefined
    try {
      verdict = (
        await check(
          { fetch: fetchIt, now: Date.now, online: () => true, reader: async () => readAnswer },
          { provider: 'openai', secret: key },
          { askMoney: random() < 0.5 },
        )
      ).verdict
    } catch {
      report.lost++
    }
    if (!verdict) return
    report.verdicts[verdict.cause] = (report.verdicts[verdict.cause] ?? 0) + 1
    const text = JSON.stringify(verdict)
    if (text.includes(key) || text.includes(key.slice(-4))) report.leaks++
    if (verdict.key === 'rejected' && !dead.has(key)) report.falseRejected.push(`${plan}: ${text}`)
    // "Too often" is answered before anybody looks at the key here.
    if (verdict.key === 'accepted' && dead.has(key) && verdict.cause !== 'rate_limited')
      report.falseAccepted.push(`${plan}: ${text}`)
  }
  let next = 0
  await Promise.all(
    Array.from({ length: 24 }, async () => {
      while (next < checks) await one(next++)
    }),
  )
  for (const server of [own, stranger, tls]) {
    server.closeAllConnections()
    server.close()
  }
  return report
}
