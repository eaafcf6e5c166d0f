/** Dates that come near, and what is to be done then. Pure. */
import { t } from '../../../i18n/t.ts'
import { day } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { adminKeys } from '../../../providers/answers/verdict-text.ts'
import { providers } from '../../../providers/list.ts'
import type { KeyKind, ProviderId } from '../../../providers/verdict.ts'
import { shutDowns } from '../../health/core/shut-downs.ts'

const week2 = 14 * 24 * 3_600_000

/** The words for an expiry date that is past or at most 14 days ahead; else undefined. */
export function expirySoon(time: number | undefined): string | undefined {
  const now = Date.now()
  if (time === undefined || time > now + week2) return undefined
  return time < now ? t('expired {day}', { day: day(time) }) : t('expires {day}', { day: day(time) })
}

/** The nearer of a key's two dates, from 14 days before. */
export function dueSoon(
  { expiresAt, rotateBy }: { expiresAt?: number; rotateBy?: number },
  now = Date.now(),
): string | undefined {
  const isNear = (time: number | undefined): time is number => time !== undefined && time <= now + week2
  if (isNear(expiresAt) && !(isNear(rotateBy) && rotateBy < expiresAt))
    return expiresAt < now
      ? t('This key expired {day}.', { day: day(expiresAt) })
      : t('This key expires {day}.', { day: day(expiresAt) })
  if (isNear(rotateBy)) return t('Replace this key by {day}.', { day: day(rotateBy) })
  return undefined
}

export type DueDate = { row: KeyRow; at: number; what: 'expires' | 'replace' | 'model'; models?: string[] }

/**
 * Every date that is past or comes within this many days, the earliest first; of a key’s two dates the earlier one. The shutdown of a model
 * that a key uses is listed twice as early, because a program has to be changed for it.
 */
export function dueDates(rows: readonly KeyRow[], now: number, days = 30): DueDate[] {
  return rows
    .flatMap((row): DueDate[] => {
      const dates: DueDate[] = []
      if (row.expiresAt !== undefined) dates.push({ row, at: row.expiresAt, what: 'expires' })
      if (row.rotateBy !== undefined) dates.push({ row, at: row.rotateBy, what: 'replace' })
      return dates.sort((a, b) => a.at - b.at).slice(0, 1)
    })
    .filter(({ at }) => at <= now + days * 24 * 3_600_000)
    .concat(
      rows.flatMap(row =>
        shutDowns([row], now, 2 * days).map(({ at, models }) => ({ row, at, models, what: 'model' })),
      ),
    )
    .filter(({ row }) => row.verdict?.key !== 'rejected')
    .sort((a, b) => a.at - b.at)
}

/** What leads the person to a new key of the same kind: a guide, a web page, or nothing. */
export function replacing({
  provider,
  kind,
  webPage,
}: {
  provider: ProviderId
  kind?: KeyKind
  webPage?: string
}): { guide: string } | { page: string } | undefined {
  const { local, console, isKeptOnly } = providers[provider]
  if (isKeptOnly) return webPage?.startsWith('https://') ? { page: webPage } : undefined
  if (local) return undefined
  if (provider !== 'openai') return { page: console }
  return kind === 'admin' ? { page: adminKeys } : { guide: 'rotate-key' }
}
