/** axe-core finds nothing on any screen of Keyway, in any state of the vault, light and dark. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, coloured } from '../browser/axe.ts'
import { clickNamed, type Harness, launch, root, shows } from '../browser/harness.ts'
import { hiddenStops } from '../browser/hidden-stops.ts'
import { poll } from '../browser/poll.ts'
import { wellDrawn } from '../browser/well-drawn.ts'
import { send, withKey, withVault } from '../features/lock/vault-story.ts'

type State = 'no vault' | 'an empty vault' | 'keys' | 'a locked vault'

const everywhere = ['welcome', 'popup', 'panel', 'dashboard']
const pages = [
  'overview',
  'keys',
  'keys/add',
  'guides',
  'providers',
  'checkup',
  'backup',
  'security',
  'settings',
]
/** As the dashboard itself lists them: none is forgotten. */
const everyPage = [
  ...readFileSync(join(root, 'src/entries/dashboard/dashboard.tsx'), 'utf8').matchAll(/^ {2}(\w+): lazy\(/gm),
].map(([, name = '']) => name)
const screens: Record<State, string[]> = {
  'no vault': everywhere,
  'an empty vault': [...everywhere, ...pages.map(page => `dashboard#${page}`)],
  keys: [
    ...everywhere,
    ...[
      ...everyPage,
      ...['keys/add', 'keys/add/import', 'keys/add/guide', 'keys/add/server', 'keys/ID', 'keys/ID/use'],
      ...['keys/ID/access', 'keys/ID/activity', 'keys/ID/edit', 'keys/ID/call', 'keys/ID/project'],
      ...['replace/ID', 'guides/create-key'],
    ].map(page => `dashboard#${page}`),
  ],
  'a locked vault': [...everywhere, 'dashboard#settings', 'dashboard#about', 'dashboard#security'],
}

let h: Harness
let screen: Page
let keyId = ''
beforeAll(async () => {
  h = await launch()
})
afterAll(() => h?.close())

const become: Record<State, () => Promise<void>> = {
  'no vault': async () => {},
  'an empty vault': async () => {
    screen = await withVault(h)
  },
  keys: async () => {
    // As long as a name may be, and nowhere to break it; due, so that the overview speaks of it.
    keyId = (await withKey(h, screen, `Production-${'Chatbot_EU_WEST_'.repeat(11)}`)).id
    await send(screen, 'screen.edit', { id: keyId, about: { rotateBy: Date.now() + 86_400_000 } })
    const revoked = await withKey(h, screen, 'Old bot')
    for (const key of h.practice?.state.keys ?? []) if (key.secret === revoked.secret) key.revoked = true
    await send(screen, 'screen.test', { id: revoked.id })
    await poll(
      async () => (await h.session()).rows?.some(row => row.verdict?.key === 'rejected'),
      'the verdict on the revoked key',
    )
  },
  'a locked vault': async () => {
    await send(screen, 'screen.lock', {})
  },
}

for (const [state, names] of Object.entries(screens) as [State, string[]][])
  test(state, async () => {
    await become[state]()
    for (const name of names) {
      const page = await open(h, name.replace('ID', keyId))
      const found = await axe(page, { only: everyRule })
      await darken(page)
      const dark = await axe(page, { only: coloured })
      const faults = await page.evaluate(wellDrawn)
      const wide = await isTooWide(page)
      const unseen = await hiddenStops(page)
      expect({ screen: name, found, dark, faults, wide, unseen }).toEqual({
        screen: name,
        found: [],
        dark: [],
        faults: [],
        wide: false,
        unseen: [],
      })
      await page.close()
    }
    h.assertClean()
  })

test('and a fault would be seen, one that is there in the dark only too', async () => {
  const page = await open(h, 'welcome')
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.textContent = 'Nobody reads this in the dark.'
    pale.style.cssText = 'color: light-dark(#000, #333); background: light-dark(#fff, #222)'
    document.querySelector('main')?.append(document.createElement('button'), pale)
  })
  const light = (await axe(page, { only: everyRule })).join()
  expect(light).toMatch(/button-name/)
  expect(light).not.toMatch(/color-contrast/)
  await darken(page)
  expect((await axe(page, { only: coloured })).join()).toMatch(/color-contrast/)
  await page.close()
})

test('the welcome’s drawing goes round with the words beside it, can be stopped, and stands still for who wants less motion', async () => {
  const page = await open(h, 'welcome')
  const moving = () =>
    page.$$eval('.frame, .three li', all =>
      all.map(one => one.getAnimations({ subtree: true }).map(({ playState }) => playState)),
    )
  expect(await moving()).toEqual(Array(7).fill(['running']))
  await clickNamed(page, 'Pause the drawing')
  await poll(async () => (await moving()).flat().every(state => state === 'paused'), 'everything to stand')
  await clickNamed(page, 'Play the drawing')
  await poll(async () => (await moving()).flat().every(state => state === 'running'), 'it to go on')
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.reload()
  await shows(page, '.three li')
  expect(await moving()).toEqual(Array(7).fill([]))
  const seen = (what: string) => page.$$eval(what, all => all.map(one => getComputedStyle(one).opacity))
  expect([await seen('.frame'), await seen('.three li')]).toEqual([
    ['1', '0', '0', '0'],
    ['1', '1', '1'],
  ])
  expect(await axe(page, { only: everyRule })).toEqual([])
  await page.close()
  h.assertClean()
})

/** The same page after dusk. */
async function darken(page: Page): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  // Once a frame was drawn with the new colours, every transition to them has begun.
  await page.evaluate(() => new Promise(requestAnimationFrame))
}

async function open(h: Harness, name: string): Promise<Page> {
  const [file = '', hash] = name.split('#')
  const page = await h.extensionPage(`src/entries/${file}/${file}.html${hash ? `#${hash}` : ''}`)
  // The popup and the panel are narrow; axe looks at what a person would see.
  if (file === 'popup') await page.setViewport({ width: 380, height: 560 })
  if (file === 'panel') await page.setViewport({ width: 320, height: 800 })
  await page.bringToFront()
  await page.waitForFunction(
    () => document.querySelector('h1, h2') && !document.querySelector('main[aria-busy="true"]'),
  )
  return page
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nobody should have to scroll sideways. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
