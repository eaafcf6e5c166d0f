/** What the capture service needs of the browser and of other services. A test hands in its own and needs no browser. */
import type { Tell } from '../../../platform/worker-events.ts'
import type { Failure, Reply } from '../../../protocol/failure.ts'
import type { AboutInput, PageReplies } from '../../../protocol/messages.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import type { Items, SessionItems } from '../../../protocol/storage-keys.ts'
import type { ProviderId, Recognised } from '../../../providers/verdict.ts'
import type { NewRecord, RecordAbout, VaultRecord } from '../../../vault/record.ts'

export type Captured = NewRecord & { id: string }

export type CapturePorts = {
  now(): number
  random(bytes: number): Uint8Array
  newId(): string
  session: Items<SessionItems>
  /** `provider`: whose key it is, as the person or the page says. */
  recognise(text: string, provider?: ProviderId): Recognised
  /** Opens the side panel. Call it in the listener’s own turn, before any await. */
  openPanel(tabId: number): void
  /** The tab's address as the browser says it; null when it is not the platform's. */
  platformTab(tabId: number): Promise<{ tabId: number; url: string } | null>
  /** The platform's tab the person looks at. */
  activePlatformTab(): Promise<{ tabId: number; url: string } | null>
  /**
   * @param all every key that a person sees there, not only the new one
   * @param tail how the one ends that the person chose of them
   */
  askPage(
    where: { tabId: number; documentId?: string },
    all: boolean,
    tail?: string,
  ): Promise<PageReplies['toPage.takeKey'] | undefined>
  vault: {
    status(): Promise<VaultStatus['status']>
    /** Works while locked. */
    sealToInbox(record: Captured): Promise<void>
    /** The inbox, opened, its contents not to be trusted; only while unlocked. */
    inbox(): Promise<{ id: string; value: unknown }[]>
    /** Only while unlocked, as the inbox is. */
    dropFromInbox(id: string): Promise<void>
    list(): Promise<RecordAbout[]>
    read(id: string): Promise<VaultRecord | Failure>
    put(record: Captured): Promise<Reply>
  }
  tell: Tell
}

/** The key with what the person typed about it, which wins over what the page said; an empty text removes the page’s value. How a key is protected cannot be set here. */
export function withAbout(record: Captured, about: AboutInput): Captured {
  const filled = Object.entries(about).filter(
    ([field, value]) => value !== undefined && value !== null && value !== '' && field !== 'copyFreely',
  )
  const emptied = Object.entries(about).filter(([, value]) => value === null || value === '')
  const merged = { ...record, ...Object.fromEntries(filled) } as Captured
  for (const [field] of emptied) if (field !== 'label') delete merged[field as 'project']
  return merged
}
