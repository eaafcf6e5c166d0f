// Japanese: the row is a link to a page about the key, which has a zone of danger at its end.
import { later, on, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: 'バッチ', last: 'Qm81' },
  { name: subject.name, last: subject.lastFour },
]
let at = ''
let ask = false
const isEnded = () => state.ended.length > 0
const draw = () => {
  if (!at) {
    put(
      document.body,
      `<div class="app"><nav><a href="/api-keys">キー一覧</a></nav><main><h1>キー一覧</h1><ul id="rows" style="padding:0">${keys
        .filter(({ last }) => !state.ended.includes(last))
        .map(
          ({ name, last }) =>
            `<li class="card"${last === subject.lastFour ? ' m="row"' : ''} style="list-style:none"><a href="#${last}" class="open"${last === subject.lastFour ? ' m="row-open"' : ''} data-of="${last}">${name}（末尾 ${last}）</a></li>`,
        )
        .join('')}</ul></main></div>`,
      'instead',
    )
    return
  }
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">キー一覧</a></nav><main><h1>${keys.find(({ last }) => last === at).name}</h1><dl><dt>末尾</dt><dd>${at}</dd><dt>状態</dt><dd>有効</dd></dl><section class="card"><h2>危険な操作</h2><p>取り消すと元に戻せません。</p>${ask ? `<p role="alert">本当に失効させますか？</p><button type="button" id="no">いいえ</button> <button m="confirm-revoke" type="button" class="danger" id="yes">はい、失効させる</button>` : '<button m="revoke" type="button" class="danger" id="end">このキーを失効させる</button>'}</section></main></div>`,
    'instead',
  )
}
on('.open', (link, event) => {
  event.preventDefault()
  later(400, () => {
    at = link.dataset.of
    draw()
  })
})
on('#end', () => {
  ask = true
  draw()
})
on('#no', () => {
  ask = false
  draw()
})
on('#yes', () =>
  later(600, () => {
    ;(at === subject.lastFour ? state.ended : state.wrongEnded).push(at)
    at = ''
    ask = false
    draw()
  }),
)
draw()
tell(
  [
    { purpose: 'row-open', done: isEnded, also: ['row'] },
    { purpose: 'revoke', done: isEnded },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
