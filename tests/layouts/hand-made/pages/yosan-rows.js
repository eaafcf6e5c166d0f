// A table of budgets in Japanese, each row edited where it stands; the first save comes to nothing and says so; below it a table of rate limits that looks much the same.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

const rows = [
  { id: 'org', name: '組織全体', used: '$38.20', cap: 200, at: 80, isHard: false },
  { id: 'default', name: 'Default project', used: '$21.07', cap: 100, at: 80, isHard: false },
  { id: 'staging', name: 'staging', used: '$17.13', cap: 50, at: 50, isHard: true },
]
const rates = [
  ['gpt-large', '500', '30,000'],
  ['gpt-small', '5,000', '200,000'],
]
let editing = null
let tries = 0
const isSaved = () => rows.some(({ id, cap }) => id !== 'staging' && cap === 5)
const line = ({ id, name, used, cap, at, isHard }) =>
  editing === id
    ? `<tr><td>${name}</td><td>${used}</td><td><span>$</span><input m="amount" id="cap" inputmode="decimal" aria-label="月間予算(USD)" value="${cap}" style="min-width:80px;width:80px"></td><td><select m="alert" id="part" aria-label="通知" style="min-width:80px">${[50, 80, 100].map(part => `<option value="${part}"${part === at ? ' selected' : ''}>${part}%</option>`).join('')}</select></td><td><select m="hard-limit" id="then" aria-label="予算に達したとき" style="min-width:150px"><option value="mail"${isHard ? '' : ' selected'}>通知のみ</option><option value="stop"${isHard ? ' selected' : ''}>リクエストを停止</option></select></td><td><button m="submit" type="button" class="primary" id="save">保存</button> <button type="button" id="no">キャンセル</button></td></tr>`
    : `<tr><td>${name}</td><td>${used}</td><td>$${cap}</td><td>${at}%</td><td>${isHard ? 'リクエストを停止' : '通知のみ'}</td><td><button type="button" class="edit" data-of="${id}" aria-label="${name}の予算を編集"${id === 'staging' || editing ? '' : ' m="open-form"'}>編集</button></td></tr>`
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="設定"><a href="#general">一般</a><a href="#members">メンバー</a><a href="/settings/organization/limits" aria-current="page">制限と予算</a><a href="#billing">お支払い</a></nav><main><h1>制限と予算</h1><div id="said" role="alert"></div><h2>月間予算</h2><table><thead><tr><th>対象</th><th>今月の利用額</th><th>月間予算</th><th>通知</th><th>予算に達したとき</th><th></th></tr></thead><tbody id="rows"></tbody></table><h2>レート制限</h2><table><thead><tr><th>モデル</th><th>リクエスト/分</th><th>トークン/分</th><th></th></tr></thead><tbody>${rates.map(([model, perMinute, tokens]) => `<tr><td>${model}</td><td>${perMinute}</td><td>${tokens}</td><td><button type="button">編集</button></td></tr>`).join('')}</tbody></table></main></div>`,
)
const draw = () => put(one('#rows'), rows.map(line).join(''), 'instead')
const say = (color, words) =>
  put(
    one('#said'),
    words ? `<p style="padding:10px;border:1px solid ${color};color:${color}">${words}</p>` : '',
    'instead',
  )
draw()
on('.edit', button => {
  editing = button.dataset.of
  say('', '')
  draw()
})
on('#no', () => {
  editing = null
  draw()
})
on('#save', button => {
  const cap = Number(typedIn('#cap'))
  if (!(cap > 0)) {
    say('#b3261e', '月間予算には 0 より大きい金額を入力してください。')
    return
  }
  const row = rows.find(({ id }) => id === editing)
  const isHard = typedIn('#then') === 'stop'
  const at = Number(typedIn('#part'))
  button.disabled = true
  say('', '')
  tries++
  later(900, () => {
    button.disabled = false
    if (tries === 1) {
      say('#b3261e', '保存できませんでした。もう一度お試しください。')
      return
    }
    Object.assign(row, { cap, at, isHard })
    editing = null
    state.seen.saved = true
    state.seen.limit = { amount: cap, hard: isHard }
    draw()
    say('#1a7f37', `${row.name}の予算を保存しました。`)
  })
})
tell(
  [
    { purpose: 'open-form', done: isSaved },
    { purpose: 'amount', value: '5', done: () => Number(typedIn('#cap')) === 5 },
    { purpose: 'hard-limit', value: 'stop', done: () => typedIn('#then') === 'stop' },
    { purpose: 'alert', value: '80', done: () => true },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
