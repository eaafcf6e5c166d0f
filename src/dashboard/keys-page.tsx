/** All keys in one table. */
import { useSession } from '../ui/session.ts'
import { ago } from '../ui/time.ts'
import { Title } from '../ui/title.tsx'
import { VerdictBadge } from '../ui/verdict.tsx'

export default function KeysPage(_: { rest: string[] }) {
  const rows = useSession('rows') ?? []
  const checks = useSession('checks')
  return (
    <>
      <Title>Keys</Title>
      {rows.length === 0 && <p>No keys yet.</p>}
      <ul className="stack">
        {rows.map(row => (
          <li key={row.id} className="panel-box cluster ends" data-keyway="key-row">
            <strong>{row.label}</strong>
            <span className="cluster">
              <VerdictBadge
                verdict={row.verdict}
                of={row}
                running={checks?.running.includes(row.id) ?? false}
              />
              <span className="quiet small">{row.verdict && ago(row.verdict.at)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
