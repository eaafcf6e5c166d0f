/** What can come in the way of a guide, brought about on the practice platform: card, panel and light say it, then the guide goes on. */
import assert from 'node:assert/strict'
import type { Page } from 'puppeteer-core'
import { guides } from '../../../src/guides/index.ts'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { boxOf, press, type } from '../../browser/practice-page.ts'
import { card, spotlight } from '../../overlay/overlay.ts'
import type { MarkName } from '../../practice/marks.ts'
import { initialState, type Patch } from '../../practice/state.ts'
import { ask, openPanel, panelShows, stayOn } from './walk.ts'
import { walks } from './walks.ts'

type Obstacle = {
  /** Where it shows; the guide's own first page when left out. */
  path?: string
  patch?: Patch
  /** What the person does until it stands in the way. */
  before?: (page: Page) => Promise<void>
  lit?: MarkName
}

const billing = '/settings/organization/billing/overview'

/** A text that nobody has seen on a page of ours: put where the page would say it. */
const says = (text: string) => (page: Page) =>
  page.evaluate(text => {
    const line = document.createElement('p')
    line.textContent = text
    document.querySelector('main')?.append(line)
  }, text)

const asksFor = (type: 'password' | 'text', label: string) => (page: Page) =>
  page.evaluate(
    (type, label) => {
      const dialog = document.createElement('div')
      dialog.role = 'dialog'
      dialog.ariaLabel = 'Confirm that it is you'
      const field = document.createElement('input')
      field.type = type
      field.ariaLabel = label
      const button = document.createElement('button')
      button.textContent = 'Confirm'
      dialog.append(field, button)
      document.body.append(dialog)
    },
    type,
    label,
  )

async function declinedCard(page: Page): Promise<void> {
  await press(page, 'add-payment')
  await press(page, 'payer-individual')
  await press(page, 'card-frame')
  const frame = await poll(
    () => page.frames().find(one => one.url().includes('card-frame')),
    'the frame of the card',
  )
  for (const [field, text] of [
    ['#number', '4000000000000002'],
    ['#expiry', '12/34'],
    ['#code', '123'],
  ] as const)
    await frame.type(field, text)
  await type(page, 'card-name', 'Robin Practice')
  await press(page, 'card-continue')
}

const usual: Record<string, Obstacle> = {
  'signed-out': { patch: { person: { signedIn: false } }, lit: 'sign-in' },
  password: { before: asksFor('password', 'Password') },
  code: { before: asksFor('text', 'Code from the e-mail') },
  phone: { path: '/api-keys', patch: { person: { phone: 'needed' } }, lit: 'phone-start' },
  policy: { path: '/api-keys', patch: { organization: { keyPolicy: 'none' } } },
  'no-rights': { patch: { person: { role: 'reader' } } },
  payment: { path: '/chat', patch: { billing: { plan: 'trial', credit: 0, card: null } } },
}

const own: Record<string, Record<string, Obstacle>> = {
  'create-account': {
    phone: {
      path: '/api-keys',
      patch: { person: { phone: 'needed' } },
      before: page => press(page, 'phone-start'),
    },
    'key-shown': {
      path: '/welcome?step=try',
      patch: { person: { signUp: 'try' } },
      before: page => press(page, 'wizard-generate'),
    },
    country: { path: '/home', before: says('Country, region, or territory not supported') },
  },
  'set-up-billing': {
    declined: {
      path: billing,
      patch: { billing: { plan: 'trial', credit: 0, card: null } },
      before: declinedCard,
    },
  },
}

/** Each detour of each guide. @returns pairs of guide and detour */
export const allDetours = (): [guide: string, detour: string][] =>
  guides.flatMap(guide => guide.detours.map(({ id }): [string, string] => [guide.id, id]))

export function obstacleOf(guide: string, detour: string): Obstacle {
  const found = own[guide]?.[detour] ?? usual[detour]
  assert.ok(found, `Say how “${detour}” comes in the way of ${guide}.`)
  return found
}

/** Brings it about, sees it said, takes it away, and sees the guide go on. */
export async function force(
  h: Harness,
  screen: Page,
  guide: string,
  detour: string,
  look: Patch = {},
): Promise<void> {
  const { path, patch = {}, before, lit } = obstacleOf(guide, detour)
  await ask(screen, 'screen.guideAct', { act: 'stop' })
  h.practice?.set(initialState())
  h.practice?.set(look)
  h.practice?.set(patch)
  const panel = await openPanel(h, screen)
  const page = await h.platform(path ?? walks.find(walk => walk.guide === guide)?.start ?? '/home')
  const where = `${guide}, ${detour}`
  try {
    await page.bringToFront()
    await ask(screen, 'screen.startGuide', { guide })
    await stayOn(h, page)
    await answerFirst(h, screen)
    await before?.(page)
    const view = await poll(
      async () => {
        const now = (await h.session()).tour
        return now?.kind === 'detour' && now.step === detour && now
      },
      async () => {
        const now = (await h.session()).tour
        return `${where}; it shows ${now?.kind} ${now?.step}, ${now?.state}; the card: ${(await card(page))?.text}`
      },
    )
    const shown = await poll(async () => {
      const now = await card(page)
      return now?.data.step === detour && now
    }, `${where}: the card`)
    assert.ok(shown.text.includes(view.words.do), `${where}: the card says ${shown.text}`)
    await panelShows(panel, view, where)
    if (lit && view.target !== undefined) await isLit(page, lit, where)
    else await poll(async () => !(await spotlight(page)), `${where}: no light on anything`)
    // It is out of the way: the guide stands where it stood.
    if (before) await page.reload()
    h.practice?.set(initialState())
    h.practice?.set(look)
    await page.goto(
      page.url().startsWith('https://platform') ? page.url() : 'https://platform.openai.com/home',
    )
    await poll(async () => {
      const now = (await h.session()).tour
      return now?.guide === guide && now.step !== detour
    }, `${where}: the guide to go on`)
  } finally {
    await page.close()
  }
}

/** A question that stands before everything else is answered by its first option. */
async function answerFirst(h: Harness, screen: Page): Promise<void> {
  for (let count = 0; count < 4; count++) {
    const view = await poll(async () => (await h.session()).tour, 'the guide to begin')
    const option = view.kind === 'choice' ? view.choice?.options[0]?.id : undefined
    if (option === undefined) return
    await ask(screen, 'screen.guideAct', { act: 'choose', option })
  }
}

async function isLit(page: Page, name: MarkName, where: string): Promise<void> {
  await poll(
    async () => {
      const [ring, box] = [(await spotlight(page))?.box, await boxOf(page, name)]
      return ring && box && Math.abs(box.x - ring.x - 8) < 3 && Math.abs(box.y - ring.y - 8) < 3
    },
    async () => `${where}: the light on “${name}”; it is at ${JSON.stringify((await spotlight(page))?.box)}`,
  )
}
