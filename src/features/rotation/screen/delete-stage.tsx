/** The old key is deleted by a press, after its end was typed: it cannot be undone. The last model call stands beside it. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { deleteOld } from '../core/drive-replacement.ts'
import { LastCall } from './last-call.tsx'
import type { StageProps } from './stage-props.ts'

export function DeleteStage({ old, run, known }: StageProps) {
  const [typed, setTyped] = useState('')
  const show = useAction(() => guideMe('revoke-key', old.id))
  const isReady = typed.trim() === old.lastFour && !known.isBusy
  return (
    <>
      <LastCall run={run} />
      {run.isWaitOver && !run.calls?.isQuiet && run.there && (
        <Notice tone="needs">{t('You did not wait until the old key is unused.')}</Notice>
      )}
      <Notice tone="needs">
        {t('OpenAI then refuses the old key, and programs that use it stop. You cannot undo this.')}
      </Notice>
      {run.there && (
        <form
          className="stack tight"
          onSubmit={event => {
            event.preventDefault()
            if (isReady) void known.act.run(deleteOld)
          }}
        >
          <div className="narrow">
            <TextField
              label={t('To continue, type how the old key ends: {end}', { end: old.lastFour })}
              value={typed}
              onText={setTyped}
            />
          </div>
          <div>
            <button
              type="submit"
              className="button danger"
              aria-disabled={!isReady}
              data-keyway="replace-delete"
            >
              {t('Delete the old key')}
            </button>
          </div>
        </form>
      )}
      {run.there?.account === undefined && (
        <div className="cluster">
          <Button isBusy={show.busy} onPress={() => show.run()}>
            {t('Show me how')}
          </Button>
          <Button
            className="button plain"
            isBusy={known.isBusy}
            data-keyway="replace-deleted"
            onPress={() =>
              known.act.run(async ports => {
                const noted = await ports.note({ step: 'deleted', at: ports.now() })
                return noted.ok ? ports.confirmRevoked(old.id) : noted
              })
            }
          >
            {t('I have deleted it')}
          </Button>
        </div>
      )}
      <FailureNotice failure={show.failure} />
    </>
  )
}
