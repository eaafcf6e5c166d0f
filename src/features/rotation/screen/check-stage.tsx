/** The new key is tested: the run goes on once the provider accepts it. */
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { VerdictBadge } from '../../health/screen/status.tsx'
import { nextOf, type StageProps } from './stage-props.ts'

export function CheckStage(props: StageProps) {
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
