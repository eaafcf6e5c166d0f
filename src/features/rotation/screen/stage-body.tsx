/** What is done at the stage that a replacement is at, by Keyway or by a press. */

import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { RevocationProgress, useConfirmRevoked } from '../../health/screen/confirm-revoked.tsx'
import { VerdictBadge } from '../../health/screen/status.tsx'
import type { Stage } from '../core/replacement.ts'
import { CreateStage } from './create-stage.tsx'
import { DeleteStage } from './delete-stage.tsx'
import { PlaceStage, UndoStage } from './place-stages.tsx'
import { nextOf, type StageProps } from './stage-props.ts'
import { WaitStage } from './wait-stage.tsx'

export function StageBody({ stage, ...props }: StageProps & { stage: Stage }) {
  switch (stage) {
    case 'create':
      return <CreateStage {...props} />
    case 'check':
      return <CheckStage {...props} />
    case 'place':
      return <PlaceStage {...props} />
    case 'wait':
      return <WaitStage {...props} />
    case 'delete':
      return <DeleteStage {...props} />
    case 'confirm':
      return <ConfirmStage {...props} />
    case 'done':
      return <DoneStage {...props} />
    case 'undo':
      return <UndoStage {...props} />
    case 'undone':
      return <p>{t('The old key stays in use.')}</p>
  }
}

/** The new key is tested: the run goes on once the provider accepts it. */
function CheckStage(props: StageProps) {
  const { run, known } = props
  const next = nextOf(props)
  const test = useAction((id: string) => send('screen.test', { id }))
  if (!next)
    return known.pending.some(({ id }) => id === run.next) ? (
      <Notice tone="needs">{t('The new key waits above. Save it to your vault.')}</Notice>
    ) : (
      <Notice
        tone="needs"
        action={
          <Button isBusy={known.isBusy} onPress={() => known.act.run(ports => ports.note({ step: 'lost' }))}>
            {t('Make another one')}
          </Button>
        }
      >
        {t('The new key is not in your vault.')}
      </Notice>
    )
  return (
    <>
      <p className="cluster">
        <a href={`#keys/${next.id}`}>{next.label}</a>
        <VerdictBadge verdict={next.verdict} of={next} />
      </p>
      <p className="quiet">
        {t('This goes on when OpenAI accepts the new key. That can take some minutes.')}
      </p>
      <div>
        <Button isBusy={test.busy} onPress={() => test.run(next.id)}>
          {t('Test')}
        </Button>
      </div>
      <FailureNotice failure={test.failure} />
    </>
  )
}

/** Two refusals that agree, and the end. */
function ConfirmStage({ old }: StageProps) {
  const confirm = useConfirmRevoked(old)
  return (
    <>
      <RevocationProgress row={old} confirm={confirm} />
      {confirm && (
        <div>
          <Button isBusy={confirm.busy} onPress={() => confirm.run()}>
            {t('Confirm it is revoked')}
          </Button>
        </div>
      )}
    </>
  )
}

function DoneStage(props: StageProps) {
  const { run } = props
  const next = nextOf(props)
  return (
    <Notice tone="works" live>
      {t('OpenAI has refused the old key since {moment}.', { moment: moment(run.revokedAt ?? 0) })}{' '}
      {next && rich(t('The new key is {name}.'), { name: <a href={`#keys/${next.id}`}>{next.label}</a> })}
    </Notice>
  )
}
