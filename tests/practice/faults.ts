/** Sends an answer, whole or as a bad network would: cut, half, slow, redirected, swapped. Knows sockets and nothing of keys. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Streamed } from './api.ts'
import type { Fault } from './state.ts'

export interface Meets {
  fault: Fault | null
  /** For `storm`. */
  draw: () => number
}

export async function send(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: Streamed,
  meets: Meets,
): Promise<void> {
  const cut = () => incoming.socket.destroy()
  switch (meets.fault) {
    case 'drop':
      cut()
      return
    case 'hang':
      return
    case 'half-body': {
      const body = Buffer.from(answer.body || '{"object":"list"}')
      response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) })
      response.write(body.subarray(0, Math.floor(body.length / 2)), cut)
      return
    }
    case 'slow-bytes': {
      response.writeHead(answer.status, answer.headers)
      for (const byte of answer.body.match(/[\s\S]{1,40}/g) ?? []) {
        if (response.destroyed) return
        response.write(byte)
        await new Promise(resolve => setTimeout(resolve, 25))
      }
      response.end()
      return
    }
    case 'redirect':
      response.writeHead(302, { location: 'https://login.hotel-network.test/welcome' }).end()
      return
    case 'html-200':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(portalPage)
      return
    case 'wrong-type':
      response
        .writeHead(answer.status, { ...answer.headers, 'content-type': 'application/octet-stream' })
        .end(answer.body)
      return
    case 'empty-200':
      response.writeHead(200, { 'content-type': 'application/json' }).end()
      return
    case 'storm': {
      const status =
        [400, 403, 404, 408, 418, 425, 451, 500, 502, 503, 504, 520, 524, 529][
          Math.floor(meets.draw() * 14)
        ] ?? 500
      const text = meets.draw() < 0.5 ? `<html><body>${status}</body></html>` : ''
      response.writeHead(status, { 'content-type': 'text/html' }).end(text)
      return
    }
    case null:
      response.writeHead(answer.status, answer.headers)
      for (const chunk of answer.chunks ?? []) {
        response.write(chunk)
        await new Promise(resolve => setTimeout(resolve, 4))
      }
      response.end(answer.body)
  }
}

export const portalPage =
  '<!doctype html><html><head><title>Hotel network</title></head><body><h1>Welcome to our network</h1><p>Sign in to go online.</p><p>Practice copy, not a real network. <a href="https://platform.openai.com/practice-scenes">Set the scene</a></p></body></html>'
