/** One of the plain stored items as React sees it, for as long as a component shows it. */
import { useEffect, useState } from 'react'
import { followLocal } from '../platform/screen/watch-items.ts'
import { getLocal } from '../platform/storage.ts'
import type { LocalItems } from '../protocol/storage-keys.ts'

/** Undefined until it was read, and when there is none. */
export function useLocal<K extends keyof LocalItems>(name: K): LocalItems[K] | undefined {
  const [value, setValue] = useState<LocalItems[K]>()
  useEffect(() => {
    let isOver = false
    const take = (next: LocalItems[K] | undefined) => !isOver && setValue(() => next)
    const stopFollowing = followLocal(name, take)
    void getLocal(name).then(take)
    return () => {
      isOver = true
      stopFollowing()
    }
  }, [name])
  return value
}
