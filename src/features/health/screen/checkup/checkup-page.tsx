/** The check-up: how safely the keys are kept and used. A list, worst first, each finding with what fixes it. */

import ChevronDown from 'lucide-react/icons/chevron-down'
import { useMemo } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { Menu } from '../../../../ui/pieces/menu.tsx'
import { Title } from '../../../../ui/title.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { NoKeys } from '../../../keys/screen/table/no-keys.tsx'
import { useRows } from '../../../policy/screen/use-rows.ts'
import { checkUp, type Finding, hasGuide } from '../../core/checkup.ts'
import { FindingIcon, weightTones, weightWords } from './finding-icon.tsx'

export default function CheckupPage(_: { rest: string[] }) {
  const vault = useSession('vault')
  const rows = useRows()
  const findings = useMemo(() => (vault ? checkUp(vault, rows, Date.now()) : []), [vault, rows])
  return (
    <>
      <Title>{t('Check-up')}</Title>
      {rows.length === 0 ? (
        <NoKeys />
      ) : findings.length === 0 ? (
        <Notice tone="works">{t('Nothing to fix. Come back when you add a key.')}</Notice>
      ) : (
        <>
          <Severities findings={findings} />
          <ol className="rows-list">
            {findings.map(finding => (
              <Item key={finding.id} finding={finding} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}

const severities = [3, 2, 1] as const

/** How much there is of each weight, as a bar and in words. */
function Severities({ findings }: { findings: Finding[] }) {
  const counts = severities
    .map(weight => ({ weight, count: findings.filter(one => one.weight === weight).length }))
    .filter(({ count }) => count > 0)
  return (
    <div className="stack tight">
      <div className="severity-bar" aria-hidden="true">
        {counts.map(({ weight, count }) => (
          <span key={weight} className={`severity-${weight}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="cluster small severities">
        {counts.map(({ weight, count }) => (
          <li key={weight} className={weightTones[weight]}>
            <strong>{count}</strong> {weightWords[weight]}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One line: what was found and at how many keys, which a press shows in the table; under it why, and what to do. */
function Item({ finding }: { finding: Finding }) {
  const start = useAction((guide: string, key?: string) => guideMe(guide, key))
  const count = finding.keys.length
  return (
    <li className="list-line" data-finding={finding.id}>
      <FindingIcon weight={finding.weight} />
      <div className="line-words">
        <h2 className="line-title">
          {count > 0 ? (
            <a href={`#keys?finding=${finding.id}`}>
              {finding.title}
              <span className="line-count">
                {plural({ one: '{count} key', other: '{count} keys' }, count)}
              </span>
            </a>
          ) : (
            finding.title
          )}
          <span className="visually-hidden">, {weightWords[finding.weight]}</span>
        </h2>
        <p className="small quiet">
          {finding.why} {finding.fix}
        </p>
        <FailureNotice failure={start.failure} />
      </div>
      <div className="line-act">
        {finding.guide && <ShowHow finding={finding} guide={finding.guide} start={start.run} />}
        {finding.link && (
          <a
            className="button"
            href={finding.link}
            aria-label={t('Do it now: {finding}', { finding: finding.title })}
            {...(finding.link.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })}
          >
            {t('Do it now')}
          </a>
        )}
      </div>
    </li>
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
  const label = t('Show me how: {finding}', { finding: finding.title })
  if (more.length === 0)
    return (
      <Button aria-label={label} onPress={() => start(guide, only?.id)}>
        {t('Show me how')}
      </Button>
    )
  return (
    <Menu
      label={label}
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
