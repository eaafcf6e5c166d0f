// A board: each key is a card in a lane. A card opens in a peek at the side, where its state is a list of states; the last of them ends the key and is asked about there.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const opener = 'row-open'
const cards = [
  { name: 'checkout', last: 'pP20', lane: 'Live' },
  { name: subject.name, last: subject.lastFour, lane: 'Live' },
  { name: 'reporting-new', last: 'h7Ta', lane: 'Live' },
  { name: 'spike', last: 'Zz19', lane: 'Parked' },
]
const lanes = ['Live', 'Parked', 'Retired']
let peek = ''
let isListed = false
let ask = false
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys" aria-current="page">Key board</a><a href="#b">Spend board</a><a href="#b">Members</a><a href="#b">Archive</a></nav><main style="max-width:none"><div class="head"><h1>Key board</h1><div class="row"><button type="button">Board</button><button type="button">Table</button><button type="button">＋ Lane</button></div></div><div id="board" style="display:grid;grid-template-columns:repeat(3,230px);gap:14px;align-items:start"></div></main></div><div id="side"></div>`,
)
const draw = () => {
  put(
    one('#board'),
    lanes
      .map(
        lane =>
          `<section style="background:#f4f6f8;border-radius:8px;padding:10px"><h2 style="font-size:15px;margin:0">${lane} <span class="muted">${cards.filter(card => card.lane === lane).length}</span></h2>${cards
            .filter(card => card.lane === lane)
            .map(
              ({ name, last }) =>
                `<article${last === subject.lastFour && lane === 'Live' ? ' m="row"' : ''} class="card" style="background:#fff"><a${last === subject.lastFour && lane === 'Live' ? ` m="${opener}"` : ''} href="#${last}" class="open" data-of="${last}">${name}</a><div class="muted">…${last}</div></article>`,
            )
            .join('')}</section>`,
      )
      .join(''),
    'instead',
  )
  const card = cards.find(({ last }) => last === peek)
  if (!card) return one('#side').replaceChildren()
  const isIt = peek === subject.lastFour
  put(
    one('#side'),
    `<aside class="drawer" aria-label="${card.name}"><div class="head"><button type="button" class="icon" id="close" aria-label="Close peek">»</button><button type="button" class="icon" aria-label="Copy link">🔗</button></div><h2>${card.name}</h2><table><tbody><tr><th>Ends in</th><td>${card.last}</td></tr><tr><th>Made</th><td>${isIt ? subject.created : 'Sep 1, 2026'}</td></tr><tr><th>State</th><td style="position:relative"><button${isIt && !isListed && !ask && card.lane !== 'Retired' ? ' m="revoke"' : ''} type="button" id="state" aria-haspopup="listbox" aria-expanded="${isListed}">${card.lane} ▾</button>${isListed ? `<div class="menu" role="listbox">${lanes.map(lane => `<div${isIt && lane === 'Retired' ? ' m="revoke"' : ''} role="option" tabindex="0" aria-selected="${card.lane === lane}" class="lane" data-lane="${lane}">${lane}<div class="muted">${{ Live: 'Answers requests', Parked: 'Refuses requests, can come back', Retired: 'The key stops working for good' }[lane]}</div></div>`).join('')}</div>` : ''}</td></tr></tbody></table>${ask ? `<div class="card" role="alert"><b>Retire ${card.name}?</b><p>A retired key cannot be made live again.</p><button${isIt ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes">Retire key</button> <button type="button" id="no">Leave it ${card.lane.toLowerCase()}</button></div>` : ''}<h3>Comments</h3><textarea placeholder="Add a comment…" aria-label="Comment"></textarea><button type="button">Send</button></aside>`,
    'instead',
  )
}
draw()
const set = change => {
  change()
  draw()
}
on('.open', (link, event) => {
  event.preventDefault()
  set(() => {
    peek = link.dataset.of
    ask = isListed = false
  })
})
on('#close', () => set(() => (peek = '')))
on('#state', () => set(() => (isListed = !isListed)))
on('.lane', ({ dataset }) =>
  set(() => {
    isListed = false
    if (dataset.lane === 'Retired') ask = true
    else cards.find(({ last }) => last === peek).lane = dataset.lane
  }),
)
on('#no', () => set(() => (ask = false)))
on('#yes', () =>
  later(700, () =>
    set(() => {
      ;(peek === subject.lastFour ? state.ended : state.wrongEnded).push(peek)
      cards.find(({ last }) => last === peek).lane = 'Retired'
      ask = false
    }),
  ),
)
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: opener, when: () => peek !== subject.lastFour, done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
