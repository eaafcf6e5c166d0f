/** Install, browser start, keyboard commands, idle: the events that wake the worker. Register before any await. */
import { browser } from './browser.ts'

export type Command = 'open-panel' | 'focus-card' | 'lock'

export function onInstalled(handler: (reason: string) => unknown): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    handler(reason)
  })
}

/** Chrome starts a worker with the browser only when it listens to this; what it has to do it does at every start. */
export function wakeWithBrowser(): void {
  browser.runtime.onStartup.addListener(() => undefined)
}

/** The handler runs in the listener's own turn, with the tab the person looks at, where there is one. */
export function onCommand(handler: (command: Command, tab: { tabId: number } | undefined) => unknown): void {
  chrome.commands.onCommand.addListener((command, tab) => {
    handler(command as Command, tab?.id === undefined ? undefined : { tabId: tab.id })
  })
}

/** @param seconds without input until `idle` is said; `locked` is said when the system locks. */
export function onIdle(seconds: number, handler: (state: 'active' | 'idle' | 'locked') => unknown): void {
  browser.idle.setDetectionInterval(Math.max(15, seconds))
  browser.idle.onStateChanged.addListener(state => {
    handler(state)
  })
}

export function setIdleSeconds(seconds: number): void {
  browser.idle.setDetectionInterval(Math.max(15, seconds))
}

export function ownUrl(path: string): string {
  return browser.runtime.getURL(path)
}

/** The network is there again: said only while the worker lives. */
export function onOnline(handler: () => unknown): void {
  globalThis.addEventListener('online', () => {
    handler()
  })
}
