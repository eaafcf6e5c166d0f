/** The vault is there: what now. */

import { t } from '../../../i18n/t.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import type { Action } from '../../../ui/action.ts'
import { Title } from '../../../ui/title.tsx'
import { PendingKeys } from '../../capture/screen/pending.tsx'
import type { Wants } from './intro.tsx'
import { WaysOn } from './ways-on.tsx'

type Props = { wants: Wants; pending: PendingKey[]; start: Action<[guide: string]> }

export function Next({ wants, pending, start }: Props) {
  return (
    <section className="stack loose">
      <Title>{t('Your vault is ready')}</Title>
      <PendingKeys pending={pending} />
      <p className="lead">
        {wants === 'first-key'
          ? t('Keyway opens OpenAI’s keys page and stays beside it.')
          : t('Paste your keys, or import a .env file. Keyway tests each one.')}
      </p>
      <WaysOn wants={wants} start={start} />
      <p className="small quiet">
        {t('Keep Keyway in sight: press the puzzle piece beside the address bar, then the pin.')}
      </p>
    </section>
  )
}
