/** A key that is pasted beside every field opens the form for a new key, filled in. Pasted into a search it would be looked for in names. */
import { useEffect, useRef } from 'react'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'

let pasted: SecretBox | null = null

/** What was pasted, once: the form that opens writes it into its own element. */
export function takePasted(): string {
  const text = pasted?.read() ?? ''
  pasted?.forget()
  pasted = null
  return text
}

/** Long, in one piece, with letters and digits: nobody searches for that, and it may be a secret. */
const isLikeAKey = (text: string) =>
  text.split(/\s/).some(word => word.length >= 20 && /\d/.test(word) && /[a-z]/i.test(word))

/** @param open leads to the form; undefined: another screen is shown, on which a paste is its own affair */
export function usePasteAnywhere(open: (() => void) | undefined): void {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const done = new AbortController()
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      const at = event.target instanceof Element ? event.target : document.body
      const isSearch = at.matches('input[type="search"]')
      const isField = at.matches('input, textarea, select, [contenteditable]')
      if (!latest.current || (isField && !isSearch) || !isLikeAKey(text)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      pasted = boxed(text)
      latest.current()
    }
    addEventListener('paste', paste, { signal: done.signal })
    return () => done.abort()
  }, [])
}
