// @vitest-environment happy-dom
/** The vault is locked while a person types: the page that comes then says that what was not saved is gone. */

import type { FormEvent } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { Unlock } from '../../src/features/lock/screen/unlock.tsx'
import { fail } from '../../src/protocol/failure.ts'
import { useAction } from '../../src/ui/action.ts'
import { noteTyping, noteUnsaved } from '../../src/ui/focus/unsaved-text.ts'
import { settled, show, type } from '../in-dom.ts'

const field = () => document.querySelector('input, textarea') as HTMLInputElement
const isTold = async (): Promise<boolean> => {
  noteUnsaved()
  await show(<Unlock inboxCount={0} />)
  return document.body.textContent.includes('What you had typed and not saved went')
}

noteTyping()
beforeEach(() => show(<p />))

test('text in a form that was not sent', async () => {
  await show(<input />)
  await type(field(), 'half a name')
  expect(await isTold()).toBe(true)
  // The next lock takes nothing with it.
  await show(<p />)
  expect(await isTold()).toBe(false)
})

test('once it was said and the vault is open, it is said no more', async () => {
  await show(<input />)
  await type(field(), 'half a name')
  expect(await isTold()).toBe(true)
  await show(<p />)
  await show(<Unlock inboxCount={0} />)
  expect(document.body.textContent).not.toContain('What you had typed')
})

function Form({ isDone }: { isDone?: boolean | undefined }) {
  const save = useAction(async () =>
    isDone ? { ok: true as const } : fail('nameless', 'A key needs a name.'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Undefined: asked first who it is, and not answered yet.
    if (isDone !== undefined) void save.run()
  }
  return (
    <form onSubmit={submit}>
      <input />
      <input />
    </form>
  )
}
const send = () => settled(() => field().form?.requestSubmit())

test.each([false, undefined])('text in a form that was refused, or not answered yet (%j)', async isDone => {
  await show(<Form isDone={isDone} />)
  await type(field(), 'a long note')
  await send()
  expect(await isTold()).toBe(true)
})

test('text in a field, after another one was filled in and emptied', async () => {
  await show(<Form />)
  await type(field(), 'a long note')
  const [, other] = document.querySelectorAll<HTMLInputElement>('input, textarea')
  if (!other) throw new Error('no second field')
  await type(other, 'x')
  await type(other, '')
  expect(await isTold()).toBe(true)
})

test('text that was saved, given up, taken out again or only searched by is no loss', async () => {
  await show(<Form isDone />)
  await type(field(), 'a name')
  await send()
  expect(await isTold()).toBe(false)

  await show(<input />)
  await type(field(), 'half a name')
  await show(<p />)
  expect(await isTold()).toBe(false)

  await show(<input />)
  await type(field(), 'half a name')
  await type(field(), '')
  expect(await isTold()).toBe(false)

  for (const kind of ['search', 'password']) {
    await show(<input type={kind} />)
    await type(field(), 'bot')
    expect(await isTold()).toBe(false)
  }
})
