/**
 * Key health in the worker: keeps the queue going through the worker's deaths, writes what was learned, and tells the person.
 * Nothing but promises of the present life is in globals; the queue is in session memory, verdicts are in the vault.
 */

import { t } from '../../../i18n/t.ts'
import { type Failure, fail, isFailure, type Reply } from '../../../protocol/failure.ts'
import type { healthMessages } from '../../../protocol/messages/health-messages.ts'
import type { Handlers } from '../../../protocol/messages.ts'
import { isAboutMoney } from '../../../providers/answers/causes.ts'
import { readModels } from '../../../providers/answers/models.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { isKeptOnly, providers } from '../../../providers/list.ts'
import { isProviderKnown } from '../../../providers/recognition/whose.ts'
import type { ProbeId, ProviderId } from '../../../providers/verdict.ts'
import type { RecordAbout, VaultRecord } from '../../../vault/record.ts'
import { whoseIsOpen } from '../../capture/core/judge-paste.ts'
import { ask } from '../core/ask.ts'
import { type Capabilities, type Capability, capabilities } from '../core/capabilities.ts'
import { awaitsRevocationProof, type HealthState, isUndecided } from '../core/health-state.ts'
import { remember } from '../core/history.ts'
import {
  emptyQueue,
  enqueue,
  finish,
  type Job,
  nextAt,
  recover,
  room,
  take,
  type Why,
} from '../core/queue.ts'
import { dueReminders } from '../core/reminders.ts'
import { dueAt, isInSweep, spreadOf } from '../core/schedule.ts'
import { createHealthBook, noticeOf } from './check-state.ts'
import type { HealthPorts } from './ports.ts'
import { createHealthRunner } from './run-check.ts'

export const healthAlarm = 'health.next'
/** How long a key that could not even be asked about is left alone. */
const holdFor = 60 * 60_000

export function createHealthService(ports: HealthPorts) {
  const { vault, now } = ports
  const book = createHealthBook(ports)
  const { state, kept, changeQueue, change, changeKept, accountOf, seenOf, publish, count, flush } = book
  const work = createHealthRunner(ports, book)
  const waiters = new Map<string, (() => void)[]>()
  let timer = 0

  /** All keys but those that are only kept. */
  const testable = async () => (await vault.abouts()).filter(about => !isKeptOnly(about))

  /** Adds what is due, starts what may be started, and sees to it that somebody wakes us for the rest. */
  async function pump(): Promise<void> {
    const abouts = await testable()
    const usual = (await ports.settings()).checkEveryMinutes
    const { stopped = {} } = await kept()
    const online = ports.online()
    let later: number | undefined
    let started: Job[] = []
    let outside = 0
    await change(({ sweep, ...was }) => {
      const known = new Set(abouts.map(about => about.id))
      let queue = { ...was.queue, jobs: was.queue.jobs.filter(job => known.has(job.id)) }
      const jobs = new Map(queue.jobs.map(job => [job.id, job]))
      const hasRoom = room(queue, now())
      let members = 0
      for (const about of abouts) {
        const seen = seenOf(about, was)
        const job = jobs.get(about.id)
        const swept = sweep !== undefined && isInSweep(sweep, about, seen, usual)
        if (swept) members++
        // What waits to be asked again, for whatever reason, waits on.
        if (job) continue
        if ((was.hold[about.id] ?? 0) > now()) continue
        const proof = was.dead[about.id]
        // A lock took its next question away.
        if (isUndecided(proof)) {
          const { nextAt: due = now(), tries } = proof
          queue = enqueue(queue, { ...jobFor(about, was, 'dead', due, false), tries })
          continue
        }
        if (stopped[about.provider] !== undefined && !(swept && sweep.why === 'asked')) continue
        const due = swept
          ? sweep.at
          : dueAt({ ...about, ...(seen && { verdict: seen }) }, usual, now(), spreadOf(about.id))
        if (due === undefined) continue
        if (due > now()) later = Math.min(later ?? due, due)
        else if (!hasRoom(accountOf(about, was))) outside++
        else
          queue = enqueue(queue, jobFor(about, was, swept ? sweep.why : 'due', due, swept && sweep.askMoney))
      }
      const ready = take(queue, now(), online ? undefined : 'asked')
      started = ready.started
      return { ...was, queue: ready.queue, ...(sweep && (members > 0 || abouts.length === 0) && { sweep }) }
    })
    for (const job of started) void run(job)
    await publish(outside)
    await arm(later)
  }

  /** The next time, by an alarm that outlives us and by a timer that is exact while we live. */
  async function arm(later: number | undefined): Promise<void> {
    const { queue } = await state()
    const next = [nextAt(queue), later].filter(at => at !== undefined)
    const running = queue.jobs.some(job => job.startedAt !== undefined)
    // While something is under way the net is drawn in soon, should we be killed with it.
    if (running) next.push(now() + 30_000)
    if (next.length === 0) return ports.alarm.clear(healthAlarm)
    const at = Math.max(...[Math.min(...next), ports.online() ? 0 : now() + 60_000])
    await ports.alarm.set(healthAlarm, Math.max(at, now() + 1_000))
    if (!running && at - now() < 30_000) {
      const mine = ++timer
      ports.after(Math.max(0, at - now()), () => mine === timer && pump())
    }
  }

  function jobFor(about: RecordAbout, was: HealthState, why: Why, due: number, askMoney: boolean): Job {
    return { id: about.id, why, dueAt: due, askMoney, tries: 0, account: accountOf(about, was) }
  }

  async function run(job: Job): Promise<void> {
    let next: Job | undefined
    let held = true
    try {
      const result = await work(job)
      held = result === 'not_asked'
      next = result === 'not_asked' ? undefined : result
    } catch {
      // The vault was locked in mid-air or the disk is full: asked again in an hour, or when the person says so.
    } finally {
      await change(({ hold, ...was }) => ({
        ...was,
        queue: finish(was.queue, job.id, awaitsRevocationProof(was, job) ? undefined : next),
        hold: held ? { ...hold, [job.id]: now() + holdFor } : without(hold, job.id),
      }))
      for (const done of waiters.get(job.id) ?? []) done()
      waiters.delete(job.id)
      await flush()
      await pump()
    }
  }

  async function add(id: string, why: Why, askMoney: boolean): Promise<void> {
    const about = (await testable()).find(each => each.id === id)
    const was = await state()
    if (about) await changeQueue(queue => enqueue(queue, jobFor(about, was, why, now(), askMoney)))
    await pump()
  }

  /** All keys on the person's word, or those that have not been asked for a while. */
  async function sweep(why: 'asked' | 'due', askMoney: boolean): Promise<void> {
    const next = { why, at: now(), askMoney }
    await change(was => {
      if (why === 'due') return was.sweep?.why === 'asked' ? was : { ...was, sweep: next }
      // What was to be asked again later comes at once; a proof that a key is dead has a pace of its own.
      const sooner = was.queue.jobs.map(job =>
        job.startedAt === undefined && job.why !== 'dead' ? { ...job, why, dueAt: now(), askMoney } : job,
      )
      return { ...was, hold: {}, sweep: next, queue: { ...was.queue, jobs: sooner } }
    })
    await pump()
  }

  const finished = (id: string) =>
    new Promise<void>(resolve => {
      waiters.set(id, [...(waiters.get(id) ?? []), resolve])
      ports.after(25_000, resolve)
    })

  /** The record of a key the person asks about, or why not. */
  async function wanted(id: string): Promise<VaultRecord | Failure> {
    const record = await vault.read(id)
    if (isFailure(record)) return record
    if (!isProviderKnown(record)) return whoseIsOpen
    const origin = permissionFor(record)
    if (origin !== null && !(await ports.permitted(origin)))
      return fail(
        'permission_needed',
        t('Keyway needs your permission to ask {name}. Press Allow.', {
          name: providers[record.provider].name,
        }),
      )
    return record
  }

  const remind = () => flush(noteReminders)
  /** What is due takes the place of what was due and waits still to be told. */
  async function noteReminders(): Promise<void> {
    const open = await vault.isOpen()
    const abouts = await vault.abouts()
    if (abouts.length === 0) return
    const { reminders, told: reminded } = dueReminders(abouts, (await kept()).told ?? {}, now(), open)
    await change(was => ({
      ...was,
      told: reminded,
      notices: [
        ...was.notices.filter(({ kind }) => kind !== 'reminder'),
        ...reminders.flatMap(reminder =>
          abouts
            .filter(({ id }) => id === reminder.id)
            .map(about =>
              noticeOf(
                {
                  kind: 'reminder',
                  reminder,
                  ...(reminder.what !== 'model' &&
                    about.provider === 'openai' &&
                    about.kind !== 'admin' && { guide: 'rotate-key' }),
                },
                about,
              ),
            ),
        ),
      ],
    }))
  }

  /** What cannot be written, since the vault was locked again or the disk is full, waits for the next unlock. */
  async function writeIncoming(): Promise<void> {
    const { incoming } = await state()
    for (const { id, seen, about } of incoming) {
      const saved = await vault.save(id, about, stored => remember(stored, seen))
      if (isFailure(saved) && saved.code !== 'not_found') return
      await change(was => ({ ...was, incoming: was.incoming.slice(1) }))
    }
  }

  /** Asks until the provider has refused the key twice. */
  async function confirmRevoked(id: string): Promise<Reply> {
    const record = await wanted(id)
    if (isFailure(record)) return record
    await change(was => ({ ...was, dead: { ...was.dead, [id]: { since: now(), tries: 0 } } }))
    await add(id, 'dead', false)
    return { ok: true }
  }

  async function askPermissions(id: string): Promise<Reply<{ report: Capabilities }>> {
    const record = await wanted(id)
    if (isFailure(record)) return record
    if ((await kept()).spendStopped !== undefined)
      return fail(
        'stopped',
        t('A request that should have been refused was answered. Keyway has stopped asking.'),
      )
    const report = await capabilities(ports, record)
    if (report.answered) await changeKept({ spendStopped: now() })
    // Locked meanwhile: then what came of it is nobody's to see.
    const still = await wanted(id)
    if (isFailure(still)) return still
    const answers = report.capabilities.map(({ evidence, answer }) => [evidence.probe.slice(6), answer])
    const note = report.stopped ?? withoutMoney(report.capabilities)
    await ports.session.set('rights', {
      id,
      answers: Object.fromEntries(answers),
      ...(note && { note }),
    })
    void ports.tell('permissionsAnswered')
    return { ok: true, report }
  }

  const handlers: Handlers<keyof typeof healthMessages> = {
    'screen.test': async ({ id }) => {
      const record = await wanted(id)
      if (isFailure(record)) return record
      const done = finished(id)
      await add(id, 'asked', true)
      await done
      return { ok: true }
    },
    'screen.testAll': async () => {
      await sweep('asked', true)
      return { ok: true, count: (await testable()).length }
    },
    'screen.proveDead': ({ id }) => confirmRevoked(id),
    'screen.capabilities': ({ id }) => askPermissions(id),
    'screen.models': async ({ id, own }) => {
      const record = await wanted(id)
      if (isFailure(record)) return record
      const { evidence, answered } = await ask(ports, record, own ? 'models' : listProbe(record.provider))
      return evidence.cause === 'ok'
        ? { ok: true, models: readModels(answered?.body ?? ''), ...(own && { own: answered?.body ?? '' }) }
        : {
            ok: false,
            code: evidence.cause,
            message:
              evidence.says ||
              (evidence.status === undefined
                ? t('No answer came. Check your connection, then try again.')
                : t('The provider gave no list.')),
          }
    },
  }

  return {
    handlers,
    confirmRevoked,
    askPermissions,
    changeHistory: book.changeHistory,
    /** A key was saved or changed: ask about it now. */
    test: (id: string) => add(id, 'asked', true),
    /** At each start of the worker. */
    async start(): Promise<void> {
      await changeQueue(queue => recover(queue, now()))
      await count()
      await remind()
      await pump()
    },
    /** The alarm `healthAlarm`. */
    async wake(): Promise<void> {
      await remind()
      await pump()
    },
    /** The vault was opened: take in what came while it was locked, and look at what is old. */
    async unlocked(): Promise<void> {
      // Taken over in one step, written one by one: the vault cannot be written while it hands them out.
      await vault.notes(async notes => {
        await change(was => ({ ...was, incoming: [...was.incoming, ...notes] }))
      })
      await writeIncoming()
      await change(was => ({ ...was, seen: {}, hold: {} }))
      await count()
      await remind()
      await sweep('due', true)
    },
    async locked(): Promise<void> {
      // The sweep stays: what the person asked of all keys goes on at the next unlock.
      if ((await vault.abouts()).length === 0) await change(was => ({ ...was, queue: emptyQueue }))
      await pump()
    },
    /** The network is back. */
    online: () => sweep('due', false),
  }
}

function without(hold: Record<string, number>, id: string): Record<string, number> {
  const { [id]: _, ...rest } = hold
  return rest
}

/** Where the question whether the key is taken is another one than for the list. */
const listProbe = (provider: ProviderId): ProbeId =>
  providers[provider].probes['scope:models'] ? 'scope:models' : 'models'

/** What was refused for want of money was not asked about rights. */
const withoutMoney = (answers: Capability[]): string | undefined =>
  answers.some(({ evidence }) => isAboutMoney(evidence.cause))
    ? t('Without credit not all can be asked. Add credit, then ask again.')
    : undefined
