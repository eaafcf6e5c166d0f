/** Runs tasks one after the other, so that two presses cannot do the same thing twice at once. */

export type SerialQueue = <T>(task: () => Promise<T>) => Promise<T>

/** A task that fails rejects its own promise only; the next one runs all the same. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}
