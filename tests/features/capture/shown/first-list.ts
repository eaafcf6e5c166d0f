/**
 * Ways in which a page shows a newly made key, and pages that look so but show none. They were written from the facts alone
 * (what such a key looks like, that a page shows it once), before a look at how Keyway finds it.
 * `html` is put into the page when its Create button is pressed; its scripts run then.
 */
export interface Shown {
  readonly name: string
  readonly html: (secret: Secrets) => string
  /**
   * What a person would expect. `key`: exactly the secret of the name; `paste`: it cannot be read, so pasting is offered;
   * `none`: there is nothing to take; `key or paste`, `ask or key`, `ask or none`: either is right. Anything else taken is wrong.
   */
  readonly expect: 'key' | 'paste' | 'none' | 'key or paste' | 'ask or key' | 'ask or none'
  readonly secret?: keyof Secrets
  /** What a person does who sees no whole key yet: the selector of what is pressed, hovered or focused. */
  readonly reveals?: { readonly do: 'press' | 'hover' | 'focus'; readonly on: string }
}

export interface Secrets {
  readonly project: string
  readonly service: string
  readonly admin: string
  readonly old: string
  /** Another key of the same form, which is not the one that the page shows. */
  readonly another: string
}

const groups = (text: string, size: number): string[] => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []
const warning =
  '<p>Please save this secret key somewhere safe and accessible. You will not be able to view it again.</p>'
const script = (code: string): string => `<script>(() => {${code}})()</script>`
const dialog = (inside: string): string =>
  `<div role="dialog" aria-modal="true" aria-labelledby="sd" style="position:fixed;inset:15% 25% auto;background:#fff;border:1px solid #888;padding:24px"><h2 id="sd">Save your key</h2>${warning}${inside}<button>Done</button></div>`
const banner = (inside: string): string =>
  `<section style="background:#e6f4ea;padding:16px;margin:12px 0"><strong>API key created</strong>${inside}</section>`
const svgText = 'font-family="monospace" font-size="11"'

export const firstList: readonly Shown[] = [
  {
    name: 'read-only input in a dialog',
    expect: 'key',
    html: s => dialog(`<input readonly value="${s.project}"><button>Copy</button>`),
  },
  {
    name: 'read-only textarea',
    expect: 'key',
    html: s => banner(`<textarea readonly rows="3" cols="60">${s.project}</textarea>`),
  },
  {
    name: 'contenteditable div',
    expect: 'key',
    html: s => banner(`<div contenteditable="true" spellcheck="false">${s.project}</div>`),
  },
  {
    name: 'code in a sentence',
    expect: 'key',
    html: s => `<p>Your new key is <code>${s.project}</code>. Keep it safe.</p>`,
  },
  {
    name: 'pre wrapped by CSS',
    expect: 'key',
    html: s =>
      banner(
        `<pre style="white-space:pre-wrap;word-break:break-all;width:300px"><code>${s.project}</code></pre>`,
      ),
  },
  {
    name: 'a span for each character',
    expect: 'key',
    html: s =>
      dialog(
        `<div style="font-family:monospace;overflow-wrap:anywhere">${[...s.project].map(c => `<span>${c}</span>`).join('')}</div>`,
      ),
  },
  {
    name: 'a span for each four, inline-block with margins',
    expect: 'key',
    html: s =>
      banner(
        `<div style="width:500px">${groups(s.project, 4)
          .map(g => `<span style="display:inline-block;margin-right:6px">${g}</span>`)
          .join('')}</div>`,
      ),
  },
  {
    name: 'soft hyphens',
    expect: 'key',
    html: s => banner(`<p style="width:320px;hyphens:manual">${groups(s.project, 8).join('&shy;')}</p>`),
  },
  {
    name: 'zero-width spaces',
    expect: 'key',
    html: s => banner(`<p style="width:320px">${groups(s.project, 10).join('&#8203;')}</p>`),
  },
  {
    name: 'wbr in the text',
    expect: 'key',
    html: s => banner(`<p style="width:320px">${groups(s.project, 12).join('<wbr>')}</p>`),
  },
  {
    name: 'narrow paragraph, word-break',
    expect: 'key',
    html: s =>
      `<aside style="width:140px;float:right"><h3>New key</h3><p style="word-break:break-all">${s.service}</p></aside>`,
    secret: 'service',
  },
  {
    name: 'SVG text',
    expect: 'key or paste',
    html: s =>
      banner(
        `<svg width="1100" height="30"><rect width="1100" height="30" fill="#eee"/><text x="4" y="20" ${svgText}>${s.project}</text></svg>`,
      ),
  },
  {
    name: 'SVG text in two tspans',
    expect: 'key or paste',
    html: s =>
      banner(
        `<svg width="700" height="50"><text ${svgText}><tspan x="4" y="18">${s.project.slice(0, 90)}</tspan><tspan x="4" y="36">${s.project.slice(90)}</tspan></text></svg>`,
      ),
  },
  {
    name: 'canvas',
    expect: 'paste',
    html: s =>
      dialog(
        `<canvas id="cv" width="1100" height="30"></canvas>${script(`const c=document.getElementById('cv').getContext('2d');c.font='11px monospace';c.fillText(${JSON.stringify(s.project)},4,20)`)}<button>Copy</button>`,
      ),
  },
  {
    name: 'text in ::before from an attribute',
    expect: 'key or paste',
    html: s =>
      dialog(
        `<style>.pk::before{content:attr(data-key);font-family:monospace;word-break:break-all}</style><div class="pk" data-key="${s.project}"></div><button>Copy</button>`,
      ),
  },
  {
    name: 'open shadow root',
    expect: 'key',
    html: s =>
      `<secret-box></secret-box>${script(`const h=document.querySelector('secret-box');h.attachShadow({mode:'open'}).innerHTML='<p>Your new secret key</p><code>'+${JSON.stringify(s.project)}+'</code>'`)}`,
  },
  {
    name: 'closed shadow root',
    expect: 'paste',
    html: s =>
      dialog(
        `<secret-box></secret-box><button>Copy</button>${script(`const h=document.querySelector('secret-box');h.attachShadow({mode:'closed'}).innerHTML='<code>'+${JSON.stringify(s.project)}+'</code>'`)}`,
      ),
  },
  {
    name: 'frame by srcdoc',
    expect: 'key',
    html: s =>
      `<iframe title="New key" style="width:700px;height:140px" srcdoc="&lt;h3&gt;Your new key&lt;/h3&gt;&lt;code style='word-break:break-all'&gt;${s.project}&lt;/code&gt;"></iframe>`,
  },
  {
    name: 'frame written by a script',
    expect: 'key',
    html: s =>
      dialog(
        `<iframe id="wf" style="width:90%;height:100px"></iframe>${script(`const d=document.getElementById('wf').contentDocument;d.open();d.write('<input readonly style="width:95%" value="'+${JSON.stringify(s.project)}+'">');d.close()`)}`,
      ),
  },
  {
    name: 'toast at the bottom',
    expect: 'key',
    html: s =>
      `<div role="status" aria-live="polite" style="position:fixed;right:20px;bottom:20px;width:360px;background:#222;color:#fff;padding:16px;border-radius:8px;overflow-wrap:anywhere">Key created: ${s.project} <button>Copy</button></div>`,
  },
  {
    name: 'native popover',
    expect: 'key',
    html: s =>
      `<div popover="manual" id="pop" style="padding:20px;width:420px"><b>Copy your key now</b><p style="overflow-wrap:anywhere">${s.project}</p></div>${script(`document.getElementById('pop').showPopover()`)}`,
  },
  {
    name: 'tooltip at a button',
    expect: 'key',
    html: s =>
      `<button aria-describedby="tip">My new key</button><div role="tooltip" id="tip" style="position:absolute;background:#333;color:#fff;max-width:340px;padding:8px;word-wrap:break-word">${s.project}</div>`,
  },
  {
    name: 'whole in a new table row',
    expect: 'key',
    html: s =>
      `<table><thead><tr><th>Name</th><th>Secret key</th><th>Created</th></tr></thead><tbody><tr><td>ci</td><td style="max-width:420px;word-break:break-all">${s.project}</td><td>Just now</td></tr><tr><td>older</td><td>sk-…9fQA</td><td>May 3</td></tr></tbody></table>`,
  },
  {
    name: 'open details',
    expect: 'key',
    html: s =>
      `<details open><summary>Your new key (shown once)</summary><p style="word-break:break-all">${s.project}</p></details>`,
  },
  {
    name: 'closed accordion, opened by a press',
    expect: 'key',
    html: s =>
      `<h3><button id="acc" aria-expanded="false" aria-controls="accp">Show secret key</button></h3><div id="accp" hidden><code>${s.project}</code></div>${script(`const b=document.getElementById('acc');b.onclick=()=>{b.setAttribute('aria-expanded','true');document.getElementById('accp').hidden=false}`)}`,
    reveals: { do: 'press', on: '#acc' },
  },
  {
    name: 'native dialog with dl',
    expect: 'key',
    html: s =>
      `<dialog id="nd"><h2>Key details</h2><dl><dt>Name</dt><dd>ci</dd><dt>Key ID</dt><dd>key_8Jw2LmQx71Tz</dd><dt>Secret</dt><dd style="word-break:break-all;max-width:400px">${s.project}</dd><dt>Project</dt><dd>proj_wQ2b8ZxkTn5RrYp0</dd></dl><button>Close</button></dialog>${script(`document.getElementById('nd').showModal()`)}`,
  },
  {
    name: 'password field with an eye',
    expect: 'key',
    html: s =>
      dialog(
        `<label>Secret key <input id="pw" type="password" readonly value="${s.project}"></label><button id="eye" aria-label="Show key" aria-pressed="false">👁</button>${script(`document.getElementById('eye').onclick=()=>{document.getElementById('pw').type='text'}`)}`,
      ),
    reveals: { do: 'press', on: '#eye' },
  },
  {
    name: 'masked until hovered',
    expect: 'key',
    html: s =>
      banner(
        `<style>#hv .real{display:none}#hv:hover .real{display:inline}#hv:hover .dots{display:none}</style><p id="hv" style="word-break:break-all;width:500px"><span class="dots">sk-proj-••••••••••••</span><span class="real">${s.project}</span></p>`,
      ),
    reveals: { do: 'hover', on: '#hv' },
  },
  {
    name: 'only a Copy button beside a masked key',
    expect: 'paste',
    html: s =>
      dialog(
        `<span>sk-proj-••••••••${s.project.slice(-4)}</span><button id="co">Copy secret key</button>${script(`const v=${JSON.stringify(s.project)};document.getElementById('co').onclick=e=>{navigator.clipboard.writeText(v).catch(()=>{});e.target.textContent='Copied'}`)}`,
      ),
    reveals: { do: 'press', on: '#co' },
  },
  {
    name: 'beside a QR code',
    expect: 'key',
    html: s =>
      dialog(
        `<div style="display:flex;gap:16px"><svg width="90" height="90" role="img" aria-label="QR code">${Array.from({ length: 60 }, (_, i) => `<rect x="${(i * 37) % 90}" y="${(i * 53) % 90}" width="9" height="9"/>`).join('')}</svg><p style="word-break:break-all">${s.project}</p></div>`,
      ),
  },
  {
    name: 'typed letter by letter',
    expect: 'key',
    html: s =>
      banner(
        `<p id="tw" style="word-break:break-all;width:500px"></p>${script(`const v=${JSON.stringify(s.project)};let i=0;const p=document.getElementById('tw');const t=setInterval(()=>{i+=4;p.textContent=v.slice(0,i);if(i>=v.length)clearInterval(t)},25)`)}`,
      ),
  },
  {
    name: 'lines of an editor, wrapped by it',
    expect: 'key',
    html: s =>
      banner(
        `<div class="cm-editor" role="textbox" aria-readonly="true" aria-multiline="true" style="font-family:monospace"><div class="cm-content">${groups(
          s.project,
          60,
        )
          .map(l => `<div class="cm-line">${l}</div>`)
          .join('')}</div></div>`,
      ),
  },
  {
    name: 'editor with lines placed absolutely and coloured tokens',
    expect: 'key',
    html: s =>
      banner(
        `<div class="view-lines" style="position:relative;height:60px;font-family:monospace;white-space:pre">${['# keep this secret', `OPENAI_API_KEY=${s.project}`].map((l, i) => `<div style="position:absolute;top:${i * 20}px"><span><span style="color:#00f">${l.slice(0, 14)}</span><span style="color:#a00">${l.slice(14)}</span></span></div>`).join('')}</div>`,
      ),
  },
  {
    name: 'OPENAI_API_KEY= in a field',
    expect: 'key',
    html: s => dialog(`<input readonly style="width:95%" value="OPENAI_API_KEY=${s.project}">`),
  },
  {
    name: 'export line with quotes',
    expect: 'key',
    html: s => banner(`<pre>export OPENAI_API_KEY="${s.project}"</pre>`),
  },
  {
    name: 'curl command',
    expect: 'ask or key',
    html: s =>
      banner(
        `<p>Try it:</p><pre>curl https://api.openai.com/v1/responses \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer ${s.project}" \\\n  -d '{"model":"gpt-5","input":"Hello"}'</pre>`,
      ),
  },
  {
    name: 'JSON answer',
    expect: 'key',
    html: s =>
      banner(
        `<pre>{\n  "object": "organization.project.service_account",\n  "id": "svc_acct_abc123def456",\n  "api_key": {\n    "value": "${s.service}",\n    "id": "key_abc123",\n    "created_at": 1711471533\n  }\n}</pre>`,
      ),
    secret: 'service',
  },
  {
    name: 'Python lines',
    expect: 'ask or key',
    html: s =>
      banner(
        `<pre><code><span class="k">from</span> openai <span class="k">import</span> OpenAI\nclient = OpenAI(api_key=<span class="s">'${s.project}'</span>)</code></pre>`,
      ),
  },
  {
    name: 'the key twice',
    expect: 'key',
    html: s =>
      dialog(
        `<input readonly value="${s.project}"><p>Or put it in your environment:</p><pre>export OPENAI_API_KEY=${s.project}</pre>`,
      ),
  },
  {
    name: 'with an example key beside it',
    expect: 'key',
    html: s =>
      `<p>Your key: <code>${s.project}</code></p><h3>Example</h3><pre>export OPENAI_API_KEY="sk-proj-EXAMPLE1234567890abcdefEXAMPLE1234567890abcdefEXAMPLE1234567890abcdef"</pre>`,
  },
  {
    name: 'after a skeleton of two seconds',
    expect: 'key',
    html: s =>
      dialog(
        `<div id="sk" aria-busy="true" style="height:20px;background:#ddd"></div>${script(`setTimeout(()=>{const e=document.getElementById('sk');e.removeAttribute('aria-busy');e.style.background='';e.textContent=${JSON.stringify(s.project)};e.style.wordBreak='break-all'},2000)`)}`,
      ),
  },
  {
    name: 'banner that unfolds',
    expect: 'key',
    html: s =>
      `<style>@keyframes unfold{from{max-height:0}to{max-height:200px}}</style><div style="overflow:hidden;animation:unfold 1s forwards;background:#ffe"><p>Your secret key, shown only once:</p><p style="word-break:break-all">${s.project}</p></div>`,
  },
  {
    name: 'page from right to left',
    expect: 'key',
    html: s =>
      `<div dir="rtl" lang="he"><h2>המפתח החדש שלך</h2><p style="word-break:break-all"><bdi>${s.project}</bdi></p></div>`,
  },
  {
    name: 'upper case by CSS',
    expect: 'key or paste',
    html: s => banner(`<p style="text-transform:uppercase;word-break:break-all">${s.project}</p>`),
  },
  {
    name: 'cut by an ellipsis, whole in the title',
    expect: 'key',
    html: s =>
      banner(
        `<div title="${s.project}" style="width:260px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${s.project}</div><button>Copy</button>`,
      ),
  },
  {
    name: 'cut by an ellipsis, no title',
    expect: 'key',
    html: s =>
      banner(
        `<div style="width:260px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-family:monospace">${s.project}</div><button>Copy</button>`,
      ),
  },
  {
    name: 'narrow field scrolled to its end',
    expect: 'key',
    html: s =>
      dialog(
        `<input id="se" readonly style="width:150px" value="${s.project}">${script(`const i=document.getElementById('se');i.focus();i.setSelectionRange(i.value.length,i.value.length);i.scrollLeft=9999`)}`,
      ),
  },
  {
    name: 'two lines with br',
    expect: 'key',
    html: s =>
      banner(`<p style="font-family:monospace">${s.project.slice(0, 82)}<br>${s.project.slice(82)}</p>`),
  },
  {
    name: 'blurred until pressed',
    expect: 'key',
    html: s =>
      banner(
        `<p id="bl" role="button" tabindex="0" aria-label="Click to reveal" style="filter:blur(7px);word-break:break-all">${s.project}</p>${script(`const p=document.getElementById('bl');p.onclick=()=>{p.style.filter='none'}`)}`,
      ),
    reveals: { do: 'press', on: '#bl' },
  },
  {
    name: 'a label that cannot be selected, in the same line',
    expect: 'key',
    html: s =>
      banner(
        `<div><span style="user-select:none">KEY&nbsp;</span><span>${s.project}</span><span style="user-select:none"> ⧉</span></div>`,
      ),
  },
  {
    name: 'letters far apart',
    expect: 'key',
    html: s => banner(`<p style="letter-spacing:.4em;word-break:break-all">${s.project}</p>`),
  },
  {
    name: 'font with ligatures',
    expect: 'key',
    html: s =>
      banner(
        `<p style="font-family:'Fira Code',monospace;font-feature-settings:'liga' 1,'calt' 1;word-break:break-all">${s.project}</p>`,
      ),
  },
  {
    name: 'another value in a data attribute',
    expect: 'key',
    html: s =>
      banner(
        `<code data-clipboard-text="${s.another}">${s.project}</code><button data-clipboard-text="${s.another}">Copy</button>`,
      ),
  },
  {
    name: 'hidden field with another value',
    expect: 'key',
    html: s =>
      dialog(
        `<input type="hidden" name="csrf" value="${s.another}"><p style="word-break:break-all">${s.project}</p>`,
      ),
  },
  {
    name: 'another key that is only printed',
    expect: 'key',
    html: s =>
      `<style>@media screen{.po{display:none}}</style><p>New key: <code>${s.project}</code></p><p class="po">${s.another}</p>`,
  },
  {
    name: 'alert with a key of a service account',
    expect: 'key',
    secret: 'service',
    html: s =>
      `<div role="alert">Service account made. Secret: <b style="word-break:break-all">${s.service}</b></div>`,
  },
  {
    name: 'output element with an admin key',
    expect: 'key',
    secret: 'admin',
    html: s =>
      `<form onsubmit="return false"><label for="of">Admin key</label> <output id="of" style="word-break:break-all">${s.admin}</output></form>`,
  },
  {
    name: 'an old key in kbd',
    expect: 'key',
    secret: 'old',
    html: s => dialog(`<p><kbd>${s.old}</kbd></p>`),
  },
  {
    name: 'the beginning in bold',
    expect: 'key',
    html: s => banner(`<samp style="word-break:break-all"><b>sk-proj-</b>${s.project.slice(8)}</samp>`),
  },
  {
    name: 'code with line numbers',
    expect: 'key',
    html: s =>
      banner(
        `<table style="font-family:monospace"><tr><td data-line="1" style="user-select:none">1</td><td># .env</td></tr><tr><td style="user-select:none">2</td><td>OPENAI_API_KEY=${s.project}</td></tr></table>`,
      ),
  },
  {
    name: 'shown whole by “Show all”',
    expect: 'key',
    html: s =>
      banner(
        `<code id="sa">${s.project.slice(0, 20)}…${s.project.slice(-6)}</code> <button id="sab">Show all</button>${script(`document.getElementById('sab').onclick=()=>{document.getElementById('sa').textContent=${JSON.stringify(s.project)}}`)}`,
      ),
    reveals: { do: 'press', on: '#sab' },
  },
  { name: 'disabled field', expect: 'key', html: s => dialog(`<input disabled value="${s.project}">`) },
  {
    name: 'grid of four columns',
    expect: 'key',
    html: s =>
      banner(
        `<div style="display:grid;grid-template-columns:repeat(4,auto);gap:2px;font:11px monospace">${groups(
          s.project,
          41,
        )
          .map(g => `<span>${g}</span>`)
          .join('')}</div>`,
      ),
  },
  {
    name: 'the beginning in an add-on before the field',
    expect: 'key or paste',
    html: s =>
      dialog(
        `<div style="display:flex"><span style="background:#eee;padding:4px">sk-proj-</span><input readonly style="flex:1" value="${s.project.slice(8)}"></div><button>Copy</button>`,
      ),
  },
  {
    name: 'textarea with hard line breaks',
    expect: 'key or paste',
    html: s => banner(`<textarea readonly rows="4" cols="66">${groups(s.project, 64).join('\n')}</textarea>`),
  },
  {
    name: 'a new key and another one that was there before',
    expect: 'ask or key',
    html: s =>
      `<p>Previous key (works until tomorrow): <code>${s.another}</code></p><p>New key: <code>${s.project}</code></p>`,
  },

  {
    name: 'placeholder of a field',
    expect: 'none',
    html: s => `<label>Paste a key <input placeholder="${s.project}"></label>`,
  },
  {
    name: 'documentation with EXAMPLE',
    expect: 'none',
    html: () =>
      `<h3>Quickstart</h3><pre>export OPENAI_API_KEY="sk-proj-EXAMPLEexampleEXAMPLEexampleEXAMPLEexampleEXAMPLEexample0123456789"</pre>`,
  },
  {
    name: 'documentation with your_api_key_here',
    expect: 'none',
    html: () =>
      `<pre>export OPENAI_API_KEY="your_api_key_here"\nOPENAI_API_KEY=sk-your-api-key-goes-here-and-not-in-your-repository</pre>`,
  },
  {
    name: 'list with masked keys',
    expect: 'none',
    html: () =>
      `<table>${['sk-...a1B2', 'sk-proj-…Zz91', 'sk-••••••••••••Qw7E'].map(k => `<tr><td>${k}</td><td>Created today</td></tr>`).join('')}</table>`,
  },
  {
    name: 'masked at full length with asterisks',
    expect: 'none',
    html: s => `<code>sk-proj-${'*'.repeat(152)}${s.project.slice(-4)}</code>`,
  },
  {
    name: 'cut in its middle by three dots',
    expect: 'none',
    html: s => `<p>${s.project.slice(0, 70)}...${s.project.slice(-70)}</p>`,
  },
  {
    name: 'cut at its end',
    expect: 'none',
    html: s =>
      `<p>Your key: <code>${s.project.slice(0, 60)}</code>… (shown in full once you verify your email)</p>`,
  },
  {
    name: 'a hash of the key',
    expect: 'none',
    html: () =>
      `<p>SHA-256 fingerprint: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</p>`,
  },
  {
    name: 'ids of project, organization and key',
    expect: 'none',
    html: () =>
      `<dl><dt>Project</dt><dd>proj_wQ2b8ZxkTn5RrYp0Lm4v</dd><dt>Org</dt><dd>org-Q1w2E3r4T5y6U7i8O9p0AsDf</dd><dt>Key ID</dt><dd>key_9aBcD3fGh1JkLmNoPqRs</dd></dl>`,
  },
  {
    name: 'tracking id of a request',
    expect: 'none',
    html: () =>
      `<p>Request ID: req_011CSHoEeqs5C35K2UUqR7Fy · trace 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01</p>`,
  },
  {
    name: 'session id that begins like sess-',
    expect: 'none',
    html: () => `<p>Session <code>sess-9mK2x8LqWz7Rt5Vb3NpYc1HdFgJs4TuA6EiO0Q</code></p>`,
  },
  {
    name: 'a JWT',
    expect: 'none',
    html: () =>
      `<textarea readonly>eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c</textarea>`,
  },
  {
    name: 'a git hash',
    expect: 'none',
    html: () => `<p>Deployed commit <code>3f786850e387550fdab836ed7e6dc881de23001b</code></p>`,
  },
  {
    name: 'an image in base64',
    expect: 'none',
    html: () =>
      `<pre>data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==</pre>`,
  },
  {
    name: 'a Stripe key',
    expect: 'none',
    html: () =>
      `<p>Connect Stripe: <code>${'sk_'}live_51HqLyjWDarjtT1zdp7dcFv0pS3rQk8mXe2bYc9uJh4wKtG6nZa</code></p>`,
  },
  {
    name: 'a revoked key, struck through',
    expect: 'none',
    html: s => `<p><del>${s.another}</del> — revoked</p>`,
  },
  {
    name: 'a revoked key by CSS line-through',
    expect: 'none',
    html: s => `<p>Revoked: <span style="text-decoration:line-through">${s.another}</span></p>`,
  },
  {
    name: 'a key in a hidden element',
    expect: 'none',
    html: s =>
      `<p>Creating your key…</p><div style="display:none">${s.another}</div><div style="position:absolute;left:-9999px">${s.another}</div><div style="opacity:0">${s.another}</div>`,
  },
  {
    name: 'white on white',
    expect: 'none',
    html: s => `<p>Creating your key…</p><p style="color:#fff;background:#fff">${s.another}</p>`,
  },
  {
    name: 'a word of many parts that begins with sk-',
    expect: 'none',
    html: () =>
      `<p>Article: <a href="#">sk-learn-tutorial-how-to-train-your-first-model-in-ten-easy-steps-2026</a></p>`,
  },
  {
    name: 'a key of x and dots in a template',
    expect: 'none',
    html: () =>
      `<code>sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</code>`,
  },
  {
    name: 'the key only in the address of a link',
    expect: 'none',
    html: s => `<a href="https://example.com/?k=${s.another}">Open in playground</a>`,
  },
]
