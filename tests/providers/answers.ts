/** Answers as a server would give them, for the tests of the readers. */
import type { Answer } from '../../src/providers/verdict.ts'

export function answerOf(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: text }
}

/** The usual error body (shape S1). */
export function error(
  status: number,
  message: string,
  type: string | null,
  code: string | number | null = null,
  headers: Record<string, string> = {},
): Answer {
  return answerOf(status, { error: { message, type, param: null, code } }, headers)
}
