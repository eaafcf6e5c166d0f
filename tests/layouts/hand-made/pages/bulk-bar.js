// A data grid: rows are ticked, and what to do with them comes up in a bar over it; the row stays and says so.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: 'alpha', last: 'Qm81' },
  { name: subject.name, last: subject.lastFour },
  { name: 'omega', last: 'zz01' },
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">API credentials</a></nav><main><h1>API credentials</h1><div id="bar"></div><div role="grid" class="MuiDataGrid-root" aria-rowcount="4"><div role="row" class="row muted"><div role="columnheader" style="width:40px"></div><div role="columnheader" style="width:200px">Name</div><div role="columnheader" style="width:140px">Suffix</div><div role="columnheader">Status</div></div><div id="rows" role="rowgroup"></div></div></main></div>`,
)
for (const { name, last } of keys) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<div role="row" class="row"${is ? ' m="row"' : ''} data-id="${last}"><div role="gridcell" style="width:40px"><input type="checkbox" aria-label="Select row" class="tick"${is ? ' m="row-select"' : ''}></div><div role="gridcell" style="width:200px">${name}</div><div role="gridcell" style="width:140px">…${last}</div><div role="gridcell" class="status">Enabled</div></div>`,
  )
}
const chosen = () =>
  [...document.querySelectorAll('.tick')]
    .filter(one => one.checked)
    .map(one => one.closest('[role=row]').dataset.id)
document.addEventListener('change', () => {
  const count = chosen().length
  if (count === 0) return one('#bar').replaceChildren()
  put(
    one('#bar'),
    `<div class="card row" role="toolbar"><span>${count} selected</span><button type="button" class="btn">Export</button><button m="revoke" type="button" class="btn" id="end">Deactivate</button></div>`,
    'instead',
  )
})
on('#end', () =>
  put(
    document.body,
    `<div id="over"><div class="veil"></div><div role="alertdialog" aria-modal="true" aria-labelledby="q" class="modal"><h2 id="q">Deactivate ${chosen().length} credential?</h2><p>It cannot be enabled again.</p><div class="row"><button type="button" id="no">Keep</button><button m="confirm-revoke" type="button" class="danger" id="yes">Deactivate</button></div></div></div>`,
  ),
)
on('#no', () => one('#over').remove())
on('#yes', () => {
  const which = chosen()
  one('#over').remove()
  later(500, () => {
    for (const id of which) {
      ;(id === subject.lastFour ? state.ended : state.wrongEnded).push(id)
      one(`[data-id="${id}"] .status`).textContent = 'Deactivated'
      one(`[data-id="${id}"] .tick`).checked = false
    }
    one('#bar').replaceChildren()
  })
})
const isEnded = () => state.ended.length > 0
tell(
  [
    { purpose: 'row-select', done: () => isEnded() || chosen().includes(subject.lastFour), also: ['row'] },
    { purpose: 'revoke', when: () => !one('#over'), done: isEnded, also: ['row'] },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
