/** What Keyway is, what it will never do, and the one question: do you have keys? */

import Activity from 'lucide-react/icons/activity'
import Compass from 'lucide-react/icons/compass'
import Lock from 'lucide-react/icons/lock'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Brand } from '../../../ui/logo.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'

type Props = { hasVault: boolean; onChoose: (wants: 'first-key' | 'has-keys') => void }

export function Intro({ hasVault, onChoose }: Props) {
  return (
    <>
      <Brand />
      <Title>{t('Get an API key, keep it safe, and hear about it when it breaks')}</Title>
      <div className="three">
        <section className="stack tight">
          <h2>
            <Compass size={17} aria-hidden="true" className="tone-accent" /> {t('It guides')}
          </h2>
          <p className="quiet">
            {t("Points at the next thing to press on OpenAI's pages and warns before each trap.")}
          </p>
        </section>
        <section className="stack tight">
          <h2>
            <Lock size={17} aria-hidden="true" className="tone-accent" /> {t('It keeps')}
          </h2>
          <p className="quiet">
            {t('Your keys stay encrypted on this computer. There is no account and no server.')}
          </p>
        </section>
        <section className="stack tight">
          <h2>
            <Activity size={17} aria-hidden="true" className="tone-accent" /> {t('It watches')}
          </h2>
          <p className="quiet">
            {t('Asks, at no cost, whether each key works, and says exactly what is wrong.')}
          </p>
        </section>
      </div>
      <Notice>
        {rich(
          t("{notOpenAI} Keyway speaks for itself only, and can be wrong where OpenAI's pages have changed."),
          { notOpenAI: <strong>{t('Not made by OpenAI.')}</strong> },
        )}
      </Notice>
      <section className="stack tight">
        <h2>{t('What it never does')}</h2>
        <ul className="never quiet">
          <li>{t('Press, type or buy anything for you.')}</li>
          <li>{t('Send a key anywhere but to the provider it belongs to.')}</li>
          <li>{t('Show or hand a stored key to a web page.')}</li>
        </ul>
      </section>
      <section className="stack">
        <h2>{t('Where shall we begin?')}</h2>
        <div className="two">
          <button type="button" className="button main" onClick={() => onChoose('first-key')}>
            {t('I need my first key')}
          </button>
          <button type="button" className="button" onClick={() => onChoose('has-keys')}>
            {t('I have keys')}
          </button>
        </div>
        <p className="small quiet">
          {hasVault
            ? t('Your vault is there already.')
            : t(
                'Either way the vault comes first: a key is shown only once, and it needs a safe place by then.',
              )}
        </p>
        <p className="small quiet">
          {t(
            'Tip: press the puzzle piece beside the address bar, then the pin next to Keyway, and its icon stays in sight.',
          )}
        </p>
      </section>
    </>
  )
}
