/** Two refusals that agree, and the end. */
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { RevocationProgress, useConfirmRevoked } from '../../health/screen/confirm-revoked.tsx'
import { nextOf, type StageProps } from './stage-props.ts'

export function ConfirmStage({ old }: StageProps) {
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

export function DoneStage(props: StageProps) {
  const { run } = props
  const next = nextOf(props)
  return (
    <Notice tone="works" live>
      {t('OpenAI has refused the old key since {moment}.', { moment: moment(run.revokedAt ?? 0) })}{' '}
      {next && rich(t('The new key is {name}.'), { name: <a href={`#keys/${next.id}`}>{next.label}</a> })}
    </Notice>
  )
}
