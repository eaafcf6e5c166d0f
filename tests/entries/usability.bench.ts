/**
 * What daily tasks take in the real browser: presses, keys, questions to be decided, words on the way, screens, and rows in sight. Each
 * task is played as a person would who knows where things are; words are those of every screen that was come by, each counted once.
 */
import type { Page } from 'puppeteer-core'
import { clickMark, clickNamed, type Harness, launch, says, shows } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { isThere, press, type } from '../browser/practice-page.ts'
import { fourWords, send, withVault } from '../features/lock/vault-story.ts'
import { pressCard } from '../overlay/overlay.ts'
import { Counter, type Row, readCard } from './counter.ts'
import { keyForAnApp, untilAnswer } from './first-answer.ts'
import { rowsInSight } from './rows-in-sight.ts'

const environments = ['Production', 'Staging', 'Development']
const providers = ['anthropic', 'gemini', 'mistral', 'groq', 'openrouter', 'deepseek', 'xai']

export async function bench(): Promise<{ title: string; rows: Row[] }> {
  return {
    title: 'Daily tasks',
    rows: [...(await beginning()), ...(await keyForAnApp()), ...(await withSixtyKeys())],
  }
}

/** A newcomer with an account: from the first screen to a key in the vault, and on to the first answer of a model. */
async function beginning(): Promise<Row[]> {
  const h = await launch()
  try {
    const count = new Counter()
    const rows: Row[] = []
    const welcome = count.follow(await h.pageAt(/welcome\.html/))
    await welcome.bringToFront()
    await says(welcome, 'I need my first key')
    await count.screen('welcome', welcome)
    count.decided()
    await clickNamed(welcome, 'I need my first key')
    await says(welcome, 'Make the vault')
    await fourWords(welcome)
    await count.screen('protection', welcome)
    await clickMark(welcome, '[data-keyway="make-vault"]')
    await says(welcome, 'Save your recovery code', 60_000)
    await count.screen('protection', welcome)
    await clickNamed(welcome, 'I have saved it')
    await clickMark(welcome, '[data-keyway="start-guide"]')
    const page = count.follow(await h.pageAt(/^https:\/\/platform\.openai\.com\/api-keys/))
    await page.bringToFront()
    rows.push(count.row('from the installed extension to OpenAI’s keys page, the vault made'))

    await readCard(count, page, 'open')
    // An empty page has two of them; each opens the dialog.
    const openers = ['create-opener-empty', 'create-opener'] as const
    const opener = await poll(async () => {
      for (const name of openers) if (await isThere(page, name)) return name
      return undefined
    }, 'the button that opens the dialog')
    await press(page, opener)
    await readCard(count, page, 'name')
    count.decided()
    await type(page, 'key-name', 'Learning-MyLaptop-v1')
    await page.keyboard.press('Tab')
    await readCard(count, page, 'submit')
    await press(page, 'create-submit')
    await readCard(count, page, 'save')
    await pressCard(page, /Save/)
    const panel = count.follow(await h.panel())
    await shows(panel, '[data-keyway="commit"]')
    await count.screen('panel', panel)
    await clickMark(panel, '[data-keyway="commit"]')
    await poll(async () => (await h.session()).rows?.length === 1, 'the key in the vault')
    rows.push(count.row('first key saved, from the installed extension'))

    await page.bringToFront()
    await readCard(count, page, 'close')
    await press(page, 'reveal-done')
    await readCard(count, page, 'receipt')
    await untilAnswer(h, count, panel)
    rows.push(count.row('… until the first answer of a model'))
    return rows
  } finally {
    await h.close()
  }
}

async function withSixtyKeys(): Promise<Row[]> {
  const h = await launch()
  try {
    const screen = await withVault(h)
    const records = Array.from({ length: 60 }, (_, i) => {
      const provider = i < 10 ? 'openai' : (providers[i % providers.length] ?? 'groq')
      const made = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 })
      if (made && i < 4) made.revoked = true
      return {
        id: `key-${i}`,
        provider,
        label: `bot-${String(i).padStart(2, '0')}`,
        environment: environments[i % 3] ?? '',
        secret: i < 10 ? (made?.secret ?? '') : `${provider}-secret-${String(i).padStart(40, 'x')}`,
      }
    })
    await send(screen, 'screen.import', { records })
    await poll(
      async () => ((await h.session()).rows ?? []).filter(row => row.verdict).length === 10,
      'the tests',
      {
        within: 60_000,
      },
    )
    return [
      await copyOne(h),
      await rowsInPopup(h),
      await seeBroken(screen),
      await allowAll(screen),
      await rotate(screen),
      await addByPaste(h, screen),
      ...(await rowsInTable(screen)),
    ]
  } finally {
    await h.close()
  }
}

async function openPopup(h: Harness): Promise<Page> {
  const popup = await h.extensionPage(h.paths.popup)
  await popup.setViewport({ width: 380, height: 600 })
  await popup.bringToFront()
  await poll(() => popup.$('[data-keyway="key-row"]'), 'the list')
  return popup
}

async function copyOne(h: Harness): Promise<Row> {
  const count = new Counter()
  const popup = count.follow(await openPopup(h))
  await count.screen('popup', popup)
  await popup.keyboard.type('bot-07')
  await popup.keyboard.press('Enter')
  await poll(async () => (await h.session()).copy, 'the copy')
  await send(popup, 'screen.clearClipboard', {})
  await popup.close()
  return count.row('copy one of 60 keys, the popup open')
}

const goTo = (page: Page, hash: string) =>
  page.evaluate(place => {
    location.hash = place
  }, hash)

async function rowsInPopup(h: Harness): Promise<Row> {
  const count = new Counter()
  const popup = await openPopup(h)
  await count.screen('popup', popup)
  const row = count.row('rows in the popup', { rows: await rowsInSight(popup) })
  await popup.close()
  return row
}

async function seeBroken(screen: Page): Promise<Row> {
  const count = new Counter()
  count.follow(screen)
  await screen.bringToFront()
  await screen.setViewport({ width: 1280, height: 860 })
  await goTo(screen, 'overview')
  await poll(() => screen.$('.total[data-status="invalid_key"]'), 'the totals')
  await count.screen('overview', screen)
  await clickMark(screen, '.total[data-status="invalid_key"]')
  await poll(async () => (await screen.$$('[data-keyway="key-row"]')).length === 4, 'the broken keys')
  await count.screen('keys', screen)
  return count.row('see every broken key, the dashboard open', { rows: await rowsInSight(screen) })
}

async function allowAll(screen: Page): Promise<Row> {
  const count = new Counter()
  count.follow(screen)
  await goTo(screen, 'keys')
  await poll(() => screen.$('[data-keyway="permission-strip"] button.button'), 'what waits for a permission')
  await count.screen('keys', screen)
  await screen.evaluate(() => {
    chrome.permissions.request = ((_: unknown, done?: (given: boolean) => void) => {
      done?.(false)
      return Promise.resolve(false)
    }) as typeof chrome.permissions.request
  })
  await clickNamed(screen, 'Allow all 7 providers')
  await says(screen, 'Not allowed.')
  return count.row('allow checks for all providers')
}

async function rotate(screen: Page): Promise<Row> {
  const count = new Counter()
  count.follow(screen)
  await goTo(screen, 'keys/key-5')
  await says(screen, 'Rotate')
  await count.screen('key', screen)
  await clickNamed(screen, 'Rotate')
  await poll(
    () => screen.evaluate(async () => Boolean((await chrome.storage.session.get('tour')).tour)),
    'the guide to begin',
  )
  await send(screen, 'screen.guideAct', { act: 'stop' })
  return count.row('begin to rotate a healthy key, its page open')
}

async function addByPaste(h: Harness, screen: Page): Promise<Row> {
  const count = new Counter()
  const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
  await goTo(screen, 'keys')
  await screen.bringToFront()
  await poll(() => screen.$('[data-keyway="key-row"]'), 'the table')
  count.follow(screen)
  await screen.keyboard.press('n')
  await poll(() => screen.$('textarea'), 'the form')
  await count.screen('add', screen)
  // A paste is one press of keys, however long the text.
  await screen.evaluate(text => {
    document.querySelector('textarea')?.focus()
    document.execCommand('insertText', false, text)
  }, secret)
  await poll(
    async () => !(await screen.$('[data-keyway="commit"][aria-disabled="true"]')),
    'the key to be known',
  )
  const fields = await screen.$$eval(
    'main form input, main form select, main form textarea',
    all => all.filter(one => one.checkVisibility()).length,
  )
  await clickMark(screen, '[data-keyway="commit"]')
  await poll(async () => (await h.session()).rows?.length === 61, 'the key in the vault')
  return count.row('add a key by paste, the dashboard open', { fields })
}

async function rowsInTable(screen: Page): Promise<Row[]> {
  const rows: Row[] = []
  for (const [width, height] of [
    [1280, 860],
    [1920, 1080],
  ] as const) {
    const count = new Counter()
    await screen.setViewport({ width, height })
    await goTo(screen, 'keys')
    await poll(() => screen.$('[data-keyway="key-row"]'), 'the table')
    await count.screen('keys', screen)
    rows.push(count.row(`rows at ${width} × ${height}`, { rows: await rowsInSight(screen) }))
  }
  return rows
}
