// Vietnamese, made for phones: a bar at the foot, a sheet over the whole page in three parts with pills of rights, then a page of its own where the key stands in two lines.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

let part = 'list'
let step = 1
let name = ''
let right = ''
let key = null
let isKept = false
const rights = [
  ['Toàn quyền', 'Gọi mọi mô hình, đọc và ghi tệp'],
  ['Tùy chỉnh', 'Chọn từng quyền một'],
  ['Chỉ đọc', 'Xem, không gọi mô hình'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}#app{max-width:460px;margin:0 auto;min-height:100vh;border-inline:1px solid #ddd;padding:0 16px 90px}#bar{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:center;gap:40px;background:#fff;border-top:1px solid #ddd;padding:12px;font-size:13px}</style><div id="app"></div><nav id="bar" aria-label="Thanh điều hướng"><a href="#nha">Trang chủ</a><a href="/api-keys" aria-current="page">Khóa API</a><a href="#chi">Chi tiêu</a><a href="#toi">Tài khoản</a></nav>',
)
const steps = {
  1: () =>
    `<div class="field"><label for="ten">Tên khóa</label><input m="name" id="ten" style="width:100%" value="${name}" placeholder="Ví dụ: chatbot-cua-hang"></div><p class="muted">Tên giúp bạn nhớ khóa được dùng ở đâu.</p>`,
  2: () =>
    `<div role="radiogroup" aria-label="Quyền"><p>Khóa này được làm gì?</p>${rights.map(([of]) => `<div${of === 'Toàn quyền' ? ' m="permissions"' : ''} class="right" role="radio" tabindex="0" aria-checked="${of === right}" data-of="${of}" style="display:inline-block;border:1px solid #8a939c;border-radius:20px;padding:6px 16px;margin:4px;cursor:pointer;${of === right ? 'background:#0b7a4b;color:#fff' : ''}">${of}</div>`).join('')}<p class="muted">${rights.find(([of]) => of === right)?.[1] ?? ''}</p></div>`,
  3: () =>
    `<p>Kiểm tra lại trước khi tạo:</p><dl><dt>Tên</dt><dd><b>${name}</b></dd><dt>Quyền</dt><dd><b>${right}</b></dd><dt>Dự án</dt><dd><b>Default project</b></dd></dl><p class="muted" id="loi"></p>`,
}
const foot = () =>
  step < 3
    ? `<button m="next-step" type="button" class="primary" id="tiep"${(step === 1 ? name.trim() : right) ? '' : ' disabled'} style="width:100%;padding:12px">Tiếp tục</button>`
    : '<button m="submit" type="button" class="primary" id="tao" style="width:100%;padding:12px">Tạo khóa</button>'
const views = {
  list: () =>
    `<h1>Khóa API</h1><div id="ds">${key ? `<div class="card"><b>${name}</b><div class="mono">sk-…${key.slice(-4)}</div><span class="muted">Vừa tạo</span></div>` : ''}<div class="card"><b>zalo-bot</b><div class="mono">sk-…uR2k</div><span class="muted">Dùng lần cuối hôm qua</span></div><div class="card"><b>bao-cao-thang</b><div class="mono">sk-…M0vx</div><span class="muted">Chưa dùng</span></div></div><button m="open-form" type="button" class="primary" id="moi" style="width:100%;padding:12px">＋ Thêm khóa mới</button>`,
  form: () =>
    `<div class="row"><button type="button" class="icon" id="lui" aria-label="Quay lại">←</button><h2 style="margin:0">Thêm khóa mới</h2><span class="muted" style="margin-inline-start:auto">Bước ${step}/3</span></div>${steps[step]()}${foot()}`,
  made: () =>
    `<h2>🎉 Đã tạo khóa</h2><p>Sao chép khóa và cất vào nơi an toàn. Vì lý do bảo mật, bạn sẽ không xem lại được khóa này.</p><div class="card" style="background:#f1f7f4"><div class="muted">Khóa bí mật của ${name}</div><code id="key" style="font-size:11px;overflow-wrap:anywhere"><span>${key.slice(0, 80)}</span><br><span>${key.slice(80)}</span></code></div><button m="copy" type="button" id="chep" style="width:100%;padding:12px">Sao chép</button><label m="saved-box" class="row"><input type="checkbox" id="cat"> Tôi đã lưu khóa</label><button m="done" type="button" class="primary" id="xong" style="width:100%;padding:12px"${isKept ? '' : ' disabled'}>Hoàn tất</button>`,
}
const draw = () => put(one('#app'), views[part](), 'instead')
draw()
on('#moi', () => {
  part = 'form'
  step = 1
  draw()
})
on('#lui', () => {
  if (step === 1) part = 'list'
  else step--
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'ten') {
    name = target.value
    one('#tiep').disabled = !name.trim()
  }
})
document.addEventListener('change', ({ target }) => {
  if (target.id !== 'cat') return
  isKept = target.checked
  one('#xong').disabled = !isKept
})
on('.right', ({ dataset }) => {
  right = dataset.of
  draw()
})
on('#tiep', () => {
  step++
  draw()
})
on('#tao', button => {
  button.disabled = true
  button.textContent = 'Đang tạo…'
  later(1400, () => {
    key = newKey()
    state.seen.name = name
    part = 'made'
    draw()
  })
})
on('#chep', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Đã sao chép'
})
on('#xong', () => {
  state.seen.closed = true
  part = 'list'
  draw()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name.trim() !== '' },
    { purpose: 'permissions', done: () => right === 'Toàn quyền' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
    { purpose: 'saved-box', done: () => isKept },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
