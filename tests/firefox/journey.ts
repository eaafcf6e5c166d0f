/**
 * The main job in Firefox, as far as it goes there: from the welcome page to a key that is kept, tested, copied once, and cleared from the
 * clipboard, and what a content script can read of it. No press on the card saves a key there: the sidebar takes it from the page.
 * Before every step the event page is ended: Keyway may forget nothing.
 */
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { build } from 'vite'
import { withNews } from '../../src/protocol/row-patch.ts'
import type { SessionItems } from '../../src/protocol/storage-keys.ts'
import { poll } from '../browser/poll.ts'
import type { factsOf } from '../platform/area-contract.ts'
import type { Firefox, Place } from './firefox.ts'
import { handsIn } from './hands.ts'

export type Step = { name: string; run(journey: Journey): Promise<void> }

export type Journey = ReturnType<typeof begin>

export function begin(f: Firefox) {
  const hands = handsIn(f)
  /** Starts it when it sleeps. */
  async function background(): Promise<Place> {
    await f.inBrowser(
      // @ts-expect-error Firefox's own
      (id: string) => WebExtensionPolicy.getByID(id).extension.wakeupBackground(),
      f.addon,
    )
    return hands.place('background')
  }
  async function session(): Promise<Partial<SessionItems>> {
    const items = await f.run(
      await background(),
      () => chrome.storage.session.get(null) as Promise<Partial<SessionItems>>,
      [],
    )
    return items.rows ? { ...items, rows: withNews(items.rows, items.rowNews) } : items
  }
  /** As Firefox ends it after half a minute without work. */
  const endEventPage = () =>
    f.inBrowser(
      (id: string) =>
        // @ts-expect-error Firefox's own
        WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true }),
      f.addon,
    )
  const clipboard = () =>
    f.inBrowser(() => {
      // @ts-expect-error Firefox's own
      const data = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable)
      data.init(null)
      data.addDataFlavor('text/plain')
      // @ts-expect-error Firefox's own
      Services.clipboard.getData(data, Services.clipboard.kGlobalClipboard)
      const held: { value?: { data?: string } } = {}
      try {
        data.getTransferData('text/plain', held)
      } catch {
        return ''
      }
      // @ts-expect-error Firefox's own
      return (held.value?.QueryInterface(Ci.nsISupportsString).data as string) ?? ''
    })
  const bringToFront = (place: Place) =>
    f.inBrowser((id: number) => {
      // @ts-expect-error Firefox's own
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser')
      gBrowser.selectedTab = gBrowser.tabs.find(
        (tab: { linkedBrowser: { browsingContext: { id: number } } }) =>
          tab.linkedBrowser.browsingContext.id === id,
      )
    }, place.id)
  /** The popup, opened as the toolbar button does. */
  async function popup(): Promise<Place> {
    const open = (await f.places()).find(one => one.kind === 'popup')
    if (open) return open
    await f.inBrowser(async (id: string) => {
      // @ts-expect-error Firefox's own
      const { extension } = WebExtensionPolicy.getByID(id)
      // @ts-expect-error Firefox's own
      const win = Services.wm.getMostRecentWindow('navigator:browser')
      await extension.apiManager.global.browserActionFor(extension).openPopup(win, true)
    }, f.addon)
    return hands.place('popup')
  }
  async function closePopup(): Promise<void> {
    const open = (await f.places()).find(one => one.kind === 'popup')
    if (!open) return
    await f.run(open, () => void setTimeout(() => window.close()), [])
    await poll(async () => !(await f.places()).some(one => one.kind === 'popup'), 'the popup to close')
  }
  return {
    f,
    ...hands,
    bringToFront,
    clipboard,
    closePopup,
    endEventPage,
    popup,
    session,
    background,
    page: undefined as unknown as Place,
    passphrase: '',
    secret: '',
  }
}

/** As a script that answers with the facts. */
async function bundledFacts(): Promise<string> {
  const bundled = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: resolve('tests/firefox/database-facts.ts'), formats: ['iife'], name: 'facts' },
    },
  })
  const [first] = [bundled].flat()
  if (!first || !('output' in first)) throw new Error('There is no bundle of the facts.')
  return `async () => { ${first.output[0].code}; return facts.databaseFacts() }`
}

export const steps: Step[] = [
  {
    name: 'one welcome tab says what Keyway is and is not',
    async run({ place, says }) {
      await says(await place(/welcome\.html/), /not made by OpenAI/i)
    },
  },
  {
    name: 'the vault is made with four words, and the recovery code is shown',
    async run(journey) {
      const welcome = await journey.place(/welcome\.html/)
      await journey.press(welcome, { name: 'I need my first key' })
      const words = () =>
        journey.f.run(
          welcome,
          () => document.querySelector('[data-keyway="words"]')?.textContent?.trim() ?? '',
          [],
        )
      journey.passphrase = await poll(async () => {
        const text = await words()
        return text.split(/\s+/).length === 4 && text
      }, 'four generated words')
      await journey.press(welcome, { css: '[data-keyway="make-vault"]' })
      await poll(
        () =>
          journey.f.run(
            welcome,
            () => (document.querySelector('[data-keyway="recovery-code"]')?.textContent ?? '').length > 20,
            [],
          ),
        async () => `a recovery code; the page says ${await journey.whole(welcome)}`,
      )
    },
  },
  {
    name: 'the welcome page opens the API keys page, with the guide in the sidebar beside it',
    async run(journey) {
      const welcome = await journey.place(/welcome\.html/)
      await journey.press(welcome, { name: 'I have saved it' })
      await journey.press(welcome, { css: '[data-keyway="start-guide"]' })
      journey.page = await journey.place(/^https:\/\/platform\.openai\.com\/api-keys/)
      await journey.bringToFront(journey.page)
      await journey.says(await journey.place('sidebar'), 'Create new secret key')
    },
  },
  {
    name: 'the card stands on the page, and its own buttons answer',
    async run({ atStep, page, press, card }) {
      await atStep(page, 'open')
      const before = (await card(page))?.text.length ?? 0
      await press(page, { card: 'More about this' })
      await poll(async () => ((await card(page))?.text.length ?? 0) > before, 'the card to say more')
    },
  },
  {
    name: 'the guide follows what the person does on the page',
    async run({ atStep, page, press, fill, type }) {
      await press(page, { mark: 'create-opener' })
      await atStep(page, 'name')
      await fill(page, { mark: 'key-name' }, 'Learning-MyLaptop-v1')
      await type(page, 'KEY_Tab')
      await atStep(page, 'submit')
    },
  },
  {
    name: 'the key is shown, and the card has no button that could never be pressed',
    async run(journey) {
      const { atStep, page, press, f } = journey
      await press(page, { mark: 'create-submit' })
      const { text, buttons } = await atStep(page, 'save')
      journey.secret = f.practice.state.keys.at(-1)?.secret ?? ''
      assert.match(journey.secret, /^sk-/)
      assert.ok(!text.includes(journey.secret), 'The card must not show the key.')
      assert.ok(
        !buttons.includes('Save to Keyway'),
        'Firefox cannot tell whether a person has seen a button.',
      )
    },
  },
  {
    name: 'the sidebar takes the key from the page and keeps it on the person’s word',
    async run({ place, press, says, secret, session }) {
      const sidebar = await place('sidebar')
      await press(sidebar, { name: 'Take the key shown on the page' })
      const shown = await says(sidebar, secret.slice(-4))
      assert.ok(!shown.includes(secret), 'The sidebar must show the key masked.')
      assert.equal(
        (await session()).rows?.length ?? 0,
        0,
        'Nothing may be in the vault before the person confirms.',
      )
      await press(sidebar, { css: '[data-keyway="commit"]' })
      await poll(async () => (await session()).rows?.length === 1, 'the key in the vault')
    },
  },
  {
    name: 'the key is tested against the API: accepted, and it can spend',
    async run({ session }) {
      await poll(
        async () => (await session()).rows?.[0]?.verdict?.cause === 'ok',
        async () => `the verdict “ok”; it is ${JSON.stringify((await session()).rows?.[0]?.verdict)}`,
      )
    },
  },
  {
    name: 'the popup lists the key; copied once, the clipboard holds exactly the key',
    async run({ popup, press, session, closePopup, clipboard, secret, says }) {
      const open = await popup()
      assert.ok(!(await says(open, /Learning-MyLaptop-v1/)).includes(secret))
      await press(open, { css: '[data-keyway="copy"]' })
      await poll(async () => (await session()).copy, 'the countdown')
      await closePopup()
      assert.equal(await clipboard(), secret)
    },
  },
  {
    name: 'the clipboard is really empty after the countdown, though the event page was ended meanwhile',
    async run({ clipboard, session }) {
      await poll(async () => (await clipboard()) === '', 'the clipboard to be emptied', { within: 60_000 })
      await poll(async () => (await session()).copy === null, 'the countdown to be over')
    },
  },
  {
    name: 'locked: the list is gone; unlocked by the passphrase: the key is still there',
    async run({ popup, press, fill, says, session, passphrase, closePopup }) {
      const open = await popup()
      await press(open, { name: 'Lock' })
      await poll(async () => ((await session()).rows ?? []).length === 0, 'no row to be left')
      await fill(open, { css: 'input[type="password"]' }, 'these are wrong words')
      await press(open, { css: '[data-keyway="unlock"]' })
      await poll(() => says(open, /passphrase/i), 'the refusal')
      await fill(open, { css: 'input[type="password"]' }, passphrase)
      await press(open, { css: '[data-keyway="unlock"]' })
      await says(open, 'Learning-MyLaptop-v1')
      await closePopup()
    },
  },
  {
    name: 'the extension’s own database does all that Keyway needs of a local area',
    async run({ f, background }) {
      const script = await bundledFacts()
      const facts = await f.run(
        await background(),
        script as unknown as () => Awaited<ReturnType<typeof factsOf>>,
        [],
      )
      for (const [name, { seen, wanted }] of Object.entries(facts)) assert.deepEqual(seen, wanted, name)
      assert.ok(Object.keys(facts).length > 13)
    },
  },
  {
    name: 'switched off and on again, as by a start of Firefox: the vault is locked, and opens',
    async run({ f, popup, press, fill, says, session, passphrase, closePopup }) {
      await f.inBrowser(async (id: string) => {
        // @ts-expect-error Firefox's own
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
        const addon = await AddonManager.getAddonByID(id)
        await addon.disable()
        await addon.enable()
      }, f.addon)
      const open = await popup()
      await says(open, 'Locked')
      assert.equal((await session()).rows?.length ?? 0, 0)
      await fill(open, { css: 'input[type="password"]' }, passphrase)
      await press(open, { css: '[data-keyway="unlock"]' })
      await says(open, 'Learning-MyLaptop-v1')
      await closePopup()
    },
  },
  {
    name: 'a content script can read nothing that Keyway stores, and nobody answers it as if it were a screen',
    async run({ f, background, secret, passphrase }) {
      const tab = await f.run(
        await background(),
        async () => (await chrome.tabs.query({ url: 'https://platform.openai.com/*' }))[0]?.id ?? -1,
        [],
      )
      // What it could read, it would: the control.
      await f.run(await background(), () => chrome.storage.local.set({ control: 'can be read' }), [])
      // Whatever runs there runs in the place of Keyway's own content script, with all that it has.
      const seen = await f.run(
        await background(),
        async (tabId: number) => {
          const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func: lookAround })
          return (answer as { result?: Record<string, unknown> } | undefined)?.result

          async function lookAround() {
            const read = async (name: 'local' | 'session' | 'sync' | 'managed') => {
              try {
                return chrome.storage[name] === undefined ? 'not there' : await chrome.storage[name].get(null)
              } catch (error) {
                return String(error)
              }
            }
            const say = async (name: string, payload: unknown = {}) => {
              try {
                return (await chrome.runtime.sendMessage({ name, payload })) ?? 'no answer'
              } catch (error) {
                return String(error)
              }
            }
            const databases = (await indexedDB.databases()).map(({ name }) => name)
            const heard: unknown[] = []
            const channel = new BroadcastChannel('keyway-local')
            channel.onmessage = ({ data }) => heard.push(data)
            const stored = await new Promise(done => {
              const opening = indexedDB.open('keyway-local')
              opening.onsuccess = () => done([...opening.result.objectStoreNames])
              opening.onerror = () => done(String(opening.error))
            })
            return {
              local: await read('local'),
              session: await read('session'),
              sync: await read('sync'),
              managed: await read('managed'),
              databases,
              stored,
              caches: await caches.keys().catch(String),
              pull: await say('offscreen.pull'),
              keys: await say('screen.copy', { id: 'x' }),
              state: await say('screen.lock'),
              background: typeof (chrome as { extension?: { getBackgroundPage?: unknown } }).extension
                ?.getBackgroundPage,
              heard,
            }
          }
        },
        [tab],
      )
      assert.ok(seen, 'The content script should have run.')
      assert.deepEqual(seen.local, { control: 'can be read' }, 'The vault must lie elsewhere.')
      await f.run(await background(), () => chrome.storage.local.remove('control'), [])
      assert.deepEqual(seen.sync, {})
      assert.equal(seen.session, 'not there')
      assert.equal(typeof seen.managed, 'string')
      assert.deepEqual(seen.databases, [])
      assert.deepEqual(seen.stored, [])
      assert.deepEqual(seen.caches, [])
      for (const said of [seen.pull, seen.keys, seen.state])
        assert.equal(typeof said, 'string', JSON.stringify(said))
      assert.equal(seen.background, 'undefined')
      const all = JSON.stringify(seen)
      for (const held of [secret, secret.slice(-12), passphrase, 'Learning-MyLaptop-v1'])
        assert.ok(!all.includes(held), 'Nothing of the key may be there.')
      // The control: what is really stored lies in the extension's own database, and is not empty.
      const own = await f.run(
        await background(),
        async () => (await indexedDB.databases()).map(({ name }) => String(name)).sort(),
        [],
      )
      assert.ok(own.includes('keyway-local') && own.includes('keyway-mirror'), own.join())
    },
  },
]
