/**
 * Presses every control of the card above a page's open dialog, by mouse, touch, keys and drags. A press on the card must not close that
 * dialog: at the key that is shown once, that would lose the key.
 */
import { openLab } from '../attacks/overlay-lab.ts'
import { poll } from '../browser/poll.ts'
import { bundle } from '../locator/in-browser.ts'
import { inCard, parts } from '../overlay/overlay.ts'

/** The card hears its presses, and the page hears them too: the positive control. */
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
export const notIsolated = 'not isolated'

class Closed extends Error {}

type Page = { lab: { dialogs: Record<string, () => void> } }

export const moments = [
  'the card comes above the dialog',
  'the dialog opens under the card',
  'the person is in the field',
] as const
export type Moment = (typeof moments)[number]

export const inputs = ['mouse', 'touch', 'keys', 'drags', 'the pill'] as const
export type Input = (typeof inputs)[number]

export type Pressed = { count: number; wrong: string[] }
export type Presses = Awaited<ReturnType<typeof openPresses>>

/** @param entry a module that exports `dialogs`: what opens each, by name. */
export const pageScript = (entry: string): Promise<string> => bundle(entry, 'lab')

/** A browser with the card and a page in which dialogs open. */
export async function openPresses(script: string) {
  const lab = await openLab({ [notIsolated]: { 'overlay/isolate.ts': onlyRouted } })
  const { page } = lab
  await lab.blank()
  await page.evaluate(script)
  const names = await page.evaluate(() => Object.keys((window as unknown as Page).lab.dialogs))

  const isOpen = () =>
    page.evaluate(() => {
      const inside = document.querySelector('#inside')
      const field = document.querySelector<HTMLInputElement>('#field')
      return inside?.checkVisibility({ visibilityProperty: true }) === true && field?.value === 'a key'
    })

  /** The longest time between two frames since this was asked last: a press in a long one does not count, and is not judged. */
  const longestGap = () =>
    lab.inWorld<number>(
      '(() => { const longest = Math.max(globalThis.longest, performance.now() - globalThis.last); globalThis.longest = 0; return longest })()',
    )
  const noteFrames = `globalThis.longest = 0; globalThis.last = performance.now(); (function step() {
    const now = performance.now()
    globalThis.longest = Math.max(globalThis.longest, now - globalThis.last)
    globalThis.last = now
    requestAnimationFrame(step)
  })(); 0`

  const isGrey = async () => (await lab.button())?.disabled === true

  /** Presses until it comes while frames come, which a busy machine may keep waiting. One that is grey right after was so before. */
  async function pressed(act: string | null, press: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      await longestGap()
      await press()
      const isCounted = (await lab.inWorld<number>('lab.presses.length')) > 0
      if (act === null || isCounted || ((await longestGap()) < 100 && !(await isGrey()))) return
    }
  }

  const pressWhere = (
    label: string,
    act: string | null,
    press: (at: { x: number; y: number }) => Promise<void>,
  ): Promise<void> => pressed(act, async () => press(await placeOf(label)))

  async function open(name: string, moment: Moment, variant: string, input: Input): Promise<void> {
    await lab.blank(variant)
    const isPill = input === 'the pill'
    if (moment === 'the dialog opens under the card') await lab.inWorld(isPill ? 'lab.offer()' : 'lab.draw()')
    await page.evaluate(script)
    await page.evaluate(name => (window as unknown as Page).lab.dialogs[name]?.(), name)
    await poll(isOpen, `the dialog of ${name} to be open`)
    if (moment === 'the person is in the field') await page.click('#field')
    await lab.inWorld(isPill ? 'lab.offer()' : `lab.draw('#field')`)
    await lab.readyButton(variant)
    await lab.inWorld(noteFrames)
  }

  async function placeOf(label: string): Promise<{ x: number; y: number }> {
    let last = ''
    const { box } = await poll(async () => {
      const found = (await parts(page)).flatMap(part => part.buttons).find(button => button.name === label)
      const isStill = JSON.stringify(found) === last
      last = JSON.stringify(found)
      return isStill && !found?.disabled ? found : undefined
    }, `the button ${label}`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  type Tell = (what: string, counted: string | null) => Promise<void>
  const controls = { 'Save to Keyway': 'save-key', Done: 'done', Back: 'back', 'Stop the guide': 'stop' }
  /** These change the card only. */
  const ownControls = ['More about this', 'Less', 'Make the card small', 'Save your key']

  /** Each presses every control and tells after each what became of it. */
  const press: Record<Input, (tell: Tell) => Promise<void>> = {
    async mouse(tell) {
      for (const [label, act] of [
        ...Object.entries(controls),
        ...ownControls.map(own => [own, null] as const),
      ]) {
        await pressWhere(label, act, async ({ x, y }) => {
          await page.mouse.move(x - 3, y - 2)
          await page.mouse.click(x, y)
        })
        await tell(label, act)
      }
    },
    async touch(tell) {
      for (const [label, act] of [
        ...Object.entries(controls),
        ...ownControls.map(own => [own, null] as const),
      ]) {
        await pressWhere(label, act, ({ x, y }) => page.touchscreen.tap(x, y))
        await tell(label, act)
      }
    },
    async keys(tell) {
      await lab.inWorld('lab.focus()')
      const { keyboard } = page
      await pressWhere('Save to Keyway', 'save-key', () => keyboard.press('Enter'))
      await tell('Enter on Save to Keyway', 'save-key')
      // Backwards round the card, from the button that the command goes to first.
      for (const [key, act] of [
        ['Enter', 'done'],
        ['Space', 'back'],
        ['Enter', null],
        ['Enter', 'stop'],
      ] as const) {
        await keyboard.down('Shift')
        await keyboard.press('Tab')
        await keyboard.up('Shift')
        await pressed(act, () => keyboard.press(key))
        await tell(`${key} on ${act ?? 'More about this'}`, act)
      }
      await keyboard.press('Escape')
      await tell('Escape', null)
    },
    async drags(tell) {
      const save = await placeOf('Save to Keyway')
      const outside = { x: 20, y: 780 }
      const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move(to.x, to.y, { steps: 3 })
        await page.mouse.up()
      }
      await drag(save, outside)
      await tell('from Save to the page', null)
      const back = await placeOf('Back')
      await drag({ x: back.x, y: back.y - 60 }, outside)
      await tell('from the card’s words to the page', null)
      await drag(back, save)
      await tell('from Back to Save', null)
    },
    async 'the pill'(tell) {
      await pressWhere('Save to Keyway', 'save-key', ({ x, y }) => page.mouse.click(x, y))
      await tell('a press of the mouse on Save', 'save-key')
      await pressWhere('Save to Keyway', 'save-key', ({ x, y }) => page.touchscreen.tap(x, y))
      await tell('a tap on Save', 'save-key')
      await lab.inWorld('lab.focus()')
      await pressWhere('Save to Keyway', 'save-key', () => page.keyboard.press('Enter'))
      await tell('the shortcut, then Enter', 'save-key')
      await page.keyboard.press('Escape')
      await tell('Escape', null)
      const later = await placeOf('Not now')
      await page.mouse.click(later.x, later.y)
      await tell('Not now', 'later')
    },
  }

  return {
    names,
    close: lab.close,
    /** @returns how many presses there were and which of them closed the dialog, lost what was in it, or did nothing. */
    async pressAll(name: string, moment: Moment, input: Input, variant = ''): Promise<Pressed> {
      const wrong: string[] = []
      let count = 0
      await open(name, moment, variant, input)
      await press[input](async (what, act) => {
        count++
        const pressed = await lab.inWorld<string[]>('lab.presses.splice(0)')
        // What closes does so within a moment.
        await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30))))
        const where = `${name}, ${moment}, ${input}: ${what}`
        if (pressed.join() !== (act ?? '')) wrong.push(`${where}: counted as “${pressed.join()}”`)
        if (await isOpen()) return
        wrong.push(`${where}: closed`)
        // A control has shown then what it is for.
        if (variant !== '') throw new Closed()
        await open(name, moment, variant, input)
        if (input === 'keys') await lab.inWorld('lab.focus()')
      }).catch(error => {
        if (!(error instanceof Closed)) throw error
      })
      return { count, wrong }
    },
    /** How many presses of Tab, from the page’s field, lead into the card; undefined when the page keeps the focus. */
    async tabsToCard(name: string): Promise<number | undefined> {
      await open(name, 'the person is in the field', '', 'keys')
      for (let tabs = 1; tabs <= 12; tabs++) {
        await page.keyboard.press('Tab')
        if (await inCard(page, isFocused)) return tabs
      }
      return undefined
    },
  }
}

function isFocused(this: HTMLElement): boolean {
  return this.contains((this.getRootNode() as ShadowRoot).activeElement)
}
