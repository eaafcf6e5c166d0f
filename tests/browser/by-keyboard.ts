/** A page by its keyboard alone: Tab to a control by its name, with a ring in sight at every stop on the way. */
import type { Page } from 'puppeteer-core'
import { poll } from './poll.ts'

/** Runs in the page: the control with the focus, by the words a person knows it by, and whether its ring is in sight. */
function focused(): { name: string; ring: boolean; what: string } {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return { name: '', ring: true, what: 'body' }
  const labels = [...((at as HTMLInputElement).labels ?? [])].map(label => label.textContent).join(' ')
  const name = at.getAttribute('aria-label') ?? (labels || at.innerText || at.getAttribute('title') || '')
  const rings = [at, ...document.querySelectorAll(':has(:focus)')].map(one => getComputedStyle(one))
  // A heading that is read out at a change of view is no stop.
  const ring =
    at.tabIndex < 0 ||
    rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0)
  return { name: name.replace(/\s+/g, ' ').trim(), ring, what: at.outerHTML.slice(0, 200) }
}

/** Presses Tab until the control with this name has the focus. Fails where a stop shows no ring. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = []
  const fits = (said: string) => (typeof name === 'string' ? said === name : name.test(said))
  await poll(
    async () => {
      for (let count = 0; count < 120; count++) {
        const now = await page.evaluate(focused)
        if (!now.ring) throw new Error(`no ring is in sight on ${now.what}`)
        if (fits(now.name)) return true
        seen.push(now.name)
        await page.keyboard.press('Tab')
      }
      return false
    },
    () => `${name} to be reached by Tab on ${page.url()}; the stops: ${[...new Set(seen)].join(' | ')}`,
  )
}

/** Goes there and presses it. */
export async function tabAndPress(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
