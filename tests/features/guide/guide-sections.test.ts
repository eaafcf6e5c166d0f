/** The list of guides by section: every guide once, and a few before a word is typed. */
import { expect, test } from 'vitest'
import { inSections, suggested } from '../../../src/features/guide/screen/search/guide-sections.ts'
import { guides } from '../../../src/guides/index.ts'

test('every guide stands in one section, and no section is empty', () => {
  const sections = inSections(guides)
  expect(sections.map(({ name }) => name)).toEqual(['Start', 'Money', 'Keys', 'Problems'])
  expect(sections.flatMap(section => section.guides.map(({ id }) => id)).toSorted()).toEqual(
    guides.map(({ id }) => id).toSorted(),
  )
})

test('three are offered at first, others to who has keys', () => {
  const ids = (hasKeys: boolean) => suggested(guides, hasKeys).map(({ id }) => id)
  expect([ids(false).length, ids(true).length]).toEqual([3, 3])
  expect(ids(false)).toContain('create-key')
  expect(ids(true)).not.toContain('create-key')
})
