/** The check-up: how safely the keys are kept and used, each finding with its mend. */

import Info from 'lucide-react/icons/info'
import OctagonAlert from 'lucide-react/icons/octagon-alert'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useMemo } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { checkUp, type Finding } from '../core/checkup.ts'

const icons = { 3: OctagonAlert, 2: TriangleAlert, 1: Info } as const
const tones = { 3: 'tone-rejected', 2: 'tone-needs', 1: 'quiet' } as const
const weights = { 3: t('Soon'), 2: t('Worth doing'), 1: t('Good habit') } as const
const most = 8

export default function CheckupPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  const rows = useSession('rows')
  const findings = useMemo(() => (vault && rows ? checkUp(vault, rows, Date.now()) : []), [vault, rows])
  return (
    <>
      <Title>{t('Check-up')}</Title>
      {rows?.length === 0 ? (
        <p>{t('There is no key to look at yet.')}</p>
      ) : findings.length === 0 ? (
        <Notice tone="works">{t('Nothing to mend. Look in again when you add a key.')}</Notice>
      ) : (
        <ol className="stack">
          {findings.map(finding => (
            <li key={finding.id}>
              <Item finding={finding} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Item({ finding }: { finding: Finding }) {
  const Icon = icons[finding.weight]
  const start = useAction((guide: string, key?: string) => guideMe(guide, key))
  const [only] = finding.keys
  return (
    <section className="panel-box stack tight" data-finding={finding.id} aria-label={finding.title}>
      <h2 className="cluster">
        <Icon size={16} aria-hidden="true" className={tones[finding.weight]} />
        {finding.title}
        <span className="tag">{weights[finding.weight]}</span>
      </h2>
      <p>
        {finding.why} <span className="quiet">{finding.mend}</span>
      </p>
      {finding.keys.length > 0 && (
        <ul className="cluster small">
          {finding.keys.slice(0, most).map(row => (
            <li key={row.id}>
              <a href={`#keys/${row.id}`}>{row.label}</a>
            </li>
          ))}
          {finding.keys.length > most && (
            <li className="quiet">
              {plural({ one: 'and 1 more', other: 'and {count} more' }, finding.keys.length - most)}
            </li>
          )}
        </ul>
      )}
      <div className="cluster">
        {finding.guide && (
          <button
            type="button"
            className="button"
            onClick={() =>
              finding.guide && void start.run(finding.guide, finding.keys.length === 1 ? only?.id : undefined)
            }
          >
            {t('Show me how')}
          </button>
        )}
        {finding.link && (
          <a
            className="button"
            href={finding.link}
            {...(finding.link.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })}
          >
            {t('Do it now')}
          </a>
        )}
      </div>
      <FailureNotice failure={start.failure} />
    </section>
  )
}
