/** What the "explain an error" screens show of a reading. Pure; nothing is stored or sent. */

import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Mistake } from '../../../providers/answers/program-mistakes.ts'
import { readLog } from '../../../providers/answers/read-log.ts'
import type { ProviderId, Verdict } from '../../../providers/verdict.ts'

export type Explained = {
  mistake?: Mistake
  verdict?: Verdict
  provider: ProviderId
  /** The key of the vault that the error speaks of, and the sentence that says so. */
  keyId?: string
  which?: string
}

export function explain(text: string, rows: KeyRow[]): Explained {
  const { provider, mistakes, verdict, keyId } = readLog(text, rows)
  const [mistake] = mistakes
  const label = rows.find(row => row.id === keyId)?.label
  return {
    provider,
    ...(mistake && { mistake }),
    ...(verdict && (!mistake || mistake.code === 'other_key') && { verdict }),
    ...(keyId !== undefined && { keyId }),
    ...(label !== undefined && { which: t('It speaks of “{label}”.', { label }) }),
  }
}
