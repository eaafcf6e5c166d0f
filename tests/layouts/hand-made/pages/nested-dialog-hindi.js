// Hindi; a dialog that opens another one for what the key may do, and goes on when that is applied; the key in a block of code with its own button.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isOpened = false
let isInner = false
let picked = ''
let applied = ''
const choices = [
  ['all', 'सभी अनुमतियाँ', 'इस प्रोजेक्ट में सब कुछ पढ़ना और लिखना'],
  ['read', 'केवल पढ़ना', 'कुछ भी बदला नहीं जा सकता'],
  ['some', 'सीमित', 'हर संसाधन के लिए अलग से चुनें'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>वाणी कंसोल</b><a href="#home">मुख्य पृष्ठ</a><a href="/api-keys" aria-current="page">API कुंजियाँ</a><a href="#usage">उपयोग</a><a href="#bill">बिलिंग</a></nav><main><div class="head"><h1>API कुंजियाँ</h1><span id="top"></span></div><div id="list" class="card">अभी कोई कुंजी नहीं है। शुरू करने के लिए एक कुंजी बनाएँ।</div></main></div><div role="region" aria-label="कुकी" style="position:fixed;bottom:0;inset-inline:0;background:#eef1f4;padding:10px 32px" id="cookie">हम कुकी का उपयोग करते हैं। <button type="button" class="biscuit">स्वीकार करें</button> <button type="button" class="biscuit">अस्वीकार करें</button></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">नई कुंजी बनाएँ</button>')
on('.biscuit', () => one('#cookie').remove())
const shutInner = () => {
  one('#inner')?.remove()
  isInner = false
}
const shut = () => {
  shutInner()
  one('#outer')?.remove()
  isOpened = false
}
const drawAccess = () =>
  put(
    one('#access'),
    `<span>${choices.find(([id]) => id === applied)?.[1] ?? 'अभी कुछ नहीं चुना गया'}</span><button m="permissions" type="button" id="choose">${applied ? 'बदलें' : 'अनुमतियाँ चुनें'}</button>`,
    'instead',
  )
const check = () => {
  const go = one('#go')
  if (go) go.disabled = !(typedIn('#nm').trim() && applied)
}
on('#add', () => {
  applied = ''
  isOpened = true
  put(
    document.body,
    '<div id="outer"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="ot"><h2 id="ot">नई कुंजी बनाएँ</h2><div class="field"><label for="nm">कुंजी का नाम</label><input m="name" id="nm" placeholder="जैसे: मेरा ऐप"></div><div>अनुमतियाँ</div><div class="row" id="access"></div><div class="row" style="justify-content:flex-end"><button type="button" id="no">रद्द करें</button><button m="submit" type="button" class="primary" id="go" disabled>कुंजी बनाएँ</button></div></div></div>',
  )
  drawAccess()
})
on('#no', shut)
document.addEventListener('input', check)
on('#choose', () => {
  picked = applied
  isInner = true
  put(
    document.body,
    `<div id="inner"><div class="veil" style="z-index:70"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="it" style="z-index:75;top:130px;width:440px"><h3 id="it">यह कुंजी क्या कर सकती है?</h3>${choices
      .map(
        ([id, text, about]) =>
          `<label${id === 'all' ? ' m="permissions-option"' : ''} class="row"><input type="radio" name="may" value="${id}"${id === picked ? ' checked' : ''}> <span>${text}<br><span class="muted">${about}</span></span></label>`,
      )
      .join(
        '',
      )}<div class="row" style="justify-content:flex-end"><button type="button" id="back">वापस</button><button m="next-step" type="button" class="primary" id="apply"${picked ? '' : ' disabled'}>लागू करें</button></div></div></div>`,
  )
})
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'may') return
  picked = target.value
  one('#apply').disabled = false
})
on('#back', shutInner)
on('#apply', () => {
  applied = picked
  shutInner()
  drawAccess()
  check()
})
on('#go', button => {
  const name = typedIn('#nm').trim()
  button.disabled = true
  later(1100, () => {
    key = newKey()
    shut()
    isOpened = true
    put(
      document.body,
      `<div id="outer"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="kt"><h2 id="kt">अपनी कुंजी सहेजें</h2><p>सुरक्षा के कारण यह कुंजी दोबारा नहीं दिखाई जाएगी। इसे अभी किसी सुरक्षित जगह रखें।</p><pre class="card" style="white-space:pre-wrap"><code id="key" class="mono">${key}</code></pre><div class="row"><button m="copy" type="button" id="copy">कॉपी करें</button><button m="done" type="button" class="primary" id="end">हो गया</button></div></div></div>`,
    )
    put(one('#list'), `<b>${name}</b> · <span class="mono">sk-…${key.slice(-4)}</span>`, 'instead')
  })
})
on('#copy', () => {
  navigator.clipboard?.writeText(key).catch(() => {})
  state.seen.copied = true
  put(document.body, '<div class="toast" id="toast" role="status">कुंजी कॉपी हो गई</div>')
  setTimeout(() => one('#toast')?.remove(), 2500)
})
on('#end', () => {
  state.seen.closed = true
  shut()
})
const isOuter = () => !isInner
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isOpened },
    { purpose: 'permissions-option', done: () => picked === 'all' },
    { purpose: 'next-step', done: () => false },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: isOuter,
      done: () => typedIn('#nm').trim() !== '',
    },
    { purpose: 'permissions', when: isOuter, done: () => applied === 'all' },
    { purpose: 'submit', when: isOuter, done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
