// Korean: a list of settings, each with its "edit" at the right, that opens in its own place with "Save" and "Cancel"; the switch that blocks at the limit is a row of its own and is kept at once; the first save of the sum says no.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let editing = ''
let tries = 0
let isHard = false
let note = ''
const values = { month: 120, warn: 80, minute: 500, project: 40 }
const rows = [
  ['month', '월 사용 한도', '한 달 동안 쓸 수 있는 최대 금액입니다.', 'USD'],
  ['warn', '사용량 알림', '이 금액을 넘으면 메일을 보냅니다.', 'USD'],
  ['project', '새 프로젝트의 기본 한도', '앞으로 만드는 프로젝트에 적용됩니다.', 'USD'],
  ['minute', '분당 요청 수', '1분에 보낼 수 있는 요청의 수입니다.', '회'],
]
const isSaved = () => values.month === 5
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.set{display:flex;align-items:center;gap:20px;padding:16px 0;border-bottom:1px solid #e3e6ea}.set>div:first-child{flex:1}</style><div class="app"><nav aria-label="설정"><b>가온 클라우드</b><a href="#g">일반</a><a href="#m">구성원</a><a href="#k">API 키</a><a href="/settings/organization/limits" aria-current="page">한도</a><a href="#b">결제</a></nav><main><h1>한도</h1><p class="muted">조직 전체에 적용됩니다. 이번 달 사용 금액: <b>$1.84</b></p><div id="list"></div></main></div>',
)
const row = ([id, title, text, unit]) => {
  const isIt = id === 'month'
  const money = unit === 'USD' ? `$${values[id].toFixed(2)}` : `${values[id]}회`
  const right =
    editing === id
      ? `<div><div class="row" style="margin:0"><input${isIt ? ' m="amount"' : id === 'warn' ? ' m="alert"' : ''} id="sum" inputmode="decimal" aria-label="${title} (${unit})" value="${values[id]}" style="min-width:110px;width:110px"><span>${unit}</span><button${isIt ? ' m="submit"' : ''} type="button" class="primary" id="save">저장</button><button type="button" id="no">취소</button></div><small id="bad" style="color:#b3261e">${note}</small></div>`
      : `<b>${money}</b><button${isIt ? ' m="open-form"' : ''} type="button" class="edit" data-of="${id}" aria-label="${title} 수정">수정</button>`
  return `<div class="set"><div><b>${title}</b><div class="muted">${text}</div></div>${right}</div>${
    isIt
      ? `<div class="set"><div><b>한도에 도달하면 차단</b><div class="muted">켜면 월 사용 한도를 넘는 요청이 거절됩니다.</div></div><button m="hard-limit" type="button" role="switch" aria-checked="${isHard}" aria-label="한도에 도달하면 차단" id="hard" style="border-radius:16px;min-width:60px;${isHard ? 'background:#1257d6;color:#fff' : ''}">${isHard ? '켬' : '끔'}</button></div>`
      : ''
  }`
}
const draw = () => put(one('#list'), rows.map(row).join(''), 'instead')
draw()
const toast = text => {
  const shown = put(document.body, `<div class="toast" role="status">${text}</div>`)
  setTimeout(() => shown.remove(), 3000)
}
on('.edit', ({ dataset }) => {
  editing = dataset.of
  note = ''
  draw()
  one('#sum').focus()
})
on('#no', () => {
  editing = ''
  draw()
})
on('#hard', () => {
  isHard = !isHard
  const typed = editing && typedIn('#sum')
  draw()
  if (editing) one('#sum').value = typed
  state.seen.limit = { amount: values.month, hard: isHard }
  toast('변경되었습니다')
})
on('#save', button => {
  const sum = Number(typedIn('#sum'))
  if (!(sum > 0)) {
    one('#bad').textContent = '0보다 큰 금액을 입력해 주세요.'
    return
  }
  button.disabled = true
  button.textContent = '저장 중…'
  one('#bad').textContent = ''
  const id = editing
  tries++
  later(1300, () => {
    if (tries === 1) {
      button.disabled = false
      button.textContent = '저장'
      one('#bad').textContent = '일시적인 오류로 저장하지 못했습니다. 다시 시도해 주세요.'
      return
    }
    values[id] = sum
    editing = ''
    draw()
    state.seen.limit = { amount: values.month, hard: isHard }
    toast('저장되었습니다')
  })
})
tell(
  [
    { purpose: 'open-form', done: () => editing === 'month' || isSaved(), also: ['hard-limit'] },
    { purpose: 'amount', value: '5', done: () => typedIn('#sum') === '5' || isSaved() },
    { purpose: 'submit', done: isSaved },
    { purpose: 'hard-limit', done: () => isHard },
    { purpose: 'alert', done: () => true },
  ],
  { reached: () => isSaved() && isHard },
)
