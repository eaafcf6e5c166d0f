/**
 * Ways in which a form on the page goes away, most of them with nothing saved: a small page with “Edit spend limit”, whose form stands in
 * one of several containers, and a person who fills it in and presses what the way says. `saved` is the page's own truth.
 */
export type Container = 'dialog' | 'native' | 'box' | 'page' | 'frame'
export const containers: Container[] = ['dialog', 'native', 'box', 'page', 'frame']

/** What the person presses last, and what the page makes of it. */
export type Ending = {
  name: string
  isSaved?: true
  /** What is done in the page: `save`, `cancel`, or another button's id; or by key, or by the browser. */
  by: 'save' | 'cancel' | 'odd' | 'next' | 'Escape' | 'Enter' | 'reload' | 'back' | 'link' | 'nothing'
  /** Run in the page after the press on Save; `form`: its container, `say(html)`, `gone()`, `again()`, `after(ms, fn)`. */
  does?: string
}

export const endings: Ending[] = [
  { name: 'saved at once', by: 'save', does: 'ok()', isSaved: true },
  {
    name: 'saved, with a word',
    by: 'save',
    does: 'ok();say(`<p role=status>Limit saved</p>`)',
    isSaved: true,
  },
  { name: 'saved after a while', by: 'save', does: 'off();after(1500,ok)', isSaved: true },
  { name: 'saved by Enter', by: 'Enter', does: 'ok()', isSaved: true },
  {
    name: 'goes, and an alert',
    by: 'save',
    does: 'gone();say(`<p role=alert>Could not save. Try again.</p>`)',
  },
  {
    name: 'goes, and later an alert',
    by: 'save',
    does: 'gone();after(1500,()=>say(`<p role=alert>Something went wrong</p>`))',
  },
  {
    name: 'goes, and later an alert in German',
    by: 'save',
    does: 'gone();after(1500,()=>say(`<p role=alert>Speichern fehlgeschlagen</p>`))',
  },
  {
    name: 'goes, and later a live line in Japanese',
    by: 'save',
    does: 'gone();after(900,()=>say(`<p aria-live=polite>保存に失敗しました</p>`))',
  },
  {
    name: 'goes, and comes back with an error',
    by: 'save',
    does: 'gone();after(1500,()=>{again();say(`<p role=alert>Could not save</p>`)})',
  },
  { name: 'goes, and comes back without a word', by: 'save', does: 'gone();after(1500,again)' },
  { name: 'bones while it is sent, then the fields again', by: 'save', does: 'bones();after(2500,again)' },
  { name: 'bones while it is sent, then saved', by: 'save', does: 'bones();after(2500,ok)', isSaved: true },
  {
    name: 'a spinner in place of the fields, then an error',
    by: 'save',
    does: 'bones();after(2500,()=>{gone();say(`<p role=alert>Error 500</p>`)})',
  },
  { name: 'Cancel', by: 'cancel' },
  { name: 'Escape', by: 'Escape' },
  { name: 'a button “Never mind”', by: 'odd' },
  { name: 'a part to look it over, and no more', by: 'next' },
  { name: 'the page is loaded anew', by: 'reload' },
  {
    name: 'sent, and the page is loaded anew before an answer',
    by: 'save',
    does: 'off();after(300,()=>location.reload())',
  },
  { name: 'a link of the site', by: 'link' },
  { name: 'the way back of the browser', by: 'back' },
  {
    name: 'signed out while it is sent',
    by: 'save',
    does: 'gone();document.body.innerHTML=`<main><h1>Welcome back</h1><form><label>Email <input type=email></label><label>Password <input type=password></label><button>Log in</button></form></main>`',
  },
  { name: 'signed out, by another page', by: 'save', does: 'off();after(300,()=>location.assign("/login"))' },
]

export const documentOf = (path: string, container: Container, ending: Ending): string => {
  if (path === '/login')
    return '<!doctype html><title>Log in</title><main><h1>Welcome back</h1><form><label>Email <input type=email></label><label>Password <input type=password></label><button>Log in</button></form></main>'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Limits</title></head>
<body style="font:14px sans-serif;margin:0"><nav><a id="usage" href="/usage">Usage</a> <a href="/settings/organization/limits">Limits</a></nav>
<main style="padding:16px"><h1>Limits</h1><section><h2>Spend limit</h2><p>$0.00 / no limit</p><button id="open">Edit spend limit</button></section><div id="place"></div><div id="said"></div></main>
<script>(() => {
const kind = ${JSON.stringify(container)}, ending = ${JSON.stringify(ending)}
let isOpen = false, part = 1
window.__saved = sessionStorage.saved === '1'
const place = document.getElementById('place')
const say = html => { document.getElementById('said').innerHTML = html }
const fields = '<label>Monthly spend limit <input id="amount" inputmode="numeric"></label> <label><input type="checkbox" id="hard" role="switch"> Enforce a hard limit</label> '
const buttons = '<button type="button" id="cancel">Cancel</button> <button type="button" id="odd">Never mind</button> ' + (ending.by === 'next' ? '<button type="button" id="next">Next</button>' : '<button type="button" id="save">Save</button>')
let doc = document, inner = null
const kept = { amount: '', hard: false }
function fill(html) {
  inner.innerHTML = html
  for (const id of ['cancel', 'odd']) doc.getElementById(id)?.addEventListener('click', gone)
  doc.getElementById('save')?.addEventListener('click', save)
  doc.getElementById('next')?.addEventListener('click', () => fill('<p>You are about to set a limit.</p><button type="button" id="cancel">Back</button> <button type="button" id="save">Save</button>'))
  const amount = doc.getElementById('amount'), hard = doc.getElementById('hard')
  if (!amount) return
  amount.value = kept.amount; hard.checked = kept.hard
  amount.oninput = () => { kept.amount = amount.value }
  hard.onchange = () => { kept.hard = hard.checked }
  amount.onkeydown = event => { if (event.key === 'Enter') save() }
}
function open() {
  if (isOpen) return
  isOpen = true
  const style = 'background:#fff;border:1px solid #888;padding:20px'
  const title = kind === 'dialog' || kind === 'native' ? '<h2 id="ft">Edit spend limit</h2>' : '<h3>Spend limit</h3>'
  if (kind === 'frame') {
    place.innerHTML = '<iframe id="fr" title="Spend limit" style="width:600px;height:200px"></iframe>'
    doc = document.getElementById('fr').contentDocument
    doc.body.innerHTML = title + '<div id="in"></div>'
    inner = doc.getElementById('in')
  } else {
    const tag = kind === 'native' ? 'dialog' : 'div'
    const role = kind === 'dialog' ? 'role="dialog" aria-modal="true" aria-labelledby="ft"' : 'aria-labelledby="ft"'
    const where = kind === 'dialog' || kind === 'box' ? 'position:fixed;left:200px;top:120px;' : ''
    place.innerHTML = '<' + tag + ' id="box" ' + (kind === 'page' ? '' : role) + ' style="' + where + style + '">' + title + '<div id="in"></div></' + tag + '>'
    inner = document.getElementById('in')
    if (kind === 'native') document.getElementById('box').showModal()
  }
  fill(fields + buttons)
}
function gone() { isOpen = false; doc = document; place.innerHTML = '' }
function ok() { sessionStorage.saved = '1'; window.__saved = true; gone() }
function again() { gone(); open() }
function off() { doc.getElementById('save').disabled = true }
function bones() { inner.innerHTML = '<div aria-busy="true" style="height:40px;background:#eee"></div>' }
const after = (ms, then) => setTimeout(then, ms)
function save() { ${ending.does ?? ''} }
document.getElementById('open').onclick = open
document.addEventListener('keydown', event => { if (event.key === 'Escape' && isOpen) gone() })
window.__gone = gone
})()</script></body></html>`
}
