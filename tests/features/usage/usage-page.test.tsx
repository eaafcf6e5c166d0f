// @vitest-environment happy-dom
/** The page of costs reads by itself: as it opens, and whenever a choice changes, so that choice and table always agree. */
import { beforeEach, expect, test } from 'vitest'
import UsagePage from '../../../src/features/usage/screen/usage-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

await followItems(['rows'])

const empty = { ok: true, status: 200, body: JSON.stringify({ data: [], has_more: false }) }
const groups = () =>
  worker.sent.flatMap(({ payload }) => {
    const { path = '' } = payload as { path?: string }
    return path.startsWith('/organization/costs') ? new URLSearchParams(path).get('group_by[]') : []
  })
const choose = (index: number, value: string) =>
  settled(() => {
    const field = document.querySelectorAll('select')[index]
    if (!field) throw new Error('no such choice')
    field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
const [time, by] = [0, 1]

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => empty
  const admin = { id: 'a', provider: 'openai', kind: 'admin', label: 'Costs only', createdAt: 1 }
  await session.set({ rows: [admin] })
})

test('opens with the figures, and reads anew when another grouping is chosen', async () => {
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('Nothing was spent in these 30 days.'))
  expect(groups()).toEqual(['project_id'])
  await choose(by, 'key')
  await until(() => expect(groups()).toEqual(['project_id', 'api_key_id']))
  await choose(time, '7')
  await until(() => expect(document.body.textContent).toContain('Nothing was spent in these 7 days.'))
  await settled(() =>
    button('Refresh').form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
  await until(() => expect(groups()).toHaveLength(4))
})

test('what is chosen while an answer is awaited is read after it, the last choice only', async () => {
  const waiting: (() => void)[] = []
  worker.answer = () => new Promise(resolve => waiting.push(() => resolve(empty)))
  await show(<UsagePage rest={[]} />)
  await until(() => expect(waiting).toHaveLength(1))
  await choose(by, 'key')
  await choose(by, 'item')
  expect(groups()).toEqual(['project_id'])
  worker.answer = () => empty
  await settled(() => waiting[0]?.())
  await until(() => expect(groups()).toEqual(['project_id', 'line_item']))
})

test('a refusal is said once, and nothing is asked again by itself', async () => {
  worker.answer = () => ({ ok: false, code: 'invalid_key', message: 'The key is rejected.' })
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('The key is rejected.'))
  await settled()
  expect(groups()).toHaveLength(1)
})
