/**
 * Ways to show a key, put together by chance: how it is written, what it stands in, when it comes into sight. Each way of writing comes
 * once before any comes twice. The judge is plain: the right key is taken, or the person is asked, or told to paste; another key, or what is
 * none, never is.
 */
import { dice } from '../../../attacks/sight-scenes.ts'
import type { Secrets, Shown } from './first-list.ts'

type Way = {
  html: (key: string, secrets: Secrets) => string
  expect: Shown['expect']
  reveals?: Shown['reveals']
  secret?: keyof Secrets
  /** It stands in no other container than the page itself, or comes at once: the way is about that. */
  isAlone?: true
}

const pieces = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []
const script = (code: string): string => `<script>(() => {${code}})()</script>`
const wrap = (style: string) => (key: string) => `<div style="word-break:break-all;${style}">${key}</div>`
const inTag = (tag: string) => (key: string) => `<${tag} style="word-break:break-all">${key}</${tag}>`
const own = (html: Way['html'], expect: Shown['expect'] = 'key'): Way => ({ html, expect })
const snippet = (code: (key: string) => string) => (key: string) =>
  `<p>Your key is ready. Use it like this:</p><pre style="white-space:pre-wrap;word-break:break-all">${code(key)}</pre>`
const inFrame = (more: string) => (key: string) =>
  `<iframe title="Key" style="width:640px;height:130px" ${more} srcdoc="&lt;h3&gt;Your new key&lt;/h3&gt;&lt;p style='word-break:break-all'&gt;${key}&lt;/p&gt;"></iframe>`
const written = (tag: string, text: string) => (key: string) => `<${tag}>${text.replace('KEY', key)}</${tag}>`

/** How it is written. */
export const writings: Record<string, Way> = {
  'SVG text': own(
    key =>
      `<svg width="1200" height="30" style="font:11px monospace"><text x="4" y="20">${key}</text></svg><button>Copy</button>`,
    'key or paste',
  ),
  'SVG text in tspans': own(
    key =>
      `<svg width="640" height="60" style="font:11px monospace"><text>${pieces(key, 60)
        .map((part, at) => `<tspan x="4" y="${18 + at * 16}">${part}</tspan>`)
        .join('')}</text></svg><button>Copy</button>`,
    'key or paste',
  ),
  'text area, a note before it and one after': own(
    key =>
      `<textarea readonly rows="6" cols="60"># Keep this secret\n# Created today\n${key}\n# End</textarea>`,
  ),
  'text area, broken into lines by the page': own(
    key =>
      `<textarea readonly rows="6" cols="70">${pieces(key, 64).join('\n')}</textarea><button>Copy</button>`,
    'key or paste',
  ),
  'editable, with lines around it': own(
    key =>
      `<div contenteditable="true" style="width:520px;word-break:break-all"><div># secrets</div><div>${key}</div><div># end</div></div>`,
  ),
  'editable, the key cut into lines': own(
    key =>
      `<div contenteditable="true" style="font:12px monospace">${pieces(key, 60)
        .map(part => `<div>${part}</div>`)
        .join('')}</div>`,
  ),
  'letters with a stroke': own(wrap('-webkit-text-stroke:0.4px #555')),
  'letters filled by a colour of their own': own(wrap('color:#fff;-webkit-text-fill-color:#123')),
  'letters of a gradient': own(
    wrap('background:linear-gradient(90deg,#06c,#c06);-webkit-background-clip:text;color:transparent'),
    'key or paste',
  ),
  'letters of nothing but a stroke': own(
    wrap('-webkit-text-fill-color:transparent;-webkit-text-stroke:0.6px #111;font-size:16px'),
    'key or paste',
  ),
  'small capitals': own(wrap('font-variant:small-caps'), 'key or paste'),
  'a big first letter': own(
    key =>
      `<style>.big::first-letter{font-size:2em}</style><p class="big" style="word-break:break-all">${key}</p>`,
  ),
  'a shadow on the letters': own(wrap('text-shadow:1px 1px 2px #0006')),
  'letters far apart': own(wrap('letter-spacing:3px;font-size:12px')),
  'half transparent': own(wrap('opacity:.6')),
  'on a gradient': own(wrap('background:linear-gradient(#eef,#dde);padding:8px;color:#111')),
  'light on dark': own(wrap('background:#111;color:#eee;padding:8px')),
  'on striped ground': own(
    wrap('background:repeating-linear-gradient(45deg,#fff 0 6px,#f6f6f6 6px 12px);padding:8px'),
  ),
  'curl with the new key': own(
    snippet(
      key =>
        `curl https://api.openai.com/v1/responses \\\n  -H "Authorization: Bearer ${key}" \\\n  -d '{"model":"gpt-5"}'`,
    ),
    'ask or key',
  ),
  'Python with the new key': own(
    snippet(key => `from openai import OpenAI\nclient = OpenAI(api_key="${key}")`),
    'ask or key',
  ),
  'JavaScript with the new key': own(
    snippet(key => `import OpenAI from "openai"\nconst client = new OpenAI({ apiKey: "${key}" })`),
    'ask or key',
  ),
  'curl, coloured word by word': own(
    key =>
      `<pre style="white-space:pre-wrap;word-break:break-all"><span>curl</span> <span>-H</span> <span style="color:#070">"Authorization: Bearer </span><span style="color:#a00">${key}</span><span style="color:#070">"</span></pre>`,
    'ask or key',
  ),
  'curl with line numbers': own(
    key =>
      `<div style="font:12px monospace">${[
        'curl https://api.openai.com/v1/models \\',
        `  -H "Authorization: Bearer ${key}"`,
      ]
        .map(
          (line, at) =>
            `<div style="display:flex"><span style="width:24px;color:#888">${at + 1}</span><code style="word-break:break-all">${line}</code></div>`,
        )
        .join('')}</div>`,
    'ask or key',
  ),
  'a program with an example, the key in a field': own(
    (key, { another }) =>
      `<label>Your key <input readonly size="60" value="${key}"></label><p>Example</p><pre style="white-space:pre-wrap;word-break:break-all">curl -H "Authorization: Bearer ${another}"</pre>`,
  ),
  'a program with an example and no key': own(
    (_, { another }) =>
      `<p>Your key was sent by e-mail.</p><p>Example request</p><pre style="white-space:pre-wrap;word-break:break-all">curl -H "Authorization: Bearer ${another}"</pre>`,
    'ask or none',
  ),
  'a chosen option': own(
    key => `<select><option selected>${key}</option></select><button>Copy</button>`,
    'key or paste',
  ),
  'an open list with one option': own(
    key => `<select size="2"><option selected>${key}</option></select><button>Copy</button>`,
    'key or paste',
  ),
  'a password with an eye': {
    html: key =>
      `<label>Secret key <input id="pw" type="password" readonly size="50" value="${key}"></label><button id="eye" aria-label="Show key">👁</button>${script(`document.getElementById('eye').onclick=()=>{document.getElementById('pw').type='text'}`)}`,
    expect: 'key',
    reveals: { do: 'press', on: '#eye' },
    isAlone: true,
  },
  'dots with “Reveal”': {
    html: key =>
      `<code id="dots">sk-proj-••••••••••••••••</code> <button id="eye">Reveal</button>${script(`const v=${JSON.stringify(key)};document.getElementById('eye').onclick=e=>{const d=document.getElementById('dots');d.style.wordBreak='break-all';d.textContent=v;e.target.textContent='Hide'}`)}`,
    expect: 'key',
    reveals: { do: 'press', on: '#eye' },
    isAlone: true,
  },
  'a closed detail': {
    html: key =>
      `<details><summary id="sum">Show secret key</summary><p style="word-break:break-all">${key}</p></details>`,
    expect: 'key',
    reveals: { do: 'press', on: '#sum' },
    isAlone: true,
  },
  'CSS content from an attribute': own(
    key =>
      `<style>.att::after{content:attr(data-k);word-break:break-all}</style><p class="att" data-k="${key}"></p><button>Copy</button>`,
    'key or paste',
  ),
  'a canvas': own(
    key =>
      `<canvas id="cv" width="1100" height="30"></canvas>${script(`const c=document.getElementById('cv').getContext('2d');c.font='11px monospace';c.fillText(${JSON.stringify(key)},4,20)`)}<button>Copy</button>`,
    'paste',
  ),
  'split over three fields': own(
    key =>
      `${pieces(key, 56)
        .map(part => `<input readonly size="64" style="font:11px monospace" value="${part}">`)
        .join('')}<button>Copy</button>`,
  ),
  'console: split over fields of which one is covered': own(
    key =>
      `<div style="position:relative;width:600px">${pieces(key, 56)
        .map(
          part =>
            `<input readonly size="64" style="display:block;font:11px monospace;height:24px" value="${part}">`,
        )
        .join(
          '',
        )}<div style="position:absolute;left:0;top:24px;width:560px;height:30px;background:#fff">Another text</div></div>`,
    'paste',
  ),
  'console: split over fields in another order than they are seen': own(
    key =>
      `<div style="display:flex;flex-direction:column-reverse;width:600px">${pieces(key, 56)
        .map(part => `<input readonly size="64" style="font:11px monospace" value="${part}">`)
        .join('')}</div>`,
    'paste',
  ),
  'console: split over fields, one masked': own(
    key =>
      `<div>${pieces(key, 56)
        .map(
          (part, at) => `<input readonly type="${at === 1 ? 'password' : 'text'}" size="64" value="${part}">`,
        )
        .join('')}</div>`,
    'paste',
  ),
  'split into paragraphs': own(
    key =>
      `<div style="font:12px monospace">${pieces(key, 56)
        .map(part => `<p style="margin:0">${part}</p>`)
        .join('')}</div>`,
    'key or paste',
  ),
  'lines by br': own(key => `<code>${pieces(key, 50).join('<br>')}</code>`),
  'cells of a table': own(
    key =>
      `<table style="font:12px monospace"><tr>${pieces(key, 42)
        .map(part => `<td style="padding:0">${part}</td>`)
        .join('')}</tr></table><button>Copy</button>`,
    'key or paste',
  ),
  'soft hyphens': own(key => `<p style="width:320px;hyphens:manual">${pieces(key, 8).join('&shy;')}</p>`),
  'a span for each letter': own(
    key =>
      `<div style="overflow-wrap:anywhere;font-family:monospace">${[...key].map(one => `<span>${one}</span>`).join('')}</div>`,
  ),
  'a box for each letter': own(
    key =>
      `<div style="display:flex;flex-wrap:wrap;width:460px;font-family:monospace">${[...key].map(one => `<b style="border:1px solid #ccc;margin:1px">${one}</b>`).join('')}</div>`,
  ),
  'its beginning in another colour': own(
    key =>
      `<p style="word-break:break-all"><span style="color:#888">${key.slice(0, 8)}</span><strong>${key.slice(8)}</strong></p>`,
  ),
  'twice the same': own(
    key =>
      `<code style="word-break:break-all">${key}</code><p>Once more:</p><input readonly size="60" value="${key}">`,
  ),
  'not to be selected': own(wrap('user-select:none')),
  output: own(inTag('output')),
  kbd: own(inTag('kbd')),
  samp: own(inTag('samp')),
  mark: own(inTag('mark')),
  'a button that copies it': own(
    key => `<button style="max-width:480px;word-break:break-all">${key}</button>`,
  ),
  'Copy right after it': own(key => `<span style="word-break:break-all">${key}</span><button>Copy</button>`),
  'in a sentence with a full stop': own(
    key => `<p style="word-break:break-all">Save this key: ${key}. We cannot show it again.</p>`,
  ),
  'in an address': own(
    key => `<p style="word-break:break-all">Open https://tool.example/setup?key=${key}&amp;model=gpt-5</p>`,
    'ask or key',
  ),
  'JSON in a field': own(
    key => `<textarea readonly rows="5" cols="70">{\n  "name": "ci",\n  "value": "${key}"\n}</textarea>`,
  ),
  'with Bearer before it, in a field': own(key => `<input readonly size="70" value="Bearer ${key}">`),
  'a field for an address': own(key => `<input type="url" readonly size="60" value="${key}">`),
  'hidden from readers, seen by all': own(
    key => `<p aria-hidden="true" style="word-break:break-all">${key}</p>`,
  ),
  'cut by an ellipsis': own(
    key =>
      `<div style="width:280px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${key}</div><button>Copy</button>`,
    'key or paste',
  ),
  'cut after two lines': own(
    key =>
      `<p style="width:300px;word-break:break-all;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden">${key}</p><button>Copy</button>`,
    'key or paste',
  ),
  'cut by the page itself': own(
    key => `<code style="word-break:break-all">${key.slice(0, 90)}…</code><button>Copy</button>`,
    'paste',
  ),
  'old form': { html: inTag('code'), expect: 'key', secret: 'old' },
  'of a service account': { html: inTag('code'), expect: 'key', secret: 'service' },
  'an admin key': { html: inTag('code'), expect: 'key', secret: 'admin' },
  'a frame': { html: inFrame(''), expect: 'key' },
  'a frame with a sandbox of one origin': {
    html: inFrame('sandbox="allow-same-origin"'),
    expect: 'key',
  },
  'a frame with a sandbox of its own': { html: inFrame('sandbox'), expect: 'paste' },
  'two shadow roots': own(
    key =>
      `<x-a></x-a>${script(`const o=document.querySelector('x-a').attachShadow({mode:'open'});o.innerHTML='<x-b></x-b>';o.querySelector('x-b').attachShadow({mode:'open'}).innerHTML='<p style="word-break:break-all">'+${JSON.stringify(key)}+'</p>'`)}`,
  ),
  'a row of a list that draws only what is in sight': own(
    key =>
      `<div style="height:180px;overflow:auto;position:relative"><div style="height:9000px;position:relative">${Array.from(
        { length: 5 },
        (_, at) =>
          `<div style="position:absolute;top:${at * 36}px;height:36px;width:100%;font-size:11px;word-break:break-all">${at === 1 ? key : `Row ${at}`}</div>`,
      ).join('')}</div></div>`,
  ),
  'below what is in sight of its box': own(
    key =>
      `<div style="height:90px;overflow:auto"><div style="height:240px">Read this first.</div><p style="word-break:break-all">${key}</p></div><button>Copy</button>`,
    'key or paste',
  ),
  'gone after three seconds': {
    html: key =>
      `<div id="t3" role="status" style="position:fixed;right:20px;bottom:20px;width:380px;background:#222;color:#fff;padding:16px;overflow-wrap:anywhere">New key: ${key}</div>${script(`setTimeout(()=>document.getElementById('t3').remove(),3000)`)}`,
    expect: 'key or paste',
    isAlone: true,
  },
  'console: publishable and secret': own(
    key =>
      `<dl><dt>Publishable key</dt><dd><code>${'pk'}_live_8Jw2LmQx71Tz5RrYp0Lm4vXn3Kc9</code></dd><dt>Secret key</dt><dd><code style="word-break:break-all">${key}</code></dd></dl>`,
  ),
  'console: an id and a secret': own(
    key =>
      `<label>Key ID <input readonly value="key_8Jw2LmQx71Tz5RrYp0Lm4v"></label><label>Secret <input readonly size="40" value="${key}"></label><button>Download .csv</button>`,
  ),
  'console: one for each environment': own(
    (key, { another }) =>
      `<table><tr><th>Environment</th><th>Key</th></tr><tr><td>Development</td><td style="word-break:break-all">${key}</td></tr><tr><td>Production</td><td style="word-break:break-all">${another}</td></tr></table>`,
    'ask or key',
  ),
  'console: a JSON file': own(
    key =>
      `<pre style="white-space:pre-wrap;word-break:break-all">{\n  "type": "service_account",\n  "client_id": "1049283746501928374",\n  "api_key": "${key}"\n}</pre><button>Download JSON</button>`,
    'ask or key',
  ),
  'console: lines of .env': own(
    key =>
      `<pre style="white-space:pre-wrap;word-break:break-all"># .env.local\nOPENAI_ORG_ID=org-Q1w2E3r4T5y6U7i8O9p0AsDf\nOPENAI_API_KEY=${key}\nOPENAI_BASE_URL=https://api.openai.com/v1</pre>`,
    'ask or key',
  ),
  'console: a countdown that hides it': {
    html: key =>
      `<p style="word-break:break-all" id="cd">${key}</p><p>Hidden in <b id="cs">9</b> s</p>${script(`let n=9;const t=setInterval(()=>{n--;document.getElementById('cs').textContent=n;if(n<1){clearInterval(t);document.getElementById('cd').textContent='sk-…'}},1000)`)}`,
    expect: 'key',
    isAlone: true,
  },
  'console: blurred until the pointer is over it': {
    html: key =>
      `<style>.bl{filter:blur(5px);word-break:break-all;transition:filter .2s}.bl:hover{filter:none}</style><p class="bl" id="bl">${key}</p><small>Hover to reveal</small>`,
    // On the way to Keyway's button the pointer leaves it: then the words say how else.
    expect: 'key or paste',
    reveals: { do: 'hover', on: '#bl' },
    isAlone: true,
  },
  'console: letter by letter': {
    html: key =>
      `<code id="ll" style="word-break:break-all"></code>${script(`const v=${JSON.stringify(key)};let n=0;const t=setInterval(()=>{n+=4;document.getElementById('ll').textContent=v.slice(0,n);if(n>=v.length)clearInterval(t)},30)`)}`,
    expect: 'key',
    isAlone: true,
  },
  'console: letter by letter, old form': {
    html: key =>
      `<code id="lo"></code>${script(`const v=${JSON.stringify(key)};let n=0;const t=setInterval(()=>{n+=1;document.getElementById('lo').textContent=v.slice(0,n);if(n>=v.length)clearInterval(t)},40)`)}`,
    expect: 'key',
    secret: 'old',
    isAlone: true,
  },
  'console: letters that are drawn out of chaos': {
    html: key =>
      `<code id="ch" style="word-break:break-all"></code>${script(`const v=${JSON.stringify(key)};let n=0;const t=setInterval(()=>{n+=5;document.getElementById('ch').textContent=v.slice(0,n)+[...v.slice(n)].map(()=>'abcdefghkmnpqrstuvwxyz0123456789'[Math.random()*32|0]??'k').join('');if(n>=v.length)clearInterval(t)},40)`)}`,
    expect: 'key',
    isAlone: true,
  },
  'console: translated by the browser': own(
    key =>
      `<p style="word-break:break-all"><font style="vertical-align:inherit"><font style="vertical-align:inherit">Ihr geheimer Schlüssel: </font></font><code><font style="vertical-align:inherit"><font style="vertical-align:inherit">${key}</font></font></code></p>`,
  ),
  'console: a QR code beside it': own(
    key =>
      `<div style="display:flex;gap:12px"><svg width="90" height="90" viewBox="0 0 9 9">${pieces(key, 9)
        .map((part, at) => `<rect x="${part.charCodeAt(0) % 9}" y="${at % 9}" width="1" height="1"/>`)
        .join('')}</svg><code style="word-break:break-all">${key}</code></div>`,
  ),
  'console: a copy for screen readers beside it': own(
    key =>
      `<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">Your key is ${key}</span><code style="word-break:break-all" aria-hidden="true">${key}</code>`,
  ),
  'console: a tooltip': own(
    key =>
      `<div role="tooltip" style="position:fixed;left:60px;top:320px;max-width:420px;background:#222;color:#fff;padding:8px;overflow-wrap:anywhere">${key}</div>`,
  ),
  'console: a notice with a line that runs out': own(
    key =>
      `<style>@keyframes run{from{width:100%}to{width:0}}.tl{position:fixed;left:30px;bottom:20px;width:420px;background:#123;color:#fff;padding:14px;overflow-wrap:anywhere}.tl::after{content:"";position:absolute;left:0;bottom:0;height:3px;background:#6cf;animation:run 9s linear}</style><div class="tl" role="status">Key created: ${key}</div>`,
  ),
  'console: a button drawn into the field': own(
    key =>
      `<div style="position:relative;width:520px"><input readonly style="width:100%;padding-right:90px;box-sizing:border-box" value="${key}"><button style="position:absolute;right:4px;top:1px">Copy</button></div>`,
  ),
  'console: an editor with its lines laid out by hand': {
    html: key =>
      `<div style="position:relative;width:1300px;height:70px;overflow:hidden;font:10px monospace">${[
        'import OpenAI from "openai"',
        `const key = "${key}"`,
        'new OpenAI({ apiKey: key })',
      ]
        .map(
          (line, at) =>
            `<div style="position:absolute;top:${at * 18}px;left:0;width:100%;height:18px"><span><span style="color:#06c">${line.slice(0, 5)}</span>${line.slice(5)}</span></div>`,
        )
        .join('')}<div style="position:absolute;inset:0;pointer-events:none"></div></div>`,
    expect: 'ask or key',
    // Its lines are longer than some of the boxes.
    isAlone: true,
  },
  'console: colours of 2026': own(
    wrap(
      'color:oklch(0.25 0.05 260);background:color-mix(in oklch,oklch(0.97 0.02 250) 60%,white);padding:8px',
    ),
  ),
  'console: light-dark colours': own(
    wrap('color-scheme:light dark;color:light-dark(#222,#eee);background:light-dark(#fff,#111)'),
  ),
  'console: shown by a view transition': {
    html: key =>
      `<div id="vt"></div>${script(`const f=()=>{document.getElementById('vt').innerHTML='<code style="word-break:break-all">'+${JSON.stringify(key)}+'</code>'};document.startViewTransition?document.startViewTransition(f):f()`)}`,
    expect: 'key',
    isAlone: true,
  },
  'console: plain text that can be edited': own(
    key =>
      `<div contenteditable="plaintext-only" style="border:1px solid;word-break:break-all;width:420px">${key}</div>`,
  ),
  'console: selected as a whole': own(wrap('user-select:all;font-family:monospace;cursor:pointer')),
  'console: an invisible sign after each four': own(
    key => `<code style="display:block;width:380px">${pieces(key, 4).join('\u200b')}</code>`,
  ),
  'console: in capitals by the style': own(wrap('text-transform:uppercase'), 'paste'),
  'console: faded out at its end': own(
    key =>
      `<div style="width:360px;overflow:hidden;white-space:nowrap;mask-image:linear-gradient(90deg,#000 70%,transparent)">${key}</div><button>Copy</button>`,
    'key or paste',
  ),
  'console: confetti over the page': own(
    key =>
      `<code style="word-break:break-all">${key}</code><canvas style="position:fixed;inset:0;pointer-events:none;z-index:99" width="900" height="600"></canvas><button>Copy</button>`,
    'key or paste',
  ),
  'console: a mark of the company over the page': own(
    key =>
      `<code style="word-break:break-all">${key}</code><div style="position:fixed;inset:0;pointer-events:none;opacity:.04;background:repeating-linear-gradient(45deg,#000 0 2px,transparent 2px 60px)"></div>`,
    'key or paste',
  ),
  'console: line numbers by counters': own(
    key =>
      `<style>.ln{counter-reset:l;font:12px monospace}.ln span{counter-increment:l;display:block;word-break:break-all}.ln span::before{content:counter(l);display:inline-block;width:24px;color:#999}</style><div class="ln"><span># .env</span><span>OPENAI_API_KEY=${key}</span></div><button>Copy</button>`,
    'key or paste',
  ),
  'console: only a file to download': own(
    key => `<p>Your key was created.</p><a download="key.txt" href="data:text/plain,${key}">Download key</a>`,
    'paste',
  ),
  'console no key: a key of the documentation, whole': own(
    (_, { another }) =>
      `<h3>Quickstart</h3><p>Example</p><pre style="white-space:pre-wrap;word-break:break-all">export OPENAI_API_KEY="${another}"</pre><p>Replace it with your own key.</p>`,
    'ask or none',
  ),
  'console no key: a webhook secret and a client secret': own(
    () =>
      `<p>Signing secret <code>whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw4Xb9kQeR</code></p><p>Client secret <code>cs_live_9rT5kQ2mX8vL4nB7wZ3yJ6hF1pD0sA</code></p>`,
    'none',
  ),
  'no key: only its id': own(
    () => `<p>Created <code>key_8Jw2LmQx71Tz5RrYp0Lm4v</code> in proj_wQ2b8ZxkTn5RrYp0Lm4v</p>`,
    'none',
  ),
  'no key: shortened': own(key => `<code>${key.slice(0, 12)}…${key.slice(-4)}</code>`, 'none'),
  'no key: what to put there': own(
    () => `<pre>export OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</pre>`,
    'none',
  ),
  'no key: another service’s': own(
    () =>
      `<p>${written('code', `${'sk-'}ant-api03-KEY`)('Zk3v9QwLxT7bN1mRcY8uHs2PdFgJ4aKe6Vo0XiWtBnMq')}</p>`,
    'none',
  ),
}

const base = 'background:#fff;color:#222;padding:16px;border:1px solid #999;'
/** What it stands in. */
export const places: Record<string, (inner: string) => string> = {
  'the page': inner => `<section>${inner}</section>`,
  'a dialog by its role': inner =>
    `<div role="dialog" aria-modal="true" aria-label="Save your key" style="position:fixed;inset:12% 20% auto;${base}"><h2>Save your key</h2>${inner}<button>Done</button></div>`,
  'a native dialog': inner =>
    `<dialog id="nd" style="width:700px"><h2>Your new key</h2>${inner}<button>Done</button></dialog>${script(`document.getElementById('nd').showModal()`)}`,
  'a popover': inner =>
    `<div popover="manual" id="po" style="width:700px;${base}">${inner}</div>${script(`document.getElementById('po').showPopover()`)}`,
  'a drawer': inner =>
    `<aside style="position:fixed;right:0;top:0;bottom:0;width:560px;${base}"><h2>New key</h2>${inner}</aside>`,
  'a box moved to the middle': inner =>
    `<div style="position:fixed;inset:0;background:#0006"><div style="position:absolute;left:50%;top:50%;transform:translate(-50%,-50%);width:640px;${base}">${inner}</div></div>`,
  'a zoomed box': inner => `<div style="zoom:1.25;width:640px">${inner}</div>`,
  'a smaller box': inner =>
    `<div style="transform:scale(.9);transform-origin:0 0;width:680px">${inner}</div>`,
  'a turned box': inner => `<div style="transform:rotate(-1deg);width:680px;margin:20px">${inner}</div>`,
  'from right to left': inner => `<div dir="rtl" style="width:680px">${inner}</div>`,
  'two columns': inner => `<div style="columns:2;width:900px"><p>Your key was made.</p>${inner}</div>`,
  glass: inner =>
    `<div style="position:fixed;inset:10% 15% auto;backdrop-filter:blur(6px);background:#fffe;color:#222;padding:20px">${inner}</div>`,
  'a box with round corners that cuts': inner =>
    `<div style="overflow:hidden;border-radius:12px;width:700px;${base}">${inner}</div>`,
}

/** When it comes into sight. */
export const moments: Record<string, (inner: string) => string> = {
  'at once': inner => inner,
  'after bones': inner =>
    late(inner, 1_200, '<div aria-busy="true" style="height:40px;background:#eee"></div>'),
  'after a word': inner => late(inner, 700, '<p role="status">Creating…</p>'),
  'fading in': inner =>
    `<style>@keyframes fin{from{opacity:0}to{opacity:1}}</style><div style="animation:fin .9s">${inner}</div>`,
  'drawn twice': inner => {
    const text = JSON.stringify(inner).replaceAll('<', '\\u003c')
    return `<div id="tw">${inner}</div>${script(`setTimeout(()=>document.getElementById('tw').replaceChildren(document.createRange().createContextualFragment(${text})),500)`)}`
  },
}

function late(inner: string, milliseconds: number, before: string): string {
  const text = JSON.stringify(inner).replaceAll('<', '\\u003c')
  return `<div id="late">${before}</div>${script(`setTimeout(()=>document.getElementById('late').replaceChildren(document.createRange().createContextualFragment(${text})),${milliseconds})`)}`
}

export function drawnList(seed: number, count: number): Shown[] {
  const roll = dice(seed)
  const one = <T>(from: T[]): T => from[Math.floor(roll() * from.length)] as T
  const names = Object.keys(writings)
  return Array.from({ length: count }, (_, at) => {
    const name = names[at % names.length] as string
    const way = writings[name] as Way
    const [place, stand] = way.isAlone ? ['the page', places['the page']] : one(Object.entries(places))
    const [moment, come] = way.isAlone ? ['at once', moments['at once']] : one(Object.entries(moments))
    const secret = way.secret ?? 'project'
    return {
      name: `${name}; in ${place}; ${moment}`,
      expect: way.expect,
      secret,
      ...(way.reveals && { reveals: way.reveals }),
      html: (secrets: Secrets) => stand?.(come?.(way.html(secrets[secret], secrets)) ?? '') ?? '',
    }
  })
}
