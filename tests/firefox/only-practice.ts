/** A proxy that leads the practice platform's hosts to it, and nothing anywhere else; it keeps in mind what else was asked for. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export type OnlyPractice = { port: number; foreign: Set<string>; close(): Promise<void> }

export async function onlyPractice(hosts: readonly string[], practicePort: number): Promise<OnlyPractice> {
  const foreign = new Set<string>()
  const open = new Set<Socket>()
  const server: Server = createServer((request, response: ServerResponse) => {
    foreign.add(new URL(request.url ?? '', 'http://unknown').host)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    const [host = ''] = (request.url ?? '').split(':')
    if (!hosts.includes(host)) {
      foreign.add(host)
      socket.end('HTTP/1.1 502 Not here\r\n\r\n')
      return
    }
    const there = connect(practicePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      there.pipe(socket)
      socket.pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('close', () => there.destroy())
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    foreign,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>(done => server.close(() => done()))
    },
  }
}
