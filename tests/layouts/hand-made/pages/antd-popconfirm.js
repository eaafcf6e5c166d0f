// Ant Design: a table with links as actions, and a bubble that asks; the row goes with a message.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: 'ci', last: 'Qm81' },
  { name: subject.name, last: subject.lastFour },
  { name: 'reporting-new', last: 'b0Zk' },
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<section class="app"><aside class="rail"><ul role="menu"><li role="menuitem"><a href="/api-keys">Keys</a></li></ul></aside><main class="content"><h1>Keys</h1><div class="ant-table-wrapper"><table><thead class="ant-table-thead"><tr><th>Name</th><th>Key</th><th>Action</th></tr></thead><tbody class="ant-table-tbody" id="rows"></tbody></table></div></main></section>`,
)
for (const { name, last } of keys) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<tr class="ant-table-row"${is ? ' m="row"' : ''} data-row-key="${last}"><td>${name}</td><td>sk-…${last}</td><td><div class="ant-space row"><a class="copy">Rename</a><span class="ant-divider"></span><a class="end"${is ? ' m="revoke"' : ''} data-of="${last}">Delete</a></div></td></tr>`,
  )
}
on('.end', link => {
  one('.ant-popover')?.remove()
  const { left, bottom } = link.getBoundingClientRect()
  put(
    document.body,
    `<div class="ant-popover ant-popconfirm menu" style="left:${left - 160}px;top:${bottom + 4}px" data-of="${link.dataset.of}"><div class="ant-popover-inner" role="tooltip"><div class="ant-popconfirm-title">Delete the key?</div><div class="ant-popconfirm-description muted">Programs that use it stop working.</div><div class="ant-popconfirm-buttons row"><button type="button" class="ant-btn" id="no"><span>No</span></button><button m="confirm-revoke" type="button" class="ant-btn primary" id="yes"><span>Yes</span></button></div></div></div>`,
  )
})
on('#no', () => one('.ant-popover').remove())
on('#yes', () => {
  const { of } = one('.ant-popover').dataset
  one('.ant-popover').remove()
  later(600, () => {
    one(`[data-row-key="${of}"]`).remove()
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    put(document.body, '<div class="toast ant-message" role="alert">Deleted</div>')
  })
})
const isEnded = () => state.ended.length > 0
tell(
  [
    { purpose: 'revoke', when: () => !one('.ant-popover'), done: isEnded, also: ['row'] },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
