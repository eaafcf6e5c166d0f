/** When a key is asked: its interval, the patience with a fresh one, retries, and proof that one is dead. Pure. */
import type { Cause, Evidence, VerdictSeen } from '../../../providers/verdict.ts'
import type { RecordAbout } from '../../../vault/record.ts'

const minute = 60_000
export const day = 24 * 60 * minute
/** How old an answer may be before unlocking or coming online asks again. */
const staleAfter = 15 * minute
export const secondLookAfter = minute
const freshFor = 15 * minute
/** From one try to the next: 10 s, 30 s, 1, 2, 5 and 10 min after the first refusal. */
const freshSteps = [10_000, 20_000, 30_000, minute, 3 * minute, 5 * minute]
const deadSteps = [5_000, 10_000, 20_000, 40_000, minute, 2 * minute, 4 * minute, 8 * minute, 15 * minute]
const retrySteps = [5_000, 20_000]

type Timed = Pick<RecordAbout, 'checkEveryMinutes'>

/** Minutes between the checks of this key; 0 = never. @param usual what the settings say */
export function everyMinutes(key: Timed, usual: number): number {
  const minutes = key.checkEveryMinutes ?? usual
  return minutes <= 0 ? 0 : Math.min(7 * 24 * 60, Math.max(15, minutes))
}

/** The last time anybody asked, whatever came of it. */
const askedAt = (seen: VerdictSeen | undefined): number => Math.max(seen?.at ?? 0, seen?.trouble?.at ?? 0)

/** When the next regular check is due; undefined: never. `spread` (0 to 1) keeps keys from being asked all at once. */
export function dueAt(
  key: Timed & { verdict?: VerdictSeen },
  usual: number,
  now: number,
  spread: number,
): number | undefined {
  const every = everyMinutes(key, usual) * minute
  if (every === 0) return undefined
  const last = askedAt(key.verdict)
  // Never asked; or the clock was set back, which must not put the next check into next year.
  if (last === 0 || last > now + minute) return now
  return Math.max(now, last + every + spread * Math.min(every / 10, 5 * minute))
}

/** Worth asking at unlock or when the network is back. */
function isStale(seen: VerdictSeen | undefined, now: number): boolean {
  return (
    seen === undefined ||
    now - askedAt(seen) >= staleAfter ||
    seen.trouble !== undefined ||
    askedAt(seen) > now + minute
  )
}

/** Is this key still to be asked in a sweep that the person, or something that happened, began? */
export function isInSweep(
  sweep: { why: 'asked' | 'due'; at: number },
  key: Timed,
  seen: VerdictSeen | undefined,
  usual: number,
): boolean {
  const stale = sweep.why === 'asked' || (everyMinutes(key, usual) > 0 && isStale(seen, sweep.at))
  return stale && askedAt(seen) < sweep.at
}

export const isFresh = (madeAt: number, now: number): boolean =>
  now - madeAt < freshFor && now >= madeAt - minute

/** The wait before a fresh key that is refused is asked again; undefined: enough. */
export const freshWait = (tries: number): number | undefined => freshSteps[tries]

/** The wait before a key that should be dead is asked again; undefined: given up. */
export const deadWait = (tries: number): number | undefined => deadSteps[tries]

const mayPass: readonly Cause[] = ['network', 'timeout', 'provider_trouble', 'rate_limited']

/** The wait before a question that came to nothing is asked again: twice at most, and only what can pass by itself. */
export function retryWait(
  cause: Cause,
  key: string,
  tries: number,
  spread: number,
  retryAfterSeconds?: number,
): number | undefined {
  const step = retrySteps[tries]
  if (step === undefined || !mayPass.includes(cause) || key !== 'unknown') return undefined
  return Math.max(step * (1 + spread / 2), (retryAfterSeconds ?? 0) * 1000)
}

/** Money is asked about once a day at most, unless the person is looking. */
export function moneyIsDue(evidence: readonly Evidence[] | undefined, now: number): boolean {
  const last = evidence?.find(one => one.probe === 'spend')
  return last === undefined || now - last.at >= day || last.at > now
}

/** Where in its spread a key lies: always the same for the same key. */
export function spreadOf(id: string): number {
  let hash = 2166136261
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619)
  return (hash >>> 0) / 2 ** 32
}
