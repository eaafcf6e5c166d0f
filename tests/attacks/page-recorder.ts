/** A page that records everything, before any script of its own runs: hears keys, pointers, clipboard, focus, messages, errors, and every change of the document. */
export function record(): void {
  const kept: string[] = []
  Object.defineProperty(window, '__record', { value: kept })
  const events =
    'keydown keypress keyup input beforeinput change pointerdown pointerup pointermove mousedown mouseup click dblclick contextmenu copy cut paste beforecopy selectionchange focus blur focusin focusout message storage error unhandledrejection securitypolicyviolation toggle beforetoggle dragstart drop visibilitychange hashchange popstate'
  for (const type of events.split(' '))
    window.addEventListener(
      type,
      event => {
        const of = event.target instanceof Element ? event.target : null
        const data = event as Event & {
          key?: string
          data?: unknown
          clipboardData?: DataTransfer
          message?: string
        }
        kept.push(
          [
            type,
            of?.tagName,
            of?.textContent?.slice(0, 2000),
            data.key,
            JSON.stringify(data.data ?? null),
            data.clipboardData?.getData('text/plain'),
            data.message,
            String(document.getSelection()),
          ].join('|'),
        )
      },
      true,
    )
  new MutationObserver(changes => {
    for (const change of changes) {
      for (const node of change.addedNodes)
        kept.push(`added|${(node as Element).outerHTML ?? node.textContent}`)
      const target = change.target as Element
      kept.push(
        `${change.type}|${change.attributeName ?? ''}|${target.getAttribute?.(change.attributeName ?? '') ?? target.textContent}`,
      )
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  for (const place of ['log', 'error', 'warn', 'info'] as const) {
    const real = console[place]
    console[place] = (...said: unknown[]) => {
      kept.push(`console|${said.map(String).join(' ')}`)
      real(...said)
    }
  }
}
