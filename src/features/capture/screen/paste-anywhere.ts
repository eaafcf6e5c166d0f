/** A key that is pasted outside of any field, or into a search field, opens the form for a new key with the key filled in. */
import { useEffect, useRef } from 'react'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'

let pasted: SecretBox | null = null

/** The pasted text, readable once: the form that opens writes it into its own field. */
export function takePasted(): string {
  const text = pasted?.read() ?? ''
  pasted?.forget()
  pasted = null
  return text
}

/** Is the text long, in one piece, with letters and digits? Nobody searches for that, and it may be a secret. */
const isLikeAKey = (text: string) =>
  text.split(/\s/).some(word => word.length >= 20 && /\d/.test(word) && /[a-z]/i.test(word))

/** @param open leads to the form; undefined while a screen is shown on which a paste must not open it */
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
