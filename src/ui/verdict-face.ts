/** Which of the six faces a verdict has. Pure. The words for each cause are the providers' own. */
import type { VerdictSeen } from '../extension/state.ts'
import type { Verdict } from '../providers/verdict.ts'

export type Tone = 'works' | 'limited' | 'needs' | 'rejected' | 'unknown'
export type Face = { tone: Tone; word: string }

export function face(verdict: Verdict | undefined): Face {
  if (!verdict) return { tone: 'unknown', word: 'Not checked yet' }
  if ('retryAt' in verdict && verdict.retryAt !== undefined)
    return { tone: 'unknown', word: 'Not active yet' }
  if (verdict.key === 'rejected') return { tone: 'rejected', word: 'Rejected' }
  if (verdict.key === 'unknown')
    return verdict.use === 'blocked'
      ? { tone: 'needs', word: 'Needs you' }
      : { tone: 'unknown', word: "Can't tell" }
  if (verdict.use === 'blocked') return { tone: 'needs', word: 'Needs you' }
  if (verdict.use === 'limited') return { tone: 'limited', word: 'Works in part' }
  if (verdict.use === 'unknown') return { tone: 'works', word: 'Accepted' }
  return { tone: 'works', word: 'Works' }
}

export const order: Record<Tone, number> = { rejected: 0, needs: 1, limited: 2, unknown: 3, works: 4 }

/** Does it need a sentence under it, because something is to be done or understood? */
export function waitsForPerson(verdict: VerdictSeen | undefined): boolean {
  const { tone, word } = face(verdict)
  return tone === 'rejected' || tone === 'needs' || tone === 'limited' || word === 'Not active yet'
}
