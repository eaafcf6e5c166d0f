/** What a page does to itself, to the card's element or above it so that a person presses what they do not see, and leaves so. */
import type { Without } from './unguarded.ts'

/** Runs in the page; `at` is the middle of the button. */
type Attack = (at: { x: number; y: number }) => void

export const standing: Record<string, Attack> = {
  'body see-through': () => document.body.style.setProperty('opacity', '0.01', 'important'),
  'html see-through': () => document.documentElement.style.setProperty('opacity', '0.01', 'important'),
  'html filtered': () => document.documentElement.style.setProperty('filter', 'opacity(0.01)', 'important'),
  'html blurred': () => document.documentElement.style.setProperty('filter', 'blur(30px)', 'important'),
  'html masked': () =>
    document.documentElement.style.setProperty(
      'mask',
      'linear-gradient(transparent, transparent)',
      'important',
    ),
  'html clipped': () =>
    document.documentElement.style.setProperty('clip-path', 'inset(0 0 99% 0)', 'important'),
  'html zoomed': () => document.documentElement.style.setProperty('zoom', '1.3', 'important'),
  'html blended away': () =>
    document.documentElement.style.setProperty('mix-blend-mode', 'difference', 'important'),
  'html turned': () => document.documentElement.style.setProperty('transform', 'rotateY(89deg)', 'important'),
  'the host see-through': () =>
    document
      .querySelector('div[popover=manual]')
      ?.setAttribute('style', 'opacity:0.01!important;filter:opacity(0.01)!important'),
  'the host enlarged': () =>
    document
      .querySelector('div[popover=manual]')
      ?.setAttribute('style', 'transform:scale(6)!important;zoom:3!important'),
  'the host clipped': () =>
    document
      .querySelector('div[popover=manual]')
      ?.setAttribute('style', 'clip-path:inset(50%)!important;mask:none!important'),
  'a style sheet against the host': () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      'div[popover=manual], div[popover=manual]::part(*) { opacity: 0.01 !important; scale: 5 !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  },
  'a div on top that lets presses through': () => {
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none'
    document.body.append(cover)
  },
  'a popover on top that lets presses through': () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none;border:0'
    document.body.append(cover)
    cover.showPopover()
  },
  'a popover that always comes out on top': () => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none;border:0'
    document.body.append(cover)
    setInterval(() => {
      cover.hidePopover()
      cover.showPopover()
    }, 30)
  },
  'a small popover over the words only': at => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.textContent = 'Win a prize'
    cover.style.cssText = `position:fixed;inset:auto;left:${at.x - 40}px;top:${at.y - 10}px;margin:0;background:white;pointer-events:none;border:0`
    document.body.append(cover)
    cover.showPopover()
  },
  'a modal dialog on top': () => {
    const cover = document.createElement('dialog')
    cover.style.cssText =
      'inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:white;pointer-events:none;border:0'
    document.body.append(cover)
    cover.showModal()
  },
  'the host taken out and put back': () => {
    const host = document.querySelector('div[popover=manual]')
    host?.remove()
    if (host) document.body.append(host)
  },
  'the host in a see-through box': () => {
    const host = document.querySelector('div[popover=manual]')
    const box = document.createElement('div')
    box.style.opacity = '0.01'
    document.body.append(box)
    if (host) box.append(host)
  },
  'the host in another document’s frame': () => {
    const host = document.querySelector('div[popover=manual]')
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;opacity:0.01;border:0'
    document.body.append(frame)
    if (host) frame.contentDocument?.body.append(host)
  },
  'a copy of the host': () => {
    const host = document.querySelector('div[popover=manual]')
    if (host) document.body.append(host.cloneNode(true))
    ;(host as HTMLElement | null)?.hidePopover?.()
  },
}

/** No half second in sight, synthetic events as real ones, the end of any gesture a press, and keys of the host the first button's. */
export const unguarded: Without = {
  'overlay/visible.ts': `export const guardButtons = (_host, _layer, buttons, changed) => {
    for (const button of buttons) changed(button, true)
    return { trusted: () => true, moved() {} }
  }`,
  'overlay/isolate.ts': [
    ['if (!event.isTrusted) return', ''],
    [
      "if (event.type === 'keydown') on.key(event as KeyboardEvent)",
      `const first = root.querySelector('button.primary')
      if (event.type === 'keydown' && first && /Enter| /.test((event as KeyboardEvent).key)) on.pressed(first, true)`,
    ],
    ["if (event.type !== 'click') return", "if (event.type !== 'mouseup') return"],
    ['const byKey = !(event as MouseEvent).detail', 'const byKey = false'],
  ],
  'overlay/index.ts': [
    ['const isWhole = byKey || (began?.act === act && began.option === option)', 'const isWhole = true'],
  ],
}
