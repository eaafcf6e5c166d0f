/** Whether `.env` still holds in plain text what was just encrypted beside it. Pure. */
import { t } from '../../../../i18n/t.ts'
import { valueIn } from '../dot-env.ts'
import type { Warning } from '../project-plan.ts'
import { type Order, openText } from './plan.ts'

export function plainWarnings(order: Order): Warning[] {
  const env = openText(order, '.env')
  if ('ok' in env) return []
  const value = valueIn(env, order.name)
  if (value === undefined || value === '' || value.startsWith('encrypted:')) return []
  return [
    {
      code: 'plain_env',
      message: t(
        '.env holds {name} in plain text too. Delete that line once your program starts with the encrypted file, or nothing is won.',
        { name: order.name },
      ),
    },
  ]
}
