/**
 * Copy once: who may copy, what the offscreen document is to do, and that the clipboard is cleared whatever dies
 * meanwhile. It keeps nothing in globals but who is waiting for an answer; the rest is in session storage.
 */

import { t } from '../../../i18n/t.ts'
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail, isFailure } from '../../../protocol/failure.ts'
import type { copyMessages } from '../../../protocol/messages/copy-messages.ts'
import type { Handlers, Request } from '../../../protocol/messages.ts'
import { settingBounds } from '../../../protocol/setting-bounds.ts'
import type { CopyJob } from '../../../protocol/storage-keys.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { VaultError } from '../../../vault/errors.ts'
import { asFailure } from '../../lock/core/refusals.ts'
import { isAhead, proofAlarm, proofLasts } from '../../lock/core/times.ts'
import { digestOf, newSalt } from '../core/digest.ts'
import { format, isFormat } from '../core/formats.ts'
import type { CopyPorts } from './ports.ts'
import type { ReplyWaiter } from './reply-waiter.ts'
import { createReplyWaiter } from './reply-waiter.ts'

export const copyAlarm = 'copy.clear'
/** How long after the offscreen document’s own timer the worker’s alarm clears the clipboard, if that document has not. In milliseconds. */
const grace = 3_000
/** No copy stays longer. */
const longest = settingBounds.clearAfterSeconds[1] * 1_000

export type CopyService = {
  handlers: Handlers<keyof typeof copyMessages>
  /** At each start of the worker: picks up what the last one left. */
  resume(): Promise<void>
  /** The alarm `copyAlarm`: clears what the offscreen document did not. */
  clearIfOverdue(): Promise<void>
  /** The vault was opened: a copy left over from a closed browser can be compared now. */
  unlocked(): Promise<void>
  locked(): Promise<void>
}

export function createCopyService(ports: CopyPorts): CopyService {
  const { session, local } = ports
  const inOrder = createSerialQueue()
  const copied: ReplyWaiter<boolean> = createReplyWaiter(ports.after)
  const cleared: ReplyWaiter<Request<'offscreen.cleared'>['outcome']> = createReplyWaiter(ports.after)

  async function startCopy(request: Request<'screen.copy'>): Promise<Failure | CopyJob> {
    const wanted = request.format ?? 'bare'
    if (!isFormat(wanted)) return fail('unknown_format', t('Keyway does not know that format.'))
    const key = await ports.vault.read(request.id)
    if (isFailure(key)) return key
    if ((key.copies ?? 0) > 0 && !key.copyFreely) {
      const refused = await prove(request)
      if (refused) return refused
    }
    const made = format(wanted, variableName(key), key.secret)
    if (!made.ok) return made
    const salt = newSalt(ports.random)
    const job: CopyJob = {
      copy: ports.newId(),
      keyId: request.id,
      format: wanted,
      clearAt: 0,
      stage: 'waiting',
      canCompare: await ports.canReadClipboard(),
      salt,
      digest: await digestOf(made.text, salt),
    }
    await session.set('copyJob', job)
    return job
  }

  /** A later copy needs a proof that is fresh, for this very key. */
  async function prove({ id, passphrase, passkey }: Request<'screen.copy'>): Promise<Failure | undefined> {
    const proofs = (await session.get('copyProofs')) ?? {}
    if (isAhead(proofs[id] ?? 0, ports.now(), proofLasts)) return
    const proof = passkey ? { passkey } : passphrase === undefined ? undefined : { passphrase }
    if (!proof)
      return fail('proof_needed', t('This key was copied before. To copy it again, show that it is you.'))
    if (!(await ports.vault.proves(proof)))
      return asFailure(new VaultError(passkey ? 'wrong_passkey' : 'wrong_passphrase'))
    const until = ports.now() + proofLasts
    await session.set('copyProofs', { ...proofs, [id]: until })
    await ports.alarm.set(proofAlarm, until)
    // Locked meanwhile, it takes the proof along.
    const still = await ports.vault.read(id)
    if (!isFailure(still)) return
    await session.remove('copyProofs')
    return still
  }

  /** A fresh document for each task: it asks for its task when it loads. */
  async function freshDocument(): Promise<void> {
    await ports.offscreen.close()
    await ports.offscreen.open()
  }

  async function clearNow(job: CopyJob): Promise<void> {
    await session.set('copyJob', { ...job, stage: 'copied', clearAt: ports.now() })
    const outcome = cleared.wait(job.copy, freshDocument())
    if ((await outcome) === undefined) await finish(job, 'failed')
  }

  async function finish(job: CopyJob, outcome: Request<'offscreen.cleared'>['outcome']): Promise<void> {
    await session.remove('copyJob')
    await session.set('copy', null)
    await ports.alarm.clear(copyAlarm)
    ports.badge(null)
    if (outcome === 'failed') {
      await note(t('The clipboard could not be cleared. Copy something else, or press “Clear now”.'))
    } else {
      await local.remove('copyLeft')
      await session.set('clipboardNote', null)
    }
    await ports.offscreen.close()
    cleared.tell(job.copy, outcome)
  }

  const isToCome = ({ clearAt }: CopyJob) => isAhead(clearAt, ports.now(), longest)

  function note(text: string): Promise<void> {
    return session.set('clipboardNote', { text })
  }

  /** The one for whom nothing is known but that something of ours may still be there. */
  function blindJob(): CopyJob {
    return {
      copy: ports.newId(),
      keyId: '',
      format: 'bare',
      clearAt: 0,
      stage: 'copied',
      canCompare: false,
      salt: '',
    }
  }

  const handlers: Handlers<keyof typeof copyMessages> = {
    'screen.copy': request =>
      inOrder(async () => {
        const before = await session.get('copyJob')
        const left = await local.get('copyLeft')
        const job = await startCopy(request)
        if (isFailure(job)) return job
        const done = await copied.wait(job.copy, freshDocument()).catch(() => false)
        const now = await session.get('copyJob')
        if (done && now) return { ok: true }
        await session.remove('copyJob')
        await ports.offscreen.close()
        // It said that nothing was copied: what was left before is all there can be.
        if (done === false) await (left ? local.set('copyLeft', left) : local.remove('copyLeft'))
        // Without a word a key that was handed out may be there all the same.
        if (done === undefined && now?.stage === 'pulled') await clearNow(now)
        // And what was copied before has lost its document.
        if (before?.stage === 'copied') await clearNow(before)
        return fail('copy_failed', t('The key did not reach the clipboard. Press Copy once more.'))
      }),

    'screen.clearClipboard': () =>
      inOrder(async () => {
        await clearNow((await session.get('copyJob')) ?? blindJob())
        const left = await session.get('clipboardNote')
        return left ? fail('not_cleared', left.text) : { ok: true }
      }),

    'offscreen.pull': async () => {
      const job = await session.get('copyJob')
      if (!job || job.stage === 'pulled') return fail('nothing_to_do', t('There is nothing to copy.'))
      const { copy, salt, digest } = job
      // The document looks only if it may; the permission can still be given while the countdown runs.
      const compare = digest === undefined ? {} : { compare: { salt, digest } }
      if (job.stage === 'copied') return { ok: true, task: { copy, clearAt: job.clearAt, ...compare } }
      const key = await ports.vault.read(job.keyId)
      if (isFailure(key)) return key
      const made = format(job.format, variableName(key), key.secret)
      if (!made.ok) return made
      const clearAt = ports.now() + (await ports.clearAfterSeconds()) * 1000
      await session.set('copyJob', { ...job, clearAt, stage: 'pulled' })
      // Before it is handed out: a browser that ends right after the copy has to know of it when it comes back.
      await local.set('copyLeft', { until: clearAt, keyId: job.keyId, salt: job.salt })
      return { ok: true, task: { copy, text: made.text, clearAt, ...compare } }
    },

    'offscreen.copied': async ({ copy, ok }) => {
      const job = await session.get('copyJob')
      if (job?.copy !== copy || job.stage !== 'pulled') return fail('nothing_to_do', t('That copy is over.'))
      if (ok) {
        await session.set('copyJob', { ...job, stage: 'copied' })
        // Who pressed is told at once: what follows may take its time.
        copied.tell(copy, true)
        await session.set('copy', { keyId: job.keyId, until: job.clearAt, canCompare: job.canCompare })
        await ports.alarm.set(copyAlarm, job.clearAt + grace)
        ports.badge(job.clearAt)
        const { salt, digest = '' } = job
        await ports.vault.noteCopied(job.keyId, { at: ports.now(), salt, digest })
      } else copied.tell(copy, false)
      return { ok: true }
    },

    'offscreen.cleared': async ({ copy, outcome }) => {
      const job = await session.get('copyJob')
      if (job?.copy === copy) await finish(job, outcome)
      return { ok: true }
    },
  }

  return {
    handlers,

    clearIfOverdue: () =>
      inOrder(async () => {
        const job = await session.get('copyJob')
        if (job && job.stage !== 'waiting' && !isToCome(job)) await clearNow(job)
      }),

    async resume() {
      const job = await session.get('copyJob')
      if (job?.stage === 'copied') {
        ports.badge(job.clearAt)
        await ports.alarm.set(copyAlarm, (isToCome(job) ? job.clearAt : ports.now()) + grace)
      } else if (!job && (await local.get('copyLeft'))) {
        await note(
          t('The browser was closed before Keyway cleared the clipboard. It may still hold your key.'),
        )
      }
    },

    unlocked: () =>
      inOrder(async () => {
        const left = await local.get('copyLeft')
        if (!left || (await session.get('copyJob')) || !(await ports.canReadClipboard())) return
        const compare = await ports.vault.lastCopy(left.keyId)
        // The vault may only know of a copy before it: then nobody can say what the clipboard holds.
        if (!compare || compare.salt !== (left.salt ?? compare.salt)) return
        await clearNow({ ...blindJob(), canCompare: true, ...compare })
      }),

    async locked() {
      await session.remove('copyProofs')
    },
  }
}
