/** Takes the key that the platform’s page shows now, by a button in Keyway’s own screen. Where the page shows several, the person chooses one. */

import { t } from '../../../i18n/t.ts'
import { activeTabUrl } from '../../../platform/screen/own-window.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'
import type { TourView } from '../../guide/core/tour.ts'

/** May the page show a key at this step? In a guide that saves one (its step `commit`) it may at any step, unless the person is on another page. */
export const mayShowKey = ({ state, steps }: Pick<TourView, 'state' | 'steps'>): boolean =>
  state !== 'wrong-page' && steps.some(({ id }) => id === 'commit')

/** The guide’s key is already in the vault: a key that the page shows now is another one. */
const hasItsKey = (tour: TourView | null | undefined): boolean =>
  tour?.steps.some(({ id, state }) => id === 'commit' && state === 'done') ?? false

let isOnPlatform = false

/** Asks which page is in front before the first render: a part that appeared later would move the parts below it. */
export async function lookAtTab(): Promise<void> {
  isOnPlatform = (await activeTabUrl())?.startsWith('https://platform.openai.com/') ?? false
}

/** Offered only where the platform was in front as the screen opened, unless `always`, and wherever a page shows several keys. */
export function TakeKey({ always = false }: { always?: boolean }) {
  const masks = useSession('shownKeys') ?? []
  const isAnother = hasItsKey(useSession('tour'))
  // The key was taken already and waits in the list above.
  const isTaken = useSession('pending')?.some(({ from }) => from === 'page' || from === 'pull')
  const take = useAction((mask?: string) => send('screen.takeKey', mask === undefined ? {} : { mask }))
  if (masks.length === 0 && (isTaken || (!always && !isOnPlatform))) return null
  return (
    <div className="stack tight">
      {masks.length > 0 && (
        <fieldset className="panel-box stack tight" data-keyway="which-key">
          <legend>{t('Which one is your key?')}</legend>
          <p className="small">
            {t('Compare the last four characters with the page. An example is not your key.')}
          </p>
          {masks.map(mask => (
            <Button key={mask} isBusy={take.busy} onPress={() => take.run(mask)}>
              {t('Take {mask}', { mask })}
            </Button>
          ))}
        </fieldset>
      )}
      {isAnother ? (
        <Button className="link small" isBusy={take.busy} onPress={take.run}>
          {t('Take another key shown on the page')}
        </Button>
      ) : (
        <Button isBusy={take.busy} onPress={take.run}>
          {t('Take the key shown on the page')}
        </Button>
      )}
      {take.failure?.code !== 'choose' && <FailureNotice failure={take.failure} />}
    </div>
  )
}
