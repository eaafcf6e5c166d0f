/** What can be done once the vault is there: the guide that waited for it, the guide to a first key, or bringing keys in. */

import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { showPanel } from '../../guide/screen/guide-me.ts'
import type { Wants } from './intro.tsx'

type Props = {
  wants: Wants
  /** Starts a guide; its failure is said here, whichever screen the press was on. */
  start: Action<[guide: string]>
  /** Called in the press's own turn, in which the browser lets the side panel open. It decides whether `go` is run. */
  onChoose?: (go: () => void) => void
}

export function WaysOn({ wants, start, onChoose = go => go() }: Props) {
  const guide = (id: string) => () => onChoose(() => void start.run(id))
  const view = useSession('tour')
  // Begun before there was a vault. The guide to a first key leads to its page when it is begun anew.
  const waiting =
    view && view.kind !== 'receipt' && !['create-key', 'need-a-key'].includes(view.guide) ? view : undefined
  const goOn = useAction(async () => {
    const opened = showPanel()
    const reply = waiting?.link ? await send('screen.guideAct', { act: 'go' }) : { ok: true as const }
    await opened
    return reply
  })
  return (
    <>
      <div className="two">
        {waiting && wants === 'first-key' ? (
          <>
            <button
              type="button"
              className="button main"
              data-keyway="continue-guide"
              onClick={() => onChoose(() => void goOn.run())}
            >
              {t('Continue: {title}', { title: waiting.guideTitle })}
            </button>
            <button type="button" className="button" onClick={guide('create-key')}>
              {t('Guide me to my first key')}
            </button>
          </>
        ) : wants === 'first-key' ? (
          <>
            <button
              type="button"
              className="button main"
              data-keyway="start-guide"
              onClick={guide('create-key')}
            >
              {t('Guide me to my first key')}
            </button>
            <button type="button" className="button" onClick={guide('create-account')}>
              {t('I have no OpenAI account yet')}
            </button>
          </>
        ) : (
          <>
            <Button
              className="button main"
              data-keyway="add-keys"
              onPress={() => onChoose(() => void openOwnPage('dashboard', '#keys/add'))}
            >
              {t('Add my keys')}
            </Button>
            <button type="button" className="button" onClick={guide('create-key')}>
              {t('Create a new key instead')}
            </button>
          </>
        )}
      </div>
      <FailureNotice failure={start.failure ?? goOn.failure} />
    </>
  )
}
