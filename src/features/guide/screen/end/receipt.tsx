/** How a guide about a key ends: where to go on with that key, then the facts. What was not verified is never folded away. */
import CircleCheck from 'lucide-react/icons/circle-check'
import { t } from '../../../../i18n/t.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useSavedKeys, useSession } from '../../../../ui/use-session.ts'
import type { TourView } from '../../core/tour.ts'

type Line = { label: string; text: string }

export function Receipt({ view, lines }: { view: TourView; lines: Line[] }) {
  const claims = useSession('tourClaims')
  const rows = useSavedKeys()
  const row = rows.find(({ id }) => id === (claims?.madeId ?? claims?.subjectId))
  if (row?.verdict?.key !== 'accepted') return <Facts lines={lines} />
  const open = (part: string) => void openOwnPage('dashboard', `#keys/${row.id}/${part}`)
  // The first line says what was not seen, where anything was not.
  const shown = view.steps.some(({ state }) => state === 'unverified') ? lines.slice(0, 1) : []
  return (
    <>
      {row.verdict.use === 'ready' && (
        <p className="cluster tone-works">
          <CircleCheck size={18} aria-hidden="true" className="drawn-tick" />
          <strong>{t('Your key works.')}</strong>
        </p>
      )}
      {shown.length > 0 && <Facts lines={shown} />}
      <div className="cluster">
        <Button className="button main" data-keyway="try-it" onPress={() => open('call')}>
          {t('Try it now')}
        </Button>
        <Button onPress={() => open('project')}>{t('Add to a project')}</Button>
      </div>
      <details>
        <summary>{t('What was made, and what it can cost')}</summary>
        <Facts lines={lines.slice(shown.length)} />
      </details>
    </>
  )
}

const Facts = ({ lines }: { lines: Line[] }) => (
  <dl className="facts panel-box">
    {lines.map(line => (
      <div key={line.label}>
        <dt>{line.label}</dt>
        <dd>{line.text}</dd>
      </div>
    ))}
  </dl>
)
