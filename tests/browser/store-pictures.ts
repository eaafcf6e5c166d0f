/** The pictures for the store and the README: what a person meets in daily work, 1280×800, light and dark. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { passphrase, send } from '../features/lock/vault-story.ts'
import { spotlight } from '../overlay/overlay.ts'
import { practiceHosts } from '../practice/hosts.ts'
import { grantedDist } from './granted-dist.ts'
import { type Harness, launch, root, says } from './harness.ts'
import { poll } from './poll.ts'
import { go, readOrganization, withTeam } from './team-of-keys.ts'

const width = 1280
const height = 800
const panelWidth = 380
const place = join(root, 'store/pictures')

type Tone = 'light' | 'dark'
type Shot = { name: string; take: (story: Story) => Promise<Page> }
type Story = { h: Harness; screen: Page; works: string; rejected: string; tone: Tone }

const shots: Shot[] = [
  {
    name: '1-guide',
    async take({ h, screen, tone }) {
      const panel = await h.extensionPage(h.paths.panel)
      await panel.setViewport({ width: panelWidth, height })
      h.practice?.set({ theme: tone })
      const page = await h.platform('/api-keys')
      await page.setViewport({ width: width - panelWidth - 1, height })
      await page.bringToFront()
      await send(screen, 'screen.startGuide', { guide: 'create-key' })
      await poll(() => spotlight(page), 'the guide to point at something')
      await rest(page)
      const beside = [await picture(page), await picture(panel)]
      await send(screen, 'screen.guideAct', { act: 'stop' })
      await Promise.all([page.close(), panel.close()])
      return compose(h, width, height, sideBySide(beside))
    },
  },
  {
    name: '2-keys',
    async take({ h, screen }) {
      await go(screen, 'keys')
      // The column of costs is there from the next look on: it never comes in under a pointer.
      await poll(async () => (await h.session()).rows?.some(row => row.tellsCosts), 'costs to be read')
      await go(screen, 'overview')
      await says(screen, 'Overview')
      await go(screen, 'keys')
      await poll(
        async () => (await screen.$$('[data-keyway="key-row"] .cell-cost:not(:empty)')).length > 3,
        'what the keys cost',
      )
      return screen
    },
  },
  {
    name: '3-why',
    async take({ screen, rejected }) {
      await go(screen, `keys/${rejected}`)
      await says(screen, 'Why this status?')
      return screen
    },
  },
  {
    name: '4-cost',
    async take({ screen }) {
      await go(screen, 'usage')
      await poll(() => screen.$('.usage-table tbody tr'), 'the figures', { within: 30_000 })
      return screen
    },
  },
  {
    name: '5-popup',
    async take({ h, tone }) {
      const popup = await h.extensionPage(h.paths.popup)
      await popup.setViewport({ width: 380, height: 600 })
      await popup.bringToFront()
      await poll(() => popup.$('[data-keyway="key-row"]'), 'the list')
      await popup.keyboard.type('chat')
      await rest(popup)
      const shown = await picture(popup)
      await popup.close()
      return compose(h, width, height, besideWords(shown, tone))
    },
  },
]

/**
 * @param words only pictures that have one of these in their names; all, when left out
 * @returns how many were written
 */
export async function takeForStore(words: string[], say: (line: string) => void): Promise<number> {
  const wanted = shots.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)))
  mkdirSync(place, { recursive: true })
  const dist = grantedDist()
  let count = 0
  try {
    for (const tone of ['light', 'dark'] as const) {
      const alsoHosts = practiceHosts.filter(host => !host.endsWith('openai.com'))
      const h = await launch({ dark: tone === 'dark', width, height, alsoHosts, dist })
      try {
        const screen = await h.extensionPage(h.paths.dashboard)
        await screen.bringToFront()
        const made = await send(screen, 'screen.createVault', { passphrase, watchWhileLocked: true })
        if (!made?.ok) throw new Error(JSON.stringify(made))
        const story = { h, screen, tone, ...(await withTeam(h, screen)) }
        await readOrganization(screen)
        for (const { name, take } of wanted) {
          const page = await take(story)
          await rest(page)
          await page.screenshot({ path: join(place, `${name}-${tone}.png`) as `${string}.png` })
          if (page !== screen) await page.close()
          await screen.bringToFront()
          count++
        }
        h.assertClean()
      } finally {
        await h.close()
      }
      say(`  ${tone}: done`)
    }
  } finally {
    rmSync(dist, { recursive: true, force: true })
  }
  // The README shows the table as it is in the light.
  writeFileSync(join(root, 'docs/keys.png'), readFileSync(join(place, '2-keys-light.png')))
  return count
}

/** Nothing moves any more: fonts are there, and what fades in has come. */
async function rest(page: Page): Promise<void> {
  let last = ''
  await poll(
    async () => {
      const now = Buffer.from(await page.screenshot()).toString('base64')
      const same = now === last
      last = now
      return same
    },
    'the picture to rest',
    { every: 300, within: 20_000 },
  )
}

const picture = async (page: Page): Promise<string> =>
  `data:image/png;base64,${Buffer.from(await page.screenshot()).toString('base64')}`

/** A page that is only a picture. It is no page of the extension: nothing of it is in the package. */
async function compose(h: Harness, wide: number, high: number, body: string): Promise<Page> {
  const page = await h.newPage()
  await page.setViewport({ width: wide, height: high })
  await page.setContent(
    `<style>*{box-sizing:border-box}body{margin:0;inline-size:${wide}px;block-size:${high}px;overflow:hidden;font:15px/1.45 system-ui,sans-serif}img{display:block}</style>${body}`,
  )
  await page.evaluate(() => Promise.all([...document.images].map(one => one.decode())))
  await page.bringToFront()
  return page
}

const sideBySide = (pictures: string[]) =>
  `<div style="display:flex;gap:1px;background:#8888">${pictures.map(one => `<img src="${one}" alt="">`).join('')}</div>`

const colours = {
  light: { ground: '#eeeefa', text: '#22222c', quiet: '#565664', accent: '#5d55d8' },
  dark: { ground: '#15151d', text: '#ececf2', quiet: '#a9a9b8', accent: '#aaa3f8' },
}

const besideWords = (shown: string, tone: Tone) => {
  const { ground, text, quiet, accent } = colours[tone]
  return `<div style="display:flex;align-items:center;justify-content:center;gap:96px;block-size:100%;background:${ground};color:${text}">
    <div style="inline-size:480px"><div style="display:flex;gap:12px;align-items:center;font-size:22px;font-weight:600">${mark(36, accent)}Keyway</div>
    <h1 style="margin:28px 0 16px;font-size:44px;line-height:1.15;letter-spacing:-.02em">Type a name. Press Enter. It is copied.</h1>
    <p style="margin:0;font-size:20px;color:${quiet}">Keys stay encrypted on your computer, and the clipboard is cleared afterwards.</p></div>
    <img src="${shown}" alt="" style="border-radius:12px;box-shadow:0 20px 60px #0006"></div>`
}

/** The icon's own drawing. */
function mark(size: number, colour: string): string {
  const svg = readFileSync(join(root, 'public/icons/keyway.svg'), 'utf8')
  return svg
    .replace('<svg', `<svg width="${size}" height="${size}"`)
    .replace(/fill="#\w+"/, `fill="${colour}"`)
}
