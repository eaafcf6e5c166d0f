/** The new key: made by Keyway for a service account, by the person with a guide for their own. */
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'
import { findMade, makeAnother, makeNext } from '../core/drive-replacement.ts'
import { candidates } from '../core/notice-rows.ts'
import type { StageProps } from './stage-props.ts'

export function CreateStage(props: StageProps) {
  const { run, known } = props
  if (run.there?.account === undefined) return <CreateByHand {...props} />
  if (run.account !== undefined)
    return (
      <Notice
        tone="needs"
        action={
          <Button
            isBusy={known.isBusy}
            data-keyway="replace-make-another"
            onPress={() => known.act.run((ports, run) => makeAnother(ports, run, known.seen(run)))}
          >
            {t('Delete it and make another')}
          </Button>
        }
      >
        {t('OpenAI made the account “{name}”, and Keyway does not find its key in your vault.', {
          name: run.asked?.name ?? run.account,
        })}
      </Notice>
    )
  if (run.asked)
    return (
      <Notice
        action={
          <Button isBusy={known.isBusy} data-keyway="replace-look" onPress={() => known.act.run(findMade)}>
            {t('Look again')}
          </Button>
        }
      >
        {t('Keyway looks whether OpenAI made the account “{name}”.', { name: run.asked.name })}
      </Notice>
    )
  return (
    <>
      <p className="quiet">{t('The new key goes straight into your vault. The old one still works.')}</p>
      <div>
        <Button
          className="button main"
          isBusy={known.isBusy}
          data-keyway="replace-make"
          onPress={() => known.act.run(makeNext)}
        >
          {t('Make the new key')}
        </Button>
      </div>
    </>
  )
}

function CreateByHand({ run, known }: StageProps) {
  const show = useAction(() => guideMe('create-key'))
  const found = candidates(run, known.rows)
  return (
    <>
      <p>{t('Make a key with the same permissions in the same project, and save it to your vault.')}</p>
      <div className="cluster">
        <Button className="button main" isBusy={show.busy} onPress={() => show.run()}>
          {t('Show me how')}
        </Button>
        {found.map(row => (
          <Button
            key={row.id}
            isBusy={known.isBusy}
            data-keyway="replace-use"
            onPress={() => known.act.run(ports => ports.note({ step: 'made', next: row.id }))}
          >
            {t('“{label}” is the new key', { label: row.label })}
          </Button>
        ))}
      </div>
      <FailureNotice failure={show.failure} />
    </>
  )
}
