// A company that runs models: no dialog, one line to type into above the table, a code by mail before the token is made, and the whole token in its row. The field is drawn anew once it has the focus.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isAsked = false
let isDrawnAnew = false
let name = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="padding:0 32px;border-bottom:1px solid #ddd"><b>⌁ runnable</b><input type="search" aria-label="Search models" placeholder="Search 90,000 models…"><a href="#explore">Explore</a><a href="#enterprise">Enterprise</a></header><div class="app"><nav><a href="#profile">Profile</a><a href="#billing">Billing</a><a href="/api-keys" aria-current="page">API tokens</a><a href="#hooks">Webhook</a><a href="#gh">GitHub</a></nav><main><h1>API tokens</h1><p>Tokens authenticate you when you use the API from your own code.</p><div class="row" id="line"></div><div id="mail"></div><table><thead><tr><th>Name</th><th>Token</th><th>Created</th><th></th></tr></thead><tbody id="rows"></tbody></table></main></div><div class="toast" id="news" style="inset-inline:auto 20px">Changelog: runs now stream logs. <a href="#log" style="color:inherit">See what’s new</a> <button type="button" id="hush" aria-label="Dismiss">✕</button></div>',
)
const drawLine = () =>
  put(
    one('#line'),
    `<input m="name" id="tn" aria-label="Token name" placeholder="Enter a token name" value="${name}"${isAsked ? ' disabled' : ''}><button m="submit" type="button" class="primary" id="make"${isAsked ? ' disabled' : ''}>Create token</button>`,
    'instead',
  )
const drawRows = () =>
  put(
    one('#rows'),
    `${key ? `<tr><td>${state.seen.name}</td><td><span id="key" class="mono">${key}</span><button m="copy" type="button" class="icon" id="copy" aria-label="Copy token">⧉</button><p class="muted">Visible until you leave this page</p></td><td>Just now</td><td><button type="button" class="icon">Disable</button></td></tr>` : ''}<tr><td>Default</td><td class="mono">r8_JN1••••••••••••</td><td>Aug 2, 2026</td><td><button type="button" class="icon">Disable</button></td></tr>`,
    'instead',
  )
drawLine()
drawRows()
document.addEventListener('input', ({ target }) => {
  if (target.id === 'tn') name = target.value
})
document.addEventListener('focusin', ({ target }) => {
  if (target.id !== 'tn' || isDrawnAnew) return
  isDrawnAnew = true
  setTimeout(() => {
    if (isAsked) return
    const hadFocus = document.activeElement?.id === 'tn'
    drawLine()
    if (!hadFocus) return
    one('#tn').focus()
    one('#tn').setSelectionRange(name.length, name.length)
  }, 80)
})
on('#hush', () => one('#news').remove())
on('#make', () => {
  if (!name.trim()) return
  isAsked = true
  drawLine()
  later(700, () =>
    put(
      one('#mail'),
      '<section class="card" aria-labelledby="ct"><h3 id="ct">Confirm it’s you</h3><p>We sent a six-digit code to the email address of your account. It is good for ten minutes.</p><div class="row"><input m="code" id="code" aria-label="Verification code" inputmode="numeric" maxlength="6" autocomplete="one-time-code" placeholder="123456"><button m="code-check" type="button" class="primary" id="verify">Verify</button><button type="button" class="icon" id="again">Resend code</button></div><p id="bad" role="alert"></p></section>',
      'instead',
    ),
  )
})
on('#again', button => (button.textContent = 'Sent again'))
on('#verify', button => {
  if (!/^\d{6}$/.test(typedIn('#code'))) {
    one('#bad').textContent = 'Enter all six digits.'
    return
  }
  button.disabled = true
  later(900, () => {
    state.seen.name = name
    key = newKey()
    isAsked = false
    name = ''
    one('#mail').replaceChildren()
    drawLine()
    drawRows()
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = '✓'
  state.seen.copied = true
})
const isBefore = () => key === null && !isAsked
tell(
  [
    { purpose: 'name', value: 'Learning-MyLaptop-v1', when: isBefore, done: () => typedIn('#tn') !== '' },
    { purpose: 'submit', when: isBefore, done: () => false },
    { purpose: 'code', value: '482915', done: () => /^\d{6}$/.test(typedIn('#code')) },
    { purpose: 'code-check', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
