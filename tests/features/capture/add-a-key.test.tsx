// @vitest-environment happy-dom
/** Adding a key takes a paste and Enter: three fields, the rest folded, and a key that is pasted beside every field opens the form. */
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import AddKey from '../../../src/features/capture/screen/add-key.tsx'
import { usePasteAnywhere } from '../../../src/features/capture/screen/paste-anywhere.ts'
import { worker } from '../../fake-browser.ts'
import { settled, show, until } from '../../in-dom.ts'
import { seeded, shapes } from '../../providers/random-keys.ts'

const key = shapes['OpenAI project']?.make(seeded('added')) ?? ''

/** A screen with a search field, on which the form opens when a key is pasted. */
function Screen() {
  const [isAdding, setIsAdding] = useState(false)
  usePasteAnywhere(isAdding ? undefined : () => setIsAdding(true))
  return isAdding ? (
    <AddKey />
  ) : (
    <>
      <input type="search" aria-label="Search" />
      <textarea aria-label="Notes" />
    </>
  )
}

/** @returns whether the browser may still put the text where it was pasted */
async function paste(text: string, at: Element = document.body): Promise<boolean> {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => text },
  })
  let isFree = true
  await settled(() => {
    isFree = at.dispatchEvent(event)
  })
  return isFree
}

const area = () => document.querySelector<HTMLTextAreaElement>('form textarea')
const enter = () =>
  settled(() =>
    area()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
  )
const saved = () => worker.sent.findLast(one => one.name === 'screen.paste')?.payload

beforeEach(() => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, id: 'k1' })
  vi.stubGlobal('location', Object.assign(location, { hash: '' }))
})

test('a key pasted outside of any field opens the form with the key filled in, and Enter saves it', async () => {
  await show(<Screen />)
  expect(await paste(key)).toBe(false)
  await until(() => expect(document.body.textContent).toContain(`ends in ${key.slice(-4)}`))
  expect(area()?.value).toBe(key)
  expect(document.activeElement).toBe(area())
  await enter()
  await until(() => expect(saved()).toEqual({ text: key, provider: 'openai', about: {} }))
})

test('a key pasted into the search goes to the form; pasted words stay in the search', async () => {
  await show(<Screen />)
  const search = document.querySelector('input[type="search"]') as Element
  expect(await paste('nightly batch', search)).toBe(true)
  expect(await paste(key, document.querySelector('textarea') as Element)).toBe(true)
  expect(document.querySelector('form')).toBeNull()
  expect(await paste(key, search)).toBe(false)
  await until(() => expect(area()?.value).toBe(key))
})

test('a form that is opened later does not hold what was pasted before', async () => {
  await show(<Screen />)
  await paste(key)
  await until(() => expect(area()?.value).toBe(key))
  await show(<AddKey />)
  expect(area()?.value).toBe('')
})

test('the form shows three fields; everything else is behind “More”', async () => {
  await show(<AddKey />)
  const fields = [...document.querySelectorAll('form input, form textarea, form select')]
  const inSight = fields.filter(one => !one.closest('details'))
  const folded = fields.filter(one => one.closest('details')).map(one => one.getAttribute('data-field'))
  expect(inSight).toHaveLength(3)
  expect(folded).toEqual(['project', 'purpose', 'rotateBy', 'expiresAt', 'usedIn', 'tags', 'notes'])
  expect(document.querySelector('summary')?.textContent).toMatch(/^More/)
})

test('Enter saves nothing while it is not known what was pasted', async () => {
  await show(<AddKey />)
  await enter()
  expect(saved()).toBeUndefined()
})
