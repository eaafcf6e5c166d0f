// @vitest-environment happy-dom
/** Service accounts: a replacement is made before the old one can be forgotten, and an account goes only after its own question. */
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
let accounts = ['ci-runner']

await followItems(['rows'])

beforeEach(async () => {
  accounts = ['ci-runner']
  worker.sent.length = 0
  worker.answer = (_, payload) => {
    const { method, path } = payload as Asked
    const body = (data: unknown) => ({ ok: true, status: 200, body: JSON.stringify(data) })
    if (path.startsWith('/organization/projects?')) return body({ data: [{ id: 'proj_a', name: 'Shop' }] })
    if (method === 'GET') return body({ data: accounts.map(name => ({ id: `svc_${name}`, name })) })
    if (method === 'POST') return body({ kept: 'k9' })
    accounts = []
    return body({ deleted: true })
  }
  await show(<ServiceAccounts admin={admin} />)
  await press('List the service accounts')
})

test('a key that only waits is not said to be in the vault', async () => {
  await settled(() => session.set({ rows: [admin] }))
  await press('Make a replacement')
  await until(() => expect(text()).toContain('is made. Its key is not in your vault yet'))
  expect(text()).not.toContain('its key is in your vault')
  expect(document.querySelector('a')).toBeNull()
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
  expect(document.querySelector('a')?.getAttribute('href')).toBe('#keys/k9/project')
  expect([...document.querySelectorAll('button')].some(one => one.textContent === 'Make a replacement')).toBe(
    false,
  )
})

test('an account is deleted only by the second press, and the list is read anew', async () => {
  await press('Delete this account…')
  expect(asked().some(({ method }) => method === 'DELETE')).toBe(false)
  expect(text()).toContain('You cannot undo this.')
  await press('Cancel')
  expect(text()).not.toContain('You cannot undo this.')
  await press('Delete this account…')
  await press('Delete “ci-runner” and its keys')
  expect(asked().filter(({ method }) => method === 'DELETE')).toHaveLength(1)
  await until(() => expect(text()).toContain('This project has no service account.'))
})

test('a refusal is said, and nothing is called made', async () => {
  worker.answer = () => ({ ok: false, code: 'missing_scope', message: 'The right is missing.' })
  await press('Make a replacement')
  expect(text()).toContain('The right is missing.')
  expect(text()).not.toContain('is made')
})
