/**
 * Every message, with its direction, request and reply. The receiver checks the sender and parses the payload in the
 * listener's own turn, before a handler sees it (sidePanel.open() fails after any await).
 *
 * `page.*`      content script -> worker. It can only speak of guides and offer a key; no reply carries anything about keys.
 * `screen.*`    popup, panel, dashboard, welcome -> worker. Only a pasted or imported secret travels in one, and a stored
 *               secret leaves the worker only in the reply to a pull (`screen.pull`).
 * `offscreen.*` offscreen document -> worker.
 * `toPage.*`    worker -> content script of one tab and frame.
 *
 * A message is one entry in a file of src/protocol/messages: its name says who may send it, its schema what it carries, and
 * `answers<…>()` around the schema what the worker replies; without that it is `Reply`.
 */
import type * as v from 'valibot'
import type { Reply } from './failure.ts'
import type { AnsweredBy } from './message-fields.ts'
import { activityMessages } from './messages/activity-messages.ts'
import { captureMessages } from './messages/capture-messages.ts'
import { copyMessages } from './messages/copy-messages.ts'
import { guideMessages } from './messages/guide-messages.ts'
import { healthMessages } from './messages/health-messages.ts'
import { joinMessages } from './messages/join-messages.ts'
import { organizationMessages } from './messages/organization-messages.ts'
import { securityMessages } from './messages/security-messages.ts'
import { settingsMessages } from './messages/settings-messages.ts'
import { syncMessages } from './messages/sync-messages.ts'
import { transferMessages } from './messages/transfer-messages.ts'
import { usageMessages } from './messages/usage-messages.ts'
import { vaultMessages } from './messages/vault-messages.ts'

export type { AboutInput } from './message-fields.ts'
export type { ClipboardTask } from './messages/copy-messages.ts'
export type { GuideAct } from './messages/guide-messages.ts'
export type { PageReplies, ToPage } from './page-messages.ts'

export const requests = {
  ...guideMessages,
  ...captureMessages,
  ...vaultMessages,
  ...securityMessages,
  ...transferMessages,
  ...syncMessages,
  ...joinMessages,
  ...healthMessages,
  ...copyMessages,
  ...usageMessages,
  ...organizationMessages,
  ...activityMessages,
  ...settingsMessages,
}

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Request<N extends RequestName> = v.InferOutput<Requests[N]>

export type Replies = {
  [N in RequestName]: Requests[N] extends AnsweredBy<infer R> ? R : Reply
}

/** `tabId` is set for `page.*` only. */
export type Sender = {
  kind: 'page' | 'screen' | 'offscreen'
  url: string
  tabId?: number
  documentId?: string
  windowId?: number
}
/** One area's handlers: of all messages in one of the files, say. */
export type Handlers<N extends RequestName = RequestName> = {
  [K in N]: (request: Request<K>, sender: Sender) => Promise<Replies[K]>
}
