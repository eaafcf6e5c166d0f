/** Walks one layout from its address to its end: sees, lets the person decide, does it, and writes everything down. */
import type { Page } from 'puppeteer-core'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { ask, stayOn } from '../../features/guide/walk.ts'
import { type Clock, fastClock, realClock } from './clock.ts'
import { answerOfPanel, commit, emptyVault, paste, secretsAsked, takeByPanel } from './keys.ts'
import type { Layout, Truth } from './layout.ts'
import { control, guideOf } from './meanings.ts'
import {
  isOfForm,
  isPressed,
  type Memory,
  type Move,
  moveName,
  nextMove,
  type Patience,
  patient,
  type Sight,
} from './person.ts'
import type { End, Event, Walk } from './record.ts'
import { createEyes, type Overlay, type Seen } from './see-overlay.ts'
import { perform } from './see-truth.ts'
import { needsReason, writeTrace } from './trace.ts'

export type Place = {
  h: Harness
  /** A page of the extension to speak to the worker from. */
  screen: Page
  panel: Page
  patience: Patience
  /** The page's time passes as fast as it can. */
  isFast?: boolean | undefined
  /** A file for pictures of the moments that need a reason. */
  trace?: string | undefined
}

/** Milliseconds that everything has to look the same before a person acts. */
const still = 220
/** While nothing changes they look ever more seldom: times as long each time, up to so many times. */
const slower = 1.5
const slowest = 4
/** Milliseconds in which the worker has answered, however fast the page's time passes. */
const answersWithin = 700
/** Milliseconds that a layout's page works at most. */
const worksFor = 2_500
/** Done as often as there are more of them. */
const oneOfMany = ['next-page', 'list-scroll', 'permission-row', 'permission-row-option']
const mostRounds = 25
const longest = 75_000

export async function walkLayout(place: Place, layout: Layout): Promise<Walk> {
  const began = Date.now()
  const events: Walk['events'] = []
  const note: Note = async (event, sight, page) => {
    events.push({ ...event, ms: Date.now() - began })
    if (place.trace && needsReason(event))
      await writeTrace(place.trace, layout, event, sight, page, place.screen)
  }
  const { id, task, describe, outcome } = layout
  const base = { layout: { id, task, describe, outcome }, events }
  const opened: Page[] = []
  try {
    const page = await begin(place, layout, opened)
    const clock = place.isFast ? await fastClock(page, () => caughtUp(place.h)) : realClock
    const end = await walk(place, layout, page, note, clock)
    return { ...base, end, ms: Date.now() - began }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ...base, end: 'failed', ms: Date.now() - began, error: message }
  } finally {
    await leave(place, opened)
  }
}

/** Writes an event down, with what was in sight. */
type Note = (event: Event, sight: Sight, page: Page) => Promise<void>

async function begin({ h, screen }: Place, layout: Layout, opened: Page[]): Promise<Page> {
  const { practice } = h
  if (!practice) throw new Error('Layouts are walked on the practice platform.')
  const html = layout.render()
  practice.documents = path => (layout.paths.includes(path) ? html : notFound(layout.address))
  const { key } = layout.given
  let keyId: string | undefined
  if (key) {
    practice.addKey({ secret: key.full, name: key.name })
    const saved = await ask(screen, 'screen.paste', { text: key.full, about: { label: key.name } })
    if (saved.ok !== true) throw new Error(`The key that is to end was not saved: ${JSON.stringify(saved)}`)
    keyId = String(saved.id)
  }
  for (const path of layout.alsoOpen) opened.push(await h.platform(path))
  const page = await h.platform(layout.address)
  opened.push(page)
  // What the browser itself asks stands in front of everything: the person means what they have just pressed.
  page.on('dialog', dialog => void dialog.accept())
  await page.bringToFront()
  const started = await ask(screen, 'screen.startGuide', { guide: layout.task, ...(keyId && { keyId }) })
  if (started.ok !== true) throw new Error(`The guide did not start: ${JSON.stringify(started)}`)
  await stayOn(h, page, opened)
  return page
}

/** An address that a layout does not have. The way back is there, as on most sites. */
const notFound = (address: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><h1>Page not found</h1><p><a href="${address}">Back</a></p></html>`

async function leave({ h, screen }: Place, opened: Page[]): Promise<void> {
  await ask(screen, 'screen.guideAct', { act: 'stop' }).catch(() => {})
  // So many of these may pages ask for in ten minutes, and so many walks pass in two.
  await h.inWorker(() => chrome.storage.session.remove(['pageChecks', 'pageTabs'])).catch(() => {})
  if (h.practice) h.practice.documents = undefined
  const others = (await h.browser.pages()).filter(page =>
    page.url().startsWith('https://platform.openai.com'),
  )
  for (const page of new Set([...opened, ...others])) await page.close().catch(() => {})
  await emptyVault(screen)
  h.practice?.reset()
}

async function walk(place: Place, layout: Layout, page: Page, tell: Note, clock: Clock): Promise<End> {
  const { h } = place
  const began = clock.now()
  let times = 1
  let rounds = 0
  const look = createEyes(page)
  let seenLast: Sight = { overlay: { rings: [] }, truth: undefined }
  const note = (event: Event) => tell(event, seenLast, page)
  const wait = () => clock.wait(clock.pause)
  const memory: Memory = {
    keySince: undefined,
    keyTried: new Set(),
    done: [],
    tried: new Set(),
    since: clock.now(),
    stays: new Set(),
    isPageDone: false,
    shown: new Set(),
    gaveUp: new Set(),
    skipped: new Set(),
    tests: { step: '', count: 0, last: 0 },
    project: layout.given.project,
    patience: place.patience,
  }
  const told = new Set<string>()
  const captured = new Set<string>()
  let seen = ''
  let looksLike = ''
  let looksSince = clock.now()
  let wasStuck = false
  let looksStuck = ''
  let lastNext = clock.now()
  let lastDone = ''
  let lastPurpose = ''
  let lastAt = 0
  let wasWorking = false
  const triedTwice = new Set<string>()
  let lastTruth: Truth | undefined

  async function see(): Promise<Sight> {
    const { overlay, truth } = await look()
    if (truth) await teachPlatform(h, layout, truth)
    lastTruth = truth ?? lastTruth
    seenLast = { overlay, truth }
    return seenLast
  }

  /** Something of what a person sees is another thing than before: what was tried counts no more. */
  function isStill(sight: Sight): boolean {
    const now = faceOf(sight)
    if (now !== seen) {
      seen = now
      looksSince = clock.now()
      times = 1
    }
    // What the page is busy with shows in its judge having nothing to say.
    if (clock.now() - looksSince < still) return false
    const state = stateOf(sight)
    if (state !== looksLike) {
      looksLike = state
      memory.tried.clear()
      memory.since = clock.now()
    }
    return true
  }

  function noticeKey(truth: Truth | undefined): void {
    const newest = truth?.keys.at(-1)
    if (!truth?.isKeyInSight || newest === undefined || captured.has(newest)) {
      memory.keySince = undefined
      return
    }
    if (memory.keySince === undefined) {
      memory.keySince = clock.now()
      if (!told.has(`key ${newest.slice(-6)}`)) {
        told.add(`key ${newest.slice(-6)}`)
        memory.keyTried.clear()
        void note({ is: 'key-shown' })
      }
    }
  }

  async function writeDown({ overlay, truth }: Sight): Promise<void> {
    const { card, rings } = overlay
    if (!card || card.isFolded || card.isReceipt) return
    const next = truth?.next?.purpose ?? ''
    const first = (what: string) => !told.has(what) && told.add(what)
    if (rings.length === 0) {
      const is = card.note === '' ? 'told' : 'lost'
      if (first(`${card.step} ${is} ${card.note.slice(0, 25)}`))
        await note({ is, step: card.step, next, note: card.note })
      return
    }
    for (const [index, { kind }] of rings.entries()) {
      const meant = truth?.meant[index] ?? []
      const [best] = meant
      const isDone = best !== undefined && memory.done.includes(control(best.purpose))
      const verdict = best?.isRightNow ? 'right' : isDone ? 'again' : 'wrong'
      if (first(`${card.step} ${kind} ${best?.purpose} ${verdict}`))
        await note({ is: 'pointed', kind, verdict, step: card.step, meant, next })
    }
  }

  async function take(
    path: 'card' | 'pull' | 'paste',
    key: string,
    offer: () => Promise<{ ok: boolean; why: string; asked: boolean }>,
  ) {
    memory.keyTried.add(path)
    const since = h.practice?.requests.length ?? 0
    const taken = await offer()
    await note({ is: 'key-offered', path, ...taken })
    if (!taken.ok) return
    if (path !== 'paste' && !(await commit(place.panel))) return
    const asked = await poll(
      () => {
        const secrets = h.practice ? secretsAsked(h.practice, since) : []
        const others = secrets.filter(secret => secret !== layout.given.key?.full)
        return others.length > 0 && others
      },
      'the saved key to be tested',
      { within: 4_000 },
    ).catch((): string[] => [])
    if (asked.includes(key)) {
      captured.add(key)
      memory.keySince = undefined
      // What would bring it into sight is not asked for any more.
      memory.done.push('key-shown', 'reveal-eye', 'copy')
      await note({ is: 'key-captured', path })
    }
    if (asked.some(secret => secret !== key)) await note({ is: 'non-key-captured', path })
  }

  async function doMove(move: Move, { overlay, truth }: Sight): Promise<void> {
    // Of rows and pages there may be many: the next one is another.
    if (!(move.do === 'perform' && oneOfMany.includes(move.purpose) && ++rounds < mostRounds))
      memory.tried.add(moveName(move))
    const key = truth?.keys.at(-1) ?? ''
    const step = overlay.card?.step ?? ''
    if (move.do === 'stuck') {
      wasStuck = true
      memory.gaveUp.add(step)
      return await note({
        is: 'stuck',
        step,
        next: truth?.next?.purpose ?? '',
        note: overlay.card?.note ?? '',
      })
    }
    if (move.do === 'go-back') {
      await note({ is: 'astray', step, path: new URL(page.url()).pathname })
      await page.goBack().catch(() => {})
    }
    if (move.do === 'perform' || (move.do === 'press' && move.way === 'link')) memory.stays.add(step)
    if (move.do === 'press' && move.way === 'skip') memory.skipped.add(step)
    if (move.do === 'press' && move.way === 'action') {
      const count = memory.tests.step === step ? memory.tests.count + 1 : 1
      memory.tests = { step, count, last: clock.now() }
    }
    if (move.do === 'unfold' || move.do === 'press') {
      if (move.do === 'press') await note({ is: 'pressed', way: move.way, step, label: move.button.label })
      await pressCard(page, look, move.button.label, clock)
      // Keyway's own answers come in real time, however fast the page's passes.
      if (place.isFast && move.do === 'press' && move.way === 'action') await answered(look, overlay, clock)
      await comeBack(page)
    }
    if (move.do === 'save')
      await take('card', key, async () => {
        if (!(await pressCard(page, look, move.button.label, clock)))
          return { ok: false, why: 'the button is greyed out', asked: false }
        const answer = await answerOfPanel('card', place.panel, key, wait)
        return answer.ok
          ? answer
          : { ...answer, why: ((await look()).overlay.card?.note ?? '').slice(0, 120) }
      })
    if (move.do === 'pull') await take('pull', key, () => takeByPanel(place.panel, key, wait))
    if (move.do === 'paste') await take('paste', key, () => paste(place.screen, key, layout.given.name))
    if (move.do === 'perform' && truth) {
      const isNext = truth.next?.purpose === move.purpose
      const by = await perform(
        page,
        isNext && truth.next
          ? truth.next
          : { ...brought(move.purpose, layout), ...(move.box && { box: move.box }) },
        clock,
      )
      // What the page does about it, it does in its own time.
      if (place.isFast) await clock.wait(clock.pause)
      lastDone = moveName(move)
      lastPurpose = move.purpose
      lastAt = clock.now()
      // A form that is opened anew is filled in and sent anew.
      if (move.purpose === 'open-form') memory.done = memory.done.filter(one => !isOfForm(one))
      memory.done.push(control(move.purpose))
      await note({ is: 'did', purpose: move.purpose, by, onTheirOwn: move.onTheirOwn })
    }
  }

  for (;;) {
    if (clock.now() - began > longest) return 'too-long'
    const sight = await see()
    noticeKey(sight.truth)
    if (sight.truth?.next) {
      // The page has worked at it, or has had its time, and asks for it once more: the first try failed.
      const isOver = wasWorking || clock.now() - lastAt > place.patience.notice
      if (isOver && !triedTwice.has(lastDone) && sight.truth.now.includes(lastPurpose)) {
        triedTwice.add(lastDone)
        memory.tried.delete(lastDone)
        memory.tried.delete(`own ${lastDone}`)
        if (isPressed(lastPurpose)) memory.done = memory.done.filter(one => one !== lastPurpose)
      }
      lastNext = clock.now()
    }
    wasWorking = sight.truth?.next === null
    memory.isPageDone = clock.now() - lastNext > worksFor
    if (!isStill(sight)) {
      await clock.wait(clock.pause)
      continue
    }
    await writeDown(sight)
    const move = nextMove(sight, memory, clock.now())
    if (move.do === 'end')
      return end(sight, layout, { wasStuck, hasKey: captured.size > 0, truth: lastTruth }, note)
    if (move.do === 'wait') {
      await clock.wait(clock.pause * times)
      times = Math.min(times * slower, slowest)
      continue
    }
    // The page's time may have run ahead of the worker's answer.
    if (move.do === 'stuck' && place.isFast && looksStuck !== looksLike) {
      looksStuck = looksLike
      await realClock.wait(answersWithin)
      continue
    }
    await doMove(move, sight)
    // What was done takes a moment to show, on the page and on the card.
    looksSince = clock.now()
    times = 1
  }
}

/** What the worker was told is stored and answered; each turn of it waits for what was stored before. */
async function caughtUp({ inWorker }: Harness): Promise<void> {
  await inWorker(async () => {
    for (let turn = 0; turn < 3; turn++) await chrome.storage.session.get('running')
  }).catch(() => {})
}

/** What the person has in mind for a field, also where the page would ask for another one first. */
function brought(purpose: string, { given }: Layout): { purpose: string; value?: string } {
  if (purpose === 'amount') return { purpose, value: String(given.amount) }
  if (purpose === 'expiry') return { purpose, value: '30' }
  if (purpose === 'project') return { purpose, value: given.project }
  return /^(service-)?name$/.test(purpose) ? { purpose, value: given.name } : { purpose }
}

type Outcome = { wasStuck: boolean; hasKey: boolean; truth: Truth | undefined }

async function end(
  { overlay: { card } }: Sight,
  layout: Layout,
  { wasStuck, hasKey, truth }: Outcome,
  note: (event: Event) => Promise<void>,
): Promise<End> {
  await note({ is: 'page-at-end', isReached: truth?.isReached === true, happened: truth?.happened ?? {} })
  if (!card) return 'no-card'
  if (card.isReceipt) {
    const summary = guideOf(card.guide)?.summary ?? ''
    const makesKey = layout.outcome.startsWith('key')
    const claimsKey = makesKey && /in your (keyway )?vault/i.test(card.text)
    await note({
      is: 'receipt',
      text: card.text.slice(0, 600),
      claims: card.text.includes(summary) || (claimsKey && !hasKey),
      isReached: truth?.isReached === true && (!claimsKey || hasKey),
    })
    return 'receipt'
  }
  if (layout.outcome === 'blocked' && (truth?.next ?? null) === null) return 'refused'
  return wasStuck ? 'stuck' : 'unfinished'
}

/** What was made on the page is a key that the API knows, and what was ended it refuses. */
async function teachPlatform({ practice }: Harness, layout: Layout, truth: Truth): Promise<void> {
  if (!practice) return
  const { ended, scopes } = truth.happened
  const rights = Array.isArray(scopes) && { permissions: 'restricted' as const, scopes: scopes.map(String) }
  for (const secret of truth.keys)
    if (!practice.state.keys.some(key => key.secret === secret))
      practice.addKey({ secret, name: layout.given.name, ...rights })
  const isEnded = Array.isArray(ended) ? ended.length > 0 : Boolean(ended)
  const full = layout.given.key?.full
  for (const key of practice.state.keys) if (isEnded && key.secret === full) key.condition = 'invalid_api_key'
}

const round = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  [x, y, width, height].map(Math.round).join()

/** Everything that a person sees, to the pixel. */
const faceOf = ({ overlay, truth }: Sight): string =>
  JSON.stringify([
    overlay.card?.step,
    overlay.card?.text,
    overlay.rings.map(({ kind, box }) => `${kind} ${round(box)}`),
    truth?.path,
    truth?.next?.purpose,
    truth?.keys.length,
    truth?.isKeyInSight,
  ])

/** What makes it another situation: where the same way on may lead further this time. */
const stateOf = ({ overlay, truth }: Sight): string =>
  JSON.stringify([
    overlay.card?.step,
    overlay.card?.note,
    overlay.card?.buttons.map(({ label }) => label),
    overlay.rings.map(({ kind }, index) => `${kind} ${truth?.meant[index]?.[0]?.purpose}`),
    truth?.path,
    truth?.next?.purpose,
    truth?.next?.value,
    // The way to another page may lead over a menu: what is next is called the same, and stands elsewhere.
    truth?.next?.purpose === 'nav' && truth.next.box,
    truth?.keys.length,
  ])

/** Until the card says something else; a test may take so long as a person waits before the next one. */
async function answered(look: () => Promise<Seen>, { card }: Overlay, clock: Clock): Promise<void> {
  const isSame = async () => (await look()).overlay.card?.text === card?.text
  const last = Date.now() + patient.test
  // What the card does about the answer it does in the page's time.
  while (Date.now() < last && (await isSame())) await clock.wait(clock.pause)
}

/** What opened in front of the page was looked at: a page that is behind another draws nothing, and nobody looks at it. */
async function comeBack(page: Page): Promise<void> {
  const isBehind = await page.evaluate(() => document.hidden).catch(() => false)
  if (isBehind) await page.bringToFront()
}

/** With the mouse, as a person: some buttons count only after half a second in sight. @returns whether it could be pressed */
async function pressCard(
  page: Page,
  look: () => Promise<Seen>,
  label: string,
  clock: Clock,
): Promise<boolean> {
  const find = async () => (await look()).overlay.card?.buttons.find(one => one.label === label)
  const last = clock.now() + 2_500
  let button = await find()
  while ((!button || button.isDisabled) && clock.now() < last) {
    // So that many frames are drawn in that half second.
    await clock.wait(realClock.pause)
    button = await find()
  }
  if (!button || button.isDisabled) return false
  await page.mouse.click(button.box.x + button.box.width / 2, button.box.y + button.box.height / 2)
  return true
}
