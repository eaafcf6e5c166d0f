/** Starts the pages: reads the scene, then shows what belongs to the address. Old addresses lead where they led. */
import { Fragment, type ReactNode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiKeys } from './pages/api-keys.tsx'
import { Auth } from './pages/auth.tsx'
import { Billing } from './pages/billing.tsx'
import { Chat, Elsewhere, Home, Policies, SignedOut } from './pages/home.tsx'
import { Limits } from './pages/limits.tsx'
import {
  AdminKeys,
  DataControls,
  General,
  People,
  ProjectGeneral,
  Projects,
  Security,
} from './pages/organization.tsx'
import { ProfileSecurity, ProfileUser } from './pages/profile.tsx'
import { Analytics, Log, Logs, Usage } from './pages/usage.tsx'
import { Wizard } from './pages/wizard.tsx'
import { Shell } from './shells.tsx'
import { c, currentScene, go, refresh, usePath, useScene } from './world.ts'

/** From the facts, "Older → newer". Era A lived under the old ones. */
const moved: [RegExp, string][] = [
  [/^\/$/, '/home'],
  [/^\/account\/api-keys$/, '/api-keys'],
  [/^\/account\/billing(?:\/(.*))?$/, '/settings/organization/billing/overview'],
  [/^\/account\/(?:limits|rate-limits)$/, '/settings/organization/limits'],
  [/^\/account\/usage$/, '/usage'],
  [/^\/account\/org-settings$/, '/settings/organization/general'],
  [/^\/organization\/admin-keys$/, '/settings/organization/admin-keys'],
  [/^\/settings\/organization\/billing$/, '/settings/organization/billing/overview'],
  [/^\/settings\/organization$/, '/settings/organization/general'],
  [/^\/settings\/organization\/usage$/, '/usage'],
  [/^\/settings\/profile$/, '/settings/profile/user'],
]
const oldOnly = /^\/account\//

function Practice() {
  const scene = useScene()
  const path = usePath()
    .replace(/\?.*$/, '')
    .replace(/(.)\/$/, '$1')
  const address = resolve(path)
  useEffect(() => {
    // The old layout kept the old addresses in the address bar.
    if (address !== path && !(scene.era === 'A' && oldOnly.test(path))) go(address + location.search, true)
  }, [address, path, scene.era])
  return (
    <div className={c('world')}>
      <p className={c('practice-banner')} translate="no">
        Practice copy — not OpenAI{' '}
        <a href="https://platform.openai.com/practice-scenes" tabIndex={-1} translate="no">
          Set the scene
        </a>
      </p>
      {location.hostname === 'auth.openai.com' ? <Auth path={path} /> : <Console path={address} />}
    </div>
  )
}

function resolve(path: string): string {
  if (path === '/settings') return `/settings/${currentScene().selectedProject}`
  return moved.find(([from]) => from.test(path))?.[1] ?? path
}

function Console({ path }: { path: string }) {
  const scene = useScene()
  const { signedIn, signUp } = scene.person
  useEffect(() => {
    if (path === '/login') location.href = 'https://auth.openai.com/log-in'
    if (path === '/signup') location.href = 'https://auth.openai.com/create-account'
    if (path === '/logout') go('/home', true)
    const inWizard = signUp === 'create' || signUp === 'invite' || signUp === 'try' || signUp === 'credits'
    if (signedIn && inWizard && path !== '/welcome') go(`/welcome?step=${signUp}`, true)
  }, [path, signedIn, signUp])
  const page = pageAt(path)
  useEffect(() => {
    document.title = signedIn ? `${page.title} - OpenAI API` : 'Practice platform'
  }, [page.title, signedIn])
  if (!signedIn) return <SignedOut />
  if (path === '/welcome') return <Wizard />
  return (
    <Shell path={path}>
      <Fragment key={path}>{page.content}</Fragment>
    </Shell>
  )
}

function pageAt(path: string): { title: string; content: ReactNode } {
  const [, first = '', second = '', third = '', fourth = ''] = path.split('/')
  const page = (title: string, content: ReactNode) => ({ title, content })
  if (path === '/home') return page('Home', <Home />)
  if (path === '/api-keys') return page('API keys', <ProjectKeys />)
  if (path === '/analytics') return page('Analytics', <Analytics />)
  if (path === '/usage') return page('Usage', <Usage />)
  if (first === 'logs') return second ? page('Logs', <Log id={second} />) : page('Logs', <Logs />)
  if (first === 'projects') return page('Projects', <Projects />)
  if (first === 'chat' || first === 'playground') return page('Chat', <Chat />)
  if (path === '/policies') return page('Terms & policies', <Policies />)
  if (first === 'settings' && second.startsWith('proj_')) {
    if (third === 'limits') return page('Limits', <Limits projectId={second} />)
    if (third === 'api-keys') return page('API keys', <ProjectKeys />)
    if (third === 'members') return page('Members', <People />)
    return page('Project', <ProjectGeneral id={second} />)
  }
  if (first === 'settings' && second === 'organization') {
    if (third === 'api-keys') return page('API keys', <OrganizationKeys />)
    if (third === 'admin-keys') return page('Admin keys', <AdminKeys />)
    if (third === 'billing') return page('Billing', <Billing tab={fourth || 'overview'} />)
    if (third === 'limits') return page('Limits', <OrganizationLimits />)
    if (third === 'general') return page('General', <General />)
    if (third === 'projects') return page('Projects', <Projects />)
    if (third === 'security') return page('Security', <Security />)
    if (third === 'data-controls') return page('Data controls', <DataControls />)
    if (/^(?:people|members|team)$/.test(third)) return page('People', <People />)
    return page(third, <Elsewhere name={third} />)
  }
  if (first === 'settings' && second === 'profile') {
    if (third === 'api-keys') return page('API keys', <UserKeys />)
    if (third === 'security') return page('Security', <ProfileSecurity />)
    return page('Profile', <ProfileUser />)
  }
  return page(first, <Elsewhere name={first.slice(0, 1).toUpperCase() + first.slice(1)} />)
}

const ProjectKeys = () => <ApiKeys of="project" />
const OrganizationKeys = () => <ApiKeys of="organization" />
const UserKeys = () => <ApiKeys of="user" />
const OrganizationLimits = () => <Limits projectId={null} />

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) window.__webpack_nonce__ = nonce

refresh().then(async scene => {
  if (scene.showAfter > 0) await new Promise(resolve => setTimeout(resolve, scene.showAfter))
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<Practice />)
})
