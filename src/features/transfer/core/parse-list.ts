/** Reads names and values out of a `.env` file or a plain list. Says nothing of what they are; that is for `recognise`. */

export type Listed = { name?: string; value: string; line: number }

const assignment = /^(?:export\s+|set\s+|setx\s+|\$env:)?([A-Za-z_][\w.-]*)\s*[=:]\s*(.*)$/i

/** What a `.env` reader makes of the right side: quotes taken off, a trailing comment of a bare value too. */
function unquoted(text: string): string {
  const quoted = /^(["'`])(.*)\1\s*(?:#.*)?$/.exec(text)
  if (quoted) return quoted[2] ?? ''
  return text.replace(/\s+#.*$/, '').trim()
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

const score = (cell: string) => (/\s/.test(cell) ? 0 : cell.length)

/** In the order of the file; empty lines, comments and assignments without a value are left out. */
export function readList(text: string): Listed[] {
  const found: Listed[] = []
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || /^(#|\/\/|;)/.test(line)) continue
    const assigned = assignment.exec(line)
    const entry = assigned ? { name: assigned[1] ?? '', value: unquoted(assigned[2] ?? '') } : fromList(line)
    if (entry.value !== '') found.push({ ...entry, line: i + 1 })
  }
  return found
}
