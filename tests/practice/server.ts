/**
 * The practice platform: one HTTPS server on loopback that stands in for platform.openai.com, auth.openai.com, api.openai.com and
 * the other providers' hosts, by the Host header. For tests and for `npm start` only; never part of the package.
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { apiAnswer, type Streamed } from './api.ts'
import { pageScript, pageStylesheets } from './bundle.ts'
import { hashStylesheet } from './class-names.ts'
import { portalPage, send } from './faults.ts'
import { practiceHosts } from './hosts.ts'
import { otherProviderAnswer } from './other-providers.ts'
import { cardFrame, scenesPage, shell } from './pages.ts'
import { act, isAct, sceneOf } from './platform.ts'
import {
  applyPatch,
  initialState,
  newKey,
  type Patch,
  type PracticeKey,
  type PracticeState,
  scenes,
} from './state.ts'

export interface RequestLogEntry {
  at: number
  host: string
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string
  status: number
  /** The key that was sent, when the platform knows it. */
  keyId: string | null
}

export interface Practice {
  port: number
  /** Where the console begins. */
  url: string
  state: PracticeState
  set(patch: Patch): void
  /** Back to the initial state; the request log is emptied. */
  reset(patch?: Patch): void
  /** A key that exists without anyone having clicked for it. */
  addKey(key?: Partial<PracticeKey>): PracticeKey
  requests: RequestLogEntry[]
  /** Answers the console's addresses in its place, by path: layouts that are drawn elsewhere. */
  documents: ((path: string) => string) | undefined
  /** Answers a question about a key in its place, byte by byte on the socket, when it says so. */
  wire: ((incoming: IncomingMessage) => boolean) | undefined
  close(): Promise<void>
}

const logged = 20_000

export async function startPractice(options: { port?: number } = {}): Promise<Practice> {
  const certificate = await generate([{ name: 'commonName', value: 'Practice copy, not OpenAI' }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [
      { name: 'subjectAltName', altNames: practiceHosts.map(value => ({ type: 2 as const, value })) },
    ],
  })
  const state = initialState()
  const requests: RequestLogEntry[] = []
  let draws = 0

  const server = createServer({ key: certificate.private, cert: certificate.cert }, (incoming, response) => {
    answer(incoming, response).catch(error => {
      response
        .writeHead(500, { 'content-type': 'text/plain' })
        .end(`The practice platform failed: ${String(error)}`)
    })
  })

  /** Pseudo-random and repeatable: mulberry32 over the seed and the number of the draw. */
  function draw(): number {
    let value = (state.api.faultSeed + 0x6d2b79f5 * ++draws) | 0
    value = Math.imul(value ^ (value >>> 15), value | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const url = new URL(incoming.url ?? '/', `https://${host || '127.0.0.1'}`)
    const body = await bodyOf(incoming)
    if (url.pathname === '/__control') return void control(incoming, response, body)

    const entry: RequestLogEntry = {
      at: Date.now(),
      host,
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.search,
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: host === 'platform.openai.com' ? '' : body,
      status: 0,
      keyId: null,
    }
    requests.push(entry)
    if (requests.length > logged) requests.splice(0, requests.length - logged)
    response.on('finish', () => {
      entry.status = response.statusCode
    })

    // A person who tries the scenes must find the way back from each of them.
    const back = url.pathname === '/practice-scenes' || url.pathname === '/backend/set'
    if (host === 'platform.openai.com' && back) return page(url, entry, body, response)
    if (state.network === 'cut') {
      incoming.socket.destroy()
      return
    }
    if (state.network === 'captive-portal') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(portalPage)
      return
    }
    if (host === 'platform.openai.com' || host === 'auth.openai.com') return page(url, entry, body, response)

    if (practice.wire?.(incoming)) return
    const request = {
      host,
      method: entry.method,
      path: url.pathname.replace(/(.)\/$/, '$1'),
      query: url.searchParams,
      headers: entry.headers,
      body,
    }
    if (entry.method === 'OPTIONS') {
      response
        .writeHead(204, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': '*',
          'access-control-allow-methods': '*',
        })
        .end()
      return
    }
    const made: { answer: Streamed; key: PracticeKey | null } = host.endsWith('api.openai.com')
      ? apiAnswer(request, state)
      : { answer: otherProviderAnswer(request, state), key: null }
    entry.keyId = made.key?.id ?? null
    if (state.api.latency > 0) await new Promise(resolve => setTimeout(resolve, state.api.latency))
    const fault = state.api.fault && draw() < state.api.faultShare ? state.api.fault : null
    await send(incoming, response, made.answer, { fault, draw })
  }

  async function page(
    url: URL,
    entry: RequestLogEntry,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const json = (status: number, value: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(value))
    if (url.pathname === '/backend/scene') return void json(200, sceneOf(state))
    if (url.pathname === '/backend/act') {
      const given: unknown = JSON.parse(body || 'null')
      if (entry.method !== 'POST' || !isAct(given))
        return void json(400, { refused: 'There is no such act.' })
      return void json(200, act(state, given))
    }
    if (url.pathname === '/backend/set' && entry.method === 'POST') {
      setFrom(JSON.parse(body))
      return void json(200, sceneOf(state))
    }
    if (url.pathname === '/assets/practice.js') {
      response
        .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
        .end(await pageScript())
      return
    }
    if (url.pathname === '/assets/practice.css') {
      const { hashed, plain } = await pageStylesheets()
      const text = hashStylesheet(hashed, Number(url.searchParams.get('seed'))) + plain
      response
        .writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' })
        .end(text)
      return
    }
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end()
    if (url.pathname === '/practice-card-frame') return void cardFrame(response, state.theme)
    if (practice.documents && entry.host === 'platform.openai.com') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
        .end(practice.documents(url.pathname))
      return
    }
    if (url.pathname === '/practice-scenes') return void scenesPage(response, state)
    if (/^\/docs(?:\/|$)/.test(url.pathname)) {
      response.writeHead(301, { location: `https://developers.openai.com/api${url.pathname}` }).end()
      return
    }
    shell(response, state, entry.host)
  }

  function setFrom(given: unknown): void {
    if (typeof given !== 'object' || given === null) throw new Error('The control takes a JSON object.')
    const {
      reset,
      scene,
      addKey: key,
      ...patch
    } = given as { reset?: boolean; scene?: keyof typeof scenes; addKey?: Partial<PracticeKey> } & Patch
    if (reset || scene) resetTo()
    if (scene) applyPatch(state, scenes[scene].patch as Patch)
    applyPatch(state, patch)
    if (key) addKey(key)
  }

  function control(incoming: IncomingMessage, response: ServerResponse, body: string): ServerResponse {
    const reply = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    // A page of the web must not set the scene: its request carries an Origin.
    if (incoming.headers.origin) return reply(403, { error: 'The control takes no requests from web pages.' })
    if (incoming.method === 'GET') return reply(200, { state, requests, scenes: Object.keys(scenes) })
    try {
      setFrom(JSON.parse(body))
      return reply(200, { state })
    } catch (error) {
      return reply(400, { error: String(error) })
    }
  }

  function resetTo(): void {
    const theme = state.theme
    Object.assign(state, initialState(), { classSeed: state.classSeed, theme })
    requests.length = 0
    draws = 0
  }

  function addKey(given: Partial<PracticeKey> = {}): PracticeKey {
    const key = newKey(given, state)
    state.keys.unshift(key)
    return key
  }

  server.on('connection', socket => {
    if (state.network === 'tls-broken') socket.end('HTTP/1.0 400 Bad Request\r\n\r\n')
  })
  // A handshake that fails is the client's affair.
  server.on('tlsClientError', () => {})

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const practice: Practice = {
    port: (server.address() as AddressInfo).port,
    url: 'https://platform.openai.com/home',
    state,
    set: patch => applyPatch(state, patch),
    reset(patch) {
      resetTo()
      if (patch) applyPatch(state, patch)
    },
    addKey,
    requests,
    documents: undefined,
    wire: undefined,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return practice
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
