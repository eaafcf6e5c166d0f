/** Runs in a page, on what is drawn there: what a person with other eyes, another zoom or another tongue would stumble over. */

/** @returns a sentence for each: scrolling sideways, text that is cut, controls on each other, a status without a word, a tab like the others, motion. */
export function wellDrawn(): string[] {
  const found: string[] = []
  const nameOf = (element: Element) =>
    `${element.localName}${[...element.classList].map(name => `.${name}`).join('')} “${(element.textContent ?? '').trim().slice(0, 40)}”`
  const shown = (element: Element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1
  }
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} of ${clientWidth}`)

  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY) ||
      scrolls(element.parentElement === document.body ? null : element.parentElement))
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg, .visually-hidden, select, textarea, input') || !shown(element)) continue
    const style = getComputedStyle(element)
    const isCut =
      (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
    // Cut on purpose, the whole in a title; or scrolled by itself.
    const told = element.closest('[title]') !== null || element.querySelector('[title]') !== null
    if (isCut && !told && element.clientWidth > 0 && style.display !== 'inline')
      found.push(`${nameOf(element)} is cut`)
  }

  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
    one => shown(one) && !one.closest('.visually-hidden, [popover], [inert]'),
  )
  const stuck = (element: Element | null): Element | null =>
    !element || getComputedStyle(element).position === 'sticky' ? element : stuck(element.parentElement)
  // Each on the square of the page that it stands on; what is scrolled away or stuck to an edge lies on others by design.
  const boxes = controls
    .filter(one => !scrolls(one.parentElement))
    // A link within a sentence has a box for each line.
    .flatMap(one => [...one.getClientRects()].map(box => ({ one, box, on: stuck(one) })))
  boxes.forEach(({ one, box, on }, index) => {
    for (const { one: other, box: its, on: ofOther } of boxes.slice(index + 1)) {
      if (one === other || on !== ofOther || one.contains(other) || other.contains(one)) continue
      if (one.closest('label')?.contains(other) || other.closest('label')?.contains(one)) continue
      // The clearing cross stands in its field.
      const across = Math.min(box.right, its.right) - Math.max(box.left, its.left)
      const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top)
      if (across > 2 && down > 2 && getComputedStyle(one).position === getComputedStyle(other).position)
        found.push(`${nameOf(one)} lies on ${nameOf(other)}`)
    }
  })

  for (const status of document.querySelectorAll('.pill, [data-keyway="verdict"]'))
    if (shown(status) && !/\p{L}/u.test(`${status.textContent} ${status.getAttribute('aria-label') ?? ''}`))
      found.push(`${nameOf(status)} tells its status by colour alone`)

  const traits = (element: Element) => {
    const { color, backgroundColor, fontWeight, boxShadow, borderBottom, borderLeft, outline } =
      getComputedStyle(element)
    return [color, backgroundColor, fontWeight, boxShadow, borderBottom, borderLeft, outline].join()
  }
  for (const current of document.querySelectorAll('a[aria-current]')) {
    const others = [...(current.closest('ul')?.querySelectorAll('a:not([aria-current])') ?? [])]
    if (shown(current) && others.some(other => traits(other) === traits(current)))
      found.push(`${nameOf(current)} is where one is, and looks as its neighbours do`)
  }

  if (matchMedia('(prefers-reduced-motion: reduce)').matches)
    for (const animation of document.getAnimations())
      if (animation.playState === 'running' && Number(animation.effect?.getComputedTiming().duration) > 1)
        found.push(`${nameOf((animation.effect as KeyframeEffect).target ?? document.body)} moves`)
  return found
}
