/** Which page of the platform an address is: families of paths, old addresses included. Pure; knows no document. */
import { keyPaths, organization, platform, platformPath, project, welcomePaths } from './key-pages.ts'

export { platform }

type Page = {
  /** What people call it. */
  title: string
  /** Where a link leads; absent when there is no address that works for everybody. */
  path?: string
  /** Every path known for it, on the path without a trailing slash. */
  paths: RegExp
  /** Main headings known for it; an unlisted heading on a listed path means "a page I do not know". */
  headings: string[]
}

/** The order matters: the first family whose paths match is it. */
export const pages = {
  welcome: {
    title: 'Welcome',
    path: '/welcome',
    paths: welcomePaths,
    headings: [
      'Welcome to OpenAI Platform',
      'Invite your team',
      'Make your first API call',
      'Choose your plan',
      'Add some API credits',
    ],
  },
  'sign-in': {
    title: 'Sign in',
    path: '/login',
    paths: /^\/(login|signup|log-in|auth\/callback)/,
    headings: [],
  },
  'admin-keys': {
    title: 'Admin keys',
    path: '/settings/organization/admin-keys',
    paths: new RegExp(`^${organization}/admin-keys`),
    headings: ['Admin keys', 'Admin API keys'],
  },
  'api-keys': {
    title: 'API keys',
    path: '/api-keys',
    paths: keyPaths,
    headings: ['API keys', 'User API keys', 'Project API keys'],
  },
  'credit-grants': {
    title: 'Credit grants',
    path: '/settings/organization/billing/credit-grants',
    paths: new RegExp(`^${organization}/billing/credit-grants`),
    headings: ['Billing', 'Credit grants'],
  },
  'payment-methods': {
    title: 'Payment methods',
    path: '/settings/organization/billing/payment-methods',
    paths: new RegExp(`^(${organization}|/account)/billing/payment-methods`),
    headings: ['Billing', 'Payment methods'],
  },
  billing: {
    title: 'Billing',
    path: '/settings/organization/billing/overview',
    paths: new RegExp(`^(${organization}|/account)/billing`),
    headings: ['Billing', 'Billing settings'],
  },
  'project-limits': {
    title: 'Project limits',
    paths: new RegExp(`^${project}/limits`),
    headings: ['Limits', 'Project limits'],
  },
  limits: {
    title: 'Limits',
    path: '/settings/organization/limits',
    paths: new RegExp(`^${organization}/limits|^/account/(limits|rate-limits)`),
    headings: ['Limits', 'Usage limits', 'Rate limits'],
  },
  usage: {
    title: 'Usage',
    path: '/usage',
    paths: new RegExp(`^/usage|^/analytics|^/account/usage|^${organization}/(usage|analytics)`),
    headings: ['Usage', 'Analytics', 'Costs', 'Organization analytics'],
  },
  people: {
    title: 'People',
    path: '/settings/organization/people',
    paths: new RegExp(`^${organization}/(people|members|team)`),
    headings: ['People', 'People & Permissions', 'Members', 'Team'],
  },
  projects: {
    title: 'Projects',
    path: '/settings/organization/projects',
    paths: new RegExp(`^/projects|^${organization}/projects`),
    headings: ['Projects'],
  },
  security: {
    title: 'Organization security',
    path: '/settings/organization/security',
    paths: new RegExp(`^${organization}/security`),
    headings: ['Security'],
  },
  'data-controls': {
    title: 'Data controls',
    path: '/settings/organization/data-controls',
    paths: new RegExp(`^${organization}/data-controls`),
    headings: ['Data controls'],
  },
  general: {
    title: 'Organization settings',
    path: '/settings/organization/general',
    paths: new RegExp(`^${organization}(/general)?$|^/account/org-settings`),
    headings: ['General', 'Organization settings', 'Organization', 'Details'],
  },
  'profile-security': {
    title: 'Profile security',
    path: '/settings/profile/security',
    paths: /^\/settings\/profile\/security/,
    headings: ['Security', 'Your profile', 'Profile'],
  },
  profile: {
    title: 'Your profile',
    path: '/settings/profile/user',
    paths: /^\/settings\/profile|^\/account\/profile/,
    headings: ['Your profile', 'Profile', 'User'],
  },
  'project-members': {
    title: 'Project members',
    paths: new RegExp(`^${project}/(members|people)`),
    headings: ['Members', 'People'],
  },
  'project-settings': {
    title: 'Project settings',
    path: '/settings',
    paths: new RegExp(`^${project}(/general)?$|^/settings$`),
    headings: ['General', 'Project settings', 'Settings'],
  },
  logs: { title: 'Logs', path: '/logs', paths: /^\/logs/, headings: ['Logs'] },
  playground: {
    title: 'Playground',
    path: '/chat',
    paths: /^\/(chat|playground|audio|images|realtime|assistants|prompts|codex|agents)/,
    headings: [],
  },
  home: { title: 'Home', path: '/home', paths: /^(\/home|\/dashboard|\/overview)?$/, headings: [] },
} as const satisfies Record<string, Page>

export type PageFamily = keyof typeof pages

/** `other` is a page that Keyway does not know, `elsewhere` is no page of the platform at all. */
export function pageOf(url: string): PageFamily | 'other' | 'elsewhere' {
  const path = platformPath(url)
  if (path === undefined) return 'elsewhere'
  for (const [family, page] of Object.entries(pages)) if (page.paths.test(path)) return family as PageFamily
  return 'other'
}

/** The family's page as a link, if there is one that works for everybody. */
export function linkTo(family: PageFamily): { url: string; label: string } | undefined {
  const page: Page = pages[family]
  return page.path === undefined ? undefined : { url: platform + page.path, label: page.title }
}

/** None for an address that belongs to no page, or is none of the platform's. */
export const headingsOf = (page: ReturnType<typeof pageOf>): string[] =>
  page in pages ? [...pages[page as PageFamily].headings] : []
