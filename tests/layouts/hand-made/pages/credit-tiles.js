// Portuguese; billing as cards with "Gerir"; the sheet asks who pays, then the card and the country, then an amount from tiles or "Outro valor", with a last look before it is paid.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 0
let payer = ''
let amount = ''
let isOther = false
let isAuto = true
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/settings/organization/billing/overview">Faturação</a></nav><main><h1>Faturação</h1><section class="card"><h2>Saldo</h2><p id="bal" style="font-size:26px">0,00 $</p><span id="top"></span></section><section class="card"><h2>Faturas</h2><p class="muted">Nenhuma</p><a href="#f">Gerir</a></section></main></div><div id="side"></div>',
)
put(one('#top'), '<a m="open-form" href="#add" id="add" class="btn">Adicionar créditos</a>')
const tiles = ['5', '10', '25']
const bodies = [
  () =>
    `<h2>Quem paga?</h2><div m="payer" m-is="label">${[
      ['me', 'Pessoa singular'],
      ['org', 'Empresa'],
    ]
      .map(
        ([id, text]) =>
          `<label class="card row"${id === 'me' ? ' m="payer"' : ''}><input type="radio" name="p" value="${id}"${payer === id ? ' checked' : ''}> ${text}</label>`,
      )
      .join('')}</div><button m="next-step" type="button" class="primary next">Seguinte</button>`,
  () =>
    `<h2>Cartão</h2><div class="field"><label for="cn">Nome no cartão</label><input m="card-name" id="cn"></div><iframe m="card" title="Campo seguro do cartão" srcdoc="<input placeholder='1234 1234 1234 1234'>" style="height:56px;border:1px solid #ccc"></iframe><div class="field"><label for="co">País</label><select m="country" id="co"><option value=""></option><option>Germany</option><option>Portugal</option></select></div><button m="next-step" type="button" class="primary next">Seguinte</button>`,
  () =>
    `<h2>Quanto?</h2><div role="radiogroup" aria-label="Valor" class="row">${tiles.map(one => `<div role="radio" tabindex="0" aria-checked="${amount === one && !isOther}" class="tile card" data-amount="${one}"${one === '5' ? ' m="amount"' : ''}>${one} $</div>`).join('')}<div role="radio" tabindex="0" aria-checked="${isOther}" class="tile card" data-amount="">Outro valor</div></div>${isOther ? '<input id="am" aria-label="Valor em dólares">' : ''}<label m="auto-reload" class="row"><input type="checkbox" id="au"${isAuto ? ' checked' : ''}> Recarregar automaticamente abaixo de 5 $</label><button m="next-step" type="button" class="primary next">Rever</button>`,
  () =>
    `<h2>Rever</h2><dl><dt>Total</dt><dd>${amount} $</dd><dt>Recarga automática</dt><dd>${isAuto ? 'Ligada' : 'Desligada'}</dd></dl><button m="submit" type="button" class="primary" id="pay">Pagar ${amount} $</button>`,
]
const draw = () => {
  if (part === 0) return one('#side').replaceChildren()
  put(
    one('#side'),
    `<div class="drawer"><div class="head"><span class="muted">${part} de 4</span><button type="button" class="icon" id="no" aria-label="Fechar">✕</button></div>${bodies[part - 1]()}</div>`,
    'instead',
  )
}
const go = to => {
  part = to
  draw()
}
on('#add', (_, event) => {
  event.preventDefault()
  go(1)
})
on('#no', () => go(0))
on('.tile', ({ dataset }) => {
  isOther = dataset.amount === ''
  amount = dataset.amount
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.name === 'p') payer = target.value
  if (target.id === 'am') amount = target.value
  if (target.id === 'au') isAuto = target.checked
})
on('.next', () => {
  if (part === 1 && payer) go(2)
  else if (part === 2 && typedIn('#cn') && typedIn('#co')) later(700, () => go(3))
  else if (part === 3 && amount) go(4)
})
on('#pay', () =>
  later(1200, () => {
    state.seen.paid = Number(amount)
    state.seen.autoReload = isAuto
    go(0)
    one('#bal').textContent = `${amount},00 $`
  }),
)
tell(
  [
    { purpose: 'open-form', done: () => part > 0 || state.seen.paid > 0 },
    { purpose: 'payer', done: () => payer === 'me' },
    { purpose: 'card-name', value: 'A Person', done: () => typedIn('#cn') !== '', also: ['card'] },
    { purpose: 'country', value: 'Germany', done: () => typedIn('#co') !== '', also: ['card'] },
    { purpose: 'amount', done: () => amount === '5' },
    { purpose: 'auto-reload', done: () => isAuto === false },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => state.seen.paid > 0 },
  ],
  { reached: () => state.seen.paid > 0 },
)
