/** Keys come and change while the dashboard is open: their dates follow the rules for environments. Draws nothing. */
import { useEffect, useRef } from 'react'
import type { KeyRow } from '../../../protocol/published.ts'
import { useSession } from '../../../ui/use-session.ts'
import { applyRules } from './environment-runner.ts'

const none: KeyRow[] = []

export default function RulesRunner() {
  const rows = useSession('rows') ?? none
  const latest = useRef(rows)
  latest.current = rows
  // A check changes rows too, and no date follows from that.
  const environments = rows.map(({ id, environment = '' }) => `${id} ${environment}`).join('\n')
  useEffect(() => {
    if (environments !== '') void applyRules(latest.current)
  }, [environments])
  return null
}
