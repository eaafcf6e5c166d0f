/**
 * A page turns itself upside down while the card asks for its key: it hands the card, or the dialog that it lies in, to other documents.
 * The card is drawn as it was made or not at all, no press counts on one that is not, nothing is called saved that is not, and the person
 * still gets the key that the page shows.
 */
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { poll } from '../browser/poll.ts'
import { begin, buttonOf, reveal, type Scene } from '../features/guide/on-keys-page.ts'
import { send } from '../features/lock/vault-story.ts'
import { parts } from '../overlay/overlay.ts'
import { report, sampleOf, tries } from './outcome.ts'
import { twoWorlds, type World } from './two-worlds.ts'

const style = '    root.adoptedStyleSheets = [sheet]\n'
const once = 'sheet.replaceSync(style)\n'
const worlds = twoWorlds(
  {
    'overlay/host.ts': [
      [style, ''],
      // The card gets its style once.
      [once, `${once}  root.adoptedStyleSheets = [sheet]\n`],
      ['other.ownerDocument === document &&', ''],
    ],
  },
  // Whatever window is in front counts by its own address.
  { 'platform/tabs.ts': [[' || tab?.openerTabId === undefined) return', ' || true) return']] },
)
afterAll(() => worlds.own?.h.assertClean())

const turns: Record<string, (page: Page) => Promise<unknown>> = {
  'the dialog with the card in it is moved into a frame and opened there': page =>
    page.evaluate(() => {
      const dialog = document.querySelector('dialog[open]')
      const frame = document.createElement('iframe')
      Object.assign(frame.style, { position: 'fixed', inset: 0, width: '100%', height: '100%', border: 0 })
      document.body.append(frame)
      if (!(dialog instanceof HTMLDialogElement)) throw new Error('There is no dialog.')
      frame.contentDocument?.body.append(dialog)
      dialog.removeAttribute('open')
      dialog.showModal()
    }),
  'the card is handed to a frame’s document and put back': page =>
    page.evaluate(() => {
      const [host, frame] = [document.querySelector('div[popover=manual]'), document.createElement('iframe')]
      document.body.append(frame)
      const parent = host?.parentNode
      if (!host || !parent || !frame.contentDocument) throw new Error('There is no card.')
      frame.contentDocument.body.append(host)
      parent.append(host)
      frame.remove()
    }),
  'the card is adopted by a document without a window': page =>
    page.evaluate(() => {
      const host = document.querySelector('div[popover=manual]')
      if (!host) throw new Error('There is no card.')
      new Document().adoptNode(host)
    }),
}

const size = async ({ page }: Scene): Promise<string> => {
  const button = (await parts(page)).flatMap(part => part.buttons).find(one => one.name === 'Save to Keyway')
  return button ? `${Math.round(button.box.width)} x ${Math.round(button.box.height)}` : 'none'
}

/** @returns whether the card stays there in another look than the one it was made in. */
async function isSpoilt(
  { h, screen, within }: World,
  turn: (page: Page) => Promise<unknown>,
): Promise<boolean> {
  const scene = await begin(h, screen, { modal: 'native' })
  const shown = await reveal(scene)
  await buttonOf(scene, 'Save to Keyway')
  const before = await size(scene)
  await turn(scene.page)
  const isSame = await poll(async () => (await size(scene)) === before, 'the card', { within }).catch(
    () => false,
  )
  expect((await h.session()).pending ?? []).toEqual([])
  expect((await h.session()).rows).toEqual([])
  // Whatever became of the card: who asks in the panel gets the key that is in sight.
  expect(await send(screen, 'screen.takeKey', {})).toMatchObject({ ok: true })
  expect((await h.session()).pending?.[0]?.mask.slice(-4)).toBe(shown.slice(-4))
  return !isSame
}

test.each(sampleOf(Object.entries(turns), 3))(
  '%s: it looks as it was made, and the key is still taken',
  async (name, turn) => {
    let landed = 0
    const times = tries(1, 3)
    for (let time = 0; time < times; time++) if (await isSpoilt(worlds.own, turn)) landed++
    report({
      attack: name,
      attacker: 'page',
      asset: 'what a person sees of the card',
      tries: times,
      landed,
      control: worlds.open && { tries: 1, landed: Number(await isSpoilt(worlds.open, turn)) },
    })
  },
)

/** A page may open a window only at a press of the person's. */
async function opens(page: Page, open: () => unknown): Promise<void> {
  await page.bringToFront()
  await page.evaluate(`document.title = ''
    document.addEventListener('keydown', async () => {
      await (${open})()
      document.title = 'opened'
    }, { once: true })`)
  await page.keyboard.press('F9')
  await poll(async () => (await page.title()) === 'opened', 'the window to be opened')
}

/** @returns whether a small window that the page keeps above all others keeps the person from the key */
async function keepsFromKey({ h, screen }: World): Promise<boolean> {
  const scene = await begin(h, screen, { modal: 'native' })
  const shown = await reveal(scene)
  const taken = async () => {
    const answer = await send(screen, 'screen.takeKey', {})
    return [answer?.ok, ...((await h.session()).pending ?? []).map(({ mask }) => mask.slice(-4))]
  }
  // Somebody's address, which Keyway may not know, is in front of the page that shows the key.
  await opens(scene.page, () => window.open('about:blank'))
  expect(await taken()).toEqual([false])
  await opens(scene.page, () => Reflect.get(window, 'documentPictureInPicture').requestWindow())
  const [isTaken, ...tails] = await taken()
  if (isTaken) expect(tails).toEqual([shown.slice(-4)])
  return isTaken !== true
}

test('a small window that the page keeps above all others is no other tab; a tab that it opens is one', async () => {
  const landed = Number(await keepsFromKey(worlds.own))
  expect(landed).toBe(0)
  report({
    attack: 'a small window that the page keeps above all others',
    attacker: 'page',
    asset: 'the key that is shown once',
    tries: 1,
    landed,
    control: worlds.open && { tries: 1, landed: Number(await keepsFromKey(worlds.open)) },
  })
})
