/** One key replaced in one go: which stage it is at, what Keyway does by itself, and what waits for the person. Without a key: all of them. */
import Replace from 'lucide-react/icons/replace'
import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { EnvironmentTag } from '../../../ui/pieces/environment-tag.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { isOver, mayUndo, type Replacement, stageOf } from '../core/replacement.ts'
import { readBook } from '../core/sealed-replacements.ts'
import { BeginReplacement } from './begin-replacement.tsx'
import { EnvironmentRules } from './environment-rules.tsx'
import { StageList, StageMark, stageNames } from './stage-list.tsx'
import { sealed, useReplacement } from './use-replacement.ts'
import './replacement.css'

export default function ReplacePage({ rest: [id] }: { rest: string[] }) {
  const rows = useSavedKeys()
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
    <div className="replacement stack">
      <Title>{t('Replace “{label}”', { label: old.label })}</Title>
      <p className="cluster">
        <a href={`#keys/${old.id}`}>{old.label}</a>
        <span className="mono small quiet" translate="no">
          …{old.lastFour}
        </span>
        {old.environment && <EnvironmentTag name={old.environment} />}
      </p>
      <FailureNotice failure={known.failure} />
      {run === null && <BeginReplacement old={old} rows={known.rows} start={known.start} />}
      {run && stage && (
        <div className="stack" data-keyway="replacement" data-stage={stage}>
          <StageList old={old} run={run} stage={stage} known={known} />
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
            {t('Started {ago}.', { ago: ago(run.startedAt) })}{' '}
            {!isOver(run) && `${t('You can close this page: the replacement is kept in your vault.')} `}
            <a href="#replace">{t('All replacements')}</a>
          </p>
        </div>
      )}
    </div>
  )
}

function AllReplacements({ rows }: { rows: readonly KeyRow[] }) {
  const [runs, setRuns] = useState<Replacement[]>()
  useEffect(() => void sealed.read().then(kept => setRuns(readBook(kept.ok ? kept.text : undefined))), [])
  return (
    <>
      <Title>{t('Replacements')}</Title>
      {runs?.length === 0 && (
        <section className="no-keys stack">
          <Replace size={32} strokeWidth={1.5} aria-hidden="true" className="quiet" />
          <h2>{t('No key is being replaced')}</h2>
          <p className="quiet">{t('Start on the page of a key.')}</p>
          <a className="button" href="#keys">
            {t('Your keys')}
          </a>
        </section>
      )}
      {runs && runs.length > 0 && (
        <ul className="rows-list">
          {runs.map(run => {
            const row = rows.find(({ id }) => id === run.old)
            const stage = stageOf(run)
            return (
              <li key={run.old} className="list-line">
                <StageMark stage={stage} />
                <div className="line-words">
                  <span className="line-title">
                    {row ? <a href={`#replace/${run.old}`}>{row.label}</a> : t('A key that is gone')}
                  </span>
                  <span className="cluster tight">
                    <span className="small quiet">
                      {run.isPaused ? t('Paused') : stageNames[stage]} ·{' '}
                      {t('Started {ago}', { ago: ago(run.startedAt) })}
                    </span>
                    {row?.environment && <EnvironmentTag name={row.environment} />}
                  </span>
                </div>
              </li>
            )
          })}
        </ul>
      )}
      <EnvironmentRules rows={rows} />
    </>
  )
}
