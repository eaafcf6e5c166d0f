// Radix: "Custom" unfolds groups, each level a toggle of three; the key in a field of the same sheet. What was chosen is lost on the way:
// the key may do everything, so what the walk is for is never reached, and nobody may claim it.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

const rows = { Models: 'Read', 'Model capabilities': 'Write', Responses: 'Write', Files: 'None' }
const chosen = {}
let key = null
let kind = 'full'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">Keys</a></nav><main><div class="head"><h1>Keys</h1><span id="top"></span></div></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">New key</button>')
const toggles = () =>
  kind === 'full'
    ? ''
    : Object.keys(rows)
        .map(
          name =>
            `<div class="row" data-orientation="vertical"><h3 style="width:160px;font-size:15px">${name}</h3><div role="radiogroup" aria-label="${name}" class="row">${['None', 'Read', 'Write'].map(level => `<button type="button" role="radio" aria-checked="${(chosen[name] ?? 'None') === level}" data-of="${name}" data-level="${level}" class="level"${rows[name] === level && level !== 'None' ? ' m="permission-row"' : ''}>${level}</button>`).join('')}</div></div>`,
        )
        .join('')
const draw = () => {
  const name = typedIn('#n')
  const html = `<h2 id="h">New key</h2><div class="field"><label for="n">Name</label><input m="name" id="n" value="${name}"></div><div role="radiogroup" aria-label="Access" class="row"><button type="button" role="radio" class="kind" data-kind="full" aria-checked="${kind === 'full'}">Full</button><button m="permissions" type="button" role="radio" class="kind" data-kind="custom" aria-checked="${kind === 'custom'}">Custom</button></div><div id="levels">${toggles()}</div><button m="submit" type="button" class="primary" id="go">Create key</button>`
  if (one('#sheet')) put(one('#sheet'), html, 'instead')
  else
    put(
      document.body,
      `<div id="portal"><div class="veil"></div><div id="sheet" class="drawer" role="dialog" aria-labelledby="h">${html}</div></div>`,
    )
}
on('#add', draw)
on('.kind', button => {
  kind = button.dataset.kind
  draw()
})
on('.level', button => {
  chosen[button.dataset.of] = button.dataset.level
  draw()
})
on('#go', () => {
  if (typedIn('#n'))
    later(700, () => {
      key = newKey()
      put(
        one('#sheet'),
        `<h2 id="h">Key created</h2><p>Keep it somewhere safe.</p><input id="key" readonly style="width:380px"><button m="copy" type="button">Copy</button> <button m="done" type="button" id="x">Done</button>`,
        'instead',
      )
      one('#key').value = key
    })
})
on('#x', () => {
  one('#portal').remove()
  state.seen.closed = true
})
const undone = () => Object.keys(rows).find(name => (chosen[name] ?? 'None') !== rows[name])
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#sheet') !== null },
    { purpose: 'name', value: 'Chat-MyApp', done: () => typedIn('#n') !== '' },
    { purpose: 'permissions', done: () => kind === 'custom' },
    {
      purpose: 'permission-row',
      done: () => undone() === undefined,
      at: () => one(`[data-of="${undone()}"][data-level="${rows[undone()]}"]`),
    },
    { purpose: 'submit', done: () => false },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => false, key: () => one('#key') },
)
