/** A day that cost far more than usual, and the key or project that it came from, where the figures tell it. */
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { dayOf } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import type { JumpCause } from '../core/jump-causes.ts'
import { dollars } from '../core/prices.ts'
import type { Jump } from '../core/series.ts'

type Props = {
  jump: Jump
  cause: JumpCause | undefined
  rows: readonly KeyRow[]
  nameOf: (id: string) => string
}

export function JumpNotice({ jump: { day, dollars: cost, usual }, cause, rows, nameOf }: Props) {
  const held = cause?.key ? rows.find(({ trackingId }) => trackingId === cause.key) : undefined
  return (
    <Notice
      tone="needs"
      action={<Button onPress={() => guideMe('key-compromised', held?.id)}>{t('That was not me')}</Button>}
    >
      {t(
        '{day} cost {dollars}, where about {usual} a day was usual. A loop in a program looks like this, and so does a leaked key.',
        { day: dayOf(day), dollars: dollars(cost), usual: dollars(usual) },
      )}{' '}
      {cause && (
        <strong>
          {cause.key
            ? rich(t('The key “{key}” cost {dollars} of it.', { dollars: dollars(cause.dollars) }), {
                key: (
                  <a href={held ? `#keys/${held.id}` : `#organization/${cause.key}`}>{nameOf(cause.key)}</a>
                ),
              })
            : t('The project “{project}” cost {dollars} of it.', {
                project: nameOf(cause.project),
                dollars: dollars(cause.dollars),
              })}
        </strong>
      )}
    </Notice>
  )
}
