/**
 * A page that hides the card's button and lures a press onto it. A press lands when it counts although the button is not on the screen
 * as it was drawn. The overlay runs alone, so that what depends on moments can be tried often.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report, tries } from './outcome.ts'
import { type Attack, covers } from './overlay-covers.ts'
import { type Lab, openLab } from './overlay-lab.ts'
import { looks } from './overlay-looks.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab({
    unguarded: {
      'visible.ts': 'export const guardButtons = () => ({ trusted: () => true, moved() {} })',
    },
    'with custom properties': { 'sheet.ts': sheetWith(''), 'look.ts': noLook },
    'with custom properties, looked at': { 'sheet.ts': sheetWith('') },
    'with a font by name': {
      'sheet.ts': sheetWith('.replaceAll("system-ui", "Keyway, system-ui")'),
      'look.ts': noLook,
    },
    'open to styles': {
      'sheet.ts': sheetWith(
        '.replace(/:host\\s*\\{[^}]*\\}/, ":host{position:fixed;inset:0;width:auto;height:auto;overflow:clip;pointer-events:none;background:none;border:0;padding:0}")',
      ),
      'look.ts': noLook,
    },
  })
})
afterAll(() => lab?.close())

const noLook = 'export const looksAsDrawn = () => true'
/** The style as written, its custom properties kept, changed by one expression. */
const sheetWith = (change: string): string =>
  `import css from '../../src/overlay/overlay.css?inline'
  export function sheet() {
    const made = new CSSStyleSheet()
    made.replaceSync(css${change})
    return made
  }`

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
      const unseen = flickers || (await lab.sight(box)) !== sight
      await lab.page.mouse.click(x, y)
      const now = (await lab.presses()).length
      if (now > before && (!flickers || (await isHidden(box, sight)))) landed += unseen ? 1 : 0
      before = now
    }
  }
  return landed
}

/** A cover that flickers below the card hides nothing: a few looks tell. */
async function isHidden(box: Parameters<Lab['sight']>[0], sight: string): Promise<boolean> {
  for (let look = 0; look < 6; look++) if ((await lab.sight(box)) !== sight) return true
  return false
}

describe('a press on what is not in sight', () => {
  test.each(Object.entries(covers))('%s', async (attack, how) => {
    const times = how.flickers ? tries(8, 100) : tries(1, 3)
    const landed = await press(how, times)
    report({
      attack,
      attacker: 'page',
      asset: 'a press on “Save to Keyway”',
      tries: times,
      landed,
      control: { tries: how.flickers ? 8 : 1, landed: await press(how, how.flickers ? 8 : 1, 'unguarded') },
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
      control: { tries: 1, landed: await press({ run }, 1, variant) },
    })
  })

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
