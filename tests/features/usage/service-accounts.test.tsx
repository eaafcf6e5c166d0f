// @vitest-environment happy-dom
/** Service accounts: a replacement is made before the old one can be forgotten. */
import { beforeEach, describe, expect, test } from 'vitest'
import { ServiceAccounts } from '../../../src/features/usage/screen/service-accounts.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

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

describe('with 300 projects', () => {
  const body = (data: unknown) => ({ ok: true, status: 200, body: JSON.stringify(data) })
  const projects = Array.from({ length: 300 }, (_, index) => ({
    id: `proj_${index}`,
    name: `Project ${index}`,
    status: index % 50 === 49 ? 'archived' : 'active',
  }))
  /** Pages of a hundred, as the platform tells them; the last entry of one stands on the next again. */
  const pageOf = <T extends { id: string }>(all: T[], path: string) => {
    const after = new URLSearchParams(path.split('?')[1]).get('after')
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after)
    const data = all.slice(from, from + 100)
    return body({ data, last_id: data.at(-1)?.id, has_more: from + 100 < all.length })
  }
  const options = () => [...document.querySelectorAll('option')].map(one => one.textContent)
  const open = async (fails: (path: string) => boolean = () => false) => {
    worker.answer = (_, payload) => {
      const { path } = payload as Asked
      if (fails(path)) return { ok: false, code: 'provider_trouble', message: 'The server had an error.' }
      if (path.startsWith('/organization/projects?')) return pageOf(projects, path)
      const of = path.split('/')[3]
      return pageOf(
        Array.from({ length: 130 }, (_, index) => ({ id: `svc_${of}_${index}`, name: `bot ${index}` })),
        path,
      )
    }
    await show(<ServiceAccounts key={Math.random()} admin={admin} />)
    await press('List the service accounts')
  }

  test('all that are not archived are there, each once, and all accounts of one', {
    tags: 'slow',
  }, async () => {
    await open()
    expect(options()).toHaveLength(294)
    expect(new Set(options()).size).toBe(294)
    await until(() => expect(document.querySelectorAll('[data-account]')).toHaveLength(130))
  })

  test('a search leaves those that it names, and the one that is chosen', { tags: 'slow' }, async () => {
    await open()
    await type(document.querySelector('input[type="search"]') as HTMLInputElement, 'project 27')
    expect(options()).toEqual([
      'Project 0',
      ...['27', ...Array.from({ length: 10 }, (_, n) => `27${n}`)].map(n => `Project ${n}`),
    ])
    expect(text()).toContain('11 of 294 projects')
  })

  test('a page that fails leaves those before it, and is said', { tags: 'slow' }, async () => {
    await open(path => path.includes('after=proj_198'))
    expect(options().length).toBeGreaterThan(150)
    expect(text()).toContain('The server had an error.')
  })
})
