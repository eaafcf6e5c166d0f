/** Until nothing uses the old key any more, as calls of models tell it. */
import { plural, t } from '../../../i18n/t.ts'
import { moment } from '../../../i18n/time.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { readCalls } from '../core/drive-replacement.ts'
import { LastCall } from './last-call.tsx'
import type { StageProps } from './stage-props.ts'

export function WaitStage({ run, known }: StageProps) {
  const { calls } = run
  return (
    <>
      <LastCall run={run} />
      {calls && calls.since > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: 'A program still uses the old key: {count} call since the new one is in place.',
              other: 'A program still uses the old key: {count} calls since the new one is in place.',
            },
            calls.since,
          )}
        </Notice>
      )}
      {calls && (
        <p>
          {t('Without a call, it counts as unused from {moment}.', { moment: moment(calls.waitUntil) })}{' '}
          <span className="small quiet">
            {t('That is longer than its longest pause in the seven days before.')}
          </span>
        </p>
      )}
      {run.there && (
        <p className="quiet">
          {t(
            'You can close this page. While the vault is unlocked, Keyway reads the calls again and notifies you when you can delete the key.',
          )}
        </p>
      )}
      {!run.there && <p>{t('Keyway cannot see its calls. Look at “Last used” on OpenAI’s keys page.')}</p>}
      <div className="cluster">
        {run.there && (
          <Button
            isBusy={known.isBusy}
            data-keyway="replace-read-calls"
            onPress={() => known.act.run(readCalls)}
          >
            {t('Refresh')}
          </Button>
        )}
        <Button
          className="button plain"
          isBusy={known.isBusy}
          data-keyway="replace-not-wait"
          onPress={() => known.act.run(ports => ports.note({ step: 'notWaited' }))}
        >
          {run.there ? t('Continue without waiting') : t('Nothing uses the old key any more')}
        </Button>
      </div>
    </>
  )
}
