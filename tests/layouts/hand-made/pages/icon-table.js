// A code host's list: actions are icons with a title each (rotate beside revoke), and the question is a small modal whose button says "Revoke".
import { later, on, one, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: subject.name, last: subject.lastFour },
  { name: 'ci-runner', last: 'Wd09' },
  { name: 'notebook', last: 'p3Xa' },
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><aside class="rail"><a href="/api-keys">Access tokens</a></aside><main><h2>Active personal access tokens</h2><div class="row"><input type="search" placeholder="Search or filter access tokens…" aria-label="Search"></div><table role="table"><thead><tr><th>Name</th><th>Token</th><th>Status</th><th><span class="hidden-visually">Actions</span></th></tr></thead><tbody id="rows"></tbody></table></main></div>`,
)
for (const { name, last } of keys) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<tr data-key="${last}"${is ? ' m="row"' : ''}><td>${name}</td><td><code>sk-proj-****${last}</code></td><td>Active</td><td><button type="button" class="icon" title="Rotate" aria-label="Rotate">⟳</button><button type="button" class="icon end" title="Revoke" aria-label="Revoke" data-of="${last}"${is ? ' m="revoke"' : ''}>⊘</button></td></tr>`,
  )
}
on('.end', ({ dataset }) =>
  put(
    document.body,
    `<div id="over" data-of="${dataset.of}"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-label="Revoke the token"><p>Are you sure you want to revoke the token? This action cannot be undone.</p><div class="row"><button type="button" class="btn" id="no">Cancel</button><button m="confirm-revoke" type="button" class="danger" id="yes">Revoke</button></div></div></div>`,
  ),
)
on('#no', () => one('#over').remove())
on('#yes', () => {
  const { of } = one('#over').dataset
  later(400, () => {
    one('#over').remove()
    one(`[data-key="${of}"]`).remove()
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    one('main').insertAdjacentHTML(
      'afterbegin',
      '<div class="card" role="alert">The token was revoked.</div>',
    )
  })
})
const isEnded = () => state.ended.length > 0
tell(
  [
    { purpose: 'revoke', when: () => !one('#over'), done: isEnded, also: ['row'] },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
