/** What a person points out is remembered without anything that could be somebody's. */
import { expect, test } from 'vitest'
import { scrub } from '../../../src/features/guide/page/show-me.ts'

test.each([
  ['a key', 'sk-proj-abcdefgh'],
  ['a masked key', 'sk-...abcd'],
  ['an address of mail', 'robin@example.org'],
  ['a tracking id', 'key_abc123DEF'],
  ['a project', 'proj_a1b2c3d4'],
  ['an organization', 'org-AbCdEfGh'],
  ['money', '$12.30'],
  ['money the other way round', '5,00 EUR'],
  ['something long without a blank', 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5'],
])('%s is left out', (_, text) => {
  expect(scrub({ role: 'button', names: ['Create', text], texts: [text] }, false)).toEqual({
    role: 'button',
    names: ['Create'],
    texts: [],
  })
})

test('the words of a row are somebody’s data, whatever they say', () => {
  const described = {
    role: 'button',
    names: ['Delete'],
    texts: ['Laptop'],
    labels: ['Laptop'],
    within: { row: ['Laptop'], dialog: ['Keys'] },
    seen: { tag: 'button', text: 'Laptop' },
  }
  expect(scrub(described, true)).toEqual({
    role: 'button',
    names: ['Delete'],
    within: { dialog: ['Keys'] },
    seen: { tag: 'button' },
  })
})
