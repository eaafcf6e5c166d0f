/** Puts the keyboard where a freshly opened view begins. */
import { useEffect, useRef } from 'react'

export function useFocusFirst<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
