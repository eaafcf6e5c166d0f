// @vitest-environment happy-dom
/** Acting on several keys: what each press sends, and what is said when some of it could not be done. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Counted } from '../../../src/features/keys/core/status-group.ts'
import { BulkBar } from '../../../src/features/keys/screen/table/bulk/bulk-bar.tsx'
import FailedTest, { type FailedTests } from '../../../src/features/keys/screen/table/bulk/failed-test.tsx'
import { useTestMany } from '../../../src/features/keys/screen/table/bulk/use-test-many.ts'
import { PermissionStrip } from '../../../src/features/keys/screen/table/permission-strip.tsx'
import { fail } from '../../../src/protocol/failure.ts'
import type { KeyRow } from '../../../src/protocol/published.ts'
import fakeBrowser, { worker } from '../../fake-browser.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

HTMLDialogElement.prototype.showModal ??= function () {
  this.open = true
}

const key = (id: string, about: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  label: `Key ${id}`,
  lastFour: 'W9fI',
  createdAt: 1,
  ...about,
})
const keys = [key('a', { tags: ['old'] }), key('b'), key('c')]
const text = () => document.body.textContent ?? ''
const press = (name: string | RegExp) => settled(() => button(name).click())
const sent = (name: string) => worker.sent.filter(one => one.name === name).map(one => one.payload)
const said: string[] = []
const say = (words: string) => void said.push(words)
const clear = vi.fn()
const testThem = vi.fn()

beforeEach(() => {
  worker.sent.length = 0
  said.length = 0
  clear.mockClear()
  testThem.mockClear()
  worker.answer = () => ({ ok: true, undoUntil: Date.now() + 30_000 })
})

const bar = () => show(<BulkBar keys={keys} onTest={testThem} onClear={clear} onSay={say} />)
const submit = () =>
  settled(() =>
    document
      .querySelector('dialog form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
const field = () => document.querySelector<HTMLInputElement>('dialog input') ?? expect.fail()

describe('selected keys', () => {
  test('are tested, or let go, by one press', async () => {
    await bar()
    expect(text()).toContain('3 selected')
    await press('Test')
    expect(testThem).toHaveBeenCalledWith(keys)
    await press('Clear')
    expect(clear).toHaveBeenCalledOnce()
  })

  test('get an environment; a tag is added to what each has', async () => {
    await bar()
    await press('Set environment')
    await type(field(), ' Staging ')
    await submit()
    expect(sent('screen.edit')).toEqual(keys.map(({ id }) => ({ id, about: { environment: 'Staging' } })))
    expect(said).toEqual(['3 keys changed.'])
    expect(document.querySelector('dialog')).toBeNull()
    worker.sent.length = 0
    await press('Add tag')
    await submit()
    expect(sent('screen.edit'), 'no tag is none').toEqual([])
    await type(field(), 'client-x')
    await submit()
    expect(sent('screen.edit')).toEqual([
      { id: 'a', about: { tags: ['old', 'client-x'] } },
      { id: 'b', about: { tags: ['client-x'] } },
      { id: 'c', about: { tags: ['client-x'] } },
    ])
  })

  test('a change that fails for one of them is said, and the question stays', async () => {
    worker.answer = (_, payload) =>
      (payload as { id: string }).id === 'b' ? fail('locked', 'The vault is locked.') : { ok: true }
    await bar()
    await press('Set environment')
    await submit()
    expect(text()).toContain('The vault is locked.')
    expect(said).toEqual([])
    expect(document.querySelector('dialog')).not.toBeNull()
  })

  test('are deleted after it was said what that does not do', async () => {
    await bar()
    await press('Delete')
    expect(sent('screen.remove')).toEqual([])
    expect(text()).toContain('This does not revoke 3 of them at their providers.')
    await press('Delete 3 keys from the vault')
    expect(sent('screen.remove')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
    expect(clear).toHaveBeenCalledOnce()
    expect(said).toEqual(['3 keys deleted.'])
  })
})

const failures: FailedTests[] = []
function TestMany() {
  const run = useTestMany(say, failed => failures.push(failed))
  return (
    <button type="button" onClick={() => void run([...keys, key('d', { provider: 'other' })])}>
      Test
    </button>
  )
}

test('many tests: how many were made is said, and each reason once for those that were not; a kept key is not tried', async () => {
  failures.length = 0
  worker.answer = (_, payload) =>
    (payload as { id: string }).id === 'a' ? { ok: true } : fail('network', 'There is no network.')
  await show(<TestMany />)
  await press('Test')
  await until(() => expect(said).toEqual(['Testing 3 keys…', '1 key tested.']))
  expect(sent('screen.test')).toHaveLength(3)
  await show(<FailedTest failed={failures[0] ?? []} onOver={() => undefined} />)
  expect(text()).toBe('2 keys could not be tested. There is no network.')
})

describe('keys that wait for a permission', () => {
  const asked: unknown[] = []
  const draw = (rows: KeyRow[], origins: string[], waiting: Counted[] = []) =>
    show(
      <PermissionStrip
        needed={{ keys: rows, origins }}
        waiting={waiting}
        chosen=""
        onChoose={() => undefined}
        onAllowed={testThem}
        onRefused={clear}
      />,
    )
  const answer = (isGiven: boolean | Error) => {
    asked.length = 0
    fakeBrowser.permissions.request = (async (wanted: unknown) => {
      asked.push(wanted)
      if (isGiven instanceof Error) throw isGiven
      return isGiven
    }) as unknown as typeof fakeBrowser.permissions.request
  }
  const groq = [key('g', { provider: 'groq' })]
  const both = [...groq, key('x', { provider: 'xai' })]
  const hosts = ['https://api.groq.com/*', 'https://api.x.ai/*']

  test('one press asks for all of them at once, and what was allowed is tested', async () => {
    answer(true)
    await draw(both, hosts)
    expect(text()).toContain('2 need permission')
    await press('Allow all 2 providers')
    expect(asked).toEqual([{ origins: hosts }])
    expect(testThem).toHaveBeenCalledWith(both)
  })

  test('their count as a filter is named for what they lack, and not as the counts of all keys are', async () => {
    await draw(both, hosts, [{ id: 'permission', tone: 'unknown', name: 'Needs permission', count: 2 }])
    const name = '2 keys cannot be tested without your permission.'
    expect(document.querySelector('fieldset')?.getAttribute('aria-label')).toBe(name)
  })

  test('one provider is named; a no, and a browser that throws, are a no', async () => {
    for (const given of [false, new Error('not in a gesture')]) {
      clear.mockClear()
      answer(given)
      await draw(groq, hosts.slice(0, 1))
      await press('Allow Groq')
      expect(clear).toHaveBeenCalledOnce()
    }
    expect(testThem).not.toHaveBeenCalled()
  })

  test('nothing is there when none waits', async () => {
    await draw([], [])
    expect(text()).toBe('')
  })
})
