// Ukrainian: settings as an accordion where each section has a save of its own; the one that is open first only sends mails. The limit wants its switch first.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let open = 'mail'
let isHard = false
let amount = ''
let mail = '50'
let isSaving = false
const isSaved = () => state.seen.limit !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#p">Профіль</a><a href="#p">Команда</a><a href="#p">Оплата</a><a href="/settings/organization/limits" aria-current="page">Витрати</a><a href="#p">Ключі</a></nav><main><h1>Витрати</h1><p>Цього місяця витрачено <b>1,84 $</b></p><div id="acc"></div><div id="note" role="status"></div></main></div>`,
)
const head = (id, text, hint) =>
  `<button${id === 'cap' && open !== 'cap' && !isSaved() ? ' m="open-form"' : ''} type="button" class="fold" data-of="${id}" aria-expanded="${open === id}" style="width:100%;text-align:start;border:0"><b>${open === id ? '▾' : '▸'} ${text}</b> <span class="muted">${hint}</span></button>`
const draw = () =>
  put(
    one('#acc'),
    `<section class="card">${head('mail', 'Сповіщення', 'лист, коли витрати зростають')}${open === 'mail' ? `<div class="field"><label for="ma">Надіслати лист, коли витрати досягнуть, $</label><input m="alert" id="ma" inputmode="decimal" value="${mail}"></div><button type="button" id="save-mail">Зберегти сповіщення</button>` : ''}</section>
<section class="card">${head('cap', 'Місячний ліміт', isSaved() ? `${state.seen.limit} $` : 'не встановлено')}${open === 'cap' ? `<label m="hard-limit" class="row"><input type="checkbox" role="switch" id="hard"${isHard ? ' checked' : ''}> Зупиняти запити, коли ліміт вичерпано</label><div class="field"><label for="am">Сума на місяць, $</label><input m="amount" id="am" inputmode="decimal" value="${amount}"${isHard ? '' : ' disabled'}></div><button m="submit" type="button" class="primary" id="save"${isSaving ? ' disabled' : ''}>${isSaving ? 'Зберігаємо…' : 'Зберегти ліміт'}</button> <button type="button" id="undo">Скасувати</button>` : ''}</section>
<section class="card">${head('rate', 'Швидкість', 'запитів за хвилину')}${open === 'rate' ? '<p>Ваш рівень: 500 запитів за хвилину.</p><a href="#more">Попросити більше</a>' : ''}</section>`,
    'instead',
  )
draw()
on('.fold', ({ dataset }) => {
  open = open === dataset.of ? '' : dataset.of
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'am') amount = target.value
  if (target.id === 'ma') mail = target.value
  if (target.id === 'hard') {
    isHard = target.checked
    one('#am').disabled = !isHard
  }
})
const say = text => (one('#note').textContent = text)
on('#save-mail', () => later(500, () => say('Сповіщення збережено')))
on('#undo', () => {
  isHard = false
  amount = ''
  draw()
})
on('#save', () => {
  if (!isHard || !(Number(typedIn('#am')) > 0)) return say('Увімкніть ліміт і вкажіть суму.')
  isSaving = true
  draw()
  later(1000, () => {
    isSaving = false
    state.seen.limit = Number(amount)
    state.seen.hard = true
    open = ''
    draw()
    say(`Ліміт ${amount} $ на місяць збережено`)
  })
})
tell(
  [
    { purpose: 'open-form', done: () => isSaved() || open === 'cap' },
    { purpose: 'hard-limit', done: () => isSaved() || isHard },
    { purpose: 'amount', value: '5', done: () => isSaved() || typedIn('#am') === '5' },
    { purpose: 'submit', done: isSaved },
    { purpose: 'alert', done: () => true },
  ],
  { reached: isSaved },
)
