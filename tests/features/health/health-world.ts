/** A made-up world for the health service: a clock that is moved by hand, a provider that answers as told, a vault in memory. */

import type { Notice } from '../../../src/features/health/core/health-state.ts'
import type { HealthNote } from '../../../src/features/health/worker/health-note.ts'
import type { HealthPorts } from '../../../src/features/health/worker/ports.ts'
import { createHealthService } from '../../../src/features/health/worker/service.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import { VaultError } from '../../../src/vault/errors.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'

export type Reply = { status: number; body: string; headers?: Record<string, string> } | Error

export const start = Date.UTC(2026, 10, 21, 12)

export function record(id: string, more: Partial<VaultRecord> = {}): VaultRecord {
  // Another provider's key has not OpenAI's shape.
  const secret =
    more.secret ?? `${(more.provider ?? 'openai') === 'openai' ? 'sk-proj-' : ''}${id.padEnd(40, 'x')}`
  return {
    id,
    provider: 'openai',
    kind: 'project',
    label: `Key ${id}`,
    createdAt: start - 30 * 86_400_000,
    lastFour: secret.slice(-4),
    providerConfirmed: true,
    ...more,
    secret,
  }
}

export const list = (...ids: string[]): Reply => ({
  status: 200,
  body: JSON.stringify({
    object: 'list',
    data: (ids.length > 0 ? ids : ['gpt-5-mini']).map(id => ({ id, object: 'model' })),
  }),
})
export const refused = (code: string, status = 401, message = 'no'): Reply => ({
  status,
  body: JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } }),
})
export const impossible = refused('empty_array', 400, "Invalid 'messages': empty array.")

export class World {
  time = start
  isOnline = true
  isOpen = true
  watches = true
  /** So many results wait sealed that no more are taken. */
  isFull = false
  /** The system shows no notifications. */
  isMute = false
  records = new Map<string, VaultRecord>()
  histories = new Map<string, unknown[]>()
  notes: HealthNote[] = []
  session: Record<string, unknown> = {}
  local: Record<string, unknown> = {}
  alarms = new Map<string, number>()
  timers: { at: number; work: () => unknown }[] = []
  asked: { id: string; at: number; url: string; method: string; body?: unknown; init: RequestInit }[] = []
  told: Notice[][] = []
  attention = 0
  atOnce = 0
  mostAtOnce = 0
  /** What the provider answers to this key. */
  answer: (key: string, url: string) => Reply | Promise<Reply> = (_, url) =>
    url.endsWith('/models') ? list() : impossible
  service = this.newWorker()

  add(...records: VaultRecord[]): this {
    for (const one of records) this.records.set(one.id, one)
    this.session.rows = [...this.records.values()].map(({ secret: _, ...about }) => about)
    return this
  }

  verdict(id: string) {
    return this.records.get(id)?.verdict
  }

  /** The worker was killed: what was under way is gone, the session is not. */
  restart(): void {
    this.timers = []
    this.atOnce = 0
    this.life++
    this.service = this.newWorker()
  }
  life = 0
  /** Moments before and after something is written or told; the worker is killed at this one. */
  points = 0
  endsAt?: number

  newWorker() {
    return createHealthService(this.ports())
  }

  ports(): HealthPorts {
    const mine = this.life ?? 0
    const dead = () => (this.life !== mine ? new Promise<never>(() => {}) : undefined)
    const point = () => {
      if (this.life === mine && this.points++ === this.endsAt) this.restart()
      return dead()
    }
    const items = (where: 'session' | 'local') => ({
      get: async (key: string) => (await dead()) ?? structuredClone(this[where][key]),
      set: async (key: string, value: unknown) => {
        await point()
        this[where][key] = structuredClone(value)
        await point()
      },
      remove: async (...keys: string[]) => {
        await dead()
        for (const key of keys) delete this[where][key]
      },
    })
    return {
      now: () => this.time,
      online: () => this.isOnline,
      reader: async () => readAnswer,
      random: () => 0.5,
      after: (milliseconds, work) => {
        if (this.life === mine) this.timers.push({ at: this.time + milliseconds, work })
      },
      session: items('session') as unknown as HealthPorts['session'],
      local: items('local') as unknown as HealthPorts['local'],
      settings: async () => ({
        lockAfterMinutes: 15,
        clearAfterSeconds: 30,
        checkEveryMinutes: 360,
        offerDeclined: false,
        siteOff: false,
      }),
      alarm: {
        set: async (name, at) => void this.alarms.set(name, at),
        clear: async name => void this.alarms.delete(name),
      },
      permitted: async () => true,
      vault: {
        isOpen: async () => this.isOpen,
        abouts: async () =>
          this.isOpen || this.watches
            ? [...this.records.values()].map(({ secret: _, ...about }) => about)
            : [],
        read: async id => {
          await dead()
          return (
            (this.isOpen || this.watches ? this.records.get(id) : undefined) ?? {
              ok: false,
              code: 'locked',
              message: 'locked',
            }
          )
        },
        save: async (id, patch, history) => {
          await dead()
          const before = this.records.get(id)
          if (!this.isOpen || !before) return { ok: false, code: 'locked', message: 'locked' }
          const after = { ...before, ...structuredClone(patch) }
          this.records.set(id, after)
          this.histories.set(id, structuredClone(history(this.histories.get(id) ?? [])))
          const { secret: _, ...about } = after
          return about
        },
        sealNote: async note => {
          if (this.isFull) throw new VaultError('inbox_full')
          this.notes.push(structuredClone(note))
        },
        notes: async work => {
          await work(this.notes)
          this.notes = []
        },
      },
      teller: async () => async notices => {
        await point()
        if (this.isMute) throw new Error('No notification can be shown.')
        this.told.push(notices)
        await point()
      },
      tell: async () => undefined,
      attention: count => {
        this.attention = count
      },
      fetch: async (url, init) => {
        const header = new Headers(init.headers)
        const key =
          (header.get('authorization') ?? '').replace('Bearer ', '') || (header.get('x-api-key') ?? '')
        const id = [...this.records.values()].find(one => one.secret === key)?.id ?? '?'
        this.asked.push({
          id,
          at: this.time,
          url,
          method: init.method ?? 'GET',
          init,
          ...(init.body ? { body: JSON.parse(String(init.body)) as unknown } : {}),
        })
        this.atOnce++
        this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce)
        const reply = await this.answer(key, url)
        await new Promise(resolve => setImmediate(resolve))
        await dead()
        this.atOnce--
        if (reply instanceof Error) throw reply
        return new Response(reply.body, {
          status: reply.status,
          headers: { 'content-type': 'application/json', ...reply.headers },
        })
      },
    }
  }

  /** Until nothing more happens by itself. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 12; quiet++) {
      const before = this.asked.length
      for (let i = 0; i < 40; i++) await new Promise(resolve => setImmediate(resolve))
      if (this.asked.length !== before) quiet = 0
    }
  }

  /** Lets time pass, with every timer and alarm on the way. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds
    for (let i = 0; i < 5000; i++) {
      await this.settle()
      const timer = this.timers.filter(one => one.at <= end).sort((a, b) => a.at - b.at)[0]
      const alarm = [...this.alarms].filter(([, at]) => at <= end).sort((a, b) => a[1] - b[1])[0]
      if (!timer && !alarm) break
      if (timer && (!alarm || timer.at <= alarm[1])) {
        this.timers = this.timers.filter(one => one !== timer)
        this.time = Math.max(this.time, timer.at)
        timer.work()
      } else if (alarm) {
        this.alarms.delete(alarm[0])
        this.time = Math.max(this.time, alarm[1])
        await this.service.wake()
      }
    }
    await this.settle()
    this.time = end
  }
}
