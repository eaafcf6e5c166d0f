/** The toolbar button's badge and title, system notifications. */
import { browser } from './browser.ts'

export async function setBadge(text: string, colour: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colour }),
    browser.action.setTitle({ title }),
  ])
}

export async function openPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined)
}

export async function notify(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title,
    message,
  })
}

export function onNotificationClicked(handler: (id: string) => unknown): void {
  browser.notifications.onClicked.addListener(id => {
    handler(id)
    browser.notifications.clear(id)
  })
}
