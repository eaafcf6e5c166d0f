/**
 * Another extension with every power that a person may have granted it, used on Keyway's pages, its worker and what that asks. Chrome is what
 * refuses most of it; Keyway says so to nobody who has not seen it. The same is tried on a page of the web, where it works.
 */
import type { Page } from 'puppeteer-core'
import { send } from '../features/lock/vault-story.ts'
import type { RequestLogEntry } from '../practice/server.ts'
import { type Count, changed, fromExtension, settled, type World } from './security-ways.ts'

export const powers = {
  permissions: [
    'tabs',
    'scripting',
    'debugger',
    'webRequest',
    'declarativeNetRequest',
    'history',
    'sessions',
    'pageCapture',
    'webNavigation',
    'management',
    'browsingData',
    'storage',
  ],
  host_permissions: ['<all_urls>'],
}

// The little that is used of another extension's own interface.
type Tab = { id: number; windowId: number; url?: string; title?: string }
type Call = (...given: unknown[]) => Promise<never>

/** Tries on the tab at this address whatever these permissions allow. @returns the ways that worked */
const onTab = (page: Page, url: string, extension: string): Promise<{ tried: number; landed: string[] }> =>
  page.evaluate(
    async (url, extension) => {
      const own = (globalThis as unknown as { chrome: Record<string, Record<string, Call>> }).chrome
      const call = async (area: string, name: string, ...given: unknown[]): Promise<never> => {
        const method = own[area]?.[name]
        if (!method) throw new Error(`${area}.${name} is not there.`)
        return method(...given)
      }
      const tabs = (await call('tabs', 'query', {})) as unknown as Tab[]
      const tab = tabs.find(one => (one.url ?? '').startsWith(url))
      if (!tab) throw new Error(`There is no tab at ${url}.`)
      await call('tabs', 'update', tab.id, { active: true })
      const targets = (await call('debugger', 'getTargets')) as unknown as { id: string; url: string }[]
      const attach = async (target: object) => {
        await call('debugger', 'attach', target, '1.3')
        await call('debugger', 'detach', target)
      }
      const script = { func: () => document.title, target: { tabId: tab.id } }
      const ways: Record<string, () => unknown> = {
        'a script in it': () => call('scripting', 'executeScript', script),
        'a script in its own world': () => call('scripting', 'executeScript', { ...script, world: 'MAIN' }),
        'a style in it': () => call('scripting', 'insertCSS', { css: '*{}', target: { tabId: tab.id } }),
        'the debugger on its tab': () => attach({ tabId: tab.id }),
        'the debugger on its target': () =>
          Promise.all(
            targets.filter(one => one.url.startsWith(url)).map(one => attach({ targetId: one.id })),
          ).then(all => all.length || Promise.reject(new Error('none'))),
        'the debugger on the extension': () => attach({ extensionId: extension }),
        'a picture of it': () => call('tabs', 'captureVisibleTab', tab.windowId),
        'the whole page as a file': () => call('pageCapture', 'saveAsMHTML', { tabId: tab.id }),
        'an address that is a program': () =>
          call('tabs', 'update', tab.id, { url: 'javascript:document.title=1' }),
        'its frames': async () => {
          const frames = (await call('webNavigation', 'getAllFrames', { tabId: tab.id })) as unknown as {
            url: string
          }[]
          if (!frames.some(frame => /[?&=]sk-|label/i.test(frame.url)))
            throw new Error('nothing in their addresses')
        },
      }
      const landed: string[] = []
      for (const [name, way] of Object.entries(ways))
        try {
          await way()
          landed.push(name)
        } catch {
          // Refused.
        }
      return { tried: Object.keys(ways).length, landed }
    },
    url,
    extension,
  )

/** @returns what it reached of Keyway's dashboard and worker; `control`: the same on a page of the platform */
export const powersOnPages = (world: World): Promise<Count & { control: Count }> =>
  fromExtension(
    world,
    async page => {
      const { h } = world
      const platform = await h.platform('/usage')
      const ours = await onTab(page, `${h.base}${h.paths.dashboard}`, h.id)
      const worker = await page.evaluate(async base => {
        const own = (globalThis as unknown as { chrome: { debugger: Record<string, Call> } }).chrome.debugger
        const targets = (await own.getTargets?.()) as unknown as { id: string; url: string; type: string }[]
        const reached: string[] = []
        for (const { id, url, type } of targets.filter(one => one.url.startsWith(base)))
          await own
            .attach?.({ targetId: id }, '1.3')
            .then(() => reached.push(`${type} ${url}`))
            .catch(() => undefined)
        return reached
      }, h.base)
      const theirs = await onTab(page, platform.url(), h.id)
      await platform.close()
      const what = [...ours.landed, ...worker]
      return {
        tries: ours.tried + 1,
        landed: what.length,
        what,
        control: { tries: theirs.tried, landed: theirs.landed.length },
      }
    },
    powers,
  )

/** What it sees of tabs, history and closed tabs: addresses and titles. */
export const whatTabsSay = (world: World): Promise<string> =>
  fromExtension(
    world,
    page =>
      page.evaluate(async () => {
        const own = (globalThis as unknown as { chrome: Record<string, Record<string, Call>> }).chrome
        const all = await Promise.all([
          own.tabs?.query?.({}),
          own.history?.search?.({ text: '', maxResults: 1000 }),
          own.sessions?.getRecentlyClosed?.({}),
        ])
        return JSON.stringify(all)
      }),
    powers,
  )

// What the browser says of a request, and what a rule does to it: the little that is used.
type Heard = { addListener(hear: (details: unknown) => void, filter: object, more?: string[]): void }
type Net = { webRequest: Record<string, Heard>; declarativeNetRequest: Record<string, Call> }

/** What a rule does to every question about models, and how it shows in what was asked and answered. */
const rules: Record<string, { action: object; isDone: (asked: RequestLogEntry[]) => boolean }> = {
  block: { action: { type: 'block' }, isDone: asked => asked.length === 0 },
  redirect: {
    action: { type: 'redirect', redirect: { url: 'https://platform.openai.com/redirected' } },
    isDone: asked => asked.some(({ path }) => path === '/redirected'),
  },
  'another key': {
    action: {
      type: 'modifyHeaders',
      requestHeaders: [{ header: 'authorization', operation: 'set', value: 'Bearer another' }],
    },
    isDone: asked => asked.some(({ headers }) => headers.authorization === 'Bearer another'),
  },
}

/**
 * It listens to every request, blocks it, sends it elsewhere and changes it, while a key is asked about: by the worker, and for the control by
 * a page of the web.
 */
export const requestsOfWorker = (
  { h, screen }: World,
  id: string,
  secret: string,
): Promise<Count & { control: Count }> =>
  fromExtension(
    { h, screen },
    async page => {
      const all = h.practice?.requests ?? []
      const byWorker = async () => JSON.stringify(await send(screen, 'screen.models', { id }))
      const web = await h.platform('/usage')
      const byPage = () =>
        web.evaluate(
          secret =>
            fetch('/v1/models', { headers: { authorization: `Bearer ${secret}` } }).then(
              answer => answer.text(),
              String,
            ),
          secret,
        )
      const landed: Record<'worker' | 'page', string[]> = { worker: [], page: [] }
      const whoAsks = { worker: byWorker, page: byPage } as const
      const asked = async (who: 'worker' | 'page') => {
        const before = all.length
        await whoAsks[who]()
        const isAbout = ({ path }: RequestLogEntry) => /^\/v1\/models|redirected/.test(path)
        return all.slice(before).filter(isAbout)
      }

      await page.evaluate(() => {
        const { webRequest } = (globalThis as unknown as { chrome: Net }).chrome
        const seen: string[] = []
        Object.assign(globalThis, { seen })
        const filter = { urls: ['<all_urls>'] }
        const hear = (details: unknown) => void seen.push(JSON.stringify(details))
        for (const [name, ...more] of [
          ['onBeforeRequest', 'requestBody'],
          ['onSendHeaders', 'requestHeaders', 'extraHeaders'],
          ['onCompleted', 'responseHeaders', 'extraHeaders'],
        ])
          webRequest[name ?? '']?.addListener(hear, filter, more)
      })
      const seen = () =>
        page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0).join('\n'))
      for (const who of ['worker', 'page'] as const) {
        await seen()
        await asked(who)
        const said = await seen()
        if (said.includes(secret) || said.includes('/v1/models')) landed[who].push('seen')
      }

      for (const [name, { action, isDone }] of Object.entries(rules)) {
        await page.evaluate(async action => {
          const { declarativeNetRequest } = (globalThis as unknown as { chrome: Net }).chrome
          const condition = { urlFilter: '/v1/models', resourceTypes: ['xmlhttprequest', 'other'] }
          const addRules = [{ id: 1, condition, action }]
          await declarativeNetRequest.updateSessionRules?.({ removeRuleIds: [1], addRules })
        }, action)
        for (const who of ['worker', 'page'] as const) {
          const requests = await asked(who)
          if (isDone(requests)) landed[who].push(name)
        }
      }
      await web.close()
      const tries = Object.keys(rules).length + 1
      const what = landed.worker
      return { tries, landed: what.length, what, control: { tries, landed: landed.page.length } }
    },
    powers,
  )

/** Its content script may ask for a closed root, which a page cannot. It presses all that it finds there. @returns what the card says to it, and what changed */
export const cardByExtension = (world: World): Promise<{ said: string; what: string[] }> =>
  fromExtension(
    world,
    async page => {
      const before = await settled(world.h)
      const said = await page.evaluate(async () => {
        const own = (globalThis as unknown as { chrome: Record<string, Record<string, Call>> }).chrome
        const tabs = (await own.tabs?.query?.({})) as unknown as Tab[]
        const tab = tabs.find(one => (one.url ?? '').startsWith('https://platform.openai.com'))
        const read = () => {
          type Dom = { dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
          const { dom } = (globalThis as unknown as { chrome: Dom }).chrome
          return [...document.querySelectorAll<HTMLElement>('div[popover=manual]')]
            .map(host => {
              const inside = dom.openOrClosedShadowRoot(host)
              const text = inside?.innerHTML ?? ''
              for (const button of inside?.querySelectorAll('button') ?? []) button.click()
              return text
            })
            .join()
        }
        const results = await own.scripting?.executeScript?.({ target: { tabId: tab?.id }, func: read })
        return JSON.stringify(results)
      })
      return { said, what: changed(before, await settled(world.h)).map(name => `${name} changed`) }
    },
    powers,
  )

/** It removes whatever it can of what extensions have stored. */
export const emptiedByExtension = (world: World): Promise<string[]> =>
  fromExtension(
    world,
    page =>
      page.evaluate(async () => {
        const own = (globalThis as unknown as { chrome: { browsingData: Record<string, Call> } }).chrome
          .browsingData
        const kinds = [
          'indexedDB',
          'localStorage',
          'cacheStorage',
          'fileSystems',
          'cache',
          'cookies',
          'history',
        ]
        const done: string[] = []
        for (const kind of kinds)
          await own
            .remove?.(
              { originTypes: { extension: true, unprotectedWeb: true, protectedWeb: true } },
              { [kind]: true },
            )
            .then(() => done.push(kind))
            .catch(() => undefined)
        return done
      }),
    powers,
  )
