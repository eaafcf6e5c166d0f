/** Tabs and the sidebar, in Firefox. */
export * from '../tabs.ts'

/** Must be called in the press's own turn, in the page that was pressed: Firefox opens its sidebar by no message. */
export function openPanel(_where: { tabId: number } | { windowId: number }): Promise<void> {
  const { sidebarAction } = chrome as unknown as { sidebarAction?: { open(): Promise<void> } }
  return sidebarAction?.open().catch(() => undefined) ?? Promise.resolve()
}
