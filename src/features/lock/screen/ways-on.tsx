/** What can be done once the vault is there: the guide to a first key, or bringing keys in. */

import { t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { Action } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
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
  return (
    <>
      <div className="two">
        {wants === 'first-key' ? (
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
      <FailureNotice failure={start.failure} />
    </>
  )
}
