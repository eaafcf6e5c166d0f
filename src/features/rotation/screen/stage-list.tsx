/** The stages of a replacement, one below the other: what is done, what is now, what comes. */

import Circle from 'lucide-react/icons/circle'
import CheckCircle from 'lucide-react/icons/circle-check'
import CircleDot from 'lucide-react/icons/circle-dot'
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { type Replacement, type Stage, stages } from '../core/replacement.ts'
import { StageBody } from './stage-body.tsx'
import type { UseReplacement } from './use-replacement.ts'

export const stageNames: Record<Stage, string> = {
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

type Props = { old: KeyRow; run: Replacement; stage: Stage; known: UseReplacement }

export function StageList({ old, run, stage, known }: Props) {
  const now = (stages as readonly Stage[]).indexOf(stage)
  const shown: readonly Stage[] = now < 0 ? [stage] : stages
  return (
    <ol className="stages">
      {shown.map((one, index) => {
        const isNow = one === stage
        return (
          <li key={one} aria-current={isNow ? 'step' : undefined}>
            <StageMark stage={isNow ? one : index < now ? 'done' : undefined} />
            <div className="stack">
              <span className={isNow ? 'stage-name' : 'quiet'}>
                {stageNames[one]}
                {index < now && <span className="visually-hidden"> {t('done')}</span>}
              </span>
              {isNow && !run.isPaused && <StageBody old={old} run={run} stage={stage} known={known} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** Undefined: a stage that comes later. */
export function StageMark({ stage }: { stage: Stage | undefined }) {
  if (stage === undefined) return <Circle size={18} className="quiet" aria-hidden="true" />
  return stage === 'done' ? (
    <CheckCircle size={18} className="tone-works" aria-hidden="true" />
  ) : (
    <CircleDot size={18} className="tone-accent" aria-hidden="true" />
  )
}
