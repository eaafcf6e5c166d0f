/** The check-up: how safely the keys are kept and used, each finding with its mend. */

import ChevronDown from 'lucide-react/icons/chevron-down'
import Info from 'lucide-react/icons/info'
import OctagonAlert from 'lucide-react/icons/octagon-alert'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useMemo } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Menu } from '../../../ui/pieces/menu.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { checkUp, type Finding, hasGuide } from '../core/checkup.ts'

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
        <Notice tone="works">{t('Nothing to fix. Come back when you add a key.')}</Notice>
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
        </ul>
      )}
      {finding.keys.length > most && (
        <details className="small">
          <summary>
            {plural({ one: 'and 1 more', other: 'and {count} more' }, finding.keys.length - most)}
          </summary>
          <ul className="cluster">
            {finding.keys.slice(most).map(row => (
              <li key={row.id}>
                <a href={`#keys/${row.id}`}>{row.label}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="cluster">
        {finding.guide && <ShowHow finding={finding} guide={finding.guide} start={start.run} />}
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

type HowProps = {
  finding: Finding
  guide: string
  start: (guide: string, key?: string) => Promise<boolean>
}

/** A guide is about one key: of several the person says which. */
function ShowHow({ finding, guide, start }: HowProps) {
  const keys = finding.keys.filter(hasGuide)
  const [only, ...more] = keys
  if (more.length === 0) return <Button onPress={() => start(guide, only?.id)}>{t('Show me how')}</Button>
  return (
    <Menu
      label={t('Show me how: {finding}', { finding: finding.title })}
      className="button"
      items={() =>
        keys.map(row => ({ id: row.id, name: row.label, onChoose: () => void start(guide, row.id) }))
      }
    >
      {t('Show me how')}
      <ChevronDown size={14} aria-hidden="true" />
    </Menu>
  )
}
