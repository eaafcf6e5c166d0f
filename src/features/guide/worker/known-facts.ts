/** What the worker knows that a guide may ask about, and how a page’s reports are checked. Reads session storage and writes nothing there but the endings that pages reported. */

import type { Guide, StepAction } from '../../../guides/guide.ts'
import { fromTable, t } from '../../../i18n/t.ts'
import type { Description } from '../../../locator/description.ts'
import type { Items, LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
import { scopeProbes } from '../../../providers/scopes.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { asksForCause } from '../core/conditions.ts'
import {
  type Claims,
  type KeyFact,
  type PageFacts,
  type Running,
  rowPlace,
  type World,
} from '../core/tour.ts'
import type { GuidePorts } from './ports.ts'

type Session = Pick<Items<SessionItems>, 'get'>

/** A page that makes up rows or keys could learn from the guide’s answers how a key ends. So only this many different endings of each are accepted in a session. */
const mostTails = 1_000

async function isHeard(
  session: Items<SessionItems>,
  name: 'tourTails' | 'tourKeyTails',
  tails: string[],
): Promise<boolean> {
  const before = (await session.get(name)) ?? []
  const heard = [...new Set([...before, ...tails])]
  if (heard.length > mostTails) return false
  if (heard.length > before.length) await session.set(name, heard)
  return true
}

/** The facts without the endings of rows, or of the shown key, once there were too many different ones. */
export async function withKnownTails(session: Items<SessionItems>, facts: PageFacts): Promise<PageFacts> {
  const { rows, keyTail, ...rest } = facts
  return {
    ...rest,
    ...(rows && (await isHeard(session, 'tourTails', Object.values(rows))) && { rows }),
    ...(keyTail && (await isHeard(session, 'tourKeyTails', [keyTail])) && { keyTail }),
  }
}

/** What the worker has in session memory about keys; `tourKey` outlives a lock, the lists do not. */
export type KeysKnown = Partial<
  Pick<SessionItems, 'vault' | 'rows' | 'pending' | 'pendingSeen' | 'pendingDiscarded' | 'rights' | 'tourKey'>
>

export async function readKeysKnown(session: Session): Promise<KeysKnown> {
  const names = ['vault', 'rows', 'pending', 'pendingSeen', 'pendingDiscarded', 'rights', 'tourKey'] as const
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await session.get(name)] as const)),
  ) as KeysKnown
}

/** Pure. */
export function worldOf(keys: KeysKnown, facts: PageFacts | null, progress: Running, guide: Guide): World {
  const status = keys.vault?.status ?? 'none'
  const made = keyFact(
    progress.madeId,
    keys,
    progress.madeSaved === undefined ? undefined : { saved: progress.madeSaved },
  )
  if (made && keys.rights?.id === progress.madeId && keys.rights)
    made.rights = compare(guide, progress, keys.rights)
  const subject = keyFact(progress.subjectId, keys, progress.subjectGone ? undefined : { saved: true })
  const lastFour =
    made?.lastFour ?? (keys.tourKey?.id === progress.madeId ? keys.tourKey?.lastFour : undefined)
  const shownKey =
    facts?.keyShown && made && lastFour && facts.keyTail
      ? facts.keyTail === lastFour
        ? ('made' as const)
        : ('other' as const)
      : undefined
  // While the page shows a key that may be another one, the captured key is left out.
  const isMade = !facts?.keyShown || shownKey === 'made'
  return {
    vault: status,
    ...(made && isMade && { made }),
    ...(subject && { subject }),
    ...(shownKey && { shownKey }),
    ...(progress.subjectId && { subjectRow: rowOf(subject?.lastFour, facts?.rows) }),
    ...(subject && facts && isRowGone(subject, facts, progress) && { isRowGone: true }),
  }
}

/** The handle of the one row that ends as the key does; null when there is none; empty when there are two, of which none can be meant for certain. */
function rowOf(lastFour: string | undefined, rows: PageFacts['rows'] = {}): string | null {
  const [row, ...others] = Object.keys(rows).filter(handle => rows[handle] === lastFour)
  return others.length > 0 ? '' : (row ?? null)
}

/** Did the key’s row disappear? The list has one row fewer than when it was there, and none of them is the key’s. An empty list may be another page, so it says nothing. */
const isRowGone = ({ lastFour }: KeyFact, facts: PageFacts, { rowSeen }: Running): boolean => {
  const tails = Object.values(facts.rows ?? {})
  const isOneLess = facts.settled && tails.length > 0 && rowSeen === rowPlace(facts, 0)
  return isOneLess && lastFour !== undefined && !tails.includes(lastFour)
}

/** Compares the key’s permissions with those of the person’s choice. A further permission whose check gave no answer does not count. */
function compare(
  { choices }: Guide,
  progress: Running,
  { answers, note }: SessionItems['rights'],
): NonNullable<KeyFact['rights']> {
  const wanted = choices
    .flatMap(({ id, options }) => options.filter(option => option.id === progress.choices[id]))
    .find(option => option.scopes)?.scopes
  const { must = [], may = [] } = wanted ?? {}
  return {
    lacks: must.filter(scope => note === undefined && answers[scope] !== 'granted').map(wordsOf),
    beyond: Object.keys(answers)
      .filter(scope => wanted && answers[scope] === 'granted' && ![...must, ...may].includes(scope))
      .map(wordsOf),
    ...(note !== undefined && { note }),
  }
}

function wordsOf(scope: string): string {
  const probe = scopeProbes[`scope:${scope}`]
  return probe ? `${fromTable(probe.area)} (${fromTable(probe.right)})` : scope
}

/** Notes in the progress what an open vault tells of the guide’s keys, for when it is locked. Pure. */
export function remember(
  progress: Running,
  { vault, rows, pending, pendingSeen, tourKey }: KeysKnown,
  facts: PageFacts | null,
): Running {
  if (rows === undefined && vault?.status !== 'none') return progress
  const has = (id: string | undefined) => rows?.some(row => row.id === id) === true
  const rest = withoutClaims(progress)
  // A guide that was started again while the key was hidden recognises the key when it is shown again.
  const isShownAgain = rest.madeId === undefined && facts?.keyShown && facts.keyTail === tourKey?.lastFour
  if (tourKey && isShownAgain && has(tourKey.id)) rest.madeId = tourKey.id
  const { madeId, subjectId } = rest
  const isWaiting = pending?.some(({ id }) => id === madeId) === true || isCaptured(pendingSeen, madeId)
  return {
    ...rest,
    ...(madeId !== undefined && (has(madeId) || isWaiting) && { madeSaved: has(madeId) }),
    ...(subjectId !== undefined && !has(subjectId) && { subjectGone: true }),
  }
}

/** The progress as it may be stored on the disk. Pure. */
export const withoutClaims = ({ madeSaved: _, subjectGone: __, ...progress }: Running): Running => progress

/** The progress from the disk with what the worker itself has seen of the same keys. What the disk claims of keys is left out. Pure. */
export const withClaims = (progress: Running, seen: Claims = {}): Running => ({
  ...withoutClaims(progress),
  ...(seen.madeId === progress.madeId && seen.madeSaved !== undefined && { madeSaved: seen.madeSaved }),
  ...(seen.subjectId === progress.subjectId && seen.subjectGone && { subjectGone: true }),
})

/** Was the key captured, and neither saved nor discarded since? The list of waiting keys does not suffice: after an unlock the vault’s keys are listed before the waiting ones. */
const isCaptured = (seen: KeysKnown['pendingSeen'], id: string | undefined): boolean =>
  id !== undefined && Object.values(seen?.ids ?? {}).includes(id)

/**
 * What is known of one key; undefined when the open vault does not hold it and it waits nowhere. A locked vault tells nothing of its keys.
 * @param whenLocked what was known of the key before the lock
 */
function keyFact(
  id: string | undefined,
  { vault, rows, pending, pendingSeen, pendingDiscarded }: KeysKnown,
  whenLocked: KeyFact | undefined,
): KeyFact | undefined {
  if (id === undefined) return undefined
  const row = rows?.find(other => other.id === id)
  if (row)
    return {
      saved: true,
      label: row.label,
      lastFour: row.lastFour,
      ...(row.kind && { kind: row.kind }),
      ...(row.trackingId !== undefined && { trackingId: row.trackingId }),
      ...(row.project !== undefined && { project: row.project }),
      ...(row.expiresAt !== undefined && { expiresAt: row.expiresAt }),
      // Only a proven refusal counts as one, because guides call a key revoked because of it.
      ...(row.verdict && {
        verdict:
          row.verdict.key === 'rejected' && !isRevocationProven(row.verdict)
            ? { ...row.verdict, key: 'unknown' as const }
            : row.verdict,
      }),
    }
  const waiting = pending?.find(other => other.id === id)
  if (waiting)
    return {
      saved: false,
      lastFour: waiting.mask.slice(-4),
      ...(waiting.name !== undefined && { label: waiting.name }),
      ...(waiting.project !== undefined && { project: waiting.project }),
      ...(waiting.expiresAt !== undefined && { expiresAt: waiting.expiresAt }),
    }
  if (pendingDiscarded?.includes(id)) return undefined
  const isListed = rows !== undefined || vault?.status === 'none'
  return isListed && !isCaptured(pendingSeen, id) ? undefined : whenLocked && { ...whenLocked }
}

/** Notes the key that was just captured. What was known of an earlier one does not apply to it. */
export function withMade(progress: Running, madeId: string): Running {
  return { ...progress, madeId, madeSaved: false }
}

export const isCause = (name: string | undefined): name is Cause =>
  name !== undefined && Object.hasOwn(outcomes, name)

const freshFor = 10 * 60_000

/** Is a verdict recent enough to tell what is wrong now? One from the future was made before the clock was set back. */
export const isFresh = ({ at }: { at: number }, now: number): boolean =>
  at > now - freshFor && at < now + 60_000

/** @returns the id of the key whose cause the guide needs and does not know yet */
export const lacksCause = (guide: Guide, { subjectId, cause, ended }: Running): string | undefined =>
  cause === undefined && !ended && asksForCause(guide) ? subjectId : undefined

/** A guide that was started without a cause takes it from a recent test, or from the first test since; its first steps depend on it. */
export function withCause(guide: Guide, progress: Running, { rows }: KeysKnown): Running {
  const { startedAt, finished } = progress
  const id = lacksCause(guide, progress)
  const verdict = rows?.find(row => row.id === id)?.verdict
  if (!verdict || (verdict.at < startedAt && !isFresh(verdict, startedAt))) return progress
  const found = { ...progress, cause: verdict.cause }
  return finished.length > 0 ? found : { ...found, step: guide.steps[0]?.id ?? progress.step }
}

/** The key that a guide was about. A guide that comes after it, or that fixes what is in its way, is about the same key. */
export const keyOf = ({ lost, madeId, subjectId }: Running): string | undefined =>
  // A key whose dialog was closed before it was saved is unknown to Keyway.
  lost !== undefined ? undefined : (madeId ?? subjectId)

/**
 * The dashboard's place for what a step offers to do with its key.
 * @param former the key that this one replaces: the new one belongs into the same projects
 */
export function placeFor(
  action: StepAction,
  id: string | undefined,
  former: string | undefined,
): string | undefined {
  const parts: Partial<Record<StepAction, string>> = {
    copy: '',
    'first-call': '/call',
    'put-in-project':
      former === undefined || former === id ? '/project' : `/project/${encodeURIComponent(former)}`,
  }
  const part = parts[action]
  return part === undefined
    ? undefined
    : id === undefined
      ? '#keys'
      : `#keys/${encodeURIComponent(id)}${part}`
}

/** The guide that the pill offers: only to people without keys or with something to fix, never after “Not again”, and never while the vault is locked. */
export async function offerFor(
  local: Pick<Items<LocalItems>, 'get'>,
  session: Session,
  {
    fixGuideOf,
    guideOf,
  }: { fixGuideOf: GuidePorts['fixGuideOf']; guideOf(id: string): Promise<Guide | null> },
): Promise<{ guide: string; title: string; keyId?: string } | undefined> {
  const settings = await local.get('settings')
  if (settings?.offerDeclined || settings?.siteOff) return undefined
  const vault = await session.get('vault')
  const rows = await session.get('rows')
  if (vault === undefined || vault.status === 'none' || (vault.status === 'unlocked' && rows?.length === 0))
    return { guide: 'create-key', title: t('Create an API key') }
  for (const row of rows ?? []) {
    const { verdict } = row
    if (!verdict || verdict.retryAt !== undefined) continue
    if (verdict.key !== 'rejected' && verdict.use !== 'blocked') continue
    const fix = await fixGuideOf(row)
    const guide = fix === undefined ? null : await guideOf(fix)
    if (guide) return { guide: guide.id, title: guide.title, keyId: row.id }
  }
  return undefined
}

/** A page may send any description, so only a small, plain JSON object is accepted. */
export function cleanDescription(given: Record<string, unknown>): Description | undefined {
  const text = JSON.stringify(given)
  const plain = (value: unknown): boolean =>
    value === undefined ||
    ['string', 'number'].includes(typeof value) ||
    (Array.isArray(value) && value.every(plain)) ||
    (typeof value === 'object' && value !== null && Object.values(value).every(plain))
  return text.length <= 4000 && plain(given) ? (given as Description) : undefined
}

/** The facts of a page that has not reported yet: only its address is known. */
export const nothingYet = (url: string): PageFacts => ({
  url,
  settled: false,
  heading: 'none',
  elements: {},
  texts: [],
  dialogs: [],
  anyDialog: false,
  keyShown: false,
  unseen: true,
})
