/** What engineers have: sixty keys of eight providers, some broken. Found, judged and acted on in the table, copied in the popup. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KeyRow } from '../../src/protocol/published.ts'
import { axe, coloured } from '../browser/axe.ts'
import { tabAndPress, tabTo } from '../browser/by-keyboard.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says } from '../browser/harness.ts'
import { hiddenStops } from '../browser/hidden-stops.ts'
import { lookAt } from '../browser/look-at.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send, whileItLocks, withVault } from '../features/lock/vault-story.ts'
import { rowsInSight } from './rows-in-sight.ts'

const providers = ['anthropic', 'gemini', 'mistral', 'groq', 'openrouter', 'deepseek', 'xai'] as const
const environments = ['Production', 'Staging', 'Development'] as const
const ofOpenAi = 10
const rejected = 4

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
  const records = Array.from({ length: 60 }, (_, i) => {
    const made = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 })
    if (made && i < rejected) made.revoked = true
    const provider = i < ofOpenAi ? 'openai' : (providers[i % providers.length] ?? 'groq')
    return {
      id: `key-${i}`,
      provider,
      label: i < 2 ? `nightly-batch-production-openai-europe-west-${i}` : `bot-${String(i).padStart(2, '0')}`,
      environment: environments[i % 3] ?? '',
      project: i % 2 ? 'Shop' : 'Search',
      secret: i < ofOpenAi ? (made?.secret ?? '') : `${provider}-secret-${String(i).padStart(40, 'x')}`,
    }
  })
  const imported = await send(screen, 'screen.import', { records })
  if (!imported?.ok) throw new Error(JSON.stringify(imported))
  await poll(
    async () => (await rows()).filter(row => row.verdict).length === ofOpenAi,
    'every key that may be tested to be tested',
  )
})
afterAll(() => h.close())

const rows = async (): Promise<KeyRow[]> => (await h.session()).rows ?? []
const goTo = (hash: string) =>
  screen.evaluate(place => {
    location.hash = place
  }, hash)
const listed = () => screen.$$eval('[data-keyway="key-row"]', all => all.length)
const focused = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest<HTMLElement>('[data-keyway="key-row"]')
    const name = document.activeElement?.localName
    return row ? `${row.dataset.id} ${name}` : `${name} ${document.activeElement?.getAttribute('type')}`
  })
describe('the table', () => {
  beforeAll(async () => {
    await screen.bringToFront()
    await screen.setViewport({ width: 1280, height: 860 })
    await goTo('keys')
    await poll(async () => (await listed()) === 60, 'all keys')
  })

  test('a line counts every key, and each count shows its keys; the address keeps the view', async () => {
    await poll(() => screen.$('.tally-part[data-status="permission"]'), 'the keys that wait for a permission')
    const tally = await screen.$$eval('.tally-part', parts =>
      parts.map(part => part.textContent?.replace(/\s+/g, ' ').trim()),
    )
    expect(tally).toEqual(['4 Rejected', '6 Works', '50 Needs permission'])
    await clickMark(screen, '.tally-part[data-status="invalid_key"]')
    await poll(async () => (await listed()) === rejected, 'the rejected keys only')
    await says(screen, '4 of 60 keys')
    await screen.reload()
    await poll(async () => (await listed()) === rejected, 'the same after a reload')
    await clickNamed(screen, 'bot-02')
    await says(screen, 'All keys')
    await clickNamed(screen, 'All keys')
    await poll(async () => (await listed()) === rejected, 'the same on the way back')
    await clickMark(screen, '.tally-part[data-status="invalid_key"]')
    await poll(async () => (await listed()) === 60, 'all keys again')
  })

  test('a cause is said once above the keys that share it', async () => {
    const words = await screen.evaluate(() => document.body.innerText)
    expect(words.split('does not know this key').length - 1).toBe(1)
  })

  test('rows of 40 px, many at a time, and few tab stops', async () => {
    expect(
      await lookAt(screen, '[data-keyway="key-row"]', ([row]) => row?.getBoundingClientRect().height),
    ).toBe(40)
    expect(await rowsInSight(screen)).toBeGreaterThanOrEqual(16)
    const stops = await screen.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')].filter(
          one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }),
        ).length,
    )
    expect(stops).toBeLessThanOrEqual(40)
    await screen.setViewport({ width: 1920, height: 1080 })
    await poll(() => screen.$('[data-keyway="inspector"]'), 'the inspector where there is room')
    expect(await rowsInSight(screen)).toBeGreaterThanOrEqual(22)
    await screen.setViewport({ width: 1280, height: 860 })
  })

  test('it is a table to a screen reader, sorted where it says so', async () => {
    await clickNamed(screen, 'Name', 'button')
    const sorted = () =>
      screen.$eval('th[aria-sort]', head => `${head.textContent} ${head.getAttribute('aria-sort')}`)
    await poll(async () => (await sorted()) === 'Name ascending', 'the order in the head')
    expect(await screen.$$eval('tbody th[scope="row"]', all => all.length)).toBe(60)
    expect(await screen.$eval('tbody th[scope="row"] a', link => link.getAttribute('aria-label'))).toBe(
      'bot-02',
    )
    await clickNamed(screen, 'Name', 'button')
    await poll(
      async () =>
        (await screen.$eval('th[scope="row"] a', link => link.getAttribute('aria-label'))) ===
        'nightly-batch-production-openai-europe-west-1',
      'the last name first',
    )
  })

  test('long names are cut in their middle, whole for who points at them, and never underlined', async () => {
    const name = await screen.$eval('th[scope="row"] a', link => ({
      title: link.querySelector('[title]')?.getAttribute('title'),
      tail: link.querySelector('.cut-middle > :last-child')?.textContent,
      line: getComputedStyle(link).textDecorationLine,
    }))
    expect(name).toEqual({
      title: 'nightly-batch-production-openai-europe-west-1',
      tail: 'pe-west-1',
      line: 'none',
    })
    await clickNamed(screen, 'Status', 'button')
  })

  test('one press asks the browser for all providers at once, and a no is said', async () => {
    await screen.evaluate(() => {
      chrome.permissions.request = ((wanted: unknown, done?: (given: boolean) => void) => {
        document.documentElement.dataset.asked = JSON.stringify(wanted)
        done?.(false)
        return Promise.resolve(false)
      }) as typeof chrome.permissions.request
    })
    await clickNamed(screen, 'Allow all 7 providers', 'button')
    await says(screen, 'Not allowed. These keys stay untested.')
    const asked = await screen.evaluate(() => document.documentElement.dataset.asked ?? '')
    expect((JSON.parse(asked) as { origins: string[] }).origins.toSorted()).toEqual([
      'https://api.anthropic.com/*',
      'https://api.deepseek.com/*',
      'https://api.groq.com/*',
      'https://api.mistral.ai/*',
      'https://api.x.ai/*',
      'https://generativelanguage.googleapis.com/*',
      'https://openrouter.ai/*',
    ])
  })

  test('by keyboard alone: search, choose, open, and back where it was', async () => {
    await screen.keyboard.press('/')
    expect(await focused(screen)).toBe('input search')
    await screen.keyboard.type('anthropic prod')
    await poll(async () => (await listed()) < 10, 'what was searched')
    await screen.keyboard.press('ArrowDown')
    await screen.keyboard.press('ArrowDown')
    const at = await poll(async () => {
      const now = await focused(screen)
      return now.endsWith(' a') ? now : undefined
    }, 'a row to have the focus')
    await screen.keyboard.press('Enter')
    await says(screen, 'Hold to show')
    await tabAndPress(screen, 'Edit')
    await poll(async () => (await focused(screen)).startsWith('input'), 'the keyboard in the form')
    // What holds words keeps the form open.
    await screen.keyboard.down('Control')
    await screen.keyboard.press('a')
    await screen.keyboard.up('Control')
    await screen.keyboard.press('Delete')
    await screen.keyboard.press('Escape')
    await poll(async () => (await focused(screen)).startsWith('h2'), 'the keyboard where the form was')
    await screen.keyboard.press('Escape')
    await poll(async () => (await focused(screen)) === at, 'the focus to be where it was')
    await screen.keyboard.press('ArrowRight')
    expect(await focused(screen)).toBe(at.replace(' a', ' button'))
    await screen.keyboard.press('Escape')
    await poll(async () => (await listed()) === 60, 'the search to be over')
    await screen.keyboard.press('?')
    await says(screen, 'Next and previous key')
    await screen.keyboard.press('Escape')
    await poll(async () => !(await screen.$('dialog[open]')), 'the sheet to close')
    await screen.keyboard.press('n')
    await says(screen, /Paste it here|From any provider/)
    await screen.keyboard.press('Escape')
    await poll(async () => (await listed()) === 60, 'the table')
  })

  test('many at once: an environment is set, a tag added, keys are deleted and taken back', async () => {
    await screen.keyboard.press('ArrowDown')
    await poll(async () => (await focused(screen)).endsWith(' a'), 'the first row')
    for (let i = 0; i < 3; i++) {
      await screen.keyboard.press('x')
      await screen.keyboard.press('ArrowDown')
    }
    await says(screen, '3 selected')
    await screen.keyboard.press('End')
    await poll(() => screen.evaluate(() => scrollY > 500), 'the end of the list')
    const bar = await lookAt(screen, '[data-keyway="bulk-bar"]', ([one]) => {
      const { x, y, width, height } = one?.getBoundingClientRect() ?? new DOMRect()
      return { isOnTop: one?.contains(document.elementFromPoint(x + width / 2, y + height / 2)), y }
    })
    expect(bar).toEqual({ isOnTop: true, y: 0 })
    await clickMark(screen, '[data-bulk="environment"]')
    await fill(screen, 'dialog input', 'Canary')
    await clickNamed(screen, 'Save for 3 keys')
    await poll(
      async () => (await rows()).filter(row => row.environment === 'Canary').length === 3,
      'three keys to have it',
    )
    await says(screen, '3 keys changed.')
    await clickMark(screen, '[data-bulk="tags"]')
    await fill(screen, 'dialog input', 'client-x')
    await screen.keyboard.press('Enter')
    await poll(
      async () => (await rows()).filter(row => row.tags?.includes('client-x')).length === 3,
      'three keys to be tagged',
    )
    await clickMark(screen, '[data-bulk="delete"]')
    await says(screen, 'Delete 3 keys from the vault')
    expect(await axe(screen)).toEqual([])
    await clickMark(screen, '[data-keyway="remove"]')
    await poll(async () => (await listed()) === 57, 'the keys to be gone')
    await clickMark(screen, '[data-keyway="undo"]')
    await poll(async () => (await rows()).length === 60, 'the keys to be back')
  })

  test('one of another provider says why it cannot be tested, and offers the way', async () => {
    await goTo('keys?q=bot-11')
    await poll(async () => (await listed()) === 1, 'the key')
    await screen.keyboard.press('ArrowDown')
    await poll(async () => (await focused(screen)) === 'key-11 a', 'its row')
    await screen.keyboard.press('t')
    await says(screen, /permission to contact \w+ at [\w.]+\. It contacts no one else/)
  })

  test('the check-up asks which of several keys a guide is for', async () => {
    await goTo('checkup')
    await clickMark(screen, '[data-finding="rejected"] [data-keyway="more"]')
    const names = await poll(async () => {
      const all = await screen.$$eval('[role="menuitem"]', items => items.map(item => item.textContent))
      return all.length > 0 ? all : undefined
    }, 'the keys to choose from')
    expect(names.toSorted()).toEqual([
      'bot-02',
      'bot-03',
      'nightly-batch-production-openai-europe-west-0',
      'nightly-batch-production-openai-europe-west-1',
    ])
    await screen.keyboard.press('Escape')
  })

  test('grouped, wide, narrow, light and dark: sound everywhere', async () => {
    await goTo('keys?group=provider')
    await poll(async () => (await screen.$$('.between.group')).length === 8, 'a group for each provider')
    for (const [width, height] of [
      [1920, 1080],
      [1280, 860],
      [800, 900],
      [375, 800],
    ] as const) {
      await screen.setViewport({ width, height })
      // The colours are the same at any width; only how the rows are laid out is not.
      for (const value of width === 1280 || width === 375 ? ['light', 'dark'] : ['light']) {
        await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
        expect(await axe(screen, value === 'dark' ? { only: coloured } : {}), `${width} ${value}`).toEqual([])
      }
      expect(
        await screen.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        `${width} scrolls sideways`,
      ).toBeLessThanOrEqual(0)
      // Nothing of a row lies on anything else of it.
      const overlaps = await lookAt(screen, '[data-keyway="key-row"]', all =>
        all.slice(0, 5).flatMap(row => {
          const boxes = [...row.children]
            .filter(cell => cell.checkVisibility())
            .map(cell => cell.getBoundingClientRect())
          return boxes
            .filter((box, i) => i > 0 && box.left < (boxes[i - 1]?.right ?? 0) - 1)
            .map(box => box.left)
        }),
      )
      expect(overlaps).toEqual([])
      const cut = await lookAt(screen, '[data-keyway="key-row"] :is(.environment, .pill > span)', all =>
        all
          .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
          .map(one => one.textContent),
      )
      expect(cut, `${width}: words that are cut`).toEqual([])
    }
    await screen.setViewport({ width: 1280, height: 860 })
    await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  })
})

describe('the popup', () => {
  let popup: Page
  beforeAll(async () => {
    popup = await h.extensionPage(h.paths.popup)
    await popup.setViewport({ width: 380, height: 600 })
    await popup.bringToFront()
    await poll(() => popup.$('[data-keyway="key-row"]'), 'the list')
  })
  afterAll(() => popup.close())

  test('opens with the search focused and nine rows or more; a small window scrolls its list only', async () => {
    await poll(async () => (await focused(popup)) === 'input search', 'the focus in the search')
    expect(await rowsInSight(popup)).toBeGreaterThanOrEqual(9)
    const heights = await lookAt(popup, '[data-keyway="key-row"]', all =>
      all.map(row => row.getBoundingClientRect().height),
    )
    expect(new Set(heights)).toEqual(new Set([44]))
    await popup.setViewport({ width: 380, height: 510 })
    const ends = await lookAt(popup, '.foot', ([foot]) => [foot?.getBoundingClientRect().bottom, innerHeight])
    expect(ends[0]).toBe(ends[1])
    expect(await popup.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden')
    await popup.setViewport({ width: 380, height: 600 })
    expect(await popup.$('[data-keyway="copy-note"]')).toBeNull()
    expect(await axe(popup)).toEqual([])
  })

  test('Enter copies nothing by itself, and what was typed once something was', async () => {
    await popup.keyboard.press('Enter')
    await popup.keyboard.type('bot-07')
    await poll(async () => (await popup.$$('[data-keyway="key-row"]')).length === 1, 'the one key')
    expect((await h.session()).copy ?? null).toBeNull()
    await popup.keyboard.press('Enter')
    const copy = await poll(async () => (await h.session()).copy, 'the copy')
    expect(copy.keyId).toBe('key-7')
    await says(popup, 'On the clipboard for')
    await send(popup, 'screen.clearClipboard', {})
    await popup.keyboard.press('Escape')
    await poll(async () => (await popup.$$('[data-keyway="key-row"]')).length > 1, 'all keys')
  })

  test('typed fast, Enter copies the key that was typed and never the first of the list before', async () => {
    await popup.keyboard.type('bot-09\n', { delay: 0 })
    const copy = await poll(async () => (await h.session()).copy, 'the copy')
    expect(copy.keyId).toBe('key-9')
    await send(popup, 'screen.clearClipboard', {})
    await popup.keyboard.press('Escape')
    await poll(async () => (await popup.$$('[data-keyway="key-row"]')).length > 1, 'all keys')
  })

  test('arrows choose, details open, Escape comes back to the row; the focus is never lost', async () => {
    await popup.keyboard.press('ArrowDown')
    await popup.keyboard.press('ArrowDown')
    const at = (await focused(popup)).split(' ')[0]
    await popup.keyboard.press('ArrowLeft')
    await popup.keyboard.press('Enter')
    await says(popup, 'Why this status?')
    await poll(async () => (await focused(popup)).startsWith('h1'), 'the heading to have the focus')
    await clickNamed(popup, 'Edit')
    await says(popup, 'May be copied freely')
    await popup.keyboard.press('Escape')
    await says(popup, 'Why this status?')
    await poll(async () => !(await focused(popup)).startsWith('body'), 'the focus somewhere')
    await popup.keyboard.press('Escape')
    await poll(async () => (await focused(popup)).startsWith(`${at} `), 'the row it came from')
    await popup.keyboard.press('ArrowRight')
    await popup.keyboard.press('ArrowRight')
    await popup.keyboard.press('Enter')
    await says(popup, 'Add to a project')
    await h.screenshot(popup, 'keys/popup-menu')
    expect(await axe(popup)).toEqual([])
    await popup.keyboard.press('Escape')
    await poll(async () => !(await popup.$(':popover-open')), 'the menu to close')
    expect(await focused(popup)).toBe(`${at} button`)
    await popup.keyboard.press('Escape')
    expect(await focused(popup)).toBe('input search')
  })

  test('a name, a status or a provider finds keys; a count shows its keys', async () => {
    await fill(popup, 'input[type="search"]', 'rejected')
    await poll(async () => (await popup.$$('[data-keyway="key-row"]')).length === rejected, 'the rejected')
    await popup.keyboard.press('Escape')
    await clickMark(popup, '.tally-part[data-status="works"]')
    await poll(async () => (await popup.$$('[data-keyway="key-row"]')).length === 6, 'those that work')
    for (const value of ['light', 'dark']) {
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
      await h.screenshot(popup, `keys/popup-${value}`)
      expect(await axe(popup)).toEqual([])
    }
  })
})

describe('the day’s work by keyboard alone, with a ring at every stop', () => {
  let id = ''
  beforeAll(async () => {
    await screen.bringToFront()
    await screen.setViewport({ width: 1280, height: 860 })
    await goTo('overview')
    await says(screen, '60 keys')
  })
  const route = () => screen.evaluate(() => location.hash)

  test('a key is added, and it is told why it does not work', async () => {
    await tabAndPress(screen, 'Keys')
    await poll(async () => (await listed()) > 10, 'the table')
    await screen.keyboard.press('n')
    await poll(
      () => screen.evaluate(() => document.activeElement?.localName === 'textarea'),
      'the field to have the focus',
    )
    const made = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 })
    if (made) made.revoked = true
    await screen.keyboard.type(made?.secret ?? '')
    await says(screen, 'ends in')
    await screen.keyboard.press('Enter')
    id = await poll(
      async () => (await rows()).find(row => made?.secret.endsWith(row.lastFour ?? ''))?.id,
      'it',
    )
    await poll(async () => (await route()) === `#keys/${id}`, 'its page')
    await tabAndPress(screen, /^Test/)
    await says(screen, 'does not know this key')
    await tabAndPress(screen, 'Why this status?')
    await says(screen, 'HTTP 401')
  })

  test('it is deleted, and taken back', async () => {
    await tabAndPress(screen, /^More for /)
    await poll(() => screen.$('[role="menuitem"]:focus'), 'the menu')
    await screen.keyboard.press('End')
    await screen.keyboard.press('Enter')
    await poll(() => screen.$('dialog[open]'), 'the question')
    await tabAndPress(screen, 'Cancel')
    await poll(async () => !(await screen.$('dialog[open]')), 'the question to be gone')
    expect(await screen.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^More/)
    await screen.keyboard.press('Enter')
    await poll(() => screen.$('[role="menuitem"]:focus'), 'the menu')
    await screen.keyboard.press('End')
    await screen.keyboard.press('Enter')
    await poll(() => screen.$('dialog[open]'), 'the question')
    await tabAndPress(screen, /^Delete/)
    await poll(async () => !(await rows()).some(row => row.id === id), 'the key to be gone')
    await tabAndPress(screen, /^Undo/)
    await poll(async () => (await rows()).some(row => row.id === id), 'the key to be back')
  })

  test('a guide is found and opened; Escape and links lead back', async () => {
    await tabAndPress(screen, 'Guides')
    await says(screen, 'Do you need a key?')
    await tabTo(screen, 'Search guides')
    await screen.keyboard.type('rotate')
    await says(screen, 'Press Enter for “Rotate a key”')
    await screen.keyboard.press('Enter')
    await poll(async () => (await route()) === '#guides/rotate-key', 'the guide')
    await tabAndPress(screen, 'All guides')
    await poll(async () => (await route()) === '#guides', 'the list')
  })

  test('the vault is locked and opened again', async () => {
    await whileItLocks(screen, async () => {
      await tabAndPress(screen, 'Lock now')
    })
    await goTo('keys')
    await says(screen, 'Unlock to see your keys.')
    await tabTo(screen, /^Passphrase/)
    await screen.keyboard.type(passphrase)
    await screen.keyboard.press('Enter')
    await poll(async () => (await listed()) > 10, 'the keys')
    h.assertClean()
  })
})

test('whatever the keyboard comes to is in sight, in the table and in the side panel', async () => {
  await screen.bringToFront()
  await screen.setViewport({ width: 1280, height: 860 })
  await goTo('keys')
  await poll(async () => (await listed()) > 10, 'the keys')
  expect(await hiddenStops(screen)).toEqual([])
  const panel = await h.extensionPage(h.paths.panel)
  await panel.setViewport({ width: 320, height: 800 })
  await panel.bringToFront()
  await says(panel, 'Show me how')
  expect(await hiddenStops(panel)).toEqual([])
  await panel.close()
  h.assertClean()
})

test('two thousand keys: only what is near is drawn, and the last is a key press away', async () => {
  const at = Date.now()
  const many: KeyRow[] = Array.from({ length: 2000 }, (_, i) => ({
    id: `m${i}`,
    provider: 'openai',
    label: `many-${String(i).padStart(4, '0')}`,
    lastFour: '0000',
    createdAt: at,
  }))
  await h.inWorker(async state => chrome.storage.session.set(state), { rows: many })
  await screen.bringToFront()
  await goTo('keys?sort=name')
  await poll(() => screen.$('[data-id="m0"]'), 'the first')
  expect(await listed()).toBeLessThan(100)
  expect(await screen.$eval('table.keys', table => table.getAttribute('aria-rowcount'))).toBe('2001')
  await screen.keyboard.press('/')
  await screen.keyboard.press('ArrowDown')
  await poll(async () => (await focused(screen)) === 'm0 a', 'the first to have the focus')
  await screen.keyboard.press('End')
  await poll(async () => (await focused(screen)) === 'm1999 a', 'the last to have the focus')
  expect(await listed()).toBeLessThan(100)
  h.assertClean()
})
