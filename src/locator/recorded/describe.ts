/** Writes down what an element is. Never the value of a field; nothing that looks like a key, an address or a long number. */

import type { Description, Seen } from '../description.ts'
import { labelsOf, nameOf } from '../name.ts'
import { placeholdersOf, sectionsOf, titlesOf } from '../place.ts'
import { dialogOf, landmarkOf } from '../reach.ts'
import { roleOf } from '../role.ts'
import { Survey } from '../survey.ts'
import { boxOf, pathOf, textsBeside, zoneOf } from '../traits.ts'
import { discreet, Pairs } from '../words.ts'
import { sampleOf } from './imprint.ts'
import { asidesOf, sayingsOf } from './sayings.ts'

const RIVALS = 8

const clean = (texts: readonly (string | null | undefined)[], length = 120): string[] =>
  [
    ...new Set(
      texts.map(text =>
        discreet(text ?? '')
          .trim()
          .slice(0, length),
      ),
    ),
  ].filter(Boolean)

export function describe(element: Element): Description {
  const dialog = dialogOf(element)
  const landmark = landmarkOf(element)
  return filled({
    role: roleOf(element),
    names: clean([nameOf(element)]),
    placeholders: clean(placeholdersOf(element)),
    labels: clean(labelsOf(element)),
    type: element.getAttribute('type')?.slice(0, 20) ?? '',
    href: address(element),
    within: filled({
      dialog: dialog ? clean(titlesOf(dialog)).slice(0, 2) : [],
      landmark: landmark ?? '',
      section: clean(sectionsOf(element), 80),
    }),
    seen: seenFrom(element),
  }) as Description
}

/** Without what is empty: the less is written, the less can mislead. */
function filled(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => {
      if (part === '' || part === undefined || part === null) return false
      return typeof part !== 'object' || Object.keys(part).length > 0
    }),
  )
}

const address = (element: Element): string =>
  discreetAddress(element.getAttribute('href') ?? '').slice(0, 200)

/** Long random parts of an address may be somebody's token. */
const discreetAddress = (href: string): string => href.replace(/([?&#][\w-]*=)[^&#]{24,}/g, '$1')

function seenFrom(element: Element): Seen {
  const survey = new Survey(element.getRootNode() as Document)
  const text = survey.traitsOf(element).opening
  const attribute = (name: string) => discreet(element.getAttribute(name) ?? '').slice(0, 120)
  return filled({
    tag: element.localName,
    text: clean([text])[0] ?? '',
    id: attribute('id'),
    name: attribute('name'),
    class: attribute('class'),
    alt: attribute('alt'),
    title: attribute('title'),
    path: pathOf(element),
    zone: zoneOf(element),
    language: element.ownerDocument.documentElement.lang.split('-')[0]?.toLowerCase(),
    box: boxOf(element).map(Math.round),
    before: clean(textsBeside(element, 'previousNode'), 60),
    after: clean(textsBeside(element, 'nextNode'), 60),
    ...others(element, survey),
    page: sampleOf(sayingsOf(survey).keys()),
  }) as Seen
}

/** Its equals, and those that are so near that a later page must not confuse them with it. */
function others(element: Element, survey: Survey): Pick<Seen, 'twins' | 'rivals'> {
  const own = survey.traitsOf(element).text
  const pairs = new Pairs(own)
  const shape = (of: Element) => pathOf(of).replace(/\d+/g, '')
  const mine = shape(element)
  const root = element.getRootNode() as Document | ShadowRoot
  const alike = [...root.querySelectorAll(element.localName)]
  const at = alike.indexOf(element)
  const twins: { path: string; y: number }[] = []
  const rivals: { near: number; text: string; href: string }[] = []
  alike.forEach((other, index) => {
    if (other === element || other.contains(element) || element.contains(other)) return
    const traits = survey.traitsOf(other)
    const { text, opening } = traits
    const says = text || (asidesOf(traits)[0] ?? '')
    const href = address(other)
    if (says === own) {
      if (twins.length < 3 && own) twins.push({ path: pathOf(other), y: Math.round(boxOf(other)[1]) })
      if (href === address(element)) return
    }
    if (!says && !href) return
    const far = Math.abs(index - at)
    if (far > 200) return
    let near = 1 / (1 + far / 4) + pairs.likeness(says)
    if (far < 30 && shape(other) === mine) near += 0.5
    rivals.push({ near, text: says === own ? '' : opening || says, href })
  })
  rivals.sort((a, b) => b.near - a.near)
  return {
    twins,
    rivals: rivals
      .slice(0, RIVALS)
      .map(({ text, href }) => filled({ text: clean([text], 48)[0], href: href.slice(0, 80) })),
  }
}
