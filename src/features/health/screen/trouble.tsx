/** The latest try told nothing of the key: what stood in the way, and from when the verdict above is. */

import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { wordsFor } from '../../../providers/answers/cause-texts.ts'

export function Trouble({ row }: { row: KeyRow }) {
  const { verdict } = row
  const trouble = verdict?.trouble
  if (!verdict || !trouble || trouble.at <= verdict.at) return null
  const { short, fix } = wordsFor({ key: 'unknown', use: 'unknown', cause: trouble.cause }, row)
  return (
    <p className="key-bad small" data-keyway="trouble" data-cause={trouble.cause}>
      {t('The last check, {ago}, got no answer about this key: {status}. The status above is from {since}.', {
        ago: ago(trouble.at),
        status: short,
        since: ago(verdict.at),
      })}{' '}
      <span className="quiet">{fix}</span>
    </p>
  )
}
