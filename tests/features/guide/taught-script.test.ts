/** The page asks for its second script when it needs it, once at a time, and goes on without it while it does not come. */
import { afterEach, expect, test, vi } from 'vitest'
import {
  loadTaughtScript,
  offerTaughtScript,
  type TaughtScript,
} from '../../../src/features/guide/page/taught-script.ts'
import { createWrittenLocator } from '../../../src/locator/written.ts'

const script: TaughtScript = {
  createLocator: createWrittenLocator as TaughtScript['createLocator'],
  askToShow: () => undefined,
}

function worker(answers: () => unknown): { asked: unknown[] } {
  const asked: unknown[] = []
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'keyway',
      sendMessage: async (message: unknown) => {
        asked.push(message)
        return answers()
      },
    },
  })
  return { asked }
}
afterEach(() => vi.unstubAllGlobals())

test('a worker that does not answer is asked again with the next need, and after that nobody is asked', async () => {
  const silent = worker(() => {
    throw new Error('The message port closed before a response was received.')
  })
  expect(await Promise.all([loadTaughtScript(), loadTaughtScript()])).toEqual([undefined, undefined])
  expect(silent.asked).toEqual([{ name: 'page.loadTaught', payload: {} }])

  const refusing = worker(() => ({ ok: false, code: 'not_offered', message: '' }))
  expect(await loadTaughtScript()).toBeUndefined()
  expect(refusing.asked).toHaveLength(1)

  const able = worker(() => {
    offerTaughtScript(script)
    return { ok: true }
  })
  expect(await loadTaughtScript()).toBe(script)
  expect(await loadTaughtScript()).toBe(script)
  expect(able.asked).toHaveLength(1)
})

test('until it is there, nothing that was recorded is looked for as if a person had written it', () => {
  const page = {} as Document
  const locator = createWrittenLocator(page, AbortSignal.abort())
  const seen = { tag: 'button', path: 'body1/button1', box: [0, 0, 1, 1] as [number, number, number, number] }
  expect(locator.locate({ role: 'button', names: ['Create'], seen }).status).toBe('missing')
})
