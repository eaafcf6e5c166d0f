/** The new key goes where the old one is; undone, the old one goes back. */
import { lazy, Suspense, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { deleteNew } from '../core/drive-replacement.ts'
import { nextOf, type StageProps } from './stage-props.ts'

const PutStandby = lazy(() => import('../../handoff/screen/standby/put-standby.tsx'))

export function PlaceStage(props: StageProps) {
  const { old, known } = props
  const next = nextOf(props)
  const [left, setLeft] = useState(0)
  return (
    <>
      {next && (
        <Suspense>
          <PutStandby old={old} standby={next} onLeft={setLeft} />
        </Suspense>
      )}
      {(old.usedIn ?? []).length > 0 && (
        <>
          <p>{t('You noted that the old key is used here:')}</p>
          <ul className="plain-list">
            {old.usedIn?.map(place => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {t('Put the new key into every other place too: servers, CI, colleagues. The old key still works.')}
      </p>
      {next && (
        <p>
          <a href={`#keys/${next.id}/project/${old.id}`}>{t('Add it to a project')}</a>
        </p>
      )}
      {left > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: '{count} project still holds the old key.',
              other: '{count} projects still hold the old key.',
            },
            left,
          )}
        </Notice>
      )}
      <div>
        <Button
          className="button main"
          isBusy={known.isBusy}
          data-keyway="replace-placed"
          onPress={() => known.act.run(ports => ports.note({ step: 'placed', at: ports.now() }))}
        >
          {t('The new key is in place everywhere')}
        </Button>
      </div>
    </>
  )
}

export function UndoStage(props: StageProps) {
  const { old, run, known } = props
  const next = nextOf(props)
  const [left, setLeft] = useState(0)
  return (
    <>
      {next && (
        <Suspense>
          <PutStandby old={next} standby={old} onLeft={setLeft} />
        </Suspense>
      )}
      {run.account !== undefined && run.asked && (
        <>
          <p>
            {t(
              'The new account “{name}” is still at OpenAI. Programs that use its key stop when you delete it.',
              {
                name: run.asked.name,
              },
            )}
          </p>
          <div>
            <Button
              className="button plain danger"
              isBusy={known.isBusy}
              data-keyway="replace-delete-new"
              onPress={() => known.act.run(deleteNew)}
            >
              {t('Delete the new account')}
            </Button>
          </div>
        </>
      )}
      {left > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: '{count} project still holds the new key.',
              other: '{count} projects still hold the new key.',
            },
            left,
          )}
        </Notice>
      )}
      <div>
        <Button
          className="button main"
          isBusy={known.isBusy}
          data-keyway="replace-undone"
          onPress={() => known.act.run(ports => ports.note({ step: 'undone', at: ports.now() }))}
        >
          {t('The old key is back in place')}
        </Button>
      </div>
    </>
  )
}
