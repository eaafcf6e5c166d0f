// Ukrainian, made for phones: three dots in each card, a sheet of actions from below with "Cancel" as its last, then another sheet that asks; the first time it says in its own line that it did not work.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: 'бот-підтримки', last: 'hE3m', used: 'сьогодні о 09:12' },
  { name: 'reporting-new', last: 'Vy6t', used: 'вчора' },
  { name: subject.name, last: subject.lastFour, used: '4 місяці тому' },
  { name: 'тест-ноутбук', last: 'c0Pz', used: 'ніколи' },
]
let sheetOf = ''
let asks = ''
let tries = 0
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}#app{max-width:480px;margin:0 auto;padding:0 16px 90px}.sheet{position:fixed;left:0;right:0;bottom:0;margin:0 auto;max-width:480px;background:#fff;border-radius:16px 16px 0 0;padding:12px 18px 22px;z-index:60;box-shadow:0 -6px 30px #0004}.sheet>button{display:block;width:100%;padding:12px;margin:6px 0;text-align:start;background:#fff;border:0;border-bottom:1px solid #eee;border-radius:0}</style><div id="app"><div class="row"><button type="button" class="icon" aria-label="Меню">☰</button><h1 style="margin:0;font-size:22px">Ключі API</h1><button type="button" class="icon" aria-label="Новий ключ" style="margin-inline-start:auto;font-size:22px">＋</button></div><div role="tablist" class="row"><button type="button" role="tab" aria-selected="true" class="primary">Чинні</button><button type="button" role="tab" aria-selected="false">Відкликані</button></div><div id="list"></div></div><div id="sheet"></div>',
)
const list = () =>
  put(
    one('#list'),
    keys
      .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
      .map(({ name, last, used }) => {
        const is = last === subject.lastFour
        return `<article class="card"${is ? ' m="row"' : ''} style="display:flex;align-items:center"><div style="flex:1"><b>${name}</b><div class="mono">sk-…${last}</div><div class="muted">Останнє використання: ${used}</div></div><button${is ? ' m="row-menu"' : ''} type="button" class="icon dots" data-of="${last}" aria-label="Дії з ключем ${name}" aria-haspopup="dialog">•••</button></article>`
      })
      .join(''),
    'instead',
  )
list()
const sheet = inner =>
  put(
    one('#sheet'),
    inner &&
      `<div class="veil"></div><div class="sheet" role="dialog" aria-modal="true" aria-labelledby="sh">${inner}</div>`,
    'instead',
  )
const nameOf = of => keys.find(({ last }) => last === of).name
const close = () => {
  sheetOf = ''
  asks = ''
  sheet('')
}
on('.dots', ({ dataset }) => {
  sheetOf = dataset.of
  sheet(
    `<b id="sh">${nameOf(sheetOf)}</b><button type="button">📊 Показати витрати</button><button type="button">✏️ Перейменувати</button><button type="button">⏸ Призупинити на добу</button><button${sheetOf === subject.lastFour ? ' m="revoke"' : ''} type="button" id="rev" style="color:#b3261e">⛔ Відкликати ключ</button><button type="button" class="no" style="text-align:center">Скасувати</button>`,
  )
})
on('.no, .veil', close)
on('#rev', () => {
  asks = sheetOf
  sheetOf = ''
  sheet(
    `<h3 id="sh">Відкликати «${nameOf(asks)}»?</h3><p>Програми з ключем <b class="mono">sk-…${asks}</b> одразу втратять доступ. Повернути ключ неможливо.</p><p id="bad" style="color:#b3261e;margin:0"></p><button${asks === subject.lastFour ? ' m="confirm-revoke"' : ''} type="button" id="yes" style="background:#b3261e;color:#fff;text-align:center;border-radius:10px">Так, відкликати</button><button type="button" class="no" style="text-align:center">Залишити</button>`,
  )
})
on('#yes', button => {
  button.disabled = true
  button.textContent = 'Зачекайте…'
  one('#bad').textContent = ''
  tries++
  later(1500, () => {
    if (tries === 1) {
      button.disabled = false
      button.textContent = 'Так, відкликати'
      one('#bad').textContent = 'Не вдалося відкликати ключ: немає зв’язку із сервером. Спробуйте ще раз.'
      return
    }
    ;(asks === subject.lastFour ? state.ended : state.wrongEnded).push(asks)
    close()
    list()
    const toast = put(document.body, '<div class="toast" role="status">Ключ відкликано</div>')
    setTimeout(() => toast.remove(), 3500)
  })
})
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    {
      purpose: 'row-menu',
      when: () => sheetOf === '' && asks === '',
      done: isEnded,
      also: ['row'],
    },
  ],
  { reached: isEnded },
)
