/** Every guide, read as a page without a running guide: whole sentences, and what comes next by its title. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { GuideText } from '../../../src/features/guide/screen/guide-text.tsx'
import { guides } from '../../../src/guides/index.ts'

for (const guide of guides)
  test(`${guide.id} reads as plain words`, () => {
    const text = renderToStaticMarkup(<GuideText guide={guide} all={guides} />)
    expect(text).not.toMatch(/[{}|]|“…”/)
    for (const id of guide.next) {
      const title = guides.find(other => other.id === id)?.title ?? id
      expect(text).toContain(`<a href="#guides/${id}">${renderToStaticMarkup(title)}</a>`)
    }
  })
