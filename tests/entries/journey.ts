/**
 * The main job, end to end, as a person does it: from the welcome page to a key that is kept, checked, copied once, revoked
 * and proven dead. Every click is a real one. Played by `npm start` without a display and by journey.browser.ts.
 * Before every step the worker is killed: Keyway may forget nothing.
 */
import assert from 'node:assert/strict'
import type { Page } from 'puppeteer-core'
import { clickMark, clickNamed, fill, type Harness, launch, says, shows } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { boxOf, isThere, press, standing, type } from '../browser/practice-page.ts'
import { fourWords } from '../features/lock/vault-story.ts'
import { card, parts, pressCard, spotlight } from '../overlay/overlay.ts'
import type { MarkName } from '../practice/marks.ts'

export type Journey = {
  h: Harness
  /** The tab of the platform. */
  page: Page
  welcome: Page
  passphrase: string
  secret: string
}

export type Step = {
  name: string
  run: (journey: Journey) => Promise<void>
  /** What to look at afterwards. */
  see?: (journey: Journey) => Promise<Record<string, Page | undefined>>
}

const keyName = 'Learning-MyLaptop-v1'
const thePage = async ({ page }: Journey) => ({ page })
const pageAndPanel = async ({ h, page }: Journey) => ({ page, panel: await h.panel() })
const thePopup = async ({ h }: Journey) => ({ popup: await h.popup() })
const theWelcome = async ({ welcome }: Journey) => ({ welcome })

export const steps: Step[] = [
  {
    name: 'one welcome tab says what Keyway is and is not',
    async run(journey) {
      journey.welcome = await journey.h.pageAt(/welcome\.html/)
      await says(journey.welcome, /not made by OpenAI/i)
      const tabs = journey.h.browser.targets().filter(target => /welcome\.html/.test(target.url()))
      assert.equal(tabs.length, 1, 'There should be one welcome tab.')
    },
    see: theWelcome,
  },
  {
    name: 'the vault is made before any key: four words, and nothing else is asked',
    async run(journey) {
      const { welcome } = journey
      await clickNamed(welcome, 'I need my first key')
      journey.passphrase = await fourWords(welcome)
      assert.equal(
        await welcome.$('input[name="watch"]'),
        null,
        'Checks after the lock are asked about later.',
      )
    },
    see: theWelcome,
  },
  {
    name: 'the recovery code is shown once, under the words',
    async run({ welcome, passphrase }) {
      await clickMark(welcome, '[data-keyway="make-vault"]')
      await poll(
        () =>
          welcome.$eval('[data-keyway="recovery-code"]', element => (element.textContent ?? '').length > 20),
        'a recovery code',
      )
      await says(welcome, passphrase)
    },
    see: theWelcome,
  },
  {
    name: 'the welcome page leads on once the code is saved',
    async run({ welcome }) {
      await clickMark(welcome, '[data-keyway="start-guide"]')
      await says(welcome, 'Save the code first')
      await clickNamed(welcome, 'I have saved it')
    },
    see: theWelcome,
  },
  {
    name: 'its button opens the API keys page, with the guide beside it',
    async run(journey) {
      await clickMark(journey.welcome, '[data-keyway="start-guide"]')
      await says(journey.welcome, 'Your vault is ready')
      await says(journey.welcome, /pin/)
      journey.page = await journey.h.pageAt(/^https:\/\/platform\.openai\.com\/api-keys/)
      await journey.page.bringToFront()
      await standing(journey.page, 'create-opener')
    },
    see: thePage,
  },
  {
    name: 'the spotlight is on “Create new secret key” and nothing else',
    async run({ h, page }) {
      await atStep(page, 'open')
      // An empty page has two of them; each opens the dialog.
      await lit(page, 'create-opener', 'create-opener-empty')
      await says(await h.panel(), 'Create new secret key')
    },
    see: pageAndPanel,
  },
  {
    name: 'the dialog opens, and the guide moves on by what the page shows',
    async run({ page }) {
      await press(page, await lit(page, 'create-opener', 'create-opener-empty'))
      await atStep(page, 'name')
      await lit(page, 'key-name')
      await pressCard(page, 'More about this')
      assert.ok(await isThere(page, 'create-dialog'), 'A press on the card must not close the page’s dialog.')
    },
    see: thePage,
  },
  {
    name: 'the name is typed, and the guide goes on when the field is left',
    async run({ page }) {
      await type(page, 'key-name', keyName)
      await page.keyboard.press('Tab')
      await atStep(page, 'submit')
      await lit(page, 'create-submit')
    },
    see: thePage,
  },
  {
    name: 'the page is reloaded in mid-guide: it resumes where the page is now',
    async run({ page }) {
      await page.reload({ waitUntil: 'load' })
      await atStep(page, 'open')
      await press(page, await lit(page, 'create-opener', 'create-opener-empty'))
      await poll(() => isThere(page, 'create-dialog'), 'the dialog again')
    },
    see: thePage,
  },
  {
    name: 'the name is typed again; the rest of the form is one list that ticks itself',
    async run({ page }) {
      await walkTo(page, 'submit', {
        name: async () => {
          await type(page, 'key-name', keyName)
          await page.keyboard.press('Tab')
        },
      })
      const text = (await card(page))?.text ?? ''
      for (const part of [/Owner: “You”/, /Project/, /Expiration/, /Permissions/]) assert.match(text, part)
    },
    see: thePage,
  },
  {
    name: 'the key is given an end, and the spotlight is on “Create secret key”',
    async run({ page }) {
      await press(page, 'key-expiration')
      await poll(() => isThere(page, 'key-expiration-item'), 'the choices of the expiration')
      await clickNamed(page, '30 days')
      // While it closes the menu keeps every press for itself.
      await poll(async () => !(await isThere(page, 'key-expiration-item')), 'the menu to be closed')
      await atStep(page, 'submit')
      await lit(page, 'create-submit')
    },
    see: thePage,
  },
  {
    name: 'the key is shown once, and the card offers to save it',
    async run(journey) {
      const { h, page } = journey
      await press(page, 'create-submit')
      await poll(() => isThere(page, 'reveal-key'), 'the dialog with the key')
      await atStep(page, 'save')
      journey.secret = h.practice?.state.keys.at(-1)?.secret ?? ''
      assert.match(journey.secret, /^sk-/)
      assert.ok(!(await card(page))?.text.includes(journey.secret), 'The card must not show the key.')
    },
    see: thePage,
  },
  {
    name: '“Save to Keyway” only asks: the dialog stays open, and the side panel wants a confirmation',
    async run({ h, page, secret }) {
      await pressCard(page, /Save/)
      const panel = await h.panel()
      await shows(panel, '[data-keyway="commit"]')
      assert.ok(await isThere(page, 'reveal-key'), 'The page’s dialog must stay open.')
      const shown = await says(panel, secret.slice(-4))
      assert.ok(!shown.includes(secret), 'The panel must show the key masked.')
      const { rows = [] } = await h.session()
      assert.equal(rows.length, 0, 'Nothing may be in the vault before the person confirms.')
    },
    see: pageAndPanel,
  },
  {
    name: 'the side panel commits it to the vault',
    async run({ h, page }) {
      const panel = await h.panel()
      await clickMark(panel, '[data-keyway="commit"]')
      await poll(async () => (await h.session()).rows?.length === 1, 'the key in the vault')
      await atStep(page, 'close')
      await lit(page, 'reveal-done')
    },
    see: pageAndPanel,
  },
  {
    name: 'the key is checked: accepted, and it can spend',
    async run({ h, page }) {
      await press(page, 'reveal-done')
      await poll(
        async () => (await h.session()).rows?.[0]?.verdict?.cause === 'ok',
        async () => `the verdict “ok”; it is ${JSON.stringify((await h.session()).rows?.[0]?.verdict)}`,
      )
    },
    see: pageAndPanel,
  },
  {
    name: 'a receipt closes the guide: what was made, where it is, what it can cost, how to take it back',
    async run({ h, page, secret }) {
      await atStep(page, 'receipt')
      const text = (await card(page))?.text ?? ''
      for (const wanted of [/Where it is/, /most it can cost/, /Expires/, /Taking it back/])
        assert.match(text, wanted)
      // Which key it is stays in Keyway's own window: a page can read what is drawn in it.
      assert.ok(!text.includes(secret.slice(-4)))
      assert.ok(JSON.stringify((await h.session()).tour?.receipt).includes(secret.slice(-4)))
      const panel = await h.panel()
      await says(panel, 'Your key works.')
      await says(panel, 'Keep checking while locked?')
      assert.ok(await panel.$('[data-keyway="try-it"]'), 'The receipt should lead on to a first answer.')
    },
    see: pageAndPanel,
  },
  {
    name: 'the guide is closed, and nothing of it is left on the page',
    async run({ page }) {
      await pressCard(page, 'Close the guide')
      await poll(async () => (await parts(page)).length === 0, 'nothing of Keyway to be on the page')
    },
    see: thePage,
  },
  {
    name: 'the popup lists the key with its verdict and the time of the check',
    async run({ h, secret }) {
      const popup = await h.popup()
      await shows(popup, '[data-keyway="key-row"] [data-keyway="verdict"][data-cause="ok"]')
      const text = await says(popup, /just now|\d+ ?(s|m)\w* ago/)
      assert.ok(!text.includes(secret))
    },
    see: thePopup,
  },
  {
    name: 'copy once: the clipboard holds exactly the key, and a countdown runs',
    async run({ h, secret }) {
      const popup = await h.popup()
      await clickMark(popup, '[data-keyway="copy"]')
      await poll(async () => (await h.session()).copy, 'the countdown')
      await says(popup, /clear|emptied|clipboard/i)
      await h.closePopup()
      assert.equal(await clipboard(h), secret)
    },
  },
  {
    name: 'the clipboard is really empty afterwards, with the popup closed',
    async run({ h }) {
      await poll(async () => (await clipboard(h)) === '', 'the clipboard to be emptied')
    },
  },
  {
    name: 'a second copy asks for the passphrase',
    async run({ h, passphrase, secret }) {
      const popup = await h.popup()
      await clickMark(popup, '[data-keyway="copy"]')
      await fill(popup, 'dialog[open] input', passphrase)
      await clickNamed(popup, 'Copy')
      await poll(async () => (await h.session()).copy, 'the second countdown')
      await h.closePopup()
      assert.equal(await clipboard(h), secret)
    },
    see: thePopup,
  },
  {
    name: 'locked: the list is gone, a wrong passphrase is told plainly',
    async run({ h }) {
      const popup = await h.popup()
      await clickNamed(popup, /^Lock/)
      await shows(popup, '[data-keyway="unlock"]')
      const { rows = [] } = await h.session()
      assert.equal(rows.length, 0, 'No row may be left in session storage.')
      await fill(popup, 'input[type="password"]', 'these are wrong words')
      await clickMark(popup, '[data-keyway="unlock"]')
      await says(popup, /passphrase/i)
      await shows(popup, '[role="alert"]')
    },
    see: thePopup,
  },
  {
    name: 'unlocked: the key is still there',
    async run({ h, passphrase }) {
      const popup = await h.popup()
      await fill(popup, 'input[type="password"]', passphrase)
      await clickMark(popup, '[data-keyway="unlock"]')
      await shows(popup, '[data-keyway="key-row"]')
    },
    see: thePopup,
  },
  {
    name: 'the key is revoked on the platform, and “Test now” says rejected and what mends it',
    async run({ h, page }) {
      await h.closePopup()
      await page.bringToFront()
      await press(page, 'key-delete')
      await press(page, 'revoke-confirm')
      await poll(() => h.practice?.state.keys.at(-1)?.revoked, 'the key to be revoked')
      const popup = await h.popup()
      await clickMark(popup, '[data-row-name]')
      await clickMark(popup, '[data-keyway="test"]')
      await shows(popup, 'main [data-keyway="verdict"][data-cause="invalid_key"]')
      await says(popup, /Show me how to fix it/)
    },
    see: thePopup,
  },
]

/** The card shows this step of the guide. */
async function atStep(page: Page, step: string): Promise<void> {
  await poll(
    async () => (await card(page))?.data.step === step,
    async () => {
      const now = await card(page)
      return `the step “${step}”; the card is at “${now?.data.step ?? 'nothing'}” and says: ${now?.text ?? ''}`
    },
  )
}

/** Does what each step asks for until the wanted one is reached; steps that are done already are not there any more. */
async function walkTo(page: Page, wanted: string, does: Record<string, () => Promise<void>>): Promise<void> {
  let last = ''
  for (;;) {
    const step = await poll(async () => {
      const now = (await card(page))?.data.step
      return now !== undefined && now !== last && (now === wanted || now in does) ? now : undefined
    }, `a step after “${last}”, on the way to “${wanted}”`)
    if (step === wanted) return
    last = step
    await does[step]?.()
  }
}

/** The spotlight lies around this element, 8 px away, and there is one only. */
async function lit(page: Page, ...names: MarkName[]): Promise<MarkName> {
  const around = async (name: MarkName) => {
    const [ring, box] = [await spotlight(page), await boxOf(page, name)]
    if (!ring || !box) return false
    const gaps = [
      box.x - ring.box.x,
      box.y - ring.box.y,
      ring.box.x + ring.box.width - box.x - box.width,
      ring.box.y + ring.box.height - box.y - box.height,
    ]
    return gaps.every(gap => gap > 0 && gap < 24)
  }
  return poll(
    async () => {
      for (const name of names) if (await around(name)) return name
      return undefined
    },
    async () => {
      const boxes = await Promise.all(names.map(name => boxOf(page, name)))
      return `the spotlight on “${names}” at ${JSON.stringify(boxes)}; it is at ${JSON.stringify((await spotlight(page))?.box)}`
    },
  )
}

/** What is on the clipboard, as any page in front may ask. */
async function clipboard(h: Harness): Promise<string> {
  const page = (await h.browser.pages()).find(one => one.url().startsWith('https://platform.openai.com'))
  assert.ok(page)
  await h.browser
    .defaultBrowserContext()
    .overridePermissions('https://platform.openai.com', ['clipboard-read'])
  await page.bringToFront()
  return page.evaluate(() => navigator.clipboard.readText())
}

export type Told = (line: { n: number; name: string; why?: string }) => void

/** Plays all steps; stops at the first that fails. @returns how many failed: 0 or 1. */
export async function play(h: Harness, told: Told, shots?: string): Promise<Journey> {
  const journey = { h } as Journey
  for (const [index, step] of steps.entries()) {
    const n = index + 1
    try {
      if (index > 0) await h.killWorker()
      await step.run(journey)
      h.assertClean()
      await look(journey, step, n, shots)
      told({ n, name: step.name })
    } catch (error) {
      await lookAtAll(h, n, shots)
      const why = error instanceof Error ? error.message : String(error)
      told({ n, name: step.name, why })
      throw error
    }
  }
  return journey
}

/** Plays it in a browser of its own. Fails at the first step that does, and when a host was asked that is none of ours. */
export async function playOnce(dark: boolean): Promise<void> {
  const h = await launch({ dark, notesHosts: true })
  try {
    await play(
      h,
      ({ n, name, why }) => {
        if (why !== undefined) throw new Error(`step ${n}, “${name}”: ${why}`)
      },
      `tests/journey-${dark ? 'dark' : 'light'}`,
    )
    // The one that has to be found afterwards: what finds none may have looked at nothing.
    const page = await h.newPage()
    await page.goto('https://elsewhere.example').catch(() => {})
  } finally {
    await h.close()
  }
  const foreign = h.foreignHosts().join(', ')
  if (foreign !== 'elsewhere.example')
    throw new Error(
      `Beside the hosts that are ours the browser was to ask elsewhere.example, it asked ${foreign}.`,
    )
}

async function look(journey: Journey, step: Step, n: number, shots: string | undefined): Promise<void> {
  if (!shots) return
  const seen = (await step.see?.(journey)) ?? {}
  for (const [what, page] of Object.entries(seen))
    if (page) await journey.h.screenshot(page, `${shots}/${String(n).padStart(2, '0')}-${what}`)
}

/** What everything looks like when a step has failed. */
async function lookAtAll(h: Harness, n: number, shots: string | undefined): Promise<void> {
  if (!shots) return
  for (const [index, target] of h.browser.targets().entries()) {
    if (!/^(https|chrome-extension):/.test(target.url()) || target.type() === 'service_worker') continue
    const page = await target.asPage().catch(() => undefined)
    if (page)
      await h.screenshot(page, `${shots}/${String(n).padStart(2, '0')}-failed-${index}`).catch(() => {})
  }
}
