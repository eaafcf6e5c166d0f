/** Every page made by hand is a whole page: its script can be read, it holds no key, and no mark reaches the markup by a slip. */
import { expect, test } from 'vitest'
import { handMade } from './layouts.ts'

const pages = handMade().map(layout => ({ layout, html: layout.render() }))

test('each is one of its own, for each of its tasks', () => {
  expect(new Set(pages.map(({ layout }) => layout.id)).size).toBe(pages.length)
})

test.each(pages)('$layout.id is a page that a browser can read', ({ layout, html }) => {
  const [script] = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, source]) => source)
  expect(() => new Function(script ?? 'none')).not.toThrow()
  expect(script).not.toMatch(/^(?:import|export) /m)
  expect(html).not.toMatch(/sk-(?:proj-)?[\w-]{40}/)
  expect(layout.paths).toContain(layout.address)
})

test('what a page puts there by itself has no marks in it', () => {
  for (const { layout, html } of pages)
    for (const [, markup] of html.matchAll(/insertAdjacentHTML\(\s*'\w+',\s*`([\s\S]*?)`/g))
      expect(markup, layout.id).not.toMatch(/ m="/)
})
