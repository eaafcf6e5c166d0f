/** What is known about a key now, as a pill. */

import type { KeyKind, ProviderId, Verdict } from '../../../providers/verdict.ts'
import { StatusCorner, StatusPill } from '../../../ui/pieces/status-pill.tsx'
import { face } from '../core/present-status.ts'

type Props = { verdict: Verdict | undefined; of: { provider: ProviderId; kind?: KeyKind }; running?: boolean }

const formOf = (verdict: Verdict | undefined) =>
  !verdict ? 'none' : verdict.key === 'accepted' && verdict.use === 'unknown' ? 'hollow' : 'full'

export function VerdictBadge({ verdict, of, running = false }: Props) {
  const { tone, short, sentence } = face(verdict, of)
  const form = formOf(verdict)
  return (
    <StatusPill tone={tone} form={form} isBusy={running} title={sentence} cause={verdict?.cause ?? 'none'}>
      {short}
    </StatusPill>
  )
}

/** The same without words, for the corner of the provider's tile. */
export function StatusMark({ verdict, of, running = false }: Props) {
  return <StatusCorner tone={face(verdict, of).tone} form={formOf(verdict)} isBusy={running} />
}
