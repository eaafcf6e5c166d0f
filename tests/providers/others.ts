/** What others do with the same answers: by status, by code, by the SDK's error classes, by trufflehog's rule. */
import {
  APIError,
  AuthenticationError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai'
import { readAnswer } from '../../src/providers/index.ts'
import type { Verdict } from '../../src/providers/verdict.ts'
import type { Row } from './table.ts'

type Judge = (row: Row) => Verdict['key']

function json(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}
const errorOf = (row: Row): unknown =>
  (json(row.answer.body) as { error?: unknown } | null | undefined)?.error

export const judges: Record<string, Judge> = {
  Keyway: ({ provider, probe, answer }) => readAnswer(provider, probe, answer).key,
  'status only (2xx taken, 401 and 403 refused)': ({ answer: { status } }) =>
    status >= 200 && status < 300 ? 'accepted' : status === 401 || status === 403 ? 'rejected' : 'unknown',
  'code only (invalid_api_key refused)': row => {
    const { status } = row.answer
    const code = (errorOf(row) as { code?: unknown } | undefined)?.code
    return status === 200 ? 'accepted' : code === 'invalid_api_key' ? 'rejected' : 'unknown'
  },
  "the SDK's error classes": row => {
    const { status, body, headers } = row.answer
    if (status >= 200 && status < 300) return 'accepted'
    const parsed = json(body) as object | undefined
    const error = APIError.generate(status, parsed, parsed ? undefined : body, new Headers(headers))
    if (error instanceof AuthenticationError) return 'rejected'
    // The key got through, as its name says: a right, a resource, a limit.
    if (
      error instanceof PermissionDeniedError ||
      error instanceof NotFoundError ||
      error instanceof RateLimitError
    )
      return 'accepted'
    return error instanceof InternalServerError ? 'unknown' : 'unknown'
  },
  "trufflehog's rule (200 live, 401 dead)": ({ answer: { status } }) =>
    status === 200 ? 'accepted' : status === 401 ? 'rejected' : 'unknown',
}

export function compare(rows: readonly Row[]): Record<string, string | number>[] {
  return Object.entries(judges).map(([name, judge]) => {
    let right = 0
    let cannotTell = 0
    let wrong = 0
    let falseRejected = 0
    for (const row of rows) {
      const said = judge(row)
      if (said === row.key) right++
      else if (said === 'unknown') cannotTell++
      else wrong++
      if (said === 'rejected' && row.key !== 'rejected') falseRejected++
    }
    return {
      reader: name,
      answers: rows.length,
      right,
      'cannot tell': cannotTell,
      wrong,
      'live keys called dead': falseRejected,
    }
  })
}
