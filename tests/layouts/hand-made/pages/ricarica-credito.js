// Italian: credit is bought on one page of three blocks with sums as pills, then a summary with the terms of sale to accept; refills are on beforehand; the first time the bank does not answer, which the summary says in a line, and nothing was charged.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'home'
let sum = 20
let who = ''
let isAuto = true
let isAgreed = false
let tries = 0
const kept = { name: '', country: '', city: '' }
const sums = [5, 10, 20, 50]
const isPaid = () => state.seen.paid > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><div class="app"><nav aria-label="Conto"><b>Faro API</b><a href="#p">Panoramica</a><a href="#k">Chiavi</a><a href="#c">Consumi</a><a href="/settings/organization/billing/overview" aria-current="page">Credito e fatture</a><a href="#i">Impostazioni</a></nav><main id="main"></main></div>',
)
const euro = of => `${of.toFixed(2).replace('.', ',')} $`
const views = {
  home: () =>
    `<h1>Credito e fatture</h1><section class="card"><div class="muted">Credito disponibile</div><div style="font-size:30px">${euro(state.seen.paid ?? 0)}</div><p class="muted">${isPaid() ? `Ricarica automatica ${state.seen.autoReload ? 'attiva' : 'disattivata'}.` : 'Senza credito le richieste vengono rifiutate.'}</p><button${isPaid() ? '' : ' m="open-form"'} type="button" class="primary" id="start">Ricarica il credito</button> <button type="button">Usa un codice promozionale</button></section><h2>Fatture</h2>${isPaid() ? `<table><tbody><tr><td>FT-2026-0001</td><td>${euro(state.seen.paid)}</td><td>Pagata</td></tr></tbody></table>` : '<p class="muted">Ancora nessuna fattura.</p>'}`,
  form: () =>
    `<p><a href="#indietro" class="home">← Credito e fatture</a></p><h1>Ricarica il credito</h1><section class="card"><h2>1. Quanto vuoi caricare?</h2><div class="row" role="radiogroup" aria-label="Importo">${sums.map(of => `<button${of === 5 ? ' m="amount"' : ''} type="button" role="radio" class="sum${of === sum ? ' primary' : ''}" aria-checked="${of === sum}" data-of="${of}">${of} $</button>`).join('')}</div><label m="auto-reload" class="row"><input type="checkbox" id="auto"${isAuto ? ' checked' : ''}> Ricarica automatica: ${sum} $ quando il credito scende sotto 5 $</label></section><section class="card"><h2>2. Dati per la fattura</h2><div class="row" role="radiogroup" aria-label="Tipo di cliente">${[
      ['privato', 'Privato'],
      ['azienda', 'Azienda con partita IVA'],
    ]
      .map(
        ([id, text]) =>
          `<label${id === 'privato' ? ' m="payer"' : ''}><input type="radio" name="who" value="${id}"${who === id ? ' checked' : ''}> ${text}</label>`,
      )
      .join(
        '',
      )}</div><div class="field"><label for="nome">Nome e cognome</label><input m="card-name" id="nome" value="${kept.name}"></div><div style="display:flex;gap:16px"><div class="field"><label for="paese">Paese</label><select m="country" id="paese"><option value="">Scegli…</option>${['Austria', 'Germania', 'Italia', 'Svizzera'].map(of => `<option${of === kept.country ? ' selected' : ''}>${of}</option>`).join('')}</select></div><div class="field"><label for="citta">Città</label><input m="city" id="citta" value="${kept.city}"></div></div></section><section class="card"><h2>3. Carta</h2><iframe m="card" title="Inserimento sicuro della carta" srcdoc="<input placeholder='Numero della carta   MM/AA   CVC' style='width:300px;padding:6px'>" style="height:52px;width:350px;border:1px solid #ccc"></iframe></section><p id="bad" style="color:#b3261e"></p><button m="next-step" type="button" class="primary" id="next">Vai al riepilogo</button>`,
  check: () =>
    `<p><a href="#dati" class="form">← Modifica i dati</a></p><h1>Riepilogo</h1><section class="card"><dl><dt>Ricarica</dt><dd><b>${euro(sum)}</b></dd><dt>Ricarica automatica</dt><dd>${isAuto ? 'Sì' : 'No'}</dd><dt>Fattura a</dt><dd>${kept.name}, ${kept.city} (${kept.country})</dd></dl><label m="rules" class="row"><input type="checkbox" id="terms"${isAgreed ? ' checked' : ''}> Accetto le condizioni di vendita; il credito scade dopo un anno e non è rimborsabile</label><p id="bad" style="color:#b3261e"></p><button m="submit" type="button" class="primary" id="pay">Paga ${euro(sum)}</button></section>`,
}
const keep = () => {
  if (part !== 'form') return
  kept.name = typedIn('#nome')
  kept.country = typedIn('#paese')
  kept.city = typedIn('#citta')
}
const go = to => {
  keep()
  part = to
  put(one('#main'), views[to](), 'instead')
}
go('home')
on('#start', () => later(400, () => go('form')))
on('.home, .form', ({ className }, event) => {
  event.preventDefault()
  go(className)
})
on('.sum', ({ dataset }) => {
  sum = Number(dataset.of)
  go('form')
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'who') who = target.value
  if (target.id === 'auto') isAuto = target.checked
  if (target.id === 'terms') isAgreed = target.checked
})
on('#next', () => {
  keep()
  const missing = [
    [who, 'il tipo di cliente'],
    [kept.name, 'nome e cognome'],
    [kept.country, 'il paese'],
    [kept.city, 'la città'],
  ].filter(([given]) => !given)
  if (missing.length > 0) {
    one('#bad').textContent = `Manca: ${missing.map(([, text]) => text).join(', ')}.`
    return
  }
  later(700, () => go('check'))
})
on('#pay', button => {
  if (!isAgreed) {
    one('#bad').textContent = 'Per continuare accetta le condizioni di vendita.'
    return
  }
  button.disabled = true
  button.textContent = 'Pagamento in corso…'
  one('#bad').textContent = ''
  tries++
  later(1900, () => {
    if (tries === 1) {
      button.disabled = false
      button.textContent = `Paga ${euro(sum)}`
      one('#bad').textContent = 'La banca non ha risposto in tempo. Non ti è stato addebitato nulla, riprova.'
      return
    }
    state.seen.paid = sum
    state.seen.autoReload = isAuto
    go('home')
  })
})
tell(
  [
    { purpose: 'open-form', done: () => part !== 'home' },
    { purpose: 'amount', done: () => sum === 5, also: ['card'] },
    { purpose: 'auto-reload', done: () => isAuto === false, also: ['card'] },
    { purpose: 'payer', done: () => who === 'privato', also: ['card'] },
    { purpose: 'card-name', value: 'A Person', done: () => typedIn('#nome') !== '', also: ['card'] },
    { purpose: 'country', value: 'Germania', done: () => typedIn('#paese') !== '', also: ['card'] },
    { purpose: 'city', value: 'Berlin', done: () => typedIn('#citta') !== '', also: ['card'] },
    { purpose: 'next-step', done: () => false, also: ['card'] },
    { purpose: 'rules', done: () => isAgreed },
    { purpose: 'submit', done: isPaid },
  ],
  { reached: isPaid },
)
