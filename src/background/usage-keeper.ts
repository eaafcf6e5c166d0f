/**
 * Costs and usage by an admin key of the vault: asks page by page, answers with rows. The key stays in the worker; nothing
 * is kept. Reading costs costs nothing.
 */
import type { Failure, Handlers } from '../extension/messages.ts'
import { readAnswer, readFailure } from '../providers/index.ts'
import { providers } from '../providers/list.ts'
import type { Verdict } from '../providers/verdict.ts'
import {
  type CostRow,
  type Group,
  type PageOf,
  questionPath,
  readCosts,
  readNames,
  readUsage,
  type UsageRow,
} from '../usage/admin-pages.ts'
import { daysUntil } from '../usage/series.ts'
import type { VaultRecord } from '../vault/record.ts'
import { fail } from './copy-effects.ts'

export type UsageEffects = {
  now(): number
  fetch(url: string, init: RequestInit): Promise<Response>
  online(): boolean
  read(id: string): Promise<VaultRecord | Failure>
}

/** More pages than half a year of days can have; an API that never ends is left. */
const mostPages = 12

class Refused extends Error {
  readonly verdict: Verdict
  constructor(verdict: Verdict) {
    super(verdict.cause)
    this.verdict = verdict
  }
}

export function usageHandlers(effects: UsageEffects): Handlers<'screen.usage'> {
  async function get(key: VaultRecord, path: string): Promise<string> {
    const base = key.baseUrl ?? providers.openai?.baseUrl ?? ''
    let answer: { status: number; headers: Record<string, string>; body: string }
    try {
      const response = await effects.fetch(base + path, {
        headers: { Authorization: `Bearer ${key.secret}` },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(20_000),
      })
      answer = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    } catch (thrown) {
      const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: '' }
      throw new Refused(readFailure('openai', { name, message, online: effects.online() }))
    }
    if (answer.status !== 200) throw new Refused(readAnswer('openai', 'usage', answer))
    return answer.body
  }

  async function all<T>(
    key: VaultRecord,
    about: 'costs' | 'usage',
    question: { from: string; by: Group },
    read: (body: string, by: Group) => PageOf<T> | null,
  ): Promise<T[]> {
    const rows: T[] = []
    let page: string | null = null
    for (let count = 0; count < mostPages; count++) {
      const body: string = await get(key, questionPath(about, { ...question, page }))
      const got = read(body, question.by)
      // "200 OK", but not of this API: a network's sign-in page.
      if (!got) throw new Refused(readAnswer('openai', 'usage', { status: 200, headers: {}, body }))
      rows.push(...got.rows)
      page = got.next
      if (page === null) break
    }
    return rows
  }

  return {
    'screen.usage': async ({ id, days, by }) => {
      const key = await effects.read(id)
      if ('ok' in key) return key
      if (key.provider !== 'openai' || key.kind !== 'admin')
        return fail(
          'not_admin',
          'Costs can only be read with an OpenAI admin key (it begins with sk-admin-).',
        )
      const asked = daysUntil(effects.now(), days)
      const question = { from: asked[0] ?? '', by }
      try {
        const costs: CostRow[] = await all(key, 'costs', question, readCosts)
        const usage: UsageRow[] = await all(key, 'usage', question, readUsage)
        // Names are a kindness: an admin key that may read costs need not have the right to read projects.
        const names =
          by === 'project' ? await get(key, '/organization/projects?limit=100').catch(() => '') : ''
        return { ok: true, days: asked, costs, usage, names: readNames(names), at: effects.now() }
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown
        const { cause, says } = thrown.verdict
        return fail(cause, says || 'The platform did not tell the costs.')
      }
    },
  }
}
