/** Who reaches what, in the built extension: wrong senders live, a hostile page that records everything, CSP and Trusted Types. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, launch, says, shows } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { begin, reveal } from '../features/guide/on-keys-page.ts'
import { passphrase, send, withKey, withVault } from '../features/lock/vault-story.ts'
import { card, pressCard } from '../overlay/overlay.ts'
import {
  cardByExtension,
  emptiedByExtension,
  powersOnPages,
  requestsOfWorker,
  whatTabsSay,
} from './extension-powers.ts'
import { type Attacker, onlyInFull, report, sampleOf, tries } from './outcome.ts'
import { record } from './page-recorder.ts'
import { answersOnTheWire, wireKinds } from './provider-wire.ts'
import {
  type Count,
  clipboardDocumentInTab,
  contentScript,
  framesInExtension,
  framesInPage,
  messagesFromContentScript,
  messagesFromExtension,
  messagesFromScreen,
  pagesOpenedByExtension,
  probesFromPage,
  reachFrom,
  reachFromWorker,
  storageFromContentScript,
  unguarded,
  unguardedManifest,
  type World,
} from './security-ways.ts'
import { extensionWithout, removeUnguarded } from './unguarded.ts'

let h: Harness
let screen: Page
/** The extension without guards, for the full run. */
let without = ''
// Every refusal below is provoked, and Chrome writes each into its log.
const expected = [/Content Security Policy|Trusted ?Type|ERR_BLOCKED_BY|frame-ancestors|chrome-error/i]
beforeAll(async () => {
  h = await launch({ expected })
  screen = await withVault(h)
  await withKey(h, screen)
  if (tries(0, 1) === 1) without = await extensionWithout(unguarded, unguardedManifest)
})
afterAll(async () => {
  await h?.close()
  removeUnguarded()
})

type Way = (world: World) => Promise<Count>

/** The same in a browser of its own, for without guards the attack may end everything there is. */
async function control(way: Way): Promise<Count | undefined> {
  if (without === '') return undefined
  const open = await launch({ dist: without, expected })
  try {
    return await way({ h: open, screen: await withVault(open) })
  } finally {
    await open.close()
  }
}

async function tried(attack: string, attacker: Attacker, asset: string, way: Way): Promise<void> {
  const times = tries(1, 3)
  const sum: Count = { tries: 0, landed: 0 }
  for (let time = 0; time < times; time++) {
    const once = await way({ h, screen })
    expect(once.what ?? [], attack).toEqual([])
    sum.tries += once.tries
    sum.landed += once.landed
  }
  report({ attack, attacker, asset, ...sum, control: await control(way) })
}

const all = 'everything that the worker knows and does'

describe('messages from whom they may not come', () => {
  test('a compromised content script: every message of screens and of the clipboard’s document', () =>
    tried('every message of screens', 'compromised content script', all, messagesFromContentScript))

  test('a compromised content script: the extension’s storage', () =>
    tried(
      'storage read or written',
      'compromised content script',
      'vault, settings, what is published',
      storageFromContentScript,
    ))

  test('a content script that offers a key although none is shown: nothing is taken, nothing is learned', async () => {
    const offer = async (page: Page) =>
      (await contentScript(h, page))('chrome.runtime.sendMessage({ name: "page.offerKey", payload: {} })')
    const page = await h.platform('/usage')
    const reply = await offer(page)
    expect(reply).toMatchObject({ ok: false })
    expect(JSON.stringify(reply)).not.toMatch(/Bot|vault|sk-/)
    const landed = ((await h.session()).pending ?? []).length
    await page.close()
    // The same words on a page that does show one: it is taken.
    const shown = async () => {
      const scene = await begin(h, screen)
      await reveal(scene)
      await offer(scene.page)
      return { tries: 1, landed: ((await h.session()).pending ?? []).length }
    }
    report({
      attack: 'a key offered although none is shown',
      attacker: 'compromised content script',
      asset: 'what waits for the person',
      tries: 1,
      landed,
      control: tries(0, 1) === 1 ? await shown() : undefined,
    })
  })

  test('a screen that speaks as a page or as the clipboard’s document', () =>
    tried('messages of other kinds from a screen', 'thief of an unlocked computer', all, messagesFromScreen))

  test('a page of the web: there is no way in at all', () =>
    tried('runtime, pages and pictures of Keyway asked for', 'page', 'that Keyway is there', probesFromPage))

  test('our pages in a site’s frame do not load', () =>
    tried('our pages in frames', 'page', 'a press on a screen', framesInPage))

  test('another extension', () =>
    tried('every message there is', 'other extension', all, messagesFromExtension))

  test('another extension that frames our pages', () =>
    tried('our pages in frames of its page', 'other extension', 'a press on a screen', framesInExtension))

  test('another extension that opens the clipboard’s document in a tab: it is handed no copy', () =>
    tried('the clipboard’s document in a tab', 'other extension', 'a copied key', clipboardDocumentInTab))

  test('another extension that opens our pages: no address begins anything', async () => {
    const { what, tries } = await pagesOpenedByExtension({ h, screen })
    expect(what).toEqual([])
    expect(tries).toBeGreaterThan(5)
  })
})

describe('another extension that a person has granted everything', () => {
  const granted = async (attack: string, asset: string, way: () => Promise<Count & { control: Count }>) => {
    const { what, ...count } = await way()
    expect(what, attack).toEqual([])
    report({ attack, attacker: 'other extension', asset, ...count })
  }

  test('puts no script, style or debugger into our pages and our worker, and takes no picture of them', () =>
    granted('scripts, debugger and pictures', 'what a screen shows', () => powersOnPages({ h, screen })))

  test('sees, stops and changes none of the questions that the worker asks', async () => {
    const { id, secret } = await withKey(h, screen, 'Asked-About')
    await granted('listening to requests, and rules for them', 'the key on its way to its provider', () =>
      requestsOfWorker({ h, screen }, id, secret),
    )
  })

  test('learns no name and no key from tabs, history and closed tabs', async () => {
    const key = await withKey(h, screen, 'Xylophone-Quarry')
    const open = await h.extensionPage(`${h.paths.dashboard}#keys/${key.id}`)
    await says(open, 'Xylophone-Quarry')
    const said = await whatTabsSay({ h, screen })
    await open.close()
    expect(said).toContain(h.base)
    expect([`Xylophone`, key.secret.slice(-4), passphrase].filter(text => said.includes(text))).toEqual([])
  })

  test('reads the card by its content script: nothing of the vault is in it, and its presses do not count', async () => {
    const key = await withKey(h, screen, 'Umbrella-Nightjar')
    const { page } = await begin(h, screen)
    await poll(async () => (await card(page)) !== undefined, 'the card')
    const { said, what } = await cardByExtension({ h, screen })
    expect(said).toContain('Create')
    const secrets = [key.secret, key.secret.slice(-4), 'Umbrella', passphrase]
    expect(what).toEqual([])
    report({
      attack: 'the card read and pressed by an extension’s content script',
      attacker: 'other extension',
      asset: 'names, last four, a press',
      tries: secrets.length + 1,
      landed: secrets.filter(secret => said.includes(secret)).length + what.length,
      control: { tries: 1, landed: Number(said.length > 100) },
    })
  })

  // `npm test` has the databases deleted by hand, in vault-damage.browser.ts.
  test.each(onlyInFull(['removes what extensions store: nothing is lost']))('%s', async () => {
    const key = await withKey(h, screen, 'Kept-All-The-Same')
    const before = (await h.session()).rows?.map(row => row.id)
    const removed = await emptiedByExtension({ h, screen })
    expect(removed).toContain('indexedDB')
    await send(screen, 'screen.lock', {})
    expect(await send(screen, 'screen.unlock', { passphrase })).toMatchObject({ ok: true })
    expect((await h.session()).rows?.map(row => row.id)).toEqual(before)
    expect(await send(screen, 'screen.prove', { passphrase })).toMatchObject({ ok: true })
    expect(await send(screen, 'screen.pull', { id: key.id, reason: 'reveal' })).toMatchObject({
      ok: true,
      secret: key.secret,
    })
  })
})

describe('every extension page', () => {
  const pages = ['popup', 'panel', 'dashboard', 'welcome', 'offscreen']
  test.each(sampleOf(pages, pages.length))('%s: no foreign request, no string becomes code or markup', name =>
    tried(
      `from ${name}: foreign requests, code and markup from texts`,
      'imported file',
      'secrets of a screen',
      world => reachFrom(world, name),
    ),
  )

  test('the worker too may ask the listed hosts only', () =>
    tried('from the worker: foreign requests', 'provider', 'secrets of the worker', reachFromWorker))
})

describe('a hostile page that records everything', () => {
  test('a whole journey leaves no character of the vault in the record, and no key but the one the page showed', async () => {
    const other = await withKey(h, screen, 'Zanzibar-Ledger-v7')
    const scene = await begin(h, screen)
    await scene.page.evaluateOnNewDocument(record)
    await scene.page.reload({ waitUntil: 'load' })
    const shown = await reveal(scene)
    await pressCard(scene.page, 'Save to Keyway')
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
    await shows(popup, 'input[type="password"]')
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
    const all = record_.join('\n')
    // Presses, moves, what was added and what changed: how many of each depends on the machine, and the control below tells more.
    for (const kind of ['click', 'pointermove', 'focusin', 'added', 'childList'])
      expect(all, kind).toContain(`${kind}|`)
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
    const held = secrets.filter(secret => all.includes(secret))
    expect(held).toEqual([])
    expect(verdict.cause).toBe('ok')
    // Every word of ours is inside the closed root: the page sees one empty element.
    expect(all).not.toMatch(/Save to Keyway|not made by OpenAI/)
    // The control: a content script that draws a label outside of the closed root, for a moment.
    await (await contentScript(h, scene.page))(
      `document.body.append('Zanzibar-Ledger-v7'); document.body.lastChild.remove()`,
    )
    const later = await scene.page.evaluate(() =>
      (window as unknown as { __record: string[] }).__record.join(),
    )
    report({
      attack: 'everything recorded that a page can see and hear, through a whole journey',
      attacker: 'script in the page',
      asset: 'secrets, labels and notes of the vault, the passphrase',
      tries: secrets.length,
      landed: held.length,
      control: { tries: 1, landed: Number(later.includes('Zanzibar')) },
    })
  })
})

describe('whatever a provider does on the wire', () => {
  test.each(wireKinds)(
    '%s: no key is called bad, sent on, shown or kept, and the worker goes on',
    async kind => {
      await tried(
        `on the wire, byte by byte: ${kind}`,
        'provider',
        'the key, and what is said of it',
        world => answersOnTheWire(world, kind),
      )
      const { id } = await withKey(h, screen, 'Afterwards')
      await send(screen, 'screen.test', { id })
      expect((await h.session()).rows?.find(row => row.id === id)?.verdict).toMatchObject({ cause: 'ok' })
    },
    600_000,
  )
})
