/** Where an element of a frame is in the window that Keyway draws in. */

type Box = { left: number; top: number; width: number; height: number }

/** The windows that an element stands in, its own first; only that of the page when it is in no frame. */
export function framesAround(element: Element): Element[] {
  const frames: Element[] = []
  for (
    let view = element.ownerDocument.defaultView;
    view && view !== window;
    view = view.parent as typeof view
  ) {
    const frame = view.frameElement
    if (!frame) return frames
    frames.push(frame)
  }
  return frames
}

/** Null where it cannot be told: in a frame that is drawn turned or in another size. */
export function boxInPage(element: Element): Box | null {
  const { left, top, width, height } = element.getBoundingClientRect()
  const box = { left, top, width, height }
  for (const frame of framesAround(element)) {
    const outer = frame.getBoundingClientRect()
    const { offsetWidth, offsetHeight, clientLeft, clientTop } = frame as HTMLElement
    if (Math.abs(outer.width - offsetWidth) > 1 || Math.abs(outer.height - offsetHeight) > 1) return null
    const style = getComputedStyle(frame)
    box.left += outer.left + clientLeft + Number.parseFloat(style.paddingLeft)
    box.top += outer.top + clientTop + Number.parseFloat(style.paddingTop)
  }
  return box
}
