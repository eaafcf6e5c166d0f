// @vitest-environment happy-dom
/** The copy button: one press, a question before a key that is rejected, and a proof before it is copied again. */
import { beforeEach, expect, test, vi } from 'vitest'
import { ClipboardState } from '../../../src/features/copy/screen/clipboard-state.tsx'
import { CopyButton } from '../../../src/features/copy/screen/copy.tsx'
import { CopyMenu } from '../../../src/features/copy/screen/copy-menu.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, type } from '../../in-dom.ts'

await followItems(['vault', 'rows', 'copy', 'clipboardNote'])
HTMLElement.prototype.hidePopover ??= () => undefined
HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true
}

const at = Date.now()
const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  label: 'Bot',
  lastFour: 'W9fI',
  createdAt: 1,
  verdict: { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at },
}
const rejected: KeyRow = {
  ...row,
  verdict: { key: 'rejected', use: 'unknown', cause: 'invalid_key', says: '', at, since: at },
}
const text = () => document.body.textContent ?? ''
const copies = () => worker.sent.filter(({ name }) => name === 'screen.copy').map(({ payload }) => payload)
const press = (name: string | RegExp) => settled(() => button(name).click())

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true })
  await session.set({ copy: null, rows: [row] })
})

test('a key that works is copied by one press', async () => {
  await show(<CopyButton row={row} copied={false} />)
  await press('Copy')
  expect(copies()).toEqual([{ id: 'k1' }])
  expect(document.querySelector('dialog')).toBeNull()
})

test('a rejected key is asked about first, and not copied after a no', async () => {
  await show(<CopyButton row={rejected} copied={false} />)
  await press('Copy')
  expect(copies()).toEqual([])
  expect(text()).toContain('This key is rejected. Copy anyway?')
  await press('Cancel')
  expect(document.querySelector('dialog')).toBeNull()
  await press('Copy')
  await press('Copy anyway')
  expect(copies()).toEqual([{ id: 'k1' }])
})

test('where a proof is needed it is asked for; a wrong one is said, the right one copies in the form that was chosen', async () => {
  worker.answer = (_, payload) => {
    const { passphrase } = payload as { passphrase?: string }
    if (passphrase === undefined) return { ok: false, code: 'proof_needed', message: 'Show that it is you.' }
    if (passphrase !== 'right')
      return { ok: false, code: 'wrong_passphrase', message: 'This does not open the vault.' }
    return { ok: true }
  }
  await show(<CopyMenu row={{ ...row, lastCopiedAt: at, copies: 2 }} isCopied={false} isMain />)
  const list = document.querySelector('[popover]')
  await settled(() => list?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })))
  await settled(() => document.querySelector<HTMLElement>('[role="menuitem"]')?.click())
  expect(text()).toContain('Copy “Bot” again?')
  expect(text()).toContain('2 times in all')
  const field = document.querySelector<HTMLInputElement>('dialog input') ?? expect.fail()
  const submit = () =>
    settled(() => field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  await submit()
  expect(copies(), 'nothing typed is no proof').toHaveLength(1)
  await type(field, 'wrong')
  await submit()
  expect(text()).toContain('This does not open the vault.')
  await type(field, 'right')
  await submit()
  expect(document.querySelector('dialog')).toBeNull()
  const forms = copies().map(payload => (payload as { format?: string }).format)
  expect(new Set(forms).size).toBe(1)
  expect(forms[0]).toBeDefined()
})

test('what is on the clipboard is counted down by name, and taken off by a press', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  await session.set({ copy: { keyId: 'k1', until: at + 12_000, canCompare: true } })
  await show(<ClipboardState />)
  expect(text()).toContain('On the clipboard for 12 s')
  expect(text()).toContain('Bot')
  expect(text()).not.toContain('Let Keyway look first')
  await press('I’ve pasted it')
  expect(worker.sent.map(({ name }) => name)).toEqual(['screen.clearClipboard'])
  await session.set({ copy: { keyId: 'k1', until: at - 1, canCompare: true } })
  await show(<ClipboardState />)
  expect(text()).toBe('')
  vi.useRealTimers()
})

test('a clipboard that could not be emptied is said with the button for it', async () => {
  await session.set({ copy: null, clipboardNote: { text: 'It may still hold your key.' } })
  await show(<ClipboardState />)
  expect(text()).toContain('It may still hold your key.')
  await press('Clear now')
  expect(worker.sent.map(({ name }) => name)).toEqual(['screen.clearClipboard'])
  await settled(() => session.set({ clipboardNote: null }))
  expect(text()).toBe('')
})
