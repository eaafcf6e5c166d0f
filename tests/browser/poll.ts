/** Asks until the answer is there. Tests never sleep for a guessed time. */

/** As long as a wait may take on a machine that is busy with other things; a story that hangs says so. */
export const patience = 120_000

type Why = string | (() => string | Promise<string>)

/**
 * The first answer that is neither undefined, null nor false. Says what was waited for when it does not come in time. Asks less often the
 * longer it waits, for every question costs the browser as much as a step of the story does.
 */
export async function poll<T>(
  ask: () => T | Promise<T>,
  waitingFor: Why,
  { within = patience, every = 60 }: { within?: number; every?: number } = {},
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + within
  let pause = every
  let trouble: unknown
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== null && answer !== false)
        return answer as Exclude<T, undefined | null | false>
      trouble = undefined
    } catch (error) {
      trouble = error
    }
    if (Date.now() > end) {
      const what = typeof waitingFor === 'string' ? waitingFor : await waitingFor()
      const hint = trouble instanceof Error ? ` (last trouble: ${trouble.message})` : ''
      throw new Error(`waited ${within / 1000} s for ${what}${hint}`)
    }
    await new Promise(done => setTimeout(done, pause))
    pause = Math.max(every, Math.min(pause * 1.25, 150))
  }
}
