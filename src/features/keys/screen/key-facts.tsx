/** What is known about a key, as a list of facts. No secret. */

import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago, day } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { kindWord, providerName } from '../../../providers/provider-names.ts'

export function KeyFacts({ row }: { row: KeyRow }) {
  const facts: [string, ReactNode][] = [
    [t('Key'), `${providerName(row.provider)} ${kindWord(row.kind)}`],
    [t('Ends in'), row.lastFour && <code key="four">{row.lastFour}</code>],
    [t('Environment'), row.environment],
    [t('For'), row.purpose],
    [t('Project'), row.project],
    [t('Organization'), row.organization],
    [t('Used in'), row.usedIn?.join(', ')],
    [t('Tags'), row.tags?.join(', ')],
    [t('Tracking id'), row.trackingId && <code key="id">{row.trackingId}</code>],
    [t('Address'), row.baseUrl],
    [t('Saved'), day(row.createdAt)],
    [t('Expires'), row.expiresAt === undefined ? undefined : `${day(row.expiresAt)}, ${ago(row.expiresAt)}`],
    [t('Replace by'), row.rotateBy === undefined ? undefined : `${day(row.rotateBy)}, ${ago(row.rotateBy)}`],
    [t('Copied last'), row.lastCopiedAt === undefined ? t('never') : ago(row.lastCopiedAt)],
    [t('Notes'), row.notes],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
