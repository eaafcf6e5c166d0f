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
  const address = baseUrlBeside(lines, variable)
  const rest = `${before} ${line.slice(at + key.length)}`
  const names = [address, variable, rest, ...headingsAbove(lines, index)]
  return names.filter(name => name !== undefined && name.trim() !== '') as string[]
}

/** `OPENAI_BASE_URL=https://api.deepseek.com` says where `OPENAI_API_KEY` goes, whatever it is called. */
function baseUrlBeside(lines: readonly string[], variable: string): string | undefined {
  const stem = variable.replace(/[._-]?(?:api[._-]?)?(?:key|token|secret)(?:[._-]?\d+)?$/i, '')
  const address = stem === variable ? undefined : addressesIn(lines).get(squeeze(stem))
  return address === undefined ? undefined : nameOfText(address)
}

const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '')
const setting =
  /(?<![\w.-])[\d.-]*([A-Za-z_][\w.-]*?)[._-]?(?:api[._-]?)?(?:base[._-]?url|base[._-]?path|base|url|endpoint|host)["']?\s{0,4}[=:]\s{0,4}["']?(https?:[^\s"'`,;]+)/i
const addresses = new WeakMap<readonly string[], Map<string, string>>()

/** Read once for all keys of a text. */
function addressesIn(lines: readonly string[]): Map<string, string> {
  const read =
    addresses.get(lines) ??
    new Map(
      lines.flatMap(line => {
        const [, stem, address] = setting.exec(line.slice(0, 1000)) ?? []
        return stem && address ? [[squeeze(stem), address] as const] : []
      }),
    )
  addresses.set(lines, read)
  return read
}

/** An address as the name of the service that is there; any other text as it is. */
export function nameOfText(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text
  const service = serviceAt(text)
  return service === 'other' ? 'gateway' : providers[service].variable
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
