/**
 * After a day's use the whole profile directory is searched: nothing of ours is readable in it, in UTF-8 or UTF-16. With the owner's
 * choice “also before I unlock” the browser's next start checks by itself; and when that choice ends, its bytes are gone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Harness, launch, says, shows } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { type Practice, startPractice } from '../../practice/server.ts'
import { testSecret } from '../../vault/helpers.ts'
import { databases, unlocked } from '../../vault/profile-vault.ts'
import { holders, openWatched, written } from './profile-bytes.ts'
import { passphrase, send } from './vault-story.ts'

const secrets = {
  key: testSecret('dump'),
  'key captured while locked': testSecret('captured-dump'),
  label: 'Zanzibar-Pelican-Label',
  project: 'Quokka-Project',
  notes: 'Marmalade-Notes-Of-Mine',
  passphrase,
}
const readable = (profile: string) =>
  Object.entries(secrets).flatMap(([what, text]) =>
    holders(profile, ...written(text)).map(path => `${what}: ${path}`),
  )
const seen = async (h: Harness) => (await h.session()).rows?.find(row => row.id === 'dumped')?.verdict?.key

test('a dump of the profile shows no key, label, note or passphrase, after use and after a crash; the next start checks while locked', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'keyway-dump-'))
  const practice = await startPractice()
  try {
    await use(profile, practice)
    expect(readable(profile)).toEqual([])
    await nextStart(profile, practice)
    expect(readable(profile)).toEqual([])
  } finally {
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

/** A day's use, and a crash. */
async function use(profile: string, practice: Practice): Promise<void> {
  const h = await launch({ profile, practice, expected: [/./] })
  const screen = await h.extensionPage(h.paths.dashboard)
  await unlocked(screen)
  const record = {
    id: 'dumped',
    provider: 'openai',
    label: secrets.label,
    project: secrets.project,
    notes: secrets.notes,
    secret: secrets.key,
  }
  expect(await send(screen, 'screen.import', { records: [record] })).toMatchObject({ ok: true })
  expect(await send(screen, 'screen.edit', { id: 'dumped', about: { purpose: 'Edited once' } })).toEqual({
    ok: true,
  })
  expect(await send(screen, 'screen.copy', { id: 'dumped' })).toMatchObject({ ok: true })
  expect(await send(screen, 'screen.pull', { id: 'dumped', reason: 'reveal' })).toMatchObject({ ok: true })
  const start = { watchWhileLocked: true, watchFromStart: true }
  expect(await send(screen, 'screen.setWatching', start)).toEqual({ ok: true })
  await poll(async () => (await seen(h)) === 'rejected', 'the check of a key that nobody knows')
  await send(screen, 'screen.lock', {})
  // What a captured key goes through, while locked.
  expect(
    await send(screen, 'screen.paste', { text: secrets['key captured while locked'], about: {} }),
  ).toMatchObject({ ok: true })
  // The unlock screen, with the passphrase typed and shown.
  await screen.reload()
  await screen.bringToFront()
  const field = await shows(screen, 'input[type=password]')
  await field?.type(passphrase)
  await screen.evaluate(() => {
    for (const input of document.querySelectorAll('input')) if (input.type === 'password') input.type = 'text'
  })
  await h.kill()
  await h.close()
}

/** The browser begins again, the vault is locked, and the key has become good meanwhile. */
async function nextStart(profile: string, practice: Practice): Promise<void> {
  practice.addKey({ secret: secrets.key, createdAt: Date.now() - 3_600_000 })
  const h = await launch({ profile, practice, expected: [/./] })
  const screen = await h.extensionPage(h.paths.dashboard)
  await poll(async () => (await h.session()).watched?.[0]?.verdict?.key === 'rejected', 'what was sealed')
  const alarm = () => screen.evaluate(() => chrome.alarms.get('health.next'))
  await poll(async () => ((await alarm())?.scheduledTime ?? 0) > Date.now() + 3_600_000, 'the next check')
  // Seven hours pass: the last check is as old, the alarm is due, and no worker is there to wait for it.
  await h.inWorker(async () => {
    const { watched } = (await chrome.storage.session.get('watched')) as { watched: { verdict: object }[] }
    const at = Date.now() - 7 * 3_600_000
    for (const each of watched) Object.assign(each.verdict, { at, since: at })
    await chrome.storage.session.set({ watched })
  })
  await h.killWorker()
  const shown = () => screen.evaluate(() => chrome.notifications.getAll()) as Promise<object>
  expect(await shown()).toEqual({})
  await screen.evaluate(() => chrome.alarms.create('health.next', { when: Date.now() + 1_000 }))

  const [id = ''] = await poll(async () => {
    const ids = Object.keys(await shown())
    return ids.length > 0 ? ids : undefined
  }, 'the notification that the key works again')
  expect(id).toBe('health::dumped:')
  expect((await h.session()).vault).toMatchObject({ status: 'locked', watchesFromStart: true })
  // No protocol presses a notification: the browser's event is sent to the worker.
  await h.inWorker(id => {
    const event = chrome.notifications.onClicked as unknown as { dispatch(id: string): void }
    event.dispatch(id)
  }, id)
  const opened = await h.pageAt(/#keys\/dumped$/)
  await opened.bringToFront()
  const field = await shows(opened, 'input[type=password]')
  await field?.type(passphrase)
  await opened.keyboard.press('Enter')
  await says(opened, secrets.label)
  expect(opened.url()).toMatch(/#keys\/dumped$/)
  await poll(async () => (await seen(h)) === 'accepted', 'the result to be taken into the vault')

  // Who copies the profile can use what is checked before the unlock: this is the trade-off. Ended, no byte of it is left.
  const found = openWatched(profile, 'dumped')
  expect(found?.record.secret).toBe(secrets.key)
  expect(await send(screen, 'screen.setWatching', { watchWhileLocked: false })).toEqual({ ok: true })
  const sealed = () => holders(profile, found?.key ?? Buffer.of(), Buffer.from(found?.sealed ?? ''))
  expect(sealed()).toEqual([])
  const paths = databases(h)
  await h.close()
  expect(sealed()).toEqual([])
  expect(openWatched(profile, 'dumped')).toBeUndefined()
  // The search can find: names of items are no secret, and are there.
  expect(holders(paths.local, ...written('vault.head')).length).toBeGreaterThan(0)
  expect(holders(paths.mirror, ...written('vault.head')).length).toBeGreaterThan(0)
}
