/** The rules of the house. Each looks at one parsed file and answers with sentences: which file, what is wrong, how to fix it. */
import { posix } from 'node:path'
import { globals, type Node, type Source } from './source.ts'
import { layerOf, partsOfEntries, type Rule, table } from './table.ts'

/** `src/a/b.ts` importing `../c/d.ts` -> `src/c/d.ts`; undefined for a package. */
export function target(path: string, from: string): string | undefined {
  if (!from.startsWith('.')) return undefined
  return posix.normalize(posix.join(posix.dirname(path), from.replace(/\?.*$/, '')))
}

export function imports({ path, imports }: Source, rules = table): string[] {
  const layer = layerOf(path)
  const rule = rules[layer]
  if (!rule)
    return [
      `${path}: there is no rule for the folder “${layer}”. Add a line to tests/house/table.ts that says what it may import.`,
    ]
  return imports.flatMap(({ from, typesOnly }) => {
    const to = target(path, from)
    if (to === undefined) {
      const name = from.replace(/\?.*$/, '')
      return typesOnly || rule.packages.some(pattern => fits(pattern, name))
        ? []
        : [`${path} imports the package “${from}”, but src/${layer} may not, because ${rule.because}.`]
    }
    if (!to.startsWith('src/'))
      return [`${path} imports ${to}, which is outside of src/: what ships may not depend on it.`]
    if (/\.tsx?$/.test(from) === false && !/\.(css|json|svg|html|txt)$/.test(to.replace(/\?raw$/, '')))
      return [`${path} imports “${from}” without its ending: write “${from}.ts”.`]
    const own = partOf(path) === partOf(to)
    const listed = (entries: readonly string[]) =>
      entries.some(entry => [layerOf(to), partOf(to), to.replace('src/', ''), '*'].includes(entry))
    const ofEntry = layer === 'entries' ? partsOfEntries[path.split('/')[2] ?? ''] : undefined
    const allowed = (own || listed(rule.uses)) && (own || !ofEntry || ofEntry.test(to))
    if (allowed || (typesOnly && listed(rule.types))) return []
    const fix = typesOnly
      ? ''
      : listed(rule.types)
        ? ' Types are fine (import type); a value has to come in as an argument, from src/entries/background where it is a neighbour’s.'
        : ' Let an entry (src/entries) bring the two together.'
    return [`${path} imports ${to}, but src/${layer} may not, because ${rule.because}.${fix}`]
  })
}

/** What counts as one folder: `features/keys/core`, `entries/popup`, or a folder of src/ with all below it. */
function partOf(path: string): string {
  const [, top = '', second = '', third = ''] = path.split('/')
  if (top === 'features') return `${top}/${second}/${third}`
  return top === 'entries' ? `${top}/${second}` : top
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

export function handedIn(source: Source, rules: Record<string, Rule> = table): string[] {
  const layer = layerOf(source.path)
  const used = globals(source)
  return (rules[layer]?.without ?? [])
    .filter(name => used.has(name))
    .map(
      name =>
        `${source.path} uses the global “${name}”: let it come in as an argument, because ${rules[layer]?.because}.`,
    )
}

const properties = new Map(
  Object.entries({
    innerHTML: 'build nodes with document.createElement and textContent',
    outerHTML: 'build nodes with document.createElement and textContent',
    insertAdjacentHTML: 'build nodes with document.createElement and textContent',
    dangerouslySetInnerHTML: 'render React elements',
    removeEventListener: 'give the listener an AbortSignal',
  }),
)

export function forbidden({ path, text, nodes }: Source): string[] {
  const found = nodes.flatMap(node => {
    const name = String((node as { name?: unknown }).name ?? '')
    const mend = /^(JSX)?Identifier$/.test(node.type) && properties.get(name)
    if (mend) return [`${path} uses ${name}: ${mend} instead.`]
    if (node.type === 'TSAnyKeyword') return [`${path} uses “any”: take “unknown” and look what it is.`]
    if (node.type === 'TSNonNullExpression') return [`${path} asserts with “!”: check instead.`]
    if (node.type === 'MemberExpression' && nameOf(node.object) === 'console')
      return [`${path} writes to the console: throw, or return a failure that a person can read.`]
    if (node.type === 'DebuggerStatement') return [`${path} holds a debugger statement: remove it.`]
    return []
  })
  const silenced = [...text.matchAll(/@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/g)]
  return [
    ...new Set(found),
    ...silenced.map(([what]) => `${path} silences a check with ${what}: mend what it says.`),
  ]
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | null)?.name ?? '')

/** A question at 200 lines, a hard stop at 350; guides are data and may be long. */
export function size({ path, lines }: Source): string[] {
  if (path.startsWith('src/guides/') || lines <= 350) return []
  return [
    `${path} has ${lines} lines, 350 is the most: it does more than one thing. Split it by what its parts are for.`,
  ]
}

export function header({ path, text }: Source): string[] {
  return /^(\/\*\*|\/\/)/.test(text.trimStart())
    ? []
    : [`${path} does not begin with a comment: say in a line what it is for and what it must not know.`]
}

/** Chrome writes what stands in a field into its session files, but not with autocomplete off. */
export function secretFields({ path, nodes }: Source): string[] {
  return nodes.flatMap(node => {
    if (node.type !== 'JSXOpeningElement' || !['input', 'textarea'].includes(nameOf(node.name))) return []
    const given = attributes(node)
    if (given.has('...')) return []
    const type = given.get('type')
    if (type === 'password' || given.get('className') === 'dots')
      return [
        `${path}: React remembers what its own fields hold. A secret goes into SecretField or SecretArea of src/ui.`,
      ]
    if (
      typeof type === 'string' &&
      /^(checkbox|radio|date|number|file|range|search|color|button|submit)$/.test(type)
    )
      return []
    const lacks = [
      given.get('autoComplete') === 'off' ? '' : 'autoComplete="off"',
      given.get('spellCheck') === false ? '' : 'spellCheck={false}',
    ].filter(Boolean)
    return lacks.length === 0
      ? []
      : [
          `${path}: a text field lacks ${lacks.join(' and ')}. A person may paste a key into any text field; add it.`,
        ]
  })
}

function attributes(element: Node): Map<string, unknown> {
  return new Map(
    (element.attributes as Node[]).map(attribute => {
      if (attribute.type === 'JSXSpreadAttribute') return ['...', true]
      const value = attribute.value as Node | null
      const literal = value?.type === 'JSXExpressionContainer' ? (value.expression as Node) : value
      return [
        nameOf(attribute.name),
        literal === null ? true : literal?.type === 'Literal' ? literal.value : undefined,
      ]
    }),
  )
}

/** The median of all files; what tells whether the house is one of small rooms. */
export function median(sources: Source[]): number {
  const sorted = sources.map(source => source.lines).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'hint'])
/** Brands, keys and files are called the same in every language. */
const names = /^(?:Keyway|Production-Chatbot-v1|OPENAI_API_KEY=…|\.\w+)$/

/** A word that a person reads and no translation can reach: JSX text, or a literal in an attribute that is read or heard. */
export function spokenPlainly({ path, nodes }: Source): string[] {
  return nodes.flatMap(node => {
    const text =
      node.type === 'JSXText'
        ? String(node.value)
        : node.type === 'JSXAttribute' && spoken.has(nameOf(node.name))
          ? literal(node.value as Node | null)
          : ''
    const words = text.trim()
    return /\p{L}{2}/u.test(words) && !names.test(words)
      ? [
          `${path} shows “${words}” in English only. Write t('…') from src/i18n/language.ts around it, the whole sentence.`,
        ]
      : []
  })
}

/** Where a translated text may not stand: what a machine reads is the same in every language. */
const machines = /^(?:headers|authorization|x-api-key|content-type|accept|href|src|baseUrl|origin)$/i
const secretNames = /^(?:secret|passphrase|password|api_?key|access_?token|prf|recovery_?code)$/i
const unspoken: [RegExp, string][] = [
  [/\bBearer\b|^Basic\b|^[A-Z][a-z]+(?:-[A-Z][a-z]+)+$/, 'a header'],
  [/\b(?:https?|wss?|chrome-extension|file|data):\/\//, 'an address'],
  [/\b(?:sk|gsk|xai|AIza)[-_][\w-]{8,}/, 'a key'],
  [/^\S*[./][\w-]+$/, 'a file name'],
  [/^(?:\{\w+\}|[^\p{L}])*$/u, 'no word'],
]

/** A translator may write anything: a header, an address, a name for programs, or a key never passes `t()` or `plural()`. */
export function sentencesOnly({ path, nodes }: Source): string[] {
  return nodes.flatMap(node => {
    if (node.type !== 'CallExpression' || !/^(?:t|plural)$/.test(nameOf(node.callee))) return []
    const [first, second] = node.arguments as Node[]
    const texts = first?.type === 'ObjectExpression' ? propertiesOf(first).map(one => one.value) : [first]
    const spoken = texts.map(text => literal((text as Node | undefined) ?? null))
    const wrong = [
      ...spoken.flatMap(text => unspoken.filter(([pattern]) => pattern.test(text)).map(([, what]) => what)),
      ...propertiesOf(second)
        .filter(({ name, value }) =>
          [name, nameOf(value), nameOf(value.property)].some(one => secretNames.test(one)),
        )
        .map(() => 'a secret'),
      ...(standsIn(node, machines) ? ['what a machine reads'] : []),
    ]
    return [...new Set(wrong)].map(
      what =>
        `${path} translates ${what} (“${spoken[0]}”): a translator could change it. Write it without t().`,
    )
  })
}

/** Each placeholder has a value, and each value a placeholder: by the call itself, or by the `rich()` around it. */
export function placeholdersFilled({ path, nodes }: Source): string[] {
  return nodes.flatMap(node => {
    if (node.type !== 'CallExpression' || !/^(?:t|plural)$/.test(nameOf(node.callee))) return []
    const isPlural = nameOf(node.callee) === 'plural'
    const [first, ...rest] = node.arguments as Node[]
    const values = isPlural ? rest[1] : rest[0]
    const pieces = piecesAround(node)
    // What has no values here is filled in where it is shown.
    const objects = [values, pieces].filter(one => one !== undefined)
    const isKnown = objects.every(
      one =>
        one.type === 'ObjectExpression' && (one.properties as Node[]).every(each => each.type === 'Property'),
    )
    if (!isKnown || (objects.length === 0 && !isPlural)) return []
    const texts = isPlural ? propertiesOf(first).map(one => literal(one.value)) : [literal(first ?? null)]
    const named = new Set(
      texts.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
    )
    const given = new Set([
      ...objects.flatMap(one => propertiesOf(one).map(({ name }) => name)),
      ...(isPlural ? ['count'] : []),
    ])
    return [
      ...[...named]
        .filter(name => !given.has(name))
        .map(name => `${path}: {${name}} in “${texts[0]}” has no value.`),
      ...[...given]
        .filter(name => !named.has(name) && !(isPlural && name === 'count'))
        .map(name => `${path}: “${texts[0]}” has no {${name}} for the value of that name.`),
    ]
  })
}

/** The second argument of the `rich()` that shows this text, or one of several texts. */
function piecesAround(node: Node): Node | undefined {
  const { parent } = node as unknown as { parent?: Node }
  if (parent?.type === 'ConditionalExpression') return piecesAround(parent)
  const isRich = parent?.type === 'CallExpression' && nameOf(parent.callee) === 'rich'
  return isRich ? (parent.arguments as Node[])[1] : undefined
}

function propertiesOf(node: Node | undefined): { name: string; value: Node }[] {
  if (node?.type !== 'ObjectExpression') return []
  return (node.properties as Node[])
    .filter(one => one.type === 'Property')
    .map(one => ({ name: keyOf(one), value: one.value as Node }))
}

const keyOf = (property: Node): string =>
  nameOf(property.key) || String((property.key as { value?: unknown }).value ?? '')

/** Is it a value under such a name, in the same expression? Nothing beyond the function that it is in counts. */
function standsIn(node: Node, names: RegExp): boolean {
  const { parent, under } = node as unknown as { parent?: Node; under?: string }
  if (!parent || /Function|Statement|^JSX(?!Attribute|ExpressionContainer)/.test(parent.type)) return false
  if (parent.type === 'Property' && under === 'value' && names.test(keyOf(parent))) return true
  if (parent.type === 'JSXAttribute' && /^(?:href|src)$/.test(nameOf(parent.name))) return true
  if (parent.type === 'NewExpression' && /^(?:URL|Headers|Request)$/.test(nameOf(parent.callee))) return true
  if (parent.type === 'CallExpression' && nameOf(parent.callee) === 'fetch') return true
  return standsIn(parent, names)
}

function literal(value: Node | null): string {
  const inner = value?.type === 'JSXExpressionContainer' ? (value.expression as Node) : value
  return inner?.type === 'Literal' && typeof inner.value === 'string' ? inner.value : ''
}
