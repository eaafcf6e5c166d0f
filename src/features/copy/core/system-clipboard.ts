/**
 * Writes, empties and reads the system's clipboard from a document without focus: `navigator.clipboard` refuses there,
 * so the old commands do it, through listeners. The text never stands in the DOM.
 */

/**
 * @param text '' empties the clipboard. (Copying an empty selection says `true` and leaves the old text: only a
 * listener that sets empty data really clears. Measured in Chromium 156, November 2026.)
 * @returns whether the browser took it.
 */
export function writeClipboard(document: Document, text: string): boolean {
  const heard = new AbortController()
  let taken = false
  document.addEventListener(
    'copy',
    event => {
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      taken = event.clipboardData !== null
    },
    { signal: heard.signal, once: true },
  )
  const ran = document.execCommand('copy')
  heard.abort()
  return ran && taken
}

/** @returns undefined when it may not be read (no `clipboardRead`) . */
export function readClipboard(document: Document): string | undefined {
  const heard = new AbortController()
  let held: string | undefined
  // A paste needs somewhere to go; the listener takes it before it gets there.
  const field = document.createElement('textarea')
  field.autocomplete = 'off'
  field.spellcheck = false
  document.body.append(field)
  field.focus()
  field.addEventListener(
    'paste',
    event => {
      event.preventDefault()
      held = event.clipboardData?.getData('text/plain') ?? ''
    },
    { signal: heard.signal, once: true },
  )
  const ran = document.execCommand('paste')
  heard.abort()
  field.remove()
  return ran ? held : undefined
}
