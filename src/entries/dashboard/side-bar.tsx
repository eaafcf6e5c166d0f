/** The dashboard's list of pages. */

import Archive from 'lucide-react/icons/archive'
import BookOpen from 'lucide-react/icons/book-open'
import ChartColumn from 'lucide-react/icons/chart-column'
import KeyRound from 'lucide-react/icons/key-round'
import Lock from 'lucide-react/icons/lock'
import Search from 'lucide-react/icons/search'
import Settings from 'lucide-react/icons/settings'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Stethoscope from 'lucide-react/icons/stethoscope'
import { t } from '../../i18n/t.ts'
import { send } from '../../platform/send.ts'
import { Brand } from '../../ui/logo.tsx'
import { useSession } from '../../ui/use-session.ts'

const pages = [
  { id: 'keys', name: t('Keys'), Icon: KeyRound },
  { id: 'usage', name: t('Usage and cost'), Icon: ChartColumn },
  { id: 'checkup', name: t('Check-up'), Icon: Stethoscope },
  { id: 'scan', name: t('Look for keys'), Icon: Search },
  { id: 'guides', name: t('Guides'), Icon: BookOpen },
  { id: 'backup', name: t('Backup'), Icon: Archive },
  { id: 'security', name: t('Security'), Icon: ShieldCheck },
  { id: 'settings', name: t('Settings'), Icon: Settings },
] as const

export function Side({ current }: { current: string }) {
  const vault = useSession('vault')
  return (
    <div className="side">
      <header>
        <Brand />
      </header>
      <nav aria-label={t('Dashboard')}>
        <ul>
          {pages.map(({ id, name, Icon }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                <Icon size={16} aria-hidden="true" />
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {vault?.status === 'unlocked' && (
        <button type="button" className="button" onClick={() => void send('screen.lock', {})}>
          <Lock size={15} aria-hidden="true" />
          {t('Lock now')}
        </button>
      )}
      <footer className="small quiet">{t('Unofficial. Not made by OpenAI.')}</footer>
    </div>
  )
}
