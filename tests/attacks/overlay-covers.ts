/** What a page does to a card so that a person presses what they do not see. Each runs in the page; `box` is the button's. */
import type { Box } from '../overlay/overlay.ts'

export type Attack = {
  run(box: Box, phase: number): void
  /** What it does is a matter of moments: it is tried often, and pressed again and again. */
  flickers?: true
  /** Its `box` begins at the middle of the button. */
  atMiddle?: true
}

const standing: Record<string, (box: Box) => void> = {
  'the shadow of a popover in a closed root': ({ x, y, width, height }) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:none;width:1px;height:1px;left:${x + width / 2}px;top:${y - 9}px;box-shadow:0 0 0 ${height * 2}px #fff;overflow:visible`
    cover.showPopover()
  },
  'a view transition that lets presses through': () => {
    const style = document.createElement('style')
    style.textContent =
      ':root{view-transition-name:none}main{view-transition-name:x}::view-transition{background:#fff;pointer-events:none}::view-transition-group(*){animation-duration:99s;pointer-events:none}'
    document.head.append(style)
    // One that could not begin, because the page had not been drawn yet, is begun again. On a busy machine it covers the card only after a while.
    const begin = (): Promise<void> => document.startViewTransition(() => undefined).ready.catch(begin)
    return begin()
  },
  'a reflection of a popover in a closed root': ({ x, y, width, height }) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:#fff;width:${width}px;height:${height}px;left:${x}px;top:${y - height - 200}px;overflow:visible;-webkit-box-reflect:below 200px`
    cover.showPopover()
  },
  'SVG that overflows a popover in a closed root': ({ x, y, width, height }) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:none;width:1px;height:1px;left:0;top:0;overflow:visible`
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.setAttribute('style', 'overflow:visible;width:1px;height:1px;pointer-events:none')
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    for (const [name, value] of Object.entries({ x, y, width, height, fill: '#fff' }))
      rect.setAttribute(name, String(value))
    svg.append(rect)
    cover.append(svg)
    cover.showPopover()
  },
  'a popover in a closed root that fades for ever after it was closed': ({ x, y, width, height }) => {
    const holder = document.createElement('div')
    const root = holder.attachShadow({ mode: 'open' })
    const cover = document.createElement('div')
    root.append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:none;width:1px;height:1px;left:${x + width / 2}px;top:${y - 9}px;box-shadow:0 0 0 ${height * 2}px #fff;overflow:visible;transition:display 999s allow-discrete,overlay 999s allow-discrete`
    cover.showPopover()
    cover.getBoundingClientRect()
    cover.hidePopover()
  },
  'a hint popover in a closed root': ({ x, y, width, height }) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'closed' }).append(cover)
    document.body.append(holder)
    cover.popover = 'hint'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:#fff;width:${width + 20}px;height:${height + 20}px;left:${x - 10}px;top:${y - 10}px`
    // A press elsewhere closes it: it is opened again at once.
    setInterval(() => cover.matches(':popover-open') || cover.showPopover(), 20)
  },
  'a popover in a closed root that shows as the page scrolls': ({ x, y, width, height }) => {
    const style = document.createElement('style')
    style.textContent = 'html{height:400vh}@keyframes shows{from{opacity:0}to{opacity:1}}'
    document.head.append(style)
    const holder = document.createElement('div')
    const root = holder.attachShadow({ mode: 'closed' })
    const cover = document.createElement('div')
    const inner = document.createElement('style')
    inner.textContent = '@keyframes shows{0%{opacity:0}1%{opacity:1}to{opacity:1}}'
    root.append(inner, cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:#fff;width:${width + 20}px;height:${height + 20}px;left:${x - 10}px;top:${y - 10}px;animation:shows linear both;animation-timeline:scroll(root)`
    cover.showPopover()
    setTimeout(() => window.scrollTo(0, 600), 200)
  },
  'the list of a select, drawn by the page over everything': () => {
    const style = document.createElement('style')
    style.textContent =
      'select,::picker(select){appearance:base-select}::picker(select){position:fixed;inset:0;margin:0;width:100vw;height:100vh;max-height:none;border:0;background:#fff;pointer-events:none}'
    const select = document.createElement('select')
    select.style.cssText = 'position:fixed;left:0;top:0'
    select.append(new Option('One'))
    document.head.append(style)
    document.body.append(select)
    try {
      select.showPicker()
    } catch {}
    // A press elsewhere closes it: it is opened again at once.
    setInterval(() => {
      try {
        if (!select.matches(':open')) select.showPicker()
      } catch {}
    }, 20)
  },
}

const flickering: Record<string, (box: Box, phase: number) => void> = {
  'the outline of a popover elsewhere, opened too often to rise above': ({ x, y, width, height }) => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText = `position:fixed;inset:auto;margin:0;border:0;padding:0;pointer-events:none;background:none;width:1px;height:1px;left:${x + width / 2}px;top:${y - 20}px;outline:${height * 2}px solid #fff;overflow:visible`
    document.body.append(cover)
    // The card rises above it a few times in five seconds, and not more often.
    setInterval(() => {
      cover.hidePopover()
      cover.showPopover()
    }, 60)
  },
  'a popover that flaps': () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0'
    document.body.append(cover)
    cover.showPopover()
    setInterval(() => {
      cover.hidePopover()
      cover.showPopover()
    }, 30)
  },
  'a popover that is away for one frame in seven, when the observer may be looking': (_, phase) => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0'
    document.body.append(cover)
    let frame = phase
    const step = () => {
      if (frame++ % 7 === 0) cover.hidePopover()
      else if (!cover.matches(':popover-open')) cover.showPopover()
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  },
  'the same in a closed root, whose events nobody hears': (_, phase) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0'
    let frame = phase
    const step = () => {
      if (frame++ % 7 === 0) cover.hidePopover()
      else if (!cover.matches(':popover-open')) cover.showPopover()
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  },
  'a popover in a closed root whose opacity blinks with the observer': (_, phase) => {
    const holder = document.createElement('div')
    const cover = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0'
    cover.showPopover()
    let frame = phase
    const step = () => {
      cover.style.opacity = frame++ % 7 === 0 ? '0' : '1'
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  },
  'a modal dialog that flaps': () => {
    const cover = document.createElement('dialog')
    cover.style.cssText =
      'inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff;pointer-events:none;border:0'
    document.body.append(cover)
    setInterval(() => {
      cover.close()
      cover.showModal()
    }, 40)
  },
  'view transitions one after another': () => {
    const style = document.createElement('style')
    style.textContent =
      '::view-transition{background:#fff;pointer-events:none}::view-transition-group(*){animation-duration:90ms}::view-transition-image-pair(*){opacity:0}'
    document.head.append(style)
    const again = (): void => {
      const { finished } = document.startViewTransition(() => undefined)
      void finished.then(again, again)
    }
    again()
  },
  'the page enlarged but in the frame when the observer may be looking': (_, phase) => {
    let frame = phase
    const step = () => {
      document.documentElement.style.zoom = frame++ % 7 === 0 ? '1' : '1.04'
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  },
  'a main thread that is busy whenever the cover shows': () => {
    const cover = document.createElement('div')
    const holder = document.createElement('div')
    holder.attachShadow({ mode: 'open' }).append(cover)
    document.body.append(holder)
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;will-change:opacity'
    cover.showPopover()
    cover.animate(
      [{ opacity: 1 }, { opacity: 1, offset: 0.85 }, { opacity: 0, offset: 0.86 }, { opacity: 0 }],
      {
        duration: 120,
        iterations: Number.POSITIVE_INFINITY,
      },
    )
    const step = () => {
      const start = performance.now()
      while (performance.now() - start < 100);
      setTimeout(() => requestAnimationFrame(step), 0)
    }
    step()
  },
}

const withFlicker =
  (flickers: boolean) =>
  ([name, run]: [string, Attack['run']]) =>
    [name, { run, ...(flickers && { flickers }) }] as const

export const covers: Record<string, Attack> = Object.fromEntries([
  ...Object.entries(standing).map(withFlicker(false)),
  ...Object.entries(flickering).map(withFlicker(true)),
])

/** What a page does so that the press comes right after it; it notes when it did. */
export type InTime = {
  run(): void
  /** What was done takes the button elsewhere, and this brings it back: then the half second is since it was last seen elsewhere. */
  back?(): void
}

export const inTime: Record<string, InTime> = {
  'a cover goes just before the press': {
    run() {
      const cover = document.createElement('div')
      cover.popover = 'manual'
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0'
      document.body.append(cover)
      const flap = setInterval(() => {
        cover.hidePopover()
        cover.showPopover()
      }, 30)
      setTimeout(() => {
        clearInterval(flap)
        cover.remove()
        Object.assign(window, { attackedAt: performance.now() })
      }, 800)
    },
  },
  'what the card stands beside jumps away and back': {
    run() {
      document.getElementById('dialog')?.style.setProperty('top', '120px')
    },
    back() {
      document.getElementById('dialog')?.style.setProperty('top', '300px')
    },
  },
  'the host is taken out and put back': {
    run() {
      const host = document.querySelector('div[popover=manual]')
      host?.remove()
      if (host) document.documentElement.append(host)
      Object.assign(window, { attackedAt: performance.now() })
    },
  },
}
