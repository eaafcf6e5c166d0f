/**
 * `fetch` for tests in Node: every host name leads to the practice platform, as the browser's `--host-resolver-rules` do. Hosts the
 * platform does not stand for are refused, so a test sees a request that goes astray.
 */
import { request } from 'node:https'
import { Readable } from 'node:stream'
import { isPracticeHost } from './hosts.ts'

export function fetchThrough(port: number): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const asked = new Request(input, init)
      const url = new URL(asked.url)
      const failed = () =>
        reject(asked.signal.aborted ? asked.signal.reason : new TypeError('Failed to fetch'))
      if (!isPracticeHost(url.hostname)) return failed()
      asked.arrayBuffer().then(body => {
        const outgoing = request(
          {
            host: '127.0.0.1',
            port,
            servername: url.hostname,
            rejectUnauthorized: false,
            method: asked.method,
            path: url.pathname + url.search,
            headers: { ...Object.fromEntries(asked.headers), host: url.host },
            signal: asked.signal,
          },
          incoming => {
            const status = incoming.statusCode ?? 0
            if (status >= 300 && status < 400 && asked.redirect === 'error') {
              outgoing.destroy()
              return failed()
            }
            const headers = new Headers()
            for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
            const empty = status === 204 || status === 304
            resolve(
              new Response(empty ? null : (Readable.toWeb(incoming) as ReadableStream), { status, headers }),
            )
          },
        )
        outgoing.on('error', failed)
        outgoing.end(Buffer.from(body))
      }, failed)
    })
}
