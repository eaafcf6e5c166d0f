// Primer, a long list in a box that scrolls, with a field to filter it and two keys of nearly the same name; a menu at the row (also by the right button), whose item has to be pressed twice, then a moment in which it can be taken back.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const names = [
  ['agent-prod', 'Ab3x', 'Jan 4, 2026'],
  ['agent-stage', 'Rr2m', 'Jan 4, 2026'],
  ['batch', 'f8Uo', 'Jan 19, 2026'],
  ['docs-bot', 'K0we', 'Feb 2, 2026'],
  ['evals', 'Yt6s', 'Feb 11, 2026'],
  ['ingest', 'n4Lq', 'Feb 20, 2026'],
  ['mobile', 'Zc9d', 'Feb 27, 2026'],
  ['reporting', 'c3Vd', 'Mar 1, 2026'],
  [subject.name, subject.lastFour, subject.created],
  ['reporting-old-eu', 'H2pj', 'Mar 3, 2026'],
  ['search', 'Sx5k', 'Apr 8, 2026'],
  ['support-bot', 'e1Gt', 'May 22, 2026'],
  ['translate', 'Bn8u', 'Jul 30, 2026'],
  ['voice', 'q7Mi', 'Sep 14, 2026'],
]
let filter = ''
const gone = new Set()
let latest = null
let undo = 0
const isEnded = () => state.ended.length > 0
const isOurs = last => last === subject.lastFour
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><b>Harbor</b><a href="#overview">Overview</a><a href="#logs">Logs</a><a href="/api-keys" aria-current="page">Keys</a><a href="#members">Members</a></nav><main><div class="head"><h1>Keys <span class="Counter muted">14</span></h1><button type="button" class="primary">New key</button></div><div id="find"></div><div class="Box" style="border:1px solid #d0d7de;border-radius:6px;height:300px;overflow:auto"><ul id="rows" style="list-style:none;margin:0;padding:0"></ul></div><p class="muted">Keys that were not used for 90 days are paused.</p></main></div><button type="button" aria-label="Open chat" style="position:fixed;bottom:16px;inset-inline-end:16px;border-radius:50%;width:48px;height:48px">💬</button>`,
)
put(
  one('#find'),
  '<input m="search" type="search" id="filter" aria-label="Filter keys" placeholder="Filter by name or last four" style="width:100%;margin-bottom:10px">',
)
function draw() {
  put(
    one('#rows'),
    names
      .filter(([name, last]) => !gone.has(last) && `${name} ${last}`.toLowerCase().includes(filter))
      .map(
        ([name, last, since]) =>
          `<li class="Box-row" data-of="${last}"${isOurs(last) ? ' m="row"' : ''} style="display:flex;gap:16px;align-items:center;padding:10px 14px;border-bottom:1px solid #d0d7de"><div style="flex:1"><b>${name}</b><div class="muted"><code>sk-…${last}</code> · Created ${since}</div></div><button type="button" class="btn-octicon icon more" aria-haspopup="menu" aria-label="Actions for ${name}" data-of="${last}"${isOurs(last) ? ' m="revoke"' : ''}>⋯</button></li>`,
      )
      .join('') || '<li style="padding:14px">No keys match.</li>',
    'instead',
  )
}
draw()
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'filter') return
  filter = target.value.trim().toLowerCase()
  draw()
})
const close = () => one('#menu')?.remove()
function unfold(last, x, y) {
  close()
  put(
    document.body,
    `<div id="menu" class="menu ActionList" role="menu" data-of="${last}" style="position:fixed;left:${x}px;top:${Math.min(y, innerHeight - 190)}px"><div role="menuitem" tabindex="-1">Copy ID</div><div role="menuitem" tabindex="-1">Rename</div><div role="menuitem" tabindex="-1">Pause</div><div id="slot" role="none" style="padding:0"><div role="menuitem" tabindex="-1" class="end" style="color:#b3261e;padding:6px 10px"${isOurs(last) ? ' m="revoke"' : ''}>Revoke</div></div></div>`,
  )
}
on('.more', button => {
  if (one('#menu')?.dataset.of === button.dataset.of) return
  const { left, bottom } = button.getBoundingClientRect()
  unfold(button.dataset.of, left - 170, bottom + 2)
})
document.addEventListener('contextmenu', event => {
  const row = event.target.closest?.('.Box-row')
  if (!row) return
  event.preventDefault()
  unfold(row.dataset.of, event.clientX, event.clientY)
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('.end, .sure, .more')) close()
})
on('.end', () => {
  const is = isOurs(one('#menu').dataset.of)
  put(
    one('#slot'),
    `<div role="menuitem" tabindex="-1" class="sure danger" style="padding:6px 10px;border-radius:4px"${is ? ' m="confirm-revoke"' : ''}>Click again to revoke</div>`,
    'instead',
  )
})
on('.sure', () => {
  const last = one('#menu').dataset.of
  close()
  later(400, () => {
    latest = last
    gone.add(last)
    ;(isOurs(last) ? state.ended : state.wrongEnded).push(last)
    draw()
    one('#toast')?.remove()
    put(
      document.body,
      `<div id="toast" class="toast" role="status">Key sk-…${last} revoked <button type="button" class="icon" id="undo" style="color:#8cf">Undo</button></div>`,
    )
    clearTimeout(undo)
    undo = setTimeout(() => one('#toast')?.remove(), 7000)
  })
})
on('#undo', () => {
  for (const list of [state.ended, state.wrongEnded])
    if (list.includes(latest)) list.splice(list.indexOf(latest), 1)
  gone.delete(latest)
  one('#toast').remove()
  draw()
})
const isMenuOurs = () => isOurs(one('#menu')?.dataset.of)
tell(
  [
    { purpose: 'search', value: subject.name, done: () => true },
    {
      purpose: 'revoke',
      when: () => !one('.sure'),
      done: isEnded,
      also: ['row'],
      at: () => (isMenuOurs() ? one('#menu .end') : one(`.more[data-of="${subject.lastFour}"]`)),
    },
    { purpose: 'confirm-revoke', done: isEnded, at: () => one('.sure') },
  ],
  { reached: isEnded },
)
