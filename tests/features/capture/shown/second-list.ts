import type { Shown } from './first-list.ts'

/** More of them, written before a look at how Keyway finds a key, and kept aside until the work on the first list was done. */

const groups = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []
const script = (code: string): string => `<script>(() => {${code}})()</script>`
const sheet = (inside: string): string =>
  `<aside style="position:fixed;top:0;right:0;bottom:0;width:460px;background:#fafafa;border-left:1px solid #999;padding:20px"><h2>New secret key</h2>${inside}<button>I have saved it</button></aside>`
const box = (inside: string): string =>
  `<div style="border:1px solid #ccc;padding:12px;margin:10px 0">${inside}</div>`

export const secondList: readonly Shown[] = [
  {
    name: 'button whose words are the key',
    expect: 'key',
    html: s =>
      box(
        `<button type="button" style="max-width:500px;word-break:break-all">${s.project}</button><small>Click to copy</small>`,
      ),
  },
  {
    name: 'link whose words are the key',
    expect: 'key',
    html: s => box(`<a href="#copy" style="word-break:break-all">${s.project}</a>`),
  },
  {
    name: 'chosen option of a select',
    expect: 'key or paste',
    html: s => box(`<select><option selected>${s.project}</option></select>`),
  },
  {
    name: '.env with several variables',
    expect: 'key',
    html: s =>
      box(
        `<textarea readonly rows="5" cols="60">OPENAI_ORG_ID=org-Q1w2E3r4T5y6U7i8O9p0AsDf\nOPENAI_PROJECT_ID=proj_wQ2b8ZxkTn5RrYp0Lm4v\nOPENAI_API_KEY=${s.project}\nDEBUG=1</textarea>`,
      ),
  },
  {
    name: 'YAML',
    expect: 'key',
    html: s => box(`<pre>provider: openai\napi_key: ${s.project}\nmodel: gpt-5</pre>`),
  },
  {
    name: 'PowerShell',
    expect: 'key',
    html: s => box(`<pre>$env:OPENAI_API_KEY="${s.project}"; node app.js</pre>`),
  },
  {
    name: 'docker run',
    expect: 'key',
    html: s => box(`<code>docker run -e OPENAI_API_KEY=${s.project} my/app</code>`),
  },
  {
    name: 'row inserted under the new row',
    expect: 'key',
    html: s =>
      `<table><tr><td>staging</td><td>sk-…${s.project.slice(-4)}</td></tr><tr><td colspan="2"><p>Copy it now</p><span style="display:block;width:400px;overflow-wrap:anywhere">${s.project}</span></td></tr></table>`,
  },
  {
    name: 'sheet that slides in',
    expect: 'key',
    html: s =>
      `<style>@keyframes in{from{transform:translateX(100%)}to{transform:none}}</style><div style="position:fixed;right:0;top:0;width:400px;height:100%;background:#fff;animation:in .6s"><h3>Secret</h3><p style="word-break:break-all">${s.project}</p></div>`,
  },
  {
    name: 'shadow root in a shadow root, field',
    expect: 'key',
    html: s =>
      `<x-outer></x-outer>${script(`const o=document.querySelector('x-outer').attachShadow({mode:'open'});o.innerHTML='<x-inner></x-inner>';o.querySelector('x-inner').attachShadow({mode:'open'}).innerHTML='<label>Key<input readonly value="'+${JSON.stringify(s.project)}+'"></label>'`)}`,
  },
  {
    name: 'slotted into a closed shadow root',
    expect: 'key',
    html: s =>
      `<x-card><span style="word-break:break-all">${s.project}</span></x-card>${script(`document.querySelector('x-card').attachShadow({mode:'closed'}).innerHTML='<div style="border:1px solid"><h4>New key</h4><slot></slot></div>'`)}`,
  },
  {
    name: 'summary of a closed details',
    expect: 'key',
    html: s =>
      `<details><summary style="word-break:break-all">${s.project}</summary><p>How to use it</p></details>`,
  },
  {
    name: 'figure caption',
    expect: 'key',
    html: s =>
      `<figure><div style="height:40px;background:linear-gradient(90deg,#9cf,#fc9)"></div><figcaption style="word-break:break-all">${s.project}</figcaption></figure>`,
  },
  {
    name: 'the key in four short fields',
    expect: 'key or paste',
    html: s =>
      sheet(
        `${groups(s.project, 41)
          .map(g => `<input readonly size="41" value="${g}">`)
          .join('')}<button>Copy all</button>`,
      ),
  },
  {
    name: 'visible child of a hidden parent',
    expect: 'key',
    html: s =>
      box(
        `<div style="visibility:hidden">nothing <span style="visibility:visible;word-break:break-all">${s.project}</span></div>`,
      ),
  },
  {
    name: 'fades in',
    expect: 'key',
    html: s =>
      `<style>@keyframes fade{from{opacity:0}to{opacity:1}}</style><p style="animation:fade 1.2s;word-break:break-all">${s.project}</p>`,
  },
  {
    name: 'small by scale',
    expect: 'key',
    html: s => box(`<div style="transform:scale(.7);transform-origin:0 0"><code>${s.project}</code></div>`),
  },
  {
    name: 'written from top to bottom',
    expect: 'key',
    html: s =>
      `<div style="writing-mode:vertical-rl;height:300px;font:11px monospace;overflow-wrap:anywhere">${s.project}</div>`,
  },
  {
    name: 'halves in the DOM in the wrong order, put right by flex',
    expect: 'key or paste',
    html: s =>
      sheet(
        `<div style="display:flex;flex-direction:row-reverse;justify-content:flex-end;font:11px monospace"><span>${s.old.slice(26)}</span><span>${s.old.slice(0, 26)}</span></div><button>Copy</button>`,
      ),
    secret: 'old',
  },
  {
    name: 'letters between that nobody sees',
    expect: 'key or paste',
    html: s =>
      sheet(
        `<p style="word-break:break-all">${groups(s.project, 20).join('<i style="display:none">QX</i>')}</p><button>Copy</button>`,
      ),
  },
  {
    name: 'disc letters by CSS until a box is ticked',
    expect: 'key',
    html: s =>
      sheet(
        `<p id="ds" style="-webkit-text-security:disc;word-break:break-all">${s.project}</p><label><input type="checkbox" id="dc"> Show</label>${script(`document.getElementById('dc').onchange=e=>{document.getElementById('ds').style.webkitTextSecurity=e.target.checked?'none':'disc'}`)}`,
      ),
    reveals: { do: 'press', on: '#dc' },
  },
  {
    name: 'foreignObject in SVG',
    expect: 'key or paste',
    html: s =>
      box(
        `<svg width="500" height="80"><foreignObject width="500" height="80"><div xmlns="http://www.w3.org/1999/xhtml" style="word-break:break-all">${s.project}</div></foreignObject></svg>`,
      ),
  },
  {
    name: 'picture from an SVG in base64',
    expect: 'paste',
    html: s =>
      sheet(
        `<img alt="Your secret key" width="420" height="40" src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="30"><text y="20" font-size="11">${s.project}</text></svg>`).toString('base64')}"><button>Copy key</button>`,
      ),
  },
  {
    name: 'labelled paragraph with a full stop after it',
    expect: 'key',
    html: s => `<p>Success! Your API key is ${s.project}.</p>`,
  },
  {
    name: 'in brackets and curly quotes',
    expect: 'key',
    html: s => `<p>We made a key (“${s.project}”), valid until 2027.</p>`,
  },
  {
    name: 'right after a colon without a space',
    expect: 'key',
    html: s => `<p>Key:${s.old}</p>`,
    secret: 'old',
  },
  {
    name: 'in columns of CSS',
    expect: 'key',
    html: s => `<div style="columns:2;width:500px;word-break:break-all">${s.admin}</div>`,
    secret: 'admin',
  },
  {
    name: 'a field set disabled',
    expect: 'key',
    html: s => `<fieldset disabled><legend>Key</legend><input value="${s.service}"></fieldset>`,
    secret: 'service',
  },
  {
    name: 'under a heading that says new, the old key under one that says old',
    expect: 'ask or key',
    html: s =>
      `<h3>New key</h3><p style="word-break:break-all">${s.project}</p><h3>Old key</h3><p style="word-break:break-all">${s.another}</p>`,
  },
  {
    name: 'replaced by itself every half second',
    expect: 'key',
    html: s =>
      `<div id="rr"></div>${script(`const v=${JSON.stringify(s.project)};const r=()=>{document.getElementById('rr').innerHTML='<code>'+v+'</code>'};r();setInterval(r,500)`)}`,
  },

  {
    name: 'key of Anthropic',
    expect: 'none',
    html: () =>
      `<p>Also works with <code>${'sk-'}ant-api03-Zk3v9QwLxT7bN1mRcY8uHs2PdFgJ4aKe6Vo0XiWtBnMqCzErDyUlSpGhAj5O-Tf7Rk2Lw9XvB3nQm1Yc8Zd-AA</code></p>`,
  },
  {
    name: 'key of OpenRouter',
    expect: 'none',
    html: () =>
      `<p><code>${'sk-'}or-v1-3f786850e387550fdab836ed7e6dc881de23001b89e6cdfae7cab4c5e99f33dd</code></p>`,
  },
  {
    name: 'whole keys in a log of yesterday, revoked',
    expect: 'none',
    html: s => `<h3>Revoked keys</h3><ul><li style="text-decoration:line-through">${s.another}</li></ul>`,
  },
  {
    name: 'key cut by the page, three dots by CSS content',
    expect: 'none',
    html: s => `<style>.cut::after{content:"…"}</style><code class="cut">${s.project.slice(0, 48)}</code>`,
  },
  {
    name: 'field for a search with a made-up key',
    expect: 'none',
    html: () =>
      `<input type="search" placeholder="Search, e.g. sk-proj-abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz">`,
  },
  {
    name: 'documentation in italics: sk-proj-abc123…',
    expect: 'none',
    html: () => `<p>A key looks like <em>sk-proj-abc123abc123abc123abc123abc123abc123abc123abc123</em>.</p>`,
  },
  {
    name: 'webhook secret',
    expect: 'none',
    html: () => `<p>Signing secret <code>whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw4Xb9kQeR</code></p>`,
  },
  {
    name: 'the key covered by the message that it expired',
    expect: 'none',
    html: s =>
      `<div style="position:relative;width:500px"><p style="word-break:break-all">${s.another}</p><div style="position:absolute;inset:0;background:#fff">This key has expired.</div></div>`,
  },
]
