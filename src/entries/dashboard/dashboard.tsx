/** The dashboard: which page is shown. Each page is loaded when it is opened. */

import { lazy, type ReactNode, Suspense } from 'react'
import { usePasteAnywhere } from '../../features/capture/screen/paste-anywhere.ts'
import { PendingKeys } from '../../features/capture/screen/pending.tsx'
import { ClipboardState } from '../../features/copy/screen/clipboard-state.tsx'
import { SpokenResults } from '../../features/health/screen/spoken-results.tsx'
import { noteDeletion, useLastDeletion } from '../../features/keys/screen/last-deletion.ts'
import { Undo } from '../../features/keys/screen/undo.tsx'
import { NotChecked } from '../../features/lock/screen/not-checked.tsx'
import { SetAside } from '../../features/lock/screen/security/set-aside.tsx'
import { Unlock } from '../../features/lock/screen/unlock.tsx'
import { VaultNotices } from '../../features/lock/screen/vault-notices.tsx'
import { SyncHere } from '../../features/sync/screen/sync-here.tsx'
import { findEntry } from '../../i18n/find-entry.ts'
import { t } from '../../i18n/t.ts'
import { openOwnPage } from '../../platform/tabs.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { Mark } from '../../ui/logo.tsx'
import { Loading } from '../../ui/pieces/loading.tsx'
import { go, useRoute } from '../../ui/route.ts'
import { Title } from '../../ui/title.tsx'
import { useSession } from '../../ui/use-session.ts'
import { useWoken } from '../../ui/wake-worker.ts'
import { Side } from './side-bar.tsx'

const pages = {
  overview: lazy(() => import('./overview.tsx')),
  keys: lazy(() => import('../../features/keys/screen/keys-page.tsx')),
  explain: lazy(() => import('../../features/health/screen/explain-page.tsx')),
  scan: lazy(() => import('../../features/handoff/screen/scan-page.tsx')),
  guides: lazy(() => import('../../features/guide/screen/guides-page.tsx')),
  providers: lazy(() => import('../../features/guide/screen/providers-page.tsx')),
  organization: lazy(() => import('../../features/organization/screen/organization-page.tsx')),
  replace: lazy(() => import('../../features/rotation/screen/replace-page.tsx')),
  activity: lazy(() => import('../../features/activity/screen/activity-page.tsx')),
  usage: lazy(() => import('../../features/usage/screen/usage-page.tsx')),
  checkup: lazy(() => import('../../features/health/screen/checkup/checkup-page.tsx')),
  recovery: lazy(() => import('../../features/lock/screen/security/recovery-page.tsx')),
  backup: lazy(() => import('../../features/transfer/screen/backup-page.tsx')),
  security: lazy(() => import('../../features/lock/screen/security/security-page.tsx')),
  settings: lazy(() => import('../../features/settings/screen/settings-page.tsx')),
  about: lazy(() => import('../../features/settings/screen/about-page.tsx')),
  sync: lazy(() => import('../../features/sync/screen/sync-page.tsx')),
  policy: lazy(() => import('../../features/policy/screen/policy-page.tsx')),
}
const RulesRunner = lazy(() => import('../../features/rotation/screen/rules-runner.tsx'))
const openPages = new Set(['settings', 'about', 'policy', 'guides', 'providers', 'explain'])

/** Pages that the list does not name, and the one there that leads to them. */
const underPage = {
  providers: 'guides',
  explain: 'guides',
  policy: 'settings',
  sync: 'settings',
  recovery: 'security',
  replace: 'keys',
}

/** Two columns. */
const mediumPages = new Set(['overview', 'replace', 'guides', 'scan'])
/** A table, a chart, or many cards. */
const broadPages = new Set(['usage', 'activity', 'guides', 'providers'])

export function Dashboard() {
  const vault = useSession('vault')
  const pending = useSession('pending') ?? []
  const [name = 'overview', ...rest] = useRoute()
  const removed = useLastDeletion()
  useWoken(vault === undefined)
  const broken = vault?.status === 'damaged' || vault?.status === 'too_new'
  const Page = broken && !openPages.has(name) ? pages.recovery : (findEntry(pages, name) ?? pages.keys)
  const isOfKeys = vault?.status === 'unlocked' && Page === pages.keys
  const isAdding = name === 'keys' && rest[0] === 'add'
  usePasteAnywhere(vault?.status === 'unlocked' && !isAdding ? () => go('keys', 'add') : undefined)
  const locked = vault?.status === 'locked' && !openPages.has(name)
  return (
    <>
      <ErrorBoundary>
        <Side current={findEntry(underPage, name) ?? name} />
      </ErrorBoundary>
      <main
        className={
          (isOfKeys && rest.length === 0) || name === 'organization'
            ? 'page wide'
            : broadPages.has(name) && rest.length === 0
              ? 'page broad'
              : isOfKeys || mediumPages.has(name)
                ? 'page medium'
                : 'page'
        }
        aria-busy={vault === undefined}
      >
        {vault?.status === 'unlocked' && <PendingKeys pending={pending} />}
        {vault?.status === 'none' && !openPages.has(name) ? (
          <NoVault />
        ) : locked ? (
          <Gate title={t('Locked')}>
            <p className="quiet">{t('Unlock to see your keys.')}</p>
            <NotChecked />
            <VaultNotices />
            <Unlock inboxCount={vault.inboxCount} />
          </Gate>
        ) : vault ? (
          <ErrorBoundary key={name}>
            <Suspense fallback={<Loading />}>
              <Page rest={rest} />
            </Suspense>
          </ErrorBoundary>
        ) : null}
        {/* Not in the foot: that covers the page as soon as anything is in it. */}
        <ErrorBoundary>
          {vault?.status === 'unlocked' && (
            <>
              <SpokenResults />
              <SyncHere />
              <ErrorBoundary silent>
                <Suspense>
                  <RulesRunner />
                </Suspense>
              </ErrorBoundary>
            </>
          )}
        </ErrorBoundary>
        <div className="page-foot">
          <ErrorBoundary>
            {removed && <Undo removed={removed} onOver={() => noteDeletion(null)} />}
            <ClipboardState />
          </ErrorBoundary>
        </div>
      </main>
    </>
  )
}

/** What stands where a page would, while none can be shown. */
const Gate = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="gate panel-box stack">
    <span className="tone-accent">
      <Mark size={40} />
    </span>
    <Title>{title}</Title>
    {children}
  </section>
)

const NoVault = () => (
  <Gate title={t('No vault yet')}>
    <p>{t('The vault keeps your keys encrypted on this computer. Make it before you create a key.')}</p>
    <button type="button" className="button main" onClick={() => void openOwnPage('welcome')}>
      {t('Make the vault')}
    </button>
    <SetAside hasVault={false} />
  </Gate>
)
