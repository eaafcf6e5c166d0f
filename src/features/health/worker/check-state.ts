/** What the health service knows of its checks: what is queued, what was answered, which notifications are due. Changes are made one after the other. */
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import { isFailure } from '../../../protocol/failure.ts'
import type { VerdictSeen } from '../../../providers/verdict.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import type { Checked } from '../core/check.ts'
import { emptyHealth, type HealthLocal, type HealthState, type Notice } from '../core/health-state.ts'
import { remember, type Seen } from '../core/history.ts'
import { needsPerson } from '../core/judge.ts'
import type { Queue } from '../core/queue.ts'
import type { HealthPorts } from './ports.ts'

type NewNotice = Omit<Notice, 'keyId' | 'provider'>

export const noticeOf = (what: NewNotice, { id, provider, kind }: RecordAbout): Notice => ({
  ...what,
  keyId: id,
  provider,
  ...(kind && { keyKind: kind }),
})

export type HealthBook = ReturnType<typeof createHealthBook>

export function createHealthBook(ports: HealthPorts) {
  const { session, local, vault, now } = ports
  const inOrder = createSerialQueue()
  const writing = createSerialQueue()
  const telling = createSerialQueue()

  const state = async (): Promise<HealthState> => (await session.get('health')) ?? emptyHealth
  const kept = async (): Promise<HealthLocal> => (await local.get('health')) ?? {}
  /** Read, change, write, one after the other. */
  const change = (how: (was: HealthState) => HealthState): Promise<HealthState> =>
    inOrder(async () => {
      const next = how(await state())
      await session.set('health', next)
      return next
    })
  const changeQueue = (how: (queue: Queue) => Queue) => change(was => ({ ...was, queue: how(was.queue) }))
  const changeKept = (patch: HealthLocal) =>
    inOrder(async () => local.set('health', { ...(await kept()), ...patch }))

  const accountOf = (about: RecordAbout, was: HealthState): string =>
    `${about.provider} ${was.accounts[about.id] ?? about.organization ?? about.baseUrl ?? ''}`
  const seenOf = (about: RecordAbout, was: HealthState): VerdictSeen | undefined =>
    was.seen[about.id] ?? about.verdict

  /** `outside`: so many wait that are not in the queue yet. */
  async function publish(outside = 0): Promise<void> {
    const { queue, clockAhead, dead: revocations } = await state()
    const { stopped, spendStopped } = await kept()
    await session.set('checks', {
      running: queue.jobs.filter(job => job.startedAt !== undefined).map(job => job.id),
      waiting: outside + queue.jobs.filter(job => job.startedAt === undefined && job.dueAt <= now()).length,
      ...(stopped && Object.keys(stopped).length > 0 && { stopped }),
      ...(spendStopped !== undefined && { spendStopped }),
      ...(clockAhead && { clockAhead }),
      ...(Object.keys(revocations).length > 0 && { dead: revocations }),
    })
  }

  /** Into the vault while it is open; sealed to its inbox while it is locked. Then to the screens. */
  function keep(record: VaultRecord, seen: VerdictSeen, checked: Checked, changed: boolean): Promise<void> {
    return writing(async () => {
      const { evidence, milliseconds, verdict } = checked
      const entry: Seen = { verdict, evidence, at: seen.at, milliseconds, changed }
      if (seen.trouble && seen.trouble.at > seen.at) entry.at = seen.trouble.at
      const about: Partial<RecordAbout> = {
        verdict: seen,
        ...(checked.organization !== undefined &&
          record.organization === undefined && { organization: checked.organization }),
        ...(checked.project !== undefined && record.project === undefined && { project: checked.project }),
        ...(checked.expiresAt !== undefined && { expiresAt: checked.expiresAt }),
        ...(checked.leaving && { leaving: checked.leaving.slice(0, 40) }),
      }
      const saved = await vault.save(record.id, about, stored => remember(stored, entry))
      if (isFailure(saved)) {
        await change(was => ({ ...was, seen: { ...was.seen, [record.id]: seen } }))
        // A box that is full for want of an unlock keeps nobody from hearing of a key.
        await vault.sealNote({ health: 1, id: record.id, seen: entry, about }).catch(() => undefined)
      }
      await count()
    })
  }

  /** What else stands in a key's history, in turn with what checks write there. Only while the vault is open. */
  const changeHistory: HealthPorts['vault']['save'] = (id, patch, how) =>
    writing(() => vault.save(id, patch, how))

  async function count(): Promise<void> {
    const was = await state()
    const abouts = await vault.abouts()
    const attention = abouts.filter(about => needsPerson(seenOf(about, was))).length
    // Locked and nothing watched: the last number stays.
    if (abouts.length > 0 || (await vault.isOpen())) await change(old => ({ ...old, attention }))
    ports.attention((await state()).attention)
  }

  const notice = (what: NewNotice, record: RecordAbout): Promise<HealthState> =>
    change(was => ({ ...was, notices: [...was.notices, noticeOf(what, record)] }))

  /**
   * Tells all at once when nothing more is under way. Told first and noted then: what a worker that ends between the two has told is told
   * again, and a second notification takes the place of the first.
   * @param first what is still to be noted, one after the other
   */
  const flush = (first?: () => Promise<void>): Promise<unknown> =>
    telling(async () => {
      await first?.()
      const { notices, queue, told: reminded } = await state()
      if (queue.jobs.some(job => job.startedAt !== undefined)) return
      if (notices.length > 0) {
        const tell = await ports.teller()
        const abouts = await vault.abouts()
        // Asked last: it may have been locked a moment ago.
        const named = (await vault.isOpen()) ? abouts : []
        await tell(
          notices.map(notice => ({ ...notice, label: named.find(({ id }) => id === notice.keyId)?.label })),
        )
      }
      if (reminded) await changeKept({ told: reminded })
      await change(({ told: _, ...was }) => ({ ...was, notices: was.notices.slice(notices.length) }))
      // Where the system shows nothing just now, all of it is told the next time.
    }).catch(() => 0)

  return {
    state,
    kept,
    change,
    changeQueue,
    changeKept,
    accountOf,
    seenOf,
    publish,
    keep,
    changeHistory,
    count,
    notice,
    flush,
  }
}
