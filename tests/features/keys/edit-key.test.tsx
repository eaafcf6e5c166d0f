// @vitest-environment happy-dom
/** What is noted about a key, edited in its form. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { EditKey } from '../../../src/features/keys/screen/edit-key.tsx'
import { fail } from '../../../src/protocol/failure.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { settled, show, type, until } from '../../in-dom.ts'

const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  label: 'Bot',
  lastFour: '0123',
  createdAt: 1_800_000_000_000,
}
const field = (name: string) => document.querySelector(`[data-field=${name}]`) as HTMLInputElement

beforeAll(() => followItems(['vault', 'rows', 'policy']))
beforeEach(() => session.set({ vault: { status: 'unlocked', inboxCount: 0 }, rows: [row] }))

test('a name that was emptied is refused in a sentence; it is back in the field, and what else was typed is still there', async () => {
  worker.answer = (name, payload) =>
    name === 'screen.edit' && (payload as { about: { label?: string } }).about.label === ''
      ? fail('nameless', 'A key needs a name.')
      : { ok: true }
  let isDone = false
  await show(
    <EditKey
      row={row}
      field="project"
      onDone={() => {
        isDone = true
      }}
    />,
  )
  await type(field('label'), '   ')
  await type(field('project'), 'Shop')
  await settled(() => document.querySelector('form')?.requestSubmit())
  await until(() => expect(document.body.textContent).toContain('A key needs a name.'))
  // In sight from the field that it is about: above it.
  const alert = [...document.querySelectorAll('[role=alert]')].find(one => one.textContent !== '')
  expect(alert?.compareDocumentPosition(field('label'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(isDone).toBe(false)
  expect([field('label').value, field('project').value]).toEqual(['Bot', 'Shop'])
  expect(document.activeElement).toBe(field('label'))
})
