/**
 * Which key is asked next: at most four at once and one at a time per account. Plain data that lives in session memory,
 * so that a worker that is started anew goes on where the last one was killed. Pure.
 */
export type Why = 'due' | 'asked' | 'fresh' | 'confirm' | 'dead'

export type Job = {
  /** The key's record; at most one job per key. */
  id: string
  why: Why
  /** Ms since the epoch. */
  dueAt: number
  /** Ask about money too. */
  askMoney: boolean
  /** Retries of a question that came to nothing, or steps of waiting for a fresh or a revoked key. */
  tries: number
  /** Only one key of an account is asked at a time. */
  account: string
  /** Set while it is being asked. */
  startedAt?: number
}

export type Queue = {
  jobs: Job[]
  /** An account that asked us to wait: until when. */
  waits: Record<string, number>
}

export const emptyQueue: Queue = { jobs: [], waits: {} }

const weight: Record<Why, number> = { asked: 0, fresh: 1, dead: 2, confirm: 3, due: 4 }
const atOnce = 4

/** Adds a job, or makes the waiting one of the same key come sooner and ask more. */
export function enqueue(queue: Queue, job: Job): Queue {
  const has = queue.jobs.find(one => one.id === job.id)
  if (!has) return { ...queue, jobs: [...queue.jobs, job] }
  // While it is under way its answer is news enough.
  if (has.startedAt !== undefined) return queue
  const sooner = job.dueAt <= has.dueAt ? job : has
  const merged: Job = { ...sooner, askMoney: has.askMoney || job.askMoney }
  return { ...queue, jobs: queue.jobs.map(one => (one.id === job.id ? merged : one)) }
}

/** Beyond these a waiting key stays out of the queue, which is written whole at every step. */
const mostWaiting = 40
const mostWaitingPerAccount = 3

/** Is there room for one more of this account that may be asked right now? Count each that is let in by calling it. */
export function room(queue: Queue, now: number): (account: string) => boolean {
  const waiting = queue.jobs.filter(job => job.startedAt === undefined && job.dueAt <= now)
  let all = waiting.length
  const of = new Map<string, number>()
  for (const { account } of waiting) of.set(account, (of.get(account) ?? 0) + 1)
  return account => {
    const has = of.get(account) ?? 0
    if (all >= mostWaiting || has >= mostWaitingPerAccount) return false
    all++
    of.set(account, has + 1)
    return true
  }
}

/** Takes what may be asked now, and marks it as started; `only` such jobs, when that is given. */
export function take(queue: Queue, now: number, only?: Why): { queue: Queue; started: Job[] } {
  const running = queue.jobs.filter(job => job.startedAt !== undefined)
  const busy = new Set(running.map(job => job.account))
  const started: Job[] = []
  const ready = queue.jobs
    .filter(job => job.startedAt === undefined && job.dueAt <= now && (only ?? job.why) === job.why)
    .sort((a, b) => weight[a.why] - weight[b.why] || a.dueAt - b.dueAt)
  for (const job of ready) {
    if (running.length + started.length >= atOnce) break
    if (busy.has(job.account) || ((queue.waits[job.account] ?? 0) > now && job.why !== 'asked')) continue
    busy.add(job.account)
    started.push({ ...job, startedAt: now })
  }
  const byId = new Map(started.map(job => [job.id, job]))
  return { queue: { ...queue, jobs: queue.jobs.map(job => byId.get(job.id) ?? job) }, started }
}

/** The job is done; `next` when there is more to ask of the same key. */
export function finish(queue: Queue, id: string, next?: Job): Queue {
  const jobs = queue.jobs.filter(job => job.id !== id)
  return { ...queue, jobs: next ? [...jobs, next] : jobs }
}

/** How long a key is left alone whose question was cut off by the worker's death. */
const afterDeath = 15_000

/**
 * A new worker: what the last one had begun and not told is asked again, a while later and after all the others: should it
 * be what brings the worker down, it must not do so again and again.
 */
export function recover(queue: Queue, now: number): Queue {
  const jobs = queue.jobs.map(({ startedAt, ...job }) =>
    startedAt === undefined ? job : { ...job, dueAt: now + afterDeath },
  )
  return { ...queue, jobs }
}

export function wait(queue: Queue, account: string, until: number): Queue {
  return { ...queue, waits: { ...queue.waits, [account]: Math.max(until, queue.waits[account] ?? 0) } }
}

/** When there is something to do next; undefined when nothing waits. */
export function nextAt(queue: Queue): number | undefined {
  const times = queue.jobs
    .filter(job => job.startedAt === undefined)
    .map(job => (job.why === 'asked' ? job.dueAt : Math.max(job.dueAt, queue.waits[job.account] ?? 0)))
  return times.length > 0 ? Math.min(...times) : undefined
}
