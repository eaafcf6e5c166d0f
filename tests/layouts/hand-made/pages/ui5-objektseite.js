// SAP UI5 in German: an object page of which two parts have a button “Anlegen”; lists that are drawn by script, a box to be ticked before the dialog closes.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let validity = 'Unbegrenzt'
let project = 'Default project'
let isSafe = false
document.body.insertAdjacentHTML(
  'beforeend',
  `<div data-sap-ui-area="content"><header class="row sapFShellBar" style="background:#354a5f;color:#fff;padding:8px 20px;margin:0"><b>Modellplattform</b><span>Cockpit</span><span style="margin-inline-start:auto">AD</span></header><div class="app"><nav class="sapTntSideNavigation"><a href="#uebersicht">Übersicht</a><a href="/api-keys" aria-current="page">Zugang</a><a href="#verbrauch">Verbrauch</a><a href="#rollen">Rollen</a></nav><main><h1 class="sapUxAPObjectPageHeaderTitle">Zugang für Anwendungen</h1><p class="muted">Mandant 100 · Europa</p>
<section class="card sapUxAPObjectPageSection" aria-labelledby="z1"><div class="head sapMTB" role="toolbar"><h2 id="z1">Client-Zertifikate (1)</h2><button type="button" class="sapMBtn" id="__button3">Anlegen</button></div><table><tbody><tr><td>CN=alex.doe</td><td>gültig bis 01.03.2027</td></tr></tbody></table></section>
<section class="card sapUxAPObjectPageSection" aria-labelledby="z2"><div class="head sapMTB" role="toolbar" id="bar"><h2 id="z2">API-Schlüssel</h2></div><table class="sapMListTbl"><thead><tr><th>Bezeichnung</th><th>Schlüssel</th><th>Gültigkeit</th></tr></thead><tbody id="rows"><tr><td>Nachtlauf</td><td>sk-…0pQz</td><td>Unbegrenzt</td></tr></tbody></table></section></main></div></div>`,
)
put(
  one('#bar'),
  '<button m="open-form" type="button" class="sapMBtn sapMBtnEmphasized primary" id="add">Anlegen</button>',
)
on('#add', () => {
  if (one('#dialog')) return
  put(
    document.body,
    `<div id="dialog"><div class="veil sapUiBLy"></div><div class="modal sapMDialog" role="dialog" aria-labelledby="dt"><h2 id="dt">API-Schlüssel anlegen</h2><div id="inside"><div class="field"><label class="sapMLabel" for="__input1-inner">Bezeichnung:<span aria-hidden="true"> *</span></label><div class="sapMInputBase"><input m="name" id="__input1-inner" class="sapMInputBaseInner" aria-required="true" maxlength="40"></div></div><div class="field"><span class="sapMLabel" id="pl">Projekt:</span><div m="project" class="btn sapMSlt" role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="pl __select1" id="__select1">${project}</div></div><div class="field"><span class="sapMLabel" id="vl">Gültigkeit:</span><div m="expiry" class="btn sapMSlt" role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="vl __select2" id="__select2">${validity}</div></div><p id="bad" role="alert" style="color:#b3261e"></p><footer class="row sapMDialogFooter" style="justify-content:flex-end"><button m="submit" type="button" class="primary sapMBtn" id="go">Anlegen</button><button type="button" class="sapMBtn" id="no">Abbrechen</button></footer></div></div></div>`,
  )
})
const close = () => one('#list')?.remove()
function unfold(box, purpose, options) {
  close()
  const { left, bottom, width } = box.getBoundingClientRect()
  box.setAttribute('aria-expanded', 'true')
  put(
    document.body,
    `<ul id="list" class="menu sapMSelectList" role="listbox" data-of="${box.id}" style="position:fixed;left:${left}px;top:${bottom}px;min-width:${width}px;margin:0">${options.map(label => `<li${label === 'Vertrieb' ? '' : ` m="${purpose}"`} role="option" class="sapMSelectListItem">${label}</li>`).join('')}</ul>`,
  )
}
on('#__select1', box => unfold(box, 'project', ['Default project', 'Vertrieb']))
on('#__select2', box => unfold(box, 'expiry', ['30 Tage', '1 Jahr', 'Unbegrenzt']))
on('.sapMSelectListItem', item => {
  const box = one(`[id="${one('#list').dataset.of}"]`)
  box.textContent = item.textContent
  box.setAttribute('aria-expanded', 'false')
  if (box.id === '__select1') project = item.textContent
  else validity = item.textContent
  close()
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#list, .sapMSlt')) close()
})
on('#no', () => one('#dialog').remove())
on('#go', button => {
  const name = typedIn('#__input1-inner').trim()
  one('#bad').textContent = name ? '' : 'Geben Sie eine Bezeichnung ein.'
  if (!name) return
  button.disabled = true
  state.seen.name = name
  state.seen.project = project
  put(one('#inside'), '<div class="sapUiLocalBusyIndicator muted" id="wait">Bitte warten …</div>', 'before')
  later(1100, () => {
    key = newKey()
    isSafe = false
    one('#wait').remove()
    one('#dt').textContent = 'API-Schlüssel angelegt'
    put(
      one('#inside'),
      `<div class="card sapMMsgStrip" role="note">Dieser Schlüssel wird nur jetzt vollständig angezeigt. Bewahren Sie ihn sicher auf.</div><div class="field"><label for="key">Schlüssel:</label><textarea id="key" readonly rows="4" style="width:100%" class="mono">${key}</textarea><button m="copy" type="button" class="sapMBtn" id="copy">In Zwischenablage kopieren</button></div><div m="saved-box" class="row sapMCb" role="checkbox" tabindex="0" aria-checked="false" id="safe"><span class="btn" aria-hidden="true" id="tick" style="padding:0 6px">&nbsp;</span><span>Ich habe den Schlüssel gesichert</span></div><footer class="row" style="justify-content:flex-end"><button m="done" type="button" class="sapMBtn" id="shut" disabled>Schließen</button></footer>`,
      'instead',
    )
  })
})
on('#copy', button => {
  button.textContent = 'Kopiert'
})
on('#safe', box => {
  isSafe = !isSafe
  box.setAttribute('aria-checked', String(isSafe))
  one('#tick').textContent = isSafe ? '✓' : '\u00a0'
  one('#shut').disabled = !isSafe
})
on('#shut', () => {
  one('#dialog').remove()
  one('#rows').insertAdjacentHTML(
    'beforeend',
    `<tr><td>${state.seen.name}</td><td>sk-…${key.slice(-4)}</td><td>${validity}</td></tr>`,
  )
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', done: () => one('#dialog') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#__input1-inner') !== '' },
    { purpose: 'project', done: () => true },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'saved-box', done: () => isSafe },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
