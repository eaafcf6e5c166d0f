/** Writes down what an element is. Never the value of a field; nothing that looks like a key, an address or a long number. */

import type { Description, Seen } from './description.ts'
import { othersLike } from './find-taught.ts'
import { labelsOf, nameOf } from './name.ts'
import { placeholdersOf, sectionsOf, textBefore, titlesOf } from './place.ts'
import { dialogOf, landmarkOf } from './reach.ts'
import { roleOf } from './role.ts'
import { createSurvey, type Survey } from './survey.ts'
import { boxOf, pathOf, textsBeside } from './traits.ts'
import { discreet } from './words.ts'

const clean = (texts: readonly (string | null | undefined)[], length = 120): string[] => {
  const discreetly = texts.map(text =>
    discreet(text ?? '')
      .trim()
      .slice(0, length),
  )
  return [...new Set(discreetly)].filter(Boolean)
}

export function describe(element: Element): Description {
  const dialog = dialogOf(element)
  const labels = labelsOf(element)
  const survey = createSurvey(element.getRootNode() as Document)
  const target = filled({
    role: roleOf(element),
    names: clean([nameOf(element)]),
    placeholders: clean(placeholdersOf(element)),
    labels: clean(labels.length > 0 ? labels : [textBefore(element)]),
    type: element.getAttribute('type')?.slice(0, 20) ?? '',
    href: address(element),
    within: filled({
      dialog: dialog ? clean(titlesOf(dialog)).slice(0, 2) : [],
      landmark: landmarkOf(element) ?? '',
    }),
    seen: seenOf(element, survey),
  }) as Description & { seen: Seen }
  return { ...target, seen: { ...target.seen, ...othersLike(survey, target, element) } }
}

/** Without what is empty: the less is written, the less can mislead. */
const filled = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).filter(([, part]) => {
      if (part === '' || part === undefined || part === null) return false
      return typeof part !== 'object' || Object.keys(part).length > 0
    }),
  )

/** Long random parts of an address may be somebody's token. */
const address = (element: Element): string =>
  discreet((element.getAttribute('href') ?? '').replace(/([?&#][\w-]*=)[^&#]{24,}/g, '$1')).slice(0, 200)

function seenOf(element: Element, survey: Survey): Seen {
  const attribute = (name: string) => discreet(element.getAttribute(name) ?? '').slice(0, 120)
  return filled({
    tag: element.localName,
    text: clean([survey.traitsOf(element).opening])[0] ?? '',
    id: attribute('id'),
    name: attribute('name'),
    class: attribute('class'),
    path: pathOf(element),
    box: boxOf(element).map(Math.round),
    before: clean(textsBeside(element, 'previousNode'), 60).slice(0, 1),
    after: clean(textsBeside(element, 'nextNode'), 60).slice(0, 1),
    section: clean(sectionsOf(element, 1), 80),
  }) as Seen
}
