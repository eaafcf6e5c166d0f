/**
 * A page that wants a press on “Save to Keyway” which nobody meant: every trick with real clicks. An attack lands when the
 * worker is asked although the person did not see the button as it is drawn (judged by what the screen shows), and none may.
 */
import { describe, expect, test } from 'vitest'
import type { Harness } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { begin, buttonOf, placeOf, reveal, type Scene } from '../features/guide/on-keys-page.ts'
import { parts, pressCard } from '../overlay/overlay.ts'
import { standing, unguarded } from './clickjacking-ways.ts'
import { onlyInFull, report, tries } from './outcome.ts'
import { twoWorlds, type World } from './two-worlds.ts'

const worlds = twoWorlds(unguarded)

const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))
const pending = async ({ h }: { h: Harness }) => (await h.session()).pending ?? []

/** @param attack tries once; returns whether the worker was asked although the person did not mean it */
async function tried(
  attack: string,
  times: number,
  landsOn: (world: World) => Promise<boolean>,
  hasControl = true,
): Promise<void> {
  let landed = 0
  for (let time = 0; time < times; time++) if (await landsOn(worlds.own)) landed++
  const control = { tries: 0, landed: 0 }
  const { open } = worlds
  while (open && hasControl && control.landed === 0 && control.tries < 5) {
    control.tries++
    await open.screen.bringToFront()
    if (await landsOn(open)) control.landed++
  }
  if (hasControl)
    report({
      attack: `on the platform: ${attack}`,
      attacker: 'page',
      asset: 'a press on “Save to Keyway”',
      tries: times,
      landed,
      control: open && control,
    })
  expect(landed).toBe(0)
}

async function isReady({ page }: Scene): Promise<boolean> {
  const buttons = (await parts(page)).flatMap(part => part.buttons)
  return buttons.some(button => button.name === 'Save to Keyway' && !button.disabled)
}

async function aimed({ h, screen }: World): Promise<Aim> {
  const scene = await begin(h, screen)
  await reveal(scene)
  const at = await buttonOf(scene, 'Save to Keyway')
  // It is paler, and takes no press, while it waits for its half second in view: attacks begin at its final look.
  await poll(() => isReady(scene), 'the button to be ready')
  let last = ''
  await poll(async () => {
    const before = last
    last = await sight(scene, at)
    return last === before
  }, 'the button to come to rest')
  return { scene, at }
}

/** How often what was too slow to count is tried anew. */
const mostTries = 15

type Aim = { scene: Scene; at: { x: number; y: number } }

/**
 * The page does something and the press follows within the half second that the attack has. On a machine that was too slow
 * for it the button was in view for long enough and a press is a press: then it is tried anew, and has to be in time once.
 */
async function pressedInTime(world: World, attack: (aim: Aim) => Promise<void>): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const aim = await aimed(world)
    const { page } = aim.scene
    // A press of the try before may have come this late.
    const before = (await pending(world)).map(({ id }) => id)
    await attack(aim)
    await page.mouse.click(aim.at.x, aim.at.y)
    const since = await page.evaluate(
      () => performance.now() - ((window as { attackedAt?: number }).attackedAt ?? 0),
    )
    await pause(500)
    if (since >= 480) continue
    return (await pending(world)).some(({ id }) => !before.includes(id))
  }
  throw new Error('No press came within half a second of the attack: this machine is too busy to tell.')
}

/** What the person sees where the button is, as a picture. */
async function sight({ page }: Scene, { x, y }: { x: number; y: number }): Promise<string> {
  return page.screenshot({ encoding: 'base64', clip: { x: x - 45, y: y - 14, width: 90, height: 28 } })
}

/**
 * The same words and edges, with at least a third of the contrast. Not the same bytes: on a slow machine the picture itself takes
 * so long that the button has its half second anew, and is paler in every picture though it was ready before and after.
 * @param picture, before PNGs in base64, of one size
 */
async function showsTheSame({ screen }: World, picture: string, before: string): Promise<boolean> {
  if (picture === before) return true
  return screen.evaluate(
    async pictures => {
      const [now = [], then = []] = await Promise.all(
        pictures.map(async picture => {
          const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0))
          const image = await createImageBitmap(new Blob([bytes]))
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
          canvas?.drawImage(image, 0, 0)
          const drawn = canvas?.getImageData(0, 0, image.width, image.height).data ?? []
          const greys = Array.from(
            { length: drawn.length / 4 },
            (_, at) => (drawn[4 * at] ?? 0) + (drawn[4 * at + 1] ?? 0) + (drawn[4 * at + 2] ?? 0),
          )
          const mean = greys.reduce((sum, one) => sum + one, 0) / greys.length
          return greys.map(one => one - mean)
        }),
      )
      const product = (a: number[], b: number[]) => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0)
      const [contrast, contrastThen] = [now, then].map(one => Math.sqrt(product(one, one))) as [
        number,
        number,
      ]
      return product(now, then) > 0.9 * contrast * contrastThen && contrast > contrastThen / 3
    },
    [picture, before],
  )
}

/** What a page can leave so until the press comes: does the press count while the button is not in sight as it was drawn? */
async function countsUnseen(world: World, attack: (at: Aim['at']) => void): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { scene, at } = await aimed(world)
    const before = await sight(scene, at)
    await scene.page.evaluate(attack, at)
    await pause(900)
    // What Keyway could mend is pale for its half second first, longer on a busy machine.
    const isInSight = () =>
      poll(async () => showsTheSame(world, await sight(scene, at), before), 'the button', {
        within: 2_000,
      }).catch(() => false)
    const seen = await isInSight()
    const wasReady = await isReady(scene)
    // Mended after the last look and ready before this one: a person sees it by now, the picture may be of the frame before.
    const isSeen = seen || (wasReady && (await isInSight()))
    await scene.page.mouse.click(at.x, at.y)
    await pause(500)
    const asked = (await pending(world)).length
    // Pale at the last look, and mended before the press came: nobody can say what was in sight then. So it is tried anew.
    if (asked === 1 && !isSeen && !wasReady) continue
    expect((await world.h.session()).rows).toEqual([])
    return asked === 1 && !isSeen
  }
  throw new Error('The button was mended while each press was on its way: this machine is too busy to tell.')
}

describe.each(onlyInFull(['an attack that stands while the person presses']))('%s', () => {
  // The overlay alone is tried with all of them, three times each and without its guard, in overlay-covers.browser.ts.
  test.each(Object.entries(standing))('%s', (name, attack) =>
    tried(name, 1, world => countsUnseen(world, attack), false),
  )
})

describe.each(onlyInFull(['an attack in time']))('%s', () => {
  // The overlay alone is tried a hundred times with each, in overlay-covers.browser.ts.
  const attacks: Record<string, (aim: Aim) => Promise<void>> = {
    'the dialog jumps, so that the button comes under a pointer that was about to press something else':
      async ({ scene, at }) => {
        await scene.page.mouse.move(at.x, at.y - 120)
        await moveDialogs(scene, '0 -120px')
        const isElsewhere = async () => {
          const now = await placeOf(scene, 'Save to Keyway')
          return now !== undefined && now.y < at.y - 20
        }
        await poll(isElsewhere, 'the card to follow')
        // From here on it is not for long where the pointer will be: it was seen elsewhere after this moment.
        await noteAttack(scene)
        if (!(await isElsewhere())) return noteAttack(scene, true)
        await moveDialogs(scene, '0 0')
        await poll(async () => !(await isElsewhere()), 'the card to come back', { within: 400 }).catch(
          () => undefined,
        )
      },
    'the cover goes just before the press': async ({ scene }) => {
      await scene.page.evaluate(() => {
        const cover = document.createElement('div')
        cover.popover = 'manual'
        cover.style.cssText =
          'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none;border:0'
        document.body.append(cover)
        cover.showPopover()
        const again = setInterval(() => {
          cover.hidePopover()
          cover.showPopover()
        }, 30)
        setTimeout(() => {
          clearInterval(again)
          cover.remove()
          Object.assign(window, { attackedAt: performance.now() })
        }, 1_500)
      })
      await scene.page.waitForFunction(() => 'attackedAt' in window)
    },
    'the host taken out and put back just before the press': async ({ scene }) => {
      await scene.page.evaluate(() => {
        const host = document.querySelector('div[popover=manual]')
        host?.remove()
        if (host) document.documentElement.append(host)
        Object.assign(window, { attackedAt: performance.now() })
      })
    },
  }
  test.each(Object.entries(attacks))('%s', (name, attack) =>
    tried(name, tries(1, 3), world => pressedInTime(world, attack)),
  )
})

async function moveDialogs({ page }: Scene, by: string): Promise<void> {
  await page.evaluate(by => {
    for (const dialog of document.querySelectorAll<HTMLElement>('[role=dialog], dialog'))
      dialog.style.setProperty('translate', by, 'important')
  }, by)
}

/** @param never it did not come about: no press is in time for it */
async function noteAttack({ page }: Scene, never = false): Promise<void> {
  await page.evaluate(
    never => void Object.assign(window, { attackedAt: never ? Number.NEGATIVE_INFINITY : performance.now() }),
    never,
  )
}

describe('a press that is none', () => {
  const none = (
    name: string,
    attack: (aim: Aim) => Promise<void>,
    { hasControl = true, inSample = false } = {},
  ) =>
    test.each(inSample ? [name] : onlyInFull([name]))('%s', () =>
      tried(
        name,
        tries(1, 3),
        async world => {
          const aim = await aimed(world)
          await attack(aim)
          await pause(400)
          return (await pending(world)).length > 0
        },
        hasControl,
      ),
    )

  none(
    'synthetic events of every kind, on the host and at the point',
    async ({ scene, at }) => {
      await scene.page.evaluate(({ x, y }) => {
        const host = document.querySelector('div[popover=manual]')
        const on = [host, document.elementFromPoint(x, y), window]
        for (const target of on)
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
            target?.dispatchEvent(
              new MouseEvent(type, {
                bubbles: true,
                composed: true,
                cancelable: true,
                clientX: x,
                clientY: y,
                detail: 1,
              }),
            )
        for (const key of ['Enter', ' '])
          for (const type of ['keydown', 'keypress', 'keyup'])
            host?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }))
        ;(host as HTMLElement | null)?.click()
      }, at)
    },
    { inSample: true },
  )

  none('focus pushed onto the host, then a key that the person typed for the page', async ({ scene }) => {
    await scene.page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('div[popover=manual]')
      host?.setAttribute('tabindex', '0')
      host?.focus()
    })
    await scene.page.keyboard.press('Enter')
    await scene.page.keyboard.press('Space')
  })

  // It landed on no variant either: nobody is told of the end of a drag as of a press.
  none(
    'something dragged and dropped onto the button',
    async ({ scene, at }) => {
      await scene.page.mouse.move(at.x - 300, Math.max(20, at.y - 200))
      await scene.page.mouse.down()
      await scene.page.mouse.move(at.x - 60, at.y, { steps: 4 })
      await scene.page.mouse.move(at.x, at.y, { steps: 4 })
      await scene.page.mouse.up()
    },
    { hasControl: false },
  )
})

test('and after all of that a person who sees the button is heard, and only the panel commits', async () => {
  const { scene } = await aimed(worlds.own)
  await pressCard(scene.page, 'Save to Keyway')
  await poll(async () => (await pending(worlds.own)).length === 1, 'the key to wait for the panel')
  expect((await worlds.own.h.session()).rows).toEqual([])
})
