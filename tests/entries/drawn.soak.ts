/**
 * Every screen with sixty keys, at the widths and zooms that people have (320 px is a window of 1280 at 400 %), in forced colours, from
 * right to left and with less motion: nothing scrolls sideways, is cut, lies on something else, or tells a status by colour alone.
 * `--only PATTERN` for screens with such a name, `--pictures FOLDER` saves each as it was seen; `--dark`, `--keys N`, `--widths 800,1920`
 * and `--modes plain` see something else, or less.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CDPSession, Page } from 'puppeteer-core'
import { atRest } from '../browser/at-rest.ts'
import { clickMark, clickNamed, type Harness, launch, says, words } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { readOrganization, withTeam } from '../browser/team-of-keys.ts'
import { wellDrawn } from '../browser/well-drawn.ts'
import { send, withVault } from '../features/lock/vault-story.ts'

const places = [
  ...['overview', 'keys', 'keys?group=provider', 'keys?status=invalid_key', 'keys/add', 'keys/add/import'],
  ...['keys/add/guide', 'keys/add/server', 'keys/ID', 'keys/BAD', 'keys/ID/use', 'keys/ID/call'],
  ...['keys/ID/project', 'keys/ID/access', 'keys/ID/activity', 'keys/ID/edit', 'replace', 'replace/ID'],
  ...['usage', 'checkup', 'scan', 'security', 'recovery', 'guides', 'guides/create-key', 'providers'],
  ...['explain', 'organization', 'activity', 'sync', 'settings', 'policy', 'about', 'backup'],
]
/** What an admin key adds to. */
const withFigures = ['overview', 'keys', 'usage', 'organization', 'activity', 'replace/ID']
type Sizes = readonly (readonly [number, number])[]
const modes = ['plain', 'forced', 'rtl'] as const
const popupSize = [[380, 560]] as const
const panelSizes = [
  [320, 800],
  [480, 800],
] as const

const firstOption = process.argv.findIndex(word => word.startsWith('--'))

export async function run(): Promise<string> {
  const { values } = parseArgs({
    args: firstOption < 0 ? [] : process.argv.slice(firstOption),
    options: {
      only: { type: 'string', default: '' },
      pictures: { type: 'string' },
      dark: { type: 'boolean', default: false },
      keys: { type: 'string', default: '60' },
      widths: { type: 'string', default: '2560,1280,800,640,375,320' },
      modes: { type: 'string', default: modes.join() },
    },
  })
  const { dark } = values
  const keys = Number(values.keys)
  const everyWidth = values.widths.split(',').map(width => [Number(width), 860] as const)
  const isWanted = (name: string) => new RegExp(values.only).test(name)
  const h = await launch({ dark })
  try {
    const found: string[] = []
    let count = 0
    const look = async (page: Page, name: string, sizes: Sizes) => {
      if (!isWanted(name)) return
      // A page behind another tab draws no frame, and its animations never end.
      await page.bringToFront()
      for (const [width, height] of sizes) {
        await page.setViewport({ width, height })
        for (const mode of modes.filter(mode => values.modes.includes(mode))) {
          await dress(page, mode, dark)
          // What is as wide as the place that it is in, a chart above all, is drawn anew a frame after that has changed.
          await page.evaluate(
            () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
          )
          await atRest(page)
          count++
          for (const fault of await page.evaluate(wellDrawn))
            found.push(`${name}, ${width} px, ${mode}: ${fault}`)
          if (values.pictures) await picture(page, values.pictures, `${name}-${width}-${mode}`)
        }
        await dress(page, 'plain', dark)
      }
    }
    const own = async (path: string, name: string, sizes: Sizes) => {
      const page = await h.extensionPage(path)
      await poll(
        () => page.$('h1, h2, input[type="search"]'),
        async () => `${name}: ${await words(page)}`,
      )
      await look(page, name, sizes)
      return page
    }
    const ownAndClose = async (...page: Parameters<typeof own>) => (await own(...page)).close()

    const welcome = await h.pageAt(/welcome\.html/)
    await look(welcome, 'welcome', everyWidth)
    await clickNamed(welcome, 'I need my first key')
    await says(welcome, 'Make the vault')
    await look(welcome, 'welcome, protection', everyWidth)
    await ownAndClose(h.paths.popup, 'popup, no vault', popupSize)
    const screen = await withVault(h)
    await ownAndClose(h.paths.popup, 'popup, empty', popupSize)
    const goThrough = async (place: string, name = place) => {
      if (!isWanted(name)) return
      await screen.bringToFront()
      await screen.evaluate(
        hash => {
          location.hash = hash
        },
        place.replace('ID', ids.works).replace('BAD', ids.rejected),
      )
      await poll(
        () => screen.evaluate(() => document.querySelector('main h1') && !document.querySelector('.loading')),
        async () => `${place}: ${await words(screen)}`,
      )
      await look(screen, name, everyWidth)
    }
    const ids = { works: '', rejected: '' }
    for (const place of ['overview', 'keys', 'checkup']) await goThrough(place, `${place}, empty`)
    Object.assign(ids, await withKeys(h, screen, keys))
    for (const place of places) await goThrough(place)
    if (isWanted('keys, selected')) {
      await goThrough('keys', 'keys, selected')
      await clickMark(screen, 'thead input[type="checkbox"]')
      await look(screen, 'keys, selected', everyWidth)
    }
    await withTeam(h, screen)
    if (isWanted('organization, read')) {
      await readOrganization(screen)
      await look(screen, 'organization, read', everyWidth)
      await clickMark(screen, '[data-keyway="organization-key"] button')
      await poll(() => screen.$('dialog[open]'), 'one key of the organization')
      await look(screen, 'organization, one key', everyWidth)
      await screen.keyboard.press('Escape')
    }
    for (const place of withFigures) await goThrough(place, `${place}, with an admin key`)

    const popup = await own(h.paths.popup, 'popup', popupSize)
    for (const [name, key] of [
      ['popup, adding', 'n'],
      ['popup, explaining', 'e'],
      ['popup, shortcuts', '?'],
    ] as const) {
      await popup.bringToFront()
      await poll(
        async () => {
          if (await popup.$('main h1[tabindex], main h2')) return true
          // A letter is text while the search has the keyboard, and the search takes it back when the list changes.
          await popup.keyboard.press('Escape')
          await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
          await popup.keyboard.press(key)
        },
        async () => `${name}: ${await words(popup)}`,
      )
      await look(popup, name, popupSize)
      await popup.keyboard.press('Escape')
    }
    await poll(() => popup.$('.key-name'), 'the list of keys')
    await clickMark(popup, '.key-name')
    await poll(
      () => popup.$('[data-keyway="verdict"]'),
      async () => `one key: ${await words(popup)}`,
    )
    await look(popup, 'popup, one key', popupSize)
    await popup.close()
    const panel = await own(h.paths.panel, 'panel', panelSizes)
    await send(screen, 'screen.startGuide', { guide: 'create-key' })
    await says(panel, /Create new secret key|API keys/)
    await look(panel, 'panel, a guide', panelSizes)
    await panel.close()

    await send(screen, 'screen.lock', {})
    await look(screen, 'dashboard, locked', everyWidth)
    await ownAndClose(h.paths.popup, 'popup, locked', popupSize)
    await ownAndClose(h.paths.panel, 'panel, locked', panelSizes)
    if (found.length > 0) throw new Error(`${found.length} faults:\n${[...new Set(found)].join('\n')}`)
    return `${count} screens looked at, nothing to find`
  } finally {
    await h.close()
  }
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${join(folder, name.replaceAll(/[^\w-]+/g, '-'))}.png` })
}

/** One for each page, and open as long as the page is: what it emulates ends with it. */
const sessions = new WeakMap<Page, CDPSession>()

async function dress(page: Page, mode: (typeof modes)[number], dark: boolean): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession())
  sessions.set(page, session)
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: mode === 'forced' ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    ],
  })
  const isDressed = await page.evaluate(
    (dir, isForced) => {
      document.documentElement.dir = dir
      return (
        matchMedia('(prefers-reduced-motion: reduce)').matches &&
        matchMedia('(forced-colors: active)').matches === isForced
      )
    },
    mode === 'rtl' ? 'rtl' : 'ltr',
    mode === 'forced',
  )
  if (!isDressed) throw new Error(`${page.url()} is not drawn as asked: ${mode}`)
}

/** @returns the ids of one that works and of one that was rejected */
async function withKeys(
  h: Harness,
  screen: Page,
  count: number,
): Promise<{ works: string; rejected: string }> {
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
  const records = Array.from({ length: count }, (_, i) => {
    // A few are of OpenAI, so that some were tested.
    const provider = (count > 8 && providers[i % providers.length]) || 'openai'
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
  return await poll(async () => {
    const { rows = [] } = await h.session()
    const tested = rows.filter(row => row.verdict)
    if (tested.length < Math.min(count, 7)) return
    const idOf = (cause: string) => tested.find(row => row.verdict?.cause === cause)?.id ?? ''
    return { works: idOf('ok'), rejected: idOf('invalid_key') }
  }, 'every key of OpenAI to be tested')
}
