/**
 * Every message, with its direction, request and reply. The receiver checks the sender and parses the payload in the
 * listener's own turn, before a handler sees it (sidePanel.open() fails after any await).
 *
 * `page.*`      content script -> worker. It can only speak of guides and offer a key; no reply carries anything about keys.
 * `screen.*`    popup, panel, dashboard, welcome -> worker. Only a pasted or imported secret travels in one, and a stored
 *               secret leaves the worker only in the reply to a pull (`screen.pull`).
 * `offscreen.*` offscreen document -> worker.
 * `toPage.*`    worker -> content script of one tab and frame.
 */
import * as v from 'valibot'
import type { CardWords } from '../features/guide/core/card-words.ts'
import type { PageView } from '../features/guide/core/page-view.ts'
import type { Capabilities } from '../features/health/core/capabilities.ts'
import { plainText } from '../i18n/plain-text.ts'
import type { Model } from '../providers/answers/models.ts'
import type { ProviderId } from '../providers/verdict.ts'
import type { Reply } from './failure.ts'
import { adminPath, id, line, tail, text, time, within } from './message-fields.ts'
import type { DamageView } from './published.ts'
import { settingBounds } from './setting-bounds.ts'

export type { PageReplies, ToPage } from './page-messages.ts'

const nothing = v.strictObject({})
/**
 * `do` carries out the view's action, `go` follows its link or goes to the right page, `choose` answers its choice,
 * `fix` starts the guide that mends what is in the way, `start` accepts the pill's offer.
 */
const guideAct = v.picklist([
  'back',
  'skip',
  'done',
  'stop',
  'restart',
  'do',
  'go',
  'fix',
  'choose',
  'not-again',
  'off-for-site',
  'open-panel',
  'start',
])
const act = v.strictObject({ act: guideAct, option: v.optional(id) })
export type GuideAct = v.InferOutput<typeof act>

/** What is so on the page: booleans and names that the view asked about; of its texts only how keys end that it shows. */
const facts = v.strictObject({
  url: text(2000),
  settled: v.boolean(),
  heading: v.picklist(['expected', 'other', 'none']),
  elements: v.pipe(
    v.record(
      id,
      v.strictObject({
        status: v.picklist(['found', 'likely', 'several', 'hidden', 'ambiguous', 'missing']),
        loose: v.optional(v.literal(true)),
        disabled: v.optional(v.boolean()),
        checked: v.optional(v.boolean()),
        filled: v.optional(v.boolean()),
        focused: v.optional(v.boolean()),
      }),
    ),
    v.check(elements => Object.keys(elements).length <= 200),
  ),
  texts: v.pipe(v.array(text(300)), v.maxLength(100)),
  dialogs: v.pipe(v.array(text(300)), v.maxLength(100)),
  anyDialog: v.boolean(),
  keyShown: v.boolean(),
  keyTail: v.optional(tail),
  rows: v.optional(v.pipe(v.record(v.pipe(v.string(), v.regex(/^r\d{1,9}$/)), tail), v.maxEntries(300))),
  drawn: v.optional(v.boolean()),
  form: v.optional(v.picklist(['open', 'sent', 'closed'])),
  formAfter: v.optional(id),
  pressed: v.optional(id),
  copied: v.optional(v.literal(true)),
})

const provider = v.picklist([
  'openai',
  'anthropic',
  'gemini',
  'mistral',
  'groq',
  'openrouter',
  'deepseek',
  'xai',
  'together',
  'ollama',
  'lmstudio',
  'llamacpp',
] satisfies ProviderId[])

/** What a person may say about a key; every field may be left out. */
const about = v.partial(
  v.strictObject({
    label: line(200),
    project: line(200),
    organization: line(200),
    environment: line(60),
    purpose: line(200),
    notes: v.pipe(text(5000), v.transform(plainText)),
    tags: v.pipe(v.array(line(60)), v.maxLength(30)),
    usedIn: v.pipe(v.array(line(300)), v.maxLength(50)),
    baseUrl: text(300),
    expiresAt: v.nullable(time),
    rotateBy: v.nullable(time),
    copyFreely: v.boolean(),
    /** null: as in the settings. */
    checkEveryMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 60))),
  }),
)
export type AboutInput = v.InferOutput<typeof about>

export const requests = {
  'page.hello': v.strictObject({ url: text(2000) }),
  'page.act': act,
  'page.facts': v.strictObject({ guide: id, step: id, facts }),
  /** *Show me*: what the person clicked, as `describe()` says it, to be used first from now on. */
  'page.showMe': v.strictObject({ guide: id, target: id, description: v.record(id, v.unknown()) }),
  /** "A key is shown here and the person pressed Save": carries no key; the worker asks that very document for it. */
  'page.offerKey': nothing,

  /** Wakes the worker, which publishes its state as it starts: session storage is empty after a browser start. */
  'screen.hello': nothing,
  'screen.createVault': v.strictObject({ passphrase: text(1000), watchWhileLocked: v.boolean() }),
  'screen.unlock': v.strictObject({ passphrase: text(1000) }),
  /** `next`: the passphrase from now on, set before anything is shown: all or nothing. */
  'screen.unlockWithRecoveryCode': v.strictObject({ code: text(200), next: v.optional(text(1000)) }),
  /** `prf`: what the passkey's PRF gave in the screen, 32 bytes in base64. */
  'screen.unlockWithPasskey': v.strictObject({ credentialId: text(2000), prf: text(100) }),
  'screen.lock': nothing,
  /** A fresh proof, good for two minutes, for what asks for one (`proof_needed`): reveal, export, security. */
  'screen.prove': v.strictObject({ passphrase: text(1000) }),
  'screen.proveWithPasskey': v.strictObject({ credentialId: text(2000), prf: text(100) }),
  /** `code`: the recovery code, in place of a passphrase that was forgotten. */
  'screen.changePassphrase': v.strictObject({
    passphrase: text(1000),
    code: v.optional(text(200)),
    next: text(1000),
  }),
  /** Asks for a fresh proof; the new code is shown once, the earlier one stops working. */
  'screen.newRecoveryCode': nothing,
  'screen.addPasskey': v.strictObject({ credentialId: text(2000), prfSalt: text(100), prf: text(100) }),
  'screen.removeSlot': v.strictObject({ id }),
  'screen.rotateVaultKey': v.strictObject({ passphrase: text(1000) }),
  'screen.setWatching': v.strictObject({ watchWhileLocked: v.boolean() }),
  /** Looks through everything stored and mends what it can. */
  'screen.verifyVault': nothing,
  /** What the recovery screen shows of a vault that does not open. */
  'screen.lookAtDamage': nothing,
  /** The last choice: the old bytes are kept under another name. */
  'screen.startOver': v.strictObject({ confirm: v.literal('start over') }),
  /** The vault that was set aside then comes back; the one that is there is set aside in its place. */
  'screen.bringBack': v.strictObject({ at: time, confirm: v.literal('bring back') }),
  'screen.history': v.strictObject({ id }),
  /** Which of these are in the vault already? SHA-256 of salt and secret, in hex: no secret travels. */
  'screen.findDuplicates': v.strictObject({
    salt: text(100),
    digests: v.pipe(v.array(text(64)), v.maxLength(5000)),
  }),
  /** All or none; nothing is replaced. `history` as exported; what else a record holds is left out. A secret has no line break. */
  'screen.import': v.strictObject({
    records: v.pipe(
      v.array(
        v.object({
          ...about.entries,
          id: v.optional(v.string()),
          provider: v.pipe(
            text(40),
            v.check(id => v.is(provider, id)),
          ),
          kind: v.optional(text(20)),
          label: line(200),
          secret: v.pipe(text(20_000), v.regex(/^[\x21-\x7e]+$/)),
          trackingId: v.optional(line(200)),
          createdAt: v.optional(time),
          lastCopiedAt: v.optional(time),
          copies: v.optional(time),
          history: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(5000))),
        }),
      ),
      v.maxLength(5000),
    ),
  }),
  'screen.backedUp': nothing,
  /**
   * The pull path: take the key that the platform's page shows right now, no press in the page needed. `mask`: which one, where the
   * page shows several (`SessionItems.shownKeys`).
   */
  'screen.takeKey': v.strictObject({ mask: v.optional(text(40)) }),
  /** `provider`: the person's word on whose key it is, for one whose shape does not tell. */
  'screen.paste': v.strictObject({ text: text(20_000), about, provider: v.optional(provider) }),
  'screen.commit': v.strictObject({ id, about }),
  'screen.discard': v.strictObject({ id }),
  /** All that pages offered and nobody has saved, by one press. */
  'screen.discardOffered': nothing,
  'screen.edit': v.strictObject({ id, about }),
  /** The person says whose a stored key is, where neither its name nor its shape tells. */
  'screen.confirmProvider': v.strictObject({ id, provider }),
  'screen.remove': v.strictObject({ id }),
  'screen.undoRemove': v.strictObject({ id }),
  'screen.test': v.strictObject({ id }),
  'screen.testAll': nothing,
  /** After a revoke: ask until the provider refuses the key (`checks.dead`). */
  'screen.proveDead': v.strictObject({ id }),
  /** Which permissions a restricted key has, by requests that cannot succeed. Takes some seconds. */
  'screen.capabilities': v.strictObject({ id }),
  /** The models of this very key. */
  'screen.models': v.strictObject({ id }),
  /** Any copy but the first wants a fresh proof: passkey or passphrase. `format`: one of src/features/copy/core/formats.ts. */
  'screen.copy': v.strictObject({
    id,
    format: v.optional(id),
    passphrase: v.optional(text(1000)),
    passkey: v.optional(v.strictObject({ credentialId: text(2000), prf: text(100) })),
  }),
  'screen.clearClipboard': nothing,
  /** The one way a stored secret reaches a screen: in this reply, for a reason that is named, one at a time. */
  'screen.pull': v.strictObject({ id, reason: v.picklist(['reveal', 'call', 'write', 'export']) }),
  /** A question or a change by an admin key of the vault. A key that is made so goes into the vault, never into the reply. */
  'screen.admin': v.strictObject({
    id,
    method: v.picklist(['GET', 'POST', 'DELETE']),
    path: v.pipe(text(400), v.regex(adminPath)),
    body: v.optional(text(500)),
  }),
  'screen.startGuide': v.strictObject({ guide: id, keyId: v.optional(id) }),
  'screen.guideAct': act,
  'screen.showMe': nothing,
  /** Forgets what *Show me* taught of one thing: 'guide/target'. */
  'screen.forgetShown': v.strictObject({ name: text(130) }),
  /** The person's word on what a page asked for (`SessionItems.pageAsks`). */
  'screen.answerAsk': v.strictObject({
    what: v.picklist(['remember', 'not-again']),
    name: v.pipe(text(130), v.regex(/^[\w.:/-]*$/)),
    yes: v.boolean(),
  }),
  'screen.settings': v.strictObject({
    patch: v.partial(
      v.strictObject({
        lockAfterMinutes: within(settingBounds.lockAfterMinutes),
        clearAfterSeconds: within(settingBounds.clearAfterSeconds),
        checkEveryMinutes: within(settingBounds.checkEveryMinutes),
        offerDeclined: v.boolean(),
        siteOff: v.boolean(),
      }),
    ),
  }),

  /** The offscreen document asks what it is to do; the reply carries what to copy, once. */
  'offscreen.pull': nothing,
  'offscreen.copied': v.strictObject({ copy: id, ok: v.boolean() }),
  'offscreen.cleared': v.strictObject({
    copy: id,
    outcome: v.picklist(['cleared', 'held_something_else', 'failed']),
  }),
} as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Request<N extends RequestName> = v.InferOutput<Requests[N]>

/** What the offscreen document is to do. With `compare`, and if the clipboard may be read, only what is ours is cleared. */
export type ClipboardTask = {
  copy: string
  /** Put this on the clipboard first; absent: only clear. */
  text?: string
  /** Milliseconds since the epoch. */
  clearAt: number
  compare?: { salt: string; digest: string }
}

export type Replies = {
  /** `says`: the card's own words. `offer`: the guide that the pill may offer when a key page asks for it; absent: offer nothing. */
  'page.hello': { view: PageView | null; offer?: { guide: string; title: string }; says: CardWords }
  'page.act': Reply
  'page.facts': Reply
  'page.showMe': Reply
  'page.offerKey': Reply
  'screen.hello': Reply
  'screen.createVault': Reply<{ recoveryCode: string }>
  'screen.unlock': Reply
  'screen.unlockWithRecoveryCode': Reply
  'screen.unlockWithPasskey': Reply
  'screen.lock': Reply
  'screen.prove': Reply
  'screen.proveWithPasskey': Reply
  'screen.changePassphrase': Reply
  'screen.newRecoveryCode': Reply<{ recoveryCode: string }>
  'screen.addPasskey': Reply
  'screen.removeSlot': Reply
  /** Passkeys have to be added again; the recovery code is a new one. */
  'screen.rotateVaultKey': Reply<{ recoveryCode: string }>
  'screen.setWatching': Reply
  'screen.verifyVault': Reply<{ mended: number; damaged: string[]; withoutAbout: string[] }>
  'screen.lookAtDamage': Reply<{ damage: DamageView }>
  'screen.startOver': Reply
  'screen.bringBack': Reply
  'screen.history': Reply<{ entries: unknown[] }>
  /** For each digest the label of the key that is there already, or null. */
  'screen.findDuplicates': Reply<{ labels: (string | null)[] }>
  'screen.import': Reply<{ count: number }>
  'screen.backedUp': Reply
  'screen.takeKey': Reply<{ pendingId: string }>
  'screen.paste': Reply<{ id: string }>
  'screen.commit': Reply<{ id: string }>
  'screen.discard': Reply
  'screen.discardOffered': Reply
  'screen.edit': Reply
  'screen.confirmProvider': Reply
  'screen.remove': Reply<{ undoUntil: number }>
  'screen.undoRemove': Reply
  'screen.test': Reply
  'screen.testAll': Reply<{ count: number }>
  'screen.proveDead': Reply
  'screen.capabilities': Reply<{ report: Capabilities }>
  'screen.models': Reply<{ models: Model[] }>
  'screen.copy': Reply<{ until: number }>
  'screen.clearClipboard': Reply
  'screen.pull': Reply<{ secret: string }>
  /** The answer as it came; 404 to a question is one too. */
  'screen.admin': Reply<{ status: number; body: string }>
  'screen.startGuide': Reply
  'screen.guideAct': Reply
  'screen.showMe': Reply
  'screen.forgetShown': Reply
  'screen.answerAsk': Reply
  'screen.settings': Reply
  'offscreen.pull': Reply<{ task: ClipboardTask }>
  'offscreen.copied': Reply
  'offscreen.cleared': Reply
}

/** One area's handlers; `sender.tabId` is set for `page.*` only. */
export type Sender = {
  kind: 'page' | 'screen' | 'offscreen'
  url: string
  tabId?: number
  documentId?: string
  windowId?: number
}
export type Handlers<N extends RequestName = RequestName> = {
  [K in N]: (request: Request<K>, sender: Sender) => Promise<Replies[K]>
}
