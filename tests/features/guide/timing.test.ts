// @vitest-environment happy-dom
/**
 * The same walk at every pace: the person is quick or slow, the page answers at once or late, the worker lags behind. Whatever comes
 * first, a guide never stands in a form that was not opened, never ticks what was neither done nor said, and comes to its end.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAct } from '../../../src/features/guide/core/apply-act.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { begin, follow } from '../../../src/features/guide/core/follow.ts'
import { dialogsIn } from '../../../src/features/guide/core/form.ts'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import type { PageFacts, Running, TourAct, TourView, World } from '../../../src/features/guide/core/tour.ts'
import { viewOf } from '../../../src/features/guide/core/view.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { watchPage } from '../../../src/features/guide/page/watch-page.ts'
import type { Guide, StepAction } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { runs } from '../../runs.ts'
import { createSite } from './made-up-site.ts'

learnWords(pageWords)

/** After so long, in milliseconds, nothing is on its way any more. */
const rest = 2_500

let ending = new AbortController()
beforeEach(() => {
  vi.useFakeTimers()
  Element.prototype.checkVisibility = () => true
  document.elementsFromPoint = () => []
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 100, 30)
})
afterEach(() => {
  ending.abort()
  vi.useRealTimers()
})

/** As the browser's storage gives it back: with its names in the order of the alphabet. */
const asStored = (facts: PageFacts): PageFacts => {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([name, inner]) => [name, sorted(inner)]),
          )
        : value
  return sorted(JSON.parse(JSON.stringify(facts))) as PageFacts
}

function trusted(type: string): Event {
  const event = new Event(type, { bubbles: true, composed: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  return event
}

type Walked = { visited: string[]; last: TourView; made: World['made'] }

async function walk(guide: Guide, paces: number[]): Promise<Walked> {
  // What a walk that failed had still to come is no part of the next one.
  vi.clearAllTimers()
  let drawn = 0
  const pace = (most: number) => ((paces[drawn++ % paces.length] ?? 0) * most) / 1_000
  /** Messages come late, and never before one that was sent earlier to the same place. */
  const arrivals = { worker: 0, page: 0 }
  const inTurn = (to: keyof typeof arrivals, then: () => void, after: number) => {
    const now = performance.now()
    arrivals[to] = Math.max(arrivals[to], now + after)
    setTimeout(then, arrivals[to] - now)
  }
  const site = createSite(
    guide,
    () => pace(1_200),
    () => pace(1) * 0.999,
  )
  let progress: Running = begin(guide, 1)
  let world: World = { vault: 'unlocked' }
  let facts: PageFacts | null = null
  const said = new Set<string>()
  const visited: string[] = []
  const see = () => viewOf(guide, { facts, world, progress }, { ...cardWords, direction: 'ltr' })
  let view = see()

  site.go(guide.steps.find(({ page }) => page)?.page?.[0] ?? 'api-keys')
  ending.abort()
  ending = new AbortController()
  const watch = watchPage(
    () => null,
    told => {
      inTurn('worker', () => decide(asStored(told)), pace(300))
      return Promise.resolve(true)
    },
    () => {},
    { look: site.shownKey, inSight: () => ({}), begin: () => {}, startAnew: () => {} } as never,
    ending.signal,
  )

  /** The worker: what it is told, and what comes of it. */
  function decide(told: PageFacts | null = facts, word?: TourAct): void {
    facts = told
    const at = { facts, world, now: performance.now() }
    if (word) progress = applyAct(guide, progress, word, at)
    progress = follow(guide, progress, at)
    view = see()
    hold()
    const aimed = view
    inTurn('page', () => watch.aim({ ...aimed, showsMe: false }), pace(200))
  }

  function hold(): void {
    if (visited.at(-1) !== view.step) visited.push(view.step)
    for (const { id, state } of view.steps) {
      const step = guide.steps.find(other => other.id === id)
      const [of] = dialogsIn(step?.when)
      if (state !== 'done' || of === undefined || said.has(id)) continue
      expect(site.opened, `${guide.id}: “${id}” is ticked; ${visited.join(', ')}`).toContain(of)
    }
  }

  /** Where page and guide have come to rest, a step of a form stands in that form. */
  function holdAtRest(): void {
    const [of] = dialogsIn(guide.steps.find(({ id }) => id === view.step)?.when)
    if (of === undefined || said.has(view.step) || site.sent.has(of)) return
    expect(site.isOpen(of), `${guide.id} rests at “${view.step}”; ${visited.join(', ')}`).toBe(true)
  }

  const say = (word: TourAct) => {
    const { step } = view
    setTimeout(() => {
      // As the worker does: what was said of another step counts for none.
      if (view.step !== step) return decide()
      const spoken = guide.steps.find(({ id }) => id === step)
      // “I have one”: what is done in that form is not needed either; and of a form that was sent it holds for all of it.
      const forms = [...dialogsIn(spoken?.done), ...dialogsIn(spoken?.when)]
      for (const { id, when } of guide.steps)
        if (id === step || dialogsIn(when).some(name => forms.includes(name))) said.add(id)
      decide(facts, word)
    }, pace(200))
  }

  const soon = () => setTimeout(() => decide(), pace(200))

  /** What a person does who only follows what they are shown. */
  function doIt({ step, kind, state, choice, button, action, target }: TourView, isAgain: boolean): void {
    const element = target === undefined ? null : watch.found(target)
    if (kind === 'choice') say({ act: 'choose', option: optionOf(choice) })
    else if (action !== undefined && action !== 'vault' && !isAgain) takeKey(action)
    else if (state === 'wrong-page' || state === 'unknown-page') {
      site.go(guide.steps.find(({ id }) => id === step)?.page?.[0] ?? 'api-keys')
      watch.moved()
    } else if (
      element &&
      target !== undefined &&
      !isAgain &&
      /ready|via|likely|blank|lacking|choice/.test(state)
    )
      press(element, target)
    else say({ act: button === undefined ? 'skip' : 'done' })
  }

  function optionOf(choice: TourView['choice']): string {
    const options = choice?.options ?? []
    return options[Math.floor(pace(1) * 0.999 * options.length)]?.id ?? ''
  }

  /** The worker's own part: it waits, is kept, is tested, and may be asked what it may do. */
  function takeKey(action: StepAction): void {
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', at: 9e9 } as const
    const made = {
      saved: action !== 'save-key',
      lastFour: 'Ab12',
      ...(action !== 'save-key' && { verdict }),
      ...(action === 'ask-rights' && {
        rights: { lacks: paces.length % 2 === 0 ? ['Responses (write)'] : [], beyond: [] },
      }),
    }
    world = { ...world, made, shownKey: 'made' }
    soon()
  }

  function press(element: Element, name: string): void {
    element.dispatchEvent(trusted('pointerdown'))
    // What has to be chosen is pointed at as a whole: what the step is about is taken of it, else its first.
    const { target } = guide.steps.find(({ id }) => id === view.step) ?? {}
    const own = element.matches('input, select, button')
      ? element
      : (element.querySelector(`[data-target="${target}"]`) ?? element.querySelector('input, button'))
    if (own) pressOne(own as HTMLInputElement, own.getAttribute('data-target') ?? name)
  }

  function pressOne(own: HTMLInputElement, name: string): void {
    const isField = /^(input|select)$/.test(own.localName)
    if (!isField) {
      site.pressed(name)
      return
    }
    if (own.localName === 'select') own.value = own.querySelector('option:last-child')?.textContent ?? ''
    else if (/radio|checkbox/.test(own.type)) own.checked = true
    else own.value = '5'
    own.setAttribute('data-changed', String(drawn))
    for (const type of ['input', 'change']) own.dispatchEvent(trusted(type))
    site.chose(name)
  }

  decide(null)
  let last = ''
  for (let turn = 0; turn < 60 && view.kind !== 'receipt'; turn++) {
    // A person waits for what they see to change, and not for ever.
    await vi.advanceTimersByTimeAsync(50 + pace(1_500 + rest))
    if (performance.now() - site.changedAt() > rest) holdAtRest()
    if (view.state === 'waiting' && turn % 3 !== 2) continue
    const key = `${view.step}/${view.state}/${view.target}`
    if (key === last && turn % 3 !== 2) continue
    doIt(view, key === last)
    last = key
  }
  await vi.advanceTimersByTimeAsync(rest)
  holdAtRest()
  return { visited, last: view, made: world.made }
}

const withForms = guides.filter(({ steps }) => steps.some(({ when }) => dialogsIn(when).length > 0))

test.each(withForms.map(guide => [guide.id, guide] as const))('%s', { tags: 'slow' }, async (_, guide) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1_000), { minLength: 7, maxLength: 40 }), async paces => {
      const { visited, last, made } = await walk(guide, paces)
      expect(visited.length).toBeGreaterThan(1)
      expect(last.kind, `${guide.id} stands at “${last.step}” (${last.state}); ${visited.join(', ')}`).toBe(
        'receipt',
      )
      // What the key itself was asked decides what is said of it.
      const claims = guide.receipt.filter(({ only }) => JSON.stringify(only)?.includes('"fits"'))
      const isSaid = claims.some(({ label }) => last.receipt?.some(line => line.label === label))
      if (claims.length > 0) {
        expect(isSaid).toBe(made?.rights?.lacks.length === 0)
        if (last.words.do === guide.summary) expect(isSaid).toBe(true)
      }
    }),
    { numRuns: Number(process.env.TIMES ?? runs(4)) },
  )
})
