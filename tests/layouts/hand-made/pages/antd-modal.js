// Ant Design, German: the dialog is a wrap with the role on the outer box, a select made of an input, the key in Typography with its own copy.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<section class="ant-layout app"><aside class="rail ant-layout-sider"><ul role="menu"><li role="menuitem"><a href="/api-keys">Zugangsschlüssel</a></li><li role="menuitem"><a href="/usage">Verbrauch</a></li></ul></aside><main class="content ant-layout-content"><div class="head"><span class="ant-page-header-heading-title">Zugangsschlüssel</span><span id="top"></span></div><div class="ant-empty"><div class="ant-empty-description">Keine Daten</div></div></main></section>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary ant-btn ant-btn-primary" id="add"><span>Schlüssel anlegen</span></button>',
)
let key = null
const project = { value: '' }
on('#add', () =>
  later(150, () => {
    put(
      document.body,
      `<div id="modal"><div class="ant-modal-root"><div class="veil ant-modal-mask"></div><div tabindex="-1" class="ant-modal-wrap"><div role="dialog" aria-labelledby="rcT" aria-modal="true" class="modal ant-modal"><div class="ant-modal-content"><button type="button" aria-label="Close" class="icon ant-modal-close" id="x">✕</button><div class="ant-modal-header"><div class="ant-modal-title" id="rcT">Schlüssel anlegen</div></div><div class="ant-modal-body"><form class="ant-form">
<div class="field ant-form-item"><label for="basic_bez" title="Bezeichnung" class="ant-form-item-required">Bezeichnung</label><input m="name" id="basic_bez" aria-required="true" class="ant-input" type="text" value=""></div>
<div class="field ant-form-item"><label for="basic_proj">Projekt</label><div m="project" class="ant-select" id="sel"><div class="ant-select-selector btn"><span class="ant-select-selection-search"><input id="basic_proj" role="combobox" aria-expanded="false" aria-haspopup="listbox" readonly autocomplete="off" style="opacity:0;width:4px;min-width:0;height:10px" unselectable="on" value=""></span><span class="ant-select-selection-placeholder" id="chosen">Bitte wählen</span></div></div></div>
</form></div><div class="ant-modal-footer row"><button type="button" class="ant-btn" id="no"><span>Abbrechen</span></button><button m="submit" type="button" class="primary ant-btn ant-btn-primary" id="ok"><span>OK</span></button></div></div></div></div></div></div>`,
    )
  }),
)
on('#sel', () => {
  if (one('.ant-select-dropdown')) return
  const { left, bottom } = one('#sel').getBoundingClientRect()
  put(
    document.body,
    `<div class="menu ant-select-dropdown" style="left:${left}px;top:${bottom}px"><div role="listbox" id="basic_proj_list" style="height:0;width:0;overflow:hidden"><div role="option" aria-label="Default project">default</div></div><div class="rc-virtual-list"><div m="project-option" class="ant-select-item ant-select-item-option" title="Default project" id="o1"><div class="ant-select-item-option-content">Default project</div></div></div></div>`,
  )
})
on('#o1', () => {
  project.value = 'x'
  one('#chosen').textContent = 'Default project'
  one('.ant-select-dropdown').remove()
})
on('#no,#x', () => {
  one('#modal')?.remove()
  if (key) state.seen.closed = true
})
on('#ok', () => {
  if (!typedIn('#basic_bez') || !project.value) {
    if (!one('.ant-form-item-explain-error'))
      one('.ant-form').insertAdjacentHTML(
        'beforeend',
        '<div class="ant-form-item-explain-error" role="alert">Bitte alle Felder ausfüllen</div>',
      )
    return
  }
  one('#ok').classList.add('ant-btn-loading')
  later(900, () => {
    key = newKey()
    put(
      one('.ant-modal-content'),
      `<button m="done" type="button" aria-label="Close" class="icon ant-modal-close" id="x">✕</button><div class="ant-modal-title">Ihr Schlüssel</div><p>Er wird nur dieses eine Mal angezeigt.</p><span class="ant-typography mono" id="key">${key}<button m="copy" class="icon ant-typography-copy" aria-label="Kopieren" type="button">⧉</button></span>`,
      'instead',
    )
  })
})
tell(
  [
    { purpose: 'open-form', done: () => one('#modal') !== null || key !== null },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#basic_bez') !== '' || key !== null,
    },
    { purpose: 'project', when: () => !one('.ant-select-dropdown'), done: () => project.value !== '' },
    { purpose: 'project-option', done: () => false, also: ['project'] },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
