// @vitest-environment happy-dom
/** The welcome in two screens: one question, then the vault with its recovery code on the same screen, and from there on. */
import { beforeEach, expect, test, vi } from 'vitest'
import { Welcome } from '../../src/entries/welcome/welcome.tsx'
import { followItems } from '../../src/ui/use-session.ts'
import { session, worker } from '../fake-browser.ts'
import { button, settled, show, until } from '../in-dom.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
await followItems(['vault', 'rows', 'pending', 'tour'])

const code = 'ABCD-EFGH-JKMN'
const text = () => document.body.textContent ?? ''
const sent = (name: string) => worker.sent.filter(one => one.name === name).map(({ payload }) => payload)
const fourWords = () => document.querySelector('[data-keyway="words"]')?.textContent ?? ''

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, recoveryCode: code })
  location.hash = ''
  await session.set({ vault: { status: 'none', inboxCount: 0 }, rows: [], pending: [], tour: null })
  await show(<Welcome />)
})

async function makeVault(choice: string): Promise<string> {
  await settled(() => button(choice).click())
  await until(() => expect(fourWords().split(' ')).toHaveLength(4))
  const words = fourWords()
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain(code))
  return words
}

test('a first key: the code stands under the words, and the guide begins once it is saved', async () => {
  const words = await makeVault('I need my first key')
  expect(sent('screen.createVault')).toEqual([{ passphrase: words, watchWhileLocked: false }])
  expect(fourWords()).toBe(words)
  expect(text()).not.toContain('Other words')
  await settled(() => button('Guide me to my first key').click())
  expect(text()).toContain('Save the code first')
  expect(sent('screen.startGuide')).toEqual([])
  await settled(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await settled(() => button('Guide me to my first key').click())
  expect(sent('screen.startGuide')).toEqual([{ guide: 'create-key' }])
  expect(text()).toContain('Your vault is ready')
  for (const secret of [code, words]) expect(text()).not.toContain(secret)
})

test('a guide that was begun before there was a vault is gone on with, and not lost to another', async () => {
  const waiting = { guide: 'give-to-app', guideTitle: 'Make a key for an app', kind: 'step' }
  await session.set({ tour: { ...waiting, link: { url: 'https://x', label: 'Projects' } } as never })
  await show(<Welcome />)
  await makeVault('I need my first key')
  await settled(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await settled(() => button('Continue: Make a key for an app').click())
  await until(() => expect(sent('screen.guideAct')).toEqual([{ act: 'go' }]))
  expect(sent('screen.startGuide')).toEqual([])
  expect(text()).toContain('The guide goes on in the side panel.')
  expect(text()).not.toContain('Keyway opens OpenAI’s keys page')
  // What was only asked about is no guide to go on with; what has no page is gone on with in the panel.
  await settled(() => session.set({ tour: { ...waiting, guide: 'need-a-key' } as never }))
  button('Guide me to my first key')
  expect(text()).not.toContain('Continue:')
  await settled(() => session.set({ tour: waiting as never }))
  await settled(() => button('Continue: Make a key for an app').click())
  expect(sent('screen.guideAct')).toEqual([{ act: 'go' }])
})

test('without an OpenAI account the other guide begins; one that cannot says why on the next screen', async () => {
  await makeVault('I need my first key')
  await settled(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  worker.answer = () => ({ ok: false, code: 'locked', message: 'The vault is locked.' })
  await settled(() => button('I have no OpenAI account yet').click())
  expect(sent('screen.startGuide')).toEqual([{ guide: 'create-account' }])
  await until(() => expect(text()).toContain('The vault is locked.'))
})

test('the code can be copied, and says how long it stays on the clipboard', async () => {
  const writeText = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
  await makeVault('I have keys')
  await settled(() => button('Copy').click())
  expect(writeText).toHaveBeenCalledWith(code)
  expect(text()).toContain('It stays on the clipboard until you copy something else.')
  for (const way of ['Save', 'Print', 'Add my keys', 'Create a new key instead']) button(way)
})

test('a page that is loaded anew while the code was shown says that it is gone', async () => {
  await makeVault('I have keys')
  expect(location.hash).toBe('#code/has-keys')
  await session.set({ vault: { status: 'unlocked', inboxCount: 0 } })
  await show(<Welcome />)
  expect(text()).toContain('The recovery code is no longer on the screen')
  expect(text()).not.toContain(code)
})

test('who comes with a key that waits is led to saving it, and to no other', async () => {
  const waiting = {
    id: 'p',
    provider: 'openai',
    mask: 'sk-proj-…W9fI',
    capturedAt: Date.now(),
    from: 'page',
    kept: 'memory',
  }
  await session.set({ pending: [waiting] })
  await show(<Welcome />)
  await until(() => expect(fourWords().split(' ')).toHaveLength(4))
  expect(text()).toContain('A key waits in memory.')
  await settled(() => button('Make the vault').click())
  await until(() => expect(text()).toContain(code))
  expect(() => button('Guide me to my first key')).toThrow()
  await settled(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
  await settled(() => button('Continue').click())
  expect(text()).toContain('sk-proj-…W9fI')
  expect(sent('screen.startGuide')).toEqual([])
  // Nor is it led to a first key while this one waits, or once it is saved.
  expect(() => button('Guide me to my first key')).toThrow()
  const saved = { id: 'k', provider: 'openai', label: 'Bot', createdAt: 1 }
  await settled(() => session.set({ pending: [], rows: [saved] }))
  expect(text()).toContain('Your key is in the vault.')
  expect(() => button('Guide me to my first key')).toThrow()
  await settled(() => session.set({ rows: [] }))
})
