/** The first screen: what Keyway does in three lines and a drawing, and the one question: do you have keys? */

import Activity from 'lucide-react/icons/activity'
import Compass from 'lucide-react/icons/compass'
import Lock from 'lucide-react/icons/lock'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { Title } from '../../../ui/title.tsx'
import { NeedAKey } from '../../guide/screen/first-question.tsx'
import { WelcomeLoop } from '../../guide/screen/miniature/welcome-loop.tsx'

export type Wants = 'first-key' | 'has-keys'

const does = [
  { Icon: Compass, words: t('Guides you on OpenAI’s pages') },
  { Icon: Lock, words: t('Encrypts keys on this computer') },
  { Icon: Activity, words: t('Checks every key, at no cost') },
]

export function Intro({ onChoose }: { onChoose: (wants: Wants) => void }) {
  return (
    <>
      <Title>{t('Get an API key, keep it safe, know when it breaks')}</Title>
      <div className="intro">
        <WelcomeLoop />
        <ul className="three">
          {does.map(({ Icon, words }) => (
            <li key={words} className="told">
              <Icon size={22} strokeWidth={1.5} aria-hidden="true" className="tone-accent" />
              {words}
            </li>
          ))}
        </ul>
      </div>
      <div className="two">
        <Button className="button main" onPress={() => onChoose('first-key')}>
          {t('I need my first key')}
        </Button>
        <Button onPress={() => onChoose('has-keys')}>{t('I have keys')}</Button>
      </div>
      <NeedAKey />
      <details>
        <summary className="quiet small">{t('What Keyway never does')}</summary>
        <ul className="never quiet">
          <li>{t('Keyway never clicks, types or buys anything for you.')}</li>
          <li>{t('It sends a key to its own provider only. Sync and backups carry it encrypted.')}</li>
          <li>{t('It never shows a stored key to a web page.')}</li>
          <li>{t('It has no account and no server.')}</li>
        </ul>
      </details>
    </>
  )
}
