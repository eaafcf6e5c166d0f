// @vitest-environment happy-dom
/** What both sides of joining say when it ends early: nothing about a key that they cannot know. */
import { beforeEach, expect, it, vi } from 'vitest'
import { AskToJoin } from '../../../src/features/sync/screen/ask-to-join.tsx'
import { LetJoin } from '../../../src/features/sync/screen/let-join.tsx'
import { fail } from '../../../src/protocol/failure.ts'
import { button, settled, show, type, until } from '../../in-dom.ts'

/** What the next step comes to. */
const next = vi.hoisted(() => ({
  stage: 'waits' as unknown,
  add: async () => undefined as unknown,
}))
const attempt = vi.hoisted(() => ({
  ok: true,
  step: async () => {
    if (next.stage instanceof Error) throw next.stage
    return next.stage
  },
  confirm: async () => {
    next.stage = 'sealed'
    return { ok: true }
  },
  compare: async () => ({ ok: true }),
  cancel: async () => undefined,
}))
vi.mock('../../../src/features/sync/screen/join-steps.ts', () => ({
  letJoin: () => attempt,
  askToJoin: async () => attempt,
}))
vi.mock('../../../src/features/sync/screen/sync-status.ts', () => ({ syncNow: async () => undefined }))
vi.mock('../../../src/features/sync/screen/start-sync.ts', () => ({ addJoined: () => next.add() }))
vi.mock('../../../src/platform/screen/sync-place.ts', () => ({ readSyncPlace: async () => ({ name: 'a' }) }))
vi.mock('../../../src/ui/report-bug.ts', () => ({ reportBug: () => undefined }))
// The next look follows at once.
const { setTimeout: wait } = globalThis
vi.stubGlobal('setTimeout', (work: () => void, ms = 0) => wait(work, ms >= 1_000 ? 0 : ms))

beforeEach(() => {
  next.stage = 'waits'
  next.add = async () => undefined
})
const text = () => document.body.textContent ?? ''
const unreachable = fail('folder', 'The sync folder cannot be read.')
const showLetJoin = () => show(<LetJoin carriers={['browser']} onDone={() => undefined} />)

it('before the key was handed over, no computer was added', async () => {
  next.stage = unreachable
  await showLetJoin()
  await until(() => expect(text()).toContain('No computer was added.'))
})

it.each([
  ['the folder is out of reach', unreachable],
  ['Keyway made a mistake', new Error('bug')],
])('after it was handed over, and %s, it is not said that none was added', async (_, how) => {
  next.stage = { digits: '123456' }
  await showLetJoin()
  await until(() => expect(text()).toContain('123 456'))
  await settled(() => button('The other computer agrees').click())
  await until(() => expect(text()).toContain('gets the keys now'))
  next.stage = how
  await until(() => expect(text()).toContain('Whether the other computer has it is not known'))
  expect(text()).not.toMatch(/No computer was added|No key was sent/)
})

it('a computer that has joined, and could not note where, does not say that nothing was joined', async () => {
  next.add = async () => {
    throw new Error('The disk is full.')
  }
  next.stage = 'joined'
  await show(<AskToJoin picked={{ name: 'desk' }} onCancel={() => undefined} />)
  await until(() => expect(text()).toContain('Whether this computer has joined is not known'))
  expect(text()).not.toMatch(/Nothing was joined|No key was sent/)
})

it('digits that are not the same join nothing', async () => {
  attempt.compare = async () => fail('not_same', 'The digits are not the same.') as never
  next.stage = 'type'
  await show(<AskToJoin picked={{ name: 'desk' }} onCancel={() => undefined} />)
  await until(() => expect(text()).toContain('Type the six digits'))
  await settled(() => type(document.querySelector('input') as HTMLInputElement, '123456'))
  await settled(() => button('Compare').click())
  await until(() => expect(text()).toContain('Nothing was joined.'))
})
