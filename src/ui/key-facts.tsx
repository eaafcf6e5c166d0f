/** What is known about a key, as a list of facts. No secret. */
import type { ReactNode } from 'react'
import type { KeyRow } from '../extension/state.ts'
import { kindWord, providerName } from './provider-names.ts'
import { ago, day } from './time.ts'

export function KeyFacts({ row }: { row: KeyRow }) {
  const facts: [string, ReactNode][] = [
    ['Key', `${providerName(row.provider)} ${kindWord(row.kind)}`],
    ['Ends in', <code key="four">{row.lastFour}</code>],
    ['Environment', row.environment],
    ['For', row.purpose],
    ['Project', row.project],
    ['Organization', row.organization],
    ['Used in', row.usedIn?.join(', ')],
    ['Tracking id', row.trackingId && <code key="id">{row.trackingId}</code>],
    ['Address', row.baseUrl],
    ['Saved', day(row.createdAt)],
    ['Expires', row.expiresAt === undefined ? undefined : `${day(row.expiresAt)}, ${ago(row.expiresAt)}`],
    ['Replace by', row.rotateBy === undefined ? undefined : `${day(row.rotateBy)}, ${ago(row.rotateBy)}`],
    ['Copied last', row.lastCopiedAt === undefined ? 'never' : ago(row.lastCopiedAt)],
    ['Notes', row.notes],
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
