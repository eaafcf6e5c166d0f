// Polish; parts that fold, the budget among them; sums as chips with one for a sum of one's own, and a switch without which only a mail is sent.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let chip = ''
let isHard = false
let own = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>summary { padding: 12px 0; cursor: pointer; font-weight: 600 } #hard { width: 44px; height: 24px; padding: 0; border-radius: 12px } #hard::after { content: ""; display: block; width: 18px; height: 18px; margin-inline-start: 2px; border-radius: 9px; background: #fff; border: 1px solid #8a939c } #hard[aria-checked=true] { background: #1257d6 } #hard[aria-checked=true]::after { margin-inline-start: 22px }</style><div class="app"><nav><b>Chmurnik</b><a href="#projekty">Projekty</a><a href="#klucze">Klucze API</a><a href="#faktury">Faktury</a><a href="/settings/organization/limits" aria-current="page">Limity</a></nav><main><h1>Limity</h1><p class="muted">W tym miesiącu wydano 1,20 $.</p><details class="card"><summary>Limity szybkości</summary><table><tbody><tr><td>Zapytania na minutę</td><td>60</td></tr><tr><td>Tokeny na minutę</td><td>40 000</td></tr></tbody></table><button type="button">Poproś o zwiększenie</button></details><div id="slot"></div><details class="card"><summary>Powiadomienia</summary><label><input type="checkbox" checked> Cotygodniowe podsumowanie kosztów</label></details></main></div>',
)
put(
  one('#slot'),
  '<details class="card" id="budget"><summary m="open-form">Budżet miesięczny <span class="muted" id="is">brak</span></summary><p>Wybierz kwotę, której organizacja nie powinna przekroczyć.</p><div class="row" id="chips"></div><div id="own"></div><div class="row"><button m="hard-limit" type="button" role="switch" id="hard" aria-checked="false" aria-labelledby="hl"></button><span id="hl">Zatrzymaj zapytania po osiągnięciu budżetu</span></div><p class="muted" id="note">Wyłączone: wyślemy tylko wiadomość e-mail, a koszty będą dalej rosły.</p><p id="bad" role="alert" style="color:#b3261e"></p><button m="submit" type="button" class="primary" id="save">Zapisz budżet</button></details>',
)
const drawChips = () => {
  put(
    one('#chips'),
    ['20 $', '50 $', '100 $', 'Inna kwota']
      .map(
        text =>
          `<button${text === 'Inna kwota' ? ' m="amount-option"' : ''} type="button" class="chip" aria-pressed="${text === chip}" style="border-radius:20px${text === chip ? ';border-color:#1257d6;background:#e3ecfd' : ''}" data-of="${text}">${text}</button>`,
      )
      .join(''),
    'instead',
  )
  put(
    one('#own'),
    chip === 'Inna kwota'
      ? `<div class="field"><label for="am">Kwota w dolarach (USD)</label><input m="amount" id="am" inputmode="decimal" value="${own}"></div>`
      : '',
    'instead',
  )
}
drawChips()
on('.chip', ({ dataset }) => {
  chip = dataset.of
  drawChips()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'am') own = target.value
})
on('#hard', button => {
  isHard = !isHard
  button.setAttribute('aria-checked', String(isHard))
  one('#note').textContent = isHard
    ? 'Włączone: po osiągnięciu budżetu zapytania będą odrzucane.'
    : 'Wyłączone: wyślemy tylko wiadomość e-mail, a koszty będą dalej rosły.'
})
on('#save', button => {
  const wanted = Number((chip === 'Inna kwota' ? typedIn('#am') : chip).replace('$', '').replace(',', '.'))
  one('#bad').textContent = wanted > 0 ? '' : 'Podaj kwotę większą od zera.'
  if (!(wanted > 0)) return
  button.disabled = true
  button.textContent = 'Zapisywanie…'
  later(900, () => {
    state.seen.limit = wanted
    state.seen.isHard = isHard
    one('#is').textContent = `${wanted} $${isHard ? ' · zatrzymuje zapytania' : ''}`
    button.textContent = 'Zapisano ✓'
    setTimeout(() => {
      button.disabled = false
      button.textContent = 'Zapisz budżet'
    }, 2000)
  })
})
const isSaved = () => state.seen.limit === 5 && state.seen.isHard === true
tell(
  [
    { purpose: 'open-form', done: () => isSaved() || one('#budget').open },
    { purpose: 'amount-option', done: () => isSaved() || chip === 'Inna kwota' },
    { purpose: 'amount', value: '5', done: () => isSaved() || typedIn('#am') === '5' },
    { purpose: 'hard-limit', done: () => isSaved() || isHard },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: () => state.seen.limit !== undefined && state.seen.isHard === true },
)
