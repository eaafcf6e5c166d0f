// As a host for developers has its quick start: steps with snippets and keys that are examples, the form in the midst of them, and the token in a line of a terminal.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
const term =
  'background:#0d1117;color:#d6deeb;padding:14px;border-radius:8px;font-family:monospace;overflow-wrap:anywhere'
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>button:disabled{opacity:.45}</style><div class="app"><nav><b>orbital</b><a href="#s">Machines</a><a href="#s">Volumes</a><a href="/api-keys" aria-current="page">Tokens</a><a href="#s">Metrics</a><a href="#s">Invoices</a></nav><main>
<h1>Get connected</h1><p>Three steps and your program talks to the models.</p>
<section><h2>1 · Install the CLI</h2><div style="${term}" class="row"><span style="flex:1">$ curl -L https://orbital.example/install.sh | sh</span><button type="button" class="icon" style="color:#fff" aria-label="Copy command" id="copy-cli">⧉</button></div></section>
<section><h2>2 · Mint a token</h2><p>A token lets a program act as you. Anyone who holds it can spend your credit.</p><div id="mint"></div></section>
<section><h2>3 · Say hello</h2><div class="row" role="tablist"><button type="button" role="tab" aria-selected="true">cURL</button><button type="button" role="tab" aria-selected="false">Python</button><button type="button" role="tab" aria-selected="false">Node</button></div>
<div style="${term}">$ curl https://api.orbital.example/v1/responses \\<br>&nbsp;&nbsp;-H "Authorization: Bearer sk-your-token-here" \\<br>&nbsp;&nbsp;-d '{"model":"small","input":"hi"}'</div></section>
<section class="card"><b>Product news</b><div class="row"><input type="email" placeholder="you@company.com" aria-label="E-mail"><button type="button" id="news">Join</button></div></section>
</main></div>`,
)
put(
  one('#mint'),
  `<div class="row"><label for="what">What is it for?</label><input m="name" id="what" placeholder="e.g. laptop, ci, cron"><button m="submit" type="button" class="primary" id="go" disabled>Mint token</button></div><div id="out"></div>`,
)
document.addEventListener('input', ({ target }) => {
  if (target.id === 'what') one('#go').disabled = target.value.trim().length < 3
})
on('#copy-cli', () => navigator.clipboard?.writeText('curl -L https://orbital.example/install.sh | sh'))
on('#go', button => {
  button.disabled = true
  put(
    one('#out'),
    `<div style="${term}">$ orbital tokens create --name "${typedIn('#what')}"<br><span>⠋ minting</span></div>`,
    'instead',
  )
  later(1600, () => {
    key = newKey()
    put(
      one('#out'),
      `<div style="${term}"><div>$ orbital tokens create --name "Learning-MyLaptop-v1"</div><div style="color:#7fdb8f">✓ minted tok_81fa, never expires</div><div id="line"><span style="color:#c792ea">export</span> ORBITAL_TOKEN=<span style="color:#ecc48d">"${key}"</span></div><div>$ <span style="background:#d6deeb">&nbsp;</span></div></div>
<div class="row"><button m="copy" type="button" id="copy">Copy line</button><span class="muted">This terminal forgets it as soon as you go to another page.</span></div>`,
      'instead',
    )
  })
})
let isCopied = false
on('#copy', () => {
  isCopied = true
  navigator.clipboard?.writeText(`export ORBITAL_TOKEN="${key}"`)
})
tell(
  [
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: () => key === null,
      done: () => typedIn('#what') !== '',
    },
    { purpose: 'submit', when: () => key === null, done: () => false },
    { purpose: 'copy', done: () => isCopied },
  ],
  { reached: () => key !== null, key: () => one('#line') },
)
