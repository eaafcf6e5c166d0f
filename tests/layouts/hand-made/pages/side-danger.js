// Portuguese; cards instead of a table, each opens a panel beside it; what ends a key is folded away at its foot, and asks with two boxes to tick.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const keys = [
  { name: 'painel', last: 'aR3k' },
  { name: subject.name, last: subject.lastFour },
  { name: 'robo-noturno', last: '9xQz' },
]
let chosen = null
let isUnfolded = false
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Chaves</a></nav><main><h1>Chaves</h1><div id="cards" style="display:grid;grid-template-columns:1fr 1fr;gap:10px;max-width:560px"></div></main></div><div id="side"></div>',
)
const cards = () =>
  put(
    one('#cards'),
    keys
      .filter(({ last }) => !state.ended.includes(last) && !state.wrongEnded.includes(last))
      .map(
        ({ name, last }) =>
          `<div class="card key" data-last="${last}"${last === subject.lastFour ? ' m="row-open"' : ''} style="cursor:pointer"><b>${name}</b><br><span class="muted">termina em ${last}</span></div>`,
      )
      .join(''),
    'instead',
  )
const side = () =>
  chosen === null
    ? one('#side').replaceChildren()
    : put(
        one('#side'),
        `<div class="drawer" id="drawer"><div class="head"><h2>${chosen.name}</h2><button type="button" class="icon" id="x" aria-label="Fechar">✕</button></div><p>…${chosen.last}</p><p>Último uso: ontem</p><button${chosen.last === subject.lastFour ? ' m="row-menu"' : ''} type="button" class="btn" id="fold" aria-expanded="${isUnfolded}">Zona de perigo</button>${isUnfolded ? `<div class="card"><label class="row"><input m="confirm-check" type="checkbox" id="c1"> Sei que os programas deixam de funcionar</label><label class="row"><input m="confirm-check" type="checkbox" id="c2"> Não pode ser desfeito</label><button m="confirm-revoke" type="button" class="danger" id="yes" disabled>Revogar chave</button></div>` : ''}</div>`,
        'instead',
      )
cards()
on('.key', card => {
  chosen = keys.find(({ last }) => last === card.dataset.last)
  isUnfolded = false
  side()
})
on('#x', () => {
  chosen = null
  side()
})
on('#fold', () => {
  isUnfolded = !isUnfolded
  side()
})
const both = () => one('#c1')?.checked === true && one('#c2')?.checked === true
document.addEventListener('change', () => {
  if (one('#yes')) one('#yes').disabled = !both()
})
on('#yes', () =>
  later(600, () => {
    ;(chosen.last === subject.lastFour ? state.ended : state.wrongEnded).push(chosen.last)
    chosen = null
    side()
    cards()
  }),
)
tell(
  [
    { purpose: 'row-open', done: () => isEnded() || chosen?.last === subject.lastFour, also: ['row'] },
    { purpose: 'row-menu', done: () => isEnded() || isUnfolded },
    {
      purpose: 'confirm-check',
      done: both,
      at: () => (one('#c1')?.checked ? one('#c2') : one('#c1')),
    },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
