/** The drawn miniatures that are committed: small, whole, and of steps that guides have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Miniatures } from '../../src/features/guide/screen/miniature/miniature-data.ts'
import { guides } from '../../src/guides/index.ts'

const text = readFileSync(join(import.meta.dirname, '../../public/miniatures.json'), 'utf8')
const { scenes, targets, steps } = JSON.parse(text) as Miniatures

test('all together they take less than 150 kB', () => {
  expect(text.length).toBeLessThan(150_000)
})

test('every target stands on a page that is drawn, and within it', () => {
  for (const [mark, [scene, x, y, width, height]] of Object.entries(targets)) {
    expect(Object.keys(scenes), mark).toContain(scene)
    expect(
      x >= 0 && y >= 0 && x + width <= 321 && y + height <= 201,
      `${mark}: ${[x, y, width, height]}`,
    ).toBe(true)
  }
  for (const mark of Object.values(steps)) expect(Object.keys(targets)).toContain(mark)
})

test('most guides have one, and the first way to a key has one for each of its main steps', () => {
  const ofGuide = (id: string) => Object.keys(steps).filter(step => step.startsWith(`${id}/`))
  const without = guides.filter(({ id }) => ofGuide(id).length === 0)
  expect(without.length).toBeLessThan(guides.length / 2)
  for (const step of ['page', 'open', 'name', 'submit', 'save'])
    expect(ofGuide('create-key')).toContain(`create-key/${step}`)
})
