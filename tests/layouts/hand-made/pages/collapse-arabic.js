// Bootstrap, Arabic: a part of the page that unfolds, and the key in a banner above the list.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">مفاتيح الواجهة</a><a href="/usage">الاستخدام</a></nav><main class="container"><h1 class="h3">مفاتيح الواجهة</h1><div id="flash"></div><p id="top"></p><div class="collapse gone" id="new"></div><ul class="list-group"><li class="list-group-item">قديم</li></ul></main></div>`,
)
put(
  one('#top'),
  '<a m="open-form" class="btn btn-primary" data-bs-toggle="collapse" href="#new" role="button" aria-expanded="false" aria-controls="new" id="add">إنشاء مفتاح</a>',
)
put(
  one('#new'),
  `<div class="card card-body"><div class="field"><label for="n" class="form-label">الاسم</label><input m="name" class="form-control" id="n"></div><div class="form-check form-switch row"><input m="rules" class="form-check-input" type="checkbox" role="switch" id="ok"><label for="ok">أوافق على الشروط</label></div><button m="submit" class="btn btn-success primary" type="button" id="go">حفظ</button></div>`,
)
let key = null
on('#add', (_, event) => {
  event.preventDefault()
  later(250, () => one('#new').classList.toggle('gone'))
})
on('#go', () => {
  if (!typedIn('#n') || !one('#ok').checked) return
  later(700, () => {
    key = newKey()
    one('#new').classList.add('gone')
    put(
      one('#flash'),
      `<div class="alert alert-success alert-dismissible card" role="alert"><strong>تم!</strong> انسخ المفتاح الآن:<br><samp id="key" dir="ltr" class="mono">${key}</samp><button m="copy" type="button" class="btn">نسخ</button><button m="done" type="button" class="btn-close icon" aria-label="إغلاق" id="x">✕</button></div>`,
    )
  })
})
on('#x', () => {
  one('#flash').replaceChildren()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => !one('#new').classList.contains('gone') },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'rules', done: () => one('#ok').checked },
    { purpose: 'submit', done: () => false },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
