// @vitest-environment happy-dom
/** The page of costs reads by itself: as it opens, and whenever a choice changes, so that choice and table always agree. */
import { beforeEach, expect, test } from 'vitest'
import UsagePage from '../../../src/features/usage/screen/usage-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'
import { makeSecret } from '../../practice/secrets.ts'

await followItems(['rows', 'checks'])

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

test.each([-40, 40])(
  'days are the platform’s though this computer’s clock is %d hours ahead',
  async hours => {
    const firstAsked = () => {
      const sent = worker.sent.map(({ payload }) => (payload as { path?: string }).path ?? '')
      const path = sent.find(one => one.startsWith('/organization/costs')) ?? ''
      return Number(new URLSearchParams(path.split('?')[1]).get('start_time')) * 1000
    }
    const ahead = hours * 3_600_000
    await session.set({ checks: { running: [], waiting: 0, clockAhead: ahead } })
    const expected = () => Math.floor((Date.now() - ahead) / 86_400_000 - 59) * 86_400_000
    const before = expected()
    await show(<UsagePage rest={[]} />)
    await until(() => expect(document.body.textContent).toContain('Nothing was spent in these 30 days.'))
    expect([before, expected()]).toContain(firstAsked())
    await session.remove('checks')
  },
)

test('what is chosen while an answer is awaited is read after it, the last choice only', async () => {
  const waiting: (() => void)[] = []
  worker.answer = name =>
    name === 'screen.admin' ? new Promise(resolve => waiting.push(() => resolve(empty))) : empty
  await show(<UsagePage rest={[]} />)
  await until(() => expect(waiting).toHaveLength(1))
  await choose(by, 'key')
  await choose(by, 'item')
  expect(groups()).toEqual(['project_id'])
  worker.answer = () => empty
  await settled(() => waiting[0]?.())
  await until(() => expect(groups()).toEqual(['project_id', 'line_item']))
})

test('another admin key is chosen: no figure, limit or account of the one before stands there until its own are read', async () => {
  const admin = (id: string) => ({
    id,
    provider: 'openai',
    kind: 'admin',
    label: `Costs ${id}`,
    createdAt: 1,
  })
  await session.set({ rows: [admin('a'), admin('b')] })
  await show(<UsagePage rest={[]} />)
  const text = () => document.body.textContent
  await until(() => expect(text()).toContain('Nothing was spent in these 30 days.'))
  expect(text()).toContain('Limits and alerts')
  let answer = () => {}
  worker.answer = () => new Promise(resolve => (answer = () => resolve(empty)))
  await choose(0, 'b')
  expect(text()).not.toContain('Nothing was spent')
  expect(text()).not.toContain('Limits and alerts')
  expect(text()).toContain('Asks OpenAI with “Costs b”.')
  worker.answer = () => empty
  await settled(() => answer())
  await until(() => expect(text()).toContain('Nothing was spent in these 30 days.'))
  expect(text()).toContain('Limits and alerts')
})

const day = new Date().toISOString().slice(0, 10)
const kept = (dollars: number) => ({
  days: [day],
  costs: [{ day, dollars, of: 'proj_a' }],
  before: [],
  usage: [],
  names: { proj_a: 'Shop' },
  limit: null,
  at: Date.now() - 3_600_000,
})
const withKept = (json: string) => ({
  ok: true,
  entries: [{ kind: 'figures', name: 'project', at: 1, json }],
})

test('the figures of the last time stand there with their time until the new ones are read, which are kept', async () => {
  let answer: (value: unknown) => void = () => undefined
  worker.answer = name =>
    name === 'screen.history'
      ? withKept(JSON.stringify(kept(4.5)))
      : name === 'screen.admin'
        ? new Promise(resolve => {
            answer = resolve
          })
        : { ok: true }
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('Reading new figures…'))
  expect(document.body.textContent).toContain('$4.50')
  expect(document.body.textContent).toMatch(/As of \w/)
  worker.answer = (_, payload) =>
    'path' in (payload as object) && String((payload as { path: string }).path).includes('/costs')
      ? asDays(['proj_a', 9])
      : empty
  await settled(() => answer(asDays(['proj_a', 9])))
  await until(() => expect(document.body.textContent).toContain('$9.00'))
  expect(document.body.textContent).not.toContain('Reading new figures…')
  const sent = worker.sent.find(({ name }) => name === 'screen.keepFigures')?.payload
  expect(sent).toMatchObject({ id: 'a', name: 'project' })
})

test.each([
  ['is no report', '{"days":[]}'],
  ['is no JSON', 'figures'],
])('what was kept and %s is not shown', async (_, json) => {
  worker.answer = name =>
    name === 'screen.history' ? withKept(json) : { ok: false, code: 'offline', message: 'No network.' }
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('No network.'))
  expect(document.body.textContent).not.toContain('As of')
})

test('figures that could not be read anew say so, and the older ones stay', async () => {
  worker.answer = name =>
    name === 'screen.history'
      ? withKept(JSON.stringify(kept(4.5)))
      : { ok: false, code: 'offline', message: 'No network.' }
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('New figures could not be read.'))
  expect(document.body.textContent).toContain('$4.50')
})

test('a refusal is said once, and nothing is asked again by itself', async () => {
  worker.answer = () => ({ ok: false, code: 'invalid_key', message: 'The key is rejected.' })
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('The key is rejected.'))
  await settled()
  expect(groups()).toHaveLength(1)
})

const asDays = (...parts: [of: string, dollars: number][]) => ({
  ok: true,
  status: 200,
  body: JSON.stringify({
    data: [
      {
        start_time: Math.floor(Date.now() / 86_400_000) * 86_400,
        results: parts.map(([project_id, value]) => ({ amount: { value }, project_id })),
      },
    ],
    has_more: false,
  }),
})
const namesShown = () =>
  [...document.querySelectorAll('tbody th .usage-name > span')].map(one => one.textContent)

test('the table is sorted by the column that is pressed, and says so; the file has the names', async () => {
  const paths: string[] = []
  worker.answer = (_, payload) => {
    const { path } = payload as { path: string }
    paths.push(path)
    if (path.includes('/costs')) return asDays(['proj_a', 1], ['proj_b', 3])
    if (path.includes('/projects'))
      return { ok: true, status: 200, body: JSON.stringify({ data: [{ id: 'proj_a', name: 'Shop' }] }) }
    return empty
  }
  await show(<UsagePage rest={[]} />)
  await until(() => expect(namesShown()).toEqual(['proj_b', 'Shop']))
  expect(document.querySelector('th[aria-sort]')?.textContent).toBe('Cost')
  await settled(() => button('Project').click())
  expect(namesShown()).toEqual(['proj_b', 'Shop'])
  expect(document.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('ascending')
  await settled(() => button('Project').click())
  expect(document.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('descending')
  expect(namesShown()).toEqual(['Shop', 'proj_b'])

  const saved: { name: string; text: Promise<string> }[] = []
  let blob = new Blob()
  URL.createObjectURL = one => {
    blob = one as Blob
    return 'blob:costs'
  }
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, text: blob.text() })
  }
  await settled(() => document.querySelector<HTMLElement>('[data-keyway="save-costs"]')?.click())
  expect(saved[0]?.name).toMatch(/^openai-costs-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/)
  const text = (await saved[0]?.text) ?? ''
  expect(text).toContain(',Shop,proj_a,1,')
  expect(text).toContain(',proj_b,proj_b,3,')
})

test('of 10,000 parts a hundred are drawn; a search finds each, and the file has what it had', {
  tags: 'slow',
}, async () => {
  const parts = Array.from({ length: 10_000 }, (_, index): [string, number] => [`proj_${index}`, index + 1])
  worker.answer = (_, payload) =>
    String((payload as { path?: string }).path).includes('/costs') ? asDays(...parts) : empty
  await show(<UsagePage rest={[]} />)
  await until(() => expect(namesShown()).toHaveLength(100))
  expect(namesShown()[0]).toBe('proj_9999')
  await type(document.querySelector('.usage-search input') as HTMLInputElement, 'PROJ_77')
  expect(document.body.textContent).toContain('111 of 10,000 lines')
  await settled(() => button('Show more').click())
  expect(namesShown()).toHaveLength(111)
  expect(namesShown().at(-1)).toBe('proj_77')
  await type(document.querySelector('.usage-search input') as HTMLInputElement, 'nothing like it')
  expect(document.body.textContent).toContain('No line matches.')
})

test('without an admin key: three steps, a sample that says it is one, and a field for the key', async () => {
  await session.set({ rows: [] })
  await show(<UsagePage rest={[]} />)
  expect(document.querySelectorAll('ol li')).toHaveLength(3)
  const sample = document.querySelector('[data-keyway="sample"]')
  expect(sample?.textContent).toContain('A sample, not your figures')
  expect(sample?.querySelector('[inert]')).not.toBeNull()
  expect(document.querySelector('textarea')).not.toBeNull()
  expect(groups()).toEqual([])
})

test('a key that is no admin key is kept, and that it does not help here is said', {
  tags: 'slow',
}, async () => {
  await session.set({ rows: [] })
  await show(<UsagePage rest={[]} />)
  worker.answer = name => (name === 'screen.paste' ? { ok: true, id: 'k9' } : empty)
  const field = document.querySelector('textarea')
  await settled(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
      field,
      makeSecret('project'),
    )
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await until(() => expect(button('Save to the vault').getAttribute('aria-disabled')).toBe('false'))
  await settled(() => field?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  await settled(() =>
    session.set({ rows: [{ id: 'k9', provider: 'openai', kind: 'project', label: 'Bot', createdAt: 1 }] }),
  )
  await until(() =>
    expect(document.body.textContent).toContain('“Bot” is in your vault now. It is not an admin key'),
  )
  expect(document.querySelector('textarea')?.value).toBe('')
})

/** Thirty days of a dollar, the 20th of them dearer by what these cost. */
const withJump = (more: { project_id: string; api_key_id: string | null; dollars: number }[]) => {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400
  const results = (index: number) =>
    [{ project_id: 'proj_a', api_key_id: 'key_a', dollars: 1 }, ...(index === 20 ? more : [])].map(
      ({ dollars, ...of }) => ({ ...of, amount: { value: dollars } }),
    )
  const data = Array.from({ length: 30 }, (_, index) => ({
    start_time: today - (29 - index) * 86_400,
    results: results(index),
  }))
  return { ok: true, status: 200, body: JSON.stringify({ data, has_more: false }) }
}
const answering =
  (costs: unknown, byKey = costs) =>
  (_: string, payload: unknown) => {
    const { path = '' } = payload as { path?: string }
    if (path.includes('/projects'))
      return { ok: true, status: 200, body: JSON.stringify({ data: [{ id: 'proj_a', name: 'Shop' }] }) }
    if (!path.includes('/costs')) return empty
    return path.includes('project_id') && path.includes('api_key_id') ? byKey : costs
  }

test.each([
  [
    'a key of the vault, with a way to it',
    [{ project_id: 'proj_a', api_key_id: 'key_b', dollars: 40 }],
    'The key “My bot” cost $40.00 of it.',
    '#keys/mine',
  ],
  [
    'a key of the organization',
    [{ project_id: 'proj_a', api_key_id: 'key_c', dollars: 40 }],
    'The key “Nightly” cost $40.00 of it.',
    '#organization/key_c',
  ],
  [
    'a project, where no one key explains it',
    [
      { project_id: 'proj_a', api_key_id: 'key_b', dollars: 20 },
      { project_id: 'proj_a', api_key_id: null, dollars: 20 },
    ],
    'The project “Shop” cost $41.00 of it.',
    undefined,
  ],
  [
    'nobody, where the figures name nobody',
    [
      { project_id: 'proj_a', api_key_id: 'key_b', dollars: 20 },
      { project_id: 'proj_b', api_key_id: 'key_d', dollars: 20 },
    ],
    undefined,
    undefined,
  ],
])('a day that jumped names %s', async (_, more, said, way) => {
  const admin = { id: 'a', provider: 'openai', kind: 'admin', label: 'Costs only', createdAt: 1 }
  const mine = { id: 'mine', provider: 'openai', label: 'My bot', createdAt: 1, trackingId: 'key_b' }
  await session.set({ rows: [admin, mine] })
  const organization = JSON.stringify({ version: 1, projects: [], keys: [{ id: 'key_c', name: 'Nightly' }] })
  const answer = answering(withJump(more))
  worker.answer = (name, payload) =>
    name === 'screen.readSealed' ? { ok: true, text: organization } : answer(name, payload)
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('a day was usual'))
  const words = document.body.textContent
  if (said) expect(words).toContain(said)
  else expect(words).not.toMatch(/cost \$[\d.]+ of it/)
  expect(document.querySelector('.notice strong a')?.getAttribute('href')).toBe(way)
})

test('a day that jumped names nobody when only half of what is asked for that is answered', {
  tags: 'slow',
}, async () => {
  const cut = { ok: false, code: 'network', message: 'No network.' }
  worker.answer = answering(
    withJump([{ project_id: 'proj_a', api_key_id: 'key_b', dollars: 40 }]),
    cut as never,
  )
  await show(<UsagePage rest={[]} />)
  await until(() => expect(document.body.textContent).toContain('a day was usual'))
  expect(document.body.textContent).not.toMatch(/cost \$[\d.]+ of it/)
})
