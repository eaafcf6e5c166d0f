/** A clock for what counts down or grows old on screen. */
import { useEffect, useState } from 'react'

/** Re-renders every `every` ms while `on`; returns the time then. */
export function useNow(every: number, on = true): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!on) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every, on])
  return now
}
