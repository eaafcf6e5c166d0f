/** Looks at the costs every six hours while the vault is open, for who chose so, and says what is not usual. The history is sealed in the vault. */
import type { Failure } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import type { OpenVault } from '../../../vault/index.ts'
import { sealedText } from '../../lock/core/sealed-text.ts'
import { limitPath, readLimitDollars } from '../core/admin-limits.ts'
import {
  type CostHistory,
  costAlarms,
  dayBefore,
  keptDays,
  sumsOf,
  withDays,
  withNoticed,
} from '../core/cost-alarms.ts'
import { emptyDays, readDailyCosts } from '../core/daily-costs.ts'

export const costAlarm = 'costs.next'
export const costsName = 'costs'
const every = 6 * 3_600_000
/** Figures of the last days still change (the platform's usage page, 2026-11). */
const changing = 4
/** Limits that one look asks for: the organization's, and those of the projects that cost the most. */
const mostLimits = 20

export type CostWatchPorts = {
  now(): number
  /** Asks with this admin key; does not count as use of the vault. */
  ask(admin: string, path: string): Promise<Replies['screen.admin']>
  /** Does not count as use of the vault. */
  withVault<T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure>
  /** The platform's ids of the vault's keys. */
  held(): Promise<Set<string>>
  setAlarm(name: string, at: number): Promise<void>
  notify(id: string, title: string, message: string): Promise<void>
}

export function createCostWatch(ports: CostWatchPorts) {
  const { now, ask, withVault } = ports
  const sealed = sealedText(withVault, costsName)
  /** While it is on and the vault open. Only this vault can have sealed it. */
  const kept = async () => {
    const was = await sealed.read()
    const history = was.ok ? (parseJson(was.text ?? '') as CostHistory | undefined) : undefined
    return history?.isOn ? history : undefined
  }

  /** Looks, if it is time; else sees to it that it will be. */
  async function look(): Promise<void> {
    const was = await kept()
    if (!was) return
    const due = was.readAt + every
    // One of a time to come was read before the clock was put back.
    if (due > now() && was.readAt <= now()) return ports.setAlarm(costAlarm, due)
    const at = now()
    await ports.setAlarm(costAlarm, at + every)
    const { admin, readAt } = was
    // After a clock that was put back, nobody knows which days were read by it: below zero it is more than all that are kept.
    const behind = Math.min(keptDays, (Math.floor((at - readAt) / 86_400_000) >>> 0) + changing)
    const days = emptyDays(at, behind)
    const read = await readDailyCosts(path => ask(admin, path), days, dayBefore(at, behind))
    const limits: Record<string, number> = {}
    const spending = [...sumsOf(...Object.values(days))]
      .filter(([part]) => /^(?:[\w-]+\/)?$/.test(part))
      .sort(([, one], [, other]) => other - one)
    for (const [part] of spending.slice(0, mostLimits)) {
      const project = part.slice(0, -1)
      const answer = await ask(admin, limitPath(project || null))
      const limit = answer.ok && readLimitDollars(answer.body)
      if (limit) limits[project] = limit
    }
    // As it is by now: it may have been switched off meanwhile.
    const present = await kept()
    if (present?.admin !== admin) return
    const next: CostHistory = {
      ...present,
      ...(read.ok
        ? { readAt: at, days: withDays(present.days, days, at), failing: undefined }
        : { failing: Math.min(present.failing ?? at, at) }),
    }
    const alarms = costAlarms(next, limits, await ports.held(), at)
    const [first] = alarms
    // One notification for all; it leads to the key where it is about one. Shown first, noted then: whatever ends between the two, it is not lost.
    if (first)
      await ports.notify(
        `page:${alarms.length === 1 ? first.page : 'usage'}`,
        'Keyway',
        alarms.map(({ text }) => text).join(' '),
      )
    await sealed.keep(JSON.stringify({ ...next, noticed: withNoticed(present.noticed, alarms) }))
  }
  return { look }
}
