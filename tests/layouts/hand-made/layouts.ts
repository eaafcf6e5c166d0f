/** Pages made by hand as other companies' consoles are, each with the habits of one framework; see README.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Given, Layout } from '../runner/layout.ts'

type Page = {
  file: string
  task: string
  address: string
  paths?: string[]
  outcome: Layout['outcome']
  lang?: string
  given?: Partial<Given>
}

const ended = {
  full: `sk-proj-${'Kw8'.repeat(24)}vQT3${['Bl', 'bkFJ'].join('')}${'r5Z'.repeat(23)}m7Xe2`,
  name: 'reporting-old',
  created: 'Mar 3, 2026',
}
/** The key that walks of ending a key are about: the pages show its name and its last four characters. */
const key = { ...ended, lastFour: ended.full.slice(-4), trackingId: 'key_7Hq2LmPz0cVb' }

const pages: Page[] = [
  { file: 'mui-drawer', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'antd-modal', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'de' },
  { file: 'chakra-masked', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'shadcn-sheet',
    task: 'create-key',
    address: '/settings/organization/api-keys',
    outcome: 'key-in-sight',
  },
  {
    file: 'github-page',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/new'],
    outcome: 'key-in-sight',
  },
  { file: 'google-cloud', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'aws-wizard',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/create'],
    outcome: 'key-in-sight',
  },
  { file: 'azure-blade', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'vercel-inline', task: 'create-key', address: '/api-keys', outcome: 'key-by-copy-only' },
  { file: 'angular-stepper', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'ja' },
  { file: 'collapse-arabic', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'ar' },
  { file: 'antd-popconfirm', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'kebab-typed', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'bulk-bar', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'detail-page',
    task: 'revoke-key',
    address: '/api-keys',
    outcome: 'ended',
    lang: 'ja',
    given: { key },
  },
  {
    file: 'limit-inline',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  {
    file: 'limit-dialog',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
    lang: 'de',
  },
  {
    file: 'billing-steps',
    task: 'set-up-billing',
    address: '/settings/organization/billing/overview',
    outcome: 'changed',
  },
  {
    file: 'stripe-table',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  {
    file: 'accordion-forgets',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  {
    file: 'workspace-modal',
    task: 'create-key',
    address: '/settings/organization/api-keys',
    outcome: 'key-in-sight',
  },
  { file: 'studio-picker', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'template-summary',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/create'],
    outcome: 'key-in-sight',
  },
  { file: 'inline-scopes', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'observability-side', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'settings-composer', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'click-to-show', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'icon-table', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'sheet-typed', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'spend-card',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  { file: 'virtual-grid', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'web-components', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'frame-dark', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'big-type', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'skeleton-french', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'fr' },
  { file: 'two-variants', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'wizard-tiles', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'es' },
  { file: 'form-stays', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'password-field',
    task: 'create-key',
    address: '/api-keys',
    outcome: 'key-by-copy-only',
    lang: 'de',
  },
  {
    file: 'side-danger',
    task: 'revoke-key',
    address: '/api-keys',
    outcome: 'ended',
    lang: 'pt',
    given: { key },
  },
  {
    file: 'limit-pencil',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  {
    file: 'switcher-inline',
    task: 'create-project',
    address: '/settings/organization/general',
    outcome: 'changed',
  },
  { file: 'console-workspace', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'console-workspace', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'studio-details', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'payments-use-case',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/create'],
    outcome: 'key-in-sight',
  },
  { file: 'edge-templates', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'edge-templates',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  {
    file: 'repo-fine-grained',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/new'],
    outcome: 'key-in-sight',
  },
  { file: 'repo-fine-grained', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'deploy-survey', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'issue-tracker', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'issue-tracker', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'notes-integration',
    task: 'create-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    lang: 'nl',
  },
  { file: 'monitor-side', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'monitor-side',
    task: 'service-account-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { owner: 'service' },
  },
  { file: 'monitor-side', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'database-tokens', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'directory-secret', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'gateway-limits',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  { file: 'command-palette', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'split-view', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'split-view', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'boxes-first',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/new'],
    outcome: 'key-in-sight',
    lang: 'it',
  },
  { file: 'row-edit', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'manage-cards',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  {
    file: 'unsaved-bar',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
    lang: 'tr',
  },
  {
    file: 'tabs-in-dialog',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  { file: 'name-taken', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'nl' },
  { file: 'template-gallery', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'korean-accordion', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'ko' },
  {
    file: 'korean-accordion',
    task: 'service-account-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    lang: 'ko',
    given: { owner: 'service' },
  },
  {
    file: 'switch-off-row',
    task: 'revoke-key',
    address: '/api-keys',
    outcome: 'ended',
    lang: 'pl',
    given: { key },
  },
  {
    file: 'find-or-create',
    task: 'create-project',
    address: '/settings/organization/projects',
    outcome: 'changed',
  },
  { file: 'assistant-console', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'credit-tiles',
    task: 'set-up-billing',
    address: '/settings/organization/billing/overview',
    outcome: 'changed',
    lang: 'pt',
  },
  {
    file: 'split-button',
    task: 'service-account-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { owner: 'service' },
  },
  { file: 'inference-cloud', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  {
    file: 'bottom-sheet-chinese',
    task: 'create-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    lang: 'zh',
  },
  { file: 'token-mail-code', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'env-card-spanish', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'es' },
  {
    file: 'nested-dialog-hindi',
    task: 'create-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    lang: 'hi',
  },
  { file: 'mail-actions', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'drawer-abas',
    task: 'revoke-key',
    address: '/api-keys',
    outcome: 'ended',
    lang: 'pt',
    given: { key },
  },
  {
    file: 'cap-popover',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  {
    file: 'budzet-polski',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
    lang: 'pl',
  },
  {
    file: 'top-up-checkout',
    task: 'set-up-billing',
    address: '/settings/organization/billing/overview',
    outcome: 'changed',
  },
  {
    file: 'scope-groups',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  { file: 'key-cards-rotate', task: 'rotate-key', address: '/api-keys', outcome: 'ended', given: { key } },
  { file: 'key-cards-rotate', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'robots-tab',
    task: 'service-account-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { owner: 'service' },
  },
  {
    file: 'tile-project-portuguese',
    task: 'create-project',
    address: '/settings/organization/projects',
    outcome: 'changed',
    lang: 'pt',
  },
  { file: 'polaris-credentials', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'ui5-objektseite', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'de' },
  {
    file: 'mailer-create-view',
    task: 'create-key',
    address: '/api-keys',
    paths: ['/api-keys/create'],
    outcome: 'key-in-sight',
  },
  { file: 'admin-add-row', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'ext-desktop', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight' },
  { file: 'ionic-eylem', task: 'create-key', address: '/api-keys', outcome: 'key-in-sight', lang: 'tr' },
  {
    file: 'expander-arabic',
    task: 'revoke-key',
    address: '/api-keys',
    outcome: 'ended',
    lang: 'ar',
    given: { key },
  },
  { file: 'undo-menu', task: 'revoke-key', address: '/api-keys', outcome: 'ended', given: { key } },
  {
    file: 'cap-slider',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
  },
  {
    file: 'yosan-rows',
    task: 'limit-spending',
    address: '/settings/organization/limits',
    outcome: 'changed',
    lang: 'ja',
  },
  {
    file: 'arbre-droits',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    lang: 'fr',
    given: { permissions: 'restricted' },
  },
  {
    file: 'pill-scopes',
    task: 'restrict-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { permissions: 'restricted' },
  },
  {
    file: 'method-accordion',
    task: 'set-up-billing',
    address: '/settings/organization/billing/overview',
    outcome: 'changed',
  },
  {
    file: 'carbon-owner',
    task: 'service-account-key',
    address: '/api-keys',
    outcome: 'key-in-sight',
    given: { owner: 'service' },
  },
  {
    file: 'plus-menu-project',
    task: 'create-project',
    address: '/settings/organization/projects',
    outcome: 'changed',
  },
  { file: 'retire-steps', task: 'rotate-key', address: '/api-keys', outcome: 'ended', given: { key } },
]

export const handMade = (): Layout[] =>
  pages.map(page => {
    const { file, task, address, paths = [], outcome, lang = 'en' } = page
    return {
      id: `made-${file}-${task}`,
      task,
      describe: `${task}; language: ${lang}; ${file}`,
      address,
      paths: [address, ...paths],
      alsoOpen: [],
      given: {
        name: 'Learning-MyLaptop-v1',
        project: 'Default project',
        amount: 5,
        permissions: 'all',
        owner: 'you',
        ...page.given,
      },
      outcome,
      render: () => render(file, lang, task),
    }
  })

/** Kit and page share one scope. */
const read = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .replace(/^import \{[^}]*\} from '\.\.\/kit\.js'$/gm, '')
    .replace(/^export /gm, '')

const render = (file: string, lang: string, task: string) => `<!doctype html>
<html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Console</title>
<style>${read('look.css')}</style></head>
<body><script>window.__subject = ${JSON.stringify({ name: key.name, lastFour: key.lastFour, trackingId: key.trackingId, created: key.created })};window.__task = ${JSON.stringify(task)};(() => {
${read('kit.js')}
${read(`pages/${file}.js`)}
})()</script></body></html>
`
