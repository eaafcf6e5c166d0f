/** The names that stand around a key in a text: its address, its variable, the rest of its line, the headings and parents above. Pure. */
import { addressBeside, indentOf, unknownService } from './address-beside.ts'
import { candidate, isWholeForm } from './key-forms.ts'
import { servicesIn } from './services.ts'

const heading = /^\s*(?:#|\/\/|;|--|<!--|\/\*|\*|=+|\[+)|^\s*[\w .-]{1,60}$/
const commentedOut = /^\s*[#;/*-]+\s*(?:export\s+)?["']?\w+["']?\s*[=:]\s*\S/
/** What stands before a key in a list of them. */
export const inList = /(?<=^|[\s"'`=:])(?:[^\s"'`=:;,]{8,}[;,])+$/
const parent = /[:{[(]\s*$/
const naming = /^\W*["']?(?:name|service|provider|title|label|site|for|env|variable)["']?\s*[=:]/i

/**
 * What names the key that begins in this line of a text, the nearest first: the address it goes to, the variable it is assigned to, the
 * rest of the line, the heading or the parent above.
 */
export function namesBeside(lines: readonly string[], index: number, key: string): string[] {
  const line = lines[index] ?? ''
  // Of a key that was broken over lines only the beginning stands here.
  const at = Math.max(line.indexOf(key), line.indexOf(key.slice(0, 12)), 0)
  const { before, rest, after } = partOf(line, at, key)
  // Of several in one value each has the name of all.
  const named = /[;,]$/.test(before) ? line.slice(0, at).replace(inList, '') : before
  const variable =
    /(?<![\w.-])[\d.-]*([A-Za-z_][\w.-]*)["'`\]]{0,2}(?:\s*[=:]+>?\s*|\s+)["'`(]*(?:Bearer\s+)?$/i.exec(
      named,
    )?.[1] ??
    nameAbove(lines, index, before) ??
    ''
  const names = [
    addressBeside(lines, index, variable, key),
    isWholeForm(key) || !isDenied(variable, [after, ...notesAbove(lines, index)])
      ? undefined
      : unknownService,
    amongOthersOfGoogle(lines, index, variable, key),
    variable,
    rest,
    ...headingsAbove(lines, index, key.search(candidate) < 0),
  ]
  return names.filter(name => name !== undefined && name.trim() !== '') as string[]
}

/** `<key>NAME</key>` before `<string>…`, or in the line above it. */
export const nameAbove = (lines: readonly string[], at: number, before: string): string | undefined =>
  /<key>([^<]+)<\/key>\s*<\w+>\s*$/.exec(`${(lines[at - 1] ?? '').slice(-500)}\n${before}`)?.[1]

/** What of a line speaks of this key: of several keys in one line each has its own part, before it or behind it. */
function partOf(line: string, at: number, key: string): Record<'before' | 'rest' | 'after', string> {
  const end = at + key.length
  const others = [...line.slice(0, 5000).matchAll(candidate)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(other => other.end - other.start > 14 && (other.end <= at || other.start >= end))
  const before = line.slice(Math.max(0, ...others.map(other => (other.end <= at ? other.end : 0))), at)
  const after = line.slice(
    end,
    Math.min(line.length, ...others.map(other => (other.start >= end ? other.start : line.length))),
  )
  if (others.length === 0) return { before, rest: `${before} ${after}`, after }
  // "the kimi key is …, the other one …", or "… (kimi) / … (the other one)".
  const isNamedBefore = /\p{L}{2}/u.test(line.slice(0, Math.min(at, ...others.map(other => other.start))))
  return { before, rest: isNamedBefore ? before : after, after: '' }
}

/** Google's keys open its maps and videos as well: among settings of those, what has no other name than Google's is not known to be Gemini's. */
export function amongOthersOfGoogle(
  lines: readonly string[],
  index: number,
  variable: string,
  key: string,
): string | undefined {
  if (!key.startsWith('AIza') || ofGemini.test(variable)) return undefined
  const isApart = (at: number) => (lines[at] ?? '').trim() === ''
  const line = lines[index] ?? ''
  const start = Math.max(0, line.indexOf(key))
  // Its paragraph, as far as it is near the key.
  let before = line.slice(Math.max(0, start - most), start)
  let after = line.slice(start + key.length, start + key.length + most)
  for (let at = index - 1; index - at < farthest && before.length < most && !isApart(at); at--)
    before = `${lines[at]?.slice(-most)}\n${before}`
  for (let at = index + 1; at - index < farthest && after.length < most && !isApart(at); at++)
    after += `\n${lines[at]?.slice(0, most)}`
  const around = `${before}\n${after}`
  return ofGoogle.test(around) && !ofGemini.test(around) ? unknownService : undefined
}
/** So many letters before a key and behind it. */
const most = 2500
const ofGemini = /gemini|gen(?:erative)?[-_ ]?(?:ai|lang)|ai[-_ ]?studio/i
const ofGoogle =
  /maps|youtube|firebase|recaptcha|(?:google|gcp)[-_]?(?:places|analytics|search|cse|translate|drive|sheets|calendar)/i

const noteBehind = /^["'`,;)}\]\s]*(?:#|\/\/|--|<!--|\/\*)(.*)/
const note = /^\s*(?:#|\/\/|;|--|<!--|\/\*|\*)/

/** The comments right above. */
function notesAbove(lines: readonly string[], index: number): string[] {
  const [line = ''] = lines.slice(Math.max(0, index - 1), index)
  return note.test(line) && !commentedOut.test(line) ? [`#${line}`, ...notesAbove(lines, index - 1)] : []
}

/** A note beside it names others, and not the one that its variable is named for: `OPENAI_API_KEY=sk-… # of our proxy`. */
function isDenied(variable: string, notes: readonly string[]): boolean {
  const [service] = servicesIn(variable)
  const said = servicesIn(notes.map(text => noteBehind.exec(text)?.[1] ?? '').join(' '))
  return service !== undefined && said.size > 0 && !said.has(service)
}

const farthest = 40
/** `Client.builder()`, before lines that begin with a full stop. */
const isOfChain = (line: string, next = ''): boolean => /^\s*\./.test(next) && !/^\s*\./.test(line)

/** The parents by indentation, the nearest group of comments within the paragraph, and a name in the entry's own lines. */
function headingsAbove(lines: readonly string[], index: number, isBare: boolean): string[] {
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
    } else if ((parent.test(line) || (isBare && isOfChain(line, lines[i + 1]))) && indentOf(line) < indent) {
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
