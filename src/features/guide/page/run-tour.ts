/** One running guide in this page: watches the page, draws the worker’s view, and sends the person’s presses to the worker. */

import { nameOf } from '../../../locator/name.ts'
import { squash } from '../../../locator/squash.ts'
import { createOverlay, type Overlay } from '../../../overlay/index.ts'
import type { NewKeys } from '../../capture/page/new-keys.ts'
import type { CardDesign } from '../core/card-words.ts'
import type { PageView } from '../core/page-view.ts'
import { isCovered, saysOf, writtenOn } from './page-controls.ts'
import { orphaned, rootOf, speak } from './send-to-worker.ts'
import { loadTaughtScript } from './taught-script.ts'
import { type Watch, watchPage } from './watch-page.ts'
import { withDoubt } from './with-doubt.ts'

export type PageTour = {
  /** Keyway's element in the page; null while nothing is drawn. */
  own(): Element | null
  show(view: PageView, afresh?: boolean): void
  focus(): void
  showMe(): void
  /** The address changed. */
  moved(): void
  readonly said: Watch['said']
}

/** An element’s name as the page writes it, cut to one line, with keys left out. */
const nameShown = (element: Element): string =>
  squash(writtenOn(element) || nameOf(element) || saysOf(element))
    .replace(/\bsk-[\w-]{8,}/g, 'sk-…')
    .slice(0, 40)

export function startTour(first: PageView, says: CardDesign, keys: NewKeys, signal: AbortSignal): PageTour {
  let view = first
  let answer: string | undefined
  let drawn = true
  let overlay: Overlay | null = null
  let broughtFor = ''
  let showing = false

  const watch = watchPage(
    () => overlay?.element ?? null,
    async facts => {
      const { guide, step } = view
      const reply = await speak('page.facts', { guide, step, facts: { ...facts, ...(!drawn && { drawn }) } })
      return reply !== undefined || orphaned()
    },
    draw,
    keys,
    signal,
  )

  function draw(): void {
    if (!drawn || showing || signal.aborted) return
    overlay ??= createOverlay({ pressed, gaveUp, rootOf }, says, signal)
    const target = watch.found(view.target ?? '')
    const several = severalNow()
    const isLikely =
      target !== null &&
      // A target that something covers is highlighted, but cannot be pressed now.
      (view.card.asks !== undefined || isCovered(target, overlay.element))
    bringIntoView(target ?? several[0] ?? null)
    const doubt = { count: several.length, ...(isLikely && { name: nameShown(target) }) }
    overlay.show(withDoubt(view.card, says.none, answer, doubt), target, { isLikely, several })
  }

  const severalNow = () => (view.state === 'several' ? watch.several(view.target ?? '') : [])

  /** The person has chosen one of the numbered elements, or said that it is none of them. */
  function answered(act: string): void {
    const { target = '' } = view
    const several = severalNow()
    const picked = several[Number(act.slice('pick-'.length)) - 1]
    if (picked) watch.answer(target, picked, true)
    else for (const one of [...several, watch.found(target)]) if (one) watch.answer(target, one, false)
  }

  /** Scrolls to the target once for each step; after that the person scrolls. */
  function bringIntoView(target: Element | null): void {
    if (target === null || broughtFor === view.step) return
    broughtFor = view.step
    const place = () => target.getBoundingClientRect()
    const { x, y } = place()
    // Any scrolling element around it may hide it, sideways too. A target that is in view is not moved.
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (place().x !== x || place().y !== y) target.scrollIntoView({ block: 'center', inline: 'center' })
  }

  function gaveUp(): void {
    drawn = false
    watch.moved()
  }

  async function pressed(act: string, option: string | undefined): Promise<void> {
    if (act === 'show-me') return showMe()
    if (/^(?:no|pick-\d)$/.test(act)) return answered(act)
    const reply =
      act === 'save-key'
        ? await speak('page.offerKey', {})
        : await speak('page.act', {
            act: act as 'done',
            step: view.step,
            ...(option !== undefined && { option }),
          })
    if (signal.aborted) return
    answer = !reply ? says.silence : reply.ok ? undefined : reply.message
    draw()
  }

  async function showMe(): Promise<void> {
    const script = await loadTaughtScript()
    const name = view.wants
    if (signal.aborted || !overlay || showing || name === undefined) return
    if (!script) {
      answer = says.silence
      return draw()
    }
    showing = true
    const asking = { ...view.card, note: says.howToShow, buttons: [] }
    overlay.show(asking, null)
    script.askToShow(
      overlay.element,
      {
        over: element => overlay?.show(asking, element),
        shown: description => void speak('page.showMe', { guide: view.guide, target: name, description }),
        ended() {
          showing = false
          draw()
        },
      },
      signal,
    )
  }

  watch.aim(first)
  draw()
  return {
    own: () => overlay?.element ?? null,
    said: watch.said,
    show(next, afresh) {
      if (next.step !== view.step) answer = undefined
      view = next
      watch.aim(next, afresh)
      draw()
    },
    focus: () => overlay?.focus(),
    showMe: () => void showMe(),
    moved: watch.moved,
  }
}
