/**
 * What others rely on: descriptions that are plain and small, names as a screen reader says them, frames, shadow roots, mutations.
 * Starts a browser.
 * @module-tag slow
 */

import { join } from 'node:path'
import type { computeAccessibleName } from 'dom-accessibility-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle, type InBrowser, openBrowser } from './in-browser.ts'

type Inside = typeof import('./in-bench.ts') & { computeAccessibleName: typeof computeAccessibleName }
let open: InBrowser
beforeAll(async () => {
  open = await openBrowser(await bundle(join(import.meta.dirname, 'in-bench.ts'), 'inside'))
})
afterAll(() => open?.close())

describe('accessible names agree with dom-accessibility-api', () => {
  const pages = [
    '<button id="x">Save</button>',
    '<button id="x" aria-label="Close dialog">×</button>',
    '<span id="l">Enforce a hard limit</span><button id="x" role="switch" aria-labelledby="l"></button>',
    '<button id="x"><img alt="Delete"> key</button>',
    '<button id="x"><span aria-hidden="true">★</span> Star</button>',
    '<label for="x">Name <em>Optional</em></label><input id="x" placeholder="My Test Key">',
    '<label>City <input id="x"></label>',
    '<input id="x" type="submit" value="Send code">',
    '<input id="x" type="submit">',
    '<a id="x" href="/usage"><b>API</b> usage</a>',
    '<a id="x" href="/usage" title="Usage"><i></i></a>',
    '<fieldset id="x"><legend>Permissions</legend><input></fieldset>',
    '<table id="x"><caption>Keys</caption><tr><td>1</td></tr></table>',
    '<div id="x" role="button"><div>Create</div><div>project</div></div>',
    '<img id="x" alt="Logo">',
    '<h2 id="x">Save <span>your</span> key</h2>',
    '<button id="x" title="More"></button>',
    '<div id="x" role="dialog" aria-labelledby="t"><h2 id="t">Edit spend limit</h2></div>',
  ]
  for (const page of pages)
    it(page, async () => {
      const [ours, theirs] = await open.page.evaluate(html => {
        document.body.innerHTML = html
        const { nameOf, computeAccessibleName } = (window as unknown as { inside: Inside }).inside
        const element = document.getElementById('x') as Element
        return [nameOf(element), computeAccessibleName(element)]
      }, page)
      expect(ours).toBe((theirs ?? '').replace(/\s+/g, ' ').trim())
    })
})

it('takes a placeholder for the name of a field that has no other, as browsers do', async () => {
  const name = await open.page.evaluate(() => {
    document.body.innerHTML = '<input id="x" placeholder="Search API keys">'
    return (window as unknown as { inside: Inside }).inside.nameOf(document.getElementById('x') as Element)
  })
  expect(name).toBe('Search API keys')
})

it('writes a description that is plain JSON, small, and without what a person typed', async () => {
  const json = await open.page.evaluate(() => {
    document.body.innerHTML = `<main><h1>API keys</h1>${'<a href="/x?token=abcdefghijklmnopqrstuvwxyz0123456789">Link with a text of some length</a>'.repeat(60)}
      <form><label for="f">Your key</label><input id="f" placeholder="Paste it" value="sk-proj-thisisasecretthatnobodyreads"></form></main>`
    const field = document.getElementById('f') as HTMLInputElement
    field.value = 'sk-proj-typedbyaperson12345678'
    const { describe } = (window as unknown as { inside: Inside }).inside
    return JSON.stringify([describe(field), describe(document.querySelector('a') as Element)])
  })
  expect(json).not.toMatch(/sk-proj|abcdefghijklmnop/)
  expect(json.length).toBeLessThan(6000)
})

it('sees through open shadow roots and frames of the same origin', async () => {
  const answers = await open.page.evaluate(() => {
    document.body.innerHTML = '<div id="host"></div><iframe></iframe><button>Elsewhere</button>'
    const { describe, locate } = (window as unknown as { inside: Inside }).inside
    const root = (document.getElementById('host') as Element).attachShadow({ mode: 'open' })
    root.innerHTML = '<section><button>Inside the shadow</button></section>'
    const frame = document.querySelector('iframe')?.contentDocument as Document
    frame.body.innerHTML = '<p>Card information</p><button>Inside the frame</button>'
    const look = (name: string) => locate(document, { role: 'button', names: [name] }).element?.textContent
    const recorded = locate(document, describe(root.querySelector('button') as Element)).element?.textContent
    return [look('Inside the shadow'), look('Inside the frame'), recorded]
  })
  expect(answers).toEqual(['Inside the shadow', 'Inside the frame', 'Inside the shadow'])
})

it('keeps what it read and still notices every change that matters', async () => {
  const answers = await open.page.evaluate(async () => {
    document.body.innerHTML = '<main><p id="p">text</p><div id="slot"></div></main>'
    const { createLocator } = (window as unknown as { inside: Inside }).inside
    const abort = new AbortController()
    const locator = createLocator(document, abort.signal)
    const target = { role: 'button', names: ['Create secret key'], not: ['Create new secret key'] }
    const ask = () => locator.locate(target).status
    const slot = document.getElementById('slot') as Element
    const seen = [ask()]
    slot.innerHTML = '<button>Create secret key</button>'
    seen.push(ask())
    const button = slot.querySelector('button') as HTMLElement
    ;(button.firstChild as Text).data = 'Create new secret key'
    seen.push(ask())
    button.setAttribute('aria-label', 'Create secret key')
    seen.push(ask())
    button.style.display = 'none'
    seen.push(ask())
    button.style.display = ''
    slot.setAttribute('inert', '')
    seen.push(ask())
    slot.removeAttribute('inert')
    const shadow = (document.getElementById('p') as Element).attachShadow({ mode: 'open' })
    slot.replaceChildren()
    shadow.innerHTML = '<button>Create secret key</button>'
    seen.push(ask())
    abort.abort()
    shadow.innerHTML = ''
    seen.push(ask())
    return seen
  })
  expect(answers).toEqual(['missing', 'found', 'missing', 'found', 'missing', 'missing', 'found', 'missing'])
})

it('points at the thing itself again when nothing changed', async () => {
  const wrong = await open.page.evaluate(() => {
    document.body.innerHTML = `<nav><a href="/home">Home</a><a href="/usage">Usage</a></nav><main><h1>API keys</h1><button>Create new secret key</button>
      <table><tr><td>one</td><td><button>Delete</button></td></tr><tr><td>two</td><td><button>Delete</button></td></tr></table>
      <label for="n">Name</label><input id="n"><input type="checkbox" id="c"><label for="c">I agree</label></main>`
    const { describe, locate } = (window as unknown as { inside: Inside }).inside
    return [...document.querySelectorAll('a,button,input,h1')].flatMap(element => {
      const { element: got, status } = locate(document, JSON.parse(JSON.stringify(describe(element))))
      return got && got !== element ? `${element.outerHTML} -> ${status} ${got.outerHTML}` : []
    })
  })
  expect(wrong).toEqual([])
})

describe('a field that was taught is found by its own name and words, and never its neighbour', () => {
  const form = (...fields: string[]) =>
    `<form><h2>Payment</h2>${fields.map(field => `<div class="row">${field}</div>`).join('')}</form>`
  const city = '<span>City</span><input id="x" name="city" class="f">'
  const plain = form('<span>Name</span><input name="name" class="f">', city)
  const cases: { story: string; before: string; after: string; found: boolean }[] = [
    {
      story: 'others came before it, and every class is another',
      before: plain,
      after: `<main><p>New here</p>${form('<b>Country</b><select name="country"></select>', '<span>Name</span><input name="name" class="n">', '<i>City</i><input id="x" name="city" class="n">')}</main>`,
      found: true,
    },
    {
      story: 'the words before it changed, its name did not',
      before: plain,
      after: form(
        '<span>Name</span><input name="name" class="f">',
        '<span>Town</span><input id="x" name="city" class="f">',
      ),
      found: true,
    },
    {
      story: 'its name changed, the words before it did not',
      before: plain,
      after: form(
        '<span>Name</span><input name="name" class="f">',
        '<span>City</span><input id="x" name="town" class="f">',
      ),
      found: true,
    },
    {
      story: 'it is gone, and the next one stands where it stood',
      before: form(city, '<span>Postal code</span><input name="zip" class="f">'),
      after: form('<span>Postal code</span><input name="zip" class="f">'),
      found: false,
    },
    {
      story: 'it is gone, and another took its placeholder',
      before: form('<label>City <input id="x" placeholder="Type here"></label>'),
      after: form('<label>Street <input placeholder="Type here"></label>'),
      found: false,
    },
    {
      story: 'two say the same, and the one that was meant is gone',
      before: form(
        '<button type="button" id="x" name="first">Edit</button>',
        '<button type="button">Edit</button>',
      ),
      after: form('<button type="button">Edit</button>'),
      found: false,
    },
    {
      story: 'two say the same, and both are there',
      before: form(
        '<button type="button" id="x" name="first">Edit</button>',
        '<button type="button">Edit</button>',
      ),
      after: form(
        '<button type="button" id="x" name="first">Edit</button>',
        '<button type="button">Edit</button>',
      ),
      found: true,
    },
  ]
  it.each(cases)('$story', async ({ before, after, found }) => {
    const id = await open.page.evaluate(
      (old, now) => {
        const { describe, locate } = (window as unknown as { inside: Inside }).inside
        document.body.innerHTML = old
        const meant = document.getElementById('x') as Element
        meant.removeAttribute('id')
        const taught = JSON.parse(JSON.stringify(describe(meant)))
        document.body.innerHTML = now
        const right = document.getElementById('x')
        right?.removeAttribute('id')
        const { status, element } = locate(document, taught)
        return element && status === 'found' ? element === right : undefined
      },
      before,
      after,
    )
    expect(id).toBe(found ? true : undefined)
  })
})

it('reads what the version before wrote down, and finds nothing by what it cannot read', async () => {
  const answers = await open.page.evaluate(() => {
    const { locate } = (window as unknown as { inside: Inside }).inside
    document.body.innerHTML =
      '<main><h1>API keys</h1><button class="primary">Create new secret key</button></main>'
    const before = {
      role: 'button',
      names: ['Create new secret key'],
      within: { landmark: 'main', section: ['API keys'] },
      seen: {
        tag: 'button',
        text: 'Create new secret key',
        class: 'primary',
        path: 'body1/main1/button1',
        box: [8, 80, 150, 21],
        before: ['API keys'],
        language: 'en',
        page: [1, 2, 3],
        rivals: [{ text: 'Create project' }],
      },
    }
    const ask = (seen: object) =>
      locate(document, { ...before, seen } as Parameters<typeof locate>[1]).element?.textContent
    return [ask(before.seen), ask({ ...before.seen, twins: [{ path: 'body1/button1', y: 900 }] }) ?? null]
  })
  expect(answers).toEqual(['Create new secret key', null])
})
