// @vitest-environment happy-dom
/** The gallery shows every component of the design system, in both themes: what is new there is missed here. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Gallery } from '../../tools/gallery/gallery.tsx'
import { show } from '../in-dom.ts'

const folder = join(import.meta.dirname, '../../src/ui')

/** Names with a capital that its `.tsx` files export and that are no types. */
const components = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.tsx'))
  .flatMap(path =>
    [
      ...readFileSync(join(folder, path), 'utf8').matchAll(
        /^export (?:default )?(?:function|class|const) ([A-Z][a-z]\w*)/gm,
      ),
    ].map(match => match[1] ?? ''),
  )

test('every exported component is shown, light and dark', { tags: 'slow' }, async () => {
  expect(components.length).toBeGreaterThan(12)
  await show(<Gallery />)
  const shown = [...document.querySelectorAll<HTMLElement>('[data-component]')].map(
    one => one.dataset.component,
  )
  for (const name of components)
    expect(
      shown.filter(one => one === name),
      name,
    ).toHaveLength(2)
})

test('each state has more to show than its name', { tags: 'slow' }, async () => {
  await show(<Gallery />)
  const empty = [...document.querySelectorAll('.state')]
    .filter(state => state.childNodes.length < 2)
    .map(state => state.textContent)
  expect(empty).toEqual([])
})
