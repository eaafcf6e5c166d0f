// @vitest-environment happy-dom
/** A guide's step in the side panel: its words, its questions and its controls, each of which sends what it says. */
import { beforeEach, expect, test, vi } from 'vitest'
import { mayShowKey, TakeKey } from '../../../src/features/capture/screen/take-key.tsx'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { Step } from '../../../src/features/guide/screen/step.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

await followItems(['rows', 'tour', 'pending'])

const view: TourView = {
  guide: 'create-key',
  guideTitle: 'Create an API key',
  step: 'name',
  kind: 'step',
  title: 'Name the key',
  n: 4,
  of: 9,
  where: '4 of 9 · Create an API key',
  words: { do: 'Type a name.', why: 'A year from now the name is all you will see of it.', see: 'the name.' },
  state: 'ready',
  watch: { targets: [], texts: [], dialogs: [], headings: [], key: false },
  button: 'I named it',
  can: { back: true, skip: true, showMe: false },
  steps: [
    { id: 'a', title: 'Open the keys page', state: 'done' },
    { id: 'b', title: 'Name the key', state: 'now' },
  ],
  next: [],
}
const acts = () => worker.sent.filter(({ name }) => name === 'screen.guideAct').map(({ payload }) => payload)

beforeEach(() => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true })
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/miniatures.json'
      ? new Response(
          JSON.stringify({
            scenes: { keys: [['b', 1, 2, 3, 4]] },
            targets: { 'key-name': ['keys', 10, 20, 30, 40] },
            steps: { 'create-key/name': 'key-name' },
          }),
        )
      : new Response('[]'),
  )
})

test.each([
  ['I named it', { act: 'done' }],
  ['Back', { act: 'back' }],
  ['Skip', { act: 'skip' }],
  ['Stop the guide', { act: 'stop' }],
])('“%s” sends just that, and of which step', async (name, act) => {
  await show(<Step view={view} />)
  await settled(() => button(name).click())
  expect(acts()).toEqual([{ ...act, step: view.step }])
})

test('on another page the way to the right one stands out, and says that it leads there', async () => {
  const link = { url: 'https://platform.openai.com/api-keys', label: 'API keys' }
  await show(<Step view={{ ...view, state: 'wrong-page', sentence: 'It is elsewhere.', link }} />)
  expect(button('Go to API keys').className).toContain('main')
  expect(button('I named it').className).not.toContain('main')
  await show(<Step view={{ ...view, link }} />)
  expect(button('Go to API keys').className).not.toContain('main')
})

test('what cannot be done here is not offered', async () => {
  await show(<Step view={{ ...view, can: { back: false, skip: false, showMe: false } }} />)
  for (const name of ['Back', 'Skip', 'Show me on the page']) expect(() => button(name)).toThrow()
})

test('the step’s page is drawn with its target lit, for eyes only', async () => {
  await show(<Step view={view} />)
  await until(() => expect(document.querySelector('.miniature .lit')).not.toBeNull())
  const drawing = document.querySelector('.miniature')
  expect(drawing?.getAttribute('aria-hidden')).toBe('true')
  expect(drawing?.querySelectorAll('rect')).toHaveLength(2)
  await show(<Step view={{ ...view, step: 'elsewhere' }} />)
  await settled()
  expect(document.querySelector('.miniature')).toBeNull()
})

test('a question is answered by its option, and a failure is said', async () => {
  const choice = {
    id: 'for',
    question: 'What is the key for?',
    options: [
      { id: 'app', label: 'An app' },
      { id: 'code', label: 'My code' },
    ],
  }
  await show(<Step view={{ ...view, kind: 'choice', choice }} />)
  worker.answer = () => ({ ok: false, code: 'no_guide', message: 'The guide has ended.' })
  const option = [...document.querySelectorAll<HTMLElement>('label, button')].find(one =>
    one.textContent?.includes('My code'),
  )
  await settled(() => (option?.querySelector('input') ?? option)?.click())
  expect(acts()).toEqual([{ act: 'choose', option: 'code', step: view.step }])
  await until(() => expect(document.body.textContent).toContain('The guide has ended.'))
})

test('the step that asks a program to wait shows it as code when that is opened, and no other step does', async () => {
  await show(<Step view={{ ...view, guide: 'fix-rate-limit', step: 'back-off' }} />)
  const part = [...document.querySelectorAll('details')].find(
    one => one.querySelector('summary')?.textContent === 'Show it as code',
  )
  expect(part?.textContent).toBe('Show it as code')
  await settled(() => {
    part?.setAttribute('open', '')
    part?.dispatchEvent(new Event('toggle'))
  })
  await until(() => expect(part?.textContent).toMatch(/max_retries=5/))
  expect(part?.textContent).not.toMatch(/\bsk-[\w-]{6,}/)
  await show(<Step view={view} />)
  expect(document.body.textContent).not.toContain('Show it as code')
})

test('on the wrong page the way to the right one is the first button', async () => {
  const link = { url: 'https://platform.openai.com/api-keys', label: 'API keys' }
  const first = () => document.querySelector('.step > .cluster:not(.ends) > button')?.textContent
  await show(<Step view={{ ...view, link }} />)
  expect(first()).toBe('I named it')
  await show(<Step view={{ ...view, link, state: 'wrong-page' }} />)
  expect(first()).toBe('Go to API keys')
})

test('a shown key is offered to be taken only while the guide’s page is open', () => {
  const steps = [...view.steps, { id: 'commit', title: 'Keep it', state: 'later' as const }]
  expect(mayShowKey({ ...view, steps })).toBe(true)
  expect(mayShowKey({ ...view, steps, state: 'unknown-page' })).toBe(true)
  expect(mayShowKey({ ...view, steps, state: 'wrong-page' })).toBe(false)
  expect(mayShowKey(view)).toBe(false)
})

test('a key that was taken and waits is not offered to be taken again', async () => {
  const isOffered = () => document.body.textContent?.includes('Take the key shown on the page')
  await session.set({ pending: [] })
  await show(<TakeKey always />)
  expect(isOffered()).toBe(true)
  await settled(() => session.set({ pending: [{ id: 'p', from: 'page' }] }))
  expect(isOffered()).toBe(false)
  await settled(() => session.set({ pending: [{ id: 'p', from: 'paste' }] }))
  expect(isOffered()).toBe(true)
  await session.set({ pending: [] })
})

test('once the guide’s own key is in the vault, seen there, the page is asked for another one', async () => {
  const offer = async (state: 'done' | 'unverified' | 'now' | 'later') => {
    await session.set({
      tour: { ...view, steps: [...view.steps, { id: 'commit', title: 'Keep it', state }] },
    })
    await show(<TakeKey always />)
    return document.body.textContent
  }
  expect(await offer('done')).toBe('Take another key shown on the page')
  for (const state of ['unverified', 'now', 'later'] as const)
    expect(await offer(state)).toBe('Take the key shown on the page')
  await session.set({ tour: null })
})
