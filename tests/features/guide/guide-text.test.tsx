// @vitest-environment happy-dom
/** Every guide, read as a page without a running guide: whole sentences, choices as choices, cases as cases, and what comes next. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { GuideText } from '../../../src/features/guide/screen/reading/guide-text.tsx'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'

const inText = (text: string) => renderToStaticMarkup(text)
const markupOf = (guide: Guide) => renderToStaticMarkup(<GuideText guide={guide} all={guides} />)
const guideOf = (id: string): Guide => {
  const guide = guides.find(one => one.id === id)
  if (!guide) throw new Error(`There is no guide “${id}”.`)
  return guide
}

describe.each(guides.map(guide => [guide.id, guide] as const))('%s', (_, guide) => {
  const text = markupOf(guide)
  const page = document.createElement('main')
  page.innerHTML = text

  test('reads as plain words', () => {
    expect(text).not.toMatch(/[{}|]|“…”/)
    for (const id of guide.next) {
      const title = guides.find(other => other.id === id)?.title ?? id
      expect(text).toContain(`<a href="#guides/${id}">${inText(title)}</a>`)
    }
  })

  test('counts the steps that are for everybody, and says of each other one when it applies', () => {
    const counted = [...page.querySelectorAll('.guide-steps > li:not(.case)')]
    expect(counted).toHaveLength(guide.steps.filter(({ only }) => only === undefined).length)
    const cases = [...page.querySelectorAll('.guide-steps > li.case')]
    for (const one of cases) expect(one.querySelector('h2')?.textContent).toMatch(/^(If|Unless) .+ .+/)
    const told = cases.reduce((sum, one) => sum + one.querySelectorAll('h3 + p').length, 0)
    expect(told).toBeGreaterThanOrEqual(guide.steps.length - counted.length)
    expect(text).not.toContain('If it applies to you')
  })

  test('shows what is chosen once, with every answer and what it means', () => {
    for (const { question, options } of guide.choices) {
      const boxes = [...page.querySelectorAll('.panel-box')].filter(box =>
        box.querySelector('h3')?.textContent.includes(question),
      )
      expect(boxes, question).toHaveLength(1)
      expect([...(boxes[0]?.querySelectorAll('li strong') ?? [])].map(one => one.textContent)).toEqual(
        options.map(({ label }) => label),
      )
    }
  })

  test('says first what is needed', () => {
    for (const line of guide.prerequisites ?? []) expect(page.textContent).toContain(line)
  })
})

test('a guide for many causes is no list of steps of which two apply', () => {
  const text = markupOf(guideOf('fix-not-working'))
  expect(text).toContain('If the test says “Not a whole key” or “Rejected”')
  expect(text).toContain('If Keyway does not know which key it is about')
})

test('an answer leads to its own steps', () => {
  const text = markupOf(guideOf('need-a-key'))
  expect(text).toContain('If you chose “Let Codex write code for me”')
  expect(text).toContain('If you chose “Use an app that asks for a key” or “Call the API from my own code”')
})
