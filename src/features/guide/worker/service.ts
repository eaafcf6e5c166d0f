/**
 * Runs the guide: takes the page’s reports and the person’s presses, lets the engine decide which step it is, stores the progress, and sends
 * the view to page and panel. Never sees a key.
 */

import type { Guide } from '../../../guides/guide.ts'
import { t } from '../../../i18n/t.ts'
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import type { Reply } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import type { guideMessages } from '../../../protocol/messages/guide-messages.ts'
import type { GuideAct, Handlers } from '../../../protocol/messages.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { applyAct } from '../core/apply-act.ts'
import { isAboutKey } from '../core/conditions.ts'
import type { Now } from '../core/follow.ts'
import { begin, follow } from '../core/follow.ts'
import { mayBePasted } from '../core/form.ts'
import { isAchieved } from '../core/is-done.ts'
import { createPageRate, notOffered } from '../core/page-rights.ts'
import type { PageView } from '../core/page-view.ts'
import { pageViewOf } from '../core/page-view.ts'
import type { PageFacts, Running } from '../core/tour.ts'
import { viewOf } from '../core/view.ts'
import { createRunningGuide } from './guide-state.ts'
import {
  cleanDescription,
  isCause,
  keyOf,
  lacksCause,
  nothingYet,
  offerFor,
  withKnownTails,
  withMade,
} from './known-facts.ts'
import { addAsk, answerOrAllow, rememberTarget, shownNow, takeAsk } from './page-requests.ts'
import type { GuidePorts } from './ports.ts'
import { createStepActions, noGuide } from './step-actions.ts'

type Beginning = {
  keyId?: string | undefined
  cause?: Cause | undefined
  from: 'screen' | 'page' | 'notification'
}

export type GuideService = {
  handlers: Handlers<keyof typeof guideMessages>
  /** Starts a guide after a press on a notification. Perhaps no screen of Keyway is open then that could show it. */
  startFromNotification(guide: string, keyId?: string): Promise<Reply>
  /** The vault was unlocked: the guide may now have a test made that it needs. */
  unlocked(): Promise<void>
  /** A key was taken from the page or pasted. */
  captured(id: string): Promise<void>
  saved(id: string): Promise<void>
  /** The vault, its keys or waiting keys changed, so the step may be done. */
  worldChanged(): Promise<void>
}

export function createGuideService(ports: GuidePorts): GuideService {
  const { local, session } = ports
  const { carryOut, leadTo, leadToStart } = createStepActions(ports)
  const inOrder = createSerialQueue()
  const mayPage = createPageRate(ports.now)
  const newest = new Map<number | undefined, unknown>()
  const { guideOf, running, now, keep } = createRunningGuide(ports)
  /** Finds the step, stores the progress and shows the view. `change`: what the person did or what was captured; `isElsewhere`: another page asks. */
  async function show(
    guide: Guide,
    before: Running,
    change: (progress: Running, at: Now) => Running = progress => progress,
    isElsewhere = false,
  ): Promise<PageView> {
    const first = await now(guide, before)
    const changed = follow(guide, change(first.progress, first), first)
    // A captured or chosen key changes what is known, so that is read once more with the progress that names the key.
    const at = await now(guide, changed)
    const progress = follow(guide, at.progress, at)
    await keep(progress)
    const isDone = progress.ended && !progress.skips && isAchieved(guide, { ...at, progress })
    const { [guide.id]: doneAt, ...others } = (await local.get('guidesDone')) ?? {}
    if (isDone && !before.ended) await local.set('guidesDone', { ...others, [guide.id]: at.now })
    // The page announced later that the form had failed.
    else if (before.ended && !isDone && doneAt !== undefined && doneAt >= progress.startedAt)
      await local.set('guidesDone', others)
    const says = await ports.readCardWords()
    const taught = { ...(await local.get('shown')), ...(await shownNow(session)) }
    const view = viewOf(guide, { ...at, progress }, says, taught)
    const viewFor = (isBlind?: true) => pageViewOf(guide, { ...at, progress }, says, taught, isBlind)
    const last = await session.get('tour')
    if (JSON.stringify(view) !== JSON.stringify(last)) {
      await session.set('tour', view)
      const page = await session.get('tourPage')
      if (page && !(await drawingOff())) ports.push(page.tabId, viewFor())
    }
    return viewFor(isElsewhere || undefined)
  }

  const drawingOff = async () => (await local.get('settings'))?.siteOff === true

  async function again(change?: (progress: Running, at: Now) => Running): Promise<PageView | null> {
    const run = await running()
    return run && show(run.guide, run.progress, change)
  }

  /** Started from one of Keyway’s screens or a notification, it opens the platform’s page; started from a page, the page is there already. */
  async function start(id: string, { keyId, cause, from }: Beginning): Promise<Reply> {
    const guide = await guideOf(id)
    if (!guide) return fail('unknown_guide', t('Keyway has no guide of that name.'))
    const progress = begin(guide, ports.now(), { subjectId: keyId, cause })
    await session.set('tour', null)
    await local.set('tour', progress)
    await lookAhead()
    await show(guide, progress)
    await askForCause()
    const view = await session.get('tour')
    const isLed =
      from === 'page' || !view || (await leadToStart(guide, view, (await running())?.progress ?? progress))
    if (from === 'notification' && !isLed)
      ports.openScreen('dashboard', keyId === undefined ? '' : `#keys/${keyId}`)
    if (!(await drawingOff())) await wakePages(await again())
    return { ok: true }
  }

  /** Has the key tested when the guide’s steps depend on what is wrong with it and that is not known yet; while the vault is locked, after the unlock. */
  async function askForCause(): Promise<void> {
    const run = await running()
    const id = run && lacksCause(run.guide, run.progress)
    if (id) ports.test(id, false)
  }

  async function offer() {
    const isRefused = (await session.get('pageAsks'))?.some(({ what }) => what === 'not-again')
    return isRefused ? undefined : offerFor(local, session, { fixGuideOf: ports.fixGuideOf, guideOf })
  }

  /** Starts the guide that the pill offers. A page does not know which key it is about, so the key is looked up here. */
  async function startOffered(id: string): Promise<Reply> {
    const offered = await offer()
    return start(id, { keyId: offered?.guide === id ? offered.keyId : undefined, from: 'page' })
  }

  /** A guide that fixes what is in this guide’s way, or that comes after it, is about the same key, if it is about a key at all. */
  async function keyForNextGuide(id: string): Promise<string | undefined> {
    const run = await running()
    const guide = await guideOf(id)
    return run && guide && isAboutKey(guide) ? keyOf(run.progress) : undefined
  }

  async function startFromScreen(id: string, keyId?: string, cause?: string): Promise<Reply> {
    const run = await running()
    const comesNext = run?.progress.ended === true && run.guide.next.includes(id)
    return start(id, {
      keyId: keyId ?? (comesNext ? await keyForNextGuide(id) : undefined),
      cause: isCause(cause) ? cause : undefined,
      from: 'screen',
    })
  }

  /** Notes the address of the open platform page before that page has reported, so that nobody is sent to a page that is open already. */
  async function lookAhead(): Promise<void> {
    const tab = (await ports.activePlatformTab()) ?? (await ports.platformTabs())[0]
    if (tab) await session.set('tourPage', { tabId: tab.tabId, facts: nothingYet(tab.url) })
  }

  /** Tells all platform pages that a guide runs, or with null that none does. The one in front then reports what is on it. */
  async function wakePages(view: PageView | null): Promise<void> {
    for (const { tabId } of await ports.platformTabs()) ports.push(tabId, view)
  }

  async function stop(): Promise<Reply> {
    await local.remove('tour')
    await session.remove('tourClaims')
    await session.set('tour', null)
    await session.set('tourKey', null)
    await session.set('tourPage', null)
    await wakePages(null)
    return { ok: true }
  }

  async function handle({ act: said, option, step }: GuideAct, tabId: number | undefined): Promise<Reply> {
    if (said === 'start') return startOffered(option ?? 'create-key')
    if (said === 'stop') return stop()
    if (said === 'not-again' || said === 'off-for-site') {
      await ports.changeSettings(said === 'not-again' ? { offerDeclined: true } : { siteOff: true })
      if (said === 'off-for-site') await wakePages(null)
      return { ok: true }
    }
    if (said === 'report') await session.set('reportAsked', ports.now())
    if (said === 'open-panel' || said === 'report') return { ok: true }
    const run = await running()
    if (!run) return noGuide
    const view = await session.get('tour')
    // The press was for another step: the guide moved on at the same moment.
    if ((step ?? view?.step) !== view?.step) return { ok: true }
    if (said === 'do') return carryOut(run.guide, view ?? null, run.progress, tabId)
    if (said === 'go') return leadTo(view ?? null, tabId)
    if (said === 'fix')
      return view?.fix
        ? start(view.fix, {
            keyId: await keyForNextGuide(view.fix),
            from: tabId === undefined ? 'screen' : 'page',
          })
        : noGuide
    await show(run.guide, run.progress, (progress, at) =>
      said === 'choose'
        ? applyAct(run.guide, progress, { act: 'choose', option: option ?? '' }, at)
        : applyAct(run.guide, progress, { act: said }, at),
    )
    return { ok: true }
  }

  /** Is the guide in another tab, and the person too? */
  async function looksElsewhere(tabId: number): Promise<boolean> {
    const guided = (await session.get('tourPage'))?.tabId
    if (guided === undefined || guided === tabId) return false
    return (await ports.activePlatformTab())?.tabId === guided
  }

  const handlers: Handlers<keyof typeof guideMessages> = {
    'page.hello': ({ url }, { tabId }) =>
      inOrder(async () => {
        const off = await drawingOff()
        const run = await running()
        const says = await ports.readCardWords()
        if (!run || tabId === undefined || off) {
          const offered = off || run ? undefined : await offer()
          return {
            view: null,
            says,
            ...(offered && { offer: { guide: offered.guide, title: offered.title } }),
          }
        }
        const page = await session.get('tourPage')
        if (!mayPage(tabId, 'hello')) return { view: null, says }
        if (await looksElsewhere(tabId))
          return { view: await show(run.guide, run.progress, undefined, true), says }
        // A fresh document knows nothing yet but its address.
        if (page?.tabId !== tabId || page.facts.url !== url)
          await session.set('tourPage', { tabId, facts: nothingYet(url) })
        return { view: await show(run.guide, run.progress), says }
      }),

    'page.facts': ({ guide, facts }, { tabId }) => {
      newest.set(tabId, facts)
      return inOrder(async () => {
        // A page that changes fast reports faster than can be handled: only the newest report counts.
        if (facts !== newest.get(tabId)) return { ok: true }
        const run = await running()
        if (tabId === undefined || run?.guide.id !== guide) return noGuide
        // With two windows in sight only the one that the person works in counts.
        if (await looksElsewhere(tabId)) return { ok: true }
        await session.set('tourPage', { tabId, facts: await withKnownTails(session, facts as PageFacts) })
        await show(run.guide, run.progress)
        return { ok: true }
      })
    },

    'page.act': (request, { tabId }) => {
      if (tabId === undefined || !mayPage(tabId, 'act')) return Promise.resolve(notOffered)
      // Before anything is awaited: the browser opens the panel only in the press's own turn.
      if (['start', 'open-panel', 'report', 'do'].includes(request.act)) ports.openPanel({ tabId })
      return inOrder(
        async () => (await answerOrAllow(session, request, offer, ports.now())) ?? handle(request, tabId),
      )
    },

    // Not queued with the rest: it does not change the guide, and a step may be waiting for it.
    'page.loadTaught': async (_, { tabId, documentId }) => {
      if (tabId === undefined || documentId === undefined || !mayPage(tabId, 'loadTaught')) return notOffered
      await ports.loadTaught(tabId, documentId)
      return { ok: true }
    },

    'page.showMe': ({ guide, target, description }, { tabId }) =>
      inOrder(async () => {
        if (tabId === undefined || !mayPage(tabId, 'showMe')) return notOffered
        const run = await running()
        const clean = cleanDescription(description)
        const known = run?.guide.id === guide ? run.guide.targets[target] : undefined
        if (!run || known === undefined || !clean) return noGuide
        const view = await session.get('tour')
        if (view?.wants !== target || !view.can.showMe) return notOffered
        await addAsk(session, {
          what: 'remember',
          name: `${guide}/${target}`,
          look: known.look,
          description: clean,
        })
        await show(run.guide, run.progress)
        return { ok: true }
      }),

    'screen.answerAsk': ({ what, name, yes }) =>
      inOrder(async () => {
        const ask = await takeAsk(session, { what, name })
        if (yes && ask?.what === 'not-again') await handle({ act: 'not-again' }, undefined)
        if (yes && ask) await rememberTarget(local, ask)
        await again()
        return { ok: true }
      }),

    'screen.startGuide': ({ guide, keyId, cause }) => inOrder(() => startFromScreen(guide, keyId, cause)),
    'screen.guideAct': request => inOrder(() => handle(request, undefined)),
    'screen.forgetShown': ({ name }) =>
      inOrder(async () => {
        const shown = { ...(await local.get('shown')) }
        delete shown[name]
        await local.set('shown', shown)
        await again()
        return { ok: true }
      }),
    'screen.showMe': () =>
      inOrder(async () => {
        const page = await session.get('tourPage')
        if (!page) return fail('no_page', t('Open the platform’s page first.'))
        ports.askForShowMe(page.tabId)
        return { ok: true }
      }),
  }

  return {
    handlers,
    startFromNotification: (guide, keyId) =>
      inOrder(async () => {
        // The notification may be days old: its cause is not used, and a key that an open vault no longer holds is left out.
        const isGone = (await session.get('rows'))?.some(({ id }) => id === keyId) === false
        return start(guide, { keyId: isGone ? undefined : keyId, from: 'notification' })
      }),
    unlocked: () => inOrder(askForCause),
    captured: id =>
      inOrder(async () => {
        const mask = (await session.get('pending'))?.find(key => key.id === id)?.mask
        await session.set('tourKey', mask === undefined ? null : { id, lastFour: mask.slice(-4) })
        await again(progress => withMade(progress, id))
      }),
    saved: id =>
      inOrder(async () => {
        const lastFour = (await session.get('rows'))?.find(row => row.id === id)?.lastFour
        const guide = (await running())?.guide
        await again((progress, { facts }) => {
          // A key that was copied on the page and pasted was saved without waiting.
          const isShown = facts?.keyShown === true && lastFour !== undefined && facts.keyTail === lastFour
          if (progress.madeId === id) return { ...progress, madeSaved: true }
          const isHidden = guide !== undefined && mayBePasted(guide, { progress, facts })
          return isShown || isHidden ? { ...withMade(progress, id), madeSaved: true } : progress
        })
      }),
    worldChanged: () => inOrder(async () => void (await again())),
  }
}
