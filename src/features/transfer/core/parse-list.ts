/**
 * Reads names and values out of what people keep keys in: `.env`, shell and Docker lines, YAML, JSON, CSV, a plain list. Says
 * nothing of what the values are; that is for `recognise`.
 */

export type Listed = {
  name?: string
  value: string
  /** From 1; of JSON the entry's number. */
  line: number
  /** Where it stands among the lines. */
  at: number
  /** Of JSON the texts that name the value, nearest first. */
  names?: string[]
}
/** The lines as they are, or as JSON is written with one value a line. */
export type List = { listed: Listed[]; lines: string[] }

const variable = '[A-Za-z_][\\w.-]*'
const assignment = new RegExp(
  `^(?:-\\s+)?(?:(?:export|set|setx|ENV|ARG|-e|--env)\\s+|--env=|\\$env:)?["']?(${variable})["']?\\s*[=:]\\s*((?:\\S.*)?)$`,
  'i',
)
const spoken = new RegExp(`^(?:setx|setenv|set\\s+-\\w+|ENV|ARG)\\s+(${variable})\\s+(\\S.*)$`, 'i')
const several = new RegExp(`(?:^|\\s)["']?(${variable})=("[^"]*"|'[^']*'|[^\\s"']+)`, 'g')

/** What a `.env` reader makes of the right side: quotes taken off, a trailing comment of a bare value too. */
function unquoted(text: string): string {
  const quoted = /^(["'`])(.*?)\1\s*(?:,\s*)?(?:#.*)?$/.exec(text)
  if (quoted) return quoted[2] ?? ''
  return text.replace(/(?<!\s)\s+(?:#|\\$).*$/, '').trim()
}

/** `name <tab> value`, `name, value`, `name: value`, or a value alone. */
function fromList(line: string): { name?: string; value: string } {
  const cells = line
    .split(/\t|[,;](?=\s*\S)/)
    .map(cell => unquoted(cell.trim()))
    .filter(cell => cell !== '')
  const [first = '', second] = cells
  if (second === undefined) return { value: first }
  // The key is the long one without blanks; what stands beside it is its name.
  const value = [...cells].sort((a, b) => score(b) - score(a))[0] ?? second
  const name = cells.find(cell => cell !== value)
  return { value, ...(name !== undefined && { name }) }
}

const score = (cell: string) => (/\s|:\/\/|@/.test(cell) ? 0 : cell.length)

function inLine(line: string): { name?: string; value: string }[] {
  const each = [...line.matchAll(several)].map(([, name = '', value = '']) => ({
    name,
    value: unquoted(value),
  }))
  if (each.length > 1 || (each.length === 1 && /^(?:docker|podman|nerdctl|env)\s/.test(line))) return each
  const said = spoken.exec(line) ?? assignment.exec(line)
  return [said ? { name: said[1] ?? '', value: unquoted(said[2] ?? '') } : fromList(line)]
}

/** In the order of the file; empty lines, comments and assignments without a value are left out. */
export function readList(text: string): List {
  const json = readJson(text)
  if (json) return json
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const listed = lines.flatMap((raw, at) => {
    const line = raw.trim()
    if (line === '' || /^(#|\/\/|;)/.test(line)) return []
    return inLine(line).flatMap(entry =>
      entry.value === '' || /^[{[(]$/.test(entry.value) ? [] : { ...entry, line: at + 1, at },
    )
  })
  return { lines, listed }
}

/** Deeper than this nobody keeps keys. */
const deepest = 20

/** Every text in a JSON file, named by its own field, by what stands beside it, and by what it lies in. */
function readJson(text: string): List | undefined {
  if (!/^\uFEFF?\s*[{[]/.test(text)) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  const listed: Listed[] = []
  const lines: string[] = []
  const walk = (value: unknown, names: string[], depth: number, label = '', field?: string): void => {
    const write = (text: string) => lines.push(' '.repeat(depth) + text)
    if (typeof value === 'string' && value.trim() !== '') {
      const name = field && ofKeys.test(field) ? field : names[0]
      const at = write(label + JSON.stringify(value)) - 1
      listed.push({ value, line: listed.length + 1, at, names, ...(name !== undefined && { name }) })
    }
    if (typeof value !== 'object' || value === null || depth > deepest) return
    write(`${label}{`)
    const texts = Object.entries(value).filter(([, each]) => typeof each === 'string') as [string, string][]
    for (const [field, each] of Object.entries(value)) {
      const beside = texts.filter(([other]) => other !== field && naming.test(other)).map(([, name]) => name)
      const own = Array.isArray(value) ? [] : [field]
      // What is called "value" or "key" is named by the text beside it.
      const named = plain.test(field) ? [...beside, ...own] : [...own, ...beside]
      walk(each, [...named, ...names], depth + 1, own.map(one => `"${one}": `).join(''), own[0])
    }
    write('}')
  }
  walk(parsed, [], 0)
  return { lines, listed }
}
const naming = /name|service|provider|title|label|site|env|variable|url|host|endpoint|base|^key$/i
const ofKeys = /^(?:key|secret|token|api_?key)$/i
const plain = /^(?:value|key|secret|token|password|api_?key|login_password)$/i
