// @vitest-environment happy-dom
/** A key of any service is added: told by its shape or named by the person, and said to be kept and not tested. */
import { beforeEach, expect, test } from 'vitest'
import AddKey from '../../../src/features/capture/screen/add-key.tsx'
import { session, worker } from '../../fake-browser.ts'
import { settled, show, type, until } from '../../in-dom.ts'
import { seeded, shapes } from '../../providers/random-keys.ts'

const text = () => document.body.textContent ?? ''
const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`[data-field="${name}"]`) as HTMLInputElement
const whose = () => document.querySelector<HTMLSelectElement>('[data-keyway="whose"]')
const payload = () => worker.sent.findLast(one => one.name === 'screen.paste')?.payload

async function paste(given: string): Promise<void> {
  const area = document.querySelector('textarea') as HTMLTextAreaElement
  await settled(() => {
    area.value = given
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await settled()
}
const choose = (provider: string) =>
  settled(() => {
    const select = whose()
    if (!select) throw new Error(`Nobody asks whose it is: ${text()}`)
    select.value = provider
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
const submit = () =>
  settled(() =>
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, id: 'k1' })
  await session.set({ vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] }, rows: [] })
  await show(<AddKey />)
})

test('a key with a known service’s shape fills in its name, page and variable, and another key removes them', async () => {
  const hf = shapes['Hugging Face']?.make(seeded('add')) ?? ''
  await paste(`HF_TOKEN=${hf}`)
  await until(() => expect(text()).toContain(`Hugging Face key, ends in ${hf.slice(-4)}`))
  expect(text()).toContain('Keyway keeps this key. It cannot test it.')
  expect([field('service').value, field('variable').value]).toEqual(['Hugging Face', 'HF_TOKEN'])
  const groq = shapes.Groq?.make(seeded('add')) ?? ''
  await paste(groq)
  await until(() => expect(text()).toContain('Groq'))
  expect(field('service')).toBeNull()
  await submit()
  await until(() => expect(payload()).toEqual({ text: groq, provider: 'groq', about: {} }))
})

test('a text that looks like nobody’s key is kept for the service that the person names', async () => {
  await paste('abc/def+ghi==')
  await until(() => expect(whose()).not.toBeNull())
  expect([...(whose()?.options ?? [])].map(option => option.textContent)).toEqual([
    'Choose the provider',
    'Other',
  ])
  await choose('other')
  await type(field('service'), 'My gateway')
  await type(field('webPage'), 'http://gateway.example')
  await submit()
  expect(payload()).toBeUndefined()
  expect(text()).toContain('begins with https://')
  await type(field('webPage'), 'https://gateway.example')
  await submit()
  await until(() =>
    expect(payload()).toEqual({
      text: 'abc/def+ghi==',
      provider: 'other',
      about: { service: 'My gateway', webPage: 'https://gateway.example', variable: 'MY_GATEWAY_API_KEY' },
    }),
  )
})

test.each(['your-api-key', 'sk-...abcd', 'two words', 'https://example.com/login', 'short'])(
  'what is no key stays none: %s',
  async given => {
    await paste(given)
    await settled()
    expect(whose()).toBeNull()
  },
)
