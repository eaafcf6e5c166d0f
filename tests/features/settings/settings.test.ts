/** The person's settings: one owner in the worker, one change after the other. */
import { expect, it } from 'vitest'
import { type Policy, refuseLooser, tighten } from '../../../src/features/policy/core/policy.ts'
import { createSettings, settingsHandlers } from '../../../src/features/settings/worker/service.ts'
import type { Sender } from '../../../src/protocol/messages.ts'
import {
  defaultSettings,
  type LocalItems,
  type ProtectedSettings,
} from '../../../src/protocol/storage-keys.ts'
import { storageInMemory } from '../../storage-in-memory.ts'

const screen: Sender = { kind: 'screen', url: '' }
const refused = { ok: false, code: 'proof_needed', message: 'Show that it is you.' } as const

function world(
  mayStayOpen: () => Promise<typeof refused | undefined> = async () => undefined,
  policy: Policy = {},
) {
  let inHeader: Partial<ProtectedSettings> = {}
  const settings = createSettings(
    storageInMemory<LocalItems>(),
    async () => inHeader,
    all => tighten(all, policy),
  )
  const protect = async (patch: Partial<ProtectedSettings>) => {
    inHeader = { ...inHeader, ...patch }
    return undefined
  }
  const handlers = settingsHandlers(settings, Promise.resolve(), mayStayOpen, protect, async patch =>
    refuseLooser(patch, policy),
  )
  const change = (patch: object) => handlers['screen.settings']({ patch }, screen)
  return { settings, change }
}

it('two changes at once: both are kept, whichever is asked for first', async () => {
  const asked = [{ offerDeclined: true }, { siteOff: true }, { clearAfterSeconds: 60 }]
  for (const order of [asked, asked.toReversed()]) {
    const { settings, change } = world()
    await Promise.all(order.map(change))
    expect(await settings.read()).toEqual({
      ...defaultSettings,
      offerDeclined: true,
      siteOff: true,
      clearAfterSeconds: 60,
    })
    // The worker's other parts are the other writer.
    await Promise.all([change({ offerDeclined: false }), settings.change({ siteOff: false })])
    expect(await settings.read()).toEqual({ ...defaultSettings, clearAfterSeconds: 60 })
  }
})

it('a later lock needs a proof, a sooner one none; a refusal keeps nothing and stops nobody', async () => {
  const { settings, change } = world(async () => refused)
  const replies = await Promise.all([
    change({ lockAfterMinutes: 60, clearAfterSeconds: 99 }),
    change({ lockAfterMinutes: 5 }),
    change({ lockAfterMinutes: 10 }),
  ])
  expect(replies).toEqual([refused, { ok: true }, refused])
  expect(await settings.read()).toEqual({ ...defaultSettings, lockAfterMinutes: 5 })
})

it('storage that fails once does not stop the changes after it', async () => {
  const storage = storageInMemory<LocalItems>()
  let broken = true
  const settings = createSettings({
    ...storage,
    set: async (key, value) => {
      if (broken) throw new Error('The disk is full.')
      return storage.set(key, value)
    },
  })
  await expect(settings.change({ siteOff: true })).rejects.toThrow('full')
  broken = false
  await settings.change({ offerDeclined: true })
  expect(await settings.read()).toEqual({ ...defaultSettings, offerDeclined: true })
})
