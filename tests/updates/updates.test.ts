/**
 * Profiles that earlier versions left in the middle of a journey, opened by the worker of today: every key is there, and what was under way
 * goes on. They were written by builds of those commits (make-profile.ts) and are never changed.
 *
 * @module-tag slow
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { stageOf } from '../../src/features/rotation/core/replacement.ts'
import { noteStep, readBook, type Sealed } from '../../src/features/rotation/core/sealed-replacements.ts'
import { openVaultWithRecoveryCode } from '../../src/vault/index.ts'
import { patiently } from '../patiently.ts'
import { memoryStore } from '../vault/helpers.ts'
import { slowRead } from '../vault/slow-vault.ts'
import { browserOn, startWorker } from './whole-worker.ts'

type Items = Record<string, unknown>
type Key = { id: string; label: string; sha256: string }
type Profile = {
  about: string
  at: number
  passphrase: string
  recoveryCode: string
  keys: [Key, Key, Key]
  /** What is replaced, the admin key that does it, and the new key; in profiles of versions that could. */
  more?: [Key, Key, Key]
  waiting: { label: string; sha256: string }
  local: Items & { tour: { guide: string; step: string; subjectId: string }; copyLeft: { keyId: string } }
  databases: Record<string, { stores: Record<string, Items> }>
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const folder = join(import.meta.dirname, 'profiles')
const profiles = readdirSync(folder)
  .sort()
  .map(name => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile] as const)

const sha256 = (text: unknown) => createHash('sha256').update(String(text)).digest('hex')
const diskOf = ({ local, databases }: Profile) =>
  structuredClone({ local: { ...local } as Items, mirror: databases['keyway-mirror']?.stores.items ?? {} })

/** The browser is opened again, five minutes later, with today's Keyway in it. */
async function openToday(profile: Profile, disk = diskOf(profile), watch?: Parameters<typeof browserOn>[1]) {
  vi.setSystemTime(profile.at + 5 * 60_000)
  const stand = browserOn(disk, watch)
  await startWorker(stand)
  await patiently(() => expect(stand.session.vault).toMatchObject({ status: 'locked' }))
  return { ...stand, disk }
}

async function unlocked(profile: Profile) {
  const today = await openToday(profile)
  // Without the passphrase function, which one of the stories goes through.
  const opened = await today.ask('screen.unlockWithRecoveryCode', { code: profile.recoveryCode })
  expect(opened).toEqual({ ok: true })
  await patiently(() => expect(today.session.rows).toBeDefined())
  return today
}

/** The key that came while it was locked, once the worker has read it. */
const waitingKey = ({ session }: { session: Items }): Promise<string> =>
  patiently(() => {
    const [first] = session.pending as { id: string }[]
    return first?.id ?? expect.fail('nothing waits')
  })

it('there is a profile of each form that data ever had', () => {
  expect(profiles.map(([name]) => name)).toEqual([
    '1-first.json',
    '2-settings-in-the-header.json',
    '3-guides-that-follow-evidence.json',
    '4-sync.json',
    '5-activity.json',
    '6-replacement.json',
  ])
})

describe.each(profiles)('%s', (_, profile) => {
  const [subject, copied, removed] = profile.keys
  const kept = [subject, copied, ...(profile.more ?? [])]

  it('opens with every key, and with all that was under way', async () => {
    const { ask, session, disk, cleared, alarms } = await openToday(profile)
    // The copy whose clearing was due: said before the unlock, for the browser ended before it.
    await patiently(() => expect(session.clipboardNote).toMatchObject({ text: expect.any(String) }))

    expect(await ask('screen.unlock', { passphrase: profile.passphrase })).toEqual({ ok: true })
    await patiently(() => expect(session.rows).toBeDefined())
    const rows = session.rows as { id: string; label: string; notes?: string; verdict?: { cause: string } }[]
    // What was removed half a minute before the end is gone by now, as was said.
    expect(rows.map(({ label }) => label).sort()).toEqual(kept.map(({ label }) => label).sort())
    for (const { id, sha256: digest } of kept) {
      const pulled = await ask('screen.pull', { id, reason: 'write' })
      expect(pulled).toMatchObject({ ok: true })
      expect(sha256(pulled.secret)).toBe(digest)
    }
    expect(rows.every(row => row.verdict?.cause === 'ok')).toBe(true)

    // The key that came while it was locked waits for the person's word; with it, it is in the vault.
    const pending = await waitingKey({ session })
    expect(await ask('screen.commit', { id: pending, about: { label: profile.waiting.label } })).toEqual(
      expect.objectContaining({ ok: true }),
    )
    const came = await ask('screen.pull', { id: pending, reason: 'write' })
    expect(sha256(came.secret)).toBe(profile.waiting.sha256)

    // The settings that its owner chose.
    expect(session.protectedSettings).toMatchObject({
      lockAfterMinutes: 60,
      clearAfterSeconds: 120,
      checkEveryMinutes: 1440,
      watchWhileLocked: true,
    })
    expect(session.vault).toMatchObject({ status: 'unlocked', notices: [] })
    expect([...alarms.keys()]).toContain('vault.lock')

    // “Clear now” ends the copy.
    expect(await ask('screen.clearClipboard')).toMatchObject({ ok: true })
    await patiently(() => expect(disk.local.copyLeft).toBeUndefined())
    // What it has written says of which form it is.
    expect(disk.local).toMatchObject({ dataVersion: 1, 'vault.head': { version: 2 } })
    expect(cleared).toHaveLength(1)
    expect(await ask('screen.verifyVault')).toMatchObject({ ok: true })
  })

  it('goes on in the guide at the step where it was', async () => {
    const { ask, session, disk } = await unlocked(profile)
    const { guide, step, subjectId } = profile.local.tour
    expect(subjectId).toBe(subject.id)
    // As the panel does when it is opened.
    await ask('screen.guideAct', { act: 'go' }, 'panel')
    await patiently(() => expect(session.tour).toMatchObject({ guide, step }))
    await ask('screen.guideAct', { act: 'skip' }, 'panel')
    await patiently(() => expect(disk.local.tour).toMatchObject({ guide, subjectId }))
    expect((disk.local.tour as { step: string }).step).not.toBe(step)
  })

  it('stays usable: what is changed today is there after the next start, for the second reader too', async () => {
    const { ask, disk } = await unlocked(profile)
    expect(await ask('screen.edit', { id: subject.id, about: { label: 'Renamed today' } })).toMatchObject({
      ok: true,
    })
    expect(await ask('screen.lock')).toMatchObject({ ok: true })
    const slow = slowRead(disk.local, { recoveryCode: profile.recoveryCode })
    expect([...slow.records.keys()].sort()).toEqual(kept.map(({ id }) => id).sort())
    expect(slow.records.has(removed.id)).toBe(false)
    const again = await openToday(profile, disk)
    await again.ask('screen.unlockWithRecoveryCode', { code: profile.recoveryCode })
    await patiently(() => expect(again.session.rows).toHaveLength(kept.length))
    expect(JSON.stringify(again.session.rows)).toContain('Renamed today')
  })

  it('loses no key when the worker dies at any write of the first unlock and what comes after it', async () => {
    const moments: { local: Items; mirror: Items }[] = []
    const today = await openToday(profile, diskOf(profile), (local, mirror) =>
      moments.push({ local, mirror }),
    )
    await today.ask('screen.unlockWithRecoveryCode', { code: profile.recoveryCode })
    await patiently(() => expect(today.session.rows).toHaveLength(kept.length))
    const pending = await waitingKey(today)
    await today.ask('screen.commit', { id: pending, about: { label: profile.waiting.label } })
    await today.ask('screen.verifyVault')
    expect(moments.length).toBeGreaterThan(20)
    for (const { local, mirror } of moments) {
      const [store, second] = [memoryStore(), memoryStore()]
      await store.set(local)
      await second.set(mirror)
      const vault = await openVaultWithRecoveryCode(store, profile.recoveryCode, { mirror: second })
      for (const { id, sha256: digest } of kept) expect(sha256((await vault.get(id))?.secret)).toBe(digest)
    }
  })
})

it.each(profiles.filter(([, { local }]) => 'vault.1.sync' in local))(
  '%s is still synced, as the same computer',
  async (_, profile) => {
    const { ask } = await unlocked(profile)
    const look = await ask('screen.syncLook')
    expect(look).toMatchObject({ ok: true, device: expect.stringMatching(/^[0-9a-f]{16}$/) })
    const sealed = await ask('screen.syncSeal', { place: 'state x 1', text: 'hello' })
    expect(await ask('screen.syncOpen', { place: 'state x 1', sealed: sealed.sealed })).toMatchObject({
      ok: true,
      text: 'hello',
    })
  },
)

it.each(
  profiles.flatMap(([name, profile]) => (profile.more ? [[name, profile, profile.more] as const] : [])),
)(
  '%s goes on with the replacement: the worker waits until the old key is unused, and it is deleted only after that',
  async (_, profile, [old, admin, next]) => {
    const { ask, alarms } = await unlocked(profile)
    const sealed: Sealed = {
      read: () => ask('screen.readSealed', { name: 'replacements' }) as ReturnType<Sealed['read']>,
      keep: (text, noted) =>
        ask('screen.keepSealed', { name: 'replacements', text, ...noted }) as ReturnType<Sealed['keep']>,
    }
    const book = await sealed.read()
    const [run] = readBook(book.ok ? book.text : '')
    expect(run).toMatchObject({ old: old.id, next: next.id, there: { admin: admin.id, siblings: 1 } })
    expect(run && stageOf(run)).toBe('wait')
    await patiently(() => expect(alarms.get('replacements.next')).toBeGreaterThan(profile.at))

    const early = await noteStep(sealed, old.id, { step: 'deleteAsked', at: Date.now() })
    expect(early).toMatchObject({ ok: true, run })
    const decided = await noteStep(sealed, old.id, { step: 'notWaited' })
    expect(decided.ok && stageOf(decided.run)).toBe('delete')
    const again = await sealed.read()
    expect(readBook(again.ok ? again.text : '')).toMatchObject([{ old: old.id, isWaitOver: true }])
  },
)
