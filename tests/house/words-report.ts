/** `npm run words`: how much each surface says, how long its sentences are, and what it says that the glossary has retired. */
import type { Guide } from '../../src/guides/guide.ts'
import { guides } from '../../src/guides/index.ts'
import { cardsOf, gradeOfGuide, inFront, walkOf, wordsOnCards } from '../guides/cards.ts'
import { measure, retiredIn, wordsIn } from './screen-words.ts'
import { surfaces } from './surfaces.ts'

/** The longest of these are printed: there is the least room. */
const small = ['popup', 'guides and card']
const most = 8

export function report(say: (line: string) => void): void {
  const all = surfaces()
  console.table(
    Object.fromEntries(
      [...all].map(([name, texts]) => {
        const { words, median, longest5, grade } = measure(texts)
        return [
          name,
          {
            texts: texts.length,
            words,
            'words of half the sentences ≤': median,
            'of 95 % ≤': longest5,
            'reading grade': Number(grade.toFixed(1)),
            'retired words': texts.flatMap(retiredIn).length,
          },
        ]
      }),
    ),
  )
  console.table(Object.fromEntries(guides.map(guide => [guide.id, ofGuide(guide)])))
  const whole = [...new Set([...all.values()].flat())]
  say(`All together: ${whole.length} texts, ${measure(whole).words} words.`)
  for (const name of small) {
    say(`\nLongest texts: ${name}`)
    for (const text of (all.get(name) ?? [])
      .toSorted((a, b) => wordsIn(b).length - wordsIn(a).length)
      .slice(0, most))
      say(`  ${wordsIn(text).length}  ${text}`)
  }
  const retired = whole.flatMap(retiredIn)
  say(`\nRetired words: ${retired.length}`)
  for (const line of retired) say(`  ${line}`)
}

/** The card that says most, and what a walk from the beginning shows where nothing has been chosen. */
function ofGuide(guide: Guide) {
  const cards = cardsOf(guide).map(card => inFront(card, 'ready'))
  const walk = walkOf(guide)
  return {
    'cards of a walk': walk.length,
    'words on them': wordsOnCards(walk),
    'most words on one': Math.max(...cards.map(({ words }) => words)),
    'most sentences': Math.max(...cards.map(({ sentences }) => sentences)),
    'reading grade': Number(gradeOfGuide(guide).toFixed(1)),
  }
}
