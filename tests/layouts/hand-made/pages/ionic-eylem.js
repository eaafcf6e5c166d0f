// Ionic in Turkish, drawn as on a phone: a round button opens a sheet of actions, the form is a page whose button stands in its head; the key is shown in pieces.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let project = 'Default project'
let isEndless = true
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>ion-header,ion-content,ion-item,ion-list,ion-toolbar,ion-footer,ion-note{display:block}ion-toolbar{display:flex;justify-content:space-between;align-items:center;padding:10px 14px;background:#f7f7f8;border-bottom:1px solid #ddd}ion-item{padding:12px 14px;border-bottom:1px solid #e4e4e7;display:flex;justify-content:space-between;align-items:center;gap:10px}ion-content{padding:0 0 120px}ion-note{padding:8px 14px;color:#66707a;font-size:13px}.phone{max-width:520px;margin:0 auto;min-height:100vh;border-inline:1px solid #ddd;position:relative}.page{position:fixed;inset-block:0;left:calc(50% - 260px);width:520px;background:#fff;z-index:60;overflow:auto}</style>
<ion-app class="md"><div class="phone" id="phone"><ion-header><ion-toolbar><ion-title><b>Anahtarlar</b></ion-title><button type="button" class="icon" aria-label="Bildirimler">🔔</button></ion-toolbar></ion-header><ion-content><ion-list id="rows"><ion-item><span>sunucu</span><span class="muted">sk-…Ke71</span></ion-item><ion-item><span>deneme</span><span class="muted">sk-…u9Rd</span></ion-item></ion-list><ion-note>Bir anahtarı kaldırmak için sola kaydırın.</ion-note></ion-content><ion-footer style="position:fixed;bottom:0;width:518px;background:#fff;border-top:1px solid #ddd"><div class="row" style="justify-content:space-around" role="tablist"><a href="#panel">Panel</a><a href="/api-keys" aria-current="page">Anahtarlar</a><a href="#hesap">Hesap</a></div></ion-footer></div></ion-app>`,
)
put(
  one('#phone'),
  '<button m="open-form" type="button" class="ion-fab-button primary" aria-label="Ekle" id="fab" style="position:fixed;bottom:70px;left:calc(50% + 180px);width:56px;height:56px;border-radius:50%;font-size:24px;z-index:10">＋</button>',
)
on('#fab', () => {
  if (one('#sheet')) return
  put(
    document.body,
    `<div id="sheet"><div class="veil ion-backdrop"></div><div class="action-sheet-wrapper" role="dialog" aria-labelledby="as" style="position:fixed;bottom:0;left:calc(50% - 260px);width:520px;background:#fff;z-index:70;padding:10px"><div id="as" class="muted">Ne eklemek istiyorsunuz?</div><button type="button" class="action-sheet-button icon" style="display:block;width:100%;text-align:start;padding:14px">Webhook</button><button m="open-form" type="button" class="action-sheet-button icon" id="new" style="display:block;width:100%;text-align:start;padding:14px">API anahtarı</button><button type="button" class="action-sheet-button icon" style="display:block;width:100%;text-align:start;padding:14px">Ekip üyesi</button><button type="button" class="action-sheet-cancel icon" style="display:block;width:100%;text-align:start;padding:14px">Vazgeç</button></div></div>`,
  )
})
on('.action-sheet-button, .action-sheet-cancel', () => one('#sheet').remove())
on('#new', () => {
  put(
    document.body,
    `<ion-modal class="page" role="dialog" aria-modal="true" aria-labelledby="mt" id="page"><ion-header><ion-toolbar><button type="button" class="icon" id="no">Vazgeç</button><b id="mt">Yeni API anahtarı</b><span id="end"><button m="submit" type="button" class="icon" id="go" style="color:#1257d6;font-weight:600" disabled>Oluştur</button></span></ion-toolbar></ion-header><ion-content id="inside"><ion-list><ion-item class="item-input"><ion-input style="flex:1"><label class="input-wrapper" style="display:flex;gap:12px;align-items:center"><span class="label-text">Ad</span><input m="name" class="native-input" name="ion-input-0" id="ad" autocomplete="off" style="flex:1"></label></ion-input></ion-item><ion-item m="project" class="item-select" id="proje" role="button" tabindex="0" aria-haspopup="dialog"><span>Proje</span><span id="chosen">${project} ▾</span></ion-item><ion-item><span id="tl">Süresiz</span><button m="expiry" type="button" role="switch" aria-checked="true" aria-labelledby="tl" id="endless">açık</button></ion-item></ion-list><ion-note>Anahtarı yalnızca bir kez görebilirsiniz.</ion-note></ion-content></ion-modal>`,
  )
})
document.addEventListener('input', () => {
  if (one('#go')) one('#go').disabled = typedIn('#ad').trim() === ''
})
on('#endless', box => {
  isEndless = !isEndless
  box.setAttribute('aria-checked', String(isEndless))
  box.textContent = isEndless ? 'açık' : 'kapalı'
})
on('#proje', () => {
  if (one('#alert')) return
  put(
    document.body,
    `<div id="alert"><div class="veil" style="z-index:65"></div><div class="modal alert-wrapper" role="alertdialog" aria-labelledby="al" style="z-index:70;width:340px"><h3 id="al">Proje</h3>${['Default project', 'Mağaza'].map(name => `<button type="button" role="radio" aria-checked="${name === project}" class="alert-radio icon" style="display:block;padding:10px"${name === 'Default project' ? ' m="project"' : ''} data-name="${name}">${name === project ? '◉' : '○'} ${name}</button>`).join('')}<div class="row" style="justify-content:flex-end"><button m="project" type="button" class="icon" id="ok">Tamam</button></div></div></div>`,
  )
})
on('.alert-radio', radio => {
  project = radio.dataset.name
  for (const other of document.querySelectorAll('.alert-radio')) {
    const is = other === radio
    other.setAttribute('aria-checked', String(is))
    other.textContent = `${is ? '◉' : '○'} ${other.dataset.name}`
  }
})
on('#ok', () => {
  one('#alert').remove()
  one('#chosen').textContent = `${project} ▾`
})
on('#no', () => one('#page').remove())
on('#go', button => {
  state.seen.name = typedIn('#ad').trim()
  state.seen.project = project
  button.disabled = true
  button.textContent = '…'
  later(900, () => {
    key = newKey()
    const pieces = key.match(/.{1,32}/g).map(piece => `<span>${piece}</span>`)
    one('#no').remove()
    one('#mt').textContent = 'Anahtarınız hazır'
    put(
      one('#end'),
      '<button m="done" type="button" class="icon" id="shut" style="color:#1257d6;font-weight:600">Bitti</button>',
      'instead',
    )
    put(
      one('#inside'),
      `<div style="padding:14px"><p>Şimdi güvenli bir yere kaydedin. Bu ekran kapanınca tekrar gösterilmez.</p><div class="card"><code class="mono" id="key">${pieces.join('')}</code></div><button m="copy" type="button" class="primary" id="copy" style="width:100%">Kopyala</button></div>`,
      'instead',
    )
  })
})
on('#copy', button => {
  button.textContent = 'Kopyalandı'
})
on('#shut', () => {
  one('#page').remove()
  put(
    one('#rows'),
    `<ion-item><span>${state.seen.name}</span><span class="muted">sk-…${key.slice(-4)}</span></ion-item>`,
  )
  state.seen.closed = true
})
tell(
  [
    {
      purpose: 'open-form',
      when: () => !one('#page'),
      done: () => key !== null,
      at: () => one('#new') ?? one('#fab'),
    },
    { purpose: 'project', when: () => one('#alert') !== null, done: () => false, at: () => one('#ok') },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#ad') !== '' },
    { purpose: 'project', when: () => !one('#alert'), done: () => true },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
