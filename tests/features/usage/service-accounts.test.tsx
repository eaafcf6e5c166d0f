// @vitest-environment happy-dom
/** Service accounts: a replacement is made before the old one can be forgotten. */
import { beforeEach, expect, test } from 'vitest'
import { ServiceAccounts } from '../../../src/features/usage/screen/service-accounts.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

const admin: KeyRow = {
  id: 'a',
  provider: 'openai',
  kind: 'admin',
  label: 'Owner',
  lastFour: 'zzzz',
  createdAt: 1,
}
type Asked = { method: string; path: string; body?: string }
const asked = () => worker.sent.map(({ payload }) => payload as Asked)
const text = () => document.body.textContent ?? ''
const press = (name: string | RegExp) => settled(() => button(name).click())
const accounts = ['ci-runner']

await followItems(['rows'])

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = (_, payload) => {
    const { method, path } = payload as Asked
    const body = (data: unknown) => ({ ok: true, status: 200, body: JSON.stringify(data) })
    if (path.startsWith('/organization/projects?')) return body({ data: [{ id: 'proj_a', name: 'Shop' }] })
    if (method === 'GET') return body({ data: accounts.map(name => ({ id: `svc_${name}`, name })) })
    return body({ kept: 'k9' })
  }
  await show(<ServiceAccounts admin={admin} />)
  await press('List the service accounts')
})

test('a key that only waits is not said to be in the vault', async () => {
  await settled(() => session.set({ rows: [admin] }))
  await press('Make a replacement')
  await until(() => expect(text()).toContain('is made. Its key is not in your vault yet'))
  expect(text()).not.toContain('its key is in your vault')
  expect(document.querySelector('a[href^="#keys"]')).toBeNull()
  await settled(() => session.set({ rows: [admin, { ...admin, id: 'k9' }] }))
  await until(() => expect(text()).toContain('its key is in your vault'))
})

test('a replacement is made, and where its key lies is said', async () => {
  await settled(() => session.set({ rows: [admin, { ...admin, id: 'k9' }] }))
  await press('Make a replacement')
  const made = asked().find(({ method }) => method === 'POST')
  expect(made?.body).toMatch(/"ci-runner-\d{4}-\d\d-\d\d"/)
  await until(() =>
    expect(text()).toContain('is made, and its key is in your vault. The old one still works.'),
  )
  expect(document.querySelector('a[href^="#keys"]')?.getAttribute('href')).toBe('#keys/k9/project')
  expect([...document.querySelectorAll('button')].some(one => one.textContent === 'Make a replacement')).toBe(
    false,
  )
})

test('an account is deleted where its last model call stands, and not from here', async () => {
  const link = [...document.querySelectorAll('a')].find(one => one.textContent === 'Delete this account…')
  expect(link?.getAttribute('href')).toBe('#organization/svc_ci-runner')
  expect(asked().some(({ method }) => method === 'DELETE')).toBe(false)
})

test('a refusal is said, and nothing is called made', async () => {
  worker.answer = () => ({ ok: false, code: 'missing_scope', message: 'The right is missing.' })
  await press('Make a replacement')
  expect(text()).toContain('The right is missing.')
  expect(text()).not.toContain('is made')
})
