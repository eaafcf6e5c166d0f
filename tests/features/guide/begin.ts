/** What a person does in a screen of ours to begin a guide. */
import type { Page } from 'puppeteer-core'
import { poll } from '../../browser/poll.ts'

export async function paste(screen: Page, field: string, text: string): Promise<void> {
  await poll(() => screen.$(field), `the field ${field}`)
  await screen.focus(field)
  await screen.evaluate(text => document.execCommand('insertText', false, text), text)
}

export async function openAt(screen: Page, hash: string): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(hash => {
    location.hash = 'settings'
    location.hash = hash
  }, hash)
}
