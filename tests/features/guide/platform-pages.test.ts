/** Which page an address is: old addresses count, and look-alikes are no page at all. */
import { expect, test } from 'vitest'
import { linkTo, pageOf } from '../../../src/features/guide/core/platform-pages.ts'

test.each([
  ['/api-keys', 'api-keys'],
  ['/api-keys/', 'api-keys'],
  ['/account/api-keys', 'api-keys'],
  ['/settings/organization/api-keys', 'api-keys'],
  ['/organization/api-keys', 'api-keys'],
  ['/settings/proj_abc123/api-keys', 'api-keys'],
  ['/settings/profile/api-keys', 'api-keys'],
  ['/settings/profile?tab=api-keys', 'profile'],
  ['/settings/organization/admin-keys', 'admin-keys'],
  ['/organization/admin-keys', 'admin-keys'],
  ['/account/billing', 'billing'],
  ['/account/billing/overview', 'billing'],
  ['/settings/organization/billing/overview', 'billing'],
  ['/settings/organization/billing/credit-grants', 'credit-grants'],
  ['/settings/organization/billing/payment-methods', 'payment-methods'],
  ['/settings/organization/limits', 'limits'],
  ['/account/rate-limits', 'limits'],
  ['/settings/proj_abc/limits', 'project-limits'],
  ['/settings/organization/team', 'people'],
  ['/settings/organization/members', 'people'],
  ['/usage/scale-tier', 'usage'],
  ['/settings/organization/usage', 'usage'],
  ['/welcome?step=create', 'welcome'],
  ['/login', 'sign-in'],
  ['/', 'home'],
  ['/home', 'home'],
  ['/something-new', 'other'],
])('%s is %s', (path, family) => {
  expect(pageOf(`https://platform.openai.com${path}`)).toBe(family)
})

test.each([
  'https://auth.openai.com/log-in',
  'http://platform.openai.com/api-keys',
  'https://platform.openai.com.account-verify.dev/api-keys',
  'https://evil.example/https://platform.openai.com/api-keys',
  'https://platform.openai.com:8443/api-keys',
  'not an address',
])('%s is elsewhere', url => {
  expect(pageOf(url)).toBe('elsewhere')
})

test('a link leads to today’s address', () => {
  expect(linkTo('api-keys')).toEqual({ url: 'https://platform.openai.com/api-keys', label: 'API keys' })
  expect(linkTo('project-limits')).toBeUndefined()
})
