// PrimeNG in Arabic: rows that unfold, the way to end a key inside of what unfolds; a dialog with a box to tick, whose “cancel” and “revoke” are nearly the same word. An archive in a second tab has a key of nearly the same name.
import { later, on, one, put, state, subject, tell } from '../kit.js'

let keys = [
  { name: 'ci-main', last: 'Qm81', since: '2026-01-12' },
  { name: 'reporting-new', last: 'b0Zk', since: '2026-10-30' },
  { name: subject.name, last: subject.lastFour, since: '2026-03-03' },
  { name: 'chat-widget', last: 'w5Tn', since: '2026-06-19' },
]
let open = null
let tab = 'active'
let isTicked = false
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="القائمة"><a href="#home">الرئيسية</a><a href="#models">النماذج</a><a href="/api-keys" aria-current="page">مفاتيح الوصول</a><a href="#usage">الاستهلاك</a><a href="#billing">الفوترة</a></nav><main><div class="head"><h1>مفاتيح الوصول</h1><button type="button" class="p-button primary">مفتاح جديد</button></div><div role="tablist" class="row p-tablist"><button type="button" role="tab" class="p-tab" data-tab="active">النشطة</button><button type="button" role="tab" class="p-tab" data-tab="old">المؤرشفة</button></div><div class="p-datatable"><table><thead><tr><th></th><th>الاسم</th><th>المفتاح</th><th>تاريخ الإنشاء</th></tr></thead><tbody class="p-datatable-tbody" id="rows"></tbody></table></div></main></div>`,
)
function draw() {
  for (const button of document.querySelectorAll('.p-tab'))
    button.setAttribute('aria-selected', String(button.dataset.tab === tab))
  put(
    one('#rows'),
    tab === 'old'
      ? '<tr><td></td><td>reporting-older</td><td dir="ltr">sk-…p9Ha</td><td>2025-02-01</td></tr>'
      : keys
          .map(({ name, last, since }) => {
            const is = last === subject.lastFour
            const isWide = open === last
            return `<tr data-of="${last}"${is ? ' m="row"' : ''}><td><button type="button" class="icon p-row-toggler" aria-expanded="${isWide}" aria-label="${isWide ? 'طيّ الصف' : 'توسيع الصف'}"${is && !isWide ? ' m="revoke"' : ''} data-of="${last}">${isWide ? '▾' : '◂'}</button></td><td>${name}</td><td dir="ltr" style="text-align:start">sk-…${last}</td><td>${since}</td></tr>${isWide ? `<tr class="p-datatable-row-expansion"><td></td><td colspan="3"><p>المالك: أنت · المشروع: Default project · الصلاحيات: الكل</p><div class="row"><button type="button">إعادة التسمية</button><button type="button">تعديل الصلاحيات</button><button type="button" class="end p-button-danger" style="color:#b3261e"${is ? ' m="revoke"' : ''} data-of="${last}">إبطال المفتاح</button></div></td></tr>` : ''}`
          })
          .join(''),
    'instead',
  )
}
draw()
on('.p-tab', button => {
  tab = button.dataset.tab
  draw()
})
on('.p-row-toggler', button => {
  open = open === button.dataset.of ? null : button.dataset.of
  draw()
})
const buttons = () =>
  put(
    one('#foot'),
    `<button type="button" id="no">إلغاء</button><button type="button" class="danger" id="yes"${isTicked ? (one('#ask').dataset.of === subject.lastFour ? ' m="confirm-revoke"' : '') : ' disabled'}>إبطال</button>`,
    'instead',
  )
on('.end', button => {
  if (one('#ask')) return
  const { of } = button.dataset
  const { name } = keys.find(({ last }) => last === of)
  isTicked = false
  put(
    document.body,
    `<div id="ask" data-of="${of}"><div class="veil p-overlay-mask"></div><div class="modal p-confirmdialog" role="alertdialog" aria-modal="true" aria-labelledby="at"><h2 id="at">إبطال المفتاح «${name}»؟</h2><p>لا يمكن التراجع عن ذلك. ينتهي <span dir="ltr">sk-…${of}</span> فورًا.</p><label class="row"${of === subject.lastFour ? ' m="confirm-revoke"' : ''}><input type="checkbox" id="tick"> أفهم أن البرامج التي تستخدمه ستتوقف عن العمل</label><div class="row" style="justify-content:flex-end" id="foot"></div></div></div>`,
  )
  buttons()
})
document.addEventListener('change', ({ target }) => {
  if (target.id !== 'tick') return
  isTicked = target.checked
  buttons()
})
on('#no', () => one('#ask').remove())
on('#yes', button => {
  const { of } = one('#ask').dataset
  button.disabled = true
  button.textContent = 'جارٍ الإبطال…'
  later(800, () => {
    one('#ask').remove()
    keys = keys.filter(({ last }) => last !== of)
    open = null
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    draw()
    const toast = put(document.body, '<div class="toast p-toast" role="alert">تم إبطال المفتاح</div>')
    setTimeout(() => toast.remove(), 4000)
  })
})
tell(
  [
    {
      purpose: 'revoke',
      when: () => !one('#ask'),
      done: isEnded,
      also: ['row'],
      at: () =>
        one(`.end[data-of="${subject.lastFour}"]`) ?? one(`.p-row-toggler[data-of="${subject.lastFour}"]`),
    },
    { purpose: 'confirm-revoke', when: () => !isTicked, done: isEnded, at: () => one('#tick') },
    { purpose: 'confirm-revoke', when: () => isTicked, done: isEnded, at: () => one('#yes') },
  ],
  { reached: isEnded },
)
