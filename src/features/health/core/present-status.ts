/** Which of the six faces a key has, with the providers' own words for it. Pure. */

import { t } from '../../../i18n/t.ts'
import type { KeyRow, VerdictSeen } from '../../../protocol/published.ts'
import { entries, notActiveYet, type Words, wordsFor } from '../../../providers/answers/cause-texts.ts'
import type { Entry } from '../../../providers/answers/verdict-text.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import type { KeyKind, ProviderId, Verdict } from '../../../providers/verdict.ts'

export type Tone = 'works' | 'limited' | 'needs' | 'rejected' | 'unknown'
export type PresentStatus = Omit<Words, 'tone'> & { tone: Tone }
type Of = { provider: ProviderId; kind?: KeyKind }

const tones = {
  works: 'works',
  limited: 'limited',
  needs_you: 'needs',
  rejected: 'rejected',
  cannot_tell: 'unknown',
} as const satisfies Record<Words['tone'], Tone>

/** Of a key that was never tested, because the browser does not let Keyway contact its provider. */
export const needsPermission: PresentStatus = {
  tone: 'unknown',
  short: t('Needs permission'),
  sentence: t('The browser does not let Keyway contact this provider yet. Press “Test” to allow it.'),
}

export function presentStatus(verdict: Verdict | VerdictSeen | undefined, of: Of): PresentStatus {
  if (isKeptOnly(of))
    return { tone: 'unknown', short: t('Kept'), sentence: t('Keyway keeps this key. It cannot test it.') }
  if (!verdict)
    return { tone: 'unknown', short: t('Not tested'), sentence: t('This key was not tested yet.') }
  if ('retryAt' in verdict && verdict.retryAt !== undefined) return { tone: 'unknown', ...notActiveYet }
  const words = wordsFor(verdict, of)
  // It calls no models, so there is no credit to ask about.
  if (of.kind === 'admin' && verdict.cause === 'ok') [words.short, words.sentence] = entries.ok
  return { ...words, tone: tones[words.tone] }
}

/** The latest test of a key if it told nothing, so that the status that is shown is older; else undefined. */
export function unanswered(row: KeyRow) {
  const { verdict } = row
  const trouble = verdict?.trouble
  if (!verdict || !trouble || trouble.at <= verdict.at) return undefined
  const { short, fix } = wordsFor({ key: 'unknown', use: 'unknown', cause: trouble.cause }, row)
  return { cause: trouble.cause, at: trouble.at, short, fix, since: verdict.at }
}

/** A cause in two or three words, for a list of them. */
export const causeWord = (cause: string): string =>
  (Object.hasOwn(short, cause) && short[cause]?.[0]) || cause.replaceAll('_', ' ')
const short: Partial<Record<string, Entry>> = entries

export const order: Record<Tone, number> = { rejected: 0, needs: 1, limited: 2, unknown: 3, works: 4 }
