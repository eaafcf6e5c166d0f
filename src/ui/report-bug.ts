/** Says in the browser's log that Keyway made a mistake: where in the code, never with what. */

/** An error's own text may quote what was being read, and that may be a key: only its kind and its place are kept. */
export function withoutText(thrown: unknown): Error {
  const kind = thrown instanceof Error ? thrown.name : typeof thrown
  const places = thrown instanceof Error ? (thrown.stack ?? '').match(/^ {4}at .*$/gm) : null
  const error = new Error(`Keyway made a mistake (${kind}).`)
  error.stack = [error.message, ...(places ?? [])].join('\n')
  return error
}

export const reportBug = (thrown: unknown): void => reportError(withoutText(thrown))
