/** One key replaced in one go: which stage it is at, what Keyway does by itself, and what waits for the person. Without a key: all of them. */
import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { isOver, mayUndo, type Replacement, type Stage, stageOf, stages } from '../core/replacement.ts'
import { readBook } from '../core/sealed-replacements.ts'
import { BeginReplacement } from './begin-replacement.tsx'
import { EnvironmentRules } from './environment-rules.tsx'
import { StageBody } from './stage-body.tsx'
import { sealed, useReplacement } from './use-replacement.ts'

const stageNames: Record<Stage, string> = {
  create: t('Make the new key'),
  check: t('Check the new key'),
  place: t('Put it where the old key is'),
  wait: t('Wait until the old key is unused'),
  delete: t('Delete the old key'),
  confirm: t('Confirm it is revoked'),
  done: t('Replaced'),
  undo: t('Undo'),
  undone: t('Undone'),
}
const none: KeyRow[] = []

export default function ReplacePage({ rest: [id] }: { rest: string[] }) {
  const rows = useSession('rows') ?? none
  const old = rows.find(row => row.id === id)
  if (id === undefined) return <AllReplacements rows={rows} />
  return old ? (
    <ReplaceKey key={old.id} old={old} />
  ) : (
    <>
      <Title>{t('Replace a key')}</Title>
      <p>{t('This key is not in your vault any more.')}</p>
      <p>
        <a href="#replace">{t('All replacements')}</a>
      </p>
    </>
  )
}

function ReplaceKey({ old }: { old: KeyRow }) {
  const known = useReplacement(old.id)
  const { run, stage, act } = known
  return (
    <>
      <p className="small">
        <a href={`#keys/${old.id}`}>{old.label}</a>
      </p>
      <Title>{t('Replace “{label}”', { label: old.label })}</Title>
      <FailureNotice failure={known.failure} />
      {run === null && <BeginReplacement old={old} rows={known.rows} start={known.start} />}
      {run && stage && (
        <div className="stack" data-keyway="replacement" data-stage={stage}>
          <ol className="stack">
            {(stage === 'undo' || stage === 'undone' ? [stage] : stages).map(one => {
              const isNow = one === stage
              const isPast = stages.indexOf(one as never) < stages.indexOf(stage as never)
              return (
                <li key={one} aria-current={isNow ? 'step' : undefined} className="stack tight">
                  <span className={isNow ? '' : 'quiet'}>
                    {isNow ? <strong>{stageNames[one]}</strong> : stageNames[one]}
                    {isPast && <span className="small"> {t('done')}</span>}
                  </span>
                  {isNow && !run.isPaused && <StageBody old={old} run={run} stage={stage} known={known} />}
                </li>
              )
            })}
          </ol>
          {run.isPaused && <Notice>{t('Paused. Keyway does nothing until you continue.')}</Notice>}
          {!isOver(run) && (
            <div className="cluster">
              {run.isPaused ? (
                <Button
                  className="button main"
                  isBusy={known.isBusy}
                  data-keyway="replace-continue"
                  onPress={() => act.run(ports => ports.note({ step: 'continued' }))}
                >
                  {t('Continue')}
                </Button>
              ) : (
                <Button
                  isBusy={known.isBusy}
                  data-keyway="replace-pause"
                  onPress={() => act.run(ports => ports.note({ step: 'paused' }))}
                >
                  {t('Pause')}
                </Button>
              )}
              {mayUndo(run) && (
                <Button
                  className="button plain"
                  isBusy={known.isBusy}
                  data-keyway="replace-undo"
                  onPress={() => act.run(ports => ports.note({ step: 'undo', at: ports.now() }))}
                >
                  {t('Undo')}
                </Button>
              )}
            </div>
          )}
          {stage === 'undone' && <BeginReplacement old={old} rows={known.rows} start={known.start} />}
          <p className="small quiet">
            {t('Started {ago}. You can close this page: the replacement is kept in your vault.', {
              ago: ago(run.startedAt),
            })}
          </p>
        </div>
      )}
    </>
  )
}

function AllReplacements({ rows }: { rows: readonly KeyRow[] }) {
  const [runs, setRuns] = useState<Replacement[]>()
  useEffect(() => void sealed.read().then(kept => setRuns(readBook(kept.ok ? kept.text : undefined))), [])
  return (
    <>
      <Title>{t('Replacements')}</Title>
      {runs?.length === 0 && <p>{t('No key is being replaced. Start on the page of a key.')}</p>}
      <EnvironmentRules rows={rows} />
      <ul className="rows-list">
        {runs?.map(run => (
          <li key={run.old} className="list-line">
            <div className="line-words">
              <span className="line-title">
                <a href={`#replace/${run.old}`}>
                  {rows.find(({ id }) => id === run.old)?.label ?? t('A key that is gone')}
                </a>
              </span>
              <span className="small quiet">
                {stageNames[stageOf(run)]}, {ago(run.startedAt)}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
