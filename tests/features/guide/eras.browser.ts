/** The guide to a first key in every layout era and variant: the light on the very element, or the right sentence instead. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { clickNamed, type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { isThere, marked, press, type } from '../../browser/practice-page.ts'
import { card, pressCard, spotlight } from '../../overlay/overlay.ts'
import type { MarkName } from '../../practice/marks.ts'
import { makeSecret } from '../../practice/secrets.ts'
import type { Patch } from '../../practice/state.ts'
import { flood } from './flood.ts'
import { begin, lit, type Scene, view } from './on-keys-page.ts'
import { privateStrings } from './private-page.ts'
import { ask, openPanel, withVault } from './walk.ts'

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

/** What a person does at each step; what is lit first is held against the page's hidden marks. */
const does: Record<string, { mark: MarkName; hand: (scene: Scene) => Promise<void> }> = {
  open: { mark: 'create-opener', hand: ({ page }) => press(page, 'create-opener') },
  name: {
    mark: 'key-name',
    async hand({ page }) {
      await type(page, 'key-name', 'Learning-MyLaptop-v1')
      await page.keyboard.press('Tab')
    },
  },
  submit: { mark: 'create-submit', hand: ({ page }) => press(page, 'create-submit') },
}

/** No step asks for these: the light goes to what the form still waits for, and then to the button that sends it. */
async function fillTheRest(scene: Scene): Promise<void> {
  if (await isThere(scene.page, 'key-project')) await chooseProject(scene)
  if (scene.h.practice?.state.organization.expiration === 'required') await lit(scene, 'key-expiration')
  await chooseExpiry(scene)
}

/** In 2024 none was chosen beforehand. */
async function chooseProject({ page }: Scene): Promise<void> {
  const text = await page.evaluate(() => {
    const { __practice } = window as unknown as { __practice: { marked(name: string): Element } }
    return __practice.marked('key-project').textContent ?? ''
  })
  if (/select project/i.test(text)) {
    await press(page, 'key-project')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
}

async function chooseExpiry({ h, page }: Scene): Promise<void> {
  const { expiration, expirationWidget } = h.practice?.state.organization ?? {}
  if (expiration === 'required') {
    if (expirationWidget === 'date') await chooseDate(page)
    else await press(page, 'key-expiration')
    if (expirationWidget === 'select') {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    } else if (expirationWidget === 'menu') {
      await clickNamed(page, /30|month/)
      // While it closes the menu keeps every press for itself.
      await poll(async () => !(await isThere(page, 'key-expiration-item')), 'the menu to be closed')
    }
  }
}

/** Not by keys: what a date field's keys mean depends on the machine's language. */
async function chooseDate(page: Page): Promise<void> {
  const field = await marked(page, 'key-expiration')
  await field?.evaluate(element => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, '2027-01-15')
    element.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Comes to rest: the same view for a moment. */
async function rested(last: string): Promise<TourView> {
  let before = ''
  let since = Date.now()
  return poll(
    async () => {
      const now = await view(h)
      const key = `${now?.step} ${now?.state}`
      if (key !== before) {
        before = key
        since = Date.now()
      }
      return now && now.step !== last && now.state !== 'waiting' && Date.now() - since > 350 ? now : undefined
    },
    async () => `a step after “${last}”; now ${JSON.stringify(await view(h)).slice(0, 600)}`,
  )
}

async function walkToTheKey(scene: Scene): Promise<string[]> {
  const steps: string[] = []
  for (;;) {
    const now = await rested(steps.at(-1) ?? '')
    steps.push(now.step)
    if (now.step === 'save') break
    const step = does[now.step]
    if (!step) throw new Error(`Nothing is known to do at ${now.step}: ${now.sentence}`)
    if (now.step === 'submit') await fillTheRest(scene)
    await lit(scene, step.mark)
    await step.hand(scene)
  }
  await lit(scene, 'reveal-key')
  return steps
}

const usual = ['open', 'name', 'submit', 'save']

describe('to the key, with the light on the very element', () => {
  const cases: [string, Patch][] = [
    ['era A', { era: 'A', organization: { expiration: 'absent' } }],
    ['era B', { era: 'B', organization: { expiration: 'absent' } }],
    ['era C', { era: 'C', organization: { expiration: 'absent' } }],
    ['era D', { era: 'D' }],
    [
      'an expiration that must be chosen, in a select',
      { organization: { expiration: 'required', expirationWidget: 'select' } },
    ],
    ['… in a menu', { organization: { expiration: 'required', expirationWidget: 'menu' } }],
    ['… as a date', { organization: { expiration: 'required', expirationWidget: 'date' } }],
    [
      'a project and an expiration called by what is chosen in them',
      { projects: [{ name: 'Chatbot' }], organization: { expiration: 'required' }, wording: 2 },
    ],
    ['a sidebar that is folded', { sidebar: 'collapsed' }],
    ['a dialog of react-aria', { modal: 'aria' }],
    ['a native dialog', { modal: 'native' }],
    ['dark', { theme: 'dark' }],
  ]
  test.each(cases)('%s', async (_, patch) => {
    const scene = await begin(h, screen, patch)
    expect(await walkToTheKey(scene)).toEqual(usual)
    h.assertClean()
  })
})

describe('when it cannot be done, the card says why and what to do', () => {
  const cases: [string, Patch, RegExp, MarkName | null][] = [
    ['the phone is not verified', { person: { phone: 'needed' } }, /phone/, 'phone-start'],
    ['the same in 2024', { era: 'B', person: { phone: 'needed' } }, /phone/, 'phone-start'],
    ['a member without the right', { person: { role: 'reader' } }, /owner|Not in sight/, null],
    ['keys are forbidden', { organization: { keyPolicy: 'none' } }, /owner/, null],
    ['signed out', { person: { signedIn: false } }, /Sign in/, 'sign-in'],
    [
      'a page that is being checked for robots',
      { site: 'just-a-moment' },
      /does not know|Not in sight|API keys/,
      null,
    ],
  ]
  test.each(cases)('%s', async (_, patch, words, mark) => {
    const scene = await begin(h, screen, patch)
    await poll(
      async () => words.test((await card(scene.page))?.text ?? ''),
      async () =>
        `${words}; the card says ${(await card(scene.page))?.text}; ${JSON.stringify((await view(h))?.state)}`,
    )
    if (mark) await lit(scene, mark)
    else await poll(async () => !(await spotlight(scene.page)), 'no light')
  })

  test('the phone is asked for after “Create secret key”, and the guide goes on afterwards', async () => {
    const scene = await begin(h, screen, { person: { phone: 'on-submit' } })
    await press(scene.page, 'create-opener')
    await press(scene.page, 'create-submit')
    await poll(async () => (await view(h))?.step === 'phone', 'the detour')
    h.practice?.set({ person: { phone: 'verified' } })
    await scene.page.reload()
    await poll(async () => (await view(h))?.step === 'open', 'the guide to go on')
  })

  test('the key was closed unsaved: said, with the way to end it, and on to a new one', async () => {
    const scene = await begin(h, screen)
    await press(scene.page, 'create-opener')
    await press(scene.page, 'create-submit')
    await poll(async () => (await view(h))?.step === 'save', 'the key to be shown')
    await press(scene.page, 'reveal-done')
    await poll(async () => (await view(h))?.step === 'save-lost', 'the loss to be said')
    expect((await view(h))?.fix).toBe('revoke-key')
    await pressCard(scene.page, 'Start again')
    await lit(scene, 'create-opener')
  })
})

describe('the way to the page', () => {
  const ways: [string, Patch, MarkName][] = [
    ['the sidebar', {}, 'nav-api-keys'],
    ['behind “More”', { underMore: ['API Keys'] }, 'nav-more'],
    ['2024', { era: 'B' }, 'nav-api-keys'],
    ['early 2026', { era: 'C' }, 'nav-api-keys'],
    ['translated by Chrome', { translated: true }, 'nav-api-keys'],
  ]
  test.each(ways)('%s', async (_, patch, mark) => {
    const scene = await begin(h, screen, patch, 'create-key', '/logs')
    // The tab that the start opened is closed again: from here the way begins.
    await poll(
      async () => (await h.session()).tourPage?.facts.url.endsWith('/logs'),
      'the guide to be on this page',
    )
    await ask(screen, 'screen.guideAct', { act: 'restart' })
    await poll(async () => (await view(h))?.step === 'page', 'the way to be shown')
    await lit(scene, mark)
  })

  test('translated by Chrome: the light is right or out, never wrong', async () => {
    const scene = await begin(h, screen, { translated: true })
    const now = await rested('')
    if (now.state === 'ready') await lit(scene, 'create-opener')
    else expect(await spotlight(scene.page)).toBeUndefined()
  })
})

async function inPanel(button: string): Promise<void> {
  const panel = await h.extensionPage('src/entries/panel/panel.html')
  await poll(() => panel.$(`::-p-aria([name="${button}"][role="button"])`), `“${button}” in the panel`)
  await clickNamed(panel, button)
  await panel.close()
}

/** The opener has another wording than any guide knows, and is the only one. */
const renamed = (page: Page) =>
  page.evaluate(() => {
    const { __practice } = window as unknown as { __practice: { marked(name: string): HTMLElement } }
    __practice.marked('create-opener-empty').remove()
    const label = [...__practice.marked('create-opener').querySelectorAll('span')].at(-1)
    if (label) label.textContent = 'Neuen Zugang anlegen'
  })

/** Each text in another place of the page: attributes, values, shadow roots, frames, style sheets, comments. */
const planted = (page: Page, texts: string[]) =>
  page.evaluate(texts => {
    const make = (tag: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      element.textContent = text
      return element
    }
    const all =
      'id class title alt name aria-label aria-description placeholder data-name role type href value'
    const ways: ((text: string) => Element)[] = [
      text => make('button', {}, text),
      text => make('p', {}, text),
      text =>
        make('a', { href: `https://platform.openai.com/settings/${encodeURIComponent(text)}` }, 'Delete'),
      ...all.split(' ').map(name => (text: string) => make('button', { [name]: text }, 'Delete')),
      text => Object.assign(document.createElement('input'), { value: text }),
      text => make('style', {}, `.planted::before { content: ${JSON.stringify(text)} }`),
      text => {
        const host = make('div', { class: 'planted' })
        host.append(document.createComment(text))
        host.attachShadow({ mode: 'open' }).append(make('button', { title: text }, text), make('p', {}, text))
        return host
      },
      text => {
        const row = make('tr', {})
        row.append(make('td', {}, text), make('td', { title: text }, text))
        return row
      },
    ]
    const place = document.body.appendChild(make('section', {}))
    for (const [index, text] of texts.entries()) place.append(ways[index % ways.length]?.(text) ?? '')
    const frame = place.appendChild(document.createElement('iframe'))
    for (const text of texts.slice(0, 40))
      frame.contentDocument?.body.append(make('button', { title: text }, text))
  }, texts)

describe('Show me', () => {
  test('the right thing is clicked once, is not pressed, and is lit from then on', async () => {
    const scene = await begin(h, screen)
    const rename = (page = scene.page) => renamed(page)
    await lit(scene, 'create-opener')
    await poll(() => isThere(scene.page, 'create-opener-empty'), 'the empty list')
    await rename()
    await pressCard(scene.page, 'Show Keyway')
    await poll(
      async () => /Click the right thing once/.test((await card(scene.page))?.text ?? ''),
      'the question',
    )
    await press(scene.page, 'create-opener')
    await lit(scene, 'create-opener')
    expect(await isThere(scene.page, 'create-dialog')).toBe(false)
    // The page may say so until the browser ends; to last, it takes the person's word in the side panel.
    expect(JSON.stringify(await h.local())).not.toContain('create-key/opener')
    await inPanel('Remember it')
    await poll(
      async () => JSON.stringify(await h.local()).includes('create-key/opener'),
      'it to be remembered',
    )
    await scene.page.reload()
    await poll(() => isThere(scene.page, 'create-opener-empty'), 'the page again')
    await rename()
    await lit(scene, 'create-opener')

    // What finds it is put into each document that asks: by a worker that was ended, into a second tab, and once the first script came anew.
    await h.killWorker()
    await scene.page.reload()
    await poll(() => isThere(scene.page, 'create-opener-empty'), 'the page once more')
    await rename()
    await lit(scene, 'create-opener')
    const second = await h.platform('/api-keys')
    await second.bringToFront()
    const there = { ...scene, page: second }
    await poll(() => isThere(second, 'create-opener-empty'), 'the second tab')
    await rename(second)
    await lit(there, 'create-opener')
    await h.inWorker(async () => {
      const files = ['src/entries/content/main.iife.js']
      for (const { id } of await chrome.tabs.query({ url: 'https://platform.openai.com/*' }))
        if (id !== undefined) await chrome.scripting.executeScript({ target: { tabId: id }, files })
    })
    await lit(there, 'create-opener')
    // Nothing of it is in the page's own world.
    expect(await second.evaluate(() => Symbol.for('what was taught') in globalThis)).toBe(false)
  })

  test('a report on a page that looks different marks what was shown, and holds no word of the page’s own', async () => {
    const scene = await begin(h, screen)
    await poll(() => isThere(scene.page, 'create-opener-empty'), 'the empty list')
    await renamed(scene.page)
    await lit(scene, 'create-opener')
    const texts = privateStrings(500, 7)
    await planted(scene.page, texts)
    const panel = await h.extensionPage('src/entries/panel/panel.html')
    await poll(() => panel.$('[data-keyway=page-report] button'), 'the panel to show the step')
    await clickNamed(panel, 'This page looks different')
    const report = await poll(
      () => panel.$eval('[data-keyway=page-report] pre', pre => pre.textContent).catch(() => null),
      'the report',
    )
    await panel.close()
    expect(report).toMatch(/^ *- button <button> "▮+ ▮+ ▮+" means create .*← shown$/m)
    expect(report).toContain('in-frame')
    expect(report).toContain('in-shadow')
    expect(texts.filter(text => report?.includes(text))).toEqual([])
  })
})

describe('a page that is too much', () => {
  test('says that it is no longer looked at, and the key on it is taken all the same', async () => {
    const scene = await begin(h, screen)
    await lit(scene, 'create-opener')
    await scene.page.evaluate(flood, { dialogs: 2_000, letters: 10_000_000 })
    await poll(
      async () => /it has stopped looking/.test((await card(scene.page))?.text ?? ''),
      'the card to say so',
    )
    expect(await spotlight(scene.page)).toBeUndefined()
    const secret = makeSecret('project')
    await scene.page.evaluate(secret => {
      const place = document.createElement('code')
      place.style.cssText =
        'position:fixed;inset:0 0 auto;z-index:9;background:#fff;color:#000;overflow-wrap:anywhere'
      place.textContent = secret
      document.body.append(place)
    }, secret)
    await openPanel(h, screen)
    await clickNamed(await h.panel(), 'Take the key shown on the page')
    await poll(async () => (await h.session()).pending?.length === 1, 'the key to wait in the panel')
  })
})

describe('while no guide runs', () => {
  test('a key that is shown all the same is noticed, and can be saved', async () => {
    const scene = await begin(h, screen)
    await ask(screen, 'screen.guideAct', { act: 'stop' })
    await scene.page.reload()
    await press(scene.page, 'create-opener')
    await press(scene.page, 'create-submit')
    await pressCard(scene.page, 'Save to Keyway', 'pill')
    await poll(async () => (await h.session()).pending?.length === 1, 'the key to wait in the panel')
    expect(await isThere(scene.page, 'reveal-key')).toBe(true)
  })

  test('“Not again” is kept', async () => {
    const scene = await begin(h, screen)
    await ask(screen, 'screen.guideAct', { act: 'stop' })
    await scene.page.reload()
    await pressCard(scene.page, 'Not again', 'pill')
    await inPanel('Stop offering')
    await poll(
      async () =>
        ((await h.local()).settings as { offerDeclined?: boolean } | undefined)?.offerDeclined === true,
      'the word to be kept',
    )
  })
})
