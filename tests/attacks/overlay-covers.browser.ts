/**
 * A page that hides the card's button and lures a press onto it. A press lands when it counts although the button is not on the screen
 * as it was drawn. The overlay runs alone, so that what depends on moments can be tried often.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { poll } from '../browser/poll.ts'
import type { Box } from '../overlay/overlay.ts'
import { standing } from './clickjacking-ways.ts'
import { controls, report, sampleOf, tries } from './outcome.ts'
import { type Attack, covers } from './overlay-covers.ts'
import { type Lab, openLab } from './overlay-lab.ts'
import { looks } from './overlay-looks.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab({
    unguarded: { 'visible.ts': noGuard },
    'with custom properties': { 'style.ts': styleWith(''), 'look.ts': noLook },
    'with custom properties, looked at': { 'style.ts': styleWith('') },
    'with a font by name': {
      'style.ts': styleWith('.replaceAll("system-ui", "Keyway, system-ui")'),
      'look.ts': noLook,
    },
    'open to styles': {
      'visible.ts': noGuard,
      'style.ts': styleWith(
        '.replace(/:host\\s*\\{[^}]*\\}/, ":host{position:fixed;inset:0;width:auto;height:auto;overflow:clip;pointer-events:none;background:none;border:0;padding:0}")',
      ),
      'look.ts': noLook,
    },
  })
})
afterAll(() => lab?.close())

const noGuard = 'export const guardButtons = () => ({ trusted: () => true, moved() {} })'
const noLook = 'export const looksAsDrawn = () => true'
/** The style as written, its custom properties kept, changed by one expression. */
const styleWith = (change: string): string =>
  `import css from '../../src/overlay/overlay.css?inline'
  export const style = css${change}`

const controlOnce = controls()
const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

/** @returns how many of so many presses counted while the button was not in sight. */
async function press({ run, flickers }: Attack, times: number, variant = ''): Promise<number> {
  let landed = 0
  const perPage = flickers ? 20 : 1
  for (let done = 0; done < times; done += perPage) {
    const { box, x, y, sight } = await lab.begin(variant)
    await lab.page.evaluate(run, box, Math.floor(Math.random() * 7))
    await pause(flickers ? 300 : 650)
    let before = 0
    for (let one = 0; one < Math.min(perPage, times - done); one++) {
      if (flickers) await pause(Math.random() * 60)
      await lab.page.mouse.click(x, y)
      const now = (await lab.presses()).length
      if (now > before && (await isHidden(box, sight, flickers))) landed++
      before = now
    }
  }
  return landed
}

/** The attack stands, so what is on the screen after the press was there before it. */
async function isHidden(box: Box, sight: string, flickers = false): Promise<boolean> {
  await lab.page.mouse.move(9, 9)
  const isAsDrawn = async () => (await lab.sight(box)) === sight
  // On a busy machine the button may be pale for a moment.
  if (!flickers) return !(await poll(isAsDrawn, 'it', { within: 800 }).catch(() => false))
  // A cover that flickers below the card hides nothing: a few looks tell.
  for (let look = 0; look < 6; look++) if (!(await isAsDrawn())) return true
  return false
}

/** The same attack where its guard is missing: once is enough. */
async function control(attack: Attack, variant: string): Promise<{ tries: number; landed: number }> {
  const most = 5
  for (let tries = 1; tries <= most; tries++) {
    const times = attack.flickers ? 8 : 1
    const landed = await press(attack, times, variant)
    if (landed > 0 || tries === most) return { tries: tries * times, landed }
  }
  return { tries: 0, landed: 0 }
}

describe('a press on what is not in sight', () => {
  test.each(Object.entries(covers))('%s', async (attack, how) => {
    const times = how.flickers ? tries(5, 100) : tries(1, 3)
    const landed = await press(how, times)
    report({
      attack,
      attacker: 'page',
      asset: 'a press on “Save to Keyway”',
      tries: times,
      landed,
      control: await controlOnce(how.flickers ? 'flickers' : 'stands', () => control(how, 'unguarded')),
    })
  })

  test.each(looks)('%s', async (attack, run, variant) => {
    const times = tries(1, 3)
    report({
      attack,
      attacker: 'page',
      asset: 'a press on “Save to Keyway”',
      tries: times,
      landed: await press({ run }, times),
      control: await controlOnce(variant, () => control({ run }, variant)),
    })
  })

  test.each(sampleOf(Object.entries(standing), 5))(
    'what stands, in the overlay alone: %s',
    async (_, run) => {
      const { box, x, y, sight } = await lab.begin()
      await lab.page.evaluate(run, { x, y })
      await pause(650)
      await lab.page.mouse.click(x, y)
      if ((await lab.presses()).length > 0) expect(await isHidden(box, sight)).toBe(false)
    },
  )

  test('and were custom properties to come back, the look at the colours would hold alone', async () => {
    const [[, run = () => undefined] = []] = looks
    expect(await press({ run }, 1, 'with custom properties, looked at')).toBe(0)
  })

  test('without any attack a press counts', async () => {
    const { x, y } = await lab.begin()
    await lab.page.mouse.click(x, y)
    expect(await lab.presses()).toEqual(['save-key'])
  })
})
