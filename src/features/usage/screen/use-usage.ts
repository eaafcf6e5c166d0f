/** The report for a choice: read as the choice is made; until then the one of the last time, where there is one. */
import { useEffect, useRef, useState } from 'react'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { useSession } from '../../../ui/use-session.ts'
import type { Group } from '../core/admin-pages.ts'
import { report } from '../core/read-stored-figures.ts'
import { keep, loadKept } from './figure-store.ts'
import { fetchUsage, type Usage } from './read-usage.ts'

/** `admin`: the id of the admin key that is asked. */
export type Choice = { admin: string; days: number; by: Group }
/** `isKept`: of the last time. */
export type Shown = { usage: Usage; choice: Choice; isKept: boolean }

/** Only reports of so many days are kept: it is what the pages open with. */
const keptDays = 30

export function useUsage(choice: Choice | undefined) {
  const [shown, setShown] = useState<Shown | null>(null)
  const clockAhead = useSession('checks')?.clockAhead ?? 0
  const latestAhead = useRef(clockAhead)
  latestAhead.current = clockAhead
  const read = useAction(
    async (choice: Choice) => {
      const { admin, days, by } = choice
      const reply = await fetchUsage(
        question => send('screen.admin', { id: admin, ...question }),
        days,
        by,
        // Days are the platform's.
        Date.now() - latestAhead.current,
      )
      if (!reply.ok) return reply
      const { ok, ...usage } = reply
      return { ok, usage, choice }
    },
    ({ usage, choice }) => {
      setShown({ usage, choice, isKept: false })
      if (choice.days === keptDays) keep(choice.admin, choice.by, usage)
    },
  )
  const wanted = choice && nameOf(choice)
  const asked = useRef<string>(undefined)
  const showKept = async (choice: Choice) => {
    const usage = await loadKept(choice.admin, choice.by, report)
    if (usage && asked.current === nameOf(choice))
      setShown(was => (was && nameOf(was.choice) === nameOf(choice) ? was : { usage, choice, isKept: true }))
  }
  // A choice that changes while an answer is awaited is read as soon as that is here: the table never stands for another choice.
  useEffect(() => {
    if (!choice || read.busy || asked.current === wanted) return
    asked.current = wanted
    if (choice.days === keptDays) void showKept(choice)
    void read.run(choice)
  })
  // Under another admin key the figures may be another organization's: they go at once, and with them what stands below them.
  return { shown: shown && shown.choice.admin === choice?.admin ? shown : null, read }
}

const nameOf = ({ admin, days, by }: Choice): string => `${admin} ${days} ${by}`
