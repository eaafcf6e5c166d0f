// Hindi: bones first, then cards of projects, of which one is opened to get to its keys; a code from the phone goes through by itself with its sixth figure; the first try of making the key says that the server is busy.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'bones'
let isUp = false
let isKnown = false
let tries = 0
let key = null
const projects = [
  ['Default project', '1 कुंजी', '₹0 इस महीने'],
  ['दुकान का चैटबॉट', '4 कुंजियाँ', '₹812 इस महीने'],
  ['अनुवाद ऐप', '2 कुंजियाँ', '₹96 इस महीने'],
  ['पुराने प्रयोग', '0 कुंजियाँ', '₹0 इस महीने'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.bone{background:#e6e9ec;border-radius:8px;height:110px}.grid{display:grid;grid-template-columns:1fr 1fr;gap:14px}</style><div class="app"><nav aria-label="मुख्य"><b>सेतु AI</b><a href="#khel">खेल का मैदान</a><a href="/api-keys" aria-current="page">API कुंजियाँ</a><a href="#kharch">खर्च</a><a href="#dal">टीम</a><a href="#sahayata">सहायता</a></nav><main id="main"></main></div><div id="layer"></div>',
)
const views = {
  bones: () =>
    '<h1>API कुंजियाँ</h1><div class="grid" aria-busy="true"><div class="bone"></div><div class="bone"></div><div class="bone"></div><div class="bone"></div></div>',
  projects: () =>
    `<h1>API कुंजियाँ</h1><p>कुंजियाँ परियोजनाओं में रहती हैं। पहले एक परियोजना चुनें।</p><div class="grid">${projects.map(([name, keys, cost]) => `<a href="#p" class="card open" data-of="${name}"${name === 'Default project' ? ' m="project"' : ''} style="color:inherit;text-decoration:none;margin:0"><b>${name}</b><div class="muted">${keys} · ${cost}</div><div style="color:#1257d6;margin-top:14px">कुंजियाँ देखें →</div></a>`).join('')}</div>`,
  keys: () =>
    `<p class="muted"><a href="#back" id="back">सभी परियोजनाएँ</a> / Default project</p><div class="head"><h1>Default project की कुंजियाँ</h1><button m="open-form" type="button" class="primary" id="new">नई कुंजी बनाएँ</button></div><table><thead><tr><th>नाम</th><th>कुंजी</th><th>बनी</th><th></th></tr></thead><tbody>${key ? `<tr><td>${state.seen.name}</td><td class="mono">sk-…${key.slice(-4)}</td><td>अभी</td><td>⋮</td></tr>` : ''}<tr><td>pariksha</td><td class="mono">sk-…Wq8d</td><td>2 अक्टूबर 2026</td><td><button type="button" class="icon" aria-label="pariksha के विकल्प">⋮</button></td></tr></tbody></table>`,
}
const go = to => {
  part = to
  put(one('#main'), views[to](), 'instead')
}
go('bones')
later(1500, () => go('projects'))
on('.open', ({ dataset }, event) => {
  event.preventDefault()
  if (dataset.of !== 'Default project') return
  later(600, () => go('keys'))
})
on('#back', (_, event) => {
  event.preventDefault()
  go('projects')
})
const dialog = inner =>
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="dt">${inner}</div>`,
    'instead',
  )
const close = () => {
  isUp = false
  one('#layer').replaceChildren()
}
const form = () =>
  dialog(
    '<h2 id="dt">नई कुंजी बनाएँ</h2><div class="field"><label for="nm">नाम</label><input m="name" id="nm" placeholder="जैसे: mera-laptop"></div><div class="field"><label for="ad">अनुमतियाँ</label><select m="permissions" id="ad"><option>सभी</option><option>सीमित</option><option>केवल पढ़ना</option></select></div><p id="bad" style="color:#b3261e;min-height:20px;margin:0"></p><div class="row" style="justify-content:flex-end"><button type="button" class="no">रद्द करें</button><button m="submit" type="button" class="primary" id="go">कुंजी बनाएँ</button></div>',
  )
on('#new', () => {
  isUp = true
  if (isKnown) form()
  else
    dialog(
      '<h2 id="dt">फ़ोन नंबर की पुष्टि करें</h2><p>हमने आपके नंबर +91 ••••• ••417 पर छह अंकों का कोड भेजा है। नई कुंजी बनाने से पहले इसे यहाँ लिखें।</p><div class="field"><label for="kod">कोड</label><input m="code" id="kod" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></div><p class="muted" id="hal">कोड नहीं मिला? 42 सेकंड बाद फिर भेजें</p><button type="button" class="no">बाद में</button>',
    )
})
on('.no', close)
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'kod' || !/^\d{6}$/.test(target.value)) return
  target.disabled = true
  one('#hal').textContent = 'जाँच हो रही है…'
  later(1000, () => {
    isKnown = true
    form()
  })
})
on('#go', button => {
  const name = typedIn('#nm').trim()
  one('#bad').textContent = name ? '' : 'कुंजी को एक नाम दें।'
  if (!name) return
  button.disabled = true
  button.textContent = 'बन रही है…'
  tries++
  later(1500, () => {
    if (tries === 1) {
      button.disabled = false
      button.textContent = 'कुंजी बनाएँ'
      one('#bad').textContent = 'सर्वर अभी व्यस्त है, कुंजी नहीं बनी। कृपया दोबारा कोशिश करें।'
      return
    }
    key = newKey()
    state.seen.name = name
    go('keys')
    dialog(
      `<h2 id="dt">अपनी कुंजी सहेजें</h2><p>यह कुंजी दोबारा नहीं दिखाई जाएगी। इसे किसी सुरक्षित जगह रखें।</p><div class="row"><input readonly id="key" aria-label="API कुंजी" class="mono" value="${key}" style="flex:1"><button m="copy" type="button" id="copy">कॉपी करें</button></div><button m="done" type="button" class="primary" id="end">हो गया</button>`,
    )
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'कॉपी हो गई'
})
on('#end', () => {
  state.seen.closed = true
  close()
})
tell(
  [
    { purpose: 'project', when: () => part === 'projects', done: () => false },
    { purpose: 'code', value: '739105', done: () => false },
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm').trim() !== '' },
    { purpose: 'permissions', value: 'सभी', done: () => typedIn('#ad') === 'सभी' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
