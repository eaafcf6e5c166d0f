/** What is wrong, since when, and what fixes it: the sentence under a verdict that waits for the person. */

import { t } from '../../../i18n/t.ts'
import { ago, ahead, clock } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { presentStatus } from '../core/present-status.ts'
import { UseHost } from './use-host.tsx'

export function FixLine({ row }: { row: KeyRow }) {
  const start = useAction((id: string) => guideMe(id, row.id))
  const { verdict } = row
  if (isKeptOnly(row)) return <p className="small quiet">{presentStatus(undefined, row).sentence}</p>
  if (!verdict) return null
  const { sentence, fix, guide, link } = presentStatus(verdict, row)
  return (
    <p className="key-bad small">
      {sentence} {fix}{' '}
      <span className="quiet">
        {verdict.retryAt !== undefined
          ? t('Next try {when}.', { when: ahead(verdict.retryAt) })
          : verdict.lastGoodAt === undefined
            ? t('Since {clock}.', { clock: clock(verdict.since) })
            : t('Since {clock}. Last known good {ago}.', {
                clock: clock(verdict.since),
                ago: ago(verdict.lastGoodAt),
              })}
      </span>{' '}
      <UseHost row={row} />{' '}
      {guide && verdict.retryAt === undefined && (
        <Button className="link" aria-description={row.label} onPress={() => start.run(guide)}>
          {t('Show me how to fix it')}
        </Button>
      )}
      {link && (
        <a href={link} target="_blank" rel="noreferrer">
          {t('Open {provider}’s keys page', { provider: providerName(row.provider) })}
        </a>
      )}
      {start.failure && <span role="alert">{start.failure.message}</span>}
    </p>
  )
}
