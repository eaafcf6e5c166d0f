// Dutch: a note that keys should be renewed, the form folds out above the cards, the new key comes in a toast that stays until it is put away; an old one is ended by a link in its card, which asks in the card itself.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let isUp = false
let key = null
let asks = ''
let works = ''
let keys = [
  { name: 'kassa-filiaal', last: 'b2Nq', used: 'vandaag' },
  { name: subject.name, last: subject.lastFour, used: '6 dagen geleden' },
  { name: 'nachtelijke-import', last: 'Xo9J', used: 'gisteren' },
]
const isEnded = () => state.ended.length > 0
const isRotating = task === 'rotate-key'
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.link{border:0;background:none;color:#0b5fa5;text-decoration:underline;padding:2px 6px}</style><header class="row" style="margin:0;padding:12px 28px;background:#fff7ec;border-bottom:1px solid #ecd9bd"><b>🌷 Polderpost</b><a href="#o">Overzicht</a><a href="/api-keys" aria-current="page">Sleutels</a><a href="#g">Gebruik</a><a href="#f">Facturen</a><span style="margin-inline-start:auto">Mijn organisatie ▾</span></header><main class="content"><div class="head"><h1>Sleutels</h1><span id="top"></span></div><div class="card" style="background:#eef5fb">💡 Vernieuw uw sleutels minstens één keer per jaar. Maak eerst een nieuwe sleutel, zet die in uw programma en trek daarna pas de oude in.</div><div id="form"></div><div id="cards"></div></main><div id="toasts" aria-live="polite"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="new">Nieuwe sleutel</button>')
const draw = () =>
  put(
    one('#cards'),
    keys
      .map(({ name, last, used }) => {
        const is = last === subject.lastFour
        const foot =
          works === last
            ? '<p class="muted">Wordt ingetrokken…</p>'
            : asks === last
              ? `<p>Weet u het zeker? Programma’s die deze sleutel gebruiken, krijgen geen toegang meer.</p><button${is ? ' m="confirm-revoke"' : ''} type="button" class="danger yes">Definitief intrekken</button> <button type="button" class="no">Toch behouden</button>`
              : `<button type="button" class="link">Naam wijzigen</button><button type="button" class="link">Gebruik bekijken</button><button${is ? ' m="revoke"' : ''} type="button" class="link rev" data-of="${last}" style="color:#a32020">Intrekken</button>`
        return `<article class="card"${is ? ' m="row"' : ''} aria-label="${name}"><div class="head" style="margin:0"><b>${name}</b><span class="mono">sk-…${last}</span></div><p class="muted" style="margin:4px 0">Laatst gebruikt: ${used}</p>${foot}</article>`
      })
      .join(''),
    'instead',
  )
draw()
on('#new', () => {
  isUp = true
  put(
    one('#form'),
    '<section class="card" aria-labelledby="ft"><h2 id="ft">Nieuwe sleutel</h2><div class="field"><label for="nm">Naam</label><input m="name" id="nm" placeholder="Waar gebruikt u de sleutel voor?" style="width:340px"></div><div class="row"><button m="submit" type="button" class="primary" id="go" disabled>Sleutel aanmaken</button><button type="button" id="no">Annuleren</button></div></section>',
    'instead',
  )
})
on('#no', () => {
  isUp = false
  one('#form').replaceChildren()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'nm') one('#go').disabled = !target.value.trim()
})
on('#go', button => {
  const name = typedIn('#nm').trim()
  button.disabled = true
  button.textContent = 'Bezig…'
  later(1200, () => {
    key = newKey()
    isUp = false
    state.seen.name = name
    keys = [{ name, last: key.slice(-4), used: 'nooit' }, ...keys]
    one('#form').replaceChildren()
    draw()
    put(
      one('#toasts'),
      `<div class="toast" role="status" style="max-width:520px"><div class="head" style="margin:0"><b>${name} is aangemaakt</b><button m="done" type="button" class="icon" id="shut" aria-label="Melding sluiten" style="color:#fff">✕</button></div><p>Bewaar de sleutel nu. We tonen hem maar één keer.</p><code class="mono" id="key">${key}</code><p><button m="copy" type="button" id="copy">Kopiëren</button></p></div>`,
      'instead',
    )
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Gekopieerd'
})
on('#shut', () => {
  state.seen.closed = true
  one('#toasts').replaceChildren()
})
on('.rev', ({ dataset }) => {
  asks = dataset.of
  draw()
})
on('.no', () => {
  asks = ''
  draw()
})
on('.yes', () => {
  works = asks
  asks = ''
  draw()
  later(1300, () => {
    ;(works === subject.lastFour ? state.ended : state.wrongEnded).push(works)
    keys = keys.filter(({ last }) => last !== works)
    works = ''
    draw()
  })
})
const canEnd = () => !isRotating || key !== null
tell(
  [
    ...(isRotating
      ? [
          { purpose: 'open-form', when: () => key === null, done: () => isUp },
          { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm').trim() !== '' },
          { purpose: 'submit', done: () => key !== null },
          { purpose: 'copy', done: () => state.seen.copied === true },
          { purpose: 'done', done: () => state.seen.closed === true, also: ['revoke', 'row'] },
        ]
      : []),
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', when: canEnd, done: isEnded, also: ['row'] },
  ],
  { reached: () => isEnded() && (!isRotating || key !== null), key: () => one('#key') },
)
