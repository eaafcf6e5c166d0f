/** Usage and cost, and the project's folder, in the built extension. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../../src/i18n/time.ts'
import { axe } from '../../browser/axe.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says, words } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { wellDrawn } from '../../browser/well-drawn.ts'
import { passphrase, send, withKey, withVault } from '../lock/vault-story.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h.close())

const goTo = (hash: string) =>
  screen.evaluate(hash => {
    location.hash = hash
  }, hash)

/** A real folder of the browser’s own file system, as if the key had been put there. */
async function rememberProject(id: string, env: string): Promise<void> {
  await screen.evaluate(
    async (id, env) => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('rotated', { create: true })
      for (const [name, content] of [
        ['.env', env],
        ['.gitignore', '.env\n'],
      ] as const) {
        const writing = await (await folder.getFileHandle(name, { create: true })).createWritable()
        await writing.write(content)
        await writing.close()
      }
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keyway-folders', 1)
        opening.onupgradeneeded = () => void opening.result.createObjectStore('folders')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('folders', 'readwrite')
          writing.objectStore('folders').put([{ folder, at: Date.now() - 1000 }], id)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      })
    },
    id,
    env,
  )
}
const readEnv = (): Promise<string> =>
  screen.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('rotated')
    return (await (await folder.getFileHandle('.env')).getFile()).text()
  })

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

test('without an admin key the page says what would be needed', async () => {
  await screen.evaluate(() => {
    location.hash = 'usage'
  })
  await says(screen, /An ordinary key cannot read what was spent/)
})

test('with one: the days as bars, the parts in numbers, and a word about the day that jumped', async () => {
  const practice = h.practice
  if (!practice) throw new Error('no practice platform')
  const [project] = practice.state.projects
  for (let ago = 0; ago < 30; ago++)
    for (const [of, share] of [
      [project?.id ?? '', 0.7],
      ['proj_side', 0.3],
    ] as const)
      practice.state.usage.push({
        day: day(ago),
        keyId: 'key_a',
        project: of,
        model: 'gpt-5',
        requests: 40,
        inputTokens: 90_000,
        outputTokens: 12_000,
        dollars: share * (ago === 4 ? 14 : 1 + (ago % 5) / 10),
      })
  const { secret } = practice.addKey({ kind: 'admin' })
  expect(await send(screen, 'screen.paste', { text: secret, about: { label: 'Costs only' } })).toMatchObject({
    ok: true,
  })
  // The welcome tab opens by itself; a page behind another draws no frame and takes no press.
  await screen.bringToFront()
  await clickMark(screen, '[data-keyway="read-usage"]')
  await says(screen, new RegExp(`${dayOf(day(4))} cost \\$14\\.00`))
  await says(screen, /Tokens out/)
  const bars = await screen.$$eval('.usage-chart rect', all => all.length)
  expect(bars).toBe(60)
  await h.screenshot(screen, 'usage/light')
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await h.screenshot(screen, 'usage/dark')
  expect(await screen.content()).not.toContain(secret.slice(12))
  expect(await axe(screen)).toEqual([])
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  expect(await axe(screen)).toEqual([])
  h.assertClean()
})

test('costs are watched once the person says so, and a notification tells of an unusual day', async () => {
  await screen.bringToFront()
  await says(screen, /Check the costs/)
  await clickNamed(screen, /^Check the costs/)
  await says(screen, 'Save 400 days as CSV')
  expect(await axe(screen)).toEqual([])
  const kept = await send(screen, 'screen.readSealed', { name: 'costs' })
  const history = kept?.ok ? JSON.parse(kept.text ?? '') : {}
  expect(history).toMatchObject({ isOn: true })
  // As if it was read seven hours ago, and nothing was said then.
  const days = Object.fromEntries(Object.entries(history.days).filter(([one]) => one < day(0)))
  for (const of of ['key_a', 'key_b'])
    h.practice?.state.usage.push({
      day: day(0),
      keyId: of,
      project: 'proj_side',
      model: 'gpt-5',
      requests: 1,
      inputTokens: 1,
      outputTokens: 1,
      dollars: 90,
    })
  const text = JSON.stringify({ ...history, days, noticed: {}, readAt: Date.now() - 7 * 3_600_000 })
  await send(screen, 'screen.keepSealed', { name: 'costs', text })
  await poll(
    () =>
      screen.evaluate(async () =>
        Object.keys(await chrome.notifications.getAll()).some(id => id.startsWith('page:')),
      ),
    'the notification about costs',
  )
  await clickNamed(screen, /^Check the costs/)
  await says(screen, 'Off: costs are read only')
  h.assertClean()
})

test('limits are read and set, and a service account is followed by a new one, each by a press that says what it does', async () => {
  const practice = h.practice
  if (!practice) throw new Error('no practice platform')
  const old = practice.addKey({ kind: 'service', name: 'ci-runner' })
  await screen.bringToFront()
  await clickMark(screen, '[data-keyway="read-limits"]')
  await says(screen, /For The whole organization/)
  await fill(screen, '[aria-labelledby="limits"] input', '20')
  await clickNamed(screen, 'Set a hard limit of $20.00 a month')
  await says(screen, '$20.00 a month, enforced: calls are refused from there on.')
  expect(practice.state.organization).toMatchObject({ spendLimit: 20, hardLimit: true })
  await fill(screen, '[aria-labelledby="limits"] .usage-form label:first-child input', '10')
  await fill(screen, '[aria-labelledby="limits"] input[type="email"]', 'robin@example.com')
  await clickNamed(screen, 'Add this e-mail alert')
  await says(screen, 'A mail to robin@example.com at $10.00')
  await clickNamed(screen, 'Remove this alert')
  await poll(() => practice.state.organization.spendAlerts.length === 0, 'the alert to go')

  await clickMark(screen, '[data-keyway="read-accounts"]')
  await clickNamed(screen, 'Make a replacement')
  await says(screen, /“ci-runner-\d{4}-\d\d-\d\d” is made, and its key is in your vault/)
  const fresh = practice.state.keys.at(-1)
  await poll(
    async () =>
      (await h.session()).rows?.some(row => row.label.startsWith('ci-runner-') && row.kind === 'service'),
    'the new key in the vault',
  )
  await h.screenshot(screen, 'usage/admin-light')
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await h.screenshot(screen, 'usage/admin-dark')
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await clickNamed(screen, 'Delete this account…')
  expect(old.revoked).toBe(false)
  await clickNamed(screen, 'Delete “ci-runner” and its keys')
  await poll(() => old.revoked, 'the old key to be dead')
  expect(fresh?.revoked).toBe(false)
  expect(await screen.content()).not.toContain(fresh?.secret.slice(12))
  expect(await axe(screen)).toEqual([])
  h.assertClean()
})

test('the organization is read: a long list, what a key cost, its id in the vault, and a key that is deleted once its end was typed', async () => {
  const practice = h.practice
  if (!practice) throw new Error('no practice platform')
  const mine = await withKey(h, screen, 'Bot')
  for (let index = 0; index < 250; index++) practice.addKey({ name: `Key ${index}` })
  const stranger = practice.addKey({ name: 'Forgotten', createdAt: Date.now() - 200 * 86_400_000 })
  practice.state.usage.push({
    day: day(1),
    keyId: stranger.id,
    project: stranger.project,
    model: 'gpt-5',
    requests: 3,
    inputTokens: 1,
    outputTokens: 1,
    dollars: 500,
  })
  await screen.bringToFront()
  await screen.evaluate(() => {
    location.hash = 'organization'
  })
  await clickMark(screen, '[data-keyway="read-organization"]')
  await says(screen, /In this vault/)
  await poll(
    async () => (await h.session()).rows?.some(row => row.id === mine.id && row.trackingId !== undefined),
    'the platform’s id of the key to be known',
  )
  await says(screen, /Read just now with “Costs only”/)
  // The dearest first, and of a long list only what is near the window.
  const [first, count] = await screen.$$eval('[data-keyway="organization-key"]', rows => [
    rows[0]?.textContent ?? '',
    rows.length,
  ])
  expect(first).toContain('Forgotten')
  expect(first).toContain('$500.00')
  expect(count).toBeLessThan(100)
  await h.screenshot(screen, 'usage/organization-light')
  expect(await axe(screen)).toEqual([])
  expect(await screen.evaluate(wellDrawn)).toEqual([])
  // A window of 1280 at a zoom of 400 %.
  const { width, height } = screen.viewport() ?? { width: 1280, height: 860 }
  await screen.setViewport({ width: 320, height: 800 })
  await poll(
    () => screen.evaluate(() => document.documentElement.scrollWidth <= 320),
    'the narrow page to fit',
  )
  await screen.setViewport({ width, height })
  await clickNamed(screen, 'Forgotten')
  await clickNamed(screen, 'Delete at OpenAI…')
  await fill(screen, 'dialog form input', stranger.secret.slice(-4))
  await h.screenshot(screen, 'usage/organization-delete')
  expect(await axe(screen)).toEqual([])
  expect(stranger.revoked).toBe(false)
  await clickMark(screen, '[data-keyway="delete-there"]')
  await says(screen, 'OpenAI says that it deleted “Forgotten”.')
  expect(stranger.revoked).toBe(true)
  await screen.evaluate(() => {
    location.hash = 'activity'
  })
  await says(screen, /The provider took a deletion/)
  await h.screenshot(screen, 'usage/activity')
  expect(await axe(screen)).toEqual([])
  for (const { secret } of practice.state.keys.slice(0, 20))
    expect(await screen.content()).not.toContain(secret.slice(12))
  h.assertClean()
  await screen.evaluate(() => {
    location.hash = 'usage'
  })
})

test('a service account’s key is replaced in one run that goes on when worker, page or vault end between any two stages', async () => {
  const practice = h.practice
  if (!practice) throw new Error('no practice platform')
  const old = practice.addKey({ kind: 'service', name: 'deploy-bot', createdAt: Date.now() - 3_600_000 })
  const saved = await send(screen, 'screen.paste', { text: old.secret, about: { label: 'Deploy' } })
  if (!saved?.ok) throw new Error('The key was not saved.')
  await goTo('organization')
  await clickMark(screen, '[data-keyway="read-organization"]')
  await poll(
    async () => (await h.session()).rows?.some(row => row.id === saved.id && row.trackingId === old.id),
    'the platform’s id of the key to be known',
  )
  await rememberProject(saved.id, `A=1\nOPENAI_API_KEY=${old.secret}\n`)

  const at = (stage: string) =>
    poll(
      () => screen.$(`[data-keyway="replacement"][data-stage="${stage}"]`),
      async () => `the stage “${stage}”; the page says: ${await words(screen)}`,
    )
  /** A press on what is busy would be no press. */
  const press = (mark: string) => clickMark(screen, `[data-keyway="${mark}"]:not([aria-disabled="true"])`)
  const paused = () => says(screen, 'Paused. Keyway does nothing until you continue.')
  const open = async () => {
    await goTo(`replace/${saved.id}`)
    await screen.bringToFront()
  }
  const endPage = async () => {
    const next = await h.extensionPage(h.paths.dashboard)
    await screen.close()
    screen = next
    await open()
  }
  const lockAndUnlock = async () => {
    await send(screen, 'screen.lock', {})
    await send(screen, 'screen.unlock', { passphrase })
    await open()
  }

  const fourHoursLater = () =>
    screen.evaluate(() => {
      const now = Date.now
      Date.now = () => now() + 4 * 3_600_000
    })

  await open()
  await press('replace-start')
  await at('create')
  await lockAndUnlock()
  await at('create')
  await h.killWorker()
  await press('replace-make')
  await at('place')
  const fresh = practice.state.keys.at(-1)
  expect(fresh?.name).toMatch(/^deploy-bot-\d{4}-\d\d-\d\d$/)
  await endPage()
  await at('place')
  await screen.waitForSelector('[data-keyway="put-standby"]')
  expect(await axe(screen)).toEqual([])
  await h.screenshot(screen, 'usage/replace-place')
  await h.killWorker()
  await send(screen, 'screen.prove', { passphrase })
  await press('put-standby')
  await says(screen, 'Done: rotated/.env.')
  expect(await readEnv()).toBe(`A=1\nOPENAI_API_KEY=${fresh?.secret}\n`)
  await press('replace-pause')
  await paused()
  await endPage()
  await paused()
  await press('replace-continue')
  await press('replace-placed')
  await at('wait')
  await says(screen, 'No model answered the old key in the last seven days.')
  await lockAndUnlock()
  await at('wait')
  await fourHoursLater()
  await press('replace-read-calls')
  await at('delete')
  await h.killWorker()
  // What a new page does by itself it would do by this computer’s real time.
  await press('replace-pause')
  await paused()
  await endPage()
  await paused()
  await fourHoursLater()
  await press('replace-continue')
  await at('delete')
  expect(await axe(screen)).toEqual([])
  expect(await screen.evaluate(wellDrawn)).toEqual([])
  await h.screenshot(screen, 'usage/replace-delete')
  await fill(screen, '[data-keyway="replacement"] form input', old.secret.slice(-4))
  expect(old.revoked).toBe(false)
  await press('replace-delete')
  await at('confirm')
  expect(old.revoked).toBe(true)
  await endPage()
  await at('done')
  await says(screen, /OpenAI refuses the old key since/)
  expect(fresh?.revoked).toBe(false)
  for (const { secret } of [old, fresh ?? old]) expect(await screen.content()).not.toContain(secret.slice(12))
  await goTo('activity')
  await says(screen, 'Key replaced, the old one revoked')
  h.assertClean()
  await goTo('usage')
})

test('a refusal is said in words', async () => {
  for (const key of h.practice?.state.keys ?? []) if (key.kind === 'admin') key.revoked = true
  await screen.bringToFront()
  await clickNamed(screen, 'Refresh')
  await screen.waitForSelector('[role="alert"] .notice')
})
