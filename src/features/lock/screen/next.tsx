/** The vault is there: what now. A key that waits comes first; who has one already is not led to a first one. */

import { plural, t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import type { Action } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys, useSession } from '../../../ui/use-session.ts'
import { PendingKeys } from '../../capture/screen/pending.tsx'
import type { Wants } from './intro.tsx'
import { WaysOn } from './ways-on.tsx'

type Props = { wants: Wants; pending: PendingKey[]; start: Action<[guide: string]> }

export function Next({ wants, pending, start }: Props) {
  const { length } = useSavedKeys()
  const tour = useSession('tour')
  const isGuided = tour != null && tour.kind !== 'receipt'
  return (
    <section className="stack loose">
      <Title>{t('Your vault is ready')}</Title>
      <PendingKeys pending={pending} />
      {pending.length === 0 && length > 0 && <HasKeys count={length} isGuided={isGuided} />}
      {pending.length === 0 && length === 0 && (
        <>
          <p className="lead">
            {wants === 'has-keys'
              ? t('Paste your keys, or import a .env file. Keyway tests each one.')
              : isGuided
                ? inPanel
                : t('Keyway opens OpenAI’s keys page and stays beside it.')}
          </p>
          <WaysOn wants={wants} start={start} />
        </>
      )}
      <p className="small quiet">
        {t('Keep Keyway in sight: press the puzzle piece beside the address bar, then the pin.')}
      </p>
    </section>
  )
}

const inPanel = t('The guide goes on in the side panel.')

function HasKeys({ count, isGuided }: { count: number; isGuided: boolean }) {
  return (
    <>
      <p className="lead">
        {plural({ one: 'Your key is in the vault.', other: '{count} keys are in the vault.' }, count)}{' '}
        {isGuided && inPanel}
      </p>
      <div>
        <Button className="button main" onPress={() => openOwnPage('dashboard', '#keys')}>
          {t('Your keys')}
        </Button>
      </div>
    </>
  )
}
