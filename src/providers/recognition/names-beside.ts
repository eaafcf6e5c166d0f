/** The names that stand around a key in a text: its variable, the rest of its line, the headings and parents above. Pure. */
import { providers } from '../list.ts'
import { serviceAt } from './services.ts'

const heading = /^\s*(?:#|\/\/|;|--|<!--|\/\*|\*|=+|\[+)|^\s*[\w .-]{1,60}$/
const commentedOut = /^\s*[#;/*-]+\s*(?:export\s+)?["']?\w+["']?\s*[=:]\s*\S/
const parent = /[:{[(]\s*$/
const naming = /^\W*["']?(?:name|service|provider|title|label|site|for|env|variable)["']?\s*[=:]/i

/**
 * What names the key that begins in this line of a text, the nearest first: the variable it is assigned to, the rest of the line,
 * the heading or the parent above.
 */
export function namesBeside(lines: readonly string[], index: number, key: string): string[] {
  const line = lines[index] ?? ''
  const at = Math.max(0, line.indexOf(key))
  const before = line.slice(0, at)
  const variable =
    /(?<![\w.-])[\d.-]*([A-Za-z_][\w.-]*)["'`\]]?(?:\s*[=:]+>?\s*|\s+)["'`(]*(?:Bearer\s+)?$/i.exec(
      before,
    )?.[1] ?? ''
  const address = addressBeside(lines, index, variable)
  const rest = `${before} ${line.slice(at + key.length)}`
  const names = [address, variable, rest, ...headingsAbove(lines, index)]
  return names.filter(name => name !== undefined && name.trim() !== '') as string[]
}

/**
 * The service at the address that the key goes to, whatever it is called: `OPENAI_BASE_URL=https://api.deepseek.com` says it of
 * `OPENAI_API_KEY`, and the `base_url` of a call of the key beside it.
 */
function addressBeside(lines: readonly string[], index: number, variable: string): string | undefined {
  const stem = squeeze(variable.replace(/[._-]?(?:api[._-]?)?(?:key|token|secret)(?:[._-]?\d+)?$/i, ''))
  const own = stem === '' ? undefined : addressesIn(lines).named.get(stem)
  if (own !== undefined) return nameOfText(own)
  // In a file of settings a bare BASE_URL is the program's own; in a call it stands beside the key and is the key's.
  if (/^[A-Z\d_]+$/.test(variable) && stem !== '') return undefined
  const named = new Set(addressesAround(lines, index).map(nameOfText))
  const [one] = named
  return named.size > 1 ? unknownService : one
}

const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '')
const setting =
  /(?<![\w.-])[\d.-]*((?:[A-Za-z_][\w.-]*?)??)[._-]?(?:api[._-]?)?(?:base[._-]?url|base[._-]?path|base|url|endpoint|host)["']?\s{0,4}[=:]\s{0,4}(?:new \w{1,20}\()?["']?(https?:[^\s"'`,;)]+)/gi
/** A call by hand (`https` is a command, too): the address it goes to is where the key goes. */
const call =
  /\b(?:curl|wget|xh|https?|fetch|axios[.\w]*|requests?\.\w+|httpx\.\w+|invoke-\w+)\b(?!:)[^\n]{0,200}?(https?:[^\s"'`,;)]+)/gi
type Addresses = {
  /** By the name they share with their key, as `openai` in `OPENAI_BASE_URL`. */
  named: Map<string, string>
  /** Of each line: under names that are no service's, and of calls. */
  bare: string[][]
}
const addressesOf = new WeakMap<readonly string[], Addresses>()

/** Read once for all keys of a text. */
function addressesIn(lines: readonly string[]): Addresses {
  const known = addressesOf.get(lines)
  if (known) return known
  const named = new Map<string, string>()
  const bare = lines.map(line => {
    const start = line.slice(0, 1000)
    const found = [...start.matchAll(call)].map(([, address = '']) => address)
    for (const [, stem = '', address = ''] of start.matchAll(setting))
      if (stem === '') found.push(address)
      else named.set(squeeze(stem), address)
    return found
  })
  addressesOf.set(lines, { named, bare })
  return { named, bare }
}

/** So many lines up and down. */
const reach = 12
const anotherKey = /(?:key|token|secret)["']?\]?\s*[=:]/i

/** The addresses in the same call, entry or section as this line, under names that are no service's. */
function addressesAround(lines: readonly string[], index: number): string[] {
  const { bare } = addressesIn(lines)
  let first = index
  let last = index
  while (index - first < reach && !begins(lines[first]) && !isApart(lines[first - 1])) first--
  while (last - index < reach && !begins(lines[last + 1]) && !isApart(lines[last + 1])) last++
  return bare.slice(first, last + 1).flat()
}

/** The first line of an entry in a list, or of a section. */
const begins = (line = ''): boolean => /^\s*(?:- |\[)/.test(line)
/** No part of the same call or entry: an end, or another key. */
const isApart = (line = ''): boolean => line.trim() === '' || /^\s*[}\])]/.test(line) || anotherKey.test(line)

/** What stands for a service that Keyway does not know. */
const unknownService = 'gateway'

/** An address as the name of the service that is there; any other text as it is. */
export function nameOfText(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text
  const service = serviceAt(text)
  return service === 'other' ? unknownService : providers[service].variable
}

const farthest = 40
const indentOf = (line: string) => line.length - line.trimStart().length

/** The parents by indentation, the nearest group of comments within the paragraph, and a name in the entry's own lines. */
function headingsAbove(lines: readonly string[], index: number): string[] {
  const found: string[] = []
  let indent = indentOf(lines[index] ?? '')
  let hasPassedSetting = false
  let hasPassedBlank = false
  let hasHeading = false
  let isPastHeadings = false
  for (let i = index - 1; i >= Math.max(0, index - farthest); i--) {
    // Above the left edge there are no parents.
    if (isPastHeadings && indent === 0) break
    const line = lines[i] ?? ''
    if (line.trim() === '') {
      hasPassedBlank = true
      isPastHeadings ||= hasPassedSetting
    } else if (parent.test(line) && indentOf(line) < indent) {
      found.push(line)
      indent = indentOf(line)
    } else if (heading.test(line) && !commentedOut.test(line)) {
      if (!isPastHeadings) found.push(line)
      hasHeading = true
    } else if (parent.test(line) && !hasPassedSetting) found.push(line)
    else {
      if (naming.test(line) && !hasPassedSetting && !hasHeading) found.push(line)
      isPastHeadings ||= hasHeading || hasPassedBlank
      hasPassedSetting ||= !commentedOut.test(line)
    }
  }
  return found
}
