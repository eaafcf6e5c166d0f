/**
 * Everything that may not happen while the extension runs: console errors, uncaught exceptions, unhandled rejections,
 * failed requests, and requests to any host but the practice ones; from every target (pages, worker, offscreen document,
 * panel, popup). Knows Chrome's protocol, nothing of the extension.
 */
import type { CDPSession, Target } from 'puppeteer-core'

export type Complaint = { from: string; what: string }

export type Watch = {
  /** Hosts that may be asked. */
  hosts: readonly string[]
  /** Complaints that the test provokes on purpose. */
  expected: RegExp[]
  /** Run for every target, before it is watched. */
  prepare?: (session: CDPSession, target: Target) => Promise<void>
}

const harmless = new Set(['chrome-extension:', 'chrome:', 'devtools:', 'data:', 'blob:', 'about:'])

export class Complaints {
  readonly list: Complaint[] = []
  readonly #watch: Watch

  constructor(watch: Watch) {
    this.#watch = watch
  }

  /** Follows one target until it goes. */
  async follow(target: Target): Promise<void> {
    let session: CDPSession
    try {
      session = await target.createCDPSession()
    } catch {
      return // Gone before it could be looked at.
    }
    const from = () => `${target.type()} ${target.url()}`
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type !== 'error' && type !== 'assert') return
      this.add(
        from(),
        `console.${type}: ${args.map(arg => arg.value ?? arg.description ?? arg.type).join(' ')}`,
      )
    })
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      const { text, exception } = exceptionDetails
      this.add(from(), `${text} ${exception?.description ?? exception?.value ?? ''}`)
    })
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') this.add(from(), `${entry.source}: ${entry.text} ${entry.url ?? ''}`)
    })
    session.on('Network.requestWillBeSent', ({ request }) => {
      const url = URL.parse(request.url)
      if (!url || harmless.has(url.protocol) || this.#watch.hosts.includes(url.hostname)) return
      this.add(from(), `asked a host that is none of ours: ${request.url}`)
    })
    try {
      await this.#watch.prepare?.(session, target)
      await Promise.all(['Runtime.enable', 'Log.enable', 'Network.enable'].map(name => enable(session, name)))
    } catch {
      // The target went meanwhile: nothing more to hear from it.
    }
  }

  /** From now on this is no complaint. */
  expect(pattern: RegExp): void {
    this.#watch.expected.push(pattern)
  }

  add(from: string, what: string): void {
    // Chrome itself writes the provider's refusals (401, 429 …) into the log; they are answers, not failures.
    if (/Failed to load resource: the server responded with a status of \d+ .*https:\/\/api\./.test(what))
      return
    if (this.#watch.expected.some(pattern => pattern.test(what))) return
    this.list.push({ from, what })
  }

  assertNone(): void {
    if (this.list.length === 0) return
    const lines = this.list.map(({ from, what }) => `- ${from}\n    ${what.trim()}`)
    throw new Error(`The browser complained ${this.list.length} time(s):\n${[...new Set(lines)].join('\n')}`)
  }
}

async function enable(session: CDPSession, name: string): Promise<void> {
  await session.send(name as 'Runtime.enable').catch((error: Error) => {
    // Not every kind of target has every domain.
    if (!/wasn't found|not supported/i.test(error.message)) throw error
  })
}
