/** The card in the package for Firefox: no button whose press could never count, and every sentence leads to one that does. */
import { expect, test } from 'vitest'
import { cardOf as withSave } from '../../../src/features/guide/core/card/card-content.ts'
import { cardOf } from '../../../src/features/guide/core/card/without-save.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import type { TargetState, TourView } from '../../../src/features/guide/core/tour.ts'
import { guides } from '../../../src/guides/index.ts'
import { found, page, small, walk } from './guide-world.ts'

const says = { ...cardWords, direction: 'ltr' as const }
const plain = walk(small).shows(page({ elements: { opener: found } }))

/** Every step of every guide as a view, on a page that is as it should be and on others. */
const views: TourView[] = guides.flatMap(guide =>
  guide.steps.flatMap(step =>
    (['ready', 'likely', 'several', 'missing', 'wrong-page'] as TargetState[]).map(state => ({
      ...plain,
      guide: guide.id,
      step: step.id,
      state,
      words: step.words,
      ...(step.action && { action: step.action }),
    })),
  ),
)

test('no card has a button that asks for what Firefox cannot tell', () => {
  const saving = views.filter(view => withSave(view, says).buttons.some(({ guarded }) => guarded))
  expect(saving.length).toBeGreaterThan(5)
  for (const view of views) expect(cardOf(view, says).buttons.filter(({ guarded }) => guarded)).toEqual([])
  for (const view of saving) {
    expect(cardOf(view, says).do).toContain('sidebar')
    expect(cardOf(view, says).do).not.toBe(withSave(view, says).do)
  }
})

test('all other cards are those of Chrome', () => {
  const others = views.filter(view => withSave(view, says).buttons.every(({ guarded }) => !guarded))
  expect(others.length).toBeGreaterThan(50)
  for (const view of others) expect(cardOf(view, says)).toEqual(withSave(view, says))
})
