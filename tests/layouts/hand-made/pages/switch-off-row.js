// Polish; a row has a switch, and switching off is how a key ends: a small question in a bubble beside the row, with a box to tick and the name to type.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

const keys = [
  ['kolejka', 'T0pl'],
  [subject.name, subject.lastFour],
  ['reporting-new', '93Za'],
]
let asked = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Klucze</a></nav><main><h1>Klucze API</h1><table><thead><tr><th>Nazwa</th><th>Klucz</th><th>Aktywny</th></tr></thead><tbody id="rows"></tbody></table></main></div><div id="layer"></div>',
)
const draw = () =>
  put(
    one('#rows'),
    keys
      .map(([name, last]) => {
        const is = last === subject.lastFour
        return `<tr${is ? ' m="row"' : ''}><td>${name}</td><td class="mono">sk-…${last}</td><td><button type="button" role="switch" aria-checked="true" aria-label="Aktywny" class="sw icon" data-of="${last}"${is ? ' m="revoke"' : ''}>▮▯</button></td></tr>`
      })
      .join(''),
    'instead',
  )
draw()
const shut = () => {
  asked = null
  one('#layer').replaceChildren()
}
on('.sw', button => {
  asked = button.dataset.of
  const { left, bottom } = button.getBoundingClientRect()
  const [name] = keys.find(([, last]) => last === asked)
  put(
    one('#layer'),
    `<div class="menu" style="left:${left - 260}px;top:${bottom}px;width:320px;padding:14px"><p style="margin:0">Wyłączyć na zawsze klucz <b>${name}</b>?</p><label m="confirm-check" style="padding:0"><input type="checkbox" id="sure"> Rozumiem, że tego nie można cofnąć</label><input m="confirm-field" id="typed" aria-label="Wpisz nazwę klucza" placeholder="${name}"><div class="row" style="padding:0"><button type="button" class="btn" id="no">Anuluj</button><button m="confirm-revoke" type="button" class="danger" id="yes" disabled>Wyłącz</button></div></div>`,
    'instead',
  )
})
const ready = () =>
  one('#sure')?.checked && typedIn('#typed') === keys.find(([, last]) => last === asked)?.[0]
for (const type of ['input', 'change'])
  document.addEventListener(type, () => {
    if (one('#yes')) one('#yes').disabled = !ready()
  })
on('#no', shut)
on('#yes', () =>
  later(600, () => {
    ;(asked === subject.lastFour ? state.ended : state.wrongEnded).push(asked)
    keys.splice(
      keys.findIndex(([, last]) => last === asked),
      1,
    )
    shut()
    draw()
  }),
)
const isEnded = () => state.ended.length > 0
tell(
  [
    { purpose: 'revoke', when: () => asked === null, done: isEnded, also: ['row'] },
    { purpose: 'confirm-check', done: () => one('#sure').checked, also: ['confirm-field'] },
    { purpose: 'confirm-field', value: subject.name, done: () => typedIn('#typed') === subject.name },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
