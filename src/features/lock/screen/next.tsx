/** The vault is there: what now. */

import { t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { PendingKeys } from '../../capture/screen/pending.tsx'
import { guideMe } from '../../guide/screen/guide-me.ts'

export function Next({ wants, pending }: { wants: 'first-key' | 'has-keys'; pending: PendingKey[] }) {
  const start = useAction((guide: string) => guideMe(guide))
  const guide = (id: string) => () => void start.run(id)
  const first = wants === 'first-key'
  return (
    <section className="stack loose">
      <Title>{t('Your vault is ready')}</Title>
      <PendingKeys pending={pending} />
      <p className="lead">
        {first
          ? t(
              'Now the key. Keyway opens OpenAI’s keys page and stays beside it. If you have no account yet, begin with that.',
            )
          : t(
              'Bring your keys in: paste them one by one, or a whole .env file. Each is tested as it comes in.',
            )}
      </p>
      <div className="two">
        {first ? (
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
            <button
              type="button"
              className="button main"
              onClick={() => void openOwnPage('dashboard', '#keys/add')}
            >
              {t('Bring my keys in')}
            </button>
            <button type="button" className="button" onClick={guide('create-key')}>
              {t('Create a new key instead')}
            </button>
          </>
        )}
      </div>
      <FailureNotice failure={start.failure} />
    </section>
  )
}
