// @vitest-environment happy-dom
/** What an organization limits says so beside its control, offers nothing that would be refused, and follows a change. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { WhoseKey } from '../../../src/features/capture/screen/whose-key.tsx'
import { EditKey } from '../../../src/features/keys/screen/edit-key.tsx'
import { KeyFields } from '../../../src/features/keys/screen/key-fields.tsx'
import AskWatching from '../../../src/features/lock/screen/ask-watching.tsx'
import { WatchingChoice } from '../../../src/features/lock/screen/security/security-page.tsx'
import { readPolicy } from '../../../src/features/policy/core/policies.ts'
import PolicyPage from '../../../src/features/policy/screen/policy-page.tsx'
import SettingsPage from '../../../src/features/settings/screen/settings-page.tsx'
import { ExportForm } from '../../../src/features/transfer/screen/export-form.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { settled, show, until } from '../../in-dom.ts'

const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  label: 'Bot',
  lastFour: '0123',
  createdAt: 1_800_000_000_000,
  copyFreely: true,
}
const text = () => document.body.textContent ?? ''
const notes = () =>
  [...document.querySelectorAll('[data-keyway="set-by-organization"]')].map(one => one.textContent.trim())
const offered = (at = 0) =>
  [...(document.querySelectorAll('select')[at]?.options ?? [])].filter(one => !one.disabled)
/** In place of all that was set before. */
const set = (policy: Record<string, unknown>) => settled(() => session.set({ policy: readPolicy(policy) }))

beforeAll(() => followItems(['vault', 'rows', 'policy']))
beforeEach(async () => {
  worker.sent.length = 0
  await set({})
  await session.set({ vault: { status: 'unlocked', inboxCount: 0 }, rows: [row] })
})

test('the settings: no longer time than the limit is offered, and the limit itself is', async () => {
  await show(<SettingsPage rest={[]} />)
  expect(notes()).toEqual([])
  expect(offered().map(one => one.value)).toContain('240')
  await set({ lockAfterMinutesAtMost: 7, clearClipboardSecondsAtMost: 25 })
  expect(notes()).toEqual([
    'Set by your organization: 7 minutes at most',
    'Set by your organization: 25 seconds at most',
  ])
  expect(offered().map(one => one.value)).toEqual(['1', '5', '7'])
  expect(document.querySelector('select')?.value).toBe('7')
  expect(offered(1).map(one => one.value)).toEqual(['10', '20', '25'])
  await set({})
  expect(document.querySelector('select')?.value).toBe('15')
})

test('checks while locked: the choice cannot be made and the question is not asked', async () => {
  await show(<AskWatching />)
  await until(() => expect(text()).toContain('Keep checking while locked?'))
  await set({ checksWhileLocked: false })
  expect(text()).toBe('')
  await show(<WatchingChoice />)
  expect(document.querySelector<HTMLInputElement>('input')?.disabled).toBe(true)
  expect(notes()).toEqual(['Set by your organization: Not allowed'])
})

test('a key: copying freely is off and locked, and no limit is saved as the person’s own word', async () => {
  await set({ copyFreely: false, keyAgeDaysAtMost: 30, expiryRequired: true })
  await show(<EditKey row={{ ...row, rotateBy: 1 }} onDone={() => undefined} />)
  const box = document.querySelector<HTMLInputElement>('input[type=checkbox]')
  expect([box?.disabled, box?.checked]).toEqual([true, false])
  expect(notes()).toHaveLength(3)
  await settled(() => document.querySelector('form')?.requestSubmit())
  const sent = worker.sent.find(one => one.name === 'screen.edit')?.payload
  expect(sent).toEqual({ id: row.id, about: {} })
})

test('a new key: the date that is required is not folded away', async () => {
  const isOpen = () => document.querySelector('details')?.open
  await show(<KeyFields about={{}} onChange={() => undefined} short />)
  expect(isOpen()).toBe(false)
  await set({ expiryRequired: true })
  await show(<KeyFields about={{}} onChange={() => undefined} short />)
  expect(isOpen()).toBe(true)
})

test('an export, and whose key it is: what is not allowed cannot be chosen', async () => {
  await set({ plaintextExport: false, providers: ['anthropic'] })
  await show(<ExportForm keys={[row]} isWhole onSaved={() => undefined} onClose={() => undefined} />)
  expect(offered().map(one => one.value)).toEqual(['age'])
  expect(notes()).toContain('Set by your organization: encrypted files only')
  await show(<WhoseKey value={undefined} onChange={() => undefined} />)
  expect(offered().map(one => one.value)).toEqual(['anthropic'])
})

test('the page of limits: what is in force, what was not understood, and an address that leads nowhere else', async () => {
  await show(<PolicyPage rest={[]} />)
  expect(text()).toContain('Your organization has set no limits for Keyway.')
  await set({
    providers: ['openai', 'acme'],
    lockAfterMinutesAtMost: 'soon',
    help: { name: 'Ann', address: 'ann@example.com' },
  })
  const listed = [...document.querySelectorAll('[data-policy]')].map(one => one.textContent)
  expect(listed).toEqual([
    'ProvidersOpenAI',
    'Whom to askAnn, ann@example.com',
    'lockAfterMinutesAtMost',
    'providers: acme',
  ])
  expect(document.querySelector('dl a')?.getAttribute('href')).toBe('mailto:ann@example.com')
})
