/** The report on a restricted key: each area with its answer in words, and the evidence. */

import Ban from 'lucide-react/icons/ban'
import Check from 'lucide-react/icons/circle-check'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import { plural, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Capabilities } from '../core/capabilities.ts'
import { causeWord } from '../core/present-status.ts'
import { areaWord, rightWord } from '../core/scope-names.ts'

const answers = {
  granted: { Icon: Check, tone: 'tone-works', words: t('Yes') },
  denied: { Icon: Ban, tone: 'tone-needs', words: t('No') },
  cannot_tell: { Icon: CircleHelp, tone: 'quiet', words: t('Unknown') },
} as const

export function MayTable({ report }: { report: Capabilities }) {
  const { capabilities, limits, stopped } = report
  return (
    <div className="stack">
      {stopped && <Notice tone="needs">{stopped}</Notice>}
      <table className="may">
        <caption className="visually-hidden">
          {t('Permissions, asked {moment}', { moment: moment(report.at) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('Area')}</th>
            <th scope="col">{t('Right')}</th>
            <th scope="col">{t('Allowed')}</th>
            <th scope="col">{t('Evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {capabilities.map(({ area, right, answer, evidence }) => {
            const { Icon, tone, words } = answers[answer]
            return (
              <tr key={`${area} ${right}`}>
                <th scope="row">{areaWord(area)}</th>
                <td>{rightWord(right)}</td>
                <td className={tone}>
                  <span className="verdict">
                    <Icon size={15} aria-hidden="true" />
                    {words}
                  </span>
                </td>
                <td className="small quiet">
                  {evidence.status !== undefined && `HTTP ${evidence.status} `}
                  {evidence.cause !== 'ok' && causeWord(evidence.cause)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {limits && (
        <p className="small quiet">
          {t('Limits of the model that was asked with:')}{' '}
          {[
            limits.requestsPerMinute !== undefined &&
              plural(
                { one: '1 request a minute', other: '{count} requests a minute' },
                limits.requestsPerMinute,
              ),
            limits.tokensPerMinute !== undefined &&
              plural({ one: '1 token a minute', other: '{count} tokens a minute' }, limits.tokensPerMinute),
          ]
            .filter(Boolean)
            .join(', ')}
          .
        </p>
      )}
    </div>
  )
}
