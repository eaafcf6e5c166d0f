// @vitest-environment happy-dom
/** What a screen says of a check that told nothing, could not be made, or is to prove a revocation. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { ModelList } from '../../../src/features/health/screen/access-part.tsx'
import {
  RevocationProgress,
  useConfirmRevoked,
} from '../../../src/features/health/screen/confirm-revoked.tsx'
import { UseHost } from '../../../src/features/health/screen/fix-line.tsx'
import { useTest } from '../../../src/features/health/screen/testing/test-button.tsx'
import { TestFailure } from '../../../src/features/health/screen/testing/test-failure.tsx'
import { Trouble } from '../../../src/features/health/screen/trouble.tsx'
import type { CheckView, KeyRow } from '../../../src/protocol/published.ts'
import { Button } from '../../../src/ui/pieces/button.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show } from '../../in-dom.ts'

await followItems(['checks'])

const at = Date.now() - 60_000
const works = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at } as const
const key = (about: Partial<KeyRow> = {}): KeyRow => ({
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'W9fI',
  createdAt: at,
  verdict: works,
  ...about,
})
const text = () => document.body.textContent ?? ''

function Tests({ row }: { row: KeyRow }) {
  const test = useTest(row)
  return (
    <>
      <Button onPress={test.run}>Test</Button>
      <TestFailure row={row} test={test} />
    </>
  )
}

function Proves({ row }: { row: KeyRow }) {
  return <RevocationProgress row={row} confirm={useConfirmRevoked(row)} />
}

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true })
  await session.set({ checks: { running: [] } })
})

describe('a try that told nothing of the key', () => {
  test('is said when it is newer than the status', async () => {
    const trouble = { cause: 'network', at: at + 1, says: '' } as const
    await show(<Trouble row={key({ verdict: { ...works, trouble } })} />)
    expect(text()).toMatch(/got no answer about this key.*The status above is from/)
  })

  test('is over once a check has told something', async () => {
    const trouble = { cause: 'network', at: at - 1, says: '' } as const
    await show(<Trouble row={key({ verdict: { ...works, trouble } })} />)
    expect(text()).toBe('')
  })
})

describe('a test that could not be made', () => {
  const fails = (code: string) => {
    worker.answer = () => ({ ok: false, code, message: 'The reason.' })
  }

  it('for want of a permission names the one address, and asks for it', async () => {
    fails('permission_needed')
    await show(<Tests row={key({ provider: 'anthropic', kind: 'plain' })} />)
    await settled(() => button('Test').click())
    expect(text()).toContain('contact Anthropic at api.anthropic.com. It contacts no one else.')
    expect(button('Allow')).toBeDefined()
  })

  it('because nobody knows whose key it is lets the person say so, and nothing is sent before', async () => {
    fails('whose')
    await show(<Tests row={key()} />)
    await settled(() => button('Test').click())
    await settled(() => button('Save and test').click())
    expect(text()).toContain('Choose the provider.')
    expect(worker.sent.map(({ name }) => name)).toEqual(['screen.test'])
  })

  it('for any other reason says it', async () => {
    fails('locked')
    await show(<Tests row={key()} />)
    await settled(() => button('Test').click())
    expect(text()).toContain('The reason.')
  })
})

describe('another address that the provider named', () => {
  const wrongHost = (host: string) =>
    key({ verdict: { ...works, key: 'rejected', use: 'unknown', cause: 'wrong_host', detail: { host } } })

  it('is offered when it is the provider’s own', async () => {
    await show(<UseHost row={wrongHost('eu.api.openai.com')} />)
    expect(button('Use eu.api.openai.com for this key')).toBeDefined()
  })

  it.each(['evil.example', 'api.openai.com.evil.example'])('%s is not offered', async host => {
    await show(<UseHost row={wrongHost(host)} />)
    expect(text()).toBe('')
  })
})

describe('the proof of a revocation', () => {
  const far: [string, NonNullable<CheckView['dead']>[string], RegExp][] = [
    ['begun', { since: at, tries: 0 }, /^Testing…/],
    ['refused once', { since: at, tries: 2, refused: true }, /A second refusal confirms it/],
    ['refused twice', { since: at, tries: 3, deadAt: at }, /^Confirmed: OpenAI has refused this key since/],
    [
      'given up',
      { since: at, tries: 9, gaveUpAt: at },
      /not refused this key in 9 checks.*Confirm it is revoked$/,
    ],
  ]
  test.each(far)('%s', async (_, check, words) => {
    await session.set({ checks: { running: [], dead: { k1: check } } })
    await show(<Proves row={key()} />)
    expect(text()).toMatch(words)
  })
})

describe('the models of a key', () => {
  it('those that go stand first, the soonest on top, each with its day, however many there are', async () => {
    const goes = (id: string, shutdownDate: string) => ({ id, shutdownDate })
    const late = Array.from({ length: 60 }, (_, index) => goes(`late-${index + 10}`, '2028-01-01'))
    await show(<ModelList models={[{ id: 'a-stays' }, ...late, goes('z-soon', '2026-12-31')]} />)
    const lines = [...document.querySelectorAll('.model-list li')].map(one => one.textContent)
    expect(lines[0]).toBe('z-soon until Dec 31, 2026')
    expect(lines[1]).toBe('late-10 until Jan 1, 2028')
    expect(lines.at(-1)).toBe('a-stays')
    expect(lines).toHaveLength(62)
    expect(text()).toContain('61 of these models will be shut down')
  })
})
