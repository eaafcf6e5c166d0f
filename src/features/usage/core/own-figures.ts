/** What a provider tells an ordinary key of its own money: limit, rest, use, balance. Only what stands in the answer, as it stands there. Pure. */
import { locale, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import { isAmount } from './admin-pages.ts'

export type OwnFigure = { name: string; value: string }

/** An amount as a number or as text. */
function amountIn(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)
  const amount = isText ? Number(value) : value
  return typeof amount === 'number' && isAmount(amount) ? amount : undefined
}

const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    maximumFractionDigits: 4,
    minimumFractionDigits: 2,
  }).format(amount)

const resets = new Map<unknown, string>([
  ['daily', t('each day (UTC)')],
  ['weekly', t('each week (UTC)')],
  ['monthly', t('each month (UTC)')],
])

/** OpenRouter counts in credits of one US dollar (API reference, current key, 2026-11). */
function ofOpenRouter(value: unknown): OwnFigure[] {
  const data = isObject(value) && isObject(value.data) ? value.data : {}
  const dollars = (name: string, field: string): OwnFigure[] => {
    const amount = amountIn(data[field])
    return amount === undefined ? [] : [{ name, value: money(amount, 'USD') }]
  }
  const reset = resets.get(data.limit_reset)
  const expires = typeof data.expires_at === 'string' ? Date.parse(data.expires_at) : Number.NaN
  return [
    ...(data.limit === null ? [{ name: t('Limit'), value: t('none') }] : dollars(t('Limit'), 'limit')),
    ...dollars(t('Left of the limit'), 'limit_remaining'),
    ...(reset === undefined ? [] : [{ name: t('The limit begins anew'), value: reset }]),
    ...dollars(t('Spent by this key'), 'usage'),
    ...dollars(t('Spent today (UTC)'), 'usage_daily'),
    ...dollars(t('Spent this week (UTC)'), 'usage_weekly'),
    ...dollars(t('Spent this month (UTC)'), 'usage_monthly'),
    ...(expires > 0 ? [{ name: t('Expires'), value: moment(expires) }] : []),
  ]
}

/** DeepSeek tells the account’s balance, in one currency or in two (API reference, user balance, 2026-11). */
function ofDeepSeek(value: unknown): OwnFigure[] {
  const infos = isObject(value) && Array.isArray(value.balance_infos) ? value.balance_infos : []
  return infos.slice(0, 10).flatMap((info: unknown): OwnFigure[] => {
    if (!isObject(info) || typeof info.currency !== 'string' || !/^[A-Z]{3}$/.test(info.currency)) return []
    const { currency } = info
    const figure = (name: string, field: string): OwnFigure[] => {
      const amount = amountIn(info[field])
      return amount === undefined ? [] : [{ name, value: money(amount, currency) }]
    }
    return [
      ...figure(t('Balance of the account ({currency})', { currency }), 'total_balance'),
      ...figure(t('Of it granted ({currency})', { currency }), 'granted_balance'),
      ...figure(t('Of it paid in ({currency})', { currency }), 'topped_up_balance'),
    ]
  })
}

const readers: Record<string, (value: unknown) => OwnFigure[]> = {
  openrouter: ofOpenRouter,
  deepseek: ofDeepSeek,
}

export const tellsOwnFigures = (provider: string): boolean => Object.hasOwn(readers, provider)

/** Empty: nothing of it is known here. */
export const readOwnFigures = (provider: string, body: string): OwnFigure[] =>
  (Object.hasOwn(readers, provider) && readers[provider]?.(parseJson(body))) || []
