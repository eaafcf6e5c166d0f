/** What a screen asks for as it is shown, and takes no notice of once it is gone. */
import { useEffect, useRef, useState } from 'react'

/**
 * @param key what the answer is about: another key asks anew, and the earlier answer stays until the new one is there
 * @returns undefined until the first answer is there
 */
export function useLoaded<T, K extends string | number | boolean>(
  load: (key: K) => Promise<T>,
  key: K,
): T | undefined {
  const [answer, setAnswer] = useState<T>()
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    let isShown = true
    void latest.current(key).then(loaded => isShown && setAnswer(() => loaded))
    return () => {
      isShown = false
    }
  }, [key])
  return answer
}
