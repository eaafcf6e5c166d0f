/**
 * Every screen with sixty keys, at the widths and zooms that people have (320 px is a window of 1280 at 400 %), in forced colours, from
 * right to left and with less motion: nothing scrolls sideways, is cut, lies on something else, or tells a status by colour alone.
 */
import type { Page } from 'puppeteer-core'
import { atRest } from '../browser/at-rest.ts'
import { clickMark, type Harness, launch, words } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { readOrganization, withTeam } from '../browser/team-of-keys.ts'
import { wellDrawn } from '../browser/well-drawn.ts'
import { send, withVault } from '../features/lock/vault-story.ts'

const places = [
  ...['overview', 'keys', 'keys?group=provider', 'keys/add', 'keys/add/import', 'keys/add/guide'],
  ...['keys/add/server', 'keys/ID', 'keys/ID/use', 'keys/ID/access', 'keys/ID/activity', 'keys/ID/edit'],
  ...['usage', 'checkup', 'scan', 'security', 'guides', 'guides/create-key', 'providers', 'explain'],
  ...['organization', 'activity', 'sync', 'settings', 'policy', 'about', 'backup'],
]
/** What an admin key adds to. */
const withFigures = ['overview', 'keys', 'usage', 'organization', 'activity']
const widths = [2560, 1280, 800, 640, 375, 320]

export async function run(): Promise<string> {
  const h = await launch()
  try {
    const screen = await withVault(h)
    const found: string[] = []
    let count = 0
    const look = async (page: Page, name: string, sizes: readonly (readonly [number, number])[]) => {
      for (const [width, height] of sizes) {
        await page.setViewport({ width, height })
        for (const mode of ['plain', 'forced', 'rtl'] as const) {
          await dress(page, mode)
          await atRest(page)
          count++
          for (const fault of await page.evaluate(wellDrawn))
            found.push(`${name}, ${width} px, ${mode}: ${fault}`)
        }
        await dress(page, 'plain')
      }
    }
    const everyWidth = widths.map(width => [width, 860] as const)
    const own = async (path: string, name: string, sizes: readonly (readonly [number, number])[]) => {
      const page = await h.extensionPage(path)
      await poll(
        () => page.$('h1, h2, input[type="search"]'),
        async () => `${name}: ${await words(page)}`,
      )
      await look(page, name, sizes)
      await page.close()
    }
    const welcome = await h.pageAt(/welcome\.html/)
    await look(welcome, 'welcome', everyWidth)
    await own(h.paths.popup, 'popup, empty', [[380, 560]])
    const first = await withSixtyKeys(h, screen)
    await screen.bringToFront()
    const goThrough = async (place: string) => {
      await screen.evaluate(
        hash => {
          location.hash = hash
        },
        place.replace('ID', first),
      )
      await poll(
        () =>
          screen.evaluate(() => document.querySelector('main h1') && !document.querySelector('.bones-line')),
        async () => `${place}: ${await words(screen)}`,
      )
      await look(screen, place, everyWidth)
    }
    for (const place of places) await goThrough(place)
    await withTeam(h, screen)
    await readOrganization(screen)
    await look(screen, 'organization, read', everyWidth)
    await clickMark(screen, '[data-keyway="organization-key"] button')
    await poll(() => screen.$('dialog[open]'), 'one key of the organization')
    await look(screen, 'organization, one key', everyWidth)
    await screen.keyboard.press('Escape')
    for (const place of withFigures) await goThrough(place)
    await own(h.paths.popup, 'popup', [[380, 560]])
    await own(h.paths.panel, 'panel', [
      [320, 800],
      [480, 800],
    ])
    if (found.length > 0) throw new Error(`${found.length} faults:\n${[...new Set(found)].join('\n')}`)
    return `${count} screens looked at, nothing to find`
  } finally {
    await h.close()
  }
}

async function dress(page: Page, mode: 'plain' | 'forced' | 'rtl'): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: mode === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
  await page.evaluate(
    dir => {
      document.documentElement.dir = dir
    },
    mode === 'rtl' ? 'rtl' : 'ltr',
  )
  await session.detach()
}

/** @returns the id of one that works */
async function withSixtyKeys(h: Harness, screen: Page): Promise<string> {
  const providers = [
    'openai',
    'anthropic',
    'gemini',
    'mistral',
    'groq',
    'openrouter',
    'deepseek',
    'xai',
  ] as const
  const records = Array.from({ length: 60 }, (_, i) => {
    const provider = providers[i % providers.length] ?? 'groq'
    return {
      id: `key-${i}`,
      provider,
      label: i % 7 === 0 ? `nightly-batch-production-${provider}-europe-west-${i}` : `bot-${i}`,
      environment: ['Production', 'Staging', 'Development'][i % 3] ?? '',
      tags: i % 5 ? [] : ['client-x', 'reporting'],
      secret:
        provider === 'openai'
          ? (h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? '')
          : `${provider}-secret-${String(i).padStart(40, 'x')}`,
    }
  })
  for (const key of h.practice?.state.keys.slice(0, 3) ?? []) key.revoked = true
  const imported = await send(screen, 'screen.import', { records })
  if (!imported?.ok) throw new Error(JSON.stringify(imported))
  const works = await poll(async () => {
    const { rows = [] } = await h.session()
    const tested = rows.filter(row => row.verdict)
    return tested.length === 8 && tested.find(row => row.verdict?.cause === 'ok')?.id
  }, 'every key of OpenAI to be tested')
  return works
}
