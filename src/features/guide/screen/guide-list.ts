/** The guides as screens show them: read from the package, never from a server. */
import { useEffect, useState } from 'react'
import type { Guide } from '../../../guides/guide.ts'
import { lookUp } from '../../../i18n/t.ts'
import { guideKey } from '../../../i18n/text-key.ts'
import { translated } from '../../../i18n/translate-guide.ts'

export type GuideLine = Pick<Guide, 'id' | 'title' | 'summary' | 'minutes' | 'searchWords'>

const none: GuideLine[] = []

/** Null while it is being read; an empty list when the package holds none. */
export function useGuideList(): GuideLine[] | null {
  return useJson('/guides/index.json', inThisTongue, none)
}

/** Undefined: there is no such guide. Only what the list names is read, whatever the address says. */
export function useGuide(id: string): Guide | null | undefined {
  const list = useGuideList()
  const known = list?.some(line => line.id === id)
  const guide = useJson<Guide | undefined>(known ? `/guides/${id}.json` : null, translatedGuide, undefined)
  return known === false ? undefined : guide
}

const inThisTongue = (lines: GuideLine[]): GuideLine[] =>
  lines.map(line => ({
    ...line,
    title: lookUp(guideKey(line.id, 'title')) ?? line.title,
    summary: lookUp(guideKey(line.id, 'summary')) ?? line.summary,
  }))

const translatedGuide = (guide: Guide | undefined) => guide && translated(guide, lookUp)

/** A file of the package. Null while it is being read; `otherwise` when it cannot be. */
function useJson<T>(path: string | null, finish: (read: T) => T, otherwise: T): T | null {
  const [value, setValue] = useState<{ path: string; value: T } | null>(null)
  useEffect(() => {
    if (path === null) return
    const over = new AbortController()
    fetch(path, { signal: over.signal })
      .then(answer => (answer.ok ? answer.json() : otherwise))
      .catch(() => otherwise)
      .then(read => {
        if (!over.signal.aborted) setValue({ path, value: finish(read as T) })
      })
    return () => over.abort()
  }, [path, finish, otherwise])
  return value !== null && value.path === path ? value.value : null
}
