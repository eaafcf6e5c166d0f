// @vitest-environment happy-dom
/** An error that was pasted: what it means, which key it is about, and the way to the fix; nothing of it is sent. */
import { beforeEach, expect, test } from 'vitest'
import { ExplainForm } from '../../../src/features/health/screen/explain.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { settled, show, until } from '../../in-dom.ts'

await followItems(['rows'])
const text = () => document.querySelector('[role="status"]')?.textContent ?? ''
const paste = (words: string) =>
  settled(() => {
    const area = document.querySelector('textarea') ?? expect.fail()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, words)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  })

beforeEach(async () => {
  worker.sent.length = 0
  await session.set({
    rows: [{ id: 'k1', provider: 'openai', label: 'Bot', lastFour: 'W9fI', createdAt: 1 }],
  })
  await show(<ExplainForm />)
})

test.each<[string, string, RegExp]>([
  [
    'no money',
    "Error code: 429 - {'error': {'message': 'You exceeded your current quota', 'code': 'insufficient_quota'}}",
    /^No credit.*Show me how to fix it$/,
  ],
  [
    'a key that is not known, told by its end',
    'Error code: 401 - Incorrect API key provided: sk-proj-****W9fI.',
    /Rejected.*Bot/,
  ],
  ['words that say nothing', 'it is broken', /Keyway does not know this one/],
])('%s', async (_, words, expected) => {
  expect(text()).toBe('')
  await paste(words)
  await until(() => expect(text()).toMatch(expected))
  expect(worker.sent).toEqual([])
})

test('what was emptied is explained no longer', async () => {
  await paste('it is broken')
  await until(() => expect(text()).not.toBe(''))
  await paste('')
  await until(() => expect(text()).toBe(''))
})
