/** Usage and cost, and the project's folder, in the built extension. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { clickMark, clickNamed, type Harness, launch, says } from './harness.ts'
import { send, withVault } from './vault-story.ts'

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
  await says(screen, new RegExp(`${day(4)} cost \\$14\\.00`))
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

test('a refusal is said in words', async () => {
  const key = h.practice?.state.keys.at(-1)
  if (key) key.revoked = true
  await screen.bringToFront()
  await clickNamed(screen, 'Read now')
  await screen.waitForSelector('[role="alert"] .notice')
})
