/**
 * Where a secret stands on a screen: in an element made by hand, and nowhere else. React remembers what a field of its own holds, in
 * the state and props of its components and in a tracker on the element, also when nobody asked for it. Of an element that it did not
 * make it knows nothing: what is typed goes with the element, which is emptied when the screen lets go of it or is hidden.
 */
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'

type Field = HTMLInputElement | HTMLTextAreaElement

/**
 * @param make the element; it is made once
 * @param onType the person has changed what stands in it, or the browser has emptied it
 * @returns where the element goes, and the element itself
 */
export function useSecretElement<F extends Field>(
  make: () => F,
  ref: Ref<F> | undefined,
  onType: (() => void) | undefined,
) {
  const place = useRef<HTMLSpanElement>(null)
  const field = useRef<F>(null)
  const latest = useRef({ make, onType })
  useLayoutEffect(() => {
    const made = latest.current.make()
    made.autocomplete = 'off'
    made.spellcheck = false
    made.autocapitalize = 'off'
    field.current = made
    place.current?.append(made)
    const done = new AbortController()
    const empty = () => {
      made.value = ''
    }
    made.addEventListener('input', () => latest.current.onType?.(), { signal: done.signal })
    // Chrome writes what stands in a field into its session files, in plain text.
    addEventListener('pagehide', empty, { signal: done.signal })
    return () => {
      done.abort()
      empty()
      made.remove()
      field.current = null
    }
  }, [])
  useImperativeHandle(ref, () => field.current as F, [])
  useEffect(() => {
    latest.current = { make, onType }
  })
  return { place, field }
}

/** What a screen has to hand on before it stands in an element: read as often as it is shown, gone for good when told so. */
export type SecretBox = { read(): string; forget(): void }

export function boxed(secret: string): SecretBox {
  let kept = secret
  return {
    read: () => kept,
    forget() {
      kept = ''
    },
  }
}

/** Writes a secret into an element that React leaves empty; takes it out again with the element. */
export function useSecretText<E extends HTMLElement>(read: () => string) {
  const element = useRef<E>(null)
  const latest = useRef(read)
  useLayoutEffect(() => {
    const shown = element.current
    if (shown) shown.textContent = latest.current()
    return () => {
      if (shown) shown.textContent = ''
    }
  }, [])
  return element
}
