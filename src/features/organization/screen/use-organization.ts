/** The organization as this page knows it: from the vault at once, read anew when asked for, and what it tells of keys noted. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { useSession } from '../../../ui/use-session.ts'
import { endsOf, matchKeys } from '../core/match-keys.ts'
import { isWhole, type Organization, readKept } from '../core/organization.ts'
import { isStopped, type Progress, readOrganization } from '../core/read-organization.ts'

const name = 'organization'
const dayLength = 86_400_000

export function useOrganization(admin: KeyRow, rows: readonly KeyRow[]) {
  const [organization, setOrganization] = useState<Organization>()
  const [isLoaded, setIsLoaded] = useState(false)
  const [progress, setProgress] = useState<Progress>()
  const [notHeld, setNotHeld] = useState<ReadonlySet<string>>(new Set())
  const running = useRef<AbortController>(undefined)
  const clockAhead = useSession('checks')?.clockAhead ?? 0
  const latest = useRef({ rows, organization, clockAhead })
  latest.current = { rows, organization, clockAhead }

  const keep = (next: Organization) => send('screen.keepSealed', { name, text: JSON.stringify(next) })

  /** The worker compares whole keys; what does not fit there is not held here. */
  const learn = useCallback(async (next: Organization) => {
    // What was read on another day says nothing of the models that are used now.
    const knowsModels =
      isWhole(next, 'calls') && next.readAt > Date.now() - latest.current.clockAhead - dayLength
    const keys = matchKeys(latest.current.rows, next.keys).flatMap(({ row, key, isSure }) => {
      const ends = isSure ? endsOf(key.redacted) : undefined
      const models = knowsModels && { models: next.uses[key.id]?.models ?? [] }
      return ends ? [{ id: row.id, trackingId: key.id, ...ends, ...models }] : []
    })
    if (keys.length === 0) return
    const reply = await send('screen.learnKeys', { keys: keys.slice(0, 5000) })
    if (!reply.ok) return
    const learnt = new Set(reply.learnt)
    setNotHeld(new Set(keys.flatMap(({ id, trackingId }) => (learnt.has(id) ? [] : [trackingId]))))
  }, [])

  const load = useAction(
    () => send('screen.readSealed', { name }),
    async reply => {
      const kept = readKept(reply.text)
      setIsLoaded(true)
      // Of another admin key it is of no use.
      if (kept?.admin !== admin.id || latest.current.organization) return
      setOrganization(kept)
      await learn(kept)
    },
  )
  const look = useAction(async () => {
    const before = latest.current.organization
    const over = new AbortController()
    running.current = over
    try {
      const found = await readOrganization(
        {
          ask: path => send('screen.admin', { id: admin.id, method: 'GET', path }),
          // Whoever stops does not wait to its end.
          wait: milliseconds =>
            new Promise(resolve => {
              setTimeout(resolve, milliseconds)
              over.signal.addEventListener('abort', resolve)
            }),
          signal: over.signal,
          // What is known from before stays on the screen until there is something better.
          onShow: shown => before || over.signal.aborted || setOrganization(shown),
          onProgress: setProgress,
        },
        { admin: admin.id, now: Date.now() - clockAhead, before },
      )
      if (isStopped(found)) {
        if (!before) setOrganization(found)
        return { ok: true as const }
      }
      setOrganization(found)
      const kept = await keep(found)
      await learn(found)
      return kept.ok ? { ok: true as const } : kept
    } finally {
      setProgress(undefined)
    }
  })
  useEffect(() => {
    void load.run()
    return () => running.current?.abort()
  }, [load.run])

  return {
    organization,
    isLoaded,
    notHeld,
    progress,
    look,
    load,
    now: Date.now() - clockAhead,
    stop: () => running.current?.abort(),
    /** After something was changed at the platform, or the person has seen what is new. */
    change: (how: (was: Organization) => Organization) => {
      const was = latest.current.organization
      if (!was) return
      const next = how(was)
      setOrganization(next)
      void keep(next)
    },
  }
}
