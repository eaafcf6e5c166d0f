/** The dashboard's list of pages, in groups; behind a button where the window is narrow. */

import Archive from 'lucide-react/icons/archive'
import BookOpen from 'lucide-react/icons/book-open'
import Building from 'lucide-react/icons/building'
import ChartColumn from 'lucide-react/icons/chart-column'
import FileSearch from 'lucide-react/icons/file-search'
import History from 'lucide-react/icons/history'
import Info from 'lucide-react/icons/info'
import KeyRound from 'lucide-react/icons/key-round'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import Lock from 'lucide-react/icons/lock'
import MenuIcon from 'lucide-react/icons/menu'
import Moon from 'lucide-react/icons/moon'
import Settings from 'lucide-react/icons/settings'
import ShieldCheck from 'lucide-react/icons/shield-check'
import Stethoscope from 'lucide-react/icons/stethoscope'
import Sun from 'lucide-react/icons/sun'
import SunMoon from 'lucide-react/icons/sun-moon'
import { useEffect, useId, useRef, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { send } from '../../platform/send.ts'
import { Brand } from '../../ui/logo.tsx'
import { chooseTheme, themes, useTheme } from '../../ui/pieces/appearance.ts'
import { Button } from '../../ui/pieces/button.tsx'
import { useSession } from '../../ui/use-session.ts'

const looks = {
  system: { Icon: SunMoon, name: t('Appearance: as the system') },
  light: { Icon: Sun, name: t('Appearance: light') },
  dark: { Icon: Moon, name: t('Appearance: dark') },
}

/** Goes from one appearance to the next. */
function ThemeButton() {
  const theme = useTheme()
  const { Icon, name } = looks[theme]
  return (
    <Button
      className="button icon plain"
      aria-label={name}
      title={name}
      onPress={() => chooseTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system')}
    >
      <Icon size={16} aria-hidden="true" />
    </Button>
  )
}

const groups = [
  {
    pages: [
      { id: 'overview', name: t('Overview'), Icon: LayoutDashboard },
      { id: 'keys', name: t('Keys'), Icon: KeyRound },
      { id: 'usage', name: t('Cost'), Icon: ChartColumn },
      { id: 'organization', name: t('Organization'), Icon: Building },
    ],
  },
  {
    name: t('Security'),
    pages: [
      { id: 'checkup', name: t('Check-up'), Icon: Stethoscope },
      { id: 'scan', name: t('Leak scan'), Icon: FileSearch },
      { id: 'security', name: t('Vault'), Icon: ShieldCheck },
      { id: 'activity', name: t('Activity'), Icon: History },
    ],
  },
  {
    name: t('More'),
    pages: [
      { id: 'guides', name: t('Guides'), Icon: BookOpen },
      { id: 'settings', name: t('Settings'), Icon: Settings },
      { id: 'backup', name: t('Backup and import'), Icon: Archive },
    ],
  },
]

export function Side({ current }: { current: string }) {
  const vault = useSession('vault')
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const page = [...groups.flatMap(({ pages }) => pages), { id: 'about', name: t('About') }].find(
    ({ id }) => id === current,
  )?.name
  // Several of its tabs, and the steps back in one, are told apart by it. No key's name: the browser's history keeps titles.
  useEffect(() => {
    document.title = page ? t('{page} · Keyway', { page }) : t('Keyway dashboard')
  }, [page])
  useEffect(() => {
    if (!isOpen) return
    const over = new AbortController()
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // The page beneath goes back one level by the same key; here the list is what closes.
      event.stopPropagation()
      setIsOpen(false)
      button.current?.focus()
    }
    addEventListener('keydown', press, { capture: true, signal: over.signal })
    return () => over.abort()
  }, [isOpen])
  return (
    <div className="side">
      <header>
        <button
          ref={button}
          type="button"
          className="button icon plain side-menu"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('Menu')}
          title={t('Menu')}
          onClick={() => setIsOpen(!isOpen)}
        >
          <MenuIcon size={18} aria-hidden="true" />
        </button>
        <Brand />
      </header>
      <nav id={id} aria-label={t('Dashboard')} data-open={isOpen || undefined}>
        {groups.map(({ name, pages }) => (
          <div key={name ?? ''}>
            {name && <p className="side-group small quiet">{name}</p>}
            <ul aria-label={name}>
              {pages.map(page => (
                <li key={page.id}>
                  <a
                    href={`#${page.id}`}
                    aria-current={page.id === current ? 'page' : undefined}
                    onClick={() => setIsOpen(false)}
                  >
                    <page.Icon size={16} aria-hidden="true" />
                    {page.name}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <footer className="small quiet">
          <a href="#about" aria-current={current === 'about' ? 'page' : undefined}>
            <Info size={16} aria-hidden="true" />
            {t('About')}
          </a>
          <p>{t('Unofficial. Not made by OpenAI.')}</p>
        </footer>
      </nav>
      <div className="side-end">
        {vault?.status === 'unlocked' && (
          <Button className="button side-lock" onPress={() => send('screen.lock', {})}>
            <Lock size={15} aria-hidden="true" />
            {t('Lock now')}
          </Button>
        )}
        <ThemeButton />
      </div>
    </div>
  )
}
