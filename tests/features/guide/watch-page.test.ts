// @vitest-environment happy-dom
/** What the page's side tells while a person presses whatever is there: the worker must take every word of it, or the guide is deaf. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import { lackingField, type PageFacts } from '../../../src/features/guide/core/tour.ts'
import { listedRows } from '../../../src/features/guide/page/page-rows.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { type Watch, type Watched, watchPage } from '../../../src/features/guide/page/watch-page.ts'
import { guides } from '../../../src/guides/index.ts'
import { accept } from '../../../src/protocol/accept.ts'
import { own, senders } from '../../protocol/sender-cases.ts'
import { page as factsOf, found, walk } from './guide-world.ts'

learnWords(pageWords)

const [content] = senders['content script']
const noKeys = {
  look: () => null,
  inSight: () => ({ shown: [], unseen: false }),
  begin: () => {},
  startAnew: () => {},
} as never

const parts = [
  '<button>Create new secret key</button>',
  '<button>Cancel</button>',
  '<button>Save</button>',
  '<button>Revoke</button>',
  '<label>Name <input></label>',
  '<label>Reason <input required></label>',
  '<label>Cost centre * <input></label>',
  '<select><option>Default project</option></select>',
  '<input type="checkbox" required aria-label="I agree">',
  '<textarea placeholder="Why"></textarea>',
  '<div role="dialog"><h2>Create new secret key</h2><input required><button>Create secret key</button></div>',
  '<aside><label>Name <input required></label><button>Create</button></aside>',
  '<nav><button>Default project</button></nav>',
  '<table><tr><td>sk-…abcd</td><td><button>Delete</button></td></tr></table>',
]

let ending: AbortController
beforeEach(() => {
  vi.useFakeTimers()
  ending = new AbortController()
  Element.prototype.checkVisibility = () => true
  document.elementsFromPoint = () => []
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 100, 30)
})
afterEach(() => {
  ending.abort()
  vi.useRealTimers()
})

function press(element: Element): void {
  const event = new Event('pointerdown', { bubbles: true, composed: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  element.dispatchEvent(event)
}

function watching(guide: string, view: Watched): { watch: Watch; refused: PageFacts[]; told: PageFacts[] } {
  const told: PageFacts[] = []
  const refused: PageFacts[] = []
  const watch = watchPage(
    () => null,
    facts => {
      told.push(facts)
      const message = { name: 'page.facts', payload: { guide, step: view.step, facts } }
      const isTaken = content !== undefined && accept(message, content, own) !== null
      if (!isTaken) refused.push(facts)
      return Promise.resolve(isTaken)
    },
    () => {},
    noKeys,
    ending.signal,
  )
  watch.aim(view)
  return { watch, refused, told }
}

const asSeen = (id: string): Watched => {
  const guide = guides.find(one => one.id === id)
  if (!guide) throw new Error(`No guide ${id}`)
  const view = walk(guide).shows(factsOf({ elements: { opener: found } }))
  return { ...view, showsMe: view.can.showMe }
}

const rest = () => vi.advanceTimersByTimeAsync(600)

const ids = guides.map(({ id }) => id)
test.each(ids)('%s: whatever is pressed on whatever page', { tags: 'slow' }, async id => {
  const view = asSeen(id)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...parts), { maxLength: 4 }),
      fc.array(fc.constantFrom(...parts), { maxLength: 4 }),
      fc.array(fc.nat(20), { maxLength: 5 }),
      async (before, after, presses) => {
        ending.abort()
        ending = new AbortController()
        document.body.innerHTML = before.join('')
        const { refused, told } = watching(id, view)
        await rest()
        for (const at of presses) {
          const all = document.querySelectorAll('button,input,select,textarea,h2')
          const one = all[at % Math.max(all.length, 1)]
          if (one) press(one)
          document.body.insertAdjacentHTML('beforeend', after[at % Math.max(after.length, 1)] ?? '')
          await rest()
        }
        expect(refused).toEqual([])
        expect(told.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 8 },
  )
})

test('a press into the field that Keyway points at as still empty is heard like any other', async () => {
  document.body.innerHTML =
    '<main><button id="open">Create new secret key</button><div id="place"></div></main>'
  const { refused, told, watch } = watching('create-key', asSeen('create-key'))
  await rest()
  press(document.getElementById('open') as Element)
  const place = document.getElementById('place') as Element
  place.innerHTML = '<label>Cost centre <input required></label><button>Create</button>'
  await rest()
  expect(watch.found(lackingField)).toBe(document.querySelector('input'))
  press(document.querySelector('input') as Element)
  const count = told.length
  document.querySelector('input')?.setAttribute('value', '4711')
  await rest()
  expect(told.length).toBeGreaterThan(count)
  expect(refused).toEqual([])
})

test('while no form is open, what is called like the button that sends one is what opens it', async () => {
  document.body.innerHTML = '<main><h1>API keys</h1><button id="open">Create key</button></main>'
  const { told, watch } = watching('create-key', asSeen('create-key'))
  await rest()
  expect(watch.found('opener')?.id).toBe('open')
  press(document.getElementById('open') as Element)
  document.body.append(document.createElement('p'))
  await rest()
  expect(told.at(-1)).toMatchObject({ pressed: 'opener' })
})

test('a row is told by how its key ends, in dots or in words', async () => {
  document.body.innerHTML = `<main><table>
    <tr><td>A</td><td>sk-…abcd</td><td><button>Delete</button></td></tr>
    <tr><td>B</td><td>ends in 7Xe2 · used 2 days ago</td><td><button>Delete</button></td></tr>
    <tr><td>C</td><td>endet auf Qw9z</td><td><button>Delete</button></td></tr>
    <tr><td>D</td><td>Ends tomorrow, they say</td><td><button>Delete</button></td></tr></table></main>`
  expect([...listedRows().values()].map(({ tail }) => tail)).toEqual(['abcd', '7Xe2', 'Qw9z'])
})

test('a survey that comes up after a press that did nothing is no form, and the button can be pressed again', async () => {
  document.body.innerHTML = '<main><button id="open">Create new secret key</button></main>'
  const { told, watch } = watching('create-key', asSeen('create-key'))
  await rest()
  press(document.getElementById('open') as Element)
  const survey = '<div><button>0</button><button>5</button><button>10</button><button>Skip</button></div>'
  document.body.insertAdjacentHTML('beforeend', survey)
  await rest()
  expect(told.some(({ form }) => form !== undefined)).toBe(false)
  expect(watch.found('opener')).toBe(document.getElementById('open'))
  press(document.getElementById('open') as Element)
  const form = '<div><label>Name <input></label><button>Create secret key</button></div>'
  document.querySelector('main')?.insertAdjacentHTML('beforeend', form)
  await rest()
  expect(told.at(-1)).toMatchObject({ form: 'open', formAfter: 'opener' })
})

test('choices that come in the place of the button that was pressed are what it opened, though there is no field yet', async () => {
  document.body.innerHTML = '<main><button id="open">Create new secret key</button></main>'
  const { told } = watching('create-key', asSeen('create-key'))
  await rest()
  press(document.getElementById('open') as Element)
  document.body.innerHTML =
    '<main><button>Use template</button><button>Use template</button><button>Get started</button></main>'
  await rest()
  expect(told.at(-1)).toMatchObject({ form: 'open', formAfter: 'opener' })
})

test('while a form goes away, what stands on the page beside it is none of its parts', async () => {
  document.body.innerHTML =
    '<main><button>Default project</button><button id="open">Create project</button><div id="place"></div></main>'
  const { told, watch } = watching('give-to-app', asSeen('give-to-app'))
  await rest()
  press(document.getElementById('open') as Element)
  const place = document.getElementById('place') as Element
  place.innerHTML = '<label>Title <input></label><button id="go">Create</button>'
  await rest()
  expect(told.at(-1)).toMatchObject({ form: 'open' })
  // The guide has only just gone on: the page has yet to come to rest.
  watch.aim({ ...asSeen('give-to-app'), step: 'project-create' })
  press(document.getElementById('go') as Element)
  const before = told.length
  place.innerHTML = ''
  await rest()
  await rest()
  const leaving = told.slice(before).filter(({ form }) => form === 'open')
  expect(leaving.length).toBeGreaterThan(0)
  for (const { elements } of leaving) expect(Object.values(elements).filter(({ loose }) => loose)).toEqual([])
  expect(told.at(-1)).toMatchObject({ form: 'sent' })
})

test.each([
  [
    'what the guide is for is at rest only when the page had time to say that it failed',
    true,
    [false, false, true],
  ],
  ['another step’s is at rest at once', undefined, [true, true, true]],
])('a form that was sent: %s', async (_, assures, settled) => {
  document.body.innerHTML = '<main><button id="open">Set limit</button><div id="place"></div></main>'
  const view: Watched = { ...asSeen('limit-spending'), ...(assures && { assures }) }
  const { told } = watching('limit-spending', view)
  await rest()
  press(document.getElementById('open') as Element)
  const place = document.getElementById('place') as Element
  place.innerHTML = '<label>Amount <input></label><button id="go">Save</button>'
  await rest()
  press(document.getElementById('go') as Element)
  place.innerHTML = ''
  const after: (boolean | undefined)[] = []
  for (const wait of [1_200, 1_000, 2_000]) {
    await vi.advanceTimersByTimeAsync(wait)
    expect(told.at(-1)?.form).toBe('sent')
    after.push(told.at(-1)?.settled)
  }
  expect(after).toEqual(settled)
})

test('a box that is ticked in a shadow root is noticed, though its event never leaves there', async () => {
  document.body.innerHTML = '<main><button>Set limit</button><x-part></x-part></main>'
  const root = document.querySelector('x-part')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = '<label><input type="checkbox">Enforce a hard limit</label>'
  let count = 0
  const watch = watchPage(
    () => null,
    () => Promise.resolve(true),
    () => count++,
    noKeys,
    ending.signal,
  )
  watch.aim(asSeen('limit-spending'))
  await rest()
  const before = count
  root?.querySelector('input')?.dispatchEvent(new Event('change', { bubbles: true }))
  await rest()
  expect(count).toBeGreaterThan(before)
})

describe('what came up in front of the page', () => {
  const openers = ['Create new secret key', 'Create key', 'Add key', 'New key']
  const fronts = [
    '<div class="front" role="dialog" aria-modal="true"><h2>Terms</h2><button>Accept</button></div>',
    '<div class="front"><h2>We have changed</h2><button>Go on</button></div>',
  ]

  test('shuts off the rest: nothing behind it is told as something to press, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...openers), { minLength: 1 }),
        fc.nat(fronts.length - 1),
        async (names, at) => {
          ending.abort()
          ending = new AbortController()
          const opens = names.map(name => `<button>${name}</button>`).join('')
          document.elementsFromPoint = () => []
          document.body.innerHTML = `<main><h1>API keys</h1>${opens}</main>`
          const { told, watch } = watching('create-key', asSeen('create-key'))
          await rest()
          expect(told.at(-1)?.elements.opener?.status).toMatch(/^(?:found|likely|several)$/)
          document.body.insertAdjacentHTML('beforeend', fronts[at] ?? '')
          const veil = document.querySelector('.front') as Element
          Object.defineProperties(veil, {
            clientWidth: { value: innerWidth },
            clientHeight: { value: innerHeight },
          })
          document.elementsFromPoint = () => [veil]
          await rest()
          const { status, behind } = told.at(-1)?.elements.opener ?? {}
          expect(behind === true || status === 'hidden' || status === 'missing').toBe(true)
          expect(watch.several('opener') ?? []).toEqual([])
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('what says what the step asks for is it, wherever it stands', () => {
  test('an item of a menu opens the form', async () => {
    document.body.innerHTML =
      '<main><button id="more" aria-haspopup="menu">More</button></main><div role="menu"><div role="menuitem">New API key</div></div>'
    const { told } = watching('create-key', asSeen('create-key'))
    await rest()
    press(document.getElementById('more') as Element)
    press(document.querySelector('[role=menuitem]') as Element)
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div><label>Title <input></label><button>Go</button></div>',
    )
    await rest()
    expect(told.at(-1)).toMatchObject({ form: 'open', formAfter: 'opener', pressed: 'opener' })
  })

  const list = (tail: string, id: string) =>
    `<tr><td>sk-…${tail}</td><td><input type="checkbox" id="${id}"></td></tr>`
  /** A list and a button over it, and the row that ends in Ab12 is the one that is looked for. */
  async function atRow(): Promise<PageFacts[]> {
    document.body.innerHTML = `<main><input type="search" id="search" aria-label="Search"><button id="bar">Delete selected</button><table>${list('Ab12', 'own')}${list('Cd34', 'other')}</table></main>`
    const seen = asSeen('revoke-key')
    const withRow = (row: string | null): Watched => ({
      ...seen,
      wants: 'rowDelete',
      watch: {
        ...seen.watch,
        targets: seen.watch.targets.map(one => (one.name === 'rowDelete' ? { ...one, row } : one)),
      },
    })
    const { told, watch } = watching('revoke-key', withRow(null))
    await rest()
    const row = Object.entries(told.at(-1)?.rows ?? {}).find(([, tail]) => tail === 'Ab12')?.[0]
    watch.aim(withRow(row ?? null))
    await rest()
    return told
  }

  test.each([
    ['the bar over the list, once the row was chosen', 'own', 'rowDelete'],
    ['nothing, after another row was chosen', 'other', undefined],
  ])('of a row: %s', async (_, chosen, pressed) => {
    const told = await atRow()
    press(document.getElementById(chosen) as Element)
    press(document.getElementById('bar') as Element)
    document.querySelector('main')?.append('Working')
    await rest()
    expect(told.at(-1)?.pressed).toBe(pressed)
  })

  test.each([
    [
      'in which something was pressed is not pointed at again: what that brought comes first',
      'own',
      'missing',
    ],
    ['that was searched for is', 'search', 'found'],
    ['is, after a press in another one', 'other', 'found'],
  ])('a row that is known only as a whole: %s', async (_, at, status) => {
    const told = await atRow()
    expect(told.at(-1)?.elements.rowDelete?.status).toBe('found')
    press(document.getElementById(at) as Element)
    document.body.insertAdjacentHTML('beforeend', '<div role="menu"><div role="menuitem">Edit</div></div>')
    await rest()
    expect(told.at(-1)?.elements.rowDelete?.status).toBe(status)
  })
})

test('a page of which only the way around the site is there is not at rest yet', async () => {
  document.body.innerHTML = '<nav><button>Usage</button></nav><main><p>Loading</p></main>'
  const { told } = watching('monitor-usage', asSeen('monitor-usage'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told.at(-1)?.settled).toBe(false)
  document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button>Export</button>')
  await rest()
  expect(told.at(-1)?.settled).toBe(true)
})

test('whoever presses one of several has said which it is', async () => {
  document.body.innerHTML = '<main><button id="one">New key</button><button>Generate token</button></main>'
  const { told } = watching('create-key', asSeen('create-key'))
  await rest()
  expect(told.at(-1)?.elements.opener).toEqual({ status: 'several' })
  press(document.getElementById('one') as Element)
  document.querySelector('main')?.append('Working')
  await rest()
  expect(told.at(-1)).toMatchObject({ pressed: 'opener', elements: { opener: { status: 'found' } } })
})

describe('one thing is certain', () => {
  const exact = ['Create new secret key', 'Create API key', 'create new API key']
  /** As in a list of things to do first, in a text, with a badge, in other hands. */
  const nearly = [
    (name: string) => `<button>1. ${name}</button>`,
    (name: string) => `<p>To begin, <a href="/docs/keys">${name}</a></p>`,
    (name: string) => `<button>${name.replace(/create/i, 'Create an')}</button>`,
    (name: string) => `<div role="button" tabindex="0">${name} 3</div>`,
  ]
  const others = ['New credential', 'Generate token', '+ New key', 'Issue a secret']
  const drawn = fc.record({
    name: fc.constantFrom(...exact),
    drawnAs: fc.constantFrom(undefined, ...nearly),
    others: fc.uniqueArray(fc.constantFrom(...others), { maxLength: 2 }),
    isFirst: fc.boolean(),
  })
  const isDrawn = async ({
    name,
    drawnAs,
    others,
    isFirst,
  }: typeof drawn extends fc.Arbitrary<infer T> ? T : never) => {
    ending.abort()
    ending = new AbortController()
    const own = drawnAs?.(name) ?? `<button>${name}</button>`
    const rest = others.map(text => `<button>${text}</button>`)
    const all = isFirst ? [own, ...rest] : [...rest, own]
    document.body.innerHTML = `<main><h1>Keys</h1>${all.map(one => `<section>${one}</section>`).join('')}</main>`
    return watching('create-key', asSeen('create-key'))
  }

  test('when it is called exactly so, or when nothing else on the page says the same', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async layout => {
        const { told, watch } = await isDrawn(layout)
        await rest()
        const isSure = !layout.drawnAs || layout.others.length === 0
        expect(told.at(-1)?.elements.opener?.status).toBe(isSure ? 'found' : 'several')
        expect(watch.several('opener')).toHaveLength(isSure ? 0 : layout.others.length + 1)
      }),
      { numRuns: 60 },
    )
  })

  test('when the person has said so, and when they have refused it, it is not pointed at again', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.boolean(), async (layout, isIt) => {
        const { told, watch } = await isDrawn(layout)
        await rest()
        const some = watch.several('opener')
        fc.pre(some.length > 0)
        const own = document.querySelector(`section:nth-of-type(${layout.isFirst ? 1 : some.length})`)
        const said = some.find(one => own?.contains(one))
        watch.answer('opener', said as Element, isIt)
        await rest()
        const now = watch.found('opener') ?? undefined
        expect(now === said).toBe(isIt)
        expect(watch.several('opener')).not.toContain(said)
        expect(told.at(-1)?.elements.opener?.status === 'found').toBe(isIt)
      }),
      { numRuns: 30 },
    )
  })
})

test('what nobody takes is told again, ever more rarely', async () => {
  document.body.innerHTML = '<main><button>Create new secret key</button></main>'
  let told = 0
  const watch = watchPage(
    () => null,
    () => {
      told += 1
      return Promise.resolve(false)
    },
    () => {},
    noKeys,
    ending.signal,
  )
  watch.aim(asSeen('create-key'))
  await vi.advanceTimersByTimeAsync(10_000)
  const atFirst = told
  await vi.advanceTimersByTimeAsync(120_000)
  expect(atFirst).toBeGreaterThan(2)
  expect(told - atFirst).toBeLessThan(6)
  expect(told).toBeGreaterThan(atFirst)
})

test('a page that changes without end is looked at for a fifth of the time at most, however long a look takes', async () => {
  document.body.innerHTML = '<main><button>Create new secret key</button></main>'
  const costs = 50
  let looks = 0
  const keys = {
    ...(noKeys as object),
    look: () => {
      looks++
      vi.advanceTimersByTime(costs)
      return null
    },
  } as never
  const watch = watchPage(
    () => null,
    () => Promise.resolve(true),
    () => {},
    keys,
    ending.signal,
  )
  watch.aim(asSeen('create-key'))
  const from = performance.now()
  for (let frame = 0; frame < 300; frame++) {
    document.querySelector('main')?.append(`${frame} `)
    await vi.advanceTimersByTimeAsync(16)
  }
  expect(looks).toBeGreaterThan(10)
  expect((looks - 1) * costs).toBeLessThanOrEqual((performance.now() - from) * 0.21)
})

test('what a page shows once the person has signed in was there before them', async () => {
  document.body.innerHTML = '<main><h1>Welcome back</h1><input type="email"><button>Log in</button></main>'
  const calls: string[] = []
  const keys = {
    ...(noKeys as object),
    look: () => {
      calls.push(document.querySelector('h1')?.textContent ?? '')
      return null
    },
    startAnew: () => calls.push('anew'),
  } as never
  const watch = watchPage(
    () => null,
    () => Promise.resolve(true),
    () => {},
    keys,
    ending.signal,
  )
  watch.aim(asSeen('create-key'))
  await rest()
  expect(calls).toContain('Welcome back')
  document.body.innerHTML = `<main><h1>API keys</h1>${'<button>Create</button>'.repeat(9)}</main>`
  await rest()
  const first = calls.indexOf('API keys')
  expect(calls[first - 1]).toBe('anew')
  document.querySelector('main')?.append('More')
  await rest()
  expect(calls.slice(first + 1)).not.toContain('anew')
  expect(calls.length).toBeGreaterThan(first + 1)
})
