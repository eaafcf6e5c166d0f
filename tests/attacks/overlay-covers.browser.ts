/**
 * A page that hides the card's button and lures a press onto it. A press lands when it counts although the button is not on the screen
 * as it was drawn. The overlay runs alone, so that what depends on moments can be tried often.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shownFor } from '../browser/at-rest.ts'
import { poll } from '../browser/poll.ts'
import { type Box, inCard } from '../overlay/overlay.ts'
import { standing } from './clickjacking-ways.ts'
import { controls, report, sampleOf, tries } from './outcome.ts'
import { type Attack, covers, type InTime, inTime } from './overlay-covers.ts'
import { type Lab, openLab } from './overlay-lab.ts'
import { looks } from './overlay-looks.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab({
    unguarded: { 'overlay/visible.ts': noGuard },
    'with custom properties': { 'overlay/style.ts': styleWith(''), 'overlay/look.ts': noLook },
    'with custom properties, looked at': { 'overlay/style.ts': styleWith('') },
    'with a font by name': {
      'overlay/style.ts': styleWith('.replaceAll("system-ui", "Keyway, system-ui")'),
      'overlay/look.ts': noLook,
    },
    'in the page': {
      'overlay/visible.ts': noGuard,
      'overlay/host.ts': hostInThePage,
      'overlay/style.ts': openStyle('display:block;z-index:99;'),
    },
    'without a title': { 'overlay/index.ts': [[", title: ''", '']] },
    'open to styles': {
      'overlay/visible.ts': noGuard,
      'overlay/style.ts': openStyle(),
    },
  })
})
afterAll(() => lab?.close())

const noGuard = 'export const guardButtons = () => ({ trusted: () => true, moved() {} })'
const noLook = 'export const looksAsDrawn = () => true'
/** Nothing of the host's own look insists on being so. */
const openStyle = (more = '') =>
  styleWith(
    `.replace(/:host\\s*\\{[^}]*\\}/, ":host{${more}position:fixed;inset:0;width:auto;height:auto;overflow:clip;pointer-events:none;background:none;border:0;padding:0}")`,
  )
/** A part of the page like any other: not above it in the top layer, and nobody looks after it. */
const hostInThePage = `export function createHost(style) {
  const element = document.createElement('div')
  const root = element.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets = [sheet]
  element.popover = 'manual'
  document.body.append(element)
  const topLayer = { rose() {}, changed() {}, isClear: () => true, isClearInShadow: () => true }
  return { element, root, topLayer, settle() {}, gaveUp: false }
}`
/** The style as written, its custom properties kept, changed by one expression. */
const styleWith = (change: string): string =>
  `import css from '../../src/overlay/overlay.css?inline'
  export const style = css${change}`

const controlOnce = controls()
const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))

/** @returns how many of so many presses counted while the button was not in sight. */
async function press({ run, flickers, atMiddle }: Attack, times: number, variant = ''): Promise<number> {
  let landed = 0
  const perPage = flickers ? 20 : 1
  for (let done = 0; done < times; done += perPage) {
    const { box, x, y, sight } = await lab.begin(variant)
    await lab.page.evaluate(run, atMiddle ? { ...box, x, y } : box, Math.floor(Math.random() * 7))
    await shownFor(lab.page, flickers ? 300 : 650)
    let before = 0
    for (let one = 0; one < Math.min(perPage, times - done); one++) {
      if (flickers) await pause(Math.random() * 60)
      await lab.page.mouse.click(x, y)
      const now = (await lab.presses()).length
      if (now > before && (await isHidden(box, sight, variant, flickers))) landed++
      before = now
    }
  }
  return landed
}

/** The attack stands, so what is on the screen after the press was there before it. */
async function isHidden(box: Box, sight: string, variant: string, flickers = false): Promise<boolean> {
  await lab.page.mouse.move(9, 9)
  const isAsDrawn = async () => (await lab.sight(box)) === sight
  // It is pale while frames come too late, for seconds on a busy machine; what really hides it still stands after any time.
  for (let look = 0; !flickers && look < 5; look++) {
    if (await poll(isAsDrawn, 'it', { within: 5_000 }).catch(() => false)) return false
    if (!(await lab.isGreyedOut(variant))) return true
  }
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

/** Without which of the guards does it land? Some need more than one to be gone. */
async function anyControl(attack: Attack): Promise<{ tries: number; landed: number }> {
  let tries = 0
  for (const variant of ['unguarded', 'open to styles', 'in the page']) {
    tries++
    const landed = await press(attack, 1, variant)
    if (landed > 0) return { tries, landed }
  }
  return { tries, landed: 0 }
}

/** Does a press count that comes less than half a second after the button was out of sight, or elsewhere? Later it is a press. */
async function pressInTime(attack: InTime, times: number, variant = ''): Promise<number> {
  let landed = 0
  let late = 0
  for (let done = 0; done < times; ) {
    await lab.blank(variant)
    await lab.page.evaluate(() => {
      const dialog = document.createElement('div')
      dialog.id = 'dialog'
      dialog.style.cssText = 'position:fixed;left:500px;top:300px;width:200px;height:60px;background:#fff'
      document.body.append(dialog)
    })
    await lab.inWorld('lab.draw("#dialog")')
    const { x, y, width, height } = await lab.readyButton(variant)
    await lab.page.evaluate(attack.run)
    if (attack.back) await jump(attack.back, y)
    else await poll(() => lab.page.evaluate(() => 'attackedAt' in window), 'the attack to be over')
    await lab.page.mouse.click(x + width / 2, y + height / 2)
    const since = await lab.page.evaluate(
      () => performance.now() - ((window as { attackedAt?: number }).attackedAt ?? 0),
    )
    if (since >= 480) {
      if (++late > times * 3 + 20)
        throw new Error('Too few presses came in time: this machine is too busy to tell.')
      continue
    }
    done++
    if ((await lab.presses()).length > 0) landed++
  }
  return landed
}

/** Waits until the button is elsewhere, notes when it was seen there last, and brings it back to this height. */
async function jump(back: () => void, y: number): Promise<void> {
  const isElsewhere = async () => Math.abs(((await lab.button())?.box.y ?? y) - y) > 20
  await poll(isElsewhere, 'the card to follow')
  const at = await lab.page.evaluate(() => performance.now())
  const wasElsewhere = await isElsewhere()
  // It did not come about: no press is in time for it.
  await lab.page.evaluate(
    at => void Object.assign(window, { attackedAt: at }),
    wasElsewhere ? at : -1_000_000,
  )
  await lab.page.evaluate(back)
  await poll(async () => !(await isElsewhere()), 'the card to come back', { within: 400 }).catch(
    () => undefined,
  )
}

/**
 * They leave the card where it can be seen, or take the button away from under the pointer (turned, enlarged, cut off), or Chrome itself
 * keeps them out: none of them landed on any variant without guards, so there is no control to show.
 */
const withoutControl = [
  'the host taken out and put back',
  'the host in another document’s frame',
  'a copy of the host',
  'a modal dialog on top',
  'html masked',
  'html clipped',
  'html zoomed',
  'html turned',
  'the host enlarged',
  'the host clipped',
  'a style sheet against the host',
  'a popover on top that lets presses through',
]

/** What Chrome draws beside a pointer that rests on the card’s words: the nearest title upwards, out of the root too. */
const hintOver = (): Promise<string> =>
  inCard(lab.page, function () {
    let at: Element | null = this.querySelector('h2')
    while (at && !at.hasAttribute('title'))
      at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
    return at?.getAttribute('title') ?? ''
  })

test('the page puts a hint of its own beside the pointer on the card', async () => {
  const hints = async (variant = '') => {
    await lab.begin(variant)
    await lab.page.evaluate(() => {
      for (const one of document.querySelectorAll('html, body, div'))
        one.setAttribute('title', 'The key is in your vault')
    })
    return { tries: 1, landed: Number((await hintOver()) !== '') }
  }
  report({
    attack: 'a hint beside the pointer, from all that the card lies in',
    attacker: 'page',
    asset: 'what the card says',
    ...(await hints()),
    control: await hints('without a title'),
  })
})

describe('a press on what is not in sight', () => {
  test.each(sampleOf(Object.entries(covers), 9))('%s', async (attack, how) => {
    const times = how.flickers ? tries(5, 100) : tries(1, 3)
    const landed = await press(how, times)
    report({
      attack,
      attacker: 'page',
      asset: 'a press on “Save to Keyway”',
      tries: times,
      landed,
      control: await controlOnce(how.flickers ? 'flickers' : 'stands', () =>
        how.flickers ? control(how, 'unguarded') : anyControl(how),
      ),
    })
  })

  test.each(sampleOf(looks, 6))('%s', async (attack, run, variant) => {
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

  test.each(sampleOf(Object.entries(standing), 30))(
    'what stands, in the overlay alone: %s',
    async (name, run) => {
      const how = { run, atMiddle: true } as const
      const times = tries(1, 3)
      const landed = await press(how, times)
      if (withoutControl.includes(name)) expect(landed).toBe(0)
      else
        report({
          attack: `what stands: ${name}`,
          attacker: 'page',
          asset: 'a press on “Save to Keyway”',
          tries: times,
          landed,
          control: tries(0, 1) === 1 ? await anyControl(how) : undefined,
        })
    },
  )

  test.each(sampleOf(Object.entries(inTime), 2))(
    'in time: %s',
    async (attack, how) => {
      const times = tries(1, 100)
      report({
        attack: `in time: ${attack}`,
        attacker: 'page',
        asset: 'a press on “Save to Keyway”',
        tries: times,
        landed: await pressInTime(how, times),
        control: await controlOnce('in time', async () => ({
          tries: 3,
          landed: await pressInTime(how, 3, 'unguarded'),
        })),
      })
    },
    900_000,
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
