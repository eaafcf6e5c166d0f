// @vitest-environment happy-dom
/** What had the focus is taken away: the keyboard goes on from the nearest part that is left, and presses nothing there. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Undo } from '../../src/features/keys/screen/undo.tsx'
import { keepFocus } from '../../src/ui/focus/keep-focus.ts'
import { show, until } from '../in-dom.ts'

let over = new AbortController()
beforeEach(() => {
  over = new AbortController()
  document.hasFocus = () => true
  keepFocus(over.signal)
})
afterEach(() => {
  over.abort()
  vi.useRealTimers()
})

const page = `
  <main><h1 tabindex="-1">Bot</h1>
    <section><h2>Status</h2><button id="test">Test</button></section>
    <section id="details"><div><h2>Details</h2><button id="edit">Edit</button></div>
      <form id="form"><fieldset id="set"><input id="name"><button id="save">Save</button></fieldset></form></section>
    <div id="bare"><button id="alone">Alone</button></div>
  </main>`

/** Which has the focus, which part is taken away, and what has the focus then. */
const cases: [has: string, goes: string, then: string][] = [
  ['name', 'name', 'Details'],
  ['name', 'set', 'Details'],
  ['save', 'form', 'Details'],
  ['save', 'details', 'Bot'],
  ['alone', 'alone', 'Bot'],
  ['alone', 'bare', 'Bot'],
  ['test', 'test', 'Status'],
  ['edit', 'edit', 'Details'],
]

test.each(cases)('“%s” has it and “%s” goes: “%s”', async (has, goes, then) => {
  document.body.innerHTML = page
  document.getElementById(has)?.focus()
  document.getElementById(goes)?.remove()
  await until(() => expect(document.activeElement?.textContent).toBe(then))
  expect(document.activeElement?.localName).toMatch(/^h[12]$/)
})

test('who takes it meanwhile keeps it, and who pressed beside everything is left there', async () => {
  vi.useFakeTimers()
  document.body.innerHTML = page
  const edit = document.getElementById('edit')
  document.getElementById('save')?.focus()
  document.getElementById('form')?.remove()
  edit?.focus()
  await vi.advanceTimersByTimeAsync(1000)
  expect(document.activeElement).toBe(edit)
  edit?.blur()
  document.getElementById('bare')?.remove()
  await vi.advanceTimersByTimeAsync(1000)
  expect(document.activeElement).toBe(document.body)
})

test('the seconds in which a deletion can be undone are not read out one by one', async () => {
  await show(<Undo removed={{ ids: ['k'], label: 'Bot', until: Date.now() + 30_000 }} onOver={() => {}} />)
  expect(document.querySelector('[role="status"]')?.textContent).toBe(
    '“Bot” was deleted from the vault, not revoked.',
  )
  expect(document.querySelector('button [aria-hidden="true"]')?.textContent).toMatch(/^\d+ s$/)
})
