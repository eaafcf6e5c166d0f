/**
 * A page that shows one key in every picture of the screen and holds another between two pictures: whoever reads it between them
 * reads what nobody has seen. The ways differ in how the key is put back, and in how late before a picture.
 */
import type { Page } from 'puppeteer-core'
import { draw } from './sight-scenes.ts'

export type Swap = {
  holds: 'text' | 'field' | 'rule'
  when: 'frame' | 'last in the frame' | 'after the layout'
}

export const swaps: Record<string, Swap> = {
  'a text, at the beginning of each frame': { holds: 'text', when: 'frame' },
  'a field, at the beginning of each frame': { holds: 'field', when: 'frame' },
  'two texts, one of them drawn, at the beginning of each frame': { holds: 'rule', when: 'frame' },
  'a text, as the last in each frame': { holds: 'text', when: 'last in the frame' },
  'a field, as the last in each frame': { holds: 'field', when: 'last in the frame' },
  'two texts, one of them drawn, as the last in each frame': { holds: 'rule', when: 'last in the frame' },
  'a text, after the layout of each frame': { holds: 'text', when: 'after the layout' },
  'a field, after the layout of each frame': { holds: 'field', when: 'after the layout' },
}

const box =
  'position:fixed;left:60px;top:60px;z-index:2147483000;background:#fff;color:#222;padding:16px;width:460px;overflow-wrap:anywhere'

/** Draws the key that is seen, and begins to hold the other between the pictures. */
export async function beginSwapping(page: Page, seen: string, other: string, swap: Swap): Promise<void> {
  const field = '<textarea readonly rows="6" cols="50"></textarea>'
  const parts = { text: '<p></p>', field, rule: '<p class="seen"></p><p class="other"></p><style></style>' }
  await draw(page, `<div style="${box}">${parts[swap.holds]}</div>`)
  await page.evaluate(
    ({ seen, other, swap }) => {
      const scene = document.getElementById('scene') as HTMLElement
      const [first, second] = scene.querySelectorAll('p')
      const [area, style] = [scene.querySelector('textarea'), scene.querySelector('style')]
      if (swap.holds === 'rule' && first && second) [first.textContent, second.textContent] = [seen, other]
      const hold = (isOther: boolean) => {
        if (style) style.textContent = `.${isOther ? 'seen' : 'other'} { display: none }`
        else if (area) area.value = isOther ? other : seen
        else if (first) first.textContent = isOther ? other : seen
      }
      const after = new MessageChannel()
      after.port1.onmessage = () => hold(true)
      const show = () => {
        hold(false)
        after.port2.postMessage(0)
      }
      const deep = document.createElement('div')
      let inner = deep
      for (let depth = 0; depth < 50; depth++) inner = inner.appendChild(document.createElement('div'))
      scene.append(deep)
      const later = () => {
        const observer = new ResizeObserver(() => {
          observer.disconnect()
          show()
        })
        observer.observe(inner)
      }
      let frame = 0
      const inFrame = () => {
        if (!scene.isConnected) return
        if (swap.when === 'after the layout') later()
        else show()
        frame = requestAnimationFrame(inFrame)
      }
      frame = requestAnimationFrame(inFrame)
      if (swap.when !== 'last in the frame') return
      // Asked for anew all the time: who asked meanwhile is called before it.
      const again = new MessageChannel()
      again.port1.onmessage = () => {
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(inFrame)
        if (scene.isConnected) setTimeout(() => again.port2.postMessage(0))
      }
      again.port2.postMessage(0)
    },
    { seen, other, swap },
  )
}
