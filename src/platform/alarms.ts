/** Alarms by name. Handlers are registered while the worker's main module runs, so that a woken worker finds them. */
import { browser } from './browser.ts'

const handlers = new Map<string, () => unknown>()

/** Registers what an alarm does. Call it at the worker's start, before any await. */
export function onAlarm(name: string, handler: () => unknown): void {
  handlers.set(name, handler)
}

/** @param at milliseconds since the epoch, 30 s ahead at least; one alarm per name, a later call replaces it. */
export async function setAlarm(name: string, at: number): Promise<void> {
  await browser.alarms.create(name, { when: at })
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name)
}

export function listenToAlarms(): void {
  browser.alarms.onAlarm.addListener(alarm => {
    handlers.get(alarm.name)?.()
  })
}
