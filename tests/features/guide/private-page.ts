/** Strings that nobody may learn, and a page that holds each of them, wherever a page can hold a text. Drawn from a seed. */
import { type Chance, createChance } from '../../layouts/generator/chance.ts'

const firsts = 'Robin Mireille Tadeusz Oksana Yusuf Ingrid Kwame Leocadia Bartholomew Xiomara'.split(' ')
const lasts = 'Okafor Szymański Lindqvist Vandenberghe O’Shaughnessy Iwamoto Ferreira-Lopes Quist'.split(' ')
const firms = 'Globex Initech Hooli Vandelay Umbrella Soylent Wonka Cyberdyne'.split(' ')
/** Words that the guides know too. */
const known = 'Key Project Service Company Create Save Delete Name All Production'.split(' ')
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

const kinds: ((chance: Chance) => string)[] = [
  ({ pick, below }) => `${pick(firsts)} ${pick(lasts)} ${below(1_000)}`,
  ({ pick, below }) => `${pick(firms)} ${pick(known)} ${below(1_000)} GmbH`,
  ({ pick, below }) => `${pick(known)} ${pick(known)} ${pick(firms)}${below(1_000)}`,
  ({ pick, below }) => `${pick(firsts).toLowerCase()}.${below(10_000)}@${pick(firms).toLowerCase()}.example`,
  chance => `sk-proj-${drawn(chance, 48)}`,
  chance => `org-${drawn(chance, 20)}`,
  chance => `proj_${drawn(chance, 18)}`,
  ({ pick, below }) => `${pick(firms)}${below(100_000)}`,
  ({ below }) => `+49 170 ${1_000_000 + below(9_000_000)}`,
  ({ pick, below }) => `秘密${pick(lasts)}${below(10_000)}`,
]

const drawn = ({ pick }: Chance, length: number): string =>
  Array.from({ length }, () => pick([...letters])).join('')

export function privateStrings(count: number, seed: number): string[] {
  const chance = createChance(seed)
  const strings = new Set<string>()
  while (strings.size < count) strings.add(chance.pick(kinds)(chance))
  return [...strings]
}

type Planting = (text: string, page: Document) => Element

const make = (page: Document, tag: string, attributes: Record<string, string> = {}, text = ''): Element => {
  const element = page.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (text) element.textContent = text
  return element
}
const within = (outer: Element, ...inner: (Element | Node)[]): Element => {
  outer.append(...inner)
  return outer
}

const attributes = [
  'id',
  'class',
  'title',
  'alt',
  'name',
  'data-name',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'aria-placeholder',
  'placeholder',
  'style',
  'lang',
  'role',
  'type',
  'value',
  'href',
  'src',
  'action',
  'content',
  'itemprop',
  'data-state',
  'aria-haspopup',
  'aria-current',
  'onclick',
]
const tags =
  'div button a input textarea select label h2 p span li td nav section dialog img code pre th form summary table'.split(
    ' ',
  )

const plantings: Planting[] = [
  ...tags.map(
    (tag): Planting =>
      (text, page) =>
        make(page, tag, {}, text),
  ),
  ...attributes.flatMap(name =>
    ['button', 'div', 'input', 'a'].map(
      (tag): Planting =>
        (text, page) =>
          make(page, tag, { [name]: text }, 'Delete'),
    ),
  ),
  (text, page) => within(make(page, 'div'), page.createComment(text)),
  (text, page) => make(page, 'style', {}, `.a::before { content: "${text}" }`),
  (text, page) => make(page, 'script', { type: 'text/plain' }, text),
  (text, page) => make(page, 'template', {}, text),
  (text, page) =>
    make(
      page,
      'a',
      { href: `https://platform.openai.com/settings/${encodeURIComponent(text)}/api-keys` },
      'Delete',
    ),
  (text, page) =>
    make(page, 'a', { href: `https://${text.replace(/\W/g, '')}.example/?q=${text}#${text}` }, 'Delete'),
  (text, page) => make(page, `x-${text.replace(/[^a-z0-9]/gi, '').toLowerCase()}`, { role: 'button' }, text),
  (text, page) => within(make(page, 'tr'), make(page, 'td', {}, text), make(page, 'td', {}, `…${text}`)),
  (text, page) => within(make(page, 'select'), make(page, 'option', { selected: '' }, text)),
  (text, page) => within(make(page, 'label', {}, text), make(page, 'input', { type: 'text' })),
  (text, page) => within(make(page, 'p'), ...[...text].map(letter => make(page, 'span', {}, letter))),
  (text, page) => within(make(page, 'button'), make(page, 'span', { 'aria-label': text })),
  (text, page) => within(make(page, 'fieldset'), make(page, 'legend', {}, text)),
  (text, page) => make(page, 'div', { contenteditable: 'true', role: 'textbox' }, text),
  (text, page) => make(page, 'button', { 'aria-haspopup': 'listbox' }, text),
  (text, page) => {
    const field = make(page, 'input') as HTMLInputElement
    field.value = text
    return field
  },
  (text, page) => {
    const host = make(page, 'div')
    within(
      host.attachShadow({ mode: 'open' }) as unknown as Element,
      make(page, 'button', {}, text),
      make(page, 'p', {}, text),
    )
    return host
  },
  (text, page) => {
    const host = make(page, 'div')
    host.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>'
    return within(host, make(page, 'button', {}, text))
  },
  (text, page) =>
    within(make(page, 'button', { 'aria-labelledby': `by ${text}` }), make(page, 'i', { id: 'by' }, text)),
]

/** Each string once at least; every planting is used. In groups, as no page has 500 things side by side. */
export function plantPrivate(page: Document, strings: string[], seed: number): void {
  const chance = createChance(seed)
  page.title = strings[0] ?? ''
  let group = page.body
  for (const [index, text] of strings.entries()) {
    if (index % 12 === 0)
      group = page.body.appendChild(page.createElement(chance.pick(['div', 'section', 'ul', 'form'])))
    const plant = plantings[index % plantings.length] ?? chance.pick(plantings)
    group.append(plant(text, page))
  }
}
