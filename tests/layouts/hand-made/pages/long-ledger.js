// Four hundred and twelve keys, of which only those in sight are drawn; what can be done with one shows up in its row only with the pointer over it; the filter waits a moment, and several have names that begin alike. The word has to be typed.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

const high = 44
const words = ['ingest', 'billing', 'search', 'reporting', 'mailer', 'vision', 'nightly', 'edge']
const ends = ['a7Qd', 'Zk04', 'm1Yx', 'T9uv', 'Lc8e', 'w2Hn']
const keys = Array.from({ length: 412 }, (_, at) => ({
  name: `${words[at % 8]}-${['prod', 'stage', 'dev'][at % 3]}-${String(at + 1).padStart(3, '0')}`,
  last: `${ends[at % 6].slice(0, 2)}${(at * 37 + 1296).toString(36).slice(-2)}`,
  owner: ['mira', 'tom', 'service'][at % 3],
  used: ['today', 'yesterday', '3 weeks ago', 'never'][at % 4],
}))
keys.splice(231, 0, { name: 'reporting-old-2', last: 'Jx5R', owner: 'tom', used: 'today' })
keys.splice(268, 0, { name: subject.name, last: subject.lastFour, owner: 'you', used: '5 months ago' })
let query = ''
let doomed = null
const isEnded = () => state.ended.length > 0
const left = () =>
  keys.filter(
    ({ name, last }) =>
      `${name} ${last}`.toLowerCase().includes(query.toLowerCase()) &&
      ![...state.ended, ...state.wrongEnded].includes(last),
  )
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>button:disabled{opacity:.4}#box{height:430px;overflow:auto;border:1px solid #d5dbe1;border-radius:8px;position:relative}.line{position:absolute;left:0;right:0;height:${high}px;display:grid;grid-template-columns:2fr 1fr 1fr 1fr 210px;align-items:center;padding:0 12px;border-bottom:1px solid #eee}.acts{opacity:0;display:flex;gap:4px;justify-content:flex-end}.line:hover .acts,.line:focus-within .acts{opacity:1}.acts button{padding:2px 8px;font-size:13px}</style><div class="app"><nav><b>Pipewright</b><a href="#o">Overview</a><a href="#p">Pipelines</a><a href="/api-keys" aria-current="page">Keys</a><a href="#au">Audit log</a></nav><main style="max-width:none"><div class="head"><h1>Keys <span class="muted" id="count"></span></h1><button type="button" class="primary">New key</button></div><div id="tool"></div><div class="line" style="position:static;font-weight:600"><span>Name</span><span>Ends in</span><span>Owner</span><span>Last used</span><span></span></div><div id="box" role="grid" aria-label="Keys" tabindex="0"><div id="all" style="position:relative"></div></div></main></div><div id="layer"></div>`,
)
put(
  one('#tool'),
  '<div class="row"><input m="search" type="search" id="q" placeholder="Filter by name or last four" aria-label="Filter keys" style="width:320px"><select aria-label="Owner" style="min-width:0"><option>Everyone’s</option><option>Mine</option></select></div>',
)
let first = -1
const draw = isForced => {
  const found = left()
  const from = Math.max(0, Math.floor(one('#box').scrollTop / high) - 3)
  if (!isForced && from === first) return
  first = from
  one('#all').style.height = `${found.length * high}px`
  one('#count').textContent = `${found.length}`
  put(
    one('#all'),
    found
      .slice(from, from + 17)
      .map(({ name, last, owner, used }, at) => {
        const is = last === subject.lastFour
        return `<div class="line" role="row"${is ? ' m="row"' : ''} style="top:${(from + at) * high}px"><span>${name}</span><span class="mono">…${last}</span><span>${owner}</span><span class="muted">${used}</span><span class="acts"><button type="button">Rename</button><button type="button">Usage</button><button${is ? ' m="revoke"' : ''} type="button" class="rev" data-of="${last}" aria-label="Revoke ${name}">Revoke</button></span></div>`
      })
      .join('') || '<p style="padding:12px">No key has this name.</p>',
    'instead',
  )
}
draw(true)
one('#box').addEventListener('scroll', () => draw(false))
let wait = 0
document.addEventListener('input', ({ target }) => {
  if (target.id === 'q') {
    clearTimeout(wait)
    wait = setTimeout(() => {
      query = target.value.trim()
      one('#box').scrollTop = 0
      draw(true)
    }, 350)
  }
  if (target.id === 'ty') one('#yes').disabled = target.value.trim().toLowerCase() !== 'revoke'
})
on('.rev', ({ dataset }) => {
  doomed = keys.find(({ last }) => last === dataset.of)
  const is = doomed.last === subject.lastFour
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="rt"><h2 id="rt">Revoke ${doomed.name}?</h2><p>The key that ends in <b class="mono">${doomed.last}</b> stops working for everyone within a few seconds. This cannot be taken back.</p><div class="field"><label for="ty">Type <b>revoke</b> to confirm</label><input${is ? ' m="confirm-field"' : ''} id="ty" autocomplete="off"></div><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button${is ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes" disabled>Revoke key</button></div></div>`,
    'instead',
  )
})
on('#no', () => one('#layer').replaceChildren())
on('#yes', button => {
  button.disabled = true
  button.textContent = 'Revoking…'
  later(1100, () => {
    ;(doomed.last === subject.lastFour ? state.ended : state.wrongEnded).push(doomed.last)
    one('#layer').replaceChildren()
    draw(true)
    const toast = put(document.body, `<div class="toast" role="status">${doomed.name} was revoked</div>`)
    setTimeout(() => toast.remove(), 4000)
  })
})
const isAsking = () => one('#layer').firstChild !== null
const isDrawn = () => one(`.rev[data-of="${subject.lastFour}"]`) !== null
tell(
  [
    {
      purpose: 'confirm-field',
      value: 'revoke',
      done: () => typedIn('#ty').trim().toLowerCase() === 'revoke',
    },
    { purpose: 'confirm-revoke', done: isEnded },
    {
      purpose: 'search',
      value: subject.name,
      when: () => !isAsking() && !isEnded(),
      done: () => isDrawn() || typedIn('#q') === subject.name,
    },
    { purpose: 'revoke', when: () => !isAsking(), done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
