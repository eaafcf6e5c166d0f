// @vitest-environment happy-dom
/** Every open page of Keyway syncs, where sync is switched on, and asks nothing where it is not. */
import { beforeEach, expect, test, vi } from 'vitest'
import { pauseBefore } from '../../../src/features/sync/core/sync-pause.ts'
import { SyncHere } from '../../../src/features/sync/screen/sync-here.tsx'
import type { SyncStatus } from '../../../src/features/sync/screen/sync-status.ts'
import { settled, show, until } from '../../in-dom.ts'

const world = vi.hoisted(() => ({
  isOn: false,
  runs: 0,
  status: {} as SyncStatus,
  made: new Set<() => unknown>(),
  area: new Set<() => unknown>(),
}))
vi.mock('../../../src/platform/screen/sync-place.ts', () => ({
  hasSyncPlace: async () => world.isOn,
  onSyncPlaceMade: (hear: () => unknown) => {
    world.made.add(hear)
    return () => world.made.delete(hear)
  },
}))
vi.mock('../../../src/platform/screen/sync-area.ts', () => ({
  onSyncAreaChanged: (hear: () => unknown) => {
    world.area.add(hear)
    return () => world.area.delete(hear)
  },
}))
vi.mock('../../../src/features/sync/screen/sync-status.ts', () => {
  return {
    syncStatus: () => world.status,
    useSyncStatus: () => world.status,
    syncInBackground: async () => void world.runs++,
  }
})

beforeEach(() => {
  world.isOn = false
  world.runs = 0
  world.status = { phase: 'on', isRunning: false, carriers: [], devices: [], events: [] }
})

test('where sync is on, a page that opens syncs, and again when the browser has brought something', {
  tags: 'slow',
}, async () => {
  world.isOn = true
  await show(<SyncHere />)
  await until(() => expect(world.runs).toBe(1))
  await until(() => expect(world.area.size).toBe(1))
  for (const hear of world.area) hear()
  await until(() => expect(world.runs).toBe(2))
})

test('where it is off nothing is asked, until it is switched on, on whichever page', async () => {
  await show(<SyncHere />)
  await until(() => expect(world.made.size).toBe(1))
  expect(world.runs).toBe(0)
  for (const hear of world.made) hear()
  await until(() => expect(world.runs).toBe(1))
})

test('a folder whose permission has lapsed is said in the popup and the panel, with the way to where the browser can ask', async () => {
  world.isOn = true
  world.status = { ...world.status, carriers: [{ kind: 'folder', stoppedBy: 'paused' }] }
  const open = vi.fn()
  await show(<SyncHere openSync={open} />)
  const button = () => [...document.querySelectorAll('button')].find(one => one.textContent === 'Open Sync')
  await until(() => expect(button()).toBeTruthy())
  expect(document.body.textContent).toContain(
    'Sync through the folder is paused until you allow it again. The keys on this computer stay.',
  )
  await settled(() => button()?.click())
  expect(open).toHaveBeenCalledTimes(1)
})

test('the dashboard has the page: there it is a link, and on that page nothing is said twice', async () => {
  world.isOn = true
  world.status = { ...world.status, carriers: [{ kind: 'folder', stoppedBy: 'paused' }] }
  await show(<SyncHere />)
  await until(() => expect(document.querySelector('a[href="#sync"]')).toBeTruthy())
  await settled(() => {
    location.hash = '#sync'
  })
  await until(() => expect(document.querySelector('a[href="#sync"]')).toBeNull())
})

test.each([
  ['something waits to be written', { isWaiting: true, carriers: ['browser'], isHidden: true }, 30_000],
  [
    'a folder, which says nothing when it changes',
    { isWaiting: false, carriers: ['folder'], isHidden: false },
    30_000,
  ],
  ['a folder, and nobody looks', { isWaiting: false, carriers: ['folder'], isHidden: true }, 300_000],
  [
    'browser sync, which says so by itself',
    { isWaiting: false, carriers: ['browser'], isHidden: false },
    300_000,
  ],
] as const)('the pause before the next run: %s', (_, situation, pause) => {
  expect(pauseBefore(situation)).toBe(pause)
})
