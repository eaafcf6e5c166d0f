// As a code forge: the form for a new token stands above the list, active and inactive tokens are two tables, and each row ends in two pictures, one that turns the token over into a new one and one that ends it; the row fades at once and goes only later.
import { later, on, one, put, state, subject, tell } from '../kit.js'

let doomed = ''
let fading = ''
const tokens = [
  {
    name: 'deploy-runner',
    last: 'Ue7c',
    scopes: 'api, read_registry',
    used: '3 hours ago',
    ends: 'in 2 months',
  },
  { name: subject.name, last: subject.lastFour, scopes: 'api', used: '2 months ago', ends: 'in 3 weeks' },
  { name: 'renovate', last: 'd4Ax', scopes: 'api, write_repository', used: '1 day ago', ends: 'Never' },
]
const icons = {
  turn: '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2a6 6 0 1 0 6 6h-2a4 4 0 1 1-4-4v3l4-4-4-4z" fill="currentColor"/></svg>',
  end: '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 4h10l-1 11H4zM6 1h4v2H6zM2 3h12v1H2z" fill="currentColor"/></svg>',
}
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav aria-label="User settings"><b>User settings</b><a href="#p">Profile</a><a href="#a">Account</a><a href="#b">Billing</a><a href="#ap">Applications</a><a href="/api-keys" aria-current="page">Access tokens</a><a href="#ss">SSH keys</a><a href="#pr">Preferences</a></nav><main style="max-width:none"><p class="muted">User settings / Access tokens</p><h1>Personal access tokens</h1><p>You can make a token for each application you use that needs access to the API.</p><section class="card"><div class="head" style="margin:0"><h3>Active tokens <span class="muted" id="count"></span></h3><button type="button">Add new token</button></div><div id="list"></div></section><section class="card"><h3>Inactive tokens</h3><table><thead><tr><th>Token name</th><th>Scopes</th><th>Ended</th></tr></thead><tbody id="gone"><tr><td>reporting-older</td><td>api</td><td>Expired Jan 4, 2026</td></tr></tbody></table></section><section class="card"><h3>Feed token</h3><p class="muted">Your feed token signs you in to your calendar and RSS. <a href="#reset">Reset this token</a></p></section></main></div><div id="layer"></div>',
)
const list = () => {
  const left = tokens.filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
  one('#count').textContent = left.length
  put(
    one('#list'),
    `<table><thead><tr><th>Token name</th><th>Scopes</th><th>Ends in</th><th>Last used</th><th>Expires</th><th></th></tr></thead><tbody>${left
      .map(({ name, last, scopes, used, ends }) => {
        const is = last === subject.lastFour
        return `<tr${is ? ' m="row"' : ''} style="${fading === last ? 'opacity:.35' : ''}"><td>${name}</td><td>${scopes}</td><td class="mono">${last}</td><td>${used}</td><td>${ends}</td><td style="white-space:nowrap"><button type="button" class="icon" title="Rotate" aria-label="Rotate token">${icons.turn}</button><button${is ? ' m="revoke"' : ''} type="button" class="icon end" data-of="${last}" title="Revoke" aria-label="Revoke token"${fading === last ? ' disabled' : ''}>${icons.end}</button></td></tr>`
      })
      .join('')}</tbody></table>`,
    'instead',
  )
}
list()
on('.end', ({ dataset }) => {
  doomed = dataset.of
  const { name } = tokens.find(({ last }) => last === doomed)
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="rt"><div class="head"><h2 id="rt">Revoke the token "${name}"?</h2><button type="button" class="icon no" aria-label="Close">✕</button></div><p>Are you sure you want to revoke the token <b>${name}</b>? This action cannot be undone. Any tools that rely on this token will stop working.</p><div class="row" style="justify-content:flex-end"><button type="button" class="no">Cancel</button><button${doomed === subject.lastFour ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes">Revoke</button></div></div>`,
    'instead',
  )
})
const close = () => one('#layer').replaceChildren()
on('.no', close)
on('#yes', () => {
  close()
  const last = doomed
  fading = last
  list()
  later(2200, () => {
    fading = ''
    ;(last === subject.lastFour ? state.ended : state.wrongEnded).push(last)
    list()
    const { name } = tokens.find(one => one.last === last)
    put(one('#gone'), `<tr><td>${name}</td><td>api</td><td>Revoked just now</td></tr>`)
    const toast = put(document.body, '<div class="toast" role="status">The token was revoked.</div>')
    setTimeout(() => toast.remove(), 4000)
  })
})
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    {
      purpose: 'revoke',
      when: () => !one('#layer').firstChild,
      done: isEnded,
      also: ['row'],
    },
  ],
  { reached: isEnded },
)
