// As a host of small machines: the form is a page that suggests a name, the key comes on a page of its own as lines for a .env; old ones are ticked in the table, and a bar at the foot of the window does something with what is ticked.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let part = 'list'
let key = null
let isAsking = false
let isWorking = false
const ticked = new Set()
const tokens = [
  { name: 'ci-deploys', last: 'Pm5z', by: 'alex', ends: 'in 41 days' },
  { name: 'metrics-pull', last: 'q8Rb', by: 'sam', ends: 'never' },
  { name: subject.name, last: subject.lastFour, by: 'alex', ends: 'never' },
  { name: 'reporting-eu', last: 'Ko3d', by: 'alex', ends: 'in 5 days' },
]
const isRotating = task === 'rotate-key'
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}#bar{position:fixed;bottom:0;left:200px;right:0}#bar>div{background:#1d1f33;color:#fff;margin:0;padding:12px 32px}</style><div class="app"><nav><b>hoverfly.run</b><a href="#a">Apps</a><a href="#m">Machines</a><a href="#v">Volumes</a><a href="/api-keys" aria-current="page">Tokens</a><a href="#b">Billing</a></nav><main id="main" style="max-width:none;padding-bottom:90px"></main></div><div id="bar"></div><div id="layer"></div>',
)
const views = {
  list: () =>
    `<div class="head"><h1>Tokens</h1><a m="open-form" href="/api-keys/new" class="btn primary" id="new">Create token</a></div><table><thead><tr><th></th><th>Name</th><th>Token</th><th>By</th><th>Ends</th></tr></thead><tbody>${tokens
      .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
      .map(({ name, last, by, ends }) => {
        const is = last === subject.lastFour
        return `<tr${is ? ' m="row" m-is="label"' : ''}><td><input${is ? ' m="row-select"' : ''} type="checkbox" class="tick" data-of="${last}" aria-label="Select ${name}"${ticked.has(last) ? ' checked' : ''}></td><td>${name}</td><td class="mono">sk-…${last}</td><td>${by}</td><td>${ends}</td></tr>`
      })
      .join('')}</tbody></table>`,
  form: () =>
    '<p><a href="/api-keys" id="back">← Tokens</a></p><h1>Create token</h1><div class="field"><label for="nm">Name</label><input m="name" id="nm" value="quiet-meadow-3127" style="width:320px"><span class="muted">We made one up, change it if you like.</span></div><div class="field"><label for="ex">Ends</label><select m="expiry" id="ex"><option>Never</option><option>In 30 days</option><option>In one year</option></select></div><button m="submit" type="button" class="primary" id="go">Create</button>',
  made: () =>
    `<h1>${state.seen.name}</h1><p>Put these lines into your <code>.env</code>. The token is not kept here: once you leave, it is gone.</p><pre id="key" style="background:#f1f2f8;padding:14px;white-space:pre-wrap;overflow-wrap:anywhere"># hoverfly, ${state.seen.name}\nHOVERFLY_ORG=personal\nHOVERFLY_API_KEY=${key}</pre><div class="row"><button m="copy" type="button" id="copy">Copy lines</button><button type="button">Copy as fly secrets</button></div><button m="done" type="button" class="primary" id="end">I have saved it</button>`,
}
const bar = () =>
  put(
    one('#bar'),
    part === 'list' && ticked.size > 0
      ? `<div class="row" role="toolbar" aria-label="Selected tokens"><b>${ticked.size} selected</b><button type="button" id="clear">Clear</button><span style="margin-inline-start:auto"></span><button type="button">Export</button><button type="button">Move to…</button><button${ticked.has(subject.lastFour) ? ' m="revoke"' : ''} type="button" class="danger" id="rev"${isWorking ? ' disabled' : ''}>${isWorking ? 'Revoking…' : 'Revoke'}</button></div>`
      : '',
    'instead',
  )
const go = to => {
  part = to
  history.pushState(null, '', to === 'form' ? '/api-keys/new' : '/api-keys')
  put(one('#main'), views[to](), 'instead')
  bar()
}
put(one('#main'), views.list(), 'instead')
on('#new', (_, event) => {
  event.preventDefault()
  later(300, () => go('form'))
})
on('#back', (_, event) => {
  event.preventDefault()
  go('list')
})
on('#go', button => {
  const name = typedIn('#nm').trim()
  if (!name) return one('#nm').focus()
  state.seen.name = name
  const ends = typedIn('#ex').toLowerCase()
  button.disabled = true
  later(900, () => {
    key = newKey()
    tokens.unshift({ name, last: key.slice(-4), by: 'you', ends })
    go('made')
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(one('#key').textContent).catch(() => {})
  button.textContent = 'Copied'
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
document.addEventListener('change', ({ target }) => {
  if (!target.matches('.tick')) return
  if (target.checked) ticked.add(target.dataset.of)
  else ticked.delete(target.dataset.of)
  bar()
})
on('#clear', () => {
  ticked.clear()
  go('list')
})
on('#rev', () => {
  isAsking = true
  const chosen = tokens.filter(({ last }) => ticked.has(last))
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="rt"><h2 id="rt">Revoke ${chosen.length === 1 ? 'this token' : `${chosen.length} tokens`}?</h2><ul>${chosen.map(({ name, last }) => `<li>${name} <span class="mono">sk-…${last}</span></li>`).join('')}</ul><p>Machines that use ${chosen.length === 1 ? 'it' : 'them'} lose access at once.</p><div class="row" style="justify-content:flex-end"><button type="button" id="no">Go back</button><button${ticked.has(subject.lastFour) && ticked.size === 1 ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes">Yes, revoke</button></div></div>`,
    'instead',
  )
})
const close = () => {
  isAsking = false
  one('#layer').replaceChildren()
}
on('#no', close)
on('#yes', () => {
  close()
  isWorking = true
  bar()
  later(1600, () => {
    isWorking = false
    for (const last of ticked) (last === subject.lastFour ? state.ended : state.wrongEnded).push(last)
    ticked.clear()
    go('list')
    const toast = put(document.body, '<div class="toast" role="status">Revoked</div>')
    setTimeout(() => toast.remove(), 4000)
  })
})
const canEnd = () => !isRotating || key !== null
tell(
  [
    ...(isRotating
      ? [
          { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
          {
            purpose: 'name',
            value: 'Learning-MyLaptop-v1',
            done: () => !['', 'quiet-meadow-3127'].includes(typedIn('#nm').trim()),
            also: ['submit'],
          },
          { purpose: 'expiry', done: () => true },
          { purpose: 'submit', done: () => key !== null },
          { purpose: 'copy', done: () => state.seen.copied === true },
          { purpose: 'done', done: () => state.seen.closed === true },
        ]
      : []),
    { purpose: 'confirm-revoke', done: isEnded },
    {
      purpose: 'row-select',
      when: () => canEnd() && !isAsking && !isWorking,
      done: () => isEnded() || ticked.has(subject.lastFour),
      also: ['row'],
    },
    { purpose: 'revoke', when: () => canEnd() && !isAsking, done: isEnded, also: ['row'] },
  ],
  { reached: () => isEnded() && (!isRotating || key !== null), key: () => one('#key') },
)
