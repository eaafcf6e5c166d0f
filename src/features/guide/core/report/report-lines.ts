/**
 * The lines of a report on a page that looks different from what a guide knows: which elements are on it and where. Of the page’s words a
 * line holds only those that Keyway’s guides contain. This file defines all that a line may hold, so a reader can refuse anything else. Pure.
 */

/** The words that a report may contain: wordings from the guides, beginnings of words by what they mean, parts of addresses. */
export type Catalogue = {
  wordings: string[]
  beginnings: Record<string, string[]>
  segments: string[]
}

export type Part = {
  depth: number
  role: string
  tag: string
  /** Of an input. */
  type?: string
  /** A wording of the catalogue, or blocks for each letter. */
  says?: string
  /** The same of a field's placeholder. */
  hint?: string
  /** What words of the page that are not in the catalogue probably mean, by how they begin. */
  means?: string[]
  states: string[]
  /** Left, top, width and height in the window, in CSS pixels. */
  box: [number, number, number, number]
  id?: string
  classes?: string
  /** Where a link leads, as a shape. */
  to?: string
  /** So many like it came after it and are left out. */
  alike?: number
  /** It is what the person showed Keyway for the target. */
  isShown?: boolean
}

/** What the content script answers. */
export type Collected = {
  /** The page's own address as a shape. */
  address: string
  /** Its width and height, in CSS pixels. */
  window: [number, number]
  lines: string[]
  /** The page is too big, or took too long: the rest is left out. */
  isCut: boolean
}

const roles = new Set(
  (
    'alert alertdialog application article banner blockquote button caption cell checkbox columnheader combobox complementary ' +
    'contentinfo dialog directory document feed figure form grid gridcell group heading img link list listbox listitem log main ' +
    'marquee menu menubar menuitem menuitemcheckbox menuitemradio meter navigation note option progressbar radio radiogroup region ' +
    'row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel textbox ' +
    'timer toolbar tooltip tree treegrid treeitem'
  ).split(' '),
)
const tags = new Set(
  (
    'a address area article aside b body button caption code dd details dialog div dl dt em fieldset figure font footer form frame h1 ' +
    'h2 h3 h4 h5 h6 header hgroup i iframe img input kbd label legend li main mark menu meter nav ol optgroup option output p pre ' +
    'progress samp search section select small span strong summary svg table tbody td textarea tfoot th thead time tr u ul'
  ).split(' '),
)
const types = new Set(
  (
    'text email password search tel url number range date month week time datetime-local color checkbox radio file submit button ' +
    'reset image'
  ).split(' '),
)
const states = new Set(
  (
    'disabled checked unchecked expanded collapsed selected pressed required invalid read-only editable opens-list opens-menu ' +
    'opens-dialog opens current busy modal filled empty focused fixed in-frame in-shadow'
  ).split(' '),
)

export const knownRole = (role: string): string => (roles.has(role) ? role : '')
/** A custom element is reported as `other`: the page chose its name, which could hold anything. */
export const knownTag = (tag: string): string => (tags.has(tag) ? tag : 'other')
export const knownType = (type: string): string | undefined => (types.has(type) ? type : undefined)

const mostBlocks = 12

/** Each word as blocks, as many as it has letters; a long one by its length. */
export function blocks(text: string): string {
  const words = text.split(/\s+/, mostBlocks + 1).filter(word => word !== '')
  const shown = words.slice(0, mostBlocks).map(word => {
    const length = Math.min(word.length, 99)
    return length <= mostBlocks ? '▮'.repeat(length) : `▮×${length}`
  })
  return [...shown, ...(words.length > mostBlocks ? ['…'] : [])].join(' ')
}

/** Letters as `a`, digits as `0`, each run of them once; of signs only those that ids are made of. */
export const shapeOf = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/[^\x21-\x7e]+/g, 'a')
    .replace(/[A-Za-z]+/g, 'a')
    .replace(/[0-9]+/g, '0')
    .replace(/[^a0_:./-]+/g, '?')
    .slice(0, 24)

/** @param segments those of the platform's addresses that guides know: they stay. */
export function addressShape(url: string, base: string, segments: string[]): string {
  const address = URL.parse(url, base)
  if (!address || !/^https?:$/.test(address.protocol)) return '?'
  if (address.origin !== URL.parse(base)?.origin) return 'elsewhere'
  const parts = address.pathname
    .split('/', 9)
    .slice(1)
    .map(part => (segments.includes(part) || part === '' ? part : blocks(part)))
  return `/${parts.join('/').replace(/ /g, '')}`
}

export function printPart(part: Part): string {
  const { depth, role, tag, type, says, hint, means, box, id, classes, to, alike } = part
  const quoted = (text: string | undefined) => text && JSON.stringify(text)
  return [
    `${'  '.repeat(Math.min(depth, 40))}-`,
    role || 'none',
    `<${tag}${type === undefined ? '' : ` ${type}`}>`,
    quoted(says),
    hint && `hint ${quoted(hint)}`,
    means && means.length > 0 && `means ${means.join('+')}`,
    part.states.length > 0 && `[${part.states.join(' ')}]`,
    `at ${box.map(value => Math.max(-99_999, Math.min(99_999, Math.round(value) || 0))).join(' ')}`,
    id && `id ${id}`,
    classes && `class ${classes}`,
    to && `to ${to}`,
    alike && `and ${alike} alike`,
    part.isShown && '← shown',
  ]
    .filter(Boolean)
    .join(' ')
}

const pattern =
  /^(?: {2}){0,40}- (?<role>\w+) <(?<tag>\w+)(?: (?<type>[\w-]+))?>(?: (?<says>"(?:[^"\\]|\\.)*"))?(?: hint (?<hint>"(?:[^"\\]|\\.)*"))?(?: means (?<means>[a-z+]+))?(?: \[(?<states>[a-z -]+)\])? at (?<box>-?\d{1,5} -?\d{1,5} -?\d{1,5} -?\d{1,5})(?: id (?<id>[a0_:./?-]{1,24}))?(?: class (?<classes>[a0_:./? -]{1,80}))?(?: to (?<to>\S{1,200}))?(?: and (?<alike>\d{1,6}) alike)?(?<isShown> ← shown)?$/

const isBlocks = (text: string): boolean => /^(?:▮+|▮×\d\d)(?: (?:▮+|▮×\d\d|…))*$/.test(text)

/**
 * Reads one line. @returns undefined when the line holds anything that no report may hold. Whoever shows or stores a report checks each line
 * with this, wherever the line comes from.
 */
export function readLine(line: string, catalogue: Catalogue): Part | undefined {
  const groups = pattern.exec(line)?.groups
  if (!groups) return undefined
  const { role = '', tag = '', type, means, states: stood, box = '', id, classes, to, alike } = groups
  const says = unquoted(groups.says)
  const hint = unquoted(groups.hint)
  const isKnown = (text: string | undefined) =>
    text === undefined || isBlocks(text) || catalogue.wordings.includes(text)
  const isAllKnown =
    (role === 'none' || roles.has(role)) &&
    (tag === 'other' || tags.has(tag)) &&
    (type === undefined || types.has(type)) &&
    isKnown(says) &&
    isKnown(hint) &&
    (means === undefined || means.split('+').every(one => Object.hasOwn(catalogue.beginnings, one))) &&
    (stood === undefined || stood.split(' ').every(one => states.has(one))) &&
    (to === undefined || isAddress(to, catalogue))
  if (!isAllKnown) return undefined
  return {
    depth: line.search(/-/) / 2,
    role: role === 'none' ? '' : role,
    tag,
    states: stood?.split(' ') ?? [],
    box: box.split(' ').map(Number) as Part['box'],
    ...(type !== undefined && { type }),
    ...(says !== undefined && { says }),
    ...(hint !== undefined && { hint }),
    ...(means !== undefined && { means: means.split('+') }),
    ...(id !== undefined && { id }),
    ...(classes !== undefined && { classes }),
    ...(to !== undefined && { to }),
    ...(alike !== undefined && { alike: Number(alike) }),
    ...(groups.isShown !== undefined && { isShown: true }),
  }
}

export const isAddress = (shape: string, { segments }: Catalogue): boolean =>
  /^(?:\?|elsewhere)$/.test(shape) ||
  shape
    .split('/')
    .every(
      (part, at) => (part === '' && at <= 8) || segments.includes(part) || /^(?:▮|▮×\d\d|…)+$/.test(part),
    )

function unquoted(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    return String(JSON.parse(text))
  } catch {
    return ' '
  }
}
