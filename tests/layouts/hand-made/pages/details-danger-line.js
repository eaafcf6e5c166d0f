// Each key is a page of its own behind its name. There a split button: "Rotate" with an arrow that opens "Retire now". It asks for the name, works, and says in a plain line at the bottom of the question that it did not work.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

let at = ''
let isMenu = false
let asks = false
let tries = 0
const isEnded = () => state.ended.length > 0
const keys = [
  { name: 'loadtest', last: 'aa7P' },
  { name: subject.name, last: subject.lastFour },
]
document.body.insertAdjacentHTML('beforeend', '<main class="content" id="main"></main><div id="layer"></div>')
const draw = () => {
  const found = keys.find(({ last }) => last === at)
  const isIt = at === subject.lastFour
  put(
    one('#main'),
    found
      ? `<p><a href="#all" id="all">‹ All keys</a></p><div class="head"><h1>${found.name}</h1><div class="row" style="gap:0"><button type="button">Rotate</button><button${isIt ? ' m="row-open"' : ''} type="button" aria-haspopup="menu" aria-expanded="${isMenu}" aria-label="More ways" id="arrow">▾</button></div></div>${isMenu ? `<div class="menu" role="menu" style="right:200px;top:110px"><div role="menuitem" tabindex="0">Rotate on a schedule</div><div${isIt ? ' m="revoke"' : ''} role="menuitem" tabindex="0" id="retire">Retire now</div></div>` : ''}<dl><dt>Ends in</dt><dd class="mono">…${found.last}</dd><dt>Created</dt><dd>${subject.created}</dd></dl>`
      : `<h1>Keys</h1><table><tbody>${keys
          .filter(({ last }) => !state.ended.includes(last))
          .map(
            ({ name, last }) =>
              `<tr${last === subject.lastFour ? ' m="row" m-is="label"' : ''}><td><a${last === subject.lastFour ? ' m="row-open"' : ''} href="#k" class="k" data-of="${last}">${name}</a></td><td class="mono">…${last}</td></tr>`,
          )
          .join('')}</tbody></table>`,
    'instead',
  )
}
draw()
on('.k', ({ dataset }, event) => {
  event.preventDefault()
  at = dataset.of
  draw()
})
on('#all', (_, event) => {
  event.preventDefault()
  at = ''
  draw()
})
on('#arrow', () => {
  isMenu = !isMenu
  draw()
})
on('#retire', () => {
  isMenu = false
  asks = true
  draw()
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal"><h2>Retire ${subject.name}?</h2><p>Type its name to go on.</p><input m="confirm-field" id="typed" aria-label="Name of the key"><div class="row"><button type="button" id="no">Not now</button><button m="confirm-revoke" type="button" class="danger" id="yes">Retire</button></div><div id="line"></div></div>`,
    'instead',
  )
})
on('#no', () => {
  asks = false
  one('#layer').replaceChildren()
})
on('#yes', () => {
  if (typedIn('#typed') !== subject.name) return
  tries++
  one('#line').textContent = 'Retiring…'
  later(2200, () => {
    if (tries === 1) {
      one('#line').textContent = 'It did not go through: the region eu-2 does not answer.'
      return
    }
    state.ended.push(at)
    at = ''
    asks = false
    one('#layer').replaceChildren()
    draw()
  })
})
tell(
  [
    {
      purpose: 'confirm-field',
      value: subject.name,
      when: () => asks,
      done: () => typedIn('#typed') === subject.name,
    },
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: 'row-open', when: () => !isMenu && !asks, done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
