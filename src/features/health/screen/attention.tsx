/** For who has keys: the ones that wait for the person, worst first, before everything else. What several share is said once. */

import { useMemo } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { noFilter, pick } from '../../keys/core/filter.ts'
import { presentStatus } from '../core/present-status.ts'
import { FixLine } from './fix-line.tsx'
import { VerdictBadge } from './status.tsx'

const most = 4

export function Attention() {
  const rows = useSavedKeys()
  const waiting = useMemo(
    () =>
      pick(rows, noFilter).filter(row => {
        const { tone } = presentStatus(row.verdict, row)
        return tone === 'rejected' || tone === 'needs'
      }),
    [rows],
  )
  if (waiting.length === 0) return null
  const shown = waiting.slice(0, most)
  return (
    <section className="stack" aria-labelledby="attention">
      <h2 id="attention">
        {plural({ one: 'One key needs you', other: '{count} keys need you' }, waiting.length)}
      </h2>
      <ul className="attention">
        {byCause(shown).map(([first, ...others]) =>
          others.length === 0 ? (
            <li key={first.id} className="stack tight">
              <span className="cluster ends">
                <strong>{first.label}</strong>
                <VerdictBadge verdict={first.verdict} of={first} />
              </span>
              <FixLine row={first} />
            </li>
          ) : (
            <Several key={first.id} rows={[first, ...others]} />
          ),
        )}
      </ul>
      {waiting.length > most && (
        <Button className="link" onPress={() => openOwnPage('dashboard')}>
          {plural({ one: 'See it in the dashboard', other: 'All {count} in the dashboard' }, waiting.length)}
        </Button>
      )}
    </section>
  )
}

type Group = [KeyRow, ...KeyRow[]]

/** Keys of which the very same is to be said, in the order of the first of each. */
function byCause(rows: KeyRow[]): Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const { short, sentence, fix } = presentStatus(row.verdict, row)
    const cause = [short, sentence, fix].join('\n')
    const group = groups.get(cause)
    if (group) group.push(row)
    else groups.set(cause, [row])
  }
  return [...groups.values()]
}

function Several({ rows: [first, ...others] }: { rows: Group }) {
  const start = useAction((guide: string, id: string) => guideMe(guide, id))
  const { sentence, fix } = presentStatus(first.verdict, first)
  return (
    <li className="stack tight">
      <span>
        <VerdictBadge verdict={first.verdict} of={first} />
      </span>
      <p className="key-bad small">
        {sentence} {fix}
      </p>
      <ul>
        {[first, ...others].map(row => {
          const { guide } = presentStatus(row.verdict, row)
          return (
            <li key={row.id} className="cluster ends attention-key">
              <strong>{row.label}</strong>
              {guide && (
                <Button
                  className="link small"
                  aria-label={t('Show me how to fix {label}', { label: row.label })}
                  onPress={() => start.run(guide, row.id)}
                >
                  {t('Show me how')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <FailureNotice failure={start.failure} />
    </li>
  )
}
