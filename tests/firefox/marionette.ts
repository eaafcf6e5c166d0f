/** Speaks Marionette, the protocol that Firefox brings for being driven: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html */
import { connect, type Socket } from 'node:net'

export type Marionette = {
  ask(command: string, parameters?: object): Promise<unknown>
  close(): void
}

/** Each message is its length in bytes, a colon, and JSON. */
export async function speakMarionette(port: number): Promise<Marionette> {
  const socket = await open(port)
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>()
  let last = 0
  let rest = Buffer.alloc(0)
  socket.on('data', chunk => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const colon = rest.indexOf(':')
      if (colon < 0) return
      const length = Number(rest.subarray(0, colon).toString())
      if (rest.length < colon + 1 + length) return
      const message: unknown = JSON.parse(rest.subarray(colon + 1, colon + 1 + length).toString())
      rest = rest.subarray(colon + 1 + length)
      if (!Array.isArray(message)) continue
      const [, id, error, value] = message
      const one = waiting.get(id)
      waiting.delete(id)
      if (error) one?.failed(new Error(`${error.error}: ${error.message}\n${error.stacktrace ?? ''}`))
      else one?.done(value)
    }
  })
  const over = () => {
    for (const one of waiting.values()) one.failed(new Error('Firefox has ended.'))
    waiting.clear()
  }
  socket.on('close', over)
  socket.on('error', over)
  return {
    ask(command, parameters = {}) {
      const id = ++last
      const text = JSON.stringify([0, id, command, parameters])
      return new Promise((done, failed) => {
        if (socket.destroyed) return failed(new Error('Firefox has ended.'))
        waiting.set(id, { done, failed })
        socket.write(`${Buffer.byteLength(text)}:${text}`)
      })
    },
    close: () => socket.destroy(),
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(socket))
    socket.once('error', failed)
  })
}
