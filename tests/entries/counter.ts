/** What a task takes in a real browser: presses, keys, questions to be decided, screens, and words on the way; of these, those on the guide's cards. */
import type { Page } from 'puppeteer-core'
import { poll } from '../browser/poll.ts'
import { card as cardOn } from '../overlay/overlay.ts'

export type Row = Record<string, string | number>

/** What the name of each card's part begins with. */
const card = 'card '

/** Counts what is pressed on a page, and the screens that were come by. */
export class Counter {
  private clicks = 0
  private keys = 0
  private decisions = 0
  private readonly screens = new Set<string>()
  private readonly words = new Map<string, number>()

  follow(page: Page): Page {
    // Every click presses the button down once, whichever way it is made.
    const down = page.mouse.down.bind(page.mouse)
    page.mouse.down = async (...args) => {
      this.clicks++
      return down(...args)
    }
    const press = page.keyboard.press.bind(page.keyboard)
    page.keyboard.press = async (...args) => {
      this.keys++
      return press(...args)
    }
    const type = page.keyboard.type.bind(page.keyboard)
    page.keyboard.type = async (text, ...rest) => {
      this.keys += [...text].length
      return type(text, ...rest)
    }
    return page
  }

  /** What is to be read now, before the next press. */
  async screen(name: string, page: Page): Promise<void> {
    this.read(name, name, await page.evaluate(() => document.body.innerText))
  }

  /** @param part what of the screen it is: another text in its place counts beside it, a longer one of the same instead of it */
  read(name: string, part: string, text: string): void {
    this.screens.add(name)
    this.words.set(part, text.split(/\s+/).filter(Boolean).length)
  }

  /** Presses of a way that is not played. */
  pressed(times: number): void {
    this.clicks += times
  }

  decided(): void {
    this.decisions++
  }

  row(task: string, more: Row = {}): Row {
    const sum = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0)
    const words = sum([...this.words.values()])
    const onCards = sum([...this.words].flatMap(([part, count]) => (part.startsWith(card) ? [count] : [])))
    const { clicks, keys, decisions } = this
    return { task, clicks, keys, decisions, words, 'on cards': onCards, screens: this.screens.size, ...more }
  }
}

/** Keyway's own words on the platform's page at a step; the platform's are read whether Keyway is there or not. */
export async function readCard(count: Counter, page: Page, step: string): Promise<void> {
  const shown = await poll(
    async () => {
      const found = await cardOn(page)
      return found?.data.step === step ? found : undefined
    },
    `the step ${step}`,
    { within: 30_000 },
  )
  count.read(step === 'receipt' ? 'the receipt' : 'the page', card + step, shown.text)
}
