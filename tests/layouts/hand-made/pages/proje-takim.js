// Turkish, as a tool for teams: a plus at the heading of the rail and a button in the page open the same window; the short code is made from the name; members can be asked in the second part or left for later; the list shows the project at once, as one that is still being made.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let isUp = false
let step = 1
let title = ''
let isMaking = false
const isMade = () => state.seen.project !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><div class="app"><nav aria-label="Çalışma alanı"><b>Pusula</b><a href="#gelen">Gelen kutusu</a><a href="#anahtar">Anahtarlar</a><a href="#kullanim">Kullanım</a><div class="row" style="margin:12px 0 0"><span class="muted">Projeler</span><span id="plus" style="margin-inline-start:auto"></span></div><a href="#d">▪ Default project</a><a href="#m">▪ Mobil uygulama</a><a href="/settings/organization/projects" aria-current="page">Tüm projeler</a></nav><main><div class="head"><h1>Tüm projeler</h1><span id="top"></span></div><div class="row"><input type="search" placeholder="Proje ara" aria-label="Proje ara"><button type="button">Süzgeç</button><button type="button" aria-pressed="true">Liste</button><button type="button" aria-pressed="false">Pano</button></div><div id="list"></div></main></div><div id="layer"></div>',
)
put(one('#plus'), '<button m="open-form" type="button" class="icon new" aria-label="Yeni proje">＋</button>')
put(one('#top'), '<button m="open-form" type="button" class="primary new">Yeni proje</button>')
const list = () =>
  put(
    one('#list'),
    `<table><thead><tr><th>Ad</th><th>Kod</th><th>Üyeler</th><th>Bu ay</th><th></th></tr></thead><tbody>${isMaking || isMade() ? `<tr style="opacity:${isMaking ? 0.5 : 1}"><td>${title}</td><td class="mono">${codeOf(title)}</td><td>1</td><td>${isMaking ? 'Oluşturuluyor…' : '$0.00'}</td><td></td></tr>` : ''}<tr><td>Default project</td><td class="mono">DEF</td><td>1</td><td>$1.84</td><td><button type="button" class="icon" aria-label="Default project seçenekleri">⋯</button></td></tr><tr><td>Mobil uygulama</td><td class="mono">MOB</td><td>3</td><td>$12.07</td><td><button type="button" class="icon" aria-label="Mobil uygulama seçenekleri">⋯</button></td></tr></tbody></table>`,
    'instead',
  )
const codeOf = of =>
  of
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 3)
    .toUpperCase()
list()
const draw = () =>
  put(
    one('#layer'),
    isUp
      ? `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="pt"><div class="head"><h2 id="pt">${step === 1 ? 'Yeni proje' : 'Takımını davet et'}</h2><button type="button" class="icon" id="x" aria-label="Kapat">✕</button></div>${
          step === 1
            ? `<div class="row"><button type="button" aria-label="Simge seç">🧭</button><input m="name" id="ad" placeholder="Proje adı" aria-label="Proje adı" value="${title}" style="flex:1"></div><div class="field"><label for="kod">Kısa kod</label><input id="kod" value="${codeOf(title)}" style="min-width:90px;width:90px"><span class="muted">Addan üretilir, istersen değiştir.</span></div><div class="field"><label for="acik">Açıklama (isteğe bağlı)</label><textarea m="description" id="acik" rows="2"></textarea></div><div class="row" style="justify-content:flex-end"><button m="next-step" type="button" class="primary" id="devam"${title.trim() ? '' : ' disabled'}>Devam</button></div>`
            : `<p><b>${title}</b> projesinde kimler çalışacak? Sonradan da ekleyebilirsin.</p><div class="row"><input type="email" id="eposta" placeholder="ad@ornek.com" aria-label="E-posta"><select aria-label="Rol" style="min-width:0"><option>Üye</option><option>Sahip</option></select></div><div class="row" style="justify-content:flex-end"><button type="button" class="icon" id="geri">Geri</button><button type="button" id="davet" disabled>Davet et ve oluştur</button><button m="submit" type="button" class="primary" id="olustur">Davet etmeden oluştur</button></div>`
        }</div>`
      : '',
    'instead',
  )
on('.new', () => {
  isUp = true
  step = 1
  draw()
})
on('#x', () => {
  isUp = false
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'ad') {
    title = target.value
    one('#kod').value = codeOf(title)
    one('#devam').disabled = !title.trim()
  }
  if (target.id === 'eposta') one('#davet').disabled = !/.@./.test(target.value)
})
on('#devam', () => {
  step = 2
  draw()
})
on('#geri', () => {
  step = 1
  draw()
})
on('#olustur, #davet', () => {
  isUp = false
  isMaking = true
  draw()
  list()
  later(1700, () => {
    isMaking = false
    state.seen.project = title.trim()
    list()
    const toast = put(document.body, `<div class="toast" role="status">“${title}” projesi oluşturuldu</div>`)
    setTimeout(() => toast.remove(), 4000)
  })
})
tell(
  [
    { purpose: 'open-form', when: () => !isUp, done: isMade },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#ad').trim() !== '' },
    { purpose: 'description', value: '', done: () => true },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
