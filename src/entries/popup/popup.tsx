/** The popup: which of its states is it in, and what stands above and below. */

import BookOpen from 'lucide-react/icons/book-open'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import Lock from 'lucide-react/icons/lock'
import Plus from 'lucide-react/icons/plus'
import { useLayoutEffect, useRef, useState } from 'react'
import { ClipboardState } from '../../features/copy/screen/clipboard-state.tsx'
import { showPanel } from '../../features/guide/screen/guide-me.ts'
import { SpokenResults } from '../../features/health/screen/spoken-results.tsx'
import { Damaged, Locked, NoVault } from '../../features/lock/screen/closed.tsx'
import { SyncHere } from '../../features/sync/screen/sync-here.tsx'
import { t } from '../../i18n/t.ts'
import { send } from '../../platform/send.ts'
import { openOwnPage } from '../../platform/tabs.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { useKeptFocus } from '../../ui/focus/keep-focus.ts'
import { Brand } from '../../ui/logo.tsx'
import { Button } from '../../ui/pieces/button.tsx'
import { noteAt, partsOf } from '../../ui/route.ts'
import { useSavedKeys, useSession } from '../../ui/use-session.ts'
import { useWoken } from '../../ui/wake-worker.ts'
import { Open, type View } from './open.tsx'
import { TestAll } from './test-all.tsx'

/** `onReady`: the first view is in the page and takes input; what `npm run bench` waits for. */
export function Popup({ onReady }: { onReady: () => void }) {
  const ready = useRef(onReady)
  useLayoutEffect(() => void ready.current(), [])
  const vault = useSession('vault')
  useWoken(vault === undefined)
  useKeptFocus('main input:not([type="checkbox"]), main textarea, main h1[tabindex], main button')
  const open = vault?.status === 'unlocked'
  const [view, change] = useState(viewAt)
  const setView = (next: View) => {
    noteAt(next.at, ...('id' in next ? [next.id] : []))
    change(next)
  }
  const hasRows = useSavedKeys().length > 0
  return (
    <>
      <header className="top">
        <Brand />
        <div className="cluster">
          {open && view.at === 'list' && (
            <IconButton label={t('Add a key')} shortcut="n" onPress={() => setView({ at: 'add' })}>
              <Plus size={17} aria-hidden="true" />
            </IconButton>
          )}
          <IconButton label={t('Open the guide panel')} onPress={() => void showPanel().then(() => close())}>
            <BookOpen size={17} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('Open the dashboard')}
            onPress={() => void openOwnPage('dashboard').then(() => close())}
          >
            <LayoutDashboard size={17} aria-hidden="true" />
          </IconButton>
          {open && (
            <IconButton
              label={t('Lock now')}
              shortcut="Alt+Shift+L"
              onPress={() => void send('screen.lock', {})}
            >
              <Lock size={17} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      </header>
      <ErrorBoundary>
        <Body view={view} setView={setView} />
      </ErrorBoundary>
      <footer>
        <ErrorBoundary>
          <ClipboardState />
        </ErrorBoundary>
        <ErrorBoundary>
          {open && (
            <>
              <SpokenResults />
              <SyncHere openSync={() => void openOwnPage('dashboard', '#sync').then(() => close())} />
            </>
          )}
        </ErrorBoundary>
        <div className="foot cluster ends">
          <span className="unofficial">{t('Not made by OpenAI.')}</span>
          {vault && !open && (
            <Button
              className="link small"
              onPress={() => openOwnPage('dashboard', '#explain').then(() => close())}
            >
              {t('Explain an error')}
            </Button>
          )}
          {open && view.at === 'list' && (
            <span className="cluster">
              {hasRows && <TestAll />}
              <Button className="link small" aria-keyshortcuts="e" onPress={() => setView({ at: 'explain' })}>
                {t('Explain an error')}
              </Button>
              <Button
                className="link small"
                aria-keyshortcuts="?"
                aria-label={t('Keyboard')}
                title={t('Keyboard')}
                onPress={() => setView({ at: 'shortcuts' })}
              >
                <kbd>?</kbd>
              </Button>
            </span>
          )}
        </div>
      </footer>
    </>
  )
}

/** Where the person was when the page was loaded anew. */
function viewAt(): View {
  const [at, id] = partsOf(location.hash)
  if (at === 'key' && id !== undefined) return { at, id, part: 'look' }
  return { at: at === 'add' || at === 'explain' || at === 'shortcuts' ? at : 'list' }
}

function Body({ view, setView }: { view: View; setView: (view: View) => void }) {
  const vault = useSession('vault')
  if (!vault)
    return (
      <main className="body" aria-busy="true">
        <h1 className="visually-hidden">{t('Keyway is starting')}</h1>
        <div className="bones" aria-hidden="true" />
      </main>
    )
  switch (vault.status) {
    case 'none':
      return <NoVault />
    case 'locked':
      return <Locked vault={vault} />
    case 'unlocked':
      return <Open view={view} setView={setView} />
    default:
      return <Damaged vault={vault} />
  }
}

type IconButtonProps = { label: string; shortcut?: string; onPress: () => void; children: React.ReactNode }

function IconButton({ label, shortcut, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button icon plain"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      // A single letter works only while no field has the keyboard: the list of shortcuts tells of it.
      title={shortcut?.includes('+') ? `${label} (${shortcut})` : label}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
