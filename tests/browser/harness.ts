/**
 * The built extension in a real browser, on the practice platform. Starts everything, reaches every surface (worker, popup,
 * side panel, pages), listens for every complaint, and leaves nothing running. Tests and `npm start` use the same one.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import puppeteer, { type Browser, type ElementHandle, type Page, type Target } from 'puppeteer-core'
import { withNews } from '../../src/protocol/row-patch.ts'
import type { SessionItems } from '../../src/protocol/storage-keys.ts'
import { findBrowser } from '../../tools/browser.mjs'
import { type Practice, startPractice } from '../practice/server.ts'
import { Complaints } from './complaints.ts'
import { patience, poll } from './poll.ts'
import { findWorker } from './worker.ts'

export const root = join(import.meta.dirname, '../..')
export const hosts = ['platform.openai.com', 'auth.openai.com', 'api.openai.com'] as const

export type Options = {
  /** The built extension. */
  dist?: string
  /** A profile to go on with; a new one, deleted at the end, when left out. */
  profile?: string
  headless?: boolean
  dark?: boolean
  width?: number
  height?: number
  /** A practice platform that runs already; one of its own, ended at close(), when left out. `null`: the real one. */
  practice?: Practice | null
  browserPath?: string
  /** Complaints that the test provokes on purpose. */
  expected?: RegExp[]
  args?: string[]
  /** For `foreignHosts()`: the browser writes down everything it asks the network for, which costs it time. */
  notesHosts?: boolean
  /** Other providers' hosts that the practice platform answers for; every other host does not exist. */
  alsoHosts?: readonly string[]
}

export type Harness = Awaited<ReturnType<typeof launch>>

export async function launch(options: Options = {}) {
  const dist = resolve(options.dist ?? join(root, 'dist'))
  if (!existsSync(join(dist, 'manifest.json')))
    throw new Error(`There is no built extension in ${dist}: run \`npm run build\` first.`)
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
  const executablePath = await browserPath(options)

  const own = { profile: !options.profile, practice: options.practice === undefined }
  const practice = options.practice === undefined ? await startPractice() : options.practice
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'keyway-profile-'))
  mkdirSync(profile, { recursive: true })
  const isNewProfile = !existsSync(join(profile, 'Default'))
  const netLog = join(profile, 'net-log.json')
  const viewport = { width: options.width ?? 1280, height: options.height ?? 860 }
  const known = [...hosts, ...(options.alsoHosts ?? [])]

  const complaints = new Complaints({
    hosts: practice ? [...known, '127.0.0.1'] : known,
    expected: [...(options.expected ?? [])],
    prepare: async (session, target) => {
      if (!options.dark || target.type() === 'service_worker') return
      const features = [{ name: 'prefers-color-scheme', value: 'dark' }]
      await session.send('Emulation.setEmulatedMedia', { features }).catch(() => {})
    },
  })
  const follow = (target: Target) => {
    if (['page', 'service_worker', 'background_page', 'webview', 'other'].includes(target.type()))
      void complaints.follow(target)
  }
  async function begin(): Promise<Browser> {
    const browser = await puppeteer.launch({
      executablePath,
      headless: options.headless ?? true,
      pipe: true,
      // The practice platform's certificate is made at its start; the real one has to be real.
      acceptInsecureCerts: practice !== null,
      // Signing in on the real platform does not work in a browser that says it is automated.
      ...(practice === null && { ignoreDefaultArgs: ['--enable-automation'] }),
      enableExtensions: [dist],
      userDataDir: profile,
      defaultViewport: options.headless === false ? null : viewport,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: patience,
      args: [
        ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--window-size=${viewport.width},${viewport.height}`,
        '--no-first-run',
        '--no-default-browser-check',
        ...(practice ? [...quiet, `--host-resolver-rules=${rules(known, practice.port)}`] : []),
        ...(options.notesHosts ? [`--log-net-log=${netLog}`] : []),
        ...(options.args ?? []),
      ],
    })
    browser.on('targetcreated', follow)
    for (const target of browser.targets()) follow(target)
    return browser
  }

  let ended = false
  let asked = new Set<string>()

  const { browser, worker } = await beginWithWorker(begin, profile)
  const id = new URL(worker.url).hostname
  const base = `chrome-extension://${id}/`
  const inWorker = worker.run

  async function killWorker(): Promise<void> {
    // A worker that is killed while it starts says so of each of its scripts.
    complaints.expect(/Failed to load the script unexpectedly chrome-extension:/)
    // Chrome's answer to what a worker was asking of it when it died; since 156.0.8078.79 in either form (2026-11-22).
    complaints.expect(/(?:Uncaught \(in promise\) Error|Unchecked runtime\.lastError): No SW/)
    await worker.kill()
  }

  /** What the worker has published for screens. */
  async function session(): Promise<Partial<SessionItems>> {
    const items = await inWorker(
      async () => (await chrome.storage.session.get(null)) as Partial<SessionItems>,
    )
    return items.rows ? { ...items, rows: withNews(items.rows, items.rowNews) } : items
  }

  async function local(): Promise<Record<string, unknown>> {
    return inWorker(() => chrome.storage.local.get(null))
  }

  /** The page of a target with this address, when it is there. */
  async function surface(path: string): Promise<Page | undefined> {
    const target = browser.targets().find(one => one.url().startsWith(base + path))
    return patient(await target?.asPage())
  }

  const popupPath = manifest.action.default_popup
  const panelPath = manifest.side_panel.default_path
  const dashboardPath = manifest.options_ui.page

  /** The real popup, opened as the toolbar button does. */
  async function popup(): Promise<Page> {
    const open = await surface(popupPath)
    if (open) return open
    return poll(async () => {
      await inWorker(() => chrome.action.openPopup()).catch(() => {})
      return poll(() => surface(popupPath), 'the popup', { within: 3_000 })
    }, 'the popup to open')
  }

  async function closePopup(): Promise<void> {
    const target = browser.targets().find(one => one.url().startsWith(base + popupPath))
    if (!target) return
    const page = await target.asPage()
    await page.evaluate(() => setTimeout(() => window.close())).catch(() => {})
    await poll(
      () => !browser.targets().some(one => one.url().startsWith(base + popupPath)),
      'the popup to close',
    )
  }

  /** The side panel that Keyway has opened. */
  async function panel(): Promise<Page> {
    return poll(() => surface(panelPath), 'the side panel to open')
  }

  async function panelIsOpen(): Promise<boolean> {
    return (await surface(panelPath)) !== undefined
  }

  /** One of the extension's own pages, in a tab. */
  async function extensionPage(path: string): Promise<Page> {
    const page = await newPage()
    await page.goto(base + path, { waitUntil: 'load' })
    return page
  }

  async function newPage(): Promise<Page> {
    const page = patient(await browser.newPage())
    if (options.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    return page
  }

  /** A page of the platform, in a tab of its own. */
  async function platform(path: string): Promise<Page> {
    const page = await newPage()
    await page.goto(`https://platform.openai.com${path}`, { waitUntil: 'load' })
    return page
  }

  /** The first open page whose address fits. */
  async function pageAt(address: RegExp): Promise<Page> {
    const page = await poll(
      async () => {
        const target = browser.targets().find(one => one.type() === 'page' && address.test(one.url()))
        return patient((await target?.page()) ?? undefined)
      },
      () =>
        `a page at ${address}; open: ${browser
          .targets()
          .map(target => target.url())
          .join(', ')}`,
    )
    // What the extension has opened by itself did not come through newPage().
    if (options.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    return page
  }

  async function screenshot(page: Page, name: string): Promise<string> {
    const path = join(root, 'out', `${name}.png`)
    mkdirSync(dirname(path), { recursive: true })
    await page.screenshot({ path: path as `${string}.png` })
    return path
  }

  /** Throws with every console error, exception, failed and foreign request so far. */
  function assertClean(): void {
    complaints.assertNone()
  }

  /** Ends the browser as a crash would; the profile stays, to be launched again. */
  async function kill(): Promise<void> {
    ended = true
    await end(browser, profile)
  }

  async function close(): Promise<void> {
    if (!ended) {
      ended = true
      const process = browser.process()
      const gone = new Promise<void>(done => (process ? process.once('exit', () => done()) : done()))
      const tooLong = setTimeout(() => process?.kill('SIGKILL'), 8_000)
      await browser.close().catch(() => process?.kill('SIGKILL'))
      await gone
      clearTimeout(tooLong)
    }
    if (own.practice) await practice?.close()
    if (options.notesHosts && existsSync(netLog)) asked = hostsIn(readFileSync(netLog, 'utf8'))
    if (own.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  /** Hosts that the whole browser asked for, practice ones left out: known once it is closed, of one that `notesHosts`. */
  function foreignHosts(): string[] {
    if (!asked.has('platform.openai.com')) throw new Error('The browser did not note which hosts it asked.')
    return [...asked].filter(host => !(known as readonly string[]).includes(host) && host !== '127.0.0.1')
  }

  // The welcome tab comes to the front by itself: later than that, it would hide a page in the middle of a test, and a page behind another draws no frame and takes no press.
  if (isNewProfile) {
    const welcome = await pageAt(/welcome\.html/)
    await poll(
      () => welcome.evaluate(() => document.readyState === 'complete'),
      'the welcome page to be loaded',
    )
  }

  return {
    browser,
    practice,
    id,
    base,
    manifest,
    profile,
    viewport,
    complaints,
    paths: { popup: popupPath, panel: panelPath, dashboard: dashboardPath },
    /** Ends the worker as Chrome does after 30 idle seconds. */
    killWorker,
    wakeWorker: worker.wake,
    inWorker,
    session,
    local,
    surface,
    popup,
    closePopup,
    panel,
    panelIsOpen,
    extensionPage,
    newPage,
    platform,
    pageAt,
    screenshot,
    assertClean,
    foreignHosts,
    kill,
    close,
  }
}

/**
 * Chrome that was killed may begin without the worker of an extension, and start it for nothing (seen twice in some hundred starts,
 * 2026-11-23): a person closes it and opens it again.
 */
async function beginWithWorker(begin: () => Promise<Browser>, profile: string) {
  for (let tries = 1; ; tries++) {
    const browser = await begin()
    try {
      return { browser, worker: await findWorker(browser) }
    } catch (trouble) {
      await end(browser, profile)
      if (tries === 3) throw trouble
    }
  }
}

/** Ends it at once, and what keeps another one from beginning with its profile. */
async function end(browser: Browser, profile: string): Promise<void> {
  const process = browser.process()
  const over = new Promise<void>(done => (process ? process.once('exit', () => done()) : done()))
  process?.kill('SIGKILL')
  await over
  await browser.disconnect().catch(() => {})
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, lock), { force: true })
}

async function browserPath(options: Options): Promise<string> {
  const path = options.browserPath ?? (await findBrowser())
  if (!path) throw new Error('No browser is here: `npm test` installs one, or set CHROME_PATH.')
  return path
}

/** Puppeteer's own waits end after half a minute. */
function patient<P extends Page | undefined>(page: P): P {
  page?.setDefaultTimeout(patience)
  return page
}

export type Manifest = {
  action: { default_popup: string }
  side_panel: { default_path: string }
  options_ui: { page: string }
  [name: string]: unknown
}

/** A mouse press on a page's own element, where it really is; it must be the topmost thing there. */
export async function clickMark(page: Page, selector: string): Promise<void> {
  const element = await poll(
    async () => {
      const found = (await page.$(selector)) as ElementHandle<Element> | null
      return found && (await found.isVisible()) ? found : undefined
    },
    async () => `${selector} on ${page.url()}; the page says: ${await words(page)}`,
  )
  await pressElement(page, element)
}

/** Presses the button, link, tab … with this accessible name. */
export async function clickNamed(page: Page, name: string | RegExp, role?: string): Promise<void> {
  const element = await byName(page, name, role)
  await pressElement(page, element)
}

/**
 * Presses where the element is, as soon as it stands still and nothing lies above it. What comes in just then (the result of a check, a notice)
 * may move it away between the look and the press: then a person presses again, and so does this; a press that reached it is never repeated.
 */
async function pressElement(page: Page, element: ElementHandle<Element>): Promise<void> {
  await element.evaluate(one => one.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  let met = ''
  await poll(
    async () => {
      const first = await element.boundingBox()
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(null))))
      const second = await element.boundingBox()
      if (!first || !second || first.x !== second.x || first.y !== second.y) return undefined
      const press = await element.evaluateHandle(one => {
        const seen: { reached?: boolean; met?: string } = {}
        const note = (event: Event) => {
          const parts = [one, one.closest('label'), ...((one as HTMLInputElement).labels ?? [])]
          const met = event.composedPath()
          seen.reached = parts.some(part => part && met.includes(part))
          seen.met = met[0] instanceof Element ? met[0].outerHTML.slice(0, 120) : ''
        }
        addEventListener('pointerdown', note, { capture: true, once: true })
        return seen
      })
      await page.mouse.click(second.x + second.width / 2, second.y + second.height / 2)
      // A press that closes the page or leaves it cannot be asked about; it was one.
      const seen = await press.evaluate(seen => seen).catch(() => ({ reached: true, met: '' }))
      met = seen.met ?? ''
      return seen.reached !== false
    },
    () => `the element to stand still, and nothing above it; the press met ${met}`,
  )
}

const controls =
  'button, a[href], input, select, textarea, summary, [role="button"], [role="link"], [role="radio"], [role="tab"], [role="switch"], [role="checkbox"], [role="menuitem"], [role="option"], [role="combobox"]'

/** The visible, enabled control with this accessible name, topmost dialog first. Waits until it is there. */
export async function byName(
  page: Page,
  name: string | RegExp,
  role?: string,
): Promise<ElementHandle<Element>> {
  return poll(
    async () => {
      const handle = await page.evaluateHandle(
        (selector, source, exact) => {
          const pattern = exact === null ? new RegExp(source, 'i') : null
          const nameOf = (element: Element): string => {
            const own = element.getAttribute('aria-label')
            if (own) return own
            const by = element.getAttribute('aria-labelledby')
            if (by)
              return by
                .split(/\s+/)
                .map(id => document.getElementById(id)?.textContent ?? '')
                .join(' ')
            const labels = (element as HTMLInputElement).labels
            if (labels && labels.length > 0) return [...labels].map(label => label.textContent).join(' ')
            const placeholder = element.getAttribute('placeholder')
            return (element as HTMLElement).innerText || placeholder || element.getAttribute('title') || ''
          }
          const fits = [...document.querySelectorAll<HTMLElement>(selector)].filter(element => {
            const said = nameOf(element).replace(/\s+/g, ' ').trim()
            const shown = element.checkVisibility({ visibilityProperty: true }) || element.matches('label *')
            return (
              shown &&
              !(element as HTMLButtonElement).disabled &&
              (pattern ? pattern.test(said) : said === exact)
            )
          })
          const inDialog = fits.filter(element => element.closest('dialog[open], [role="dialog"]'))
          return inDialog.at(-1) ?? fits[0] ?? null
        },
        role
          ? `[role="${role}"], ${role === 'button' ? 'button' : role === 'link' ? 'a[href]' : 'none'}`
          : controls,
        typeof name === 'string' ? '' : name.source,
        typeof name === 'string' ? name : null,
      )
      return (handle.asElement() as ElementHandle<Element> | null) ?? undefined
    },
    async () => `${role ?? 'a control'} named ${name} on ${page.url()}; the page says: ${await words(page)}`,
  )
}

/** Types into the field, with real keys, over what is in it. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await clickMark(page, selector)
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type(text)
}

/** Waits for it, also over a page that is loaded anew meanwhile. */
export const shows = (page: Page, selector: string): Promise<ElementHandle<Element>> =>
  poll(
    () => page.$(selector),
    async () => `${selector} on ${page.url()}; the page says: ${await words(page)}`,
  )

/** Waits for words on the page. */
export async function says(page: Page, wanted: string | RegExp, within = patience): Promise<string> {
  const pattern = typeof wanted === 'string' ? null : wanted
  return poll(
    async () => {
      const text = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))
      return (pattern ? pattern.test(text) : text.includes(String(wanted))) ? text : undefined
    },
    async () => `${wanted} on ${page.url()}; the page says: ${await words(page)}`,
    { within },
  )
}

export async function words(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.body?.innerText.replace(/\s+/g, ' ') ?? '').catch(() => '')
  return `"${text.slice(0, 400)}"`
}

const hostsIn = (log: string): Set<string> =>
  new Set([...log.matchAll(/"url":"(?:https?|wss?):\/\/([^/":]+)/g)].map(match => match[1] ?? ''))

function rules(known: readonly string[], port: number): string {
  return [...known.map(host => `MAP ${host} 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(
    ', ',
  )
}

/** Nothing of the browser's own may leave the machine either (Debian's Chromium asks for more than most). */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-client-side-phishing-detection',
  '--no-pings',
  '--metrics-recording-only',
  // What is left of it goes to a closed port of this machine.
  '--component-updater=url-source=https://127.0.0.1:1/',
  '--gaia-url=https://127.0.0.1:1',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-search-engine-choice-screen',
  '--disable-features=OptimizationHints,OptimizationGuideModelDownloading,CertificateTransparencyComponentUpdater,AutofillServerCommunication,MediaRouter,InterestFeedContentSuggestions,Translate,NetworkTimeServiceQuerying',
]
