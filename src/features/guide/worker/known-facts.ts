/** What the worker knows that a guide may ask about, and what a page may teach it. Reads session storage; no effects. */

import type { Guide, StepAction } from '../../../guides/guide.ts'
import { fromTable, t } from '../../../i18n/t.ts'
import type { Description } from '../../../locator/description.ts'
import type { KeyRow, PendingKey } from '../../../protocol/published.ts'
import type { Items, LocalItems, SessionItems } from '../../../protocol/storage-keys.ts'
import { isProvenDead } from '../../../providers/answers/revocation.ts'
import { scopeProbes } from '../../../providers/scopes.ts'
import type { KeyFact, Running, World } from '../core/tour.ts'
import type { TourEffects } from './ports.ts'

type Session = Pick<Items<SessionItems>, 'get'>

export async function worldOf(session: Session, progress: Running, guide: Guide): Promise<World> {
  const [vault, rows, pending, rights] = await Promise.all([
    session.get('vault'),
    session.get('rows'),
    session.get('pending'),
    session.get('rights'),
  ])
  const made = keyFact(progress.madeId, rows, pending, progress.madeSaved === true)
  if (made && rights && rights.id === progress.madeId) made.rights = compare(guide, progress, rights)
  const subject = keyFact(progress.subjectId, rows, undefined, true)
  return { vault: vault?.status ?? 'none', ...(made && { made }), ...(subject && { subject }) }
}

/** What the key answered beside what the person's choice wants. A thing beside that it could not tell counts for nothing. */
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

/** A locked vault says nothing of its keys: then only that there is one. */
function keyFact(
  id: string | undefined,
  rows: KeyRow[] | undefined,
  pending: PendingKey[] | undefined,
  wasSaved: boolean,
): KeyFact | undefined {
  if (id === undefined) return undefined
  const row = rows?.find(other => other.id === id)
  if (row)
    return {
      saved: true,
      label: row.label,
      lastFour: row.lastFour,
      ...(row.trackingId !== undefined && { trackingId: row.trackingId }),
      ...(row.project !== undefined && { project: row.project }),
      ...(row.expiresAt !== undefined && { expiresAt: row.expiresAt }),
      // Only a refusal that is proven counts as one: the guides say “dead” by it.
      ...(row.verdict && {
        verdict:
          row.verdict.key === 'rejected' && !isProvenDead(row.verdict)
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
  return { saved: wasSaved }
}

/** Does the guide speak of a key that is there already? Another one would take it for the key that is being made. */
export const isAboutKey = (guide: Guide): boolean => JSON.stringify(guide).includes('"of":"subject"')

/** The key a guide was about: what comes after it, or mends what is in its way, is about that one too. */
export const keyOf = ({ lost, madeId, subjectId }: Running): string | undefined =>
  // What was closed unsaved is no key that Keyway knows.
  lost !== undefined ? undefined : (madeId ?? subjectId)

/** The dashboard's place for what a step offers to do with its key. */
export function placeFor(action: StepAction, id: string | undefined): string | undefined {
  const parts: Partial<Record<StepAction, string>> = {
    copy: '',
    'first-call': '/call',
    'put-in-project': '/project',
  }
  const part = parts[action]
  return part === undefined
    ? undefined
    : id === undefined
      ? '#keys'
      : `#keys/${encodeURIComponent(id)}${part}`
}

/** Only to people without keys or with something to mend, and never after "not again". Of a locked vault nothing is known. */
export async function offerFor(
  local: Pick<Items<LocalItems>, 'get'>,
  session: Session,
  { mendOf, guideOf }: { mendOf: TourEffects['mendOf']; guideOf(id: string): Promise<Guide | null> },
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
    const mend = await mendOf(row)
    const guide = mend === undefined ? null : await guideOf(mend)
    if (guide) return { guide: guide.id, title: guide.title, keyId: row.id }
  }
  return undefined
}

/** A page is not to be trusted with the shape of what it teaches: JSON of a plain object, and small. */
export function cleanDescription(given: Record<string, unknown>): Description | undefined {
  const text = JSON.stringify(given)
  const plain = (value: unknown): boolean =>
    value === undefined ||
    ['string', 'number'].includes(typeof value) ||
    (Array.isArray(value) && value.every(plain)) ||
    (typeof value === 'object' && value !== null && Object.values(value).every(plain))
  return text.length <= 4000 && plain(given) ? (given as Description) : undefined
}
