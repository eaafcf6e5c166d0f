/** Who reaches what, in the built extension: wrong senders live, a hostile page that records everything, CSP and Trusted Types. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send, withKey, withVault } from '../features/lock/vault-story.ts'
import { names, samples } from '../protocol/message-table.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  // Every refusal below is provoked, and Chrome writes each into its log.
  h = await launch({
    expected: [/Content Security Policy|Trusted ?Type|ERR_BLOCKED_BY|frame-ancestors|chrome-error/i],
  })
  screen = await withVault(h)
})
afterAll(() => h.close())

/** All that could change or be learned. The countdown of the lock may move. */
async function everything(): Promise<string> {
  const session = await h.session()
  return JSON.stringify([
    { ...session, vault: undefined, vaultKey: undefined, tourPage: undefined },
    await h.local(),
  ])
}

/** The isolated world of our content script: what a compromised renderer would speak from. */
async function contentScript(page: Page): Promise<(code: string) => Promise<unknown>> {
  const session: CDPSession = await page.createCDPSession()
  const worlds: { id: number; origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
  await session.send('Runtime.enable')
  const world = await poll(
    () => worlds.find(one => one.origin.startsWith(h.base.slice(0, -1))),
    'our world in the page',
  )
  return async code => {
    const { result } = await session.send('Runtime.evaluate', {
      contextId: world.id,
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value
  }
}

const sendAll = (messages: object[]) =>
  `Promise.all(${JSON.stringify(messages)}.map(message => chrome.runtime.sendMessage(message).then(reply => reply ?? null, () => null)))`
const messagesBut = (kind: string) =>
  names.filter(name => !name.startsWith(kind)).map(name => ({ name, payload: samples[name] }))

describe('messages from whom they may not come', () => {
  test('a compromised content script: every message of screens and of the clipboard’s document', async () => {
    await withKey(h, screen)
    const page = await h.platform('/usage')
    const run = await contentScript(page)
    const before = await everything()
    const messages = messagesBut('page.')
    expect(await run(sendAll(messages))).toEqual(messages.map(() => null))
    expect(await everything()).toBe(before)
    expect(await run('chrome.storage.session.get(null).then(() => "read", () => "refused")')).toBe('refused')
    expect(await run('chrome.storage.local.get(null).then(() => "read", () => "refused")')).toBe('refused')
    await page.close()
  })

  test('a content script that offers a key although none is shown: nothing is taken, nothing is learned', async () => {
    const page = await h.platform('/usage')
    const run = await contentScript(page)
    const reply = await run('chrome.runtime.sendMessage({ name: "page.offerKey", payload: {} })')
    expect(reply).toMatchObject({ ok: false })
    expect(JSON.stringify(reply)).not.toMatch(/Bot|vault|sk-/)
    expect((await h.session()).pending ?? []).toEqual([])
    await page.close()
  })

  test('a screen that speaks as a page or as the clipboard’s document', async () => {
    const before = await everything()
    const messages = messagesBut('screen.')
    const replies = await screen.evaluate(sendAll(messages))
    expect(replies).toEqual(messages.map(() => null))
    expect(await everything()).toBe(before)
  })

  test('a page of the web: there is no way in at all', async () => {
    const page = await h.platform('/usage')
    const ways = await page.evaluate(async id => {
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
      const probe = await fetch(`chrome-extension://${id}/src/entries/popup/popup.html`).then(
        () => 'read',
        () => 'refused',
      )
      const icon = await new Promise(done => {
        const image = new Image()
        image.onload = () => done('read')
        image.onerror = () => done('refused')
        image.src = `chrome-extension://${id}/icons/16.png`
      })
      return { runtime: typeof runtime?.sendMessage, probe, icon }
    }, h.id)
    expect(ways).toEqual({ runtime: 'undefined', probe: 'refused', icon: 'refused' })
    await page.close()
  })

  test('our pages in a site’s frame do not load', async () => {
    const page = await h.platform('/usage')
    await page.evaluate(
      async addresses => {
        for (const address of addresses) {
          const frame = document.createElement('iframe')
          frame.src = address
          document.body.append(frame)
          await new Promise(done => {
            frame.onload = done
            setTimeout(done, 2_000)
          })
        }
      },
      [h.paths.popup, h.paths.panel, h.paths.dashboard].map(path => h.base + path),
    )
    const ours = page.frames().filter(frame => frame.url().startsWith(h.base))
    for (const frame of ours) expect(await frame.evaluate(() => document.body?.innerText ?? '')).toBe('')
    await page.close()
  })

  test('another extension', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'other-extension-'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({
        manifest_version: 3,
        name: 'Other',
        version: '1',
        background: { service_worker: 'w.js' },
      }),
    )
    writeFileSync(join(folder, 'w.js'), '')
    writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Other</title>')
    const id = await h.browser.installExtension(folder)
    const page = await h.newPage()
    await page.goto(`chrome-extension://${id}/page.html`)
    const before = await everything()
    const replies = await page.evaluate(
      (ours, messages) =>
        Promise.all(
          messages.map(message =>
            chrome.runtime.sendMessage(ours, message).then(
              reply => reply ?? null,
              () => null,
            ),
          ),
        ),
      h.id,
      names.map(name => ({ name, payload: samples[name] })),
    )
    expect(replies).toEqual(names.map(() => null))
    expect(await everything()).toBe(before)
    await page.close()
    rmSync(folder, { recursive: true })
  })
})

describe('every extension page', () => {
  const pages = ['popup', 'panel', 'dashboard', 'welcome', 'offscreen']

  test.each(pages)('%s: no foreign request, no string becomes code or markup', async name => {
    const page = await h.extensionPage(`src/entries/${name}/${name}.html`)
    const found = await page.evaluate(async () => {
      const refusals: string[] = []
      document.addEventListener('securitypolicyviolation', event => refusals.push(event.effectiveDirective))
      const tries: Record<string, () => unknown> = {
        fetch: () => fetch('https://evil.test/'),
        'fetch of a look-alike': () => fetch('https://api.openai.com.evil.test/'),
        'fetch by http': () => fetch('http://api.openai.com/'),
        'fetch of the private network': () => fetch('http://192.168.0.1/'),
        beacon: () => {
          if (navigator.sendBeacon('https://evil.test/')) throw new Error('queued')
        },
        socket: () =>
          new Promise((_, refused) => {
            const socket = new WebSocket('wss://evil.test/')
            socket.onerror = refused
          }),
        'event source': () =>
          new Promise((_, refused) => {
            new EventSource('https://evil.test/').onerror = refused
          }),
        image: () =>
          new Promise((_, refused) => {
            const image = new Image()
            image.onerror = refused
            image.src = 'https://evil.test/x.png'
          }),
        'markup from a string': () => {
          document.createElement('div').innerHTML = '<b>x</b>'
        },
        'code from a string': () => Reflect.construct(Function, ['return 1']),
        'a timer from a string': () => Reflect.apply(setTimeout, globalThis, ['1']),
        'a policy of trusted types': () =>
          (
            globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('x', {}),
        'a style from a string': () => {
          const style = document.createElement('style')
          style.textContent = 'body { display: none }'
          document.head.append(style)
          const applied = getComputedStyle(document.body).display === 'none'
          style.remove()
          if (!applied) throw new Error('refused')
        },
        'a script from elsewhere': () =>
          new Promise((_, refused) => {
            const script = document.createElement('script')
            script.onerror = refused
            Reflect.set(script, 'src', 'https://evil.test/x.js')
            document.head.append(script)
          }),
      }
      const got: string[] = []
      for (const [name, attempt] of Object.entries(tries)) {
        try {
          const outcome = await Promise.race([
            attempt(),
            new Promise(done => setTimeout(() => done('late'), 3_000)),
          ])
          if (outcome !== 'late') got.push(name)
        } catch {
          // Refused, as it should be.
        }
      }
      return { got: got.filter(name => name !== 'beacon'), refusals: [...new Set(refusals)].sort() }
    })
    expect(found.got).toEqual([])
    expect(found.refusals).toEqual(expect.arrayContaining(['connect-src', 'img-src']))
    await page.close()
  })

  test('the worker too may ask the listed hosts only', async () => {
    const refused = await h.inWorker(async () => {
      const told: string[] = []
      self.addEventListener('securitypolicyviolation', event => told.push(event.blockedURI))
      const ask = (address: string) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        )
      const strangers = [
        'https://evil.test/',
        'https://api.openai.com.evil.test/',
        'http://api.openai.com/',
        'http://10.0.0.1/',
      ]
      const answers = await Promise.all(strangers.map(ask))
      // A listed host that is not there fails as well, but not by the policy.
      await ask('https://api.mistral.ai/')
      await new Promise(done => setTimeout(done, 200))
      return { answers, told: told.map(address => new URL(address).host).sort() }
    })
    expect(refused.answers).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(refused.told).toEqual(['10.0.0.1', 'api.openai.com', 'api.openai.com.evil.test', 'evil.test'])
  })
})

describe('a hostile page that records everything', () => {
  /** Before any script of the page: hears keys, pointers, clipboard, focus, messages, errors, and every change of the document. */
  function record(): void {
    const kept: string[] = []
    Object.defineProperty(window, '__record', { value: kept })
    const events =
      'keydown keypress keyup input beforeinput change pointerdown pointerup pointermove mousedown mouseup click dblclick contextmenu copy cut paste beforecopy selectionchange focus blur focusin focusout message storage error unhandledrejection securitypolicyviolation toggle beforetoggle dragstart drop visibilitychange hashchange popstate'
    for (const type of events.split(' '))
      window.addEventListener(
        type,
        event => {
          const of = event.target instanceof Element ? event.target : null
          const data = event as Event & {
            key?: string
            data?: unknown
            clipboardData?: DataTransfer
            message?: string
          }
          kept.push(
            [
              type,
              of?.tagName,
              of?.textContent?.slice(0, 2000),
              data.key,
              JSON.stringify(data.data ?? null),
              data.clipboardData?.getData('text/plain'),
              data.message,
              String(document.getSelection()),
            ].join('|'),
          )
        },
        true,
      )
    new MutationObserver(changes => {
      for (const change of changes) {
        for (const node of change.addedNodes)
          kept.push(`added|${(node as Element).outerHTML ?? node.textContent}`)
        const target = change.target as Element
        kept.push(
          `${change.type}|${change.attributeName ?? ''}|${target.getAttribute?.(change.attributeName ?? '') ?? target.textContent}`,
        )
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    for (const place of ['log', 'error', 'warn', 'info'] as const) {
      const real = console[place]
      console[place] = (...said: unknown[]) => {
        kept.push(`console|${said.map(String).join(' ')}`)
        real(...said)
      }
    }
  }

  test('a whole journey leaves no character of the vault in the record, and no key but the one the page showed', async () => {
    const { begin, reveal, buttonOf } = await import('../features/guide/on-keys-page.ts')
    const other = await withKey(h, screen, 'Zanzibar-Ledger-v7')
    const scene = await begin(h, screen)
    await scene.page.evaluateOnNewDocument(record)
    await scene.page.reload({ waitUntil: 'load' })
    const shown = await reveal(scene)
    const at = await buttonOf(scene, 'Save to Keyway')
    await new Promise(done => setTimeout(done, 900))
    await scene.page.mouse.click(at.x, at.y)
    const waiting = await poll(async () => (await h.session()).pending?.[0], 'the key to wait')
    const notes = 'Quagmire-notes-for-nobody'
    await send(screen, 'screen.commit', { id: waiting.id, about: { label: 'Yonder-Label-v3', notes } })
    const verdict = await poll(
      async () => (await h.session()).rows?.find(row => row.id === waiting.id)?.verdict,
      'the verdict',
    )
    await send(screen, 'screen.copy', { id: other.id })
    await scene.page.bringToFront()
    await scene.page.mouse.click(300, 300)
    await send(screen, 'screen.lock', {})
    const popup = await h.popup()
    await popup.waitForSelector('input[type="password"]')
    await popup.type('input[type="password"]', passphrase)
    await popup.keyboard.press('Enter')
    await poll(async () => (await h.session()).vault?.status === 'unlocked', 'the vault to open')
    await h.closePopup()
    await send(screen, 'screen.clearClipboard', {})
    const record_ = await scene.page.evaluate(() => {
      const kept = (window as unknown as { __record: string[] }).__record
      kept.push(document.documentElement.outerHTML, JSON.stringify(performance.getEntriesByType('resource')))
      return kept
    })
    expect(record_.length).toBeGreaterThan(200)
    const all = record_.join('\n')
    expect(all).toContain(shown.slice(-4))
    const secrets = [
      other.secret,
      'Zanzibar',
      'Yonder-Label',
      'Quagmire',
      passphrase,
      ...passphrase.split(' '),
      h.id,
    ]
    for (const secret of secrets) expect(all.includes(secret), `the record holds “${secret}”`).toBe(false)
    expect(verdict.cause).toBe('ok')
    // Every word of ours is inside the closed root: the page sees one empty element.
    expect(all).not.toMatch(/Save to Keyway|not made by OpenAI/)
  })
})
