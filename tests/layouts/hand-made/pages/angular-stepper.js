// Angular Material, Japanese: a stepper in a dialog, a mat-select, and the key in a textarea that can be edited.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<app-root class="app"><mat-sidenav class="rail"><a href="/api-keys">アクセスキー</a><a href="/usage">使用状況</a></mat-sidenav><mat-sidenav-content class="content"><div class="head"><h1 class="mat-h1">アクセスキー</h1><span id="top"></span></div><mat-card class="card">キーはまだありません</mat-card></mat-sidenav-content></app-root><div class="cdk-overlay-container"></div>`,
)
put(
  one('#top'),
  '<button m="open-form" mat-flat-button class="primary mdc-button" type="button" id="add"><span class="mdc-button__label">キーを追加</span></button>',
)
let key = null
let part = 0
let project = ''
let name = ''
const draw = () => {
  const head =
    '<h2 class="mat-mdc-dialog-title" id="mt">キーを追加</h2><mat-stepper role="tablist" class="muted"><span>1 基本情報</span> — <span>2 アクセス</span></mat-stepper>'
  const inner =
    part === 0
      ? `<div class="field mat-mdc-form-field"><label id="l1"><mat-label>表示名</mat-label></label><input m="name" matinput id="mat-input-0" aria-labelledby="l1" class="mat-mdc-input-element" value="${name}"></div><div class="row"><button m="next-step" type="button" class="primary" id="next">次へ</button></div>`
      : `<div class="field mat-mdc-form-field"><mat-label id="l2">プロジェクト</mat-label><mat-select m="project" role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="l2 v2" tabindex="0" class="btn" id="sel"><span id="v2">${project || '選択してください'}</span></mat-select></div><div class="row"><button type="button" class="btn" id="prev">戻る</button><button m="submit" type="button" class="primary" id="go"${project ? '' : ' disabled'}>作成</button></div>`
  if (one('mat-dialog-container')) put(one('mat-dialog-container'), head + inner, 'instead')
  else
    put(
      one('.cdk-overlay-container'),
      `<div class="veil cdk-overlay-backdrop"></div><mat-dialog-container class="modal" role="dialog" aria-modal="true" aria-labelledby="mt" tabindex="-1">${head}${inner}</mat-dialog-container>`,
    )
}
on('#add', () => later(200, draw))
on('#next', () => {
  name = typedIn('#mat-input-0')
  if (name) {
    part = 1
    draw()
  }
})
on('#prev', () => {
  part = 0
  draw()
})
on('#sel', () => {
  if (one('#panel')) return
  const { left, bottom } = one('#sel').getBoundingClientRect()
  put(
    document.body,
    `<div id="panel" class="menu" role="listbox" style="position:fixed;left:${left}px;top:${bottom}px"><mat-option m="project-option" role="option" id="o1" aria-selected="false"><span class="mdc-list-item__primary-text">Default project</span></mat-option></div>`,
  )
})
on('#o1', () => {
  project = 'Default project'
  one('#panel').remove()
  draw()
})
on('#go', () =>
  later(900, () => {
    key = newKey()
    put(
      one('mat-dialog-container'),
      `<h2 id="mt">キーが作成されました</h2><p>この画面を閉じると二度と表示されません。</p><textarea id="key" rows="4" cols="50" class="mono"></textarea><div class="row"><button m="copy" type="button" class="btn">コピー</button><button m="done" type="button" class="primary" id="x">閉じる</button></div>`,
      'instead',
    )
    one('#key').value = key
  }),
)
on('#x', () => {
  one('.cdk-overlay-container').replaceChildren()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('mat-dialog-container') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#mat-input-0') !== '' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'project', when: () => !one('#panel'), done: () => project !== '' },
    { purpose: 'project-option', done: () => false, also: ['project'] },
    { purpose: 'submit', done: () => false },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
