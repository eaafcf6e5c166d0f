// Keys as cards, each with its own button of ending; a new one is made in a card above them and shown in a banner; ending asks for the key's name. For rotating (a new one, then the old one ends) and for ending alone.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

const cards = [
  { name: 'gateway-eu', last: 'hJ7s', note: 'Last used 12 minutes ago' },
  { name: subject.name, last: subject.lastFour, note: `Created ${subject.created}. Last used 2 days ago` },
]
const isRotating = task === 'rotate-key'
let key = null
let isForm = false
let isShown = false
let asked = ''
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>observer.io</b><a href="#org">Organization</a><a href="/api-keys" aria-current="page">API keys</a><a href="#app">Application keys</a><a href="#audit">Audit trail</a></nav><main><div class="head"><h1>API keys</h1><span id="top"></span></div><p class="card muted">Tip: keys older than 180 days should be replaced. Make the new key first, put it into your app, then revoke the old one.</p><div id="banner"></div><div id="form"></div><div id="cards"></div></main></div><div id="ask"></div>',
)
const drawTop = () =>
  put(
    one('#top'),
    isForm ? '' : '<button m="open-form" type="button" class="primary" id="add">New key</button>',
    'instead',
  )
const drawForm = () => {
  drawTop()
  put(
    one('#form'),
    isForm
      ? '<section class="card"><div class="row"><input m="name" id="nm" aria-label="Name of the new key" placeholder="Name, for example web-prod"><button m="submit" type="button" class="primary" id="go">Create</button><button type="button" id="no">Cancel</button></div></section>'
      : '',
    'instead',
  )
}
const drawBanner = () =>
  put(
    one('#banner'),
    isShown
      ? `<section class="card" role="status" style="background:#e8f6ec"><b>Your new key</b><p>This is the only time that it is shown in full.</p><p id="key" class="mono">${key}</p><button m="copy" type="button" id="copy">Copy key</button> <button m="done" type="button" id="end">I have stored it</button></section>`
      : '',
    'instead',
  )
const drawCards = () =>
  put(
    one('#cards'),
    cards
      .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
      .map(
        ({ name, last, note }) =>
          `<section class="card head"${last === subject.lastFour ? ' m="row" m-is="label"' : ''}><div><b>${name}</b> <span class="mono">••••${last}</span><p class="muted" style="margin:0">${note}</p></div><button${last === subject.lastFour ? ' m="revoke"' : ''} type="button" class="cut" style="color:#b3261e" data-of="${last}">Revoke</button></section>`,
      )
      .join(''),
    'instead',
  )
const nameOf = of => cards.find(({ last }) => last === of)?.name
const drawAsk = () => {
  // Rotating: the old key ends when there is a new one, not before.
  const isRight = asked === subject.lastFour && (!isRotating || key !== null)
  put(
    one('#ask'),
    asked
      ? `<div class="veil"></div><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="at"><h2 id="at">Revoke ${nameOf(asked)}</h2><p>Requests with the key that ends in <b>${asked}</b> will fail from now on.</p><div class="field"><label for="ty">Type <b>${nameOf(asked)}</b> to confirm</label><input${isRight ? ' m="confirm-field"' : ''} id="ty" autocomplete="off"></div><div class="row" style="justify-content:flex-end"><button${isRight ? '' : ' m="clear-away"'} type="button" id="keep">Cancel</button><button${isRight ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes" disabled>Revoke key</button></div></div>`
      : '',
    'instead',
  )
}
drawForm()
later(700, drawCards)
const edit = is => {
  isForm = is
  drawForm()
}
on('#add', () => edit(true))
on('#no', () => edit(false))
on('#go', button => {
  const name = typedIn('#nm').trim()
  if (!name) return
  button.disabled = true
  // Its card is there at once, its last four characters come with the answer.
  cards.unshift({ name, last: '····', note: 'Creating…' })
  drawCards()
  later(1000, () => {
    key = newKey()
    isShown = true
    Object.assign(cards[0], { last: key.slice(-4), note: 'Created just now. Never used' })
    edit(false)
    drawBanner()
    drawCards()
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
  state.seen.copied = true
})
on('#end', () => {
  isShown = false
  state.seen.closed = true
  drawBanner()
})
on('.cut', ({ dataset }) => {
  asked = dataset.of
  drawAsk()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'ty') one('#yes').disabled = target.value !== nameOf(asked)
})
on('#keep', () => {
  asked = ''
  drawAsk()
})
on('#yes', button => {
  button.disabled = true
  button.textContent = 'Revoking…'
  later(900, () => {
    ;(asked === subject.lastFour ? state.ended : state.wrongEnded).push(asked)
    asked = ''
    drawAsk()
    drawCards()
  })
})
const isClear = () => asked === ''
const isNewFirst = () => isRotating && key === null && isClear()
tell(
  [
    { purpose: 'clear-away', done: () => false },
    { purpose: 'confirm-field', value: subject.name, done: () => typedIn('#ty') === subject.name },
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'open-form', when: isNewFirst, done: () => isForm },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: isNewFirst,
      done: () => typedIn('#nm').trim() !== '',
    },
    { purpose: 'submit', when: isNewFirst, done: () => key !== null },
    { purpose: 'copy', when: isClear, done: () => true },
    { purpose: 'done', when: isClear, done: () => !isShown, also: ['revoke', 'row'] },
    {
      purpose: 'revoke',
      when: () => isClear() && (!isRotating || key !== null),
      done: isEnded,
      also: ['row'],
    },
  ],
  { reached: () => isEnded() && (!isRotating || key !== null), key: () => one('#key') },
)
