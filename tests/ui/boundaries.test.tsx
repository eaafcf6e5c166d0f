// @vitest-environment happy-dom
/** A mistake in one part of a screen: that part says what to do, everything beside it stands, typed words included. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Dashboard } from '../../src/entries/dashboard/dashboard.tsx'
import { Panel } from '../../src/entries/panel/panel.tsx'
import { Popup } from '../../src/entries/popup/popup.tsx'
import { Welcome } from '../../src/entries/welcome/welcome.tsx'
import { ErrorBoundary } from '../../src/ui/error-boundary.tsx'
import { partsOf } from '../../src/ui/route.ts'
import { startScreen } from '../../src/ui/start-screen.tsx'
import { followLocalItems, useLocal } from '../../src/ui/use-local.ts'
import { followItems } from '../../src/ui/use-session.ts'
import { local, session, worker } from '../fake-browser.ts'
import { button, caught, settled, show, type, until } from '../in-dom.ts'

const guides = [{ id: 'create-key', title: 'Create an API key', summary: 'A key.', minutes: 5 }]
const unlocked = { status: 'unlocked', inboxCount: 0, slots: [], notices: [] }
/** Nobody wrote these: what is stored is not what it should be. */
const brokenRows = [null]

await followItems(['vault', 'rows', 'pending', 'copy', 'checks', 'tour', 'clipboardNote'])

beforeEach(async () => {
  await show(null)
  vi.stubGlobal('fetch', async () => Response.json(guides))
  location.hash = ''
  await session.set({ vault: unlocked, rows: [], pending: [], tour: null, checks: { running: [] } })
})

function Broken(): never {
  throw new Error('sk-proj-secret')
}

let isBroken = false
function Part() {
  if (isBroken) throw new Error('no')
  return <p>Here again</p>
}

const Shows = () => <p>{JSON.stringify(useLocal('guidesDone') ?? null)}</p>

const text = () => document.body.textContent ?? ''

describe('a screen whose stored list is damaged', () => {
  it('the panel: what was typed beside it stays', { tags: 'slow' }, async () => {
    await show(<Panel />)
    await settled()
    const field = document.querySelector<HTMLInputElement>('input[type=search]')
    if (!field) throw new Error('no search field')
    await type(field, 'key')
    await settled(() => session.set({ rows: brokenRows }))
    expect(text()).toMatch(/this part of the page stopped\./)
    expect(document.querySelector<HTMLInputElement>('input[type=search]')).toBe(field)
    expect(field.value).toBe('key')
    await settled(() => session.set({ rows: [] }))
    for (let failed = 0; failed < 3; failed++)
      if (document.querySelector('[data-keyway=part-failed]'))
        await settled(() => button('Try again').click())
    expect(text()).toContain('Yes, create a key')
    expect(field.value).toBe('key')
  })

  it('the dashboard: the other pages are one press away', { tags: 'slow' }, async () => {
    await session.set({ rows: brokenRows })
    await show(<Dashboard />)
    await until(() => expect(text()).toMatch(/this part of the page stopped\./))
    expect(document.querySelector('nav')).not.toBeNull()
    await settled(() => {
      location.hash = '#settings'
    })
    await until(() => expect(text()).toContain('Lock the vault after'))
    expect(text()).not.toMatch(/stopped working/)
  })

  it('the popup: its frame and its ways out stand', async () => {
    await session.set({ rows: brokenRows })
    await show(<Popup onReady={() => undefined} />)
    await settled()
    expect(text()).toMatch(/this part of the page stopped\./)
    expect(document.querySelector('[aria-label="Open the dashboard"]')).not.toBeNull()
  })

  it('the welcome page: its foot stands', { tags: 'slow' }, async () => {
    await session.set({
      vault: unlocked,
      pending: [{ id: 'k', provider: 'openai', mask: { no: 'text' } }],
    })
    await show(<Welcome />)
    await settled(() => button(/I have keys/).click())
    expect(text()).toMatch(/this part of the page stopped\./)
    expect(text()).toContain('Your vault is ready')
  })
})

it('a screen that fails as a whole says what to do, and reports no text', async () => {
  const reported: Error[] = []
  vi.stubGlobal('reportError', (error: Error) => reported.push(error))
  document.body.innerHTML = '<div id="root"></div>'
  await settled(() => startScreen('Keyway', ['vault'], <Broken />))
  expect(text()).toContain('This page stopped working')
  expect(button('Reload the page')).toBeDefined()
  expect(reported.map(error => `${error.message}${error.stack}`).join()).not.toContain('secret')
  expect(reported).not.toEqual([])
})

it('a part can be tried again', async () => {
  isBroken = true
  await show(
    <ErrorBoundary>
      <Part />
    </ErrorBoundary>,
  )
  isBroken = false
  await settled(() => button('Try again').click())
  expect(text()).toBe('Here again')
  expect(caught).not.toEqual([])
})

describe('an address that anybody may type', () => {
  it.each([
    ['', ['overview']],
    ['#', ['overview']],
    ['#keys/a%20b', ['keys', 'a b']],
    ['#keys/%', ['keys', '%']],
    ['#keys/%E0%A4%A', ['keys', '%E0%A4%A']],
    ['#%/history', ['%', 'history']],
    ['#////', ['overview']],
  ])('%s', (hash, parts) => {
    expect(partsOf(hash)).toEqual(parts)
  })

  it('shows the list, and no blank page', { tags: 'slow' }, async () => {
    location.hash = '#keys/%'
    await show(<Dashboard />)
    await until(() => expect(document.querySelector('h1')?.textContent).toBe('Keys'))
    expect(text()).not.toMatch(/stopped working/)
  })
})

describe('following a stored item', () => {
  it('shows each new value, and ends with what shows it', async () => {
    await local.set({ guidesDone: { a: 1 } })
    await followLocalItems()
    const before = local.listeners.size
    for (let mount = 0; mount < 3; mount++) {
      const { end } = await show(<Shows />)
      await settled()
      expect(text()).toBe('{"a":1}')
      await settled(() => local.set({ guidesDone: { a: 1, b: 2 } }))
      expect(text()).toBe('{"a":1,"b":2}')
      await settled(() => local.remove('guidesDone'))
      expect(text()).toBe('null')
      await settled(() => local.set({ guidesDone: { a: 1 } }))
      await end()
    }
    expect(local.listeners.size).toBe(before)
  })
})

describe('a setting', () => {
  it('that the worker refuses is not shown as made, and says why', { tags: 'slow' }, async () => {
    location.hash = '#settings'
    worker.answer = name =>
      name === 'screen.settings'
        ? { ok: false, code: 'no_answer', message: 'It was not stored.' }
        : { ok: true }
    await show(<Dashboard />)
    await until(() => expect(text()).toContain('Offer a guide'))
    const box = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].at(-1)
    expect(box?.checked).toBe(true)
    await settled(() => box?.click())
    expect(box?.checked).toBe(true)
    expect(text()).toContain('It was not stored.')
    worker.answer = () => ({ ok: true })
  })
})
