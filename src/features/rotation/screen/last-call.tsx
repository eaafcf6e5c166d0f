/** When a model answered the old key last, as far as it was read. */
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import type { Replacement } from '../core/replacement.ts'

export function LastCall({ run: { calls } }: { run: Replacement }) {
  if (!calls) return null
  return (
    <p>
      {calls.last === undefined
        ? t('No model answered the old key in the last seven days.')
        : t('A model last answered the old key in the hour from {moment}.', {
            moment: moment(calls.last),
          })}{' '}
      <span className="small quiet">
        {t('Read {moment}. Figures come some minutes to hours late.', { moment: moment(calls.at) })}
      </span>
    </p>
  )
}
