/** A notice on a key whose expiry or replacement date is near or past, with the way to its replacement. */

import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { serviceName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { dueSoon, replacing } from '../core/due-dates.ts'

export function Due({ row }: { row: KeyRow }) {
  const start = useAction((guide: string) => guideMe(guide, row.id))
  const says = dueSoon(row)
  if (says === undefined) return null
  const way = replacing(row)
  return (
    <>
      <Notice
        tone="needs"
        action={
          way &&
          ('guide' in way ? (
            <Button onPress={() => start.run(way.guide)}>{t('Show me how to replace it')}</Button>
          ) : (
            <a className="button" href={way.page} target="_blank" rel="noreferrer">
              {t('Open {provider}’s keys page', { provider: serviceName(row) })}
            </a>
          ))
        }
      >
        {says}
      </Notice>
      <FailureNotice failure={start.failure} />
    </>
  )
}
