/**
 * Draws a card and a spotlight above any page, in a closed shadow root, and reports presses that a person really made. Knows nothing of
 * guides’ contents or of storage, and changes nothing of the page but its own one element.
 */

import type { CardLook } from '../features/guide/core/card-words.ts'
import { type CardContent, makeCard, makeFolded, makePill, type PillContent, spoken } from './card.ts'
import { type Control, controlOf } from './controls.ts'
import { make } from './element.ts'
import { area, type Box, inflate, intersect, placeCard, ringGap, type Side } from './geometry.ts'
import { createHost } from './host.ts'
import { isolate } from './isolate.ts'
import { makeLight } from './light.ts'
import { makeNumbers } from './numbers.ts'
import { dialogs, surroundings } from './surroundings.ts'
import { pageTheme } from './theme.ts'
import { type Tracker, track } from './track.ts'
import { type Guard, guardButtons } from './visible.ts'

export type { CardContent, PillContent } from './card.ts'

export type Doubt = { isLikely: boolean; several: readonly Element[] }

export type OverlayEvents = {
  /** A person's press on a button that they could see. */
  pressed(act: string, option: string | undefined): void
  /** The page keeps removing the card: it is drawn no more, and the side panel goes on. */
  gaveUp(): void
  /** The element’s shadow root, also a closed one where the browser gives it. */
  rootOf?(element: HTMLElement): ShadowRoot | null
}

/** Ends with its signal, and removes everything from the page then. */
export type Overlay = {
  readonly element: HTMLElement
  /** @param doubt the target is only probable, or is one of these elements, which get numbers */
  show(content: CardContent, target: Element | null, doubt?: Doubt): void
  offer(content: PillContent): void
  /** Moves the focus to the card. Call it only when the person asked for that. */
  focus(): void
}

/** @param says its own words, their direction, which is not the page's, and the style of all that it draws. */
export function createOverlay(on: OverlayEvents, says: CardLook, signal: AbortSignal): Overlay {
  const host = createHost(says.style, on.gaveUp, on.rootOf ?? (element => element.shadowRoot), signal)
  const { element, root, topLayer } = host
  const stage = make('div', { class: 'keyway', dir: says.direction, title: '' })
  const said = make('div', { class: 'said', role: 'status', 'aria-live': 'polite' })
  stage.append(said)
  root.append(stage)
  const light = makeLight(stage)
  light.off()
  const numbers = makeNumbers(stage, signal)

  let card: HTMLElement | null = null
  let content: CardContent | null = null
  let drawn = ''
  let unfolded = false
  let hasMore = false
  let folded = false
  let target: Element | null = null
  let box: Box | null = null
  let side: Side | undefined
  let spot: Box | null = null
  let guard: Guard | null = null
  let began: Control | undefined
  let cameFrom: Element | null = null
  let following = new AbortController()
  let guarding = new AbortController()
  let tracker: Tracker | null = null

  const sizes = new ResizeObserver(() => place())
  signal.addEventListener('abort', () => {
    sizes.disconnect()
    following.abort()
    guarding.abort()
  })

  function put(next: HTMLElement): void {
    const focused = controlOf(root.activeElement)?.act
    if (card) sizes.unobserve(card)
    card?.remove()
    card = next
    stage.append(next)
    sizes.observe(next)
    // The card was drawn again while the person uses it: the focus stays on the button with the same meaning.
    const buttons = [...next.querySelectorAll('button')]
    if (focused)
      (buttons.find(button => controlOf(button)?.act === focused) ?? next).focus({ preventScroll: true })
    guarding.abort()
    guarding = new AbortController()
    const guarded = buttons.filter(button => controlOf(button)?.guarded)
    guard = guarded.length === 0 ? null : guardButtons(element, topLayer, guarded, showReady, guarding.signal)
  }

  function showReady(button: Element, ready: boolean): void {
    const value = String(!ready)
    if (button.getAttribute('aria-disabled') !== value) button.setAttribute('aria-disabled', value)
  }

  function draw(): void {
    if (!content) return
    stage.dataset.theme = pageTheme()
    const next = JSON.stringify([content, unfolded, hasMore, folded])
    if (next === drawn && card?.isConnected) return
    drawn = next
    put(folded ? makeFolded(content) : makeCard(content, says, unfolded, hasMore))
  }

  /** Places the card without an animation: a moving card could lie over what the person is about to press, and take the press. */
  function place(): void {
    if (!card || !content) return
    const view = { width: innerWidth, height: innerHeight }
    card.removeAttribute('data-tight')
    const around = {
      view,
      hole: box && inflate(box, ringGap),
      ...surroundings(target),
      last: side,
      rightToLeft: getComputedStyle(document.documentElement).direction === 'rtl',
    }
    const best = (size: HTMLElement) =>
      placeCard({ ...around, card: { width: size.offsetWidth, height: size.offsetHeight } })
    let at = best(card)
    // Without room the card leaves out its explanations (`overlay.css`).
    if (at.covers) {
      card.setAttribute('data-tight', '')
      at = best(card)
    }
    side = at.side
    moveTo({ left: at.left, top: at.top, width: card.offsetWidth, height: card.offsetHeight })
    const arrow = card.querySelector<HTMLElement>('.arrow')
    if (!arrow) return
    arrow.hidden = at.arrow === undefined
    arrow.dataset.side = at.side
    const upright = at.side === 'right' || at.side === 'left'
    const tip = `${at.arrow ?? 0}px`
    arrow.style.left = upright ? '' : tip
    arrow.style.top = upright ? tip : ''
  }

  /** While the target moves the card moves with it; searching for the best place would cost a layout in each frame. */
  function carry(byX: number, byY: number): void {
    if (!card || !spot || side === 'docked') return
    const next = { ...spot, left: spot.left + byX, top: spot.top + byY }
    if (area(intersect(next, new DOMRect(0, 0, innerWidth, innerHeight))) < area(next)) {
      place()
      return
    }
    moveTo(next)
  }

  /** A press counts only half a second after the card last moved. */
  function moveTo(next: Box): void {
    spot = next
    const place = `translate(${Math.round(next.left)}px, ${Math.round(next.top)}px)`
    if (!card || card.style.transform === place) return
    guard?.moved()
    card.style.transform = place
  }

  /** The ring follows the element. When the page replaces the element, the caller shows the new one. */
  function aim(next: Element | null): void {
    if (next === target) {
      tracker?.look()
      return
    }
    following.abort()
    following = new AbortController()
    target = next
    box = null
    tracker = null
    if (!next) {
      light.off()
      place()
      return
    }
    // After a press on the target the highlight is hidden for a while (`overlay.css`), so that nobody presses twice.
    stage.classList.remove('pressed')
    next.addEventListener(
      'click',
      () => stage.classList.toggle('pressed', !next.matches('input,select,textarea')),
      {
        signal: following.signal,
      },
    )
    light.soft(next.closest(dialogs) !== null)
    let first = true
    tracker = track(
      next,
      {
        moved(now) {
          const before = box
          box = now
          if (!now) light.off()
          else if (first) light.on(now)
          else light.follow(now)
          if (first || !before || !now) place()
          else carry(now.left - before.left, now.top - before.top)
          first = false
        },
        // Another side may be the best one now.
        rested() {
          light.rest()
          place()
        },
      },
      following.signal,
    )
  }

  function leave(): void {
    // The body cannot take the focus: then the card only gives it up.
    if (cameFrom instanceof HTMLElement && cameFrom !== document.body && cameFrom.isConnected)
      cameFrom.focus({ preventScroll: true })
    else (root.activeElement as HTMLElement | null)?.blur()
    cameFrom = null
  }

  /** What a press on this control means, if a press may count now. */
  function mayCount(part: Element | null): Control | undefined {
    const button = part?.closest('button') ?? null
    const control = controlOf(button)
    return button && control?.guarded && !guard?.trusted(button) ? undefined : control
  }

  isolate(
    element,
    root,
    {
      began(part) {
        began = mayCount(part)
      },
      pressed(part, byKey) {
        const control = mayCount(part)
        if (!control) return
        const { act, option } = control
        // A press that began on another control, or outside of the card, was meant for something else.
        const isWhole = byKey || (began?.act === act && began.option === option)
        began = undefined
        if (!isWhole) return
        if (act === 'unfold') unfolded = !unfolded
        else if (act === 'more') hasMore = !hasMore
        else if (act === 'fold-card' || act === 'unfold-card') folded = act === 'fold-card'
        else {
          // With the keyboard the person has moved the focus here on purpose: it is still known where to give it back.
          if (!byKey) cameFrom = null
          on.pressed(act, option)
          return
        }
        draw()
        place()
      },
      key(event) {
        if (event.key !== 'Escape') {
          if (event.key === 'Tab') keepTab(event)
          return
        }
        // Stopping the event is not enough: the page’s dialog would still close by default.
        event.preventDefault()
        leave()
      },
    },
    signal,
  )

  function keepTab(event: KeyboardEvent): void {
    const all = [...(card?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = all.indexOf(root.activeElement as HTMLElement)
    const next = all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length]
    event.preventDefault()
    next?.focus({ preventScroll: true })
  }

  return {
    element,
    show(next, aimed, doubt) {
      if (host.gaveUp) return
      light.likely(doubt?.isLikely === true)
      numbers.show(doubt?.several ?? [])
      host.settle()
      // A page with a `zoom` style would enlarge and move the card as well.
      stage.style.zoom = String(1 / element.currentCSSZoom)
      if (next.step !== content?.step) {
        unfolded = false
        hasMore = false
        said.textContent = spoken(next)
      }
      content = next
      draw()
      aim(aimed)
      place()
    },
    offer(pill) {
      host.settle()
      content = null
      drawn = ''
      numbers.show([])
      aim(null)
      stage.dataset.theme = pageTheme()
      put(makePill(pill, says))
    },
    focus() {
      if (!card || host.gaveUp) return
      if (folded) {
        folded = false
        draw()
        place()
      }
      if (root.activeElement) return leave()
      cameFrom = document.activeElement
      const first =
        card.querySelector<HTMLElement>('button.primary') ?? card.querySelector<HTMLElement>('button')
      ;(first ?? card).focus({ preventScroll: true })
    },
  }
}
