/**
 * Every screen and the card in a tongue nobody speaks: from right to left, 40 % longer, each word accented. What is still
 * English was never looked up; what does not fit or stands on the wrong side would not in a real language either.
 */
import { rmSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from '../browser/axe.ts'
import { clickMark, type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { boxOf } from '../browser/practice-page.ts'
import { pseudoDist } from '../browser/pseudo-dist.ts'
import { readsWell } from '../browser/reads-well.ts'
import { begin, lit, reveal } from '../features/guide/on-keys-page.ts'
import { send, withKey } from '../features/lock/vault-story.ts'
import { type Box, card, inCard } from '../overlay/overlay.ts'
import type { MarkName } from '../practice/marks.ts'

/** As they are in every tongue: the providers' names, models, programs, ids, codes and keys; and the person's own data. */
const names = [
  'Keyway|OpenAI|Anthropic|(?:Google )?Gemini|Mistral|Groq|OpenRouter|DeepSeek|xAI|Together(?: AI)?|Ollama|LM Studio|llama.cpp',
  'Production-Chatbot-v1|Old bot|proj_\\w+|org-\\w+|key_\\w+|…[\\w-]{4}|gpt-[\\w.-]+|\\((?:Alt|Ctrl|Shift)[+\\w]*\\)',
  'Error code: 401 - \\{.*|Python|Node|curl|fish|PowerShell|Docker( Compose)?',
].join('|')

/** Colours are looked at in English, light and dark. */
const sameInAnyTongue = ['color-contrast']

const sizes: Record<string, [number, number]> = { popup: [380, 560], panel: [320, 900], welcome: [900, 900] }

describe('in another tongue', () => {
  let h: Harness
  let screen: Page
  const dist = pseudoDist()
  beforeAll(async () => {
    h = await launch({ dist })
  })
  afterAll(async () => {
    await h?.close()
    rmSync(dist, { recursive: true, force: true })
  })

  async function isSound(page: Page, name: string): Promise<void> {
    await page.waitForFunction(
      () => document.querySelector('h1, h2') && !document.querySelector('main[aria-busy="true"]'),
    )
    await page.evaluate(() => {
      for (const closed of document.querySelectorAll('details')) closed.open = true
    })
    const html = await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])
    const found = {
      name,
      html,
      ...(await page.evaluate(readsWell, names)),
      axe: await axe(page, { without: sameInAnyTongue }),
    }
    await h.screenshot(page, `pseudo/${name.replace(/[#/]/g, ' ')}`)
    expect(found).toEqual({ name, html: ['rtl', 'ar'], english: [], cut: [], axe: [] })
  }

  async function open(file: string): Promise<Page> {
    const page = await h.extensionPage(`src/entries/${file}/${file}.html`)
    const [width, height] = sizes[file] ?? [1200, 900]
    await page.setViewport({ width, height })
    await page.bringToFront()
    return page
  }

  async function look(...files: string[]): Promise<void> {
    for (const file of files) {
      const page = await open(file)
      await isSound(page, `${file} ${(await h.session()).vault?.status}`)
      await page.close()
    }
  }

  test('before there is a vault', () => look('popup', 'panel', 'dashboard'))

  test('the welcome page, to the end', async () => {
    const page = await h.pageAt(/welcome\.html/)
    await page.bringToFront()
    await isSound(page, 'welcome')
    await clickMark(page, '.two button:not(.main)')
    await isSound(page, 'welcome vault')
    await clickMark(page, '[data-keyway="make-vault"]')
    await poll(() => page.$('[data-keyway="recovery-code"]'), 'the recovery code')
    await isSound(page, 'welcome code')
    await clickMark(page, 'input[type="checkbox"]')
    await clickMark(page, '[data-keyway="add-keys"]')
    await (await h.pageAt(/dashboard\.html#keys\/add/)).close()
    await page.bringToFront()
    await isSound(page, 'welcome next')
    await page.close()
  })

  test('the popup', async () => {
    screen = await open('dashboard')
    await look('popup')
    await withKey(h, screen, 'Production-Chatbot-v1')
    const old = await withKey(h, screen, 'Old bot')
    for (const key of h.practice?.state.keys ?? []) if (key.secret === old.secret) key.revoked = true
    await send(screen, 'screen.test', { id: old.id })
    await poll(
      async () => (await h.session()).rows?.some(row => row.verdict?.key === 'rejected'),
      'the verdict on the revoked key',
    )
    const popup = await open('popup')
    await poll(() => popup.$('[data-row-name]'), 'the list')
    await isSound(popup, 'popup list')
    await clickMark(popup, '[data-row-name]')
    await poll(async () => !(await popup.$('[data-row-name]')), 'the key')
    await isSound(popup, 'popup key')
    for (const key of ['n', 'e', '?'] as const) {
      // Loaded anew it would show the same view: the address says where the person was.
      await popup.evaluate(() => history.replaceState(null, '', '#'))
      await popup.reload()
      await poll(() => popup.$('[data-row-name]'), 'the list')
      // The search has the keyboard at open: letters are shortcuts once a row has it.
      await popup.keyboard.press('ArrowDown')
      await popup.keyboard.type(key)
      await poll(async () => !(await popup.$('[data-row-name]')), 'what the shortcut opens')
      await isSound(popup, `popup ${key}`)
    }
    await popup.close()
  })

  test('the dashboard', async () => {
    const rows = (await h.session()).rows ?? []
    const [id, bad] = ['Production-Chatbot-v1', 'Old bot'].map(
      label => rows.find(row => row.label === label)?.id,
    )
    await screen.bringToFront()
    const key = (part: string) => `keys/${id}/${part}`
    const places: Place[] = [
      ['keys/add'],
      ['keys'],
      [`keys/${bad}`],
      [`keys/${id}`],
      [key('call')],
      [key('call'), 'main .button.main', 'main select'],
      [key('project')],
      [key('may')],
      [key('may'), 'section:has(#rights) button', 'table.may'],
      [key('use')],
      [key('history')],
      [key('edit')],
      ...['scan', 'guides', 'guides/create-key', 'usage', 'checkup', 'providers', 'backup', 'security'].map(
        name => [name] as Place,
      ),
      ['settings'],
    ]
    for (const [place, press, there = ''] of places) {
      if (press) {
        await clickMark(screen, press)
        await poll(() => screen.$(there), there)
      } else await goTo(screen, place)
      const name = place.replace(id ?? '', 'ID').replace(bad ?? '', 'OLD')
      await isSound(screen, `dashboard ${name}${press ? ' asked' : ''}`)
    }
  })

  test('a guide in panel and card, on a page that is written from right to left too', async () => {
    await look('panel')
    const scene = await begin(h, screen)
    await scene.page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await lit(scene, 'create-opener')
    await stands(scene.page, 'create-opener')
    await reveal(scene)
    await stands(scene.page, 'reveal-key')
    const panel = await open('panel')
    await isSound(panel, 'panel guide')
    await panel.close()
    await send(screen, 'screen.guideAct', { act: 'stop' })
  })

  /** The card reads well, leaves its target free, and is the mirror of what it is in English. */
  async function stands(page: Page, target: MarkName): Promise<void> {
    expect({ target, ...(await inCard(page, readsWell, names)) }).toEqual({ target, english: [], cut: [] })
    const free = async () => {
      const [drawn, box] = [await card(page), await boxOf(page, target)]
      return drawn && box && overlap(drawn.box, box) === 0 ? drawn : undefined
    }
    const drawn = await poll(free, `the card beside “${target}”`)
    await h.screenshot(page, `pseudo/card at ${target}`)
    const [fold, stop] = drawn.buttons.map(button => button.box.x)
    const [back, skip] = ['Báçk', 'Skíp'].map(
      name => drawn.buttons.find(one => one.name.includes(name))?.box.x,
    )
    const middle = drawn.box.x + drawn.box.width / 2
    expect(Number(stop)).toBeLessThan(Number(fold))
    expect(Number(fold)).toBeLessThan(middle)
    expect(skip).toBeGreaterThan(0)
    // A step that keeps what would be lost offers no way back.
    if (target !== 'reveal-key') expect(Number(skip)).toBeLessThan(Number(back))
  }

  test('locked', async () => {
    await send(screen, 'screen.lock', {})
    await look('popup', 'panel', 'dashboard')
    h.assertClean()
  })
})

/** Where it is, what is pressed there, and what is there then. */
type Place = [place: string, press?: string, there?: string]

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** There when the words are others than before and stay so. */
async function goTo(page: Page, place: string): Promise<void> {
  const words = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '')
  const before = await words()
  await page.evaluate(hash => {
    location.hash = hash
  }, place)
  let last = ''
  await poll(async () => {
    const now = await words()
    // A page is loaded when it is opened. Until then the one before is there, hidden, with what is said to a screen reader beside it.
    const isThere = await page.$eval('main h1', title => title.checkVisibility()).catch(() => false)
    const rests = now === last && now !== before && isThere
    last = now
    return rests
  }, place)
}
