// @vitest-environment happy-dom
/** Limits of an organization: what is set is said, what a press would do stands on its button, and only that is sent. */
import { beforeEach, expect, test } from 'vitest'
import { AdminLimits } from '../../../src/features/usage/screen/limits.tsx'
import { worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

const text = () => document.body.textContent ?? ''
const json = (status: number, body: unknown) => ({ ok: true, status, body: JSON.stringify(body) })
const changes = () =>
  worker.sent
    .map(({ payload }) => payload as { method: string; path: string; body?: string })
    .filter(({ method }) => method !== 'GET')
const fields = () => [...document.querySelectorAll('input')]

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = (_, payload) => {
    const { path, method } = payload as { path: string; method: string }
    if (method !== 'GET') return json(200, {})
    if (path.endsWith('/spend_limit'))
      return json(200, { threshold_amount: 12_000, enforcement: { status: 'inactive' } })
    if (path.endsWith('/spend_alerts'))
      return json(200, {
        data: [
          { id: 'al_1', threshold_amount: 5000, notification_channel: { recipients: ['a@example.com'] } },
        ],
      })
    return json(200, { data: [{ id: 'proj_a', name: 'Shop' }] })
  }
  await show(
    <AdminLimits
      admin={{ id: 'a', provider: 'openai', kind: 'admin', label: 'Costs', lastFour: 'x', createdAt: 1 }}
    />,
  )
  await settled(() => button('Read the limits').click())
  await until(() => expect(text()).toContain('$120.00 a month, but not enforced: it stops nothing.'))
})

test('the button says what it would do, in words, and nothing is sent before', async () => {
  expect(text()).toContain('A mail to a@example.com at $50.00')
  const [amount] = fields()
  if (!amount) throw new Error('no field')
  await type(amount, 'twenty')
  expect(button('Set the hard limit').getAttribute('aria-disabled')).toBe('true')
  await type(amount, '20')
  expect(changes()).toEqual([])
  await settled(() =>
    button('Set a hard limit of $20.00 a month').form?.dispatchEvent(
      new Event('submit', { bubbles: true, cancelable: true }),
    ),
  )
  expect(changes()).toMatchObject([{ method: 'POST', path: '/organization/spend_limit' }])
  expect(JSON.parse(changes()[0]?.body ?? '')).toMatchObject({ threshold_amount: 2000, currency: 'USD' })
})

test('an alert is removed by a second press, after what that does; a project has limits of its own', async () => {
  await settled(() => button('Remove this alert').click())
  expect(changes()).toEqual([])
  expect(text()).toContain('OpenAI then sends no mail at $50.00.')
  await settled(() => button('Yes, remove the alert').click())
  expect(changes()).toMatchObject([{ method: 'DELETE', path: '/organization/spend_alerts/al_1' }])
  const select = document.querySelector('select')
  if (!select) throw new Error('no choice')
  await settled(() => {
    select.value = 'proj_a'
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await until(() =>
    expect(worker.sent.map(({ payload }) => (payload as { path: string }).path)).toContain(
      '/organization/projects/proj_a/spend_limit',
    ),
  )
})

test('one press does not remove a limit: what is lost is said first, and the press can be taken back', async () => {
  await settled(() => button('Remove the limit').click())
  expect(text()).toContain('OpenAI then forgets the limit of $120.00 a month.')
  await settled(() => button('Remove the limit').click())
  expect(text()).not.toContain('OpenAI then forgets')
  expect(changes()).toEqual([])
  await settled(() => button('Remove the limit').click())
  await settled(() => button('Yes, remove the limit').click())
  expect(changes()).toMatchObject([{ method: 'DELETE', path: '/organization/spend_limit' }])
})

test('a refusal is said, and the form stays', async () => {
  worker.answer = () => ({ ok: false, code: 'invalid_key', message: 'The key is rejected.' })
  await settled(() => button('Remove the limit').click())
  await settled(() => button('Yes, remove the limit').click())
  await until(() => expect(text()).toContain('The key is rejected.'))
  expect(fields().length).toBeGreaterThan(0)
})
