/** What OpenRouter and DeepSeek tell a key of its own money, asked by a press, with who told it and when. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import { fail } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { serviceName } from '../../../providers/provider-names.ts'
import { useAction } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { ProviderTile } from '../../../ui/pieces/provider-tile.tsx'
import { TestFailure } from '../../health/screen/testing/test-failure.tsx'
import { type OwnFigure, readOwnFigures, tellsOwnFigures } from '../core/own-figures.ts'

type Seen = { figures: OwnFigure[]; at: number }
/** Of this page’s life, which ends with a lock. */
const seenBefore = new Map<string, Seen>()

export function OwnFigures({ row }: { row: KeyRow }) {
  const [seen, setSeen] = useState(seenBefore.get(row.id))
  const provider = serviceName(row)
  const read = useAction(async () => {
    const answer = await send('screen.models', { id: row.id, own: true })
    if (!answer.ok) return answer
    const figures = readOwnFigures(row.provider, answer.own ?? '')
    if (figures.length === 0)
      return fail('unrecognised', t('{provider} told no amount that Keyway can read.', { provider }))
    const next = { figures, at: Date.now() }
    seenBefore.set(row.id, next)
    setSeen(next)
    return { ok: true as const }
  })
  return (
    <div className="stack tight" data-keyway="own-figures" data-id={row.id}>
      {seen && (
        <dl className="facts">
          {seen.figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="cluster">
        <Button
          isBusy={read.busy}
          data-keyway="read-own-figures"
          aria-label={
            seen
              ? t('Refresh: {label}', { label: row.label })
              : t('Ask {provider}: {label}', { provider, label: row.label })
          }
          onPress={() => read.run()}
        >
          {seen ? t('Refresh') : t('Ask {provider}', { provider })}
        </Button>
        <span className="small quiet" role="status">
          {seen && t('{provider} told this key {ago}.', { provider, ago: ago(seen.at) })}
        </span>
      </div>
      <TestFailure row={row} test={read} />
    </div>
  )
}

/** On the page of one key; nothing for a key that is told nothing. */
export default function OwnFiguresPart({ row }: { row: KeyRow }) {
  if (!tellsOwnFigures(row.provider)) return null
  return (
    <section className="panel-box stack" aria-labelledby="own-figures">
      <h2 id="own-figures">{t('Balance and limit')}</h2>
      <p className="small quiet">{t('Asking costs nothing.')}</p>
      <OwnFigures row={row} />
    </section>
  )
}

/** Of all keys that are told something, on the page of costs. */
export function OwnFiguresOfAll({ rows }: { rows: readonly KeyRow[] }) {
  const asked = rows.filter(row => tellsOwnFigures(row.provider) && row.verdict?.key !== 'rejected')
  if (asked.length === 0) return null
  return (
    <section className="stack" aria-labelledby="own-figures">
      <h2 id="own-figures">{t('Other providers')}</h2>
      <p className="small quiet">{t('Asking costs nothing.')}</p>
      <ul className="plain-list panel-box stack">
        {asked.map(row => (
          <li key={row.id} className="cluster ends">
            <div className="cluster">
              <ProviderTile provider={row.provider} />
              <a href={`#keys/${row.id}`}>{row.label}</a>
              <span className="mono small quiet" translate="no">
                …{row.lastFour}
              </span>
            </div>
            <OwnFigures row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}
