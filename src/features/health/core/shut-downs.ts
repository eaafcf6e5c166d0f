/** Models that will be shut down and that a key used lately. Both are facts that were read: the dates at each check, the use from the organization. Pure. */
import type { RecordAbout } from '../../../vault/record.ts'

/** `at`: the first moment (UTC, ms since the epoch) of the day on which these models go. */
export type ShutDown = { id: string; models: string[]; at: number }

type Known = Pick<RecordAbout, 'id' | 'leaving' | 'modelsUsed'>

const dayLength = 86_400_000
/** Use that was read longer ago says nothing of now. */
const useIsRecent = 60 * dayLength

/** Each key's shut-downs within so many days, those of one day together; the earliest first. What is gone already is left out. */
export function shutDowns(keys: readonly Known[], now: number, days = 60): ShutDown[] {
  return keys
    .flatMap(({ id, leaving = [], modelsUsed }) => {
      if (!modelsUsed || modelsUsed.at < now - useIsRecent) return []
      const byDay = new Map<number, string[]>()
      for (const { id: model, shutdownDate = '' } of leaving) {
        const at = Date.parse(shutdownDate)
        if (!(at > now - dayLength && at <= now + days * dayLength)) continue
        if (modelsUsed.ids.some(used => isOf(used, model))) byDay.set(at, [...(byDay.get(at) ?? []), model])
      }
      return [...byDay].map(([at, models]) => ({ id, models, at }))
    })
    .sort((a, b) => a.at - b.at)
}

/**
 * A model that was tuned from one goes with it: `ft:gpt-4o-mini-2024-07-18:…`, `davinci:ft-…`. Calls by a name that stands for the newest
 * are told under that one's own, with its date: `gpt-4o-mini` as `gpt-4o-mini-2024-07-18`.
 */
function isOf(used: string, model: string): boolean {
  const base = used.replace(/^ft:|:.*/g, '')
  return used === model || base.replace(/-\d{4}-.{5}$/, '') === model || base === model
}
