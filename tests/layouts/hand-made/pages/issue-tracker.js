// An issue tracker: "New API key" slides a form in at the top of its card, what it may do are two boxes that light up, teams can be left; the key stands in the list's new line. Ending: "Revoke access…" in a row's menu, one confirming dialog.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let isUp = false
let key = null
let may = ''
const rows = [
  ['Zapier', 'mQ02'],
  [subject.name, subject.lastFour],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/settings/profile">Profile</a><a href="/api-keys">Security &amp; access</a></nav><main><h1>Security &amp; access</h1><h3>Sessions</h3><div class="card">MacBook · Chrome</div><div id="c"></div></main></div><div id="layer"></div>',
)
const draw = () =>
  put(
    one('#c'),
    `<div class="head"><h3>Personal API keys</h3>${isUp ? '' : '<button m="open-form" type="button" class="icon" id="add" aria-label="New API key" style="border:1px solid #ccc">＋</button>'}</div><div class="card" style="padding:0">${
      isUp
        ? `<div style="padding:14px"><input m="name" id="n" placeholder="Key name" style="width:100%"><div class="row">${[
            ['all', 'Full access', 'Complete access to the workspace'],
            ['some', 'Only select permissions…', 'Read, write or admin'],
          ]
            .map(
              ([id, title, text]) =>
                `<div class="may"${id === 'all' ? ' m="permissions"' : ''} data-may="${id}" style="cursor:default;border:1px solid ${may === id ? '#5e6ad2' : '#ddd'};background:${may === id ? '#eef' : '#fff'};border-radius:6px;padding:8px;flex:1"><div>${title}</div><div class="muted">${text}</div></div>`,
            )
            .join(
              '',
            )}</div><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create</button></div></div>`
        : ''
    }<div>${rows
      .map(([name, last]) => {
        const is = last === subject.lastFour
        const fresh = key && last === key.slice(-4)
        return `<div class="head" style="margin:0;padding:12px;border-top:1px solid #eee"${is ? ' m="row"' : ''}><div>${name}<div class="muted">${fresh ? `<span class="mono" id="key">${key}</span>` : `ends in ${last} · used 2 days ago`}</div></div><div>${fresh ? '<button m="copy" type="button" class="btn">Copy</button>' : ''}<button type="button" class="icon dots" data-of="${last}"${is ? ' m="row-menu"' : ''} aria-label="Open menu">···</button></div></div>`
      })
      .join('')}</div></div>`,
    'instead',
  )
draw()
on('#add', () => {
  isUp = true
  draw()
})
on('#no', () => {
  isUp = false
  draw()
})
on('.may', box => {
  const name = typedIn('#n')
  may = box.dataset.may
  draw()
  one('#n').value = name
})
on('#go', () => {
  const name = typedIn('#n')
  if (name && may)
    later(700, () => {
      key = newKey()
      rows.unshift([name, key.slice(-4)])
      isUp = false
      draw()
    })
})
on('.dots', button => {
  const { left, bottom } = button.getBoundingClientRect()
  put(
    one('#layer'),
    `<div class="menu" role="menu" data-of="${button.dataset.of}" style="position:fixed;left:${left - 140}px;top:${bottom}px"><div role="menuitem" class="item">Copy key ID</div><div role="menuitem" class="item" id="rev"${button.dataset.of === subject.lastFour ? ' m="revoke"' : ''}>Revoke access…</div></div>`,
    'instead',
  )
})
on('#rev', item =>
  put(
    one('#layer'),
    `<div class="veil"></div><div role="alertdialog" aria-modal="true" aria-label="Revoke API key?" class="modal"><h3>Revoke API key?</h3><p>Anything that uses it loses access immediately.</p><div class="row"><button type="button" id="nope">Cancel</button><button m="confirm-revoke" type="button" class="danger" id="yes" data-of="${item.parentElement.dataset.of}">Revoke</button></div></div>`,
    'instead',
  ),
)
on('#nope', () => one('#layer').replaceChildren())
on('#yes', button => {
  const { of } = button.dataset
  later(400, () => {
    one('#layer').replaceChildren()
    rows.splice(
      rows.findIndex(([, last]) => last === of),
      1,
    )
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    draw()
  })
})
const isEnded = () => state.ended.length > 0
if (task === 'revoke-key')
  tell(
    [
      { purpose: 'row-menu', when: () => !one('#layer').firstChild, done: isEnded, also: ['row'] },
      { purpose: 'revoke', done: isEnded, also: ['row', 'row-menu'] },
      { purpose: 'confirm-revoke', done: isEnded },
    ],
    { reached: isEnded },
  )
else
  tell(
    [
      { purpose: 'open-form', when: () => key === null, done: () => isUp },
      { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
      { purpose: 'permissions', done: () => may !== '' },
      { purpose: 'submit', done: () => key !== null },
      { purpose: 'copy', done: () => true },
    ],
    { reached: () => key !== null, key: () => one('#key') },
  )
