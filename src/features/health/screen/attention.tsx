/** For who has keys: the ones that wait for the person, worst first, before everything else. */

import { useMemo } from 'react'
import { plural } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { noFilter, pick } from '../../keys/core/filter.ts'
import { presentStatus } from '../core/present-status.ts'
import { Mend } from './fix-line.tsx'
import { VerdictBadge } from './status.tsx'

const most = 4

export function Attention() {
  const rows = useSession('rows')
  const waiting = useMemo(
    () =>
      pick(rows ?? [], noFilter).filter(row => {
        const { tone } = presentStatus(row.verdict, row)
        return tone === 'rejected' || tone === 'needs'
      }),
    [rows],
  )
  if (waiting.length === 0) return null
  return (
    <section className="stack" aria-labelledby="attention">
      <h2 id="attention">
        {plural({ one: 'One key needs you', other: '{count} keys need you' }, waiting.length)}
      </h2>
      <ul className="attention">
        {waiting.slice(0, most).map(row => (
          <li key={row.id} className="stack tight">
            <span className="cluster ends">
              <strong>{row.label}</strong>
              <VerdictBadge verdict={row.verdict} of={row} />
            </span>
            <Mend row={row} />
          </li>
        ))}
      </ul>
      {waiting.length > most && (
        <Button className="link" onPress={() => openOwnPage('dashboard')}>
          {plural({ one: 'See it in the dashboard', other: 'All {count} in the dashboard' }, waiting.length)}
        </Button>
      )}
    </section>
  )
}
