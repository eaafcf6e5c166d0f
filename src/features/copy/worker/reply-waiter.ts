/** Waits for the offscreen document's reply to a copy, by the copy's id. */

export type ReplyWaiter<T> = {
  /** Undefined when five seconds have passed since `from` without a reply. */
  wait(id: string, from: Promise<unknown>): Promise<T | undefined>
  tell(id: string, value: T): void
}

export function createReplyWaiter<T>(after: (milliseconds: number) => Promise<void>): ReplyWaiter<T> {
  const waiting = new Map<string, (value: T) => void>()
  return {
    wait(id, from) {
      const reply = new Promise<T>(resolve => waiting.set(id, resolve))
      const timeout = from.then(() => after(5_000)).then(() => undefined)
      return Promise.race([reply, timeout]).finally(() => waiting.delete(id))
    },
    tell(id, value) {
      waiting.get(id)?.(value)
    },
  }
}
