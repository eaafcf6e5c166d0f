// @vitest-environment happy-dom
/** The vault is locked while a person types: the page that comes then says that what was not saved is gone. */
import { beforeEach, expect, test } from 'vitest'
import { Unlock } from '../../src/features/lock/screen/unlock.tsx'
import { noteTyping, noteUnsaved } from '../../src/ui/focus/unsaved-text.ts'
import { settled, show, type } from '../in-dom.ts'

const field = () => document.querySelector('input, textarea') as HTMLInputElement
const isTold = async (): Promise<boolean> => {
  noteUnsaved()
  await show(<Unlock inboxCount={0} />)
  return document.body.textContent.includes('What you had not saved is gone.')
}

noteTyping()
beforeEach(() => show(<p />))

test('text in a form that was not sent', async () => {
  await show(<input />)
  await type(field(), 'half a name')
  expect(await isTold()).toBe(true)
  // The next lock takes nothing with it.
  expect(await isTold()).toBe(false)
})

test('text that was saved, given up, taken out again or only searched by is no loss', async () => {
  await show(
    <form onSubmit={event => event.preventDefault()}>
      <input />
    </form>,
  )
  await type(field(), 'a name')
  await settled(() => field().form?.requestSubmit())
  expect(await isTold()).toBe(false)

  await show(<input />)
  await type(field(), 'half a name')
  await show(<p />)
  expect(await isTold()).toBe(false)

  await show(<input />)
  await type(field(), 'half a name')
  await type(field(), '')
  expect(await isTold()).toBe(false)

  await show(<input type="search" />)
  await type(field(), 'bot')
  expect(await isTold()).toBe(false)
})
