/** The dashboard: which page is shown. Each page is loaded when it is opened. */

import { lazy, Suspense } from 'react'
import { openOwnPage } from '../extension/tabs.ts'
import { t } from '../extension/texts.ts'
import { Countdown } from '../ui/countdown.tsx'
import { Pending } from '../ui/pending.tsx'
import { useSession } from '../ui/session.ts'
import { Title } from '../ui/title.tsx'
import { Undo } from '../ui/undo.tsx'
import { Unlock } from '../ui/unlock.tsx'
import { useWoken } from '../ui/woken.ts'
import { noteRemoved, useRemoved } from './removed.ts'
import { useRoute } from './route.ts'
import { SetAside } from './set-aside.tsx'
import { Side } from './side.tsx'

const pages = {
  keys: lazy(() => import('./keys-page.tsx')),
  scan: lazy(() => import('./scan-page.tsx')),
  guides: lazy(() => import('./guides-page.tsx')),
  providers: lazy(() => import('./providers-page.tsx')),
  usage: lazy(() => import('./usage-page.tsx')),
  checkup: lazy(() => import('./checkup-page.tsx')),
  recovery: lazy(() => import('./recovery-page.tsx')),
  backup: lazy(() => import('./backup-page.tsx')),
  security: lazy(() => import('./security-page.tsx')),
  settings: lazy(() => import('./settings-page.tsx')),
}
const openPages = new Set(['settings', 'guides', 'providers'])

export function Dashboard() {
  const vault = useSession('vault')
  const pending = useSession('pending') ?? []
  const [name = 'keys', ...rest] = useRoute()
  const removed = useRemoved()
  useWoken(vault === undefined)
  const broken = vault?.status === 'damaged' || vault?.status === 'too_new'
  const Page =
    broken && !openPages.has(name) ? pages.recovery : (pages[name as keyof typeof pages] ?? pages.keys)
  const locked = vault?.status === 'locked' && !openPages.has(name)
  return (
    <>
      <Side current={name === 'providers' ? 'guides' : name} />
      <main className="page" aria-busy={vault === undefined}>
        {vault?.status === 'unlocked' &&
          pending.map(key => <Pending key={key.id} pending={key} hasVault onMakeVault={() => undefined} />)}
        {vault?.status === 'none' && !openPages.has(name) ? (
          <NoVault />
        ) : locked ? (
          <section className="stack narrow">
            <Title>{t('Locked')}</Title>
            <p className="quiet">{t('Unlock to see your keys.')}</p>
            <Unlock inboxCount={vault.inboxCount} />
          </section>
        ) : vault ? (
          <Suspense>
            <Page key={name} rest={rest} />
          </Suspense>
        ) : null}
        {removed && <Undo removed={removed} onOver={() => noteRemoved(null)} />}
        <Countdown />
      </main>
    </>
  )
}

function NoVault() {
  return (
    <section className="stack narrow">
      <Title>{t('No vault yet')}</Title>
      <p>{t('It keeps your keys encrypted on this computer. Make it before you create a key.')}</p>
      <button type="button" className="button main" onClick={() => void openOwnPage('welcome')}>
        {t('Make the vault')}
      </button>
      <SetAside hasVault={false} />
    </section>
  )
}
