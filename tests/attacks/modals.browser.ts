/**
 * A press on the card must not close the page's dialog: at the key that is shown once, that would lose the key. Real dialogs of many
 * libraries, each with every control of the card, by mouse, touch, keys and drags.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { poll } from '../browser/poll.ts'
import { bundle } from '../locator/in-browser.ts'
import { parts } from '../overlay/overlay.ts'
import { report, tries } from './outcome.ts'
import { type Lab, openLab } from './overlay-lab.ts'

/** The card hears its presses, and the page hears them too. */
const onlyRouted = `
  import { onWindowEvent } from './window-events.ts'
  export function isolate(host, root, on, signal) {
    onWindowEvent(event => {
      if (event.target !== host || !event.isTrusted) return
      const at = () => root.elementFromPoint(event.clientX, event.clientY)
      if (event.type === 'pointerdown') on.began(at())
      if (event.type === 'click') on.pressed(event.detail === 0 ? root.activeElement : at(), event.detail === 0)
      if (event.type === 'keydown') on.key(event)
    }, signal)
  }`

type Page = { modals: { names: string[]; open(name: string): void } }

let lab: Lab
let script: string
let names: string[]
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, 'modals/page.ts'), 'modals')
  lab = await openLab({ 'not isolated': { 'isolate.ts': onlyRouted } })
  await lab.blank()
  await lab.page.evaluate(script)
  names = await lab.page.evaluate(() => (window as unknown as Page).modals.names)
})
afterAll(() => lab?.close())

const isOpen = () =>
  lab.page.evaluate(() => {
    const inside = document.querySelector('#inside')
    const field = document.querySelector<HTMLInputElement>('#field')
    return inside?.checkVisibility({ visibilityProperty: true }) === true && field?.value === 'a key'
  })

type Moment =
  | 'the dialog opens under the card'
  | 'the card comes above the dialog'
  | 'the person is in the field'
const moments: Moment[] = [
  'the card comes above the dialog',
  'the dialog opens under the card',
  'the person is in the field',
]

async function open(name: string, moment: Moment, variant = ''): Promise<void> {
  const { page } = lab
  await lab.blank(variant)
  if (moment === 'the dialog opens under the card') await lab.inWorld('lab.draw()')
  await page.evaluate(script)
  await page.evaluate(name => (window as unknown as Page).modals.open(name), name)
  await poll(isOpen, () => `the dialog of ${name} to be open`)
  if (moment === 'the person is in the field') await page.click('#field')
  await lab.inWorld(`lab.draw('#field')`)
  await lab.readyButton(variant)
}

type Place = { x: number; y: number }
async function placeOf(label: string): Promise<Place> {
  let last = ''
  const { box } = await poll(async () => {
    const all = (await parts(lab.page)).filter(part => part.name === 'card').flatMap(part => part.buttons)
    const found = all.find(button => button.name === label)
    const isStill = JSON.stringify(found) === last
    last = JSON.stringify(found)
    return isStill && !found?.disabled ? found : undefined
  }, `the button ${label}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const controls = { 'Save to Keyway': 'save-key', Done: 'done', Back: 'back', 'Stop the guide': 'stop' }

/** Each presses every control and tells after each what became of it. */
const inputs: Record<
  string,
  (tell: (what: string, counted: string | null) => Promise<void>) => Promise<void>
> = {
  async mouse(tell) {
    for (const [label, act] of Object.entries(controls)) {
      const { x, y } = await placeOf(label)
      await lab.page.mouse.move(x - 3, y - 2)
      await lab.page.mouse.click(x, y)
      await tell(label, act)
    }
    const small = await placeOf('Make the card small')
    await lab.page.mouse.click(small.x, small.y)
    await tell('Make the card small', null)
    const large = await placeOf('Save your key')
    await lab.page.mouse.click(large.x, large.y)
    await tell('Save your key', null)
  },
  async touch(tell) {
    for (const [label, act] of Object.entries(controls)) {
      const { x, y } = await placeOf(label)
      await lab.page.touchscreen.tap(x, y)
      await tell(label, act)
    }
  },
  async keys(tell) {
    await placeOf('Save to Keyway')
    await lab.inWorld('lab.focus()')
    const { keyboard } = lab.page
    await keyboard.press('Enter')
    await tell('Enter on Save to Keyway', 'save-key')
    for (const [key, act] of [
      ['Enter', 'done'],
      ['Space', 'back'],
      ['Enter', null],
      ['Enter', 'stop'],
    ] as const) {
      await keyboard.down('Shift')
      await keyboard.press('Tab')
      await keyboard.up('Shift')
      await keyboard.press(key)
      await tell(`${key} on ${act ?? 'More about this'}`, act)
    }
    await keyboard.press('Escape')
    await tell('Escape', null)
  },
  async drags(tell) {
    const save = await placeOf('Save to Keyway')
    const outside = { x: 20, y: 780 }
    const drag = async (from: Place, to: Place) => {
      await lab.page.mouse.move(from.x, from.y)
      await lab.page.mouse.down()
      await lab.page.mouse.move(to.x, to.y, { steps: 3 })
      await lab.page.mouse.up()
    }
    await drag(save, outside)
    await tell('from Save to the page', null)
    const back = await placeOf('Back')
    await drag({ x: back.x, y: back.y - 60 }, outside)
    await tell('from the card’s words to the page', null)
    await drag(back, save)
    await tell('from Back to Save', null)
  },
}

/** @returns how many presses there were and which of them closed the dialog, lost what was in it, or did nothing. */
async function pressAll(name: string, moment: Moment, input: string, variant = '') {
  const wrong: string[] = []
  let count = 0
  await open(name, moment, variant)
  await inputs[input]?.(async (what, act) => {
    count++
    const pressed = await lab.inWorld<string[]>('lab.presses.splice(0)')
    // What closes does so within a moment.
    await lab.page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30))))
    const said = `${name}, ${moment}, ${input}: ${what}`
    if (pressed.join() !== (act ?? '')) wrong.push(`${said}: counted as “${pressed.join()}”`)
    if (!(await isOpen())) {
      wrong.push(`${said}: closed`)
      await open(name, moment, variant)
    }
  })
  return { count, wrong }
}

describe('a press on the card above a dialog', () => {
  test.each(Object.keys(inputs))(
    'by %s',
    async input => {
      const sum = { tries: 0, wrong: [] as string[] }
      const control = { tries: 0, landed: 0 }
      const every = tries(8, 1)
      for (const [index, name] of names.entries()) {
        if (index % every !== 0) continue
        for (const moment of moments.slice(0, tries(1, 3))) {
          const { count, wrong } = await pressAll(name, moment, input)
          sum.tries += count
          sum.wrong.push(...wrong)
        }
        if (control.landed > 0) continue
        const { count, wrong } = await pressAll(name, moments[0] as Moment, input, 'not isolated')
        control.tries += count
        control.landed += wrong.length
      }
      expect(sum.wrong).toEqual([])
      report({
        attack: `a press by ${input} on the card that closes the page’s dialog`,
        attacker: 'page',
        asset: 'the key that is shown once',
        tries: sum.tries,
        landed: sum.wrong.length,
        control,
      })
    },
    900_000,
  )
})
