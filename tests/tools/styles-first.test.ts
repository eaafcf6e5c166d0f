import { expect, test } from 'vitest'
import { putStylesFirst } from '../../tools/styles-first.ts'

test('a page asks for its style sheets before its scripts, and for the rest in the order it had', () => {
  const page = [
    '<head>',
    '<title>Keyway</title>',
    '<script type="module" src="/a.js"></script>',
    '<link rel="modulepreload" href="/b.js">',
    '<link rel="stylesheet" crossorigin href="/c.css">',
    '<link rel="stylesheet" href="/d.css">',
    '</head>',
  ]
  const [head, title, script, preload, first, second, end] = page
  expect(putStylesFirst(page.join('\n')).split('\n')).toEqual([
    head,
    title,
    first,
    second,
    script,
    preload,
    end,
  ])
  expect(putStylesFirst('<head><title>None</title></head>')).toBe('<head><title>None</title></head>')
})
