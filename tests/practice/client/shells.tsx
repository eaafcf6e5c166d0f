/** What is around a page: navigation in the layout of each era. A page itself does not know which one it is in. */
import { type ReactNode, useState } from 'react'
import type { MarkName } from '../marks.ts'
import { Link } from './kit.tsx'
import { type Choice, Menu } from './menu.tsx'
import { useWords } from './words.tsx'
import { act, c, go, mark, useScene } from './world.ts'

interface Item {
  name: string
  to: string
  marked?: MarkName
}

export function Shell({ path, children }: { path: string; children: ReactNode }) {
  const { era } = useScene()
  if (era === 'A') return <ShellA path={path}>{children}</ShellA>
  if (era === 'B') return <ShellB path={path}>{children}</ShellB>
  if (era === 'C') return <ShellC path={path}>{children}</ShellC>
  return <ShellD path={path}>{children}</ShellD>
}

const isSettings = (path: string) => path.startsWith('/settings')
const current = (path: string, to: string) =>
  path === to || path.startsWith(`${to}/`) ? ('page' as const) : undefined

function NavLink({ item, path, short }: { item: Item; path: string; short?: boolean }) {
  const { t, a } = useWords()
  return (
    <Link
      to={item.to}
      marked={item.marked}
      className={c('nav-item')}
      aria-current={current(path, item.to)}
      aria-label={short ? a(item.name) : undefined}
    >
      <span className={c('nav-icon')} aria-hidden="true" />
      {!short && t(item.name)}
    </Link>
  )
}

const mainItems: Item[] = [
  { name: 'Home', to: '/home', marked: 'nav-home' },
  { name: 'Chat', to: '/chat' },
  { name: 'Agents', to: '/agents' },
  { name: 'Audio', to: '/audio' },
  { name: 'Images', to: '/playground/images' },
  { name: 'Codex', to: '/codex' },
  { name: 'API Keys', to: '/api-keys', marked: 'nav-api-keys' },
  { name: 'Usage', to: '/usage', marked: 'nav-usage' },
  { name: 'Logs', to: '/logs', marked: 'nav-logs' },
  { name: 'Batches', to: '/batches' },
  { name: 'Storage', to: '/storage' },
  { name: 'Plugins', to: '/plugins' },
]

function useSettingsItems() {
  const { selectedProject, era } = useScene()
  const project = `/settings/${selectedProject}`
  const organization = '/settings/organization'
  const people: Item = {
    name: era === 'D' ? 'People' : 'Members',
    to: era === 'D' ? `${organization}/people` : `${organization}/members`,
    marked: 'nav-people',
  }
  const ofOrganization: Item[] = [
    { name: 'General', to: `${organization}/general`, marked: 'nav-general' },
    { name: 'API keys', to: `${organization}/api-keys`, marked: 'nav-organization-api-keys' },
    { name: 'Admin keys', to: `${organization}/admin-keys`, marked: 'nav-admin-keys' },
    people,
    { name: 'Projects', to: era === 'D' ? '/projects' : `${organization}/projects`, marked: 'nav-projects' },
    { name: 'Billing', to: `${organization}/billing/overview`, marked: 'nav-billing' },
    { name: 'Limits', to: `${organization}/limits`, marked: 'nav-limits' },
    ...(era === 'D'
      ? [
          { name: 'Tunnels', to: `${organization}/tunnels` },
          { name: 'Service health', to: `${organization}/service-health` },
        ]
      : [
          {
            name: 'Usage',
            to: era === 'B' ? `${organization}/usage` : '/usage',
            marked: 'nav-usage' as const,
          },
        ]),
    { name: 'Data controls', to: `${organization}/data-controls` },
    ...(era === 'D'
      ? [
          { name: 'Security', to: `${organization}/security`, marked: 'nav-organization-security' as const },
          { name: 'Webhooks', to: `${organization}/webhooks` },
        ]
      : []),
  ]
  const ofProject: Item[] = [
    { name: 'General', to: project, marked: 'nav-project-general' },
    { name: 'API keys', to: era === 'D' ? '/api-keys' : `${project}/api-keys`, marked: 'nav-api-keys' },
    { name: era === 'D' ? 'People' : 'Members', to: `${project}/members` },
    { name: 'Limits', to: `${project}/limits`, marked: 'nav-project-limits' },
  ]
  const ofPerson: Item[] = [{ name: 'Your profile', to: '/settings/profile/user', marked: 'nav-profile' }]
  return { ofOrganization, ofProject, ofPerson }
}

function ProjectSwitch({ className }: { className?: string }) {
  const { projects, selectedProject } = useScene()
  const shown = projects.find(one => one.id === selectedProject)?.name ?? 'Default project'
  const pick = (id: string) => {
    if (id === 'all') return go('/projects')
    void act({ act: 'selectProject', id })
  }
  return (
    <Menu
      shows={shown}
      choices={[
        ...projects.filter(one => !one.archived).map(one => ({ id: one.id, label: one.name })),
        { id: 'all', label: 'Manage projects' },
      ]}
      onPick={pick}
      marked="project-switch"
      button
      itemMarked="project-item"
      className={className ?? 'menu-button'}
    />
  )
}

const accountChoices: Choice[] = [
  { id: '/settings/organization/general', label: 'Organization settings' },
  { id: '/settings/profile/user', label: 'Profile settings', marked: 'nav-profile' },
  { id: 'light', label: 'Light mode' },
  { id: 'dark', label: 'Dark mode' },
  { id: 'system', label: 'System' },
  { id: '/policies', label: 'Terms & policies', marked: 'policies-link' },
  { id: 'out', label: 'Log out' },
]
const account = (id: string) => {
  if (id === 'out') void act({ act: 'signOut' })
  else if (id === 'light' || id === 'dark' || id === 'system') void act({ act: 'setTheme', theme: id })
  else go(id)
}

/** Since August 2026: everything in one sidebar. */
function ShellD({ path, children }: { path: string; children: ReactNode }) {
  const { sidebar, underMore, organization, analytics } = useScene()
  const main = mainItems.map((item): Item => {
    return analytics && item.name === 'Usage'
      ? { name: 'Analytics', to: '/analytics', marked: 'nav-analytics' }
      : item
  })
  const { t, a } = useWords()
  const { ofOrganization, ofProject } = useSettingsItems()
  const [more, setMore] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const short = sidebar === 'collapsed'
  const hidden = main.filter(item => underMore.includes(item.name))
  const settings: Item = { name: 'Settings', to: `/settings/organization/general`, marked: 'nav-settings' }
  return (
    <div className={c('shell')}>
      <button
        ref={mark('nav-open')}
        type="button"
        className={c('nav-open')}
        aria-label="Open sidebar"
        aria-expanded={drawer}
        onClick={() => setDrawer(!drawer)}
      >
        ☰
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: the real page gives the role by attribute too */}
      <div
        role="complementary"
        aria-label={a('Main navigation')}
        className={c(`sidebar ${short ? 'short' : ''} ${drawer ? 'drawn' : ''}`)}
        onClick={event => (event.target as Element).closest('a') && setDrawer(false)}
        onKeyDown={event => event.key === 'Escape' && setDrawer(false)}
      >
        {!short && <ProjectSwitch className="project-switch" />}
        <button
          type="button"
          className={c('nav-item')}
          aria-label={a(short ? 'Expand sidebar' : 'Collapse sidebar')}
          onClick={() => act({ act: 'setSidebar', sidebar: short ? 'open' : 'collapsed' })}
        >
          {short ? '»' : '«'}
        </button>
        {isSettings(path) || path.startsWith('/projects') ? (
          <>
            <Link
              to="/home"
              marked="nav-back"
              className={c('nav-item')}
              aria-label={short ? 'Back to project' : undefined}
            >
              {short ? '←' : t('Back to project')}
            </Link>
            <List items={ofOrganization} path={path} short={short} />
            {!short && <div className={c('nav-group')}>Project</div>}
            <List items={ofProject} path={path} short={short} />
          </>
        ) : (
          <>
            <button type="button" className={c('nav-item')} aria-label={short ? a('Search') : undefined}>
              <span className={c('nav-icon')} aria-hidden="true" />
              {!short && t('Search')}
            </button>
            <List
              items={[...main.filter(item => !underMore.includes(item.name)), settings]}
              path={path}
              short={short}
            />
            {hidden.length > 0 && (
              <>
                <button
                  ref={mark('nav-more')}
                  type="button"
                  className={c('nav-item')}
                  aria-label={a('More navigation items')}
                  aria-expanded={more}
                  onClick={() => setMore(!more)}
                >
                  <span className={c('nav-icon')} aria-hidden="true" />
                  {!short && t('More')}
                </button>
                {more && <List items={hidden} path={path} short={short} />}
              </>
            )}
          </>
        )}
        <div className={c('grow')} />
        <Menu
          shows={
            short ? (
              organization.name.slice(0, 1)
            ) : (
              <>
                <span className={c('initial')}>{organization.name.slice(0, 1)}</span> {organization.name}{' '}
                <span className={c('faint')}>Organization</span>
              </>
            )
          }
          name={`${organization.name.slice(0, 1)} ${organization.name} Organization`}
          choices={accountChoices}
          onPick={account}
          marked="account-menu"
          className="account-button"
        />
      </div>
      <main className={c('page')}>{children}</main>
    </div>
  )
}

function List({ items, path, short }: { items: Item[]; path: string; short?: boolean }) {
  return (
    <ul className={c('nav-list')}>
      {items.map(item => (
        <li key={item.to + item.name}>
          <NavLink item={item} path={path} short={short ?? false} />
        </li>
      ))}
    </ul>
  )
}

function Header({ path, links }: { path: string; links: Item[] }) {
  const { organization, era } = useScene()
  const { t } = useWords()
  return (
    <header className={c('header')}>
      <button type="button" className={c('menu-button')}>
        {organization.name}
      </button>
      <span className={c('faint')}>/</span>
      <ProjectSwitch />
      <div className={c('grow')} />
      {links.map(link => (
        <Link key={link.name} to={link.to} className={c('header-link')} aria-current={current(path, link.to)}>
          {t(link.name)}
        </Link>
      ))}
      <Link
        to="/settings/organization/general"
        marked="nav-settings"
        className={c('header-link')}
        aria-label="Settings"
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="2.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <circle
            cx="8"
            cy="8"
            r="5.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray="2.4 2"
          />
        </svg>
      </Link>
      {era === 'B' ? (
        <Link
          to="/settings/profile/user"
          marked="account-menu"
          className={c('initial')}
          aria-label="Your profile"
        >
          R
        </Link>
      ) : (
        <Menu
          shows="R"
          name="Account"
          choices={accountChoices}
          onPick={account}
          marked="account-menu"
          className="account-button"
        />
      )}
    </header>
  )
}

/** Mid 2024 to 2025: a header, and a rail that depends on where one is. Several names are there twice. */
function ShellB({ path, children }: { path: string; children: ReactNode }) {
  const { ofOrganization, ofProject, ofPerson } = useSettingsItems()
  const rail = isSettings(path)
  const dashboard: Item[] = [
    { name: 'Chat', to: '/chat' },
    { name: 'Assistants', to: '/assistants' },
    { name: 'Fine-tuning', to: '/finetune' },
    { name: 'Batches', to: '/batches' },
    { name: 'Storage', to: '/storage' },
    { name: 'Usage', to: '/usage', marked: 'nav-usage' },
    { name: 'API keys', to: '/api-keys', marked: 'nav-api-keys' },
  ]
  return (
    <div className={c('shell-b')}>
      <Header
        path={path}
        links={[
          { name: 'Playground', to: '/playground' },
          { name: 'Dashboard', to: '/api-keys' },
          { name: 'Docs', to: 'https://developers.openai.com/api/docs' },
          { name: 'API reference', to: 'https://developers.openai.com/api/reference' },
        ]}
      />
      <div className={c('below')}>
        <nav className={c('rail')}>
          {rail ? (
            <>
              <div className={c('nav-group')}>SETTINGS</div>
              <List items={ofPerson} path={path} />
              <div className={c('nav-group')}>ORGANIZATION</div>
              <List items={ofOrganization} path={path} />
              <div className={c('nav-group')}>PROJECT</div>
              <List items={ofProject} path={path} />
            </>
          ) : (
            <List items={dashboard} path={path} />
          )}
          <div className={c('grow')} />
          <List
            path={path}
            items={[
              { name: 'Cookbook', to: '/cookbook' },
              { name: 'Forum', to: '/forum' },
              { name: 'Help', to: '/help' },
            ]}
          />
        </nav>
        <main className={c('page')}>{children}</main>
      </div>
    </div>
  )
}

/** Late 2025 to early 2026: the header stays, the rail comes in groups. */
function ShellC({ path, children }: { path: string; children: ReactNode }) {
  const { sidebar } = useScene()
  const { ofOrganization, ofProject, ofPerson } = useSettingsItems()
  const { t } = useWords()
  const short = sidebar === 'collapsed'
  const groups: [string, Item[]][] = isSettings(path)
    ? [
        ['Settings', ofPerson],
        ['Organization', ofOrganization],
        ['Project', ofProject],
      ]
    : [
        [
          'Create',
          [
            { name: 'Chat', to: '/chat' },
            { name: 'Agent Builder', to: '/agent-builder' },
            { name: 'Audio', to: '/audio' },
            { name: 'Images', to: '/images' },
            { name: 'Videos', to: '/videos' },
            { name: 'Assistants', to: '/assistants' },
          ],
        ],
        [
          'Manage',
          [
            { name: 'Usage', to: '/usage', marked: 'nav-usage' },
            { name: 'API keys', to: '/api-keys', marked: 'nav-api-keys' },
            { name: 'Logs', to: '/logs', marked: 'nav-logs' },
            { name: 'Storage', to: '/storage' },
            { name: 'Batches', to: '/batches' },
          ],
        ],
        [
          'Optimize',
          [
            { name: 'Evaluation', to: '/evaluations' },
            { name: 'Fine-tuning', to: '/finetune' },
          ],
        ],
      ]
  return (
    <div className={c('shell-b')}>
      <Header
        path={path}
        links={[
          { name: 'Dashboard', to: '/chat' },
          { name: 'Docs', to: 'https://developers.openai.com/api/docs' },
        ]}
      />
      <div className={c('below')}>
        <nav className={c(short ? 'rail short' : 'rail')}>
          {groups.map(([name, items]) => (
            <div key={name}>
              {!short && <div className={c('nav-group')}>{t(name)}</div>}
              <List items={items} path={path} short={short} />
            </div>
          ))}
          <div className={c('grow')} />
          <button
            type="button"
            className={c('nav-item')}
            aria-label="Toggle sidebar"
            onClick={() => act({ act: 'setSidebar', sidebar: short ? 'open' : 'collapsed' })}
          >
            {short ? '»' : '«'}
          </button>
        </nav>
        <main className={c('page')}>{children}</main>
      </div>
    </div>
  )
}

/** To early 2024: icons and labels on the left, plain names for classes, no landmarks. */
function ShellA({ path, children }: { path: string; children: ReactNode }) {
  const settings = isSettings(path) || path.startsWith('/account')
  const items: Item[] = [
    { name: 'Playground', to: '/playground' },
    { name: 'Assistants', to: '/assistants' },
    { name: 'Fine-tuning', to: '/finetune' },
    { name: 'API keys', to: '/api-keys', marked: 'nav-api-keys' },
    { name: 'Files', to: '/files' },
    { name: 'Usage', to: '/usage', marked: 'nav-usage' },
    { name: 'Settings', to: '/account/org-settings', marked: 'nav-settings' },
  ]
  const under: Item[] = [
    { name: 'Organization', to: '/account/org-settings', marked: 'nav-general' },
    { name: 'Team', to: '/settings/organization/team', marked: 'nav-people' },
    { name: 'Limits', to: '/account/limits', marked: 'nav-limits' },
    { name: 'Billing', to: '/account/billing/overview', marked: 'nav-billing' },
    { name: 'Profile', to: '/settings/profile', marked: 'nav-profile' },
  ]
  const { t } = useWords()
  const link = (item: Item) => (
    <Link
      key={item.name}
      to={item.to}
      marked={item.marked}
      className={`side-nav-item ${current(path, item.to) ? 'active' : ''}`}
    >
      <span className="side-nav-icon" aria-hidden="true" />
      <span className="side-nav-label">{t(item.name)}</span>
    </Link>
  )
  return (
    <div className="route-container">
      <div className="side-nav">
        {items.map(link)}
        {settings && <div className="side-nav-sub">{under.map(link)}</div>}
        <div className={c('grow')} />
        <Menu
          shows="Account"
          name="Account"
          choices={accountChoices}
          onPick={account}
          marked="account-menu"
        />
      </div>
      <div className="page-body">{children}</div>
    </div>
  )
}
