/** What is known about a key now, as a pill. */

import type { Verdict } from '../../../providers/verdict.ts'
import { StatusCorner, StatusPill } from '../../../ui/pieces/status-pill.tsx'
import { type Of, useStatus } from './use-status.ts'

type Props = { verdict: Verdict | undefined; of: Of; running?: boolean }

const formOf = (verdict: Verdict | undefined, { kind }: Of) =>
  !verdict
    ? 'none'
    : verdict.key === 'accepted' && verdict.use === 'unknown' && kind !== 'admin'
      ? 'hollow'
      : 'full'

export function VerdictBadge({ verdict, of, running = false }: Props) {
  const { tone, short, sentence } = useStatus(verdict, of)
  const form = formOf(verdict, of)
  return (
    <StatusPill tone={tone} form={form} isBusy={running} title={sentence} cause={verdict?.cause ?? 'none'}>
      {short}
    </StatusPill>
  )
}

/** The same without words, for the corner of the provider's tile. */
export function StatusMark({ verdict, of, running = false }: Props) {
  const { tone } = useStatus(verdict, of)
  return <StatusCorner tone={tone} form={formOf(verdict, of)} isBusy={running} />
}
