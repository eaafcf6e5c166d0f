/** One job: asks about a key, writes what was learned, and says what is to be asked next. */
import { t } from '../../../i18n/t.ts'
import { isFailure } from '../../../protocol/failure.ts'
import { isRevocationProven, secondRefusalAfter } from '../../../providers/answers/revocation.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { isProviderKnown } from '../../../providers/recognition/whose.ts'
import type { VerdictSeen } from '../../../providers/verdict.ts'
import type { VaultRecord } from '../../../vault/record.ts'
import { check } from '../core/check.ts'
import { judge } from '../core/judge.ts'
import { type Job, wait } from '../core/queue.ts'
import { deadWait, moneyIsDue, retryWait } from '../core/schedule.ts'
import type { HealthBook } from './check-state.ts'
import type { HealthPorts } from './ports.ts'

/** @returns the job that carries on with the same key, if any */
export function createHealthRunner(
  ports: HealthPorts,
  book: HealthBook,
): (job: Job) => Promise<Job | 'not_asked' | undefined> {
  const { vault, now } = ports
  const { state, kept, change, changeKept, seenOf, keep, notice } = book

  async function mayAsk(job: Job, record: VaultRecord): Promise<boolean> {
    if (!isProviderKnown(record)) return false
    if (job.why !== 'asked' && (await kept()).stopped?.[record.provider] !== undefined) return false
    const origin = permissionFor(record)
    return origin === null || (await ports.permitted(origin))
  }

  async function askAndSettle(job: Job, record: VaultRecord): Promise<Job | undefined> {
    const was = await state()
    const before = seenOf(record, was)
    const { spendStopped, stopped } = await kept()
    const askMoney = spendStopped === undefined && (job.askMoney || moneyIsDue(before?.evidence, now()))
    const checked = await check(ports, record, {
      askMoney,
      ...(before?.evidence && { earlier: before.evidence }),
    })
    // What was answered is about another key, or about this one elsewhere: it is asked anew.
    const present = await vault.read(job.id)
    if (!isFailure(present) && !isSameKey(present, record)) return later(job, now(), {})
    const { verdict } = checked
    const judged = judge(before, checked, {
      ...(record.madeHere && { madeAt: record.createdAt }),
      now: now(),
      tries: job.why === 'fresh' ? job.tries : 0,
      confirming: job.why === 'confirm' || job.why === 'dead',
    })

    await keep(record, judged.seen, checked, judged.changed)
    await change(state => ({
      ...state,
      // The record has it too, unless the person wrote something else there.
      ...(checked.organization !== undefined &&
        record.organization !== undefined &&
        record.organization !== checked.organization && {
          accounts: { ...state.accounts, [job.id]: checked.organization },
        }),
      ...(checked.clockAhead !== undefined && { clockAhead: checked.clockAhead, clockToldAt: now() }),
      queue:
        verdict.cause === 'rate_limited' && verdict.retryAfterSeconds !== undefined
          ? wait(state.queue, job.account, now() + verdict.retryAfterSeconds * 1000)
          : state.queue,
    }))
    if (verdict.cause === 'region_blocked')
      await changeKept({ stopped: { ...stopped, [record.provider]: now() } })
    else if (stopped?.[record.provider] !== undefined && verdict.key !== 'unknown') {
      const { [record.provider]: _, ...rest } = stopped
      await changeKept({ stopped: rest })
    }
    if (checked.spendAnswered) {
      await changeKept({ spendStopped: now() })
      await notice(
        {
          kind: 'spend_answered',
          text: t('A request that should have been refused was answered. Keyway has stopped asking.'),
        },
        record,
      )
    }

    if (job.why === 'dead') return checkRevocation(job, record, judged.seen)
    if (judged.tell) await notice({ kind: judged.tell, verdict }, record)
    if (judged.again) {
      const { why } = judged.again
      return later(job, now() + judged.again.wait, {
        why,
        tries: why === 'confirm' ? 0 : job.why === 'fresh' ? job.tries + 1 : 1,
      })
    }
    const again = ports.online()
      ? retryWait(verdict.cause, verdict.key, job.tries, ports.random(), verdict.retryAfterSeconds)
      : undefined
    return again === undefined ? undefined : later(job, now() + again, { tries: job.tries + 1 })
  }

  /** After a key was revoked: asks until the provider has refused the key twice, or until the waits are over, and notifies. */
  async function checkRevocation(job: Job, record: VaultRecord, seen: VerdictSeen): Promise<Job | undefined> {
    const isDead = isRevocationProven(seen)
    // Whatever the answers are, they come to an end.
    const refused = seen.key === 'rejected' && seen.at === seen.since && !seen.trouble && job.tries < 20
    const step = isDead ? undefined : refused ? secondRefusalAfter : deadWait(job.tries)
    const since = (await state()).dead[job.id]?.since ?? now()
    const end = isDead
      ? { deadAt: now() }
      : step === undefined
        ? { gaveUpAt: now() }
        : { nextAt: now() + step, refused }
    await change(was => ({
      ...was,
      dead: { ...was.dead, [job.id]: { since, tries: job.tries + 1, ...end } },
    }))
    if (isDead) await notice({ kind: 'dead' }, record)
    else if (step === undefined) await notice({ kind: 'not_dead' }, record)
    return step === undefined ? undefined : later(job, now() + step, { tries: job.tries + 1 })
  }

  return async job => {
    const record = await vault.read(job.id)
    return !isFailure(record) && (await mayAsk(job, record)) ? askAndSettle(job, record) : 'not_asked'
  }
}

const isSameKey = (one: VaultRecord, other: VaultRecord): boolean =>
  one.secret === other.secret && one.provider === other.provider && one.baseUrl === other.baseUrl

function later({ startedAt: _, ...job }: Job, dueAt: number, patch: Partial<Job>): Job {
  return { ...job, dueAt, ...patch }
}
