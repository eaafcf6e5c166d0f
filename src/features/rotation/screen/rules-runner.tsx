/** Keys come and change while the dashboard is open: their dates follow the rules for environments. Draws nothing. */
import { useEffect, useRef } from 'react'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { applyRules } from './environment-runner.ts'

export default function RulesRunner() {
  const rows = useSavedKeys()
  const latest = useRef(rows)
  latest.current = rows
  // A check changes rows too, and no date follows from that.
  const environments = rows.map(({ id, environment = '' }) => `${id} ${environment}`).join('\n')
  useEffect(() => {
    if (environments !== '') void applyRules(latest.current)
  }, [environments])
  return null
}
