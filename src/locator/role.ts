/** The ARIA role of an element: its own, else the one that HTML gives its tag. Reads attributes, never layout. */

/** Tags by the role that HTML gives them. */
const TAGS: Record<string, string> = {
  article: 'article',
  banner: 'header',
  button: 'button,summary',
  cell: 'td',
  columnheader: 'th',
  complementary: 'aside',
  contentinfo: 'footer',
  dialog: 'dialog',
  form: 'form',
  group: 'fieldset',
  heading: 'h1,h2,h3,h4,h5,h6',
  img: 'img',
  list: 'ol,ul',
  listitem: 'li',
  main: 'main',
  navigation: 'nav',
  option: 'option',
  paragraph: 'p',
  region: 'section',
  row: 'tr',
  table: 'table',
  textbox: 'textarea',
}
const BY_TAG = new Map(
  Object.entries(TAGS).flatMap(([role, tags]) => tags.split(',').map(tag => [tag, role] as const)),
)

const BY_INPUT: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
}
/** Fields for which ARIA has no role. */
const WITHOUT = /^(hidden|color|date|file|month|time|week|datetime-local)$/

export function roleOf(element: Element): string {
  const own = element.getAttribute('role')
  if (own) {
    const first = own.trim().split(/\s+/, 1)[0]?.toLowerCase()
    if (first && first !== 'presentation' && first !== 'none') return first
    if (first) return ''
  }
  const tag = element.localName
  if (tag === 'a' || tag === 'area') return element.hasAttribute('href') ? 'link' : ''
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase()
    if (WITHOUT.test(type)) return ''
    return BY_INPUT[type] ?? (element.hasAttribute('list') ? 'combobox' : 'textbox')
  }
  if (tag === 'select') {
    const many = element.hasAttribute('multiple') || Number(element.getAttribute('size') ?? 0) > 1
    return many ? 'listbox' : 'combobox'
  }
  if (element.getAttribute('contenteditable') === 'true') return 'textbox'
  return BY_TAG.get(tag) ?? ''
}

const KIN = [
  'button link menuitem tab option treeitem',
  'switch checkbox radio menuitemcheckbox menuitemradio option tab button',
  'textbox searchbox combobox spinbutton',
  'combobox listbox button',
  'dialog alertdialog',
  'table grid treegrid',
  'cell gridcell columnheader rowheader',
].map(kin => kin.split(' '))

/** Roles that a redesign swaps for one another while the thing stays the same. */
export const kindred = (a: string, b: string): boolean => KIN.some(kin => kin.includes(a) && kin.includes(b))

/** Whatever a person can press, choose or fill in. */
export const CONTROLS = [
  'a,button,input:not([type=hidden]),select,textarea,summary,[role^=menuitem],[contenteditable=true],[onclick],[tabindex="0"]',
  ...'button link tab option checkbox radio switch combobox textbox searchbox spinbutton slider treeitem listbox'
    .split(' ')
    .map(role => `[role=${role}]`),
].join()

/** Tags of what a person fills in. */
export const FIELDS = new Set(['input', 'select', 'textarea'])

/** The elements among which a role is looked for, before `roleOf` has its say. */
export const selectorFor = (role: string): string =>
  [`[role~="${role}"]`, Object.hasOwn(TAGS, role) ? TAGS[role] : []].flat().join(',')

export const isControlRole = (role: string): boolean =>
  KIN.slice(0, 4).some(kin => kin.includes(role)) || role === 'slider'
