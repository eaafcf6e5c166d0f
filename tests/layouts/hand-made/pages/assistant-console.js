// The console is a talk: suggestions to press, a line to write in, and the key comes as a card in an answer.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let at = 'start'
let key = null
let name = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/home">Ask</a><a href="/api-keys" aria-current="page">Keys</a><a href="/usage">Usage</a></nav><main><h1>Keys</h1><div id="talk" role="log" aria-live="polite"><p>You have 2 keys. What would you like to do?</p></div><div id="chips" class="row"></div><div class="row" id="line"></div></main></div>',
)
put(
  one('#line'),
  '<input m="name" id="n" aria-label="Message" placeholder="Ask or answer…" style="flex:1"><button m="next-step" type="button" class="icon" id="send" aria-label="Send">➤</button>',
)
const say = (who, html) =>
  put(
    one('#talk'),
    `<div class="${who === 'me' ? 'card' : ''}" style="${who === 'me' ? 'margin-left:40%' : ''}">${html}</div>`,
  )
const chips = list =>
  put(
    one('#chips'),
    list
      .map(
        ([id, text, purpose]) =>
          `<button type="button" class="btn chip" data-id="${id}"${purpose ? ` m="${purpose}"` : ''}>${text}</button>`,
      )
      .join(''),
    'instead',
  )
chips([
  ['new', 'Create a new key', 'open-form'],
  ['end', 'Revoke a key'],
  ['spend', 'Who spends most?'],
])
on('.chip', ({ dataset, textContent }) => {
  say('me', textContent)
  if (dataset.id === 'new') {
    chips([])
    later(500, () => {
      at = 'name'
      say('it', '<p>Sure. What should the key be called?</p>')
    })
  } else if (dataset.id === 'yes') {
    chips([])
    later(900, () => {
      key = newKey()
      at = 'made'
      say(
        'it',
        `<p>Done. Copy it now, I cannot show it again.</p><div class="card"><b>${name}</b><pre class="mono" style="white-space:pre-wrap" id="key">${key}</pre><button m="copy" type="button" class="btn">Copy</button></div>`,
      )
    })
  } else say('it', '<p>I can do that in a moment.</p>')
})
on('#send', () => {
  const text = typedIn('#n').trim()
  if (!text) return
  one('#n').value = ''
  say('me', text)
  if (at !== 'name') return
  name = text
  later(400, () => {
    at = 'sure'
    say('it', `<p>I will make <b>${name}</b> in Default project, with all permissions. Is that right?</p>`)
    chips([
      ['yes', 'Yes, create it', 'submit'],
      ['no', 'No, change something'],
    ])
  })
})
tell(
  [
    { purpose: 'open-form', when: () => at === 'start', done: () => at !== 'start' },
    {
      purpose: 'name',
      when: () => at === 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#n') !== '' || name !== '',
    },
    { purpose: 'next-step', when: () => at === 'name', done: () => name !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
