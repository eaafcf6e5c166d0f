// @vitest-environment happy-dom
/** What the page about sync says: what carries the keys, what stops it, and what goes on all the same. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readPolicy } from '../../../src/features/policy/core/policies.ts'
import { suggestedName } from '../../../src/features/sync/core/computer-name.ts'
import type { SyncResult } from '../../../src/features/sync/core/run.ts'
import SyncPage from '../../../src/features/sync/screen/sync-page.tsx'
import type { SyncStatus } from '../../../src/features/sync/screen/sync-status.ts'
import { attentionWords } from '../../../src/features/sync/screen/sync-words.ts'
import { moment } from '../../../src/i18n/time.ts'
import { fail } from '../../../src/protocol/failure.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session } from '../../fake-browser.ts'
import { caught, settled, show, type } from '../../in-dom.ts'

const now = 1_800_000_000_000
const page: { status: SyncStatus } = {
  status: { phase: 'off', isRunning: false, carriers: [], devices: [], events: [] },
}
const runs = vi.hoisted(() => ({ now: 0, folder: {}, changed: [] as unknown[] }))
vi.mock('../../../src/features/sync/screen/sync-status.ts', () => ({
  useSyncStatus: () => page.status,
  syncNow: async () => void runs.now++,
}))
vi.mock('../../../src/platform/screen/sync-place.ts', () => ({
  readSyncPlace: async () => ({ name: 'home laptop', folder: runs.folder }),
  changeSyncPlace: async (more: unknown) => void runs.changed.push(more),
}))

const result: SyncResult = {
  ok: true,
  unreadable: [],
  setBack: [],
  asks: [],
  left: 0,
  notTaken: [],
  failures: [],
  isWaiting: false,
}
const on: SyncStatus = {
  phase: 'on',
  isRunning: false,
  at: now - 60_000,
  result,
  carriers: [{ kind: 'folder' }, { kind: 'browser' }],
  folder: 'cloud',
  name: 'home laptop',
  devices: [{ id: 'one', name: 'work laptop', sequence: 3, at: now - 3_600_000 }],
  events: [],
}
const text = () => document.body.textContent ?? ''
const buttons = () => [...document.querySelectorAll('button')].map(one => one.textContent)
const draw = async (status: SyncStatus) => {
  page.status = status
  await show(<SyncPage rest={[]} />)
}
const allow = (syncCarriers?: string[]) =>
  settled(() => session.set({ policy: readPolicy(syncCarriers ? { syncCarriers } : {}) }))

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  await followItems(['vault', 'rows', 'policy'])
})
beforeEach(() => allow())

test('off: both carriers are offered, with what each has room for and who sees what', async () => {
  await draw({ ...on, phase: 'off' })
  expect(buttons()).toEqual(['Use browser sync', 'Pick the folder'])
  expect(text()).toContain('It has room for about 120 keys.')
  expect(text()).toContain('It sees no key, name or note.')
})

test.each([
  [['folder'], ['Pick the folder']],
  [['browser'], ['Use browser sync']],
  [[], []],
])('off, and the organization allows %j: nothing else is offered', async (carriers, expected) => {
  await draw({ ...on, phase: 'off' })
  await allow(carriers)
  expect(buttons()).toEqual(expected)
  if (expected.length === 0) expect(text()).toContain('Set by your organization: keys are not synced.')
})

test.each<[string, Partial<SyncStatus>, RegExp]>([
  ['both', {}, /Synced 1 min\.? ago, through the folder cloud and browser sync, as home laptop\./],
  [
    'the browser alone, which has shown no other computer',
    { carriers: [{ kind: 'browser' }], devices: [] },
    /Handed to browser sync 1 min\.? ago.*does not tell Keyway whether it syncs/,
  ],
  [
    'a change that waits',
    { result: { ...result, isWaiting: true } },
    /Your latest change leaves in half a minute/,
  ],
  [
    'no room',
    { result: { ...result, failures: [fail('storage_full', 'Browser sync is full.')] } },
    /Tried 1 min\.? ago.*Not everything went through.*Browser sync is full/,
  ],
  [
    'a folder that is to be allowed again',
    { carriers: [{ kind: 'folder', stoppedBy: 'paused' }, { kind: 'browser' }] },
    /Sync through the folder is paused.*The keys on this computer stay.*through browser sync, as/,
  ],
  [
    'browser sync that the organization forbids',
    { carriers: [{ kind: 'folder' }, { kind: 'browser', stoppedBy: 'forbidden' }] },
    /Set by your organization: nothing is synced by the browser.*through the folder cloud, as/,
  ],
  [
    'another vault’s keys',
    { result: { ...result, unreadable: [{ is: 'foreign', file: 'x', carrier: 'browser' }] } },
    /Browser sync also holds the keys of another vault, sealed\. They are left alone/,
  ],
  [
    'a computer that is behind',
    { devices: [{ id: 'one', name: 'work laptop', sequence: 3, at: now - 4 * 86_400_000 }] },
    /work laptop: last seen 4 days ago\. What changed there since is not here yet\./,
  ],
  [
    'a computer whose clock is ahead',
    { devices: [{ id: 'one', name: 'work laptop', sequence: 3, at: now + 4 * 86_400_000 }] },
    /work laptop: last change just now/,
  ],
  [
    'a folder with too many files',
    {
      result: {
        ...result,
        unreadable: ['a', 'b'].map(file => ({ is: 'skipped', file, bytes: 4_560_000, carrier: 'folder' })),
      },
    },
    /2 files in the sync folder were not read \(9\.1 MB\)\. They are too many or too large\./,
  ],
  [
    'keys that could not be taken in',
    {
      result: {
        ...result,
        left: 2,
        notTaken: [
          { label: 'Bot', from: ['work laptop', 'old laptop'] },
          { label: '', from: [] },
        ],
      },
    },
    /2 keys were not taken in: “Bot” from work laptop, old laptop, a key without a name\. They changed meanwhile, this computer does not allow them, or what came cannot be opened\./,
  ],
  [
    'secrets that would be replaced',
    { result: { ...result, asks: ['one', 'two', 'three'] } },
    /On other computers 3 keys were deleted or replaced, or their names went to other keys: one, two, three\. Nothing was changed here yet\./,
  ],
  [
    'two keys that became one',
    { events: [{ at: now - 60_000, from: ['work laptop'], added: 0, changed: 0, removed: 0, merged: 1 }] },
    /1 key merged with another of the same secret, from work laptop/,
  ],
  [
    'what came from where',
    { events: [{ at: now - 60_000, from: ['work laptop'], added: 2, changed: 0, removed: 1 }] },
    /1 min\.? ago: 2 keys added, 1 key deleted, from work laptop/,
  ],
])('on: %s', async (_, more, words) => {
  await draw({ ...on, ...more })
  expect(text()).toMatch(words)
})

test('this computer gets another name, which leaves with the next sync; none is refused, and the old one is back', async () => {
  await draw(on)
  runs.now = 0
  const field = document.querySelector('input') as HTMLInputElement
  const rename = () => settled(() => field.form?.requestSubmit())
  await type(field, '  ')
  await rename()
  expect([text().includes('A computer needs a name.'), field.value]).toEqual([true, 'home laptop'])
  expect(runs.changed).toEqual([])
  await type(field, ' attic ')
  await rename()
  expect(runs.changed).toEqual([{ name: 'attic', writtenName: '' }])
  expect(runs.now).toBe(1)
})

test.each([
  ['Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'Chrome on Windows'],
  ['Macintosh; Intel Mac OS X 10_15_7) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edge on macOS'],
  ['X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/156.0.0.0', 'Chrome on ChromeOS'],
  ['X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
  ['something else', 'My computer'],
])('a computer is called by its browser, its system and the time: %s', (agent, begin) => {
  const [one, other] = [now, now + 60_000].map(at => suggestedName(`Mozilla/5.0 (${agent}`, at))
  expect(one).toBe(`${begin}, ${moment(now)}`)
  expect(other).not.toBe(one)
})

test('two computers of one name are two, and what is said of both is said once', async () => {
  const told = vi.spyOn(console, 'error')
  await draw({
    ...on,
    devices: ['one', 'two'].map(id => ({ id, name: 'My computer', sequence: 1, at: now - 60_000 })),
    result: { ...result, setBack: ['My computer', 'My computer'] },
  })
  expect(document.querySelectorAll('[aria-labelledby="sync-devices"] li')).toHaveLength(2)
  expect(text().match(/What came from My computer is older than before/g)).toHaveLength(1)
  // React complains of two children with one key.
  expect(told).not.toHaveBeenCalled()
  expect(caught).toEqual([])
})

test('of two carriers each can be taken away alone; the last one goes with sync itself', async () => {
  await draw(on)
  expect(buttons()).toEqual(expect.arrayContaining(['Stop using browser sync', 'Stop using the folder']))
  expect(text()).toContain('A computer that uses only one of the two gets nothing through the other.')
  await draw({ ...on, carriers: [{ kind: 'folder' }] })
  expect(buttons().filter(name => name?.startsWith('Stop using'))).toEqual([])
  expect(buttons()).toContain('Stop syncing here')
})

test.each<[string, Partial<SyncStatus>, RegExp | undefined]>([
  ['nothing', {}, undefined],
  [
    'deletions that wait',
    { result: { ...result, asks: ['one', 'two', 'three'] } },
    /Sync waits for your answer about 3 keys\./,
  ],
  [
    'a folder that the browser wants to be asked for',
    { carriers: [{ kind: 'folder', stoppedBy: 'paused' }] },
    /Sync through the folder is paused/,
  ],
  ['no room', { result: { ...result, failures: [fail('storage_full', 'Full.')] } }, /did not go through/],
  ['a run that failed', { failure: fail('folder', 'Gone.') }, /did not go through/],
])('pages about something else say what needs the person: %s', (_, more, words) => {
  const said = attentionWords({ ...on, ...more })
  if (words) expect(said).toMatch(words)
  else expect(said).toBeUndefined()
})

test.each<[string, () => Promise<PermissionState>, number, RegExp]>([
  ['the person allows', async () => 'granted', 1, /Sync through the folder is paused/],
  ['the person refuses', async () => 'denied', 0, /The browser did not allow the folder\. Press again/],
  [
    'the browser does not ask here',
    () => Promise.reject(new DOMException('no activation', 'SecurityError')),
    0,
    /If it does not ask, pick the folder again\./,
  ],
])(
  'a folder whose permission has lapsed is asked for by a press: %s',
  async (_, requestPermission, expected, words) => {
    const asked: unknown[] = []
    runs.folder = {
      requestPermission: (how: unknown) => {
        asked.push(how)
        return requestPermission()
      },
    }
    await draw({ ...on, carriers: [{ kind: 'folder', stoppedBy: 'paused' }] })
    runs.now = 0
    await settled(() =>
      [...document.querySelectorAll('button')].find(one => one.textContent === 'Allow the folder')?.click(),
    )
    expect(asked).toEqual([{ mode: 'readwrite' }])
    expect(runs.now).toBe(expected)
    expect(text()).toMatch(words)
    expect(buttons()).toContain('Pick the folder again')
  },
)

test('a folder that was moved can be picked again where it is now', async () => {
  await draw({
    ...on,
    carriers: [{ kind: 'folder' }],
    failure: fail('folder', 'The sync folder cannot be read.'),
  })
  expect(buttons()).toContain('Pick the folder again')
  await draw({ ...on, carriers: [{ kind: 'folder' }] })
  expect(buttons()).not.toContain('Pick the folder again')
})

test('the carrier that is not used yet can be added', async () => {
  await draw({ ...on, carriers: [{ kind: 'folder' }] })
  expect(buttons()).toContain('Use browser sync too')
  await draw({ ...on, carriers: [{ kind: 'browser' }] })
  expect(buttons()).toContain('Use a folder too')
  await allow(['browser'])
  expect(buttons()).not.toContain('Use a folder too')
})
