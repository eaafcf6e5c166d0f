// @vitest-environment happy-dom
/** The end of a guide about a key leads on; what was not verified stands in sight, whatever is folded. */
import { beforeEach, expect, test } from 'vitest'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { Receipt } from '../../../src/features/guide/screen/end/receipt.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session } from '../../fake-browser.ts'
import { button, show } from '../../in-dom.ts'

await followItems(['rows', 'tourClaims'])

const lines = [
  { label: 'Not verified', text: 'Keyway did not see “Close”.' },
  { label: 'Made', text: 'Key “Bot”.' },
]
const viewOf = (state: 'done' | 'unverified') =>
  ({ steps: [{ id: 'a', title: 'Close', state }] }) as unknown as TourView
const at = Date.now()
const row = { id: 'k1', provider: 'openai', label: 'Bot', createdAt: at }
const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at }
const folded = () => [...document.querySelectorAll('details dt')].map(one => one.textContent)
const inSight = () =>
  [...document.querySelectorAll('dt')].filter(one => !one.closest('details')).map(one => one.textContent)

beforeEach(() => session.set({ tourClaims: { madeId: 'k1' }, rows: [{ ...row, verdict }] }))

test('a key that works: try it, or add it to a project; the facts are folded', async () => {
  await show(<Receipt view={viewOf('done')} lines={lines} />)
  expect(document.body.textContent).toContain('Your key works.')
  expect(button('Try it now').className).toContain('main')
  button('Add to a project')
  expect(folded()).toEqual(['Not verified', 'Made'])
  expect(inSight()).toEqual([])
})

test('what was not verified is never folded', async () => {
  await show(<Receipt view={viewOf('unverified')} lines={lines} />)
  expect(inSight()).toEqual(['Not verified'])
  expect(folded()).toEqual(['Made'])
})

test.each([
  ['no key of the guide is known', { tourClaims: {} }],
  ['its key was not tested', { rows: [row] }],
  ['its key is rejected', { rows: [{ ...row, verdict: { ...verdict, key: 'rejected', use: 'unknown' } }] }],
])('%s: nothing leads on, and every line is in sight', async (_, items) => {
  await session.set(items)
  await show(<Receipt view={viewOf('done')} lines={lines} />)
  expect(() => button('Try it now')).toThrow()
  expect(inSight()).toEqual(['Not verified', 'Made'])
})

test('a key that is accepted and cannot spend leads on without the claim that it works', async () => {
  await session.set({ rows: [{ ...row, verdict: { ...verdict, use: 'blocked', cause: 'no_credit' } }] })
  await show(<Receipt view={viewOf('done')} lines={lines} />)
  expect(document.body.textContent).not.toContain('Your key works.')
  button('Add to a project')
})
