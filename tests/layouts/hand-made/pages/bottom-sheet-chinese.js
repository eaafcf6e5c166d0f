// Chinese; a sheet that slides up from the foot of the page, projects as cards, validity as segments; the key in pieces of eight, and a way out that waits for a tick.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
let isKept = false
let project = ''
let validity = '永久有效'
const projects = [
  ['Default project', '默认'],
  ['data-team', '3 位成员'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>@keyframes rise { from { transform: translateY(100%) } } #sheet { position: fixed; inset: auto 0 0 0; background: #fff; padding: 20px 15% 28px; border-radius: 18px 18px 0 0; z-index: 60; box-shadow: 0 -6px 30px #0003; animation: rise .3s } [role=radio] { cursor: pointer } [aria-checked=true] { outline: 2px solid #1257d6 }</style><div class="app"><nav><b>开放平台</b><a href="#overview">概览</a><a href="#models">模型广场</a><a href="/api-keys" aria-current="page">密钥管理</a><a href="#bill">费用中心</a><a href="#notice">公告 <span style="color:#b3261e">●</span></a></nav><main><div class="head"><h1>密钥管理</h1><span id="top"></span></div><p class="muted">请勿将密钥写入前端代码，或分享给他人。</p><div class="card" id="list">暂无密钥</div><div class="card" style="background:#fff7e6">限时活动：邀请好友可得 2000 万 Tokens <a href="#invite">立即邀请</a></div></main></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">＋ 新建密钥</button>')
const marked = (is, name) => (is ? ` m="${name}"` : '')
const drawProjects = () =>
  put(
    one('#projects'),
    projects
      .map(
        ([name, about]) =>
          `<div${marked(name === 'Default project', 'project')} class="card pick" role="radio" tabindex="0" aria-checked="${name === project}" data-of="${name}"><b>${name}</b><br><span class="muted">${about}</span></div>`,
      )
      .join(''),
    'instead',
  )
const drawValidity = () =>
  put(
    one('#validity'),
    ['永久有效', '30 天', '90 天']
      .map(
        text =>
          `<div${marked(text === '永久有效', 'expiry')} class="btn span" role="radio" tabindex="0" aria-checked="${text === validity}" data-of="${text}">${text}</div>`,
      )
      .join(''),
    'instead',
  )
const shut = () => {
  one('#sheet')?.remove()
  one('#veil')?.remove()
  isUp = false
}
const raise = html => {
  shut()
  put(document.body, '<div class="veil" id="veil"></div>')
  put(document.body, `<section id="sheet">${html}</section>`)
  isUp = true
}
on('#add', () => {
  project = ''
  raise(
    '<div class="head"><h2>新建密钥</h2><button type="button" class="icon" id="no" aria-label="关闭">✕</button></div><div class="field"><label for="kn">密钥名称</label><input m="name" id="kn" placeholder="最多 30 个字符" maxlength="30"></div><div>所属项目</div><div id="projects" m="project" m-is="label" class="row" role="radiogroup" aria-label="所属项目"></div><div>有效期</div><div id="validity" m="expiry" m-is="label" class="row" role="radiogroup" aria-label="有效期"></div><p id="warn" role="alert" style="color:#b3261e"></p><button m="submit" type="button" class="primary" id="go" style="width:100%">确认生成</button>',
  )
  drawProjects()
  drawValidity()
  later(350, () => {})
})
on('#no', shut)
on('.pick', card => {
  project = card.dataset.of
  drawProjects()
})
on('.span', segment => {
  validity = segment.dataset.of
  drawValidity()
})
on('#go', button => {
  const name = typedIn('#kn')
  if (!name || !project) {
    one('#warn').textContent = name ? '请选择所属项目' : '请输入密钥名称'
    return
  }
  button.disabled = true
  button.textContent = '生成中…'
  later(1000, () => {
    key = newKey()
    raise(
      `<h2>密钥已生成</h2><p>请立即复制并妥善保存，关闭后将无法再次查看完整密钥。</p><div id="key" class="card mono">${key
        .match(/.{1,8}/g)
        .map((piece, index) => `<span style="color:${index % 2 ? '#1257d6' : '#1b1f24'}">${piece}</span>`)
        .join(
          '<wbr>',
        )}</div><button m="copy" type="button" id="copy">复制密钥</button><label m="confirm-check" class="row"><input type="checkbox" id="kept"> 我已将密钥保存在安全的地方</label><button m="done" type="button" class="primary" id="end" disabled>完成</button>`,
    )
    put(
      one('#list'),
      `<b>${name}</b> <span class="mono">sk-****${key.slice(-4)}</span> ${project}`,
      'instead',
    )
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = '已复制'
  state.seen.copied = true
})
document.addEventListener('change', ({ target }) => {
  if (target.id !== 'kept') return
  isKept = target.checked
  one('#end').disabled = !isKept
})
on('#end', () => {
  state.seen.closed = true
  shut()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#kn') !== '' },
    { purpose: 'project', done: () => project === 'Default project' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'confirm-check', done: () => isKept },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
