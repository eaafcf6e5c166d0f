/** A computer that syncs lets another one in, by six digits that the person compares. */
import { t } from '../../../i18n/t.ts'
import { readSyncPlace } from '../../../platform/screen/sync-place.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import { joinBoardOf, joinBoards } from './join-board.ts'
import { type AnswerStage, letJoin } from './join-steps.ts'
import { syncNow } from './sync-status.ts'
import { useSteps } from './use-steps.ts'

const isTaken = (stage: AnswerStage) => stage === 'taken'

/** @param carriers where the other computer may ask */
export function LetJoin({ carriers, onDone }: { carriers: SyncCarrier[]; onDone: () => void }) {
  const begin = async () => {
    const folder = (await readSyncPlace())?.folder
    return letJoin(joinBoards(carriers.map(kind => joinBoardOf(kind === 'folder' ? folder : undefined))))
  }
  const { stage, failure, attempt, take } = useSteps(begin, 'waits' as AnswerStage, isTaken)
  const confirm = useProven(
    async () => (await attempt.current?.confirm()) ?? { ok: true as const },
    () => {
      take('sealed')
      void syncNow()
    },
    t('Another computer is about to get your keys.'),
  )
  const isEnded = failure !== null || confirm.failure !== null
  const hasDigits = typeof stage === 'object' && !isEnded
  return (
    <section className="panel-box stack" aria-label={t('Add a computer')}>
      <p role="status">
        {isEnded
          ? stage === 'sealed'
            ? t('The key was handed over. Whether the other computer has it is not known: look there.')
            : t('No computer was added.')
          : stage === 'waits'
            ? t(
                'On the other computer, open Settings, Sync. Choose what you chose here, then “Use six digits”. Waiting for it…',
              )
            : stage === 'answered'
              ? t('The other computer has asked. Waiting for its answer…')
              : stage === 'sealed'
                ? t('The other computer gets the keys now. Leave this page open.')
                : stage === 'taken'
                  ? t('Done. The computer is listed here after its first sync.')
                  : t(
                      'Type these digits on the other computer. Continue only when it says that they are the same.',
                    )}
      </p>
      {hasDigits && (
        <output className="words" translate="no" aria-label={t('Six digits')} data-keyway="sync-digits">
          {stage.digits.slice(0, 3)} {stage.digits.slice(3)}
        </output>
      )}
      <div className="cluster">
        {hasDigits && (
          <Button className="button main" data-keyway="sync-same" isBusy={confirm.busy} onPress={confirm.run}>
            {t('The other computer agrees')}
          </Button>
        )}
        <Button className="button plain" onPress={onDone}>
          {stage === 'taken' ? t('Done') : isEnded ? t('Back') : t('Cancel')}
        </Button>
      </div>
      {confirm.dialog}
      <FailureNotice failure={failure ?? confirm.failure} />
    </section>
  )
}
