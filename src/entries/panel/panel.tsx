/** The companion beside the page. First what cannot wait (a key to save), then the running guide, then the journey. */

import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import { useLayoutEffect, useRef } from 'react'
import { OtherOrganization } from '../../features/capture/screen/other-organization.tsx'
import { PasteHere } from '../../features/capture/screen/paste-here.tsx'
import { PendingKeys } from '../../features/capture/screen/pending.tsx'
import { mayShowKey, TakeKey } from '../../features/capture/screen/take-key.tsx'
import { ClipboardState } from '../../features/copy/screen/clipboard-state.tsx'
import { PageAsks } from '../../features/guide/screen/allow-page-requests.tsx'
import { GuideSearch } from '../../features/guide/screen/guide-search.tsx'
import { Journey } from '../../features/guide/screen/journey.tsx'
import { Step } from '../../features/guide/screen/step.tsx'
import { Attention } from '../../features/health/screen/attention.tsx'
import AskWatching from '../../features/lock/screen/ask-watching.tsx'
import { Unlock } from '../../features/lock/screen/unlock.tsx'
import { SyncHere } from '../../features/sync/screen/sync-here.tsx'
import { t } from '../../i18n/t.ts'
import { openOwnPage } from '../../platform/tabs.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { Brand } from '../../ui/logo.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Button } from '../../ui/pieces/button.tsx'
import { useSession } from '../../ui/use-session.ts'
import { useWoken } from '../../ui/wake-worker.ts'

const makeVault = () => void openOwnPage('welcome')

/** What is new is seen from its head, however far down the person pressed; what they pressed is gone, and the keyboard was on it. */
function beginAtHead(): void {
  scrollTo(0, 0)
  if (document.hasFocus() && document.activeElement === document.body)
    document.querySelector<HTMLElement>('.step h1, main:not(:has(.step))')?.focus({ preventScroll: true })
}

export function Panel() {
  const vault = useSession('vault')
  const pending = useSession('pending') ?? []
  const tour = useSession('tour')
  useWoken(vault === undefined)
  const seen = useRef('')
  useLayoutEffect(() => {
    const view = `${pending[0]?.id}/${tour?.guide}/${tour?.step}`
    if (seen.current !== '' && seen.current !== view) beginAtHead()
    seen.current = view
  })
  return (
    <>
      <header className="top">
        <Brand />
        <Button
          className="button icon plain"
          aria-label={t('Open the dashboard')}
          title={t('Open the dashboard')}
          onPress={() => openOwnPage('dashboard')}
        >
          <LayoutDashboard size={17} aria-hidden="true" />
        </Button>
      </header>
      <main className="body stack loose" tabIndex={-1} aria-busy={vault === undefined}>
        {!tour && <h1 className="visually-hidden">{t('Keyway guide panel')}</h1>}
        <PendingKeys pending={pending} onMakeVault={vault?.status === 'unlocked' ? undefined : makeVault} />
        {vault?.status === 'locked' && (
          <section className="panel-box stack" aria-labelledby="locked">
            <h2 id="locked">{t('The vault is locked')}</h2>
            <Unlock inboxCount={vault.inboxCount} />
          </section>
        )}
        {vault?.status === 'none' && pending.length === 0 && tour?.action !== 'vault' && (
          <Notice tone="needs" action={<Button onPress={makeVault}>{t('Make the vault')}</Button>}>
            {t('There is no vault yet. Make it before you create a key: a key is shown only once.')}
          </Notice>
        )}
        {(vault?.status === 'damaged' || vault?.status === 'too_new') && (
          <Notice
            tone="rejected"
            action={
              <Button onPress={() => openOwnPage('dashboard', '#recovery')}>
                {t('See what can be saved')}
              </Button>
            }
          >
            {vault.status === 'damaged'
              ? t('The vault needs repair. Keyway deleted nothing.')
              : t('This vault is from a newer Keyway. Update, and it opens again.')}
          </Notice>
        )}
        <ErrorBoundary>
          <PageAsks />
          <OtherOrganization />
        </ErrorBoundary>
        {tour && (
          <ErrorBoundary key={`${tour.guide}/${tour.step}`}>
            <Step view={tour} />
          </ErrorBoundary>
        )}
        {tour?.paste && (
          <ErrorBoundary>
            <PasteHere />
          </ErrorBoundary>
        )}
        <ErrorBoundary>
          <TakeKey always={tour !== undefined && tour !== null && mayShowKey(tour)} />
        </ErrorBoundary>
        {tour?.kind === 'receipt' && (
          <ErrorBoundary>
            <AskWatching />
          </ErrorBoundary>
        )}
        {!tour &&
          [Attention, AskWatching, Journey, Guides].map(Part => (
            <ErrorBoundary key={Part.name}>
              <Part />
            </ErrorBoundary>
          ))}
      </main>
      <ErrorBoundary>
        {vault?.status === 'unlocked' && <SyncHere openSync={() => void openOwnPage('dashboard', '#sync')} />}
      </ErrorBoundary>
      <div className="countdown-place">
        <ErrorBoundary>
          <ClipboardState />
        </ErrorBoundary>
      </div>
      <footer className="foot">{t('Unofficial. Not made by OpenAI.')}</footer>
    </>
  )
}

const Guides = () => (
  <GuideSearch>
    <Button className="link" onPress={() => openOwnPage('dashboard', '#explain')}>
      {t('Explain an error that your program shows')}
    </Button>
  </GuideSearch>
)
