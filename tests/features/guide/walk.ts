/**
 * Walks a guide on the practice platform as a person would: reads the card, does what it says with real input, and at every
 * step holds the spotlight against the page's own hidden marks. What to do is taken from the step's own condition, so a step
 * whose condition nothing can fulfil fails here.
 */
import assert from 'node:assert/strict'
import type { Page } from 'puppeteer-core'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import type { Condition, Guide, Step } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { clickMark, type Harness, words } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { boxOf, isThere, marked, press, type } from '../../browser/practice-page.ts'
import { differences, wholePage } from '../../browser/untouched.ts'
import { card, parts, pressCard, spotlight } from '../../overlay/overlay.ts'
import type { MarkName } from '../../practice/marks.ts'
import type { Patch } from '../../practice/state.ts'

export type Walker = { h: Harness; page: Page; panel: Page; guide: Guide; view: TourView; visited: string[] }
export type Hand = (walker: Walker) => Promise<void>

export type Walk = {
  guide: string
  /** What the practice platform is put into before the guide starts. */
  scene?: Patch
  start: string
  /** The guide is started for a key that is in the vault, and the API answers about it like this. */
  subject?: { condition?: string; mended?: (h: Harness) => void }
  /** What is noted in the vault of a key that is there, also where the guide is about none. */
  about?: Record<string, unknown>
  /** How it is begun in a screen, for the key that is meant; leads to the page that it goes on in. Left out: as a screen does, on a page that is open. */
  begin?: (keyId: string | undefined) => Promise<Page>
  choices?: Record<string, string>
  /** Target of the guide -> mark of the practice page; a list where layouts differ. */
  marks?: Record<string, MarkName | MarkName[]>
  /** What a person does at a step where the condition alone does not tell. */
  hands?: Record<string, Hand>
  /** Steps that have to be come by. */
  through: string[]
  /** Steps that some layouts do not show to be done; all others have to be seen. */
  unseen?: string[]
}

/** Targets that are called alike in all guides. */
export const usualMarks: Record<string, MarkName | MarkName[]> = {
  opener: 'create-opener',
  owner: 'owner-you',
  ownerYou: 'owner-you',
  ownerService: 'owner-service',
  name: 'key-name',
  serviceName: 'key-name',
  project: 'key-project',
  projectPicker: 'key-project',
  expiration: 'key-expiration',
  permissions: 'permissions-all',
  permissionAll: 'permissions-all',
  all: 'permissions-all',
  permissionRestricted: 'permissions-restricted',
  restricted: 'permissions-restricted',
  readOnly: 'permissions-read',
  submit: 'create-submit',
  reveal: 'reveal-key',
  close: 'reveal-done',
  menu: 'nav-api-keys',
  more: 'nav-more',
  // Until 2026 the row's buttons had no names: then the row is lit.
  rowDelete: ['key-delete', 'key-row'],
  rowEdit: ['key-edit', 'key-row'],
  confirm: 'revoke-confirm',
  edit: 'limit-edit',
  editLimit: 'limit-edit',
  amount: 'limit-amount',
  hard: 'limit-hard',
  hardApart: 'hard-limit-edit',
  save: 'limit-save',
  saveLimit: 'limit-save',
  alert: ['alert-add', 'alert-amount'],
  addPayment: 'add-payment',
  addCredit: 'add-credit',
  autoReload: 'auto-reload',
  autoReloadCard: ['auto-reload-change', 'auto-reload-line'],
  removeCard: 'remove-card',
  switcher: 'project-switch',
  modelAccess: 'model-access',
  createProject: 'project-create',
  projectName: 'project-name',
  submitProject: 'project-submit',
}

const subjectName = 'Laptop'
const passphrase = 'heron gravel lantern ostrich walk'

export function guideOf(id: string): Guide {
  const guide = guides.find(one => one.id === id)
  assert.ok(guide, `There is no guide ${id}.`)
  return guide
}

/** Speaks to the worker from a page of ours, as screens do. */
export async function ask(screen: Page, name: string, payload: unknown): Promise<Record<string, unknown>> {
  return screen.evaluate(
    (name, payload) => chrome.runtime.sendMessage({ name, payload }),
    name,
    payload as Record<string, unknown>,
  )
}

/** A vault that is open, so that guides begin where most people stand. @returns the screen to speak from. */
export async function withVault(h: Harness): Promise<Page> {
  const screen = await h.pageAt(/welcome\.html/)
  const made = await ask(screen, 'screen.createVault', { passphrase, watchWhileLocked: true })
  assert.equal(made.ok, true, `The vault was not made: ${JSON.stringify(made)}`)
  return screen
}

/** Puts a key into platform and vault alike. */
export async function subjectFor(walk: Walk, h: Harness, screen: Page): Promise<string | undefined> {
  if (!(walk.subject || walk.about) || !h.practice) return undefined
  h.practice.set({ keys: [{ name: subjectName, condition: walk.subject?.condition ?? null }] })
  const key = h.practice.state.keys[0]
  assert.ok(key)
  const saved = await ask(screen, 'screen.paste', {
    text: key.secret,
    about: { label: subjectName, ...walk.about },
  })
  assert.equal(saved.ok, true, `The key was not saved: ${JSON.stringify(saved)}`)
  const id = String(saved.id)
  await poll(
    async () => (await h.session()).rows?.find(row => row.id === id)?.verdict,
    'a verdict on the key that the guide is started for',
  )
  return id
}

/** Walks it from its first step to its receipt. @returns the ids of all steps that were come by. */
export async function walkGuide(h: Harness, screen: Page, walk: Walk): Promise<string[]> {
  try {
    return await walkThrough(h, screen, walk)
  } catch (error) {
    const left: string[] = [`the guide is at ${JSON.stringify(brief((await h.session()).tour))}`]
    for (const page of await h.browser.pages())
      if (page.url().startsWith('https://')) {
        // Whether it was loaded anew meanwhile, and what stands on it.
        const since = await page.evaluate(() => Math.round(performance.now() / 1000)).catch(() => undefined)
        left.push(`${page.url()}, loaded ${since} s ago: ${await words(page)}`)
        await h.screenshot(page, `walks/failed-${walk.guide}`)
        await page.close()
      }
    throw new Error(`${error instanceof Error ? error.message : error}; ${left.join('; ')}`, { cause: error })
  }
}

async function walkThrough(h: Harness, screen: Page, walk: Walk): Promise<string[]> {
  if (walk.scene) h.practice?.set(walk.scene)
  const keyId = await subjectFor(walk, h, screen)
  const guide = guideOf(walk.guide)
  const panel = await openPanel(h, screen)
  const page = walk.begin ? await walk.begin(keyId) : await beginOnPage(h, screen, walk, keyId)
  await page.bringToFront()

  const visited: string[] = []
  let last = ''
  for (let count = 0; count < 80; count++) {
    const view = await settled(h, walk.guide, last)
    if (view.kind === 'receipt') {
      visited.push('receipt')
      assert.ok((view.receipt?.length ?? 0) > 0, `${walk.guide}: the receipt is empty.`)
      break
    }
    last = keyOf(view)
    visited.push(view.step)
    const walker = { h, page, panel, guide, view, visited }
    if (!(await hold(walker, walk))) continue
    if (view.step === walk.through.at(-1) && walk.subject?.mended) walk.subject.mended(h)
    await doIt(walker, walk)
  }
  assert.equal(visited.at(-1), 'receipt', `${walk.guide} did not come to its end: ${visited.join(', ')}`)
  for (const step of walk.through)
    assert.ok(
      visited.includes(step),
      `${walk.guide} was to come by “${step}”, it came by: ${visited.join(', ')}`,
    )

  const end = (await h.session()).tour
  const unseen = (end?.steps ?? []).filter(({ state }) => state === 'unverified').map(({ id }) => id)
  const unexpected = unseen.filter(id => !walk.unseen?.includes(id))
  assert.deepEqual(unexpected, [], `${walk.guide}: steps that the page shows and that were not seen.`)
  // What the guide is for may be known all the same: the worker asked the key, or the page says it.
  const isDone = unseen.length === 0 || (guide.achieved !== undefined && end?.words.do === guide.summary)
  const title = isDone ? 'Done' : 'The end, not verified'
  await panelShows(panel, { kind: 'receipt', step: 'receipt', title }, walk.guide)
  await stopUnseen(page, screen, walk.guide)
  await page.close()
  return visited
}

async function beginOnPage(h: Harness, screen: Page, walk: Walk, keyId: string | undefined): Promise<Page> {
  const page = await h.platform(walk.start)
  await page.bringToFront()
  const start = async () => {
    const started = await ask(screen, 'screen.startGuide', { guide: walk.guide, ...(keyId && { keyId }) })
    assert.equal(started.ok, true, `The guide did not start: ${JSON.stringify(started)}`)
    await stayOn(h, page)
  }
  await leavesNoTrace(page, screen, start, walk.guide)
  await start()
  return page
}

/** The real side panel, beside the page: as large as it is, with the page's own focus trap outside of it. */
export async function openPanel(h: Harness, screen: Page): Promise<Page> {
  if (!(await h.panelIsOpen())) {
    const protocol = await screen.createCDPSession()
    await protocol.send('Runtime.evaluate', {
      expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
      awaitPromise: true,
      // The browser opens it for a press only.
      userGesture: true,
    })
    await protocol.detach()
  }
  return h.panel()
}

/** A guide that is begun in a screen opens its page beside the one that is there: these stories are told on the one that is. */
export async function stayOn(h: Harness, page: Page, also: Page[] = []): Promise<void> {
  for (const other of await h.browser.pages())
    if (other !== page && !also.includes(other) && other.url().startsWith('https://platform.openai.com'))
      await other.close()
  await page.bringToFront()
}

/** What the panel has painted is the step that the card stands at. */
export async function panelShows(
  panel: Page,
  { kind, step, title }: Pick<TourView, 'kind' | 'step' | 'title'>,
  where: string,
): Promise<void> {
  const painted = () =>
    panel.evaluate(() => {
      const part = document.querySelector<HTMLElement>('section.step')
      return part && { step: part.dataset.step, title: part.querySelector('h1')?.innerText }
    })
  await poll(
    async () => {
      const now = await painted()
      return now?.step === step && (kind === 'choice' || now.title === title)
    },
    async () => `${where}: the panel at “${step}” (${title}); it shows ${JSON.stringify(await painted())}`,
  )
}

/** A guide that begins and ends without a press leaves the page byte for byte as it was. */
async function leavesNoTrace(
  page: Page,
  screen: Page,
  start: () => Promise<void>,
  guide: string,
): Promise<void> {
  // On a busy machine nothing is drawn yet when all is loaded, and nothing rests as well.
  await poll(() => page.$('a[href*="practice-scenes"]'), 'the page to be drawn')
  const before = await atRest(page)
  await start()
  await poll(async () => (await parts(page)).length > 0, 'something to be drawn')
  await stopUnseen(page, screen, guide, before)
}

/** Ends the guide and holds the whole page after it against the one before. */
async function stopUnseen(page: Page, screen: Page, guide: string, before?: string[]): Promise<void> {
  const asItWas = before ?? (page.url().startsWith('https://platform') ? await atRest(page) : undefined)
  await ask(screen, 'screen.guideAct', { act: 'stop' })
  await poll(async () => (await card(page)) === undefined, 'the card to go')
  if (!asItWas) return
  let left: string[] = []
  await poll(
    async () => {
      // A guide may scroll: it brings into view what it points at.
      left = differences(asItWas.map(unscrolled), (await wholePage(page)).map(unscrolled))
      return left.length === 0
    },
    () => `${guide} to leave the page as it was; different: ${left.join(' | ')}`,
  )
}

const unscrolled = (line: string) => line.replace(/ scrolled:[\d.]+$/, '')

/** The page when it has stopped drawing by itself. */
async function atRest(page: Page): Promise<string[]> {
  let last = ''
  return poll(
    async () => {
      const now = await wholePage(page)
      const text = now.join('\n')
      const same = text === last
      last = text
      return same && now
    },
    'the page to come to rest',
    { every: 150 },
  )
}

export const keyOf = (view: TourView) =>
  `${view.kind}/${view.step}/${view.state}/${view.choice?.chosen ?? ''}`

/** The view once it has moved on from the last one and has come to rest: a page that loads goes through several. */
export function settled(h: Harness, guide: string, last: string): Promise<TourView> {
  let seen: TourView | null | undefined
  let now = ''
  let since = Date.now()
  return poll(
    async () => {
      seen = (await h.session()).tour
      if (seen?.guide !== guide || seen.state === 'waiting') return undefined
      if (keyOf(seen) !== now) {
        now = keyOf(seen)
        since = Date.now()
      }
      // What was just done may be on its way still: the same step with nothing to press is no call to do it again.
      const isSameStep = last.startsWith(`${seen.kind}/${seen.step}/`)
      const patience = ['ready', 'via', 'words-only'].includes(seen.state) ? 250 : isSameStep ? 6_000 : 1_500
      return now !== last && Date.now() - since > patience ? seen : undefined
    },
    () => `${guide} to move on from ${last || 'its start'}; it shows ${JSON.stringify(brief(seen))}`,
  )
}

const brief = (view: TourView | null | undefined) =>
  view && {
    step: view.step,
    kind: view.kind,
    state: view.state,
    sentence: view.sentence,
    target: view.target,
  }

/** Card and worker agree, and what is lit is what is meant. @returns false when the guide has moved on meanwhile. */
async function hold({ h, page, panel, view }: Walker, walk: Walk): Promise<boolean> {
  if (!page.url().startsWith('https://platform.openai.com')) {
    await panelShows(panel, view, walk.guide)
    return true
  }
  const holds = await poll(
    async () => {
      if ((await card(page))?.data.step === view.step) return 'here'
      return (await h.session()).tour?.step !== view.step && 'moved on'
    },
    async () => `the card at “${view.step}”; it is at “${(await card(page))?.data.step}”`,
  )
  if (holds === 'moved on') return false
  await panelShows(panel, view, walk.guide)
  if (view.target === undefined || !['ready', 'via'].includes(view.state)) return true
  const known = { ...usualMarks, ...walk.marks }[view.target]
  assert.ok(known, `${walk.guide}: say in its walk which mark “${view.target}” is.`)
  // What was pressed on the step before may take the guide on while it is looked at.
  const hasMovedOn = async () => (await h.session()).tour?.step !== view.step
  return litOneOf(
    h,
    page,
    Array.isArray(known) ? known : [known],
    `${walk.guide}, step “${view.step}”`,
    hasMovedOn,
  )
}

/** @returns false when the guide went on before it was seen */
async function litOneOf(
  h: Harness,
  page: Page,
  names: MarkName[],
  where: string,
  hasMovedOn: () => Promise<boolean>,
): Promise<boolean> {
  const seen = await poll(
    async () => {
      const ring = (await spotlight(page))?.box
      if (!ring) return (await hasMovedOn()) && 'moved on'
      for (const name of names) {
        const box = await boxOf(page, name, rowOf(name, h))
        if (!box) continue
        const gaps = [
          box.x - ring.x,
          box.y - ring.y,
          ring.x + ring.width - box.x - box.width,
          ring.y + ring.height - box.y - box.height,
        ]
        if (gaps.every(gap => gap > -2 && gap < 26)) return 'lit'
      }
      return (await hasMovedOn()) && 'moved on'
    },
    async () => {
      const boxes = await Promise.all(
        names.map(async name => `${name} ${JSON.stringify(await boxOf(page, name))}`),
      )
      return `${where}: the spotlight on ${boxes.join(' or ')}; it is at ${JSON.stringify((await spotlight(page))?.box)}`
    },
  )
  return seen === 'lit'
}

/** The parts of a condition that a person could bring about, in the order in which a person would. */
function waysTo(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(waysTo)
  if ('any' in condition) return condition.any.flatMap(waysTo)
  return 'not' in condition ? [] : [condition]
}

async function doIt(walker: Walker, walk: Walk): Promise<void> {
  const { h, page, guide, view } = walker
  // A page that takes long to load may bring the guide on by itself, and the button is gone.
  const press = (text: string | RegExp) =>
    pressCard(page, text, 'card', async () => {
      const now = (await h.session()).tour
      return now !== null && now !== undefined && keyOf(now) === keyOf(view)
    })
  const hand = walk.hands?.[view.step]
  if (hand) return hand(walker)
  if (view.kind === 'choice') {
    const wanted = walk.choices?.[view.step] ?? view.choice?.options[0]?.id
    const option = view.choice?.options.find(({ id }) => id === wanted)
    assert.ok(option, `${walk.guide}: there is no option ${wanted} for “${view.step}”.`)
    return press(new RegExp(`^${literally(option.label)}`))
  }
  if (view.state === 'wrong-page' && view.link) return press(`Go to ${view.link.label}`)
  if (view.state === 'missing' && view.button !== undefined) return press(view.button)
  const step = guide.steps.find(({ id }) => id === view.step)
  assert.ok(step, `${walk.guide}: what is to be done at “${view.step}” (${view.kind})? Say so in its walk.`)
  if (view.state === 'via' && view.target !== undefined) return pressTarget(h, page, walk, view.target)
  return byCondition(walker, walk, step)
}

async function byCondition(walker: Walker, walk: Walk, step: Step): Promise<void> {
  const { h, page, panel, view } = walker
  if (step.action === 'save-key') return pressCard(page, 'Save to Keyway')
  if (step.action === 'open-panel') return clickMark(panel, '[data-keyway="commit"]')
  // Nothing to do but to look, or done on another site or in another program: the person says so.
  if (view.button !== undefined && (step.look || step.elsewhere)) {
    // Going on to the next field says it as well.
    if (await fillWhatIsEmpty(page, walk, step)) return sayIfItStays(h, page, view)
    return pressCard(page, view.button)
  }
  if (step.action === 'test') return pressCard(page, 'Test now')
  for (const way of waysTo(step.done)) {
    if ('filled' in way) {
      await type(page, markOf(walk, way.filled), sample(way.filled))
      return page.keyboard.press('Tab')
    }
    if ('checked' in way) {
      if (await chooseSecond(page, markOf(walk, way.checked))) return pressCard(page, view.button ?? '')
      return pressTarget(h, page, walk, way.checked)
    }
    if ('unchecked' in way) return pressTarget(h, page, walk, way.unchecked)
    if (['dialog', 'noDialog', 'keyShown', 'seen', 'gone', 'text'].some(kind => kind in way) && step.target)
      return pressAndSay(walker, walk, step.target, 'gone' in way)
  }
  assert.ok(view.button !== undefined, `${walk.guide}: nothing can be done at “${view.step}”.`)
  return pressCard(page, view.button)
}

/** What is to go may be no dialog but a part of the page that stays, as until 2025: then the person says that it is done. */
async function pressAndSay(
  { h, page, view }: Walker,
  walk: Walk,
  target: string,
  goes: boolean,
): Promise<void> {
  const stays = goes && (await page.$('[role=dialog], dialog[open]')) === null
  await pressTarget(h, page, walk, target)
  if (stays && view.button !== undefined) await pressCard(page, view.button)
}

/** An amount to look at may be none yet. */
async function fillWhatIsEmpty(page: Page, walk: Walk, { done }: Step): Promise<boolean> {
  let typed = false
  for (const way of waysTo(done)) {
    if (!('filled' in way)) continue
    const field = await marked(page, markOf(walk, way.filled))
    if (!(await field?.evaluate(one => one instanceof HTMLInputElement && one.value === ''))) continue
    await type(page, markOf(walk, way.filled), sample(way.filled))
    await page.keyboard.press('Tab')
    typed = true
  }
  return typed
}

/** In the oldest layouts what is saved stays on the page: the person says that it is. */
async function sayIfItStays(h: Harness, page: Page, { step, button }: TourView): Promise<void> {
  const stays = async () => (await h.session()).tour?.step === step
  await poll(async () => !(await stays()), 'the next step', { within: 3_000 }).catch(() => undefined)
  // On a slow machine it comes later than that: a press for this step must not be one for the next.
  if (button !== undefined) await pressCard(page, button, 'card', stays)
}

/** A level drawn as a native select: the one after “None”. @returns false when it is none. */
async function chooseSecond(page: Page, name: MarkName): Promise<boolean> {
  const element = await marked(page, name)
  if (!element || !(await element.evaluate(one => one instanceof HTMLSelectElement))) return false
  await element.focus()
  await page.keyboard.press('ArrowDown')
  return true
}

const sample = (target: string) => (/amount/i.test(target) ? '5' : 'Practice-Walk-v1')

/** Of many rows the one of the key that the guide was started for. */
export function rowOf(name: MarkName, h: Harness): string {
  const subject = h.practice?.state.keys.find(key => key.name === subjectName)
  return subject && ['key-delete', 'key-edit', 'key-row'].includes(name) ? subject.secret.slice(-4) : ''
}

function markOf(walk: Walk, target: string): MarkName {
  const known = { ...usualMarks, ...walk.marks }[target]
  const first = Array.isArray(known) ? known[0] : known
  assert.ok(first, `${walk.guide}: say in its walk which mark “${target}” is.`)
  return first
}

async function pressTarget(h: Harness, page: Page, walk: Walk, target: string): Promise<void> {
  const known = { ...usualMarks, ...walk.marks }[target]
  assert.ok(known, `${walk.guide}: say in its walk which mark “${target}” is.`)
  for (const name of Array.isArray(known) ? known : [known])
    if (await isThere(page, name)) {
      // A dialog came up meanwhile, of which the guide has not heard yet: a press beside it would close it, and no person does that.
      if (await isBehindDialog(page, name, rowOf(name, h))) return
      return press(page, name, rowOf(name, h))
    }
  return press(page, markOf(walk, target))
}

async function isBehindDialog(page: Page, name: MarkName, row: string): Promise<boolean> {
  const element = await marked(page, name, row)
  const isBehind = element?.evaluate(one => {
    const dialogs = [...document.querySelectorAll('dialog[open], [role="dialog"]')]
    return dialogs.some(dialog => dialog.checkVisibility()) && !dialogs.some(dialog => dialog.contains(one))
  })
  return (await isBehind) ?? false
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
