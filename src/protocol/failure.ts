/** What a request that could not be done answers: a code for programs and one plain sentence for the person. */

export type Failure = { ok: false; code: string; message: string }
export type Reply<T = unknown> = ({ ok: true } & T) | Failure

export function fail(code: string, message: string): Failure {
  return { ok: false, code, message }
}

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
