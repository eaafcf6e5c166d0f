/** Usage and cost, and the project's folder, in the built extension. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../../src/i18n/time.ts'
import { axe } from '../../browser/axe.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says, words } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { wellDrawn } from '../../browser/well-drawn.ts'
import { send, withKey, withVault } from '../lock/vault-story.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h.close())

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
  // Where the system sets the colours, each name still shows which part of a bar is its own.
  const protocol = await screen.createCDPSession()
  const colours = (value: string) =>
    protocol.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })
  await colours('active')
  const swatches = await screen.$$eval('.usage-chart li .swatch', all =>
    all.map(one => getComputedStyle(one).backgroundColor),
  )
  expect(swatches.length).toBeGreaterThan(1)
  expect(new Set(swatches).size).toBe(swatches.length)
  await colours('none')
  await protocol.detach()
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
  await clickNamed(screen, 'Yes, remove the alert')
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
  // It is deleted where its last model call stands, once its key's end was typed.
  await clickNamed(screen, 'Delete this account…')
  await clickMark(screen, '[data-keyway="read-organization"]')
  await clickNamed(screen, 'Delete its service account…')
  await says(screen, /You cannot undo this\. Last model call: /)
  await fill(screen, '[aria-label="Service account"] form input', old.secret.slice(-4))
  expect(old.revoked).toBe(false)
  await clickMark(screen, '[data-keyway="delete-there"]:not([aria-disabled="true"])')
  await says(screen, 'OpenAI says that it deleted “ci-runner”.')
  expect(old.revoked).toBe(true)
  expect(fresh?.revoked).toBe(false)
  expect(await screen.content()).not.toContain(fresh?.secret.slice(12))
  expect(await axe(screen)).toEqual([])
  h.assertClean()
})

test('the organization is read: a long list, what a key cost, its id in the vault; expiry, permissions and limit of a key are changed, and it is deleted once its end was typed', async () => {
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
  const state = () => practice.state.keys.find(({ id }) => id === stranger.id) ?? expect.fail()
  const end = stranger.secret.slice(-4)

  // Each act with the old value beside it; the platform's own state tells what came of it.
  await says(screen, /No expiry date/)
  await clickNamed(screen, 'Set an expiry…')
  await clickNamed(screen, 'Expire in 90 days')
  await says(screen, /OpenAI changed the key\. Expires /)
  expect(state().expiresAt).toBeGreaterThan(Date.now() + 89 * 86_400_000)
  await clickNamed(screen, 'Set an expiry…')
  await says(screen, 'You can move the date again until it comes.')
  await clickNamed(screen, 'Set an expiry…')

  await says(screen, 'OpenAI does not tell them')
  await clickNamed(screen, 'Change permissions…')
  await clickMark(screen, '[data-keyway="change-rights"]')
  expect(state().permissions).toBe('all')
  await fill(screen, '[aria-label="Permissions"] form input', end)
  await h.screenshot(screen, 'usage/organization-permissions')
  expect(await axe(screen)).toEqual([])
  await clickMark(screen, '[data-keyway="change-rights"]:not([aria-disabled="true"])')
  await says(screen, 'OpenAI changed the key. It may only read.')
  expect(state().permissions).toBe('read')

  practice.set({ projects: practice.state.projects.map(one => ({ ...one, spendLimit: 7, hardLimit: true })) })
  await clickNamed(screen, 'Set a limit…')
  await says(screen, '$7.00 a month, enforced')
  await fill(screen, 'dialog .money-field', '9')
  await clickNamed(screen, /^Set a hard limit of \$9\.00/)
  await says(screen, '$9.00 a month, enforced')
  expect(practice.state.projects.find(({ id }) => id === stranger.project)).toMatchObject({ spendLimit: 9 })
  await clickNamed(screen, 'Set a limit…')

  await clickNamed(screen, 'Delete at OpenAI…')
  await says(screen, /You cannot undo this\. Last model call: /)
  await clickMark(screen, '[data-keyway="delete-there"]')
  await fill(screen, '[aria-label="Delete"] form input', end)
  await h.screenshot(screen, 'usage/organization-delete')
  expect(await axe(screen)).toEqual([])
  expect(state().revoked).toBe(false)
  await clickMark(screen, '[data-keyway="delete-there"]:not([aria-disabled="true"])')
  await says(screen, 'OpenAI says that it deleted “Forgotten”.')
  expect(state().revoked).toBe(true)
  await screen.evaluate(() => {
    location.hash = 'activity'
  })
  await says(screen, /Deletion accepted by the provider/)
  await h.screenshot(screen, 'usage/activity')
  expect(await axe(screen)).toEqual([])
  for (const { secret } of practice.state.keys.slice(0, 20))
    expect(await screen.content()).not.toContain(secret.slice(12))
  await pressActivity()
  h.assertClean()
  await screen.evaluate(() => {
    location.hash = 'usage'
  })
})

/** By keyboard and mouse alone: what narrows the list, both files, a key's link, and the time that it is kept for. */
async function pressActivity(): Promise<void> {
  const lines = () => screen.$$eval('tbody tr', rows => rows.map(row => row.textContent ?? ''))
  const all = (await lines()).length
  const only = async (words: RegExp) =>
    poll(
      async () => {
        const now = await lines()
        return now.length > 0 && now.length < all && now.every(line => words.test(line)) && now
      },
      async () => `only ${words}; there is: ${(await lines()).join(' | ')}`,
    )
  const choose = async (of: string, typed: string) => {
    await screen.focus(of)
    await screen.keyboard.type(typed)
  }
  await choose('select[aria-label="What"]', 'Deletion')
  await only(/Deletion accepted by the provider/)
  const folder = mkdtempSync(join(tmpdir(), 'keyway-activity-'))
  const protocol = await h.browser.target().createCDPSession()
  await protocol.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  const fileOf = async (form: string) => {
    await clickNamed(screen, `Save as ${form}`)
    // The browser names the file before it has written the last of it.
    return poll(
      () => readFileSync(join(folder, `keyway-activity.${form.toLowerCase()}`), 'utf8') || undefined,
      `the ${form} file`,
    )
  }
  const shown = await lines()
  const [head, ...saved] = (await fileOf('CSV')).trim().split('\r\n')
  expect(head).toMatch(/^time_utc,act,/)
  expect(saved).toEqual(shown.map(() => expect.stringContaining(',deletedThere,')))
  expect(JSON.parse(await fileOf('JSON'))).toEqual(
    shown.map(() => expect.objectContaining({ act: 'deletedThere' })),
  )
  rmSync(folder, { recursive: true, force: true })

  await choose('select[aria-label="What"]', 'Everything')
  await fill(screen, 'input[type="search"]', 'costs only')
  await only(/Costs only/)
  await clickMark(screen, 'tbody a')
  await poll(() => screen.evaluate(() => location.hash.startsWith('#keys/')), 'the page of that key')
  await says(screen, /Costs only/)
  await screen.goBack()

  await says(screen, /What was done on this computer/)
  await poll(async () => (await lines()).length === all, 'all entries again')
  // What is typed within a second of the last letters would belong to them.
  const chooseNothing = async () => {
    await screen.focus('.narrow-select')
    await screen.keyboard.press('ArrowUp')
  }
  await choose('.narrow-select', '30')
  await poll(async () => {
    const kept = await send(screen, 'screen.activity', {})
    return kept?.ok && kept.days === 30
  }, 'the shorter time, which deletes nothing yet')
  await chooseNothing()
  await says(screen, new RegExp(`${all} entries are older than that`))
  await clickNamed(screen, 'Cancel')
  expect(await lines()).toHaveLength(all)
  await chooseNothing()
  await clickNamed(screen, 'Delete them')
  await says(screen, 'Nothing was noted.')
}

test.each([
  [
    'api.usage.read',
    'This admin key lacks the permission api.management.read. Not read: projects, keys, service accounts, admin keys, and limits.',
  ],
  [
    'api.management.read',
    'This admin key lacks the permission api.usage.read. Not read: costs and calls of models.',
  ],
])(
  'an admin key that has only the right %s: the rest is usable, and what is missing is said',
  async (scope, missing) => {
    const practice = h.practice
    if (!practice) throw new Error('no practice platform')
    const { secret } = practice.addKey({ kind: 'admin', permissions: 'restricted', scopes: [scope] })
    const saved = await send(screen, 'screen.paste', { text: secret, about: { label: scope } })
    const id = saved?.ok ? saved.id : expect.fail()
    const goTo = async (page: string, select: string) => {
      await screen.evaluate(hash => {
        location.hash = hash
      }, page)
      await screen.waitForSelector(`${select} option[value="${id}"]`)
      await screen.select(select, id)
    }
    /** New figures take the place of those that were kept, and what stands below them moves once. */
    const stands = () =>
      poll(
        () => screen.$eval('[data-keyway="read-usage"]', one => one.getAttribute('aria-disabled') !== 'true'),
        'the end of reading',
      )
    await screen.bringToFront()
    await goTo('organization', 'select[aria-label="Admin key"]')
    await says(screen, `Keyway asks OpenAI with “${scope}”`)
    await clickMark(screen, '[data-keyway="read-organization"]')
    await says(screen, missing)
    const rows = await screen.$$eval('[data-keyway="organization-key"]', all => all.length)
    await h.screenshot(screen, `usage/only-${scope}`)
    expect(await axe(screen)).toEqual([])
    if (scope === 'api.usage.read') {
      // What was spent is there; no key is called unused or new, for none could be listed.
      expect(rows).toBe(0)
      await says(screen, 'No key could be read.')
      const sum = practice.state.usage.reduce((all, { dollars }) => all + dollars, 0)
      await says(screen, `Cost in 30 days $${sum.toFixed(2)}`)
      await goTo('usage', '.usage-form select')
      await says(screen, /Today so far/)
      await stands()
      await clickMark(screen, '[data-keyway="read-limits"]')
      await says(screen, /api\.management\.read/)
    } else {
      expect(rows).toBeGreaterThan(20)
      expect(await words(screen)).not.toContain('Cost in 30 days')
      await clickMark(screen, '[data-keyway="organization-key"] button')
      await clickNamed(screen, 'Set an expiry…')
      await clickNamed(screen, 'Expire in 90 days')
      await says(screen, /api\.management\.write/)
      await clickNamed(screen, 'Close')
      await goTo('usage', '.usage-form select')
      await says(screen, /api\.usage\.read/)
      await stands()
      await clickMark(screen, '[data-keyway="read-limits"]')
      await says(screen, /For The whole organization/)
    }
    await h.screenshot(screen, `usage/cost-only-${scope}`)
    h.assertClean()
  },
)

test('a refusal is said in words', async () => {
  for (const key of h.practice?.state.keys ?? []) if (key.kind === 'admin') key.revoked = true
  await screen.bringToFront()
  await clickNamed(screen, 'Refresh')
  await screen.waitForSelector('[role="alert"] .notice')
})
