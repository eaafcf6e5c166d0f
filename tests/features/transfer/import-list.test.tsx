// @vitest-environment happy-dom
/** The list before an import: what is ticked, whose each key is, and nothing without an answer to that. */
import { beforeEach, expect, test } from 'vitest'
import { previewText } from '../../../src/features/transfer/core/import-preview.ts'
import { ImportList } from '../../../src/features/transfer/screen/import-list.tsx'
import { worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

const openai = `sk-proj-${'aB3dE6gH9k'.repeat(5)}T3BlbkFJ${'zY8xW5vU2t'.repeat(5)}`
const shared = `sk-${'aB3dE5gH7jK9mN2pQ4rS6tU8vW1xY0zC5fgh12jk'}`
const text = () => document.body.textContent ?? ''
const records = () =>
  worker.sent.flatMap(({ payload }) => (payload as { records?: Record<string, unknown>[] }).records ?? [])
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
let done: unknown[] = []

beforeEach(async () => {
  worker.sent.length = 0
  done = []
  worker.answer = () => ({ ok: true, count: records().length })
  const preview = previewText(`CHATBOT_PROD_OPENAI_API_KEY=${openai}\nTOKEN=${shared}\nCOLOUR=blue`)
  expect(preview.candidates).toHaveLength(2)
  await show(
    <ImportList preview={preview} onDone={(...said) => done.push(said)} onLeave={() => done.push('left')} />,
  )
})

test('one box stands for all, and says when only some are chosen', async () => {
  const [all, first] = boxes()
  expect(all?.checked).toBe(true)
  await settled(() => first?.click())
  expect(boxes()[0]).toMatchObject({ checked: false, indeterminate: true })
  expect(text()).toContain('1 of 2 chosen')
  await settled(() => boxes()[0]?.click())
  expect(boxes().map(box => box.checked)).toEqual([true, true, true])
})

test('a key of nobody known is not imported until the person says whose it is', async () => {
  expect(text()).toContain('One key has no provider. Choose one to import it.')
  expect(button(/^Import/).textContent).toBe('Import one key')
  const whose = document.querySelector<HTMLSelectElement>('[data-keyway="whose"]')
  if (!whose) throw new Error('no choice of a provider')
  await settled(() => {
    whose.value = 'deepseek'
    whose.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(text()).not.toContain('no provider yet')
  await settled(() => button('Import 2 keys').click())
  await until(() => expect(done).toEqual([[2, 2]]))
  expect(records()).toMatchObject([
    { provider: 'openai', environment: 'Production', secret: openai },
    { provider: 'deepseek', secret: shared },
  ])
})

test('no secret stands in the list; Cancel sends nothing', async () => {
  for (const secret of [openai, shared]) expect(document.body.innerHTML).not.toContain(secret.slice(12))
  await settled(() => button('Cancel').click())
  expect(done).toEqual(['left'])
  expect(worker.sent).toEqual([])
})

test('the address that a file brings stands beside its key', async () => {
  const backup = (more: object) =>
    JSON.stringify({
      format: 'keyway-backup',
      version: 1,
      keys: [{ provider: 'ollama', label: 'Mine', secret: 'none', ...more }],
    })
  const props = { onDone: () => undefined, onLeave: () => undefined }
  const shown = previewText(backup({ baseUrl: 'http://127.0.0.1:8123/admin' }))
  await show(<ImportList key="theirs" preview={shown} {...props} />)
  expect(text()).toContain('Asked at http://127.0.0.1:8123/admin')
  await show(<ImportList key="usual" preview={previewText(backup({}))} {...props} />)
  expect(text()).not.toContain('Asked at')
})

test('a file of which the vault has every key says that there is nothing to import', async () => {
  const done = 'Every key in it is in your vault already. There is nothing to import.'
  expect(text()).not.toContain(done)
  const { candidates } = previewText(`CHATBOT_PROD_OPENAI_API_KEY=${openai}`)
  const known = candidates.map(each => ({ ...each, duplicateOf: 'Chatbot' }))
  const props = { onDone: () => undefined, onLeave: () => undefined }
  await show(<ImportList key="known" preview={{ candidates: known, problems: [] }} {...props} />)
  expect(text()).toContain(done)
})
