// @vitest-environment happy-dom
/** A press that asks for something: it waits, it says why it failed, and it always comes to an end. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAction } from '../../src/ui/action.ts'
import { FailureNotice } from '../../src/ui/notice.tsx'
import { withoutText } from '../../src/ui/report-bug.ts'
import { button, settled, show } from '../in-dom.ts'

type Answer = { ok: true } | { ok: false; code: 'no_answer'; message: string }

function Asks({ work, then }: { work: () => Promise<Answer>; then?: () => void }) {
  const action = useAction(work, then)
  return (
    <>
      <button type="button" onClick={() => void action.run()}>
        {action.busy ? 'Busy' : 'Ask'}
      </button>
      <FailureNotice failure={action.failure} />
    </>
  )
}

const reported: Error[] = []
beforeEach(() => {
  reported.length = 0
  vi.stubGlobal('reportError', (error: Error) => reported.push(error))
})
afterEach(() => vi.unstubAllGlobals())

const throws: [string, () => Promise<Answer>][] = [
  ['an answer that cannot be read', async () => JSON.parse('{"key":"sk-proj-secret')],
  ['a part of the program that cannot be loaded', () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    'a mistake before anything was awaited',
    () => {
      throw new Error('sk-proj-secret')
    },
  ],
]

it.each(throws)('%s: the button is free again, and a sentence says so', async (_, work) => {
  await show(<Asks work={work} />)
  await settled(() => button('Ask').click())
  expect(button('Ask')).toBeDefined()
  expect(document.body.textContent).toMatch(/Keyway made a mistake/)
  expect(reported).toHaveLength(1)
  expect(`${reported[0]?.message} ${reported[0]?.stack}`).not.toContain('secret')
})

it('what comes after may fail as well', async () => {
  const then = () => {
    throw new Error('no')
  }
  await show(<Asks work={async () => ({ ok: true })} then={then} />)
  await settled(() => button('Ask').click())
  expect(button('Ask')).toBeDefined()
  expect(document.body.textContent).toMatch(/Keyway made a mistake/)
})

it('after a failure it can be tried again, and the failure goes', async () => {
  let answer: Answer = { ok: false, code: 'no_answer', message: 'Not now.' }
  await show(<Asks work={async () => answer} />)
  await settled(() => button('Ask').click())
  expect(document.body.textContent).toContain('Not now.')
  answer = { ok: true }
  await settled(() => button('Ask').click())
  expect(document.body.textContent).toBe('Ask')
})

it('a reported mistake says its kind and its place', () => {
  const error = withoutText(new RangeError('sk-proj-secret'))
  expect(error.message).toContain('RangeError')
  expect(error.stack).toMatch(/action\.test/)
  expect(error.stack).not.toContain('secret')
  expect(withoutText('sk-proj-secret').message).not.toContain('secret')
})
