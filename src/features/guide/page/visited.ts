/** Which field did the person go into? A dialog focuses one by itself; a person gets there by pointer, Tab or typing. */

export function followVisits(
  own: () => Element | null,
  changed: () => void,
  signal: AbortSignal,
): { field(): Element | null } {
  let visited: Element | null = null
  let pressed: Element | null = null
  let byTab = false
  const on = <K extends keyof WindowEventMap>(
    type: K,
    then: (event: WindowEventMap[K], at: Element) => void,
  ) =>
    window.addEventListener(
      type,
      event => {
        if (event.isTrusted && event.target instanceof Element && event.target !== own())
          then(event, event.target)
      },
      { capture: true, passive: true, signal },
    )

  on('pointerdown', (_, at) => {
    byTab = false
    pressed = at
    // Already focused by the dialog, now pressed by the person.
    const active = document.activeElement
    if (active && active !== document.body && active.contains(at)) visited = active
  })
  on('keydown', event => {
    byTab = event.key === 'Tab' || event.key.startsWith('Arrow')
  })
  on('focusin', (_, at) => {
    const inside = at.contains(pressed) || labels(at, pressed)
    visited = byTab || inside ? at : null
    changed()
  })
  on('focusout', (_, at) => {
    if (visited === at) visited = null
    changed()
  })
  on('input', (_, at) => {
    visited = at
    changed()
  })
  return { field: () => visited }
}

const labels = (field: Element, pressed: Element | null): boolean =>
  [...((field as HTMLInputElement).labels ?? [])].some(one => one.contains(pressed))
