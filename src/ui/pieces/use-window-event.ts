/** An event of the window, heard as long as a component is shown. */
import { useEffect, useRef } from 'react'

export function useWindowEvent<N extends keyof WindowEventMap>(
  name: N,
  hear: (event: WindowEventMap[N]) => void,
): void {
  const latest = useRef(hear)
  latest.current = hear
  useEffect(() => {
    const over = new AbortController()
    addEventListener(name, event => latest.current(event), { signal: over.signal })
    return () => over.abort()
  }, [name])
}
