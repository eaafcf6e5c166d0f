/** The guides as screens show them: read from the package, never from a server. */
import { useEffect, useState } from 'react'
import type { Guide } from '../guides/guide.ts'

export type GuideLine = Pick<Guide, 'id' | 'title' | 'summary' | 'minutes'>

const none: GuideLine[] = []

/** Null while it is being read; an empty list when the package holds none. */
export function useGuideList(): GuideLine[] | null {
  return useJson('/guides/index.json', none)
}

export function useGuide(id: string): Guide | null | undefined {
  return useJson<Guide | undefined>(`/guides/${id}.json`, undefined)
}

function useJson<T>(path: string, otherwise: T): T | null {
  const [value, setValue] = useState<{ path: string; value: T } | null>(null)
  useEffect(() => {
    const gone = new AbortController()
    fetch(path, { signal: gone.signal })
      .then(answer => (answer.ok ? answer.json() : otherwise))
      .catch(() => otherwise)
      .then(read => {
        if (!gone.signal.aborted) setValue({ path, value: read as T })
      })
    return () => gone.abort()
  }, [path, otherwise])
  return value?.path === path ? value.value : null
}
