/**
 * What is looked for in the costs while nobody looks: a day far above what is usual, a limit that comes near, a key that was never seen and
 * spends. Days are UTC, amounts US dollars. Pure, and small: the worker reads it.
 */
import { t } from '../../../i18n/t.ts'
import { dayOf } from './admin-pages.ts'

/** Day (YYYY-MM-DD) -> `project/key`, either empty where it is not told -> US dollars. `?project/key`: an amount that could not be read. */
export type DailyCosts = Record<string, Record<string, number>>

export type CostHistory = {
  /** Record id of the admin key that reads. */
  admin: string
  isOn: boolean
  /** When it was read last, ms since the epoch. */
  readAt: number
  days: DailyCosts
  /** Ids of projects and keys, as they are called. */
  names: Record<string, string>
  /** The alarms that were said. */
  noticed: Record<string, 1>
  /** Since when no look could read it. */
  failing?: number | undefined
}

/** `page`: what follows the # in the dashboard's address. */
export type CostAlarm = { id: string; page: string; text: string }

const dayLength = 86_400_000
/** Days that a day is compared with, and the fewest of them that say what is usual. */
const compared = 28
const fewest = 7
/** Nothing below is an alarm: cents never are. */
const floor = 2
const least = 0.1
/** Percent of a limit that are told. */
const nearly = 80
export const keptDays = 400

export const dayBefore = (now: number, days: number): string => dayOf(now - days * dayLength)

/**
 * What was read replaces those days; what is too old goes. A clock that is ahead makes nothing old: the platform told no cost of the time to
 * come, and days of it without one go when it is put back.
 */
export const withDays = (was: DailyCosts, read: DailyCosts, now: number): DailyCosts => {
  const all = Object.entries({ ...was, ...read })
  const today = dayBefore(now, 0)
  const last = all.reduce(
    (latest, [day, costs]) => (day > latest && Object.keys(costs)[0] ? day : latest),
    '',
  )
  const first = dayBefore(Math.min(now, Date.parse(last || today)), keptDays)
  return Object.fromEntries(all.filter(([day]) => day > first && (day <= today || day <= last)))
}

/** By the key, by its project and by everything (''): the parts that a cost counts for. What could not be read counts for `?` and the part. */
const partsOf = (of: string): string[] => {
  const [project = '', key = ''] = of.split('/')
  return [...new Set([key && of, project && `${project}/`, of[0] === '?' ? '?' : ''])]
}

/** Of these days together. */
export function sumsOf(...all: (Record<string, number> | undefined)[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const costs of all)
    for (const of in costs)
      for (const part of partsOf(of)) sums.set(part, (sums.get(part) ?? 0) + (costs[of] ?? 0))
  return sums
}

/**
 * More than this of one day is far above what these days cost: their median, and twice as much, and four times their spread; and half as much
 * again as all of them but one, for what runs once a week.
 */
function mostUsual(values: readonly number[]): number {
  const usual = median(values)
  const spread = 1.4826 * median(values.map(value => Math.abs(value - usual)))
  const second = values.toSorted((a, b) => a - b).at(-2) ?? 0
  return Math.max(usual + Math.max(floor, 4 * spread, usual), 1.5 * second)
}

/**
 * @param limits US dollars of a month by project id; '' the organization's
 * @param held keys of the platform that this vault holds: a new one is no surprise
 * @returns what was not said before
 */
export function costAlarms(
  { days, noticed, names, failing }: CostHistory,
  limits: Record<string, number>,
  held: ReadonlySet<string>,
  now: number,
): CostAlarm[] {
  const all = Object.keys(days).sort()
  const sums = new Map(all.map(day => [day, sumsOf(days[day])]))
  const found: CostAlarm[] = []
  const dollars = (amount: number) => `$${amount.toFixed(2)}`
  const isShort = (part: string, days: string[]) => days.some(day => sums.get(day)?.has(`?${part}`))
  const unread = t('Some costs could not be read, so sums may be too low.')
  const tell = (id: string, part: string, days: string[], text: string) => {
    const [, key] = part.split('/')
    const page = key ? `organization/${key}` : 'usage'
    if (!noticed[id]) found.push({ id, page, text: isShort(part, days) ? `${text} ${unread}` : text })
  }
  const nameOf = (id: string) => names[id] ?? (id || 'OpenAI')

  for (const day of [dayBefore(now, 1), dayBefore(now, 0)]) {
    const before = all.filter(one => one < day).slice(-compared)
    if (before.length < fewest) continue
    const odd: string[] = []
    // The key first: what its project and everything cost besides is the same money.
    for (const [part, amount] of [...(sums.get(day) ?? [])].sort(([a], [b]) => b.length - a.length)) {
      const [project = '', key = ''] = part.split('/')
      const name = nameOf(key || project)
      // Days before it began to cost say nothing of it, nor do those of which something could not be read.
      const first = all.find(one => sums.get(one)?.has(part)) ?? day
      const usual = before
        .filter(one => one >= first && !isShort(part, [one]))
        .map(one => sums.get(one)?.get(part) ?? 0)
      if (key && first === day && !held.has(key) && amount >= least)
        tell(
          `new ${key}`,
          part,
          [day],
          t('{name} is new, not in this vault, and spent {dollars}.', { name, dollars: dollars(amount) }),
        )
      else if (usual.length >= fewest && amount > mostUsual(usual) && !odd.some(one => one.startsWith(part)))
        tell(
          `day ${day} ${part}`,
          part,
          [day],
          t('{name} cost {dollars} on {day}, far more than usual.', { name, dollars: dollars(amount), day }),
        )
      else continue
      odd.push(part)
    }
  }

  const month = dayBefore(now, 0).slice(0, 7)
  const ofMonth = all.filter(day => day.startsWith(month))
  for (const [project, limit] of Object.entries(limits)) {
    const part = project && `${project}/`
    const spent = ofMonth.reduce((sum, day) => sum + (sums.get(day)?.get(part) ?? 0), 0)
    const share = Math.floor((spent / limit) * 100)
    if (share >= nearly)
      tell(
        `limit ${month} ${project}`,
        part,
        ofMonth,
        t('{name}: {share} % of the monthly limit is spent.', { name: nameOf(project), share }),
      )
  }
  if (failing && now - failing > 2 * dayLength)
    tell(`failing ${failing}`, '', [], t('Costs could not be read since {day}.', { day: dayOf(failing) }))
  // Who hears of nothing else would take it for good news.
  if (found.length === 0 && isShort('', all.slice(-2))) tell(`unread ${month}`, '', [], unread)
  return found
}

/** With what is said now. */
export const withNoticed = (
  was: CostHistory['noticed'],
  alarms: readonly CostAlarm[],
): CostHistory['noticed'] => ({
  ...was,
  ...Object.fromEntries(alarms.map(({ id }) => [id, 1])),
})

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
