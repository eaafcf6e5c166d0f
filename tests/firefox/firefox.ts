/**
 * The built extension in a real Firefox, on the practice platform: every page of it can be asked and pressed, the popup, the sidebar and
 * the event page too. Firefox's own Marionette does it; nothing is downloaded.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { poll } from '../browser/poll.ts'
import { practiceHosts } from '../practice/hosts.ts'
import { startPractice } from '../practice/server.ts'
import { speakMarionette } from './marionette.ts'
import { onlyPractice } from './only-practice.ts'

/** A document of Firefox's: a tab, or a page of the extension's that lies in none. */
export type Place = { id: number; url: string; kind: 'tab' | 'popup' | 'sidebar' | 'background' }

export type Firefox = Awaited<ReturnType<typeof startFirefox>>

const preferences = (proxyPort: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  'network.trr.mode': 5,
  'marionette.port': 0,
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.update.enabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.newtabpage.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.safebrowsing.provider.google.updateURL': '',
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.region.network.url': '',
  'media.gmp-manager.updateEnabled': false,
  'dom.push.connection.enabled': false,
  'ui.popup.disable_autohide': true,
  'ui.prefersReducedMotion': 1,
})

/**
 * What Firefox says though nothing is wrong: English needs no catalogue; a page that is ended was waiting for something; and the clipboard
 * may not be read without the permission, which the task tries to find out whether something else is there by now.
 */
const expected =
  /Unknown localization message|after context unloaded|aborted due to page navigation|execCommand\(.paste.\) was denied/

export async function startFirefox(executable: string, dist: string) {
  const practice = await startPractice()
  const proxy = await onlyPractice(practiceHosts, practice.port)
  const profile = mkdtempSync(join(tmpdir(), 'keyway-firefox-'))
  const lines = Object.entries(preferences(proxy.port)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))

  const child = spawn(
    executable,
    [
      '-headless',
      '-no-remote',
      '-marionette',
      '-remote-allow-system-access',
      '-profile',
      profile,
      'about:blank',
    ],
    {
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '860' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const over = new Promise<void>(done => child.once('exit', () => done()))
  let said = ''
  child.stderr.on('data', chunk => {
    said = `${said}${chunk}`.slice(-20_000)
  })
  const port = await poll(
    () => Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8')),
    () => `Firefox to start; it says: ${said}`,
  )
  const marionette = await poll(() => speakMarionette(port), 'Marionette to answer')
  await marionette.ask('WebDriver:NewSession', { acceptInsecureCerts: true })
  await marionette.ask('Marionette:SetContext', { value: 'chrome' })

  /** Runs in the browser itself, with all its rights. The arguments and the answer are JSON. */
  async function inBrowser<A extends unknown[], R>(
    work: (...given: A) => R | Promise<R>,
    ...given: A
  ): Promise<R> {
    const script = `
      const done = arguments[arguments.length - 1];
      const given = JSON.parse(arguments[0]);
      (async () => (${work})(...given))().then(
        value => done(JSON.stringify({ value })),
        error => done(JSON.stringify({ error: String(error) + '\\n' + (error && error.stack) })),
      );`
    const reply = (await marionette.ask('WebDriver:ExecuteAsyncScript', {
      script,
      args: [JSON.stringify(given)],
      sandbox: 'system',
      newSandbox: false,
      scriptTimeout: 60_000,
    })) as { value: string }
    return opened<R>(reply.value, work)
  }

  /** Runs in a document, as the page itself would (`asBrowser`: with the browser's rights there). */
  async function run<A extends unknown[], R>(
    place: Place,
    work: (...given: A) => R | Promise<R>,
    given: A,
    asBrowser = false,
  ): Promise<R> {
    const script = `
      const done = arguments[arguments.length - 1];
      const given = JSON.parse(arguments[0]);
      (async () => (${work})(...given))().then(
        value => done(JSON.stringify({ value })),
        error => done(JSON.stringify({ error: String(error) + '\\n' + (error && error.stack) })),
      );`
    const answer = await inBrowser(
      async (id: number, script: string, given: string, sandboxName: string | null) => {
        // @ts-expect-error Firefox's own
        const actor = BrowsingContext.get(id)?.currentWindowGlobal?.getActor('MarionetteCommands')
        if (!actor) throw new Error('This document is gone.')
        const options = { async: true, timeout: 60_000, ...(sandboxName && { sandboxName }) }
        const answer = await actor.executeScript(script, [given], options)
        return answer?.value ?? answer?.data ?? answer
      },
      place.id,
      script,
      JSON.stringify(given),
      asBrowser ? 'system' : null,
    )
    return opened<R>(typeof answer === 'string' ? answer : JSON.stringify(answer), work)
  }

  function opened<R>(text: string, work: unknown): R {
    const { value, error } = JSON.parse(text) as { value: R; error?: string }
    if (error !== undefined) throw new Error(`${error}\nin ${String(work).slice(0, 200)}`)
    return value
  }

  const { value: addon } = (await marionette.ask('Addon:Install', { path: dist, temporary: true })) as {
    value: string
  }
  const base = await inBrowser(
    // @ts-expect-error Firefox's own
    (id: string) => WebExtensionPolicy.getByID(id).getURL('') as string,
    addon,
  )

  /** Every document there is, tabs and the extension's others. */
  function places(): Promise<Place[]> {
    return inBrowser((id: string) => {
      const found: { id: number; url: string; kind: 'tab' | 'popup' | 'sidebar' | 'background' }[] = []
      // @ts-expect-error Firefox's own
      for (const win of Services.wm.getEnumerator('navigator:browser'))
        for (const one of win.gBrowser.browsers)
          found.push({ id: one.browsingContext.id, url: one.currentURI.spec, kind: 'tab' })
      // @ts-expect-error Firefox's own
      for (const view of WebExtensionPolicy.getByID(id)?.extension?.views ?? [])
        if (view.viewType !== 'tab' && view.xulBrowser?.browsingContext)
          found.push({ id: view.xulBrowser.browsingContext.id, url: view.uri.spec, kind: view.viewType })
      return found
    }, addon)
  }

  /** Every error that a page, a script or the manifest of the extension's has caused. */
  const complaints = () =>
    inBrowser(
      (base: string, known: string) => {
        // @ts-expect-error Firefox's own
        const all = Services.console.getMessageArray() as {
          message?: string
          logLevel?: number
          sourceName?: string
        }[]
        return all
          .map(one => ({ level: one.logLevel, text: String(one.message ?? one), from: one.sourceName ?? '' }))
          .filter(
            ({ level, text, from }) =>
              level !== 0 && level !== 1 && `${text}${from}`.includes(base.slice(0, -1)),
          )
          .filter(({ text }) => !new RegExp(known).test(text))
          .map(({ text }) => text.slice(0, 600))
      },
      base,
      expected.source,
    )

  /** What Firefox's window shows now, sidebar included; the popup is a window of its own and not in it. */
  async function picture(path: string): Promise<void> {
    const { value } = (await marionette.ask('WebDriver:TakeScreenshot', { full: false })) as { value: string }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, Buffer.from(value, 'base64'))
  }

  async function close(): Promise<void> {
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await marionette.ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => child.kill('SIGKILL'))
    await over
    clearTimeout(tooLong)
    marionette.close()
    await proxy.close()
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  return { addon, close, complaints, inBrowser, picture, places, practice, profile, proxy, run }
}
