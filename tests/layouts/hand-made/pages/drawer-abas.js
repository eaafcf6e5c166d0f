// Portuguese; the name in the row opens a panel at the side with tabs; the last tab has a button that is pressed twice, and the row stays in the list as revoked.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const rows = [
  { name: 'app-android', last: 'tY5c', used: 'há 3 min' },
  { name: 'webhook-loja', last: 'Lw08', used: 'há 1 dia' },
  { name: subject.name, last: subject.lastFour, used: 'há 47 dias' },
  { name: 'treino-ana', last: 'B2ne', used: 'nunca' },
]
let at = ''
let tab = 'Resumo'
let isArmed = false
const isGone = last => state.ended.includes(last) || state.wrongEnded.includes(last)
const isEnded = () => state.ended.length > 0
const isRight = () => at === subject.lastFour
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>nuvem.dev</b><a href="#inicio">Início</a><a href="#apps">Aplicativos</a><a href="/api-keys" aria-current="page">Chaves de API</a><a href="#custos">Custos</a><a href="#ajuda">Ajuda</a></nav><main><div class="head"><h1>Chaves de API</h1><button type="button" class="primary">Criar chave</button></div><input type="search" id="filter" aria-label="Filtrar chaves" placeholder="Filtrar por nome"><table><thead><tr><th>Nome</th><th>Final</th><th>Último uso</th><th>Situação</th></tr></thead><tbody id="rows"></tbody></table></main></div><div id="side"></div>',
)
const drawRows = () => {
  const wanted = (one('#filter').value ?? '').toLowerCase()
  put(
    one('#rows'),
    rows
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(
        ({ name, last, used }) =>
          `<tr${last === subject.lastFour ? ' m="row" m-is="label"' : ''}${isGone(last) ? ' style="opacity:.5"' : ''}><td><button${last === subject.lastFour ? ' m="row-open"' : ''} type="button" class="icon look" style="color:#1257d6;padding-inline:0" data-of="${last}">${name}</button></td><td class="mono">…${last}</td><td>${used}</td><td>${isGone(last) ? 'Revogada' : 'Ativa'}</td></tr>`,
      )
      .join(''),
    'instead',
  )
}
const bodies = {
  Resumo: last =>
    `<dl><dt class="muted">Final da chave</dt><dd>…${last}</dd><dt class="muted">Criada por</dt><dd>Você</dd><dt class="muted">Projeto</dt><dd>Default project</dd></dl>`,
  Uso: () => '<p>Nenhuma requisição nos últimos 30 dias.</p>',
  Avançado: last =>
    `<p>As opções abaixo não podem ser desfeitas.</p><div class="card"><b>Revogar chave</b><p class="muted">Os aplicativos que usam esta chave deixam de funcionar na hora.</p>${
      isGone(last)
        ? '<b>Esta chave foi revogada.</b>'
        : isArmed
          ? `<button${isRight() ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes">Clique de novo para confirmar</button>`
          : `<button${isRight() ? ' m="revoke"' : ''} type="button" id="arm" style="color:#b3261e;border-color:#b3261e">Revogar chave</button>`
    }</div>`,
}
const drawSide = () =>
  put(
    one('#side'),
    at
      ? `<aside class="drawer" role="dialog" aria-labelledby="st"><div class="head"><h2 id="st">${rows.find(({ last }) => last === at).name}</h2><button${isRight() ? '' : ' m="clear-away"'} type="button" class="icon" id="shut" aria-label="Fechar painel">✕</button></div><div role="tablist" class="row">${Object.keys(
          bodies,
        )
          .map(
            text =>
              `<button${text === 'Avançado' ? ' m="nav"' : ''} type="button" role="tab" class="tab" aria-selected="${text === tab}" style="border-width:0 0 2px;border-radius:0;background:none${text === tab ? '' : ';border-color:transparent'}" data-of="${text}">${text}</button>`,
          )
          .join('')}</div><div role="tabpanel">${bodies[tab](at)}</div></aside>`
      : '',
    'instead',
  )
drawRows()
one('#filter').addEventListener('input', drawRows)
on('.look', ({ dataset }) => {
  at = dataset.of
  tab = 'Resumo'
  isArmed = false
  one('#side').innerHTML =
    '<aside class="drawer"><div style="height:22px;background:#e6eaee;margin:12px 0"></div><div style="height:120px;background:#eef1f4"></div></aside>'
  later(600, drawSide)
})
on('#shut', () => {
  at = ''
  drawSide()
})
on('.tab', ({ dataset }) => {
  tab = dataset.of
  isArmed = false
  drawSide()
})
on('#arm', () => {
  isArmed = true
  drawSide()
})
on('#yes', button => {
  button.disabled = true
  button.textContent = 'Revogando…'
  later(900, () => {
    ;(isRight() ? state.ended : state.wrongEnded).push(at)
    isArmed = false
    drawSide()
    drawRows()
    put(document.body, '<div class="toast" id="toast" role="status">Chave revogada</div>')
    setTimeout(() => one('#toast')?.remove(), 3000)
  })
})
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: 'nav', when: isRight, done: () => isEnded() || tab === 'Avançado' },
    { purpose: 'clear-away', done: isEnded },
    { purpose: 'row-open', when: () => at === '', done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
