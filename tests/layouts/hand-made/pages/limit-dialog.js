// German, native dialog: a threshold in steps, a select of what happens then, and an alert in the same form.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization/limits">Budgets</a></nav><main><div class="head"><h1>Budgets</h1><span id="top"></span></div><p>Monatsbudget: <b id="v">kein Budget</b></p></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="edit">Budget festlegen</button>')
put(
  document.body,
  `<dialog id="dlg" style="padding:24px;border-radius:10px"><form method="dialog"><h2>Budget festlegen</h2><div class="field"><label for="b">Betrag pro Monat (US-Dollar)</label><input m="amount" id="b" type="number" min="0" step="1"></div><div class="field"><label for="w">Bei Erreichen</label><select m="hard-limit" id="w"><option value="mail">nur benachrichtigen</option><option value="stop">Anfragen sperren</option></select></div><div class="row"><button value="cancel" type="button" id="no">Abbrechen</button><button m="submit" type="button" class="primary" id="ok">Speichern</button></div></form></dialog>`,
)
on('#edit', () => one('#dlg').showModal())
on('#no', () => one('#dlg').close())
on('#ok', () => {
  if (!typedIn('#b')) return
  one('#ok').disabled = true
  later(800, () => {
    one('#dlg').close()
    one('#ok').disabled = false
    state.seen.saved = true
    one('#v').textContent = `${typedIn('#b')} $`
  })
})
tell(
  [
    { purpose: 'open-form', done: () => one('#dlg').open || state.seen.saved === true },
    { purpose: 'amount', value: '5', done: () => typedIn('#b') === '5' },
    { purpose: 'hard-limit', value: 'stop', done: () => typedIn('#w') === 'stop' },
    { purpose: 'submit', done: () => state.seen.saved === true },
  ],
  { reached: () => state.seen.saved === true && typedIn('#b') === '5' },
)
