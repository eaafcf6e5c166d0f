/** The computer that wants to join, by six digits that the other one shows. */
import { type FormEvent, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { isFailure } from '../../../protocol/failure.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { joinBoardOf } from './join-board.ts'
import { type AskStage, askToJoin } from './join-steps.ts'
import { addJoined, type Picked } from './start-sync.ts'
import { useSteps } from './use-steps.ts'

const onlyDigits = (typed: string) => typed.replace(/\D/g, '')
const isJoined = (stage: AskStage) => stage === 'joined'

export function AskToJoin({ picked, onCancel }: { picked: Picked; onCancel: () => void }) {
  const [digits, setDigits] = useState('')
  const begin = async () => {
    const asking = await askToJoin(joinBoardOf(picked.folder))
    if (isFailure(asking)) return asking
    const step = async () => {
      const stage = await asking.step()
      if (stage === 'joined') await addJoined(picked)
      return stage
    }
    return { ...asking, step }
  }
  const { stage, failure, attempt, take } = useSteps(begin, 'waits' as AskStage, isJoined)
  const compare = useProven(
    async () => (await attempt.current?.compare(onlyDigits(digits))) ?? { ok: true as const },
    () => take('same'),
    t('Your keys are about to be synced.'),
  )
  // Fewer than six are no mistake yet: one ends the attempt.
  const isWhole = onlyDigits(digits).length === 6
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole) void compare.run()
  }
  const isEnded = failure !== null || compare.failure !== null
  return (
    <form className="panel-box stack narrow" onSubmit={submit}>
      <p role="status">
        {isEnded
          ? failure?.code === 'bug'
            ? t('Whether this computer has joined is not known. Open this page again.')
            : t('Nothing was joined.')
          : stage === 'waits'
            ? t(
                'On the other computer, open Settings, Sync, and press “Add with six digits”. Waiting for it…',
              )
            : stage === 'type'
              ? t('Type the six digits that the other computer shows.')
              : stage === 'same'
                ? t('The digits are the same. Now press “The other computer agrees” on the other computer.')
                : t('Joined. The keys arrive with the next sync.')}
      </p>
      {stage === 'type' && !isEnded && (
        <TextField
          label={t('Six digits')}
          type="text"
          inputMode="numeric"
          maxLength={7}
          value={digits}
          onText={setDigits}
        />
      )}
      <div className="cluster">
        {stage === 'type' && !isEnded && (
          <button
            type="submit"
            className="button main"
            data-keyway="sync-compare"
            aria-disabled={compare.busy || !isWhole}
          >
            {t('Compare')}
          </button>
        )}
        <Button className="button plain" onPress={onCancel}>
          {isEnded ? t('Back') : t('Cancel')}
        </Button>
      </div>
      {compare.dialog}
      <FailureNotice failure={failure ?? compare.failure} />
    </form>
  )
}
