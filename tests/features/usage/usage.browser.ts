/** Usage and cost, and the project's folder, in the built extension. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '../../../src/i18n/time.ts'
import { axe } from '../../browser/axe.ts'
import { clickMark, clickNamed, fill, type Harness, launch, says } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send, withVault } from '../lock/vault-story.ts'

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
  await h.screenshot(screen, 'usage/light')
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  await h.screenshot(screen, 'usage/dark')
  expect(await screen.content()).not.toContain(secret.slice(12))
  expect(await axe(screen)).toEqual([])
  await screen.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  expect(await axe(screen)).toEqual([])
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

test('a refusal is said in words', async () => {
  for (const key of h.practice?.state.keys ?? []) if (key.kind === 'admin') key.revoked = true
  await screen.bringToFront()
  await clickNamed(screen, 'Refresh')
  await screen.waitForSelector('[role="alert"] .notice')
})
