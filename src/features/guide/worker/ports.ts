/** What the guide service needs of the browser and of other services. A test hands in its own and needs no browser. */

import type { Guide } from '../../../guides/guide.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Items, LocalItems, PlainSettings, SessionItems } from '../../../protocol/storage-keys.ts'
import type { CardDesign } from '../core/card-words.ts'
import type { PageView } from '../core/page-view.ts'

export type GuidePorts = {
  now(): number
  /** The guide from the package; null when there is none of that name. */
  readGuide(id: string): Promise<Guide | null>
  /** The sentences of the card and of the guide engine, and the card’s style. Neither script contains them. */
  readCardWords(): Promise<CardDesign>
  local: Items<LocalItems>
  session: Items<SessionItems>
  /** Changes the settings, through the one service that writes them. */
  changeSettings(patch: Partial<PlainSettings>): Promise<unknown>
  push(tabId: number, view: PageView | null): void
  /** The platform’s open tabs. All are told when a guide starts or ends; in between only the one that it runs in gets its views. */
  platformTabs(): Promise<{ tabId: number; url: string; windowId?: number }[]>
  /** The window that the person was in last; undefined: none is open. */
  frontWindow(): Promise<number | undefined>
  activePlatformTab(): Promise<{ tabId: number; url: string } | null>
  askForShowMe(tabId: number): void
  /** Adds the script that finds targets which the person showed to that document, if it is still there. */
  loadTaught(tabId: number, documentId: string): Promise<void>
  /** Call it in the listener's own turn, before any await. */
  openPanel(where: { tabId: number }): void
  goTo(tabId: number, url: string): void
  openTab(url: string): void
  showTab(tabId: number): void
  openScreen(page: 'welcome' | 'dashboard', hash?: string): void
  /** Takes the key that the platform's page in front shows, as the panel's own button does. */
  takeKey(): Promise<Reply>
  /** The id of the guide that fixes what the key’s status says is wrong. */
  fixGuideOf(key: KeyRow): Promise<string | undefined>
  /** Asks the provider about a key of the vault; with `isRevoked`, until the provider refuses the key. */
  test(id: string, isRevoked: boolean): void
  /** Asks the key what it may do; the answers come into session storage. */
  askRights(id: string): Promise<Reply>
}
