/** "Why do you say so?": what was asked, what the provider answered, and how to name that answer to their support. */

import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import type { VerdictSeen } from '../../../protocol/published.ts'
import { causeWord } from '../core/present-status.ts'
import { Said } from './provider-quote.tsx'

const questions: Record<string, string> = {
  models: t('Is it accepted?'),
  spend: t('Is there credit?'),
  admin: t('Can it manage?'),
}

export function Evidence({ verdict }: { verdict: VerdictSeen }) {
  return (
    <details className="evidence">
      <summary className="small">{t('Why this status?')}</summary>
      <dl className="facts small">
        <div>
          <dt>{t('Asked')}</dt>
          <dd>{t('{moment}, at no cost', { moment: moment(verdict.at) })}</dd>
        </div>
        <div>
          <dt>{t('So since')}</dt>
          <dd>{moment(verdict.since)}</dd>
        </div>
        {verdict.evidence?.map(one => (
          <div key={one.probe}>
            <dt>{questions[one.probe] ?? <code>{one.probe}</code>}</dt>
            <dd>
              <bdi>{one.status === undefined ? t('no answer') : `HTTP ${one.status}`}</bdi>,{' '}
              <bdi>{causeWord(one.cause)}</bdi>, <bdi>{moment(one.at)}</bdi>,{' '}
              <bdi>{t('{milliseconds} ms', { milliseconds: one.milliseconds })}</bdi>
            </dd>
          </div>
        ))}
        {verdict.says && (
          <div>
            <dt>{t('Provider’s words')}</dt>
            <dd>
              <Said words={verdict.says} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('Read as')}</dt>
          <dd>
            {rich(t('{cause}, key {key}, use {use}'), {
              cause: <code>{verdict.cause}</code>,
              key: <code>{verdict.key}</code>,
              use: <code>{verdict.use}</code>,
            })}
          </dd>
        </div>
        {verdict.requestId && (
          <div>
            <dt>{t('Request')}</dt>
            <dd>
              <code>{verdict.requestId}</code>
            </dd>
          </div>
        )}
        {verdict.lastGoodAt !== undefined && (
          <div>
            <dt>{t('Last good')}</dt>
            <dd>{moment(verdict.lastGoodAt)}</dd>
          </div>
        )}
      </dl>
    </details>
  )
}
