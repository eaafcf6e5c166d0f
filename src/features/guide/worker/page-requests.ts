/**
 * Requests of a page that would last: to remember a target that the person showed, or to offer no guide again. They apply until the browser
 * is closed; to stay they need the person’s answer in one of Keyway’s screens.
 */

import type { Description } from '../../../locator/description.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { GuideAct } from '../../../protocol/messages.ts'
import type { Items, LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import { costOf, countCost, isOffered, notOffered } from '../core/page-rights.ts'

type Session = Items<SessionItems>
type Ask = SessionItems['pageAsks'][number]

const most = 5
const isSame = (one: Ask, other: Ask): boolean => one.what === other.what && one.name === other.name

export async function addAsk(session: Session, ask: Ask): Promise<void> {
  const others = ((await session.get('pageAsks')) ?? []).filter(other => !isSame(other, ask))
  await session.set('pageAsks', [...others.slice(1 - most), ask])
}

/** Takes it off the list. @returns it, or undefined when nobody asked that */
export async function takeAsk(
  session: Session,
  wanted: Pick<Ask, 'what' | 'name'>,
): Promise<Ask | undefined> {
  const asks = (await session.get('pageAsks')) ?? []
  const ask = asks.find(one => isSame(one, wanted as Ask))
  if (ask)
    await session.set(
      'pageAsks',
      asks.filter(one => one !== ask),
    )
  return ask
}

/** Targets that were shown and are not yet confirmed: 'guide/target' -> description. */
export async function shownNow(session: Session): Promise<Record<string, Description>> {
  const asks = (await session.get('pageAsks')) ?? []
  return Object.fromEntries(asks.flatMap(ask => (ask.description ? [[ask.name, ask.description]] : [])))
}

const mostShown = 100

/** Stores the target for good. */
export async function rememberTarget(local: Items<LocalItems>, { name, description }: Ask): Promise<void> {
  if (!description) return
  const shown = Object.entries((await local.get('shown')) ?? {}).slice(-mostShown)
  await local.set('shown', { ...Object.fromEntries(shown), [name]: description })
}

/** The answer to an act that a page sent, or undefined when the act may be carried out. */
export async function answerOrAllow(
  session: Session,
  request: GuideAct,
  offer: () => Promise<{ guide: string } | undefined>,
  now: number,
): Promise<Reply | undefined> {
  const view = (await session.get('tour')) ?? null
  if (!isOffered(view, request)) return notOffered
  if (request.act === 'not-again') {
    await addAsk(session, { what: 'not-again', name: '' })
    return { ok: true }
  }
  if (request.act === 'start' && (await offer())?.guide !== (request.option ?? 'create-key'))
    return notOffered
  const cost = costOf(view, request)
  if (!cost) return undefined
  const times = countCost(cost, (await session.get(cost)) ?? [], now)
  if (!times) return notOffered
  await session.set(cost, times)
  return undefined
}
