/**
 * Pages and what time does to them, from a seed: a page in the manner of a console or of a plain site, one thing on it that is meant,
 * and the same page later. Pure: trees in, HTML out; the thing meant is marked `data-truth`, which the test takes off before it asks.
 */

export type Node = { tag: string; attrs: Record<string, string>; kids: (Node | string)[] }
export type Kind = (typeof kinds)[number]
export type Drifted = { kind: Kind; before: string; after: string; here: boolean; hand: boolean; not: string }

/** Which of the changes leave it on the page, and which take it away. */
export const kinds = [
  'nothing',
  'classes',
  'wrappers',
  'order',
  'moved block',
  'reworded',
  'button, link or div',
  'icon with label',
  'translated',
  'hidden double',
  'visible double',
  'decoy beside',
  'several at once',
  'removed',
  'removed, decoy left',
  'removed, page changed',
] as const

export type Random = () => number
export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const at = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T
const shuffled = <T>(list: readonly T[], random: Random): T[] =>
  list
    .map(one => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)
const h = (tag: string, attrs: Record<string, string> | null, ...kids: (Node | string)[]): Node => ({
  tag,
  attrs: attrs ?? {},
  kids,
})

const PLACES: [string, string][] = [
  ['Home', '/home'],
  ['Chat', '/chat'],
  ['Assistants', '/assistants'],
  ['Audio', '/audio'],
  ['Images', '/playground/images'],
  ['API keys', '/api-keys'],
  ['Usage', '/usage'],
  ['Logs', '/logs'],
  ['Batches', '/batches'],
  ['Storage', '/storage'],
  ['Fine-tuning', '/finetune'],
  ['Settings', '/settings/organization/general'],
  ['Billing', '/settings/organization/billing/overview'],
  ['Limits', '/settings/organization/limits'],
  ['People', '/settings/organization/people'],
  ['Projects', '/projects'],
  ['Data controls', '/settings/organization/data-controls'],
  ['Webhooks', '/settings/project/webhooks'],
]
const ACTIONS = [
  'Create new secret key',
  'Create project',
  'Add payment details',
  'Invite team members',
  'Edit spend limit',
  'Export',
  'Add to credit balance',
  'Verify organization',
  'Enable auto recharge',
  'Upgrade tier',
  'Add filter',
  'View usage',
  'Start verification',
  'Contact sales',
  'Cancel plan',
  'Add alert',
  'Manage members',
  'Download invoice',
]
const FIELDS: [string, string][] = [
  ['Name', 'My Test Key'],
  ['Organization name', 'Acme Inc.'],
  ['Monthly spend limit', '50'],
  ['Search', 'Search API keys'],
  ['Card holder', 'Full name on card'],
  ['City', 'Springfield'],
  ['Postal code', '12345'],
  ['Promotional code', 'Enter code'],
  ['Emails', 'name@example.org'],
  ['Alert threshold', '80'],
]
const PROSE = [
  'Do not share your API key with others or expose it in the browser.',
  'API credits are separate from ChatGPT.',
  'Your actual costs may exceed this based on usage.',
  'Projects are shared environments where teams can collaborate.',
  'You have permission to view and manage all API keys in this project.',
  'Rate limits are measured per minute.',
]
const TITLES = [
  'API keys',
  'Usage',
  'Billing',
  'Limits',
  'General',
  'Members',
  'Preferences',
  'Payment methods',
  'Alerts',
  'History',
]
const OTHER_WORDS: Record<string, string[]> = {
  Create: ['Add', 'New', 'Make'],
  Add: ['New', 'Create'],
  Edit: ['Change', 'Update'],
  View: ['See', 'Open'],
  Enable: ['Turn on'],
  Export: ['Download CSV'],
  Invite: ['Add'],
  Start: ['Begin'],
  Verify: ['Confirm'],
  Upgrade: ['Raise'],
  Manage: ['Edit'],
  Cancel: ['End'],
  Contact: ['Talk to'],
  Download: ['Get'],
}

/** A page, and the paths of the nodes that a guide could mean. */
function page(random: Random): { root: Node; meant: Node[] } {
  const meant: Node[] = []
  const mean = (node: Node) => {
    meant.push(node)
    return node
  }
  const hashed = random() < 0.5
  const classOf = (word: string) =>
    hashed
      ? `${word.slice(0, 1)}${Math.floor(random() * 1e6).toString(36)} css-${Math.floor(random() * 1e6).toString(36)}`
      : `${word} ${at(['md', 'lg', 'primary', 'plain'], random)}`
  const places = shuffled(PLACES, random).slice(0, 6 + Math.floor(random() * 8))
  const nav = h(
    'nav',
    random() < 0.5 ? { 'aria-label': 'Main navigation' } : null,
    h(
      'ul',
      { class: classOf('menu') },
      ...places.map(([text, href]) => h('li', null, mean(h('a', { href, class: classOf('item') }, text)))),
    ),
  )
  const title = at(TITLES, random)
  const actions = shuffled(ACTIONS, random)
  const button = (text: string) =>
    mean(
      h(
        'button',
        {
          class: classOf('button'),
          ...(random() < 0.2 ? { id: text.toLowerCase().replace(/\W+/g, '-') } : {}),
        },
        ...(random() < 0.3 ? [h('svg', { width: '12', height: '12' }), ` ${text}`] : [text]),
      ),
    )
  const rows = Array.from({ length: Math.floor(random() * 5) }, (_, i) =>
    h(
      'tr',
      null,
      h('td', null, `key ${i + 1}`),
      h('td', null, `sk-...${Math.floor(random() * 9000 + 1000)}`),
      h('td', null, h('button', null, 'Edit'), h('button', null, 'Delete')),
    ),
  )
  const field = ([label, placeholder]: [string, string], i: number) =>
    h(
      'div',
      { class: classOf('field') },
      h('label', { for: `f${i}` }, label),
      mean(
        h('input', {
          id: `f${i}`,
          placeholder,
          type: 'text',
          ...(random() < 0.4 ? { name: label.toLowerCase().replace(/\W+/g, '_') } : {}),
        }),
      ),
    )
  const blocks = [
    h(
      'section',
      { class: classOf('card') },
      h('h2', null, at(TITLES, random)),
      h('p', null, at(PROSE, random)),
      button(actions[1] ?? ''),
      button(actions[2] ?? ''),
    ),
    h(
      'section',
      { class: classOf('card') },
      h('h2', null, at(TITLES, random)),
      ...shuffled(FIELDS, random).slice(0, 3).map(field),
      button(actions[3] ?? ''),
      h('button', null, 'Save'),
    ),
    h(
      'section',
      { class: classOf('list') },
      h('h2', null, 'All of them'),
      h(
        'table',
        null,
        h(
          'tbody',
          null,
          h('tr', null, h('th', null, 'Name'), h('th', null, 'Secret key'), h('th', null, 'Actions')),
          ...rows,
        ),
      ),
    ),
    h(
      'section',
      { class: classOf('note') },
      h('p', null, at(PROSE, random)),
      mean(h('a', { href: '/docs/guides' }, 'Learn more')),
      button(actions[4] ?? ''),
    ),
  ]
  const main = h(
    'main',
    null,
    h('div', { class: classOf('head') }, h('h1', null, title), button(actions[0] ?? '')),
    ...shuffled(blocks, random),
  )
  const footer = h(
    'footer',
    null,
    ...['Terms & policies', 'Help', 'Status'].map(text =>
      h('a', { href: `/${text.toLowerCase().split(' ')[0]}` }, text),
    ),
  )
  const shell =
    random() < 0.5
      ? h('div', { class: classOf('app') }, h('aside', null, nav), main, footer)
      : h('div', { class: classOf('app') }, h('header', null, nav), main, footer)
  return { root: shell, meant }
}

const copy = (node: Node): Node => ({
  tag: node.tag,
  attrs: { ...node.attrs },
  kids: node.kids.map(kid => (typeof kid === 'string' ? kid : copy(kid))),
})
/** All nodes as they were at the start: what a visit adds is not visited. */
const each = (root: Node, visit: (node: Node, parent: Node | undefined) => void): void => {
  const all: [Node, Node | undefined][] = []
  const gather = (node: Node, parent?: Node) => {
    all.push([node, parent])
    for (const kid of node.kids) if (typeof kid !== 'string') gather(kid, node)
  }
  gather(root)
  for (const [node, parent] of all) visit(node, parent)
}
const marked = (root: Node): { node: Node; parent: Node } => {
  let found: { node: Node; parent: Node } | undefined
  each(root, (node, parent) => {
    if (parent && 'data-truth' in node.attrs) found ??= { node, parent }
  })
  if (!found) throw new Error('nothing is meant on this page')
  return found
}
const textOf = (node: Node): string =>
  node.kids
    .map(kid => (typeof kid === 'string' ? kid : textOf(kid)))
    .join('')
    .trim()
const setText = (node: Node, text: string) => {
  node.kids = [...node.kids.filter(kid => typeof kid !== 'string' && kid.tag === 'svg'), text]
}

const changes: Partial<Record<Kind, (root: Node, random: Random) => void>> = {
  classes: (root, random) =>
    each(root, node => {
      if (node.attrs.class) node.attrs.class = `x${Math.floor(random() * 1e8).toString(36)}`
    }),
  wrappers: (root, random) =>
    each(root, node => {
      node.kids = node.kids.map(kid =>
        typeof kid !== 'string' && !/^(tr|td|th|tbody|li|svg)$/.test(kid.tag) && random() < 0.25
          ? h('div', { class: 'wrap' }, kid)
          : kid,
      )
    }),
  order: (root, random) =>
    each(root, node => {
      if (/^(ul|section|div|table)$/.test(node.tag) && random() < 0.5) node.kids = shuffled(node.kids, random)
    }),
  'moved block': (root, random) =>
    each(root, node => {
      if (node.tag === 'main')
        node.kids = [
          node.kids[0] as Node,
          ...shuffled(node.kids.slice(1), random),
          h('section', null, h('h2', null, 'New here'), h('p', null, at(PROSE, random))),
        ]
    }),
  reworded: (root, random) => {
    const { node } = marked(root)
    if (node.tag === 'input') {
      node.attrs.placeholder = `e.g. ${node.attrs.placeholder ?? ''}`
      return
    }
    const [first = '', ...rest] = textOf(node).split(' ')
    const other = OTHER_WORDS[first]
    setText(
      node,
      other && rest.length
        ? [at(other, random), ...rest].join(' ')
        : `${first} ${rest.join(' ')}`.trim() + at([' now', ' page', ' …'], random),
    )
  },
  'button, link or div': (root, random) => {
    const { node } = marked(root)
    if (node.tag === 'input') return
    const kind = at(['a', 'button', 'div'], random)
    const { href, ...attrs } = node.attrs
    node.tag = kind
    node.attrs =
      kind === 'a'
        ? { ...attrs, href: href ?? '#' }
        : kind === 'div'
          ? { ...attrs, role: 'button', tabindex: '0' }
          : attrs
  },
  'icon with label': root => {
    const { node } = marked(root)
    if (node.tag === 'input') return
    node.attrs['aria-label'] = textOf(node)
    node.kids = [h('svg', { width: '16', height: '16' })]
  },
  translated: root =>
    each(root, node => {
      if (node.attrs.placeholder) node.attrs.placeholder = foreign(node.attrs.placeholder)
      if (node.attrs['aria-label']) node.attrs['aria-label'] = foreign(node.attrs['aria-label'])
      node.kids = node.kids.map(kid =>
        typeof kid === 'string' && kid.trim() ? h('font', null, h('font', null, foreign(kid))) : kid,
      )
    }),
  'hidden double': root => {
    const { node, parent } = marked(root)
    const double = copy(node)
    delete double.attrs['data-truth']
    parent.kids.splice(parent.kids.indexOf(node), 0, h('div', { style: 'display:none' }, double))
  },
  'visible double': root => {
    const { node } = marked(root)
    each(root, part => {
      if (part.tag === 'footer') part.kids.push(copy(node))
    })
  },
  'decoy beside': root => {
    const { node, parent } = marked(root)
    parent.kids.splice(parent.kids.indexOf(node) + 1, 0, decoyOf(node))
  },
  removed: root => {
    const { node, parent } = marked(root)
    parent.kids.splice(parent.kids.indexOf(node), 1)
  },
}
changes['removed, decoy left'] = root => {
  const { node, parent } = marked(root)
  parent.kids.splice(parent.kids.indexOf(node), 1)
}
const several: Kind[] = ['classes', 'wrappers', 'order', 'moved block', 'button, link or div', 'decoy beside']
changes['several at once'] = (root, random) => {
  for (const kind of shuffled(several, random).slice(0, 3)) changes[kind]?.(root, random)
}
changes['removed, page changed'] = (root, random) => {
  changes.removed?.(root, random)
  for (const kind of shuffled(['classes', 'wrappers', 'order', 'moved block'] as Kind[], random).slice(0, 2))
    changes[kind]?.(root, random)
}

/** Like it but for one word: the trap of "Create new secret key" and "Create secret key". */
function decoyOf(node: Node): Node {
  const decoy = copy(node)
  delete decoy.attrs['data-truth']
  delete decoy.attrs.id
  delete decoy.attrs.name
  delete decoy.attrs['aria-label']
  if (decoy.attrs.href) decoy.attrs.href += '/archive'
  if (decoy.tag === 'input') decoy.attrs.placeholder = 'Something else'
  else {
    const words = textOf(node).split(' ')
    setText(
      decoy,
      words.length > 2 ? [...words.slice(0, 1), ...words.slice(2)].join(' ') : `${words.join(' ')} archive`,
    )
  }
  return decoy
}

/** No real language, but nothing of the old words is left. */
const foreign = (text: string): string =>
  text.replace(/[a-z]+/gi, word =>
    [...word]
      .map(letter => String.fromCharCode(0x430 + ((letter.toLowerCase().charCodeAt(0) * 7) % 32)))
      .join(''),
  )

function html(node: Node | string): string {
  if (typeof node === 'string') return node.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const attrs = Object.entries(node.attrs)
    .map(([name, value]) => ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`)
    .join('')
  return /^(input|img)$/.test(node.tag)
    ? `<${node.tag}${attrs}>`
    : `<${node.tag}${attrs}>${node.kids.map(html).join('')}</${node.tag}>`
}

const isDialog = (node: Node) => /^(alert)?dialog$/.test(node.attrs.role ?? '') || node.tag === 'dialog'

/** Controls within reach that say something, and the only ones that say it: else nobody could tell which was meant. */
export function meantOn(root: Node): Node[] {
  const said = new Map<string, Node[]>()
  let front: Node | undefined
  each(root, node => {
    if (isDialog(node) && !node.attrs.style) front = node
  })
  const gather = (node: Node) => {
    if (node.attrs.style || node.attrs['aria-hidden'] === 'true' || 'inert' in node.attrs) return
    if (/^(a|button|input)$/.test(node.tag)) {
      const says = textOf(node) || node.attrs['aria-label'] || node.attrs.placeholder || ''
      said.set(says, [...(said.get(says) ?? []), node])
    }
    for (const kid of node.kids) if (typeof kid !== 'string') gather(kid)
  }
  gather(front ?? root)
  const addresses = [...said.values()].flat().map(node => node.attrs.href)
  return [...said].flatMap(([says, nodes]) =>
    says && nodes.length === 1 && addresses.filter(href => href && href === nodes[0]?.attrs.href).length < 2
      ? nodes
      : [],
  )
}

/** @param pages practice pages; without them the page is made up. */
export function drifted(seed: number, pages: readonly Node[] = []): Drifted {
  const random = randomFrom(seed)
  const given = pages.length > 0 ? copy(at(pages, random)) : undefined
  const { root, meant } = given ? { root: given, meant: meantOn(given) } : page(random)
  const target = at(meant, random)
  target.attrs['data-truth'] = ''
  const kind = kinds[seed % kinds.length] as Kind
  const decoy = decoyOf(target)
  // The trap was there all the time: one opens the dialog, the other submits it.
  if (kind === 'removed, decoy left') {
    const { node, parent } = marked(root)
    parent.kids.splice(parent.kids.indexOf(node) + 1, 0, decoy)
  }
  const before = html(root)
  const later = copy(root)
  changes[kind]?.(later, random)
  return {
    kind,
    before,
    after: html(later),
    here: !kind.startsWith('removed'),
    hand: !/reworded|translated/.test(kind),
    not: textOf(decoy),
  }
}
