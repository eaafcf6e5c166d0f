/**
 * Watches the page while a guide runs: once a frame at most after something changed, with a budget, and tells only what
 * is different. Never polls. Its own drawing never wakes it.
 */
import { CONTROLS } from '../../../locator/role.ts'
import { everyChange } from '../../../locator/survey.ts'
import { closest, holds } from '../../../locator/tree.ts'
import { createWrittenLocator } from '../../../locator/written.ts'
import type { NewKeys } from '../../capture/page/new-keys.ts'
import { isSaid } from '../core/grade.ts'
import type { PageView } from '../core/page-view.ts'
import type { PageFacts } from '../core/tour.ts'
import { createDoubts } from './doubts.ts'
import { around, followForms, untilAnswered } from './forms.ts'
import {
  controlsIn,
  drawnFor,
  isNamed,
  kindOf,
  navigation,
  rootsOfPage,
  rowAround,
  saysOf,
} from './page-controls.ts'
import { type Read, readFacts, type Said } from './read-facts.ts'
import { loadTaughtScript, type TaughtScript } from './taught-script.ts'
import { isTooBig, unread } from './too-big.ts'
import { followVisits } from './visited.ts'

/** The page counts as being at rest after so long without a change; or after so long altogether. Milliseconds. */
const quiet = 400
const patience = 5_000
/** A step waits for the page so long altogether. */
const longest = 8_000
/** What nobody took is told again after so long, and then after twice as long each time. */
const tellAgainAfter = 500
const tellAgainAtMost = 60_000
/** Share of the main thread that looking may take at most. */
const share = 0.15

/** What of a view says where to look. */
export type Watched = Pick<PageView, 'guide' | 'step' | 'state' | 'wants' | 'watch' | 'showsMe' | 'assures'>

export type Watch = {
  /** Something else is to be watched. */
  aim(view: Watched, afresh?: boolean): void
  /** The page moved on: it has to come to rest anew. */
  moved(): void
  /** The element that was found last, by target name. */
  found(name: string): Element | null
  /** Those among which the person is asked to say which the target is. */
  several(name: string): Element[]
  /** The person says whether this is the target. */
  answer(name: string, element: Element, isIt: boolean): void
  readonly said: Said
  look(): void
}

export function watchPage(
  own: () => Element | null,
  tell: (facts: PageFacts) => Promise<boolean>,
  looked: () => void,
  keys: NewKeys,
  signal: AbortSignal,
): Watch {
  let create: TaughtScript['createLocator'] = createWrittenLocator
  /** Ends when another locator takes over. */
  const whole = new AbortController()
  let isWaiting = false
  let locator = create(document, AbortSignal.any([whole.signal, signal]))
  const visits = followVisits(own, look, signal)
  const doubts = createDoubts()
  const forms = followForms(own, nameOfPressed, seeRoot, signal)
  let scope: Element | null = null
  let within = locator
  let scoped = new AbortController()
  const said: Said = {}
  let view: Watched | null = null
  let read: Read | null = null
  let lastSent = ''
  let again: number = tellAgainAfter
  let unheard = 0
  let settled = false
  let lastChange = performance.now()
  let since = performance.now()
  let frame = 0
  let timer = 0
  let free = 0
  let begun = performance.now()
  /** When the form was first seen to be sent. */
  let sentAt = 0
  let isStopped = false
  let took = 0
  /** The one that was pressed last. */
  let row: Element | null = null

  /** Whoever presses one of several has said which it is. */
  function nameOfPressed(element: Element): string | undefined {
    row = rowAround(element) ?? row
    if (scope && holds(scope, element)) doubts.acted()
    // What it probably is comes after what it is called, and counts first.
    for (const [name, target] of [...(read?.found ?? [])].toReversed())
      if (!name.startsWith(' ') && holds(target, element))
        // What only leads on is not what ends the form, though there is nothing else to press.
        return read?.elements[name]?.status === 'likely' && isNamed(target, 'goesOn') ? undefined : name
    for (const [name, some] of read?.several ?? []) {
      const one = some.find(other => holds(other, element))
      if (!one) continue
      doubts.answer(name, one, true)
      return name
    }
    return nameBySaying(element)
  }

  /** What says what the step asks for is it, wherever it stands: in a menu, in a bar over the list. For a row, if that was pressed last. */
  function nameBySaying(element: Element): string | undefined {
    const wanted = view?.watch.targets.find(({ name }) => name === view?.wants)
    const control = closest(element, CONTROLS)
    if (!wanted?.like || !control || kindOf(control) !== 'press' || rowAround(control)) return undefined
    const there = read?.found.get(wanted.name)
    const isOfRow = there && row && (holds(row, there) || holds(there, row))
    const isFree = wanted.row === undefined ? !there : isOfRow
    return isFree && isSaid(saysOf(control), wanted.like) ? wanted.name : undefined
  }

  /** The form is looked at by itself: what else is on the page is none of its parts. */
  function scopeTo(next: Element | null): void {
    if (next === scope) return
    scope = next
    scoped.abort()
    scoped = new AbortController()
    within = next ? create(next, AbortSignal.any([scoped.signal, signal])) : locator
  }

  /** From now on what was taught is found, too. @param isNeeded nothing is told of the page before: a taught target would be missing. */
  async function findTaught(isNeeded: boolean): Promise<void> {
    if (create !== createWrittenLocator) return
    isWaiting ||= isNeeded
    const script = await loadTaughtScript()
    isWaiting = false
    if (script && !signal.aborted && create !== script.createLocator) {
      create = script.createLocator
      whole.abort()
      locator = create(document, signal)
      scope = null
      within = locator
    }
    look()
  }

  function look(): void {
    if (signal.aborted || view === null || isWaiting || isStopped || document.hidden) return
    const wait = free - performance.now()
    if (wait > 0) later(wait)
    else frame ||= requestAnimationFrame(now)
  }

  function later(milliseconds: number): void {
    clearTimeout(timer)
    timer = window.setTimeout(look, milliseconds)
  }

  function now(): void {
    frame = 0
    if (view === null || isWaiting) return
    if (isTooBig(took)) {
      stop()
      return
    }
    const started = performance.now()
    const before = read
    const wasGate = before?.gate === 'sign-in'
    if (wasGate) keys.startAnew()
    const shown = keys.look()
    let form = forms.look(settled)
    scopeTo(shown ? around([shown.element]) : forms.container())
    const surmise = {
      ...form,
      scope,
      within,
      doubts,
      own: own(),
      isOpener: forms.isOpener,
      isFormGone: form.form === 'open' && scope === null,
      sent: forms.sent(),
      wants: view.wants,
    }
    read = readFacts(view.watch, locator, visits.field(), said, shown, surmise)
    if (forms.isDoubtful() && !hasParts(read, scope)) {
      if (settled) forms.startAnew()
      form = {}
    }
    took = performance.now() - started
    if (before !== null && lost(before, read)) unsettle()
    // What came behind a sign-in is the site, and no form.
    if (wasGate && !read.gate) {
      forms.startAnew()
      form = {}
    }
    const { found, several: _, ...rest } = read
    for (const [name, one] of found)
      if (rest.elements[name] && forms.isBusy(one)) {
        rest.elements[name].busy = true
        later(quiet)
      }
    const wasSettled = settled
    settle()
    // Only at rest it is known that a form is over; nothing else may change that would lead to another look.
    if (settled && !wasSettled) form = forms.look(settled)
    sentAt = form.form === 'sent' ? sentAt || started : 0
    const wait = view.assures && sentAt ? sentAt + untilAnswered - started : 0
    if (settled && wait > 0) later(wait)
    const facts: PageFacts = { url: location.href, settled: settled && wait <= 0, ...rest, ...form }
    inform(facts)
    looked()
    // What is drawn for it is part of what a look costs.
    free = started + (performance.now() - started) / share
  }

  /** Nothing more is looked at until the step is another one. */
  function stop(): void {
    isStopped = true
    read = null
    inform({ url: location.href, ...unread })
    looked()
  }

  function inform(facts: PageFacts): void {
    const text = JSON.stringify(facts)
    if (text !== lastSent) {
      lastSent = text
      void tell(facts).then(isHeard => {
        if (isHeard) again = tellAgainAfter
        if (isHeard || lastSent !== text) return
        // The worker ended over it: what it was told last, it does not know.
        clearTimeout(unheard)
        unheard = window.setTimeout(() => {
          lastSent = ''
          look()
        }, again)
        again = Math.min(again * 2, tellAgainAtMost)
      })
    }
  }

  /** Beside the way around the site there is nothing yet to press or to fill in: its content is still to come. */
  const isBare = (): boolean =>
    read?.keyShown === false && controlsIn(rootsOfPage()).every(one => closest(one, navigation))

  function unsettle(): void {
    settled = false
    since = performance.now()
  }

  function settle(): void {
    if (settled) return
    const at = performance.now()
    // A page that never comes to rest is looked at as it is.
    const rest = Math.min(
      (isBare() ? patience : quiet) - (at - lastChange),
      patience - (at - since),
      longest - (at - begun),
    )
    if (rest <= 0) settled = true
    else later(rest + 5)
  }

  const observer = new MutationObserver(records => {
    if (records.every(record => isOwn(record, own()))) return
    lastChange = performance.now()
    look()
  })
  function seeRoot(root: Node): void {
    observer.observe(root, everyChange)
    // Of each root: a change inside a shadow root or a frame is not heard outside of it.
    for (const type of ['change', 'toggle', 'transitionend', 'animationend'])
      root.addEventListener(type, look, { capture: true, passive: true, signal })
  }
  seeRoot(document)
  document.addEventListener('visibilitychange', look, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
  })

  return {
    said,
    look,
    aim(next, afresh = false) {
      const other = view?.step !== next.step || view.guide !== next.guide
      view = next
      if (other) {
        isStopped = false
        took = 0
        unsettle()
        begun = since
        forms.forgetPress()
      }
      // A guide that began anew, or was in another tab, has forgotten what was told.
      if (afresh || next.state === 'waiting') lastSent = ''
      // Ahead of the press, for the click that comes after it must not reach the page.
      const isNeeded = next.watch.targets.some(({ taught }) => taught)
      if (isNeeded || next.showsMe) void findTaught(isNeeded)
      look()
    },
    moved() {
      unsettle()
      lastChange = performance.now()
      look()
    },
    found: name => {
      const element = read?.found.get(name)
      return element?.isConnected ? drawnFor(element) : null
    },
    several: name => (read?.several.get(name) ?? []).filter(element => element.isConnected),
    answer(name, element, isIt) {
      doubts.answer(name, element, isIt)
      look()
    },
  }
}

/** Is anything in the form what the guide looks for, or probably so? */
const hasParts = ({ found, elements }: Read, form: Element | null): boolean =>
  Object.values(elements).some(({ status }) => status === 'likely' || status === 'several') ||
  [...found.values()].some(element => form !== null && holds(form, element))

/** What was there is not: the page may be drawing it anew. */
const lost = (before: Read, after: Read): boolean =>
  [...before.found.keys()].some(name => name in after.elements && !after.found.has(name))

const isOwn = (record: MutationRecord, host: Element | null): boolean =>
  host !== null &&
  (record.target === host ||
    (record.type === 'childList' &&
      [...record.addedNodes, ...record.removedNodes].every(node => node === host)))
