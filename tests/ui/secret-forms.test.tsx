// @vitest-environment happy-dom
/** Every form that takes a secret sends what stands in its field, keeps none of it in React, and is empty when it goes. */
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import AddKey from '../../src/features/capture/screen/add-key.tsx'
import { useProven } from '../../src/features/lock/screen/proof.tsx'
import { ChangePassphrase } from '../../src/features/lock/screen/security/change-passphrase.tsx'
import { RotateVaultKey } from '../../src/features/lock/screen/security/rotate-vault-key.tsx'
import SecurityPage from '../../src/features/lock/screen/security/security-page.tsx'
import { Unlock } from '../../src/features/lock/screen/unlock.tsx'
import { send } from '../../src/platform/send.ts'
import { startScreen } from '../../src/ui/start-screen.tsx'
import { session, worker } from '../fake-browser.ts'
import { button, settled, show, type, until } from '../in-dom.ts'
import { seeded, shapes } from '../providers/random-keys.ts'

const passphrase = 'walnut ferry 88 obelisk crumb'
const code = 'ABCD-EFGH-JKMN'
const text = () => document.body.textContent ?? ''
const payloadOf = (name: string) => worker.sent.findLast(one => one.name === name)?.payload
const press = (name: string | RegExp) => settled(() => button(name).click())

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find(one => one.textContent === label)
  const element = document.getElementById(found?.htmlFor ?? '')
  if (!element) throw new Error(`There is no field “${label}” in: ${text()}`)
  return element as HTMLInputElement
}

const choose = (label: RegExp) =>
  settled(() => [...document.querySelectorAll('label')].find(one => label.test(one.textContent))?.click())
const submit = () =>
  settled(() =>
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )

/** All that React remembers of the page: states, props and trackers of every component and element. */
function inReact(secret: string): boolean {
  const seen = new Set<unknown>()
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return value.includes(secret)
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    seen.add(value)
    const isDom = value instanceof Node || value === window || value === document
    return Object.keys(value).some(
      key => (!isDom || /^__react|^_value/.test(key)) && holds(Reflect.get(value, key)),
    )
  }
  return [document.body, ...document.body.querySelectorAll('*')].some(element =>
    Object.keys(element).some(key => /^__react|^_value/.test(key) && holds(Reflect.get(element, key))),
  )
}

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, recoveryCode: code, id: 'k1', damage: { aside: [] } })
  await session.set({ vault: { status: 'locked', inboxCount: 0, slots: [], notices: [] }, rows: [] })
})
afterEach(() => {
  worker.answer = () => ({ ok: true })
})

const proven = vi.fn()
function Asks() {
  const pull = useProven(() => send('screen.pull', { id: 'k1', reason: 'reveal' }), proven, 'Why.')
  return (
    <>
      <button type="button" onClick={() => void pull.run()}>
        Ask
      </button>
      {pull.dialog}
    </>
  )
}

function Own() {
  const [value, setValue] = useState('')
  return <input value={value} onChange={event => setValue(event.currentTarget.value)} />
}

describe('what is typed is sent, and is nowhere but in its field', () => {
  test('the passphrase that unlocks', async () => {
    await show(<Unlock inboxCount={0} />)
    const input = field('Passphrase')
    await type(input, passphrase)
    expect(inReact(passphrase)).toBe(false)
    await submit()
    expect(payloadOf('screen.unlock')).toEqual({ passphrase })
    expect(input.value).toBe('')
  })

  test('the recovery code, with a new passphrase of four words', async () => {
    await show(<Unlock inboxCount={0} />)
    await press(/Forgot it/)
    await type(field('Recovery code'), ` ${code} `)
    await choose(/Set a new passphrase now/)
    await until(() =>
      expect(document.querySelector('[data-keyway=words]')?.textContent).toMatch(/\w+ \w+ \w+ \w+/),
    )
    const words = document.querySelector('[data-keyway=words]')?.textContent ?? ''
    expect(inReact(words)).toBe(false)
    await press('Unlock and set the new passphrase')
    await submit()
    expect(payloadOf('screen.unlockWithRecoveryCode')).toEqual({ code, next: words })
  })

  test('the passphrase of today and the next one, typed twice', async () => {
    await show(<ChangePassphrase />)
    await press('Change the passphrase')
    await type(field('Passphrase of today'), 'the one of today')
    await choose(/^My own/)
    await type(field('Passphrase'), passphrase)
    await type(field('The same again'), 'another')
    expect(text()).toContain('The two are not the same yet.')
    await submit()
    expect(payloadOf('screen.changePassphrase')).toBeUndefined()
    await type(field('The same again'), passphrase)
    expect(inReact(passphrase)).toBe(false)
    await submit()
    expect(payloadOf('screen.changePassphrase')).toEqual({ passphrase: 'the one of today', next: passphrase })
    expect(text()).toContain('The passphrase is changed')
  })

  test('the passphrase for a new vault key; its recovery code is shown, saved, and gone', async () => {
    await session.set({ vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] } })
    location.hash = '#security'
    await show(<SecurityPage rest={[]} />)
    await press('Make a new vault key')
    await type(field('Passphrase'), passphrase)
    await settled(() =>
      field('Passphrase').form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
    expect(payloadOf('screen.rotateVaultKey')).toEqual({ passphrase })
    expect(document.querySelector('output')?.textContent).toBe(code)
    expect(location.hash).toBe('#security/code')
    expect(inReact(code)).toBe(false)
    await settled(() => document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click())
    await press('Done')
    expect(text()).not.toContain(code)
    expect(text()).not.toContain('no longer on the screen')
    expect(location.hash).toBe('#security')
  })

  test('a proof', async () => {
    worker.answer = name =>
      name === 'screen.pull' && payloadOf('screen.prove') === undefined
        ? { ok: false, code: 'proof_needed', message: 'Show that it is you.' }
        : { ok: true, secret: 'x' }
    await show(<Asks />)
    await press('Ask')
    await type(field('Passphrase'), passphrase)
    expect(inReact(passphrase)).toBe(false)
    await submit()
    await until(() => expect(proven).toHaveBeenCalledOnce())
    expect(payloadOf('screen.prove')).toEqual({ passphrase })
  })

  test('a pasted key; a server’s key', async () => {
    const key = shapes['32 hex digits (DeepSeek, Model Studio)']?.make(seeded('forms')) ?? ''
    await session.set({ vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] } })
    await show(<AddKey />)
    const area = field('Key') as unknown as HTMLTextAreaElement
    await settled(() => {
      area.value = `DEEPSEEK_API_KEY=${key}`
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await until(() => expect(text()).toContain(`ends in ${key.slice(-4)}`))
    expect(inReact(key)).toBe(false)
    await submit()
    await until(() =>
      expect(payloadOf('screen.paste')).toEqual({ text: key, provider: 'deepseek', about: {} }),
    )
    await show(<AddKey part="server" />)
    await type(field('Key, if it asks for one'), 'its own key')
    await submit()
    await until(() =>
      expect(payloadOf('screen.paste')).toEqual({
        text: 'its own key',
        provider: 'ollama',
        about: { baseUrl: 'http://127.0.0.1:11434/v1' },
      }),
    )
  })

  test('and this search would find what a field of React’s own holds', async () => {
    await show(<Own />)
    const own = document.querySelector('input')
    if (own) await type(own, passphrase)
    expect(inReact(passphrase)).toBe(true)
  })
})

test('a form that goes leaves no secret in the element that somebody may still hold', async () => {
  const { end } = await show(<RotateVaultKey onCode={() => undefined} />)
  await press('Make a new vault key')
  const input = field('Passphrase')
  await type(input, passphrase)
  await end()
  expect(input.value).toBe('')
})

test('at the lock a screen is emptied before anything else, and loaded anew', async () => {
  const reload = vi.fn()
  vi.stubGlobal('location', Object.assign(location, { reload }))
  document.body.innerHTML = '<div id="root"></div>'
  await session.set({ vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] } })
  await settled(() => startScreen('Keyway', ['vault', 'rows'], <p>Open</p>))
  expect(text()).toBe('Open')
  await session.set({ vault: { status: 'unlocked', inboxCount: 1, slots: [], notices: [] } })
  expect(reload).not.toHaveBeenCalled()
  await settled(() => session.set({ vault: { status: 'locked', inboxCount: 0, slots: [], notices: [] } }))
  expect(text()).toBe('')
  expect(reload).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
