/**
 * Places in which a page may show a key, and tricks that put one where nobody sees it: HTML with `{K}` for the key, drawn above the
 * practice page in a real browser. Written so that any of them can be combined with any other.
 */
import type { Page } from 'puppeteer-core'
import type { Harness } from '../browser/harness.ts'

/** What a person sees whole: name -> how it is written. */
export const shapes: Record<string, (key: string) => string> = {
  'a read-only field': key => field(key, 'readonly'),
  'a field that can be edited': key => field(key),
  'a disabled field': key => field(key, 'disabled'),
  'a disabled field that lets the pointer through': key =>
    field(key, 'disabled style="pointer-events:none;width:320px"'),
  'a narrow field': key => field(key, 'readonly style="width:110px"'),
  'a field under a transparent button': key =>
    `<div style="position:relative;width:340px">${field(key, 'readonly style="width:320px"')}<button style="position:absolute;inset:0;background:none;border:0" aria-label="Copy"></button></div>`,
  'a field with a variable’s name': key => field(`OPENAI_API_KEY=${key}`, 'readonly'),
  'a field for each part': key =>
    `<div style="width:420px">${pieces(key, 32)
      .map(part => field(part, 'readonly'))
      .join('')}</div>`,
  'a text area': key => `<textarea readonly rows="4" cols="40">${key}</textarea>`,
  'a text area with a line before': key =>
    `<textarea readonly rows="6" cols="40"># .env\nOPENAI_API_KEY=${key}</textarea>`,
  'an editable box': key => `<div contenteditable="true" style="word-break:break-all">${key}</div>`,
  'a code element': key => `<code style="word-break:break-all">${key}</code>`,
  'a code element that scrolls': key =>
    `<code style="display:block;width:300px;overflow-x:auto;white-space:nowrap">${key}</code>`,
  'a box with an ellipsis': key =>
    `<div style="width:300px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${key}</div>`,
  'a paragraph': key => `<p style="overflow-wrap:anywhere">Your new key: ${key}</p>`,
  'the end of a sentence': key => `<p style="overflow-wrap:anywhere">Your new key is “${key}”.</p>`,
  'a shell line': key =>
    `<pre style="white-space:pre-wrap;word-break:break-all">export OPENAI_API_KEY=${key}</pre>`,
  'text with places to break': key => `<code>${pieces(key, 8).join('<wbr>')}</code>`,
  'text with soft hyphens': key =>
    `<code style="word-break:break-all">${pieces(key, 9).join('\u00AD\u200B')}</code>`,
  'text in spans': key =>
    `<code style="word-break:break-all">${pieces(key, 10)
      .map(part => `<span>${part}</span>`)
      .join('')}</code>`,
  'one span for each letter': key =>
    `<code style="word-break:break-all">${pieces(key, 1)
      .map(part => `<span>${part}</span>`)
      .join('')}</code>`,
  'boxes of letters': key =>
    `<div style="display:flex;flex-wrap:wrap;width:360px">${pieces(key, 6)
      .map(part => `<span style="padding:1px">${part}</span>`)
      .join('')}</div>`,
  'a highlighted prefix': key =>
    `<samp style="word-break:break-all"><b>${key.slice(0, 8)}</b><mark>${key.slice(8)}</mark></samp>`,
  'text with Copy right behind it': key =>
    `<div style="word-break:break-all"><span>${key}</span><span style="margin-left:8px">Copy</span></div>`,
  'text with a Copy button': key =>
    `<div style="word-break:break-all"><code>${key}</code><button>Copy</button></div>`,
  'a definition list': key => `<dl><dt>Secret key</dt><dd style="word-break:break-all">${key}</dd></dl>`,
  'an output': key => `<label>Key <output style="word-break:break-all">${key}</output></label>`,
  'a row of a table': key =>
    `<table style="table-layout:fixed;width:400px"><tr><td>Bot</td><td style="word-break:break-all">${key}</td></tr></table>`,
  'an open shadow root': key =>
    `<div><template shadowrootmode="open"><p style="word-break:break-all">${key}</p></template></div>`,
  'a field in an open shadow root': key =>
    `<div><template shadowrootmode="open">${field(key, 'readonly')}</template></div>`,
  'a frame': key =>
    `<iframe style="width:400px;height:120px;border:1px solid" srcdoc='<p style="word-break:break-all">${key}</p>'></iframe>`,
  'a field in a frame': key =>
    `<iframe style="width:400px;height:80px" srcdoc='<input readonly size=30 value="${key}">'></iframe>`,
  'a shortened form with the key at its button': key =>
    `<div><code>${/^sk-(?:proj-)?/.exec(key)?.[0]}…${key.slice(-4)}</code> <button data-clipboard-text="${key}">Copy</button></div>`,
  'white on dark': key =>
    `<code style="background:oklch(0.25 0.02 260);color:oklch(0.97 0 0);word-break:break-all">${key}</code>`,
  'a gradient behind it': key =>
    `<div style="background:linear-gradient(90deg,#eef,#fef);color:#222;word-break:break-all">${key}</div>`,
  'a label above the field': key => `<label>Secret key<br>${field(key, 'readonly')}</label>`,
  'a disabled text area': key => `<textarea disabled rows="4" cols="40">${key}</textarea>`,
  'a group that is disabled': key => `<fieldset disabled>${field(key)}</fieldset>`,
  'a detail that is open': key =>
    `<details open><summary>Your key</summary><p style="word-break:break-all">${key}</p></details>`,
  'spans with a picture to copy by between them': key =>
    `<div style="word-break:break-all">${pieces(key, 24).join(`<button aria-label="Copy this part">${icon}</button>`)}</div>`,
  'text beside a code to scan': key =>
    `<div style="display:flex;gap:8px"><canvas width="96" height="96" style="background:#000"></canvas><p style="word-break:break-all">${key}</p></div>`,
  'a shadow root in a frame': key =>
    `<iframe style="width:400px;height:120px" srcdoc='<div><template shadowrootmode="open"><p style="word-break:break-all">${key}</p></template></div>'></iframe>`,
  'a frame in a shadow root': key =>
    `<div><template shadowrootmode="open"><iframe style="width:400px;height:120px" srcdoc='<p style="word-break:break-all">${key}</p>'></iframe></template></div>`,
  'a field to search with': key => `<input type="search" size="40" readonly value="${key}">`,
  'letters that were laid out one by one': key =>
    `<div style="display:grid;grid-template-columns:repeat(24,16px);font-family:monospace">${pieces(key, 1)
      .map(part => `<span style="animation:none">${part}</span>`)
      .join('')}</div>`,
  'words of a program in colours': key =>
    `<pre style="white-space:pre-wrap;word-break:break-all"><span>OPENAI_API_KEY</span><span>=</span><span>${key.slice(0, 3)}</span><span>${key.slice(3)}</span></pre>`,
  'keyboard letters': key => `<kbd style="word-break:break-all">${key}</kbd>`,
  'lines one under the other': key => `<code>${pieces(key, 41).join('<br>')}</code>`,
}
const icon = '<svg width="12" height="12"><rect width="12" height="12"/></svg>'

const field = (value: string, more = '') => `<input type="text" size="40" value="${value}" ${more}>`
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []

const fixed =
  'position:fixed;left:60px;top:60px;z-index:2147483000;background:#fff;color:#222;padding:16px;width:460px;'
export const containers: Record<string, (inner: string) => string> = {
  'a box above the page': inner => `<div style="${fixed}">${inner}</div>`,
  'a dialog by its role': inner =>
    `<div role="dialog" aria-modal="true" aria-label="Save your key" style="${fixed}"><h2>Save your key</h2>${inner}</div>`,
  'a native dialog': inner =>
    `<dialog data-open style="width:460px"><h2>Your key</h2>${inner}<button>Done</button></dialog>`,
  'a drawer': inner =>
    `<div style="position:fixed;right:0;top:0;bottom:0;width:480px;z-index:2147483000;background:#fff;color:#222">${inner}</div>`,
  'a banner': inner =>
    `<div role="status" style="position:fixed;left:0;right:0;top:0;z-index:2147483000;background:#efe;color:#121;padding:12px">${inner}</div>`,
  'a popover': inner => `<div popover="manual" data-open style="width:460px">${inner}</div>`,
  'a dialog in the middle, still clear of its blur': inner =>
    `<div style="position:fixed;inset:0;z-index:2147483000;background:#0008"><div style="position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);filter:blur(0px);width:460px;background:#fff;color:#222">${inner}</div></div>`,
  // The platform's fields take the colour of the text around them: white, they need a dark ground to be read on.
  'a toast': inner =>
    `<style>#toast :is(input, textarea, select) { background: #333 }</style><div id="toast" role="alert" style="position:fixed;right:12px;bottom:12px;width:420px;z-index:2147483000;background:#222;color:#fff;padding:12px">${inner}</div>`,
  'a list': inner => `<ul style="${fixed}"><li>${inner}</li></ul>`,
  'a page of its own': inner =>
    `<main style="position:absolute;left:0;top:0;width:100%;min-height:100%;z-index:2147483000;background:#fff;color:#222"><h1>Created</h1><section>${inner}</section></main>`,
  'a card under a layer that lets the pointer through': inner =>
    `<div style="${fixed}">${inner}</div><div style="position:fixed;inset:0;z-index:2147483001;pointer-events:none"></div>`,
}

/** What else stands there and is no key. */
export const besides: Record<string, string> = {
  'nothing else': '',
  'a list with shortened keys':
    '<table><tr><td>Bot</td><td>sk-...a1B2</td></tr><tr><td>Web</td><td>sk-proj-abcd••••••••wxyz</td></tr></table>',
  ids: '<p>org-Ab12Cd34Ef56Gh78Ij90Kl12 proj_Ab12Cd34Ef56Gh78Ij90Kl12 key_Ab12Cd34Ef56Gh78</p>',
  placeholders:
    '<p>sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, YOUR_API_KEY, &lt;your key&gt;, sk-your-api-key-goes-here-0123456789abcdef</p><input placeholder="sk-proj-…">',
  'a known example':
    '<pre>curl -H "Authorization: Bearer sk-proj-abc123def456ghi789jkl012mno345pqr678stu901vwx234yz"</pre>',
}

const cover = (style: string, tag = 'div', key = '') =>
  `<div style="position:relative;width:420px">${field(key, 'readonly style="width:400px"')}<${tag} style="position:absolute;inset:0;width:100%;height:100%;${style}"></${tag}></div>`
const styled = (style: string) => (key: string) => field(key, `readonly style="${style}"`)
const text = (style: string) => (key: string) => `<div style="word-break:break-all;${style}">${key}</div>`

/**
 * In a form whose fields have the names of what is asked of an element: `form.parentElement` is then a field that stands somewhere else. The
 * form stands in a box of this style.
 */
const inClobberedForm = (names: string[], box: string, inner: (key: string) => string) => (key: string) =>
  `<div style="${box}"><form id="clobbered">${inner(key)}</form></div><div>${names
    .map(name => `<input type="hidden" form="clobbered" name="${name}">`)
    .join('')}</div>`
/** The same with the document, in a frame: images with names are properties of it. */
const inClobberedFrame = (names: string[], style: string) => (key: string) =>
  `<iframe style="width:400px;height:60px;${style}" srcdoc='<p style="word-break:break-all">${key}</p>${names
    .map(name => `<img name=${name}><form name=${name}></form>`)
    .join('')}'></iframe>`

/** Another key, where nobody sees it: name -> how it is written. */
export const tricks: Record<string, (key: string) => string> = {
  transparent: styled('opacity:0'),
  'nearly transparent': styled('opacity:.04'),
  'in a transparent box': key => `<div style="opacity:0">${field(key, 'readonly')}</div>`,
  'clipped to nothing': styled('clip-path:inset(50%)'),
  'clipped and transparent, before the visible one': styled('position:absolute;clip:rect(0 0 0 0);opacity:0'),
  'for screen readers only': text(
    'position:absolute;width:1px;height:1px;overflow:hidden;white-space:nowrap',
  ),
  hidden: styled('visibility:hidden'),
  'not drawn': styled('display:none'),
  'one pixel wide': styled('width:1px;padding:0;border:0'),
  'far to the left': styled('position:fixed;left:-9999px;top:0'),
  'far above': text('position:fixed;top:-9999px'),
  'below the window': text('position:absolute;top:9000px;left:0'),
  'indented out of its box': text('text-indent:-9999px;overflow:hidden'),
  'indented out of its field': styled('text-indent:-9999px'),
  'padded out of its field': styled('padding-left:400px;width:410px;box-sizing:border-box'),
  'in transparent letters': text('color:transparent'),
  'filled with nothing': text('-webkit-text-fill-color:transparent'),
  'transparent in its field': styled('color:rgba(0,0,0,.02)'),
  'in the colour of the ground': text('color:#fff;background:#fff'),
  'nearly in the colour of the ground': styled('color:#f4f4f4;background:#fff'),
  'in the colours of a gradient': text('color:#fff;background-image:linear-gradient(#fff,#fdfdfd)'),
  'on a ground that is not drawn': key =>
    `<div style="position:relative;z-index:0"><div style="position:absolute;inset:0;z-index:-1;background:#000;opacity:0"></div><div style="color:#fff;word-break:break-all">${key}</div></div>`,
  'struck through': text('text-decoration:line-through'),
  'in what was deleted': key => `<p><del><span style="word-break:break-all">${key}</span></del></p>`,
  'without size': text('font-size:0'),
  'in tiny letters': text('font-size:1px'),
  'scaled to nothing': text('transform:scale(0)'),
  'scaled to a speck': text('transform:scale(.05)'),
  'turned away': text('transform:rotateY(90deg)'),
  blurred: text('filter:blur(9px)'),
  'filtered out': text('filter:opacity(0)'),
  'masked by an image': text(
    '-webkit-mask-image:linear-gradient(transparent,transparent);mask-image:linear-gradient(transparent,transparent)',
  ),
  covered: key => cover('background:#fff', 'div', key),
  'covered by what lets the pointer through': key => cover('background:#fff;pointer-events:none', 'div', key),
  'covered by what insists on letting the pointer through': key =>
    cover('background:#fff;pointer-events:none!important', 'div', key),
  'covered by a picture': key => cover('', 'canvas', key),
  'covered by generated content': key =>
    `<style>.gen-cover{position:relative}.gen-cover::after{content:"";position:absolute;inset:0;background:#fff}</style><div class="gen-cover" style="word-break:break-all">${key}</div>`,
  'behind its own box': key =>
    `<div style="background:#fff;position:relative;z-index:0"><div style="background:#fff"><div style="position:relative;z-index:-1;word-break:break-all">${key}</div></div></div>`,
  'half covered': key =>
    `<div style="position:relative;width:420px">${text('')(key)}<div style="position:absolute;left:0;right:0;top:0;height:60%;background:#fff"></div></div>`,
  'in a box without height': text('max-height:0;overflow:hidden'),
  'scrolled out of its box': key =>
    `<div style="height:30px;overflow:auto"><div style="height:200px"></div><div>${key}</div></div>`,
  'far down in a text area': key =>
    `<textarea readonly rows="2" cols="40">${'\n'.repeat(30)}${key}</textarea>`,
  'far to the right in a field': key => field(`${'note '.repeat(40)}${key}`, 'readonly'),
  'a hidden field': key => `<input type="hidden" value="${key}">`,
  'a password': key => `<input type="password" value="${key}">`,
  'shown as discs': text('-webkit-text-security:disc'),
  'in capitals': text('text-transform:uppercase'),
  'from right to left': text('unicode-bidi:bidi-override;direction:rtl'),
  'with its letters on top of each other': text('letter-spacing:-30px;white-space:nowrap'),
  'an attribute': key => `<button data-key="${key}" title="${key}" aria-label="${key}">Copy</button>`,
  'a placeholder': key => `<input placeholder="${key}">`,
  'a template': key => `<template>${key}</template>`,
  'a script': key => `<script type="application/json">{"key":"${key}"}</script>`,
  'a comment': key => `<!-- ${key} -->`,
  'an option': key => `<select><option>One</option><option>${key}</option></select>`,
  'a closed detail': key => `<details><summary>More</summary>${key}</details>`,
  'a closed shadow root': key => `<div><template shadowrootmode="closed"><p>${key}</p></template></div>`,
  inert: key => `<div inert>${field(key, 'readonly')}</div>`,
  'pieces in another order': key =>
    `<div style="display:flex;flex-direction:row-reverse;width:440px;font-size:7px">${pieces(key, 41)
      .map(part => `<span>${part}</span>`)
      .join('')}</div>`,
  'with generated letters': key =>
    `<style>.gen-more::after{content:"XY"}</style><span class="gen-more" style="word-break:break-all">${key}</span>`,
  'in a transparent frame': key =>
    `<iframe style="width:400px;height:60px;opacity:0" srcdoc='<p>${key}</p>'></iframe>`,
  'in a covered frame': key =>
    `<div style="position:relative"><iframe style="width:400px;height:60px" srcdoc='<p>${key}</p>'></iframe><div style="position:absolute;inset:0;background:#fff;pointer-events:none"></div></div>`,
  'in a transparent box, in a form with a field “parentElement”': inClobberedForm(
    ['parentElement'],
    'opacity:.01',
    text(''),
  ),
  'a field in a transparent box, in a form with a field “assignedSlot”': inClobberedForm(
    ['assignedSlot'],
    'opacity:.01',
    styled(''),
  ),
  'in a box that blurs, in a form with fields of many names': inClobberedForm(
    ['parentElement', 'parentNode', 'assignedSlot', 'ownerDocument', 'offsetParent'],
    'filter:blur(9px)',
    text(''),
  ),
  'in a box of no height, in a form with a field “ownerDocument”': inClobberedForm(
    ['ownerDocument', 'parentElement'],
    'height:0;overflow:hidden',
    text(''),
  ),
  'in a transparent box, in a form whose fields have the names of every question': inClobberedForm(
    ['parentElement', 'checkVisibility', 'matches', 'getRootNode', 'contains', 'getBoundingClientRect'],
    'opacity:.01',
    text(''),
  ),
  'in a transparent frame, whose document has pictures and forms with the names of its properties':
    inClobberedFrame(['defaultView', 'adoptedStyleSheets'], 'opacity:.01'),
  'a shortened form whose end differs from the attribute’s': key =>
    `<div><code>sk-proj-…0000</code><button data-clipboard-text="${key}">Copy</button></div>`,
  'a list’s shortened form with the key in an attribute': key =>
    `<table><tr data-key="${key}"><td>sk-proj-…${key.slice(-4)}</td></tr></table>`,
  shortened: key => `<code>${key.slice(0, 60)}…</code> <code>${key.slice(0, 40)}...${key.slice(-4)}</code>`,
  'the beginning of a key that is written letter by letter': key => `<code>${key.slice(0, 60)}</code>`,
  'the middle of a key that is written letter by letter': key =>
    `<code style="word-break:break-all">${key.slice(0, 96)}</code>`,
  'a key to download': key =>
    `<div role="dialog" aria-label="Save your key" style="width:300px"><a download="key.txt" href="data:text/plain,${key}">Download key</a></div>`,
  'a key in a code to scan': key => `<canvas width="96" height="96" data-text="${key}"></canvas>`,
  cut: key => `<code style="word-break:break-all">${key.slice(0, 120)}</code>`,
}

/** A page of the practice platform into which scenes can be drawn: its own policy allows no HTML from text. */
export async function stage(h: Harness, path = '/usage'): Promise<Page> {
  const page = await h.newPage()
  await page.setBypassCSP(true)
  await page.goto(`https://platform.openai.com${path}`, { waitUntil: 'load' })
  await page.bringToFront()
  return page
}

/** Draws the scene in place of the one before it, and waits until its frames are there. */
export async function draw(page: Page, html: string): Promise<void> {
  await page.evaluate(async html => {
    document.getElementById('scene')?.remove()
    const scene = document.createElement('div')
    scene.id = 'scene'
    document.body.append(scene)
    scene.setHTMLUnsafe(html)
    for (const dialog of scene.querySelectorAll<HTMLDialogElement>('dialog[data-open]')) dialog.showModal()
    for (const popover of scene.querySelectorAll<HTMLElement>('[popover][data-open]')) popover.showPopover()
    const roots = [scene, ...[...scene.querySelectorAll('*')].flatMap(one => one.shadowRoot ?? [])]
    const frames = roots.flatMap(root => [...root.querySelectorAll('iframe')])
    await Promise.all(
      frames.map(frame =>
        frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL === 'about:srcdoc'
          ? null
          : new Promise(done => frame.addEventListener('load', done, { once: true })),
      ),
    )
  }, html)
}

export type Answer = { key?: string; keys?: string[]; none?: true; hidden?: true }

/** What the content script answers when the worker asks it for the keys that a person sees. */
export async function askFor(h: Harness, page: Page, all = true): Promise<Answer> {
  return h.inWorker(
    async (url, all) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` })
      return chrome.tabs.sendMessage(
        tab?.id ?? -1,
        { name: 'toPage.takeKey', payload: { all } },
        { frameId: 0 },
      )
    },
    page.url(),
    all,
  )
}

/** A row of numbers from a seed, 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
