// Turkish; nothing opens a form: a slider with a number beside it stands in the page, and a bar to save comes up at the bottom once something was changed.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let kind = 'warn'
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/usage">Kullanım</a><a href="/settings/organization/limits">Bütçe</a></nav><main><h1>Bütçe</h1><p>Bu ay: 2,10 $</p><div id="c"></div></main></div><div id="bar"></div>',
)
put(
  one('#c'),
  `<section class="card"><h2 id="h">Aylık harcama sınırı</h2><div class="row"><input type="range" min="0" max="500" value="120" id="sl" aria-labelledby="h"><span>$</span><input m="amount" id="am" type="number" value="120" aria-labelledby="h" style="min-width:0;width:90px"></div></section><section class="card"><h2>Sınıra ulaşınca</h2><div m="hard-limit" m-is="label"><label class="row"><input type="radio" name="k" value="warn" checked> Yalnızca uyar</label><label m="hard-limit" class="row"><input type="radio" name="k" value="stop"> İstekleri durdur</label></div></section>`,
)
const changed = () => {
  if (!one('#save'))
    put(
      one('#bar'),
      '<div class="toast" style="left:240px;right:20px;background:#fff;color:#1b1f24;border:1px solid #8a939c"><div class="row" style="justify-content:flex-end;margin:0"><span>Kaydedilmemiş değişiklikler</span><button type="button" class="btn" id="undo">Geri al</button><button m="submit" type="button" class="primary" id="save">Kaydet</button></div></div>',
      'instead',
    )
}
document.addEventListener('input', ({ target }) => {
  if (target.id === 'sl') one('#am').value = target.value
  if (target.id === 'am') one('#sl').value = target.value
  if (target.name === 'k') kind = target.value
  state.seen.limit = undefined
  changed()
})
on('#undo', () => one('#bar').replaceChildren())
on('#save', () => {
  one('#save').disabled = true
  later(800, () => {
    state.seen.limit = Number(typedIn('#am'))
    one('#bar').replaceChildren()
  })
})
const isSaved = () => state.seen.limit === 5
tell(
  [
    { purpose: 'amount', value: '5', done: () => typedIn('#am') === '5' },
    { purpose: 'hard-limit', done: () => kind === 'stop' },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
