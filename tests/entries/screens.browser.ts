/** The screens, as a person meets them: every state in light, dark and narrow, with nothing for axe to find. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TourView } from '../../src/features/guide/core/tour.ts'
import { guides } from '../../src/guides/index.ts'
import type { KeyRow } from '../../src/protocol/published.ts'
import type { SessionItems } from '../../src/protocol/storage-keys.ts'
import { axe, coloured } from '../browser/axe.ts'
import { tabAndPress } from '../browser/by-keyboard.ts'
import { byName, clickMark, clickNamed, fill, type Harness, launch, says, words } from '../browser/harness.ts'
import { lookAt } from '../browser/look-at.ts'
import { poll } from '../browser/poll.ts'
import { tabToMarked } from '../browser/practice-page.ts'
import { movedControls } from '../browser/shifts.ts'
import { wellDrawn } from '../browser/well-drawn.ts'
import { fourWords, passphrase, send, withKey, withVault } from '../features/lock/vault-story.ts'
import { card } from '../overlay/overlay.ts'

const titleOf = (id: string) => guides.find(guide => guide.id === id)?.title ?? ''
const popupSize = { width: 380, height: 560 }

/** Nothing for axe, light and dark; and it never scrolls sideways. */
async function isSound(page: Page, schemes = ['light', 'dark']): Promise<void> {
  await poll(() => page.$('h1'), 'the heading')
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    const found = await axe(page, scheme === 'dark' ? { only: coloured } : {})
    expect(found, `${page.url()} ${scheme}: ${await words(page)}`).toEqual([])
  }
  const { clientWidth, scrollWidth } = await page.evaluate(() => ({
    clientWidth: document.documentElement.clientWidth,
    scrollWidth: document.documentElement.scrollWidth,
  }))
  const wide = () =>
    lookAt(page, 'main *', all =>
      all
        .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map(one => `${one.localName}.${one.className} ${one.textContent.slice(0, 40)}`),
    )
  if (scrollWidth > clientWidth) expect.fail(`${page.url()} scrolls sideways: ${(await wide()).join(' | ')}`)
}

async function open(h: Harness, path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await h.extensionPage(path)
  await page.setViewport(size)
  return page
}

async function publish(h: Harness, items: Partial<SessionItems>): Promise<void> {
  await h.inWorker(async state => chrome.storage.session.set(state), items)
}

describe('before there is a vault', () => {
  let h: Harness
  beforeAll(async () => {
    h = await launch()
  })
  afterAll(() => h.close())

  test('the search of guides works already, by keyboard, in panel and dashboard', async () => {
    const field = 'search input'
    const titles = (page: Page) => page.$$eval('search li strong', all => all.map(one => one.textContent))
    const firstIs = (page: Page, title: string) =>
      poll(
        async () => (await titles(page))[0] === title,
        async () => `“${title}” first, not ${await titles(page)}`,
      )

    const dashboard = await open(h, `${h.paths.dashboard}#guides`, { width: 1200, height: 800 })
    await dashboard.bringToFront()
    await poll(
      async () => (await titles(dashboard)).length === guides.length,
      'every guide, before a word is typed',
    )
    await fill(dashboard, field, 'weather')
    await says(dashboard, 'Nothing for “weather”. Nearest:')
    const secret = `sk-proj-${'aB3dE6gH9k'.repeat(6)}`
    await fill(dashboard, field, secret)
    expect(await says(dashboard, 'Nothing for “[hidden]”')).not.toContain(secret)
    await fill(dashboard, field, 'insuficient_quota')
    await firstIs(dashboard, titleOf('fix-billing'))
    await fill(dashboard, field, 'Error code: 401 - Incorrect API key provided: sk-proj-****abcd')
    await firstIs(dashboard, titleOf('fix-not-working'))
    await isSound(dashboard)
    await clickNamed(dashboard, 'Explain an error')
    await says(dashboard, /does not know this key/)
    await clickNamed(dashboard, 'Back')
    await fill(dashboard, field, 'delte acount')
    await firstIs(dashboard, titleOf('stop-using'))
    await says(dashboard, `Press Enter for “${titleOf('stop-using')}”`)
    await dashboard.focus(field)
    await dashboard.keyboard.press('Enter')
    await poll(() => dashboard.url().endsWith('#guides/stop-using'), 'the guide')
    await dashboard.close()

    const panel = await open(h, h.paths.panel, { width: 320, height: 800 })
    await panel.bringToFront()
    await poll(() => panel.$(field), 'the search')
    await fill(panel, field, 'key')
    await poll(() => panel.$('search kbd'), 'which one Enter takes')
    const [, second] = await titles(panel)
    await panel.focus(field)
    for (const pressed of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'] as const)
      await panel.keyboard.press(pressed)
    expect(await panel.evaluate(() => document.activeElement?.querySelector('strong')?.textContent)).toBe(
      second,
    )
    await isSound(panel)
    await fill(panel, field, 'lekaed')
    await panel.focus(field)
    await panel.keyboard.press('Enter')
    await poll(async () => (await h.session()).tour?.guide === 'key-compromised', 'the guide to begin')
    await send(panel, 'screen.guideAct', { act: 'stop' })
    await panel.close()
    h.assertClean()
  })

  test('popup, panel and dashboard lead to it; the welcome page makes it', async () => {
    for (const [path, size] of [
      [h.paths.popup, popupSize],
      [h.paths.panel, { width: 320, height: 800 }],
      [h.paths.dashboard, { width: 1200, height: 800 }],
    ] as const) {
      const page = await open(h, path, size)
      await says(page, /Make the vault/)
      await isSound(page)
      await page.close()
    }
    const welcome = await h.pageAt(/welcome\.html/)
    await welcome.bringToFront()
    const first = await says(welcome, /Not made by OpenAI/)
    expect(first.trim().split(/\s+/).length, `words of the first screen: ${first}`).toBeLessThanOrEqual(60)
    await isSound(welcome)
    await tabAndPress(welcome, 'I have keys')
    const suggested = await fourWords(welcome)
    await clickNamed(welcome, 'Other words')
    await poll(async () => (await fourWords(welcome)) !== suggested, 'other words')
    await clickNamed(welcome, /^My own/)
    await fill(welcome, 'input[type="password"]', 'too short')
    await says(welcome, /At least 15 characters/)
    await isSound(welcome)
    await clickNamed(welcome, /^Four random words/)
    await welcome.setViewport({ width: 360, height: 800 })
    await isSound(welcome)
    // From what was chosen with the mouse on by the keyboard.
    await welcome.keyboard.press('Tab')
    await tabAndPress(welcome, 'Make the vault')
    await says(welcome, 'Save your recovery code')
    await isSound(welcome)
    await tabAndPress(welcome, 'I have saved it', 'Space')
    await tabAndPress(welcome, 'Add my keys')
    await (await h.pageAt(/dashboard\.html#keys\/add/)).close()
    await welcome.bringToFront()
    await says(welcome, 'Your vault is ready')
    expect(await welcome.evaluate(() => document.body.innerHTML)).not.toContain('-----')
    await isSound(welcome)
    h.assertClean()
  })

  test('from there, by keyboard alone, to a first key: made on the platform, offered on the card, saved in the panel', async () => {
    const welcome = await h.pageAt(/welcome\.html/)
    await tabAndPress(welcome, 'Create a new key instead')
    const page = await h.pageAt(/^https:\/\/platform\.openai\.com\/api-keys/)
    await page.bringToFront()
    const atStep = (step: string) =>
      poll(async () => (await card(page))?.data.step === step, `the step “${step}”`)
    await atStep('open')
    await tabToMarked(page, 'create-opener-empty')
    await page.keyboard.press('Enter')
    await atStep('name')
    await tabToMarked(page, 'key-name')
    await page.keyboard.type('By-Keyboard-v1')
    await page.keyboard.press('Tab')
    await atStep('submit')
    await tabToMarked(page, 'create-submit')
    await page.keyboard.press('Enter')
    await atStep('save')
    const isOffered = async () => ((await h.session()).pending?.length ?? 0) > 0
    await poll(
      async () => {
        if (await isOffered()) return true
        // What the browser's shortcut for it says to the page: no script can press that. A button that has just come takes no press.
        await h.inWorker(async url => {
          const [tab] = await chrome.tabs.query({ url })
          await chrome.tabs.sendMessage(tab?.id ?? 0, { name: 'toPage.focusCard', payload: {} })
        }, page.url())
        await page.keyboard.press('Enter')
        return false
      },
      async () => `the key to be offered; the card says: ${(await card(page))?.text}`,
      { every: 1_000 },
    )
    const panel = await h.panel()
    await poll(() => panel.$('[data-keyway="commit"]'), 'the key to save')
    await panel.bringToFront()
    await tabAndPress(panel, 'Save to the vault')
    await poll(async () => (await h.session()).rows?.[0]?.label === 'By-Keyboard-v1', 'the key in the vault')
    h.assertClean()
  })
})

describe('with a vault', () => {
  let h: Harness
  let screen: Page
  let popup: Page
  beforeAll(async () => {
    h = await launch()
    screen = await withVault(h)
    popup = await open(h, h.paths.popup, popupSize)
  })
  afterAll(() => h.close())

  test('empty, it offers the two ways to a key', async () => {
    await says(popup, 'No keys yet')
    await isSound(popup)
  })

  test('a pasted text is judged before anything is saved, and a good one is saved', async () => {
    await clickNamed(popup, 'Paste a key')
    await fill(popup, 'textarea', 'https://platform.openai.com/api-keys')
    await poll(() => popup.$('.notice.rejected'), 'what is wrong with it')
    expect(await popup.$eval('[data-keyway="commit"]', b => b.getAttribute('aria-disabled'))).toBe('true')
    const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
    await fill(popup, 'textarea', `OPENAI_API_KEY="${secret}"`)
    await says(popup, /OpenAI .*key, ends in/)
    await isSound(popup)
    await clickMark(popup, '[data-keyway="commit"]')
    await poll(() => popup.$('[data-keyway="key-row"]'), 'the row of the new key')
    await poll(() => popup.$('[data-keyway="verdict"][data-cause="ok"]'), 'its verdict')
    await isSound(popup)
  })

  test('a key is looked at, edited, deleted and taken back by keyboard alone', async () => {
    await popup.bringToFront()
    await popup.keyboard.press('ArrowDown')
    await popup.keyboard.press('ArrowLeft')
    await popup.keyboard.press('Enter')
    await says(popup, 'Why this status?')
    await clickNamed(popup, 'Why this status?')
    await isSound(popup)
    await clickNamed(popup, 'Edit')
    await fill(popup, 'input', 'Production-Chatbot-v1')
    await isSound(popup)
    await clickNamed(popup, 'Save')
    await says(popup, 'Production-Chatbot-v1')
    await clickNamed(popup, 'Delete')
    await says(popup, 'This does not revoke it at OpenAI')
    await isSound(popup)
    await clickNamed(popup, 'Delete from the vault')
    await says(popup, 'was deleted from the vault')
    await isSound(popup)
    await clickMark(popup, '[data-keyway="undo"]')
    await poll(() => popup.$('[data-keyway="key-row"]'), 'the key to be back')
  })

  test('the error that a program shows is explained, and nothing of it is kept', async () => {
    await popup.bringToFront()
    await popup.keyboard.press('ArrowDown')
    await popup.keyboard.press('e')
    await fill(
      popup,
      'textarea',
      "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    )
    await says(popup, 'No credit')
    await isSound(popup)
    await popup.keyboard.press('Escape')
    await popup.keyboard.press('?')
    await says(popup, 'Alt+Shift+L')
    await isSound(popup)
    await popup.keyboard.press('Escape')
    const stored = JSON.stringify([await h.local(), await h.session()])
    expect(stored).not.toContain('exceeded your current quota')
  })

  test('every page of the dashboard in a narrow window', async () => {
    const { id } = await withKey(h, screen, 'Second')
    await screen.bringToFront()
    const places: [string, RegExp][] = [
      ['overview', /2 keys/],
      ['keys', /Second/],
      [`keys/${id}`, /Hold to show/],
      [`keys/${id}/call`, /This call costs/],
      [`keys/${id}/project`, /Pick the folder/],
      [`keys/${id}/use`, /Is it set where my program runs/],
      [`keys/${id}/access`, /Models it may use/],
      [`keys/${id}/activity`, /Days|Nothing yet/],
      [`keys/${id}/edit`, /May be copied freely/],
      ['keys/add', /Paste it here|From any provider/],
      ['checkup', /No recent backup/],
      ['scan', /Pick a folder/],
      ['usage', /An ordinary key cannot read/],
      ['organization', /An ordinary key cannot read/],
      ['activity', /What was done on this computer/],
      ['explain', /Explain an error/],
      ['guides', /You have a key that works/],
      ['guides/create-key', /Before you start/],
      ['providers', /Compared on/],
      ['sync', /keeps the same keys on all your computers/],
      ['policy', /set no limits/],
      ['backup', /No backup yet/],
      ['security', /Recovery code/],
      ['settings', /Lock the vault after/],
      ['about', /age-encryption/],
    ]
    // 320 px is a window of 1280 at a zoom of 400 %. Wide, in light and dark: accessible.browser.ts.
    await screen.setViewport({ width: 320, height: 800 })
    await poll(
      async () => (await h.session()).rows?.every(row => row.verdict),
      'the first checks to be over: what they say is news',
    )
    await movedControls(screen)
    for (const [place, sign] of places) {
      await screen.evaluate(hash => {
        location.hash = hash
      }, place)
      await says(screen, sign)
      await isSound(screen, ['light'])
      expect(await screen.evaluate(wellDrawn), place).toEqual([])
      expect(await movedControls(screen), `${place}: came in above what stood there`).toEqual([])
    }
    // And what does come in above would be seen.
    await screen.evaluate(async () => {
      const late = document.createElement('div')
      late.style.blockSize = '60px'
      document.querySelector('main')?.prepend(late)
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    })
    await poll(
      async () => (await movedControls(screen)).length > 0,
      'the controls that were moved to be told',
    )
  })

  test('the panel mirrors a step, a question and a receipt, with all controls', async () => {
    const panel = await open(h, h.paths.panel, { width: 320, height: 900 })
    await says(panel, 'Where you are')
    await isSound(panel)
    expect(await movedControls(panel), 'the panel: came in above what stood there').toEqual([])
    await publish(h, { tour: view })
    await says(panel, 'Name the key')
    for (const control of ['I named it', 'Back', 'Skip', 'Stop the guide', 'Show me on the page'])
      await byName(panel, control, 'button')
    await isSound(panel)
    await publish(h, {
      tour: {
        ...view,
        kind: 'choice',
        step: 'purpose',
        title: 'What is it for?',
        choice: {
          id: 'for',
          question: 'What is the key for?',
          options: [
            { id: 'app', label: 'An app', hint: 'It asks for a key' },
            { id: 'code', label: 'My code' },
          ],
        },
      },
    })
    await says(panel, 'An app')
    await isSound(panel)
    await publish(h, {
      tour: {
        ...view,
        kind: 'receipt',
        step: 'receipt',
        title: 'Done',
        receipt: [{ label: 'Made', text: 'Production-Chatbot-v1' }],
        next: ['limit-spending'],
      },
    })
    await says(panel, 'Production-Chatbot-v1')
    await isSound(panel)
    await publish(h, {
      tour: null,
      pending: [
        {
          id: 'p1',
          provider: 'openai',
          mask: 'sk-proj-…abcd',
          name: 'Bot',
          capturedAt: Date.now(),
          from: 'page',
          kept: 'inbox',
        },
      ],
    })
    await poll(() => panel.$('[data-keyway="commit"]'), 'the key to save')
    await isSound(panel)
    await publish(h, { pending: [] })
    await panel.close()
  })

  test('the key is in the page only while it is held', async () => {
    const { id, secret } = await withKey(h, screen, 'Held')
    // What a check says stands above the button: its coming moves it.
    await poll(
      async () => (await h.session()).rows?.find(row => row.id === id)?.verdict,
      'the first check to be over',
    )
    await screen.bringToFront()
    await screen.evaluate(hash => {
      location.hash = hash
    }, `keys/${id}`)
    const inPage = () => screen.evaluate(() => document.documentElement.outerHTML)
    const button = await poll(() => screen.$('[data-keyway="reveal"]'), 'the button')
    expect(await inPage()).not.toContain(secret)
    await button.evaluate(one => one.scrollIntoView({ block: 'center' }))
    const box = await button.boundingBox()
    const middle = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 }
    await screen.mouse.move(middle.x, middle.y)
    await screen.mouse.down()
    const shown = async () => (await inPage()).includes(secret)
    const seen = await poll(
      async () => ((await shown()) ? 'key' : (await screen.$('dialog[open]')) && 'question'),
      'the key or the question for a proof',
    )
    if (seen === 'question') {
      await screen.mouse.up()
      await fill(screen, 'dialog input', passphrase)
      await clickNamed(screen, 'Continue')
      await poll(async () => !(await screen.$('dialog[open]')), 'the question to be gone')
      expect(await inPage()).not.toContain(secret)
      await screen.mouse.move(middle.x, middle.y)
      await screen.mouse.down()
      await poll(shown, 'the key while held')
    }
    await screen.mouse.up()
    await poll(async () => !(await inPage()).includes(secret), 'the key to be gone')
  })

  test('locked: nothing of the keys is left in any screen; a wrong passphrase is said, the right one opens', async () => {
    await send(screen, 'screen.lock', {})
    const guidesPage = await open(h, `${h.paths.dashboard}#guides`, { width: 1200, height: 800 })
    await guidesPage.bringToFront()
    await fill(guidesPage, 'search input', 'lekaed')
    await says(guidesPage, `Press Enter for “${titleOf('key-compromised')}”`)
    await guidesPage.close()
    await popup.bringToFront()
    await says(popup, 'Your keys are encrypted')
    for (const page of [popup, screen])
      expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
        'Production-Chatbot',
      )
    await isSound(popup)
    await fill(popup, 'input[type="password"]', 'a wrong passphrase')
    await clickMark(popup, '[data-keyway="unlock"]')
    await says(popup, /does not open this vault/)
    await isSound(popup)
    await fill(popup, 'input[type="password"]', passphrase)
    await clickMark(popup, '[data-keyway="unlock"]')
    await poll(() => popup.$('[data-keyway="key-row"]'), 'the list')
    h.assertClean()
  })

  test('a thousand keys are searched by name and last four; offline and damaged say what they mean', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => row(i))
    await popup.bringToFront()
    // After the unlock before this the worker may still publish its own list.
    const hasMany = async () => {
      await publish(h, { rows })
      return (await popup.$$('[data-keyway="key-row"]')).length > 3
    }
    await poll(hasMany, 'the long list')
    expect((await popup.$$('[data-keyway="key-row"]')).length).toBeLessThan(60)
    await isSound(popup)
    await popup.keyboard.press('/')
    await popup.keyboard.type('z0777')
    await poll(async () => {
      await publish(h, { rows })
      return (await popup.evaluate(() => document.body.innerText)).includes('1 of 1,000 keys')
    }, '1 of 1,000 keys')
    expect(await popup.$$eval('[data-keyway="key-row"]', all => all.length)).toBe(1)
    await popup.setOfflineMode(true)
    await says(popup, 'You are offline')
    await isSound(popup)
    await popup.setOfflineMode(false)
    for (const [status, sign] of [
      ['damaged', /needs repair/],
      ['too_new', /newer Keyway/],
    ] as const) {
      await publish(h, { vault: { status, inboxCount: 0 } })
      await says(popup, sign)
      await isSound(popup)
      await says(screen, sign)
      await isSound(screen)
    }
  })
})

const view: TourView = {
  guide: 'create-key',
  guideTitle: 'Create an API key',
  step: 'name',
  kind: 'step',
  title: 'Name the key',
  n: 4,
  of: 9,
  where: '4 of 9 · Create an API key',
  words: {
    do: 'Type a name that says what the key is for.',
    why: 'A year from now the name is all you will see of it.',
    before: 'Names cannot hold secrets: everyone in the project reads them.',
    see: 'the name in the field.',
    details: 'Names can be changed later.',
  },
  state: 'missing',
  sentence: 'Keyway cannot see the field on this page.',
  look: 'a field “Name” in the dialog',
  watch: { targets: [], texts: [], dialogs: [], headings: [], key: false },
  button: 'I named it',
  can: { back: true, skip: true, showMe: true },
  steps: [
    { id: 'a', title: 'Open the keys page', state: 'done' },
    { id: 'b', title: 'Name the key', state: 'now' },
    { id: 'c', title: 'Create it', state: 'later' },
  ],
  next: [],
}

function row(i: number): KeyRow {
  const at = Date.now() - 60_000
  const causes = ['ok', 'no_credit', 'invalid_key', 'missing_scope', 'network'] as const
  const cause = causes[i % causes.length] ?? 'ok'
  const faces = {
    ok: { key: 'accepted', use: 'ready' },
    no_credit: { key: 'accepted', use: 'blocked' },
    invalid_key: { key: 'rejected', use: 'unknown' },
    missing_scope: { key: 'accepted', use: 'limited' },
    network: { key: 'unknown', use: 'unknown' },
  } as const
  return {
    id: `k${i}`,
    provider: 'openai',
    kind: 'project',
    label: `Key ${i}`,
    lastFour: `z${String(i).padStart(4, '0')}`.slice(-5),
    environment: i % 2 ? 'Production' : 'Development',
    createdAt: at,
    verdict: { ...faces[cause], cause, says: '', at, since: at },
  }
}
