/** The documents themselves: the shell of the console, the frame for the card, the page of scenes. HTML only; no state is changed here. */
import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type PracticeState, scenes } from './state.ts'

export function shell(response: ServerResponse, state: PracticeState, host: string): void {
  if (state.site === 'down') {
    response
      .writeHead(503, { 'content-type': 'text/html; charset=utf-8' })
      .end(plain('503', '<h1>503 Service Unavailable</h1>'))
    return
  }
  if (state.site === 'just-a-moment') {
    const text = `<h1>${host}</h1><p>Verifying you are human. This may take a few seconds.</p>`
    response
      .writeHead(403, { 'content-type': 'text/html; charset=utf-8' })
      .end(plain('Just a moment...', text))
    return
  }
  const nonce = randomUUID()
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy(nonce),
      'referrer-policy': 'no-referrer',
    })
    .end(`<!doctype html>
<html lang="${state.translated ? 'de' : 'en'}"${state.translated ? ' class="translated-ltr"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta property="csp-nonce" nonce="${nonce}">
<title>Practice copy</title>
<link rel="stylesheet" href="/assets/practice.css?seed=${state.classSeed}">
</head>
<body>
<div id="root"></div>
<script type="module" src="/assets/practice.js"></script>
</body>
</html>`)
}

/** As strict as a careful site's: nothing inline, nothing from elsewhere, no HTML from strings. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    'frame-src https://auth.openai.com',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const plain = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<p>Practice copy, not OpenAI. <a href="https://platform.openai.com/practice-scenes">Set the scene</a></p></body></html>`

/**
 * Stands where the payment company's frame stands: another origin, which no content script of the console can see into. It keeps
 * nothing and passes on only which test card was typed.
 */
export function cardFrame(response: ServerResponse, theme: PracticeState['theme']): void {
  const nonce = randomUUID()
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-ancestors https://platform.openai.com`,
    })
    .end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Secure card payment input frame</title>
<style nonce="${nonce}">
  :root { color-scheme: ${theme === 'system' ? 'light dark' : theme}; font: 14px/1.4 system-ui, sans-serif }
  body { margin: 0; background: light-dark(#fffdf8, #1f2423) }
  form { display: grid; grid-template-columns: 1fr 6.5em 4.5em; gap: 6px; padding: 2px }
  input { font: inherit; padding: 8px; border: 1px solid light-dark(#cdbfa6, #4c5856); border-radius: 6px; min-width: 0; background: transparent; color: inherit }
  p { grid-column: 1 / -1; margin: 0; font-size: 12px; color: light-dark(#6b5b43, #b8ad9a) }
  p.refused { color: light-dark(#9d2c12, #ffb4a0) }
</style></head><body>
<form autocomplete="off">
<input id="number" inputmode="numeric" autocomplete="off" spellcheck="false" placeholder="1234 1234 1234 1234" aria-label="Credit or debit card number">
<input id="expiry" autocomplete="off" placeholder="MM / YY" aria-label="Credit or debit card expiration date">
<input id="code" autocomplete="off" placeholder="CVC" aria-label="Credit or debit card CVC/CVV">
<p id="note">Practice copy. Test cards only: 4242 4242 4242 4242 is taken, 4000 0000 0000 0002 is declined.</p>
</form>
<script nonce="${nonce}">
  const number = document.getElementById('number')
  const note = document.getElementById('note')
  const tests = { '4242424242424242': '4242', '4000000000000002': '0002' }
  function tell() {
    const digits = number.value.replace(/\\D/g, '')
    const card = tests[digits] || ''
    const test = Object.keys(tests).some(one => one.startsWith(digits))
    const filled = document.getElementById('expiry').value !== '' && document.getElementById('code').value !== ''
    if (digits.length > 5 && !test) {
      number.value = ''
      note.textContent = 'That is no test card. It was not sent anywhere. Never type a real card here.'
      note.className = 'refused'
    }
    parent.postMessage({ practiceCard: filled ? card : '' }, 'https://platform.openai.com')
  }
  document.addEventListener('input', tell)
</script>
</body></html>`)
}

/** For a person who wants to see how things look when they go wrong. */
export function scenesPage(response: ServerResponse, state: PracticeState): void {
  const nonce = randomUUID()
  const choice = (name: string, about: string) =>
    `<li><button type="button" data-patch='{"scene":"${name}"}'><b>${name.replaceAll('-', ' ')}</b><span>${about}</span></button></li>`
  const look = (label: string, patch: object) =>
    `<button type="button" data-patch='${JSON.stringify(patch)}'>${label}</button>`
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'`,
    })
    .end(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Practice scenes</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 16px/1.5 Georgia, serif; --ink: light-dark(#33291b, #efe7d8); --teal: light-dark(#0d6b66, #7cd6cc) }
  body { margin: 0 auto; padding: 40px 24px; max-width: 860px; background: light-dark(#f7f1e5, #171b1a); color: var(--ink) }
  h1, h2 { font-weight: 600 } h2 { margin-top: 2em }
  ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 12px }
  button { font: inherit; color: inherit; background: light-dark(#fffdf8, #1f2423); border: 1px solid light-dark(#dccfb8, #39433f); border-radius: 12px; padding: 12px 16px; text-align: left; cursor: pointer; width: 100%; height: 100% }
  button:hover, button:focus-visible { border-color: var(--teal); outline: 2px solid var(--teal) }
  b::first-letter { text-transform: uppercase } b { display: block; color: var(--teal) } span { font-size: 14px }
  .row { display: flex; flex-wrap: wrap; gap: 8px } .row button { width: auto; padding: 6px 14px }
  a { color: var(--teal) }
</style></head><body>
<p>Practice copy, not OpenAI</p>
<h1>Set the scene</h1>
<p>Nothing here is real: no money, no mail, no key that opens anything. Choose what the practice console should look like, then go <a href="/home">back to it</a>.</p>
<ul>${Object.entries(scenes)
      .map(([name, { about }]) => choice(name, about))
      .join('')}</ul>
<h2>How old is the page?</h2>
<div class="row">${(['A', 'B', 'C', 'D'] as const).map(era => look(`${{ A: 'Early 2024', B: '2024–25', C: 'Early 2026', D: 'Since August 2026' }[era]}${state.era === era ? ' ✓' : ''}`, { era })).join('')}</div>
<h2>Which kind of dialogs?</h2>
<div class="row">${(['radix', 'aria', 'focus-lock', 'native'] as const).map(modal => look(modal + (state.modal === modal ? ' ✓' : ''), { modal })).join('')}</div>
<h2>Light or dark?</h2>
<div class="row">${(['system', 'light', 'dark'] as const).map(theme => look(theme + (state.theme === theme ? ' ✓' : ''), { theme })).join('')}</div>
<script nonce="${nonce}">
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-patch]')
    if (!button) return
    await fetch('/backend/set', { method: 'POST', headers: { 'content-type': 'application/json' }, body: button.dataset.patch })
    location.href = '/home'
  })
</script>
</body></html>`)
}
