/** The drawn miniatures, read once for as long as a screen is open: what comes in later would move buttons away under a finger. */
import { useEffect, useState } from 'react'
import type { Miniatures } from './miniature-data.ts'

const nothing: Miniatures = { scenes: {}, targets: {}, steps: {} }

let reading: Promise<Miniatures> | undefined
let known: Miniatures | null = null

async function read(): Promise<Miniatures> {
  const answer = await fetch('/miniatures.json')
  return answer.ok ? { ...nothing, ...((await answer.json()) as Partial<Miniatures>) } : nothing
}

/** Null while they are being read; none of them when they cannot be. */
export function useMiniatures(): Miniatures | null {
  const [drawn, setDrawn] = useState(known)
  useEffect(() => {
    if (drawn) return
    reading ??= read().catch(() => nothing)
    void reading.then(all => {
      known = all
      setDrawn(all)
    })
  }, [drawn])
  return drawn
}
