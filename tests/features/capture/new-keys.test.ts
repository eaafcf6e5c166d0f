// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://platform.openai.com/api-keys" }
/**
 * Which of the keys that stand on a page is the new one: what was there before, behind a notice or on a page that a link led to, never
 * is; what an act of the person brought is. And where the page leaves it open the person's choice in the panel says so. Whether a
 * person sees a text is told by a mark here; the browser tests have real sight.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { KeyText } from '../../../src/features/capture/page/key-texts.ts'
import { followNewKeys, type NewKeys } from '../../../src/features/capture/page/new-keys.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { pageViewOf } from '../../../src/features/guide/core/page-view.ts'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import type { Running } from '../../../src/features/guide/core/tour.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { guides } from '../../../src/guides/index.ts'
import { makeSecret } from '../../practice/secrets.ts'

vi.mock('../../../src/features/capture/page/sight.ts', () => ({
  isInSight: ({ element }: KeyText) => element.closest('[data-covered]') === null,
  isWithinReach: () => false,
}))

learnWords(pageWords)

const key = makeSecret('project')
const other = makeSecret('project')
let ending: AbortController
let keys: NewKeys

beforeEach(() => {
  Element.prototype.checkVisibility = () => true
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 100, 30)
  document.elementsFromPoint = () => []
  document.body.innerHTML = ''
})
afterEach(() => {
  ending.abort()
  vi.restoreAllMocks()
})

/** The document was opened by a press on another page of the platform, or by its address. */
function open(by: 'press' | 'address'): void {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'navigate' }] as never)
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(
    by === 'press' ? 'https://platform.openai.com/settings' : '',
  )
  ending = new AbortController()
  keys = followNewKeys(() => null, ending.signal)
}

function act(type: 'pointerdown' | 'input', on: Element = document.body): void {
  const event = new Event(type, { bubbles: true, composed: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  on.dispatchEvent(event)
}

const show = (html: string): void => {
  document.body.innerHTML = html
}
const tailNow = (): string | undefined => keys.look()?.tail

test('a key in a sample call may be an example; a key that the person chose is theirs, and is seen as long as the page shows it', () => {
  open('address')
  show(`<pre>curl https://api.openai.com/v1/models -H "Authorization: Bearer ${key}"</pre>`)
  expect(keys.look()).toBeNull()
  keys.meant(undefined)
  expect(keys.look()).toBeNull()
  keys.meant(key.slice(-4))
  expect(tailNow()).toBe(key.slice(-4))
  show('')
  expect(keys.look()).toBeNull()
})

test.each([
  ['a call to try that a press brought', `<pre>curl -H "Authorization: Bearer ${key}"</pre>`, true],
  ['a program that a press brought', `<code>client = OpenAI(api_key="${key}")</code>`, true],
  [
    'a call that is called an example',
    `<p>Example</p><pre>curl -H "Authorization: Bearer ${key}"</pre>`,
    false,
  ],
])('is it asked whose the key in %s is?', (_, html, isNew) => {
  open('address')
  keys.look()
  act('pointerdown')
  show(html)
  expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
  // Whose it is, the person says.
  expect(keys.inSight().isSure).toBe(false)
})

test('beside a key that stands by itself a key in a sample call is an example, whichever comes first', () => {
  const call = `<pre>curl -H "Authorization: Bearer ${other}"</pre>`
  for (const html of [`${call}<p>${key}</p>`, `<p>${key}</p>${call}`]) {
    open('address')
    show('')
    keys.look()
    act('pointerdown')
    show(html)
    expect(tailNow()).toBe(key.slice(-4))
    expect(keys.inSight().keys).toEqual([key])
  }
})

const loads: {
  name: string
  wasRunning: boolean
  inForm: boolean
  by: 'press' | 'address'
  isNew: boolean
}[] = [
  { name: 'a link led to the page', wasRunning: true, inForm: false, by: 'press', isNew: false },
  { name: 'the form that was sent led to it', wasRunning: true, inForm: true, by: 'press', isNew: true },
  { name: 'the guide began there', wasRunning: false, inForm: true, by: 'press', isNew: false },
  { name: 'it was opened by its address', wasRunning: true, inForm: true, by: 'address', isNew: false },
  { name: 'nothing led to it', wasRunning: false, inForm: false, by: 'address', isNew: false },
]

describe('a key that stands on a page from its first moment', () => {
  test.each(loads)('where $name: is it new? $isNew', ({ wasRunning, inForm, by, isNew }) => {
    open(by)
    show(`<main><p><code>${key}</code></p></main>`)
    keys.begin(wasRunning, { inForm })
    expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
    // No later press makes it new, and what a press brings is.
    act('pointerdown')
    expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
    if (isNew) return
    show(`<main><p><code>${key}</code></p><p><code>${other}</code></p></main>`)
    expect(tailNow()).toBe(other.slice(-4))
  })
})

const covers: { name: string; before: string; after: string; isNew: boolean }[] = [
  {
    name: 'that lay under a notice',
    before: `<p data-covered><code>${key}</code></p>`,
    after: `<p><code>${key}</code></p>`,
    isNew: false,
  },
  {
    name: 'in a field that lay under a notice',
    before: `<div data-covered><input type="text" value="${key}"></div>`,
    after: `<div><input type="text" value="${key}"></div>`,
    isNew: false,
  },
  {
    name: 'that lay under a notice, drawn anew elsewhere',
    before: `<p data-covered><code>${key}</code></p>`,
    after: `<section><div>${key}</div></section>`,
    isNew: false,
  },
  { name: 'that was not there before', before: '', after: `<p><code>${key}</code></p>`, isNew: true },
  {
    name: 'of which only a shortened form was there',
    before: `<p><code>${key.slice(0, 7)}…${key.slice(-4)}</code></p>`,
    after: `<p><code>${key}</code></p>`,
    isNew: true,
  },
  {
    name: 'that something passing covers',
    before: '',
    after: `<p data-covered><code>${key}</code></p>`,
    isNew: false,
  },
]

describe('after a press of the person, a key', () => {
  test.each(covers)('$name: is it new? $isNew', ({ before, after, isNew }) => {
    open('address')
    show(before)
    keys.begin(false, { inForm: false })
    expect(keys.look()).toBeNull()
    act('pointerdown')
    show(after)
    expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
  })

  test('that lay under a notice counts as there before, beside the new one', () => {
    open('address')
    show(`<p data-covered><code>${other}</code></p>`)
    keys.begin(false, { inForm: false })
    keys.look()
    act('pointerdown')
    show(`<p><code>${other}</code></p>`)
    keys.look()
    act('pointerdown')
    show(`<p><code>${other}</code></p><p><code>${key}</code></p>`)
    expect(tailNow()).toBe(key.slice(-4))
  })

  const ways: [string, string, boolean][] = [
    ['a link of the site’s navigation', '<nav><a href="/docs">Docs</a></nav>', false],
    ['a link beside the page', '<aside><a href="/docs"><b>Docs</b></a></aside>', false],
    ['another tab of the page', '<button role="tab">Keys</button>', false],
    ['a button of the page', '<main><button>Create</button></main>', true],
    ['a button in the navigation', '<nav><button>New key</button></nav>', true],
  ]
  test.each(ways)('that came by %s: %s, is it new? %s', (_, html, isNew) => {
    open('address')
    show(html)
    keys.begin(false, { inForm: false })
    keys.look()
    act('pointerdown')
    act('pointerdown', document.querySelector('b, a, button') as Element)
    show(`${html}<p><code>${key}</code></p>`)
    expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
    // What was there with that page stays what was there.
    act('pointerdown')
    expect(tailNow()).toBe(isNew ? key.slice(-4) : undefined)
  })

  test('that they typed is not new', () => {
    open('address')
    show('<input type="text">')
    keys.begin(false, { inForm: false })
    keys.look()
    const field = document.querySelector('input') as HTMLInputElement
    act('pointerdown', field)
    field.value = key
    act('input', field)
    expect(keys.look()).toBeNull()
  })

  test('that came with the page behind a sign-in is not new', () => {
    open('address')
    keys.begin(false, { inForm: false })
    keys.look()
    act('pointerdown')
    keys.startAnew()
    show(`<p><code>${key}</code></p>`)
    expect(keys.look()).toBeNull()
  })
})

describe('what the worker says of the form to the page', () => {
  const forms: [Running['form'], boolean][] = [
    [undefined, false],
    [{ of: 'Create new secret key' }, true],
    [{ of: 'Create new secret key', sent: true }, true],
  ]
  test.each(forms)('form %j: in one? %s', (form, inForm) => {
    const guide = guides.find(({ id }) => id === 'create-key')
    if (!guide) throw new Error('There is no guide for a new key.')
    const progress: Running = {
      guide: guide.id,
      step: 'submit',
      finished: [],
      choices: {},
      startedAt: 1,
      stepSince: 1,
      ...(form && { form }),
    }
    const view = pageViewOf(
      guide,
      { progress, facts: null, world: { vault: 'unlocked' } },
      { ...cardWords, direction: 'ltr' },
    )
    expect(view.inForm).toBe(inForm)
  })
})
