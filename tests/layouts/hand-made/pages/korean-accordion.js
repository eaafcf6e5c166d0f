// Korean; parts that fold: each opens when the one before was gone on from. A service account is one of two rows with a mark at the right; the key stays dotted until "보기".
import { later, newKey, on, one, put, state, task, tell, typedIn } from '../kit.js'

const isService = task === 'service-account-key'
let part = 0
let key = null
let isBare = false
let owner = ''
let name = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">API 키</a><a href="/usage">사용량</a></nav><main><div class="head"><h1>API 키</h1><span id="top"></span></div><div id="c"></div></main></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">API 키 만들기</button>')
const owners = [
  ['you', '본인'],
  ['service', '서비스 계정'],
]
const titles = ['소유자', '이름', '확인']
const bodies = [
  () =>
    `<ul m="owner" m-is="label" role="listbox" aria-label="소유자" style="padding:0">${owners.map(([id, text]) => `<li role="option" class="own card" aria-selected="${owner === id}" data-own="${id}" style="list-style:none"${id === (isService ? 'service' : 'you') ? ' m="owner"' : ''}>${text} <span style="float:right">${owner === id ? '●' : '○'}</span></li>`).join('')}</ul><button m="next-step" type="button" class="btn next">다음</button>`,
  () =>
    `<div class="field"><label for="n">키 이름</label><input m="${isService ? 'service-name' : 'name'}" id="n" placeholder="예: 내 테스트 키" value="${name}"></div><button m="next-step" type="button" class="btn next">다음</button>`,
  () =>
    `<p>소유자: ${owners.find(([id]) => id === owner)?.[1]}, 이름: ${name}</p><button m="submit" type="button" class="primary" id="go">만들기</button>`,
]
const draw = () => {
  if (part === 0) return one('#c').replaceChildren()
  if (part === 4)
    return put(
      one('#c'),
      `<div class="card"><h2>키가 생성되었습니다</h2><p>이 키는 다시 볼 수 없습니다.</p><div class="row"><code class="mono" id="key">${isBare ? key : '•'.repeat(40)}</code><button m="reveal-eye" type="button" class="btn" id="eye">${isBare ? '숨기기' : '보기'}</button><button m="copy" type="button" class="btn">복사</button></div><button m="done" type="button" class="primary" id="end">완료</button></div>`,
      'instead',
    )
  put(
    one('#c'),
    titles
      .map(
        (title, index) =>
          `<section class="card"><h2 style="font-size:16px"><button type="button" class="icon fold" aria-expanded="${part === index + 1}" data-part="${index + 1}"${index + 1 > part ? ' disabled' : ''}>${index + 1}. ${title}</button></h2>${part === index + 1 ? bodies[index]() : ''}</section>`,
      )
      .join(''),
    'instead',
  )
}
const go = to => {
  part = to
  draw()
}
on('#add', () => go(1))
on('.fold', ({ dataset }) => go(Number(dataset.part)))
on('.own', ({ dataset }) => {
  owner = dataset.own
  draw()
})
on('.next', () => {
  if (part === 1 && owner) return go(2)
  name = typedIn('#n')
  if (part === 2 && name) go(3)
})
on('#go', () =>
  later(900, () => {
    key = newKey(isService ? 'svcacct' : 'proj')
    state.seen.owner = owner
    go(4)
  }),
)
on('#eye', () => {
  isBare = !isBare
  draw()
})
on('#end', () => {
  state.seen.closed = true
  go(0)
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part > 0 },
    { purpose: 'owner', done: () => owner === (isService ? 'service' : 'you') },
    {
      purpose: isService ? 'service-name' : 'name',
      value: isService ? 'my-service' : 'Learning-MyLaptop-v1',
      done: () => typedIn('#n') !== '',
    },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isBare },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (isBare ? one('#key') : null) },
)
