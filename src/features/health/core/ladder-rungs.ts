/** What a status says of the three things that a key needs to work: it is accepted, there is credit, it may call models. Pure. */
import { t } from '../../../i18n/t.ts'
import type { Verdict } from '../../../providers/verdict.ts'

export type Rung = {
  id: 'accepted' | 'credit' | 'calls'
  name: string
  /** `unknown`: not asked, or no answer tells. */
  state: 'yes' | 'no' | 'partly' | 'unknown'
}

const ofCredit = new Set<string>(['no_credit', 'billing_inactive', 'spend_limit', 'usage_limit'])

export function ladderOf(verdict: Pick<Verdict, 'key' | 'use' | 'cause'> | undefined): Rung[] {
  const { key = 'unknown', use = 'unknown', cause = '' } = verdict ?? {}
  const isAccepted = key === 'accepted'
  const rung = (id: Rung['id'], name: string, state: Rung['state']): Rung => ({ id, name, state })
  return [
    rung('accepted', t('Accepted'), isAccepted ? 'yes' : key === 'rejected' ? 'no' : 'unknown'),
    rung(
      'credit',
      t('Credit'),
      !isAccepted ? 'unknown' : ofCredit.has(cause) ? 'no' : use === 'ready' ? 'yes' : 'unknown',
    ),
    rung(
      'calls',
      t('Model calls'),
      !isAccepted ? 'unknown' : use === 'limited' ? 'partly' : use === 'ready' ? 'yes' : 'unknown',
    ),
  ]
}
