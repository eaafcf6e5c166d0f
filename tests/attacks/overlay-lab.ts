/**
 * The overlay alone, in an isolated world of a blank page, as Chrome runs it for the extension: so that an attack can be tried a hundred
 * times, and again with a guard taken out of the bundle to show that it would land.
 */
import { join } from 'node:path'
import { poll } from '../browser/poll.ts'
import { openBrowser } from '../locator/in-browser.ts'
import type { Box } from '../overlay/overlay.ts'
import { parts } from '../overlay/overlay.ts'
import { bundle, type Without } from './unguarded.ts'

export type Lab = Awaited<ReturnType<typeof openLab>>

const html =
  '<!doctype html><title>Lab</title><body style="margin:0;background:#000;color:#fff"><main>A page</main>'
const label = 'Save to Keyway'

/** @param variants by name; `''`, the overlay as it is, comes by itself. */
export async function openLab(variants: Record<string, Without>) {
  const scripts = new Map<string, string>()
  /** A sample needs few of them, and each takes a second. */
  async function scriptOf(variant: string): Promise<string> {
    const entry = join(import.meta.dirname, 'overlay-lab-page.ts')
    const script =
      scripts.get(variant) ?? `${await bundle(entry, 'lab', variants[variant] ?? {})};globalThis.lab=lab`
    scripts.set(variant, script)
    return script
  }
  const { page, close } = await openBrowser()
  const session = await page.createCDPSession()
  await session.send('Page.enable')
  let world = 0

  async function inWorld<R>(expression: string): Promise<R> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as R
  }

  async function button(): Promise<{ box: Box; disabled: boolean } | undefined> {
    return (await parts(page)).flatMap(part => part.buttons).find(one => one.name === label)
  }

  /** The guard that greys a button out is not in every variant. */
  const isUnguarded = (variant: string) => 'overlay/visible.ts' in (variants[variant] ?? {})

  async function sight({ x, y, width, height }: Box): Promise<string> {
    // Whole pixels, without the rounded edge: else two pictures of the same differ.
    const clip = {
      x: Math.ceil(x) + 6,
      y: Math.ceil(y) + 6,
      width: Math.floor(width) - 12,
      height: Math.floor(height) - 12,
    }
    return page.screenshot({ encoding: 'base64', clip, optimizeForSpeed: true })
  }

  /** How the button looks when it may be pressed: on a busy machine it can grow pale again while its picture is taken. */
  async function readySight(variant: string): Promise<{ box: Box; sight: string }> {
    return poll(async () => {
      const box = await readyButton(variant)
      const [first, second] = [await sight(box), await sight(box)]
      const after = await button()
      const isReadyStill = after && (!after.disabled || isUnguarded(variant))
      const isThereStill = JSON.stringify(after?.box) === JSON.stringify(box)
      return first === second && isReadyStill && isThereStill ? { box, sight: first } : undefined
    }, 'the button to look ready')
  }

  /** A blank page in which the overlay listens and has drawn nothing yet. */
  async function blank(variant = ''): Promise<void> {
    await page.goto('about:blank')
    await page.setContent(html)
    // Away from the button, which looks different under the pointer.
    await page.mouse.move(9, 9)
    const { frameTree } = await session.send('Page.getFrameTree')
    const { frame } = frameTree
    const made = await session.send('Page.createIsolatedWorld', { frameId: frame.id, worldName: 'lab' })
    world = made.executionContextId
    await inWorld(await scriptOf(variant))
  }

  /** The button when it may be pressed. */
  async function readyButton(variant = ''): Promise<Box> {
    return poll(async () => {
      const now = await button()
      return now && (!now.disabled || isUnguarded(variant)) ? now.box : undefined
    }, 'the button to be ready')
  }

  return {
    page,
    blank,
    inWorld,
    readyButton,
    button,
    /** A page with the card on it, ready to be pressed. */
    async begin(variant = ''): Promise<{ box: Box; x: number; y: number; sight: string }> {
      await blank(variant)
      await inWorld('lab.draw()')
      const { box, sight } = await readySight(variant)
      return { box, x: box.x + box.width / 2, y: box.y + box.height / 2, sight }
    },
    /** The guard has greyed the button out: it is not as drawn, and takes no press. */
    isGreyedOut: async (variant: string): Promise<boolean> =>
      !isUnguarded(variant) && (await button())?.disabled === true,
    sight,
    /** What was pressed since the beginning. */
    presses: () => inWorld<string[]>('lab.presses'),
    close,
  }
}
