/** The drawn miniatures, read once for as long as a screen is open: what comes in later would move buttons away under a finger. */
import { useEffect, useState } from 'react'
import type { Miniatures } from './miniature-data.ts'

const nothing: Miniatures = { scenes: {}, targets: {}, steps: {} }

let reading: Promise<Miniatures> | undefined
let known: Miniatures | null = null

/** Read before a screen's first render, they are there from its first paint. */
export const readMiniatures = (): Promise<Miniatures> => (reading ??= read())

async function read(): Promise<Miniatures> {
  try {
    const answer = await fetch('/miniatures.json')
    known = answer.ok ? { ...nothing, ...((await answer.json()) as Partial<Miniatures>) } : nothing
  } catch {
    known = nothing
  }
  return known
}

/** Null while they are being read; none of them when they cannot be. */
export function useMiniatures(): Miniatures | null {
  const [drawn, setDrawn] = useState(known)
  useEffect(() => {
    if (!drawn) void readMiniatures().then(setDrawn)
  }, [drawn])
  return drawn
}
