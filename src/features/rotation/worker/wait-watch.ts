/**
 * The waiting stage of replacements goes on while no page is open: while the vault is unlocked, the calls of each old key are read when they
 * can tell something new, and a notification says when the key can be deleted. Nothing else is done without a press.
 */
import { t } from '../../../i18n/t.ts'
import type { Failure, Reply } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import type { OpenVault } from '../../../vault/index.ts'
import { sealedText } from '../../lock/core/sealed-text.ts'
import { callsOf } from '../core/read-calls.ts'
import { type Replacement, replacementLock, stageOf, withCalls } from '../core/replacement.ts'
import { changeRun, readBook } from '../core/sealed-replacements.ts'

export const waitAlarm = 'replacements.next'
export const replacementsName = 'replacements'
const minute = 60_000
/** Figures come hours late: more often would tell nothing. Less often, a program that still uses the old key would be seen late. */
const soonest = 30 * minute
const latest = 6 * 60 * minute

export type WaitPorts = {
  now(): number
  /** How far this computer's clock is ahead of the platform's, in ms. */
  clockAhead(): Promise<number | undefined>
  /** Asks with this admin key; does not count as use of the vault. */
  ask(admin: string, path: string): Promise<Replies['screen.admin']>
  /** Does not count as use of the vault. */
  withVault<T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure>
  /** One at a time with the pages, which write the same book. */
  inTurn<T>(lock: string, work: () => Promise<T>): Promise<T>
  setAlarm(name: string, at: number): Promise<void>
  notify(id: string, title: string, message: string): Promise<void>
}

const isWaiting = (run: Replacement): boolean =>
  run.there !== undefined && !run.isPaused && stageOf(run) === 'wait'

export function createWaitWatch(ports: WaitPorts) {
  const { now, withVault, inTurn, setAlarm } = ports
  const sealed = sealedText(withVault, replacementsName)
  // The page that was told that the new key is in place reads at once by itself. What was noted in a time to come was noted before the clock
  // was put back.
  const dueOf = ({ calls, placedAt = 0 }: Replacement): number => {
    const noted = calls?.at ?? placedAt
    return noted > now() ? 0 : Math.min(Math.max(calls?.waitUntil ?? 0, noted + soonest), noted + latest)
  }

  async function read(run: Replacement): Promise<Reply<{ run: Replacement }>> {
    const admin = run.there?.admin ?? ''
    const read = await callsOf(path => ports.ask(admin, path), run, now(), (await ports.clockAhead()) ?? 0)
    if (!read.ok) return read
    return inTurn(replacementLock, () =>
      changeRun(sealed, run.old, async one => {
        const next = withCalls(one, read.calls)
        // Shown first, noted then: whatever ends between the two, it is not lost.
        if (next !== one && read.calls.isQuiet)
          await ports.notify(
            `page:replace/${run.old}`,
            'Keyway',
            // Without a name: it may have been locked a moment ago.
            t('An old key counts as unused now. You can delete it.'),
          )
        return next
      }),
    )
  }

  /** Reads what is due, and sees to it that the rest will be. */
  async function look(): Promise<void> {
    const kept = await sealed.read()
    if (!kept.ok) return
    const next: number[] = []
    for (const run of readBook(kept.text).filter(isWaiting)) {
      const due = dueOf(run)
      if (due > now()) {
        next.push(due)
        continue
      }
      // Should the worker be ended amid it.
      await setAlarm(waitAlarm, now() + soonest)
      const done = await read(run)
      if (!done.ok) next.push(now() + soonest)
      else if (isWaiting(done.run)) next.push(Math.max(dueOf(done.run), now() + minute))
    }
    if (next.length > 0) await setAlarm(waitAlarm, Math.min(...next))
  }
  // Two at once would ask twice.
  let running: Promise<void> | undefined
  return {
    look: (): Promise<void> => {
      running ??= look().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
