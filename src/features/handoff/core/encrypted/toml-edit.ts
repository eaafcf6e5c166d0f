/** Sets one entry of a TOML file and leaves every other character as it is. Pure. */
import { append, type TextFile } from '../text-file.ts'
import { readToml, type TomlValue } from './toml.ts'

/**
 * Sets fields of the table that stands at `path`, which may be an inline table, a table of its own, or not there yet.
 * Other fields of it stay.
 * @param fields each value as it is written in TOML
 * @returns undefined: the file is no TOML, or says it in a way that cannot be changed safely
 */
export function setFields(
  file: TextFile,
  path: string[],
  fields: Record<string, string>,
): TextFile | undefined {
  const toml = readToml(file.text)
  if (!toml) return undefined
  const whole = toml.entries.find(entry => isSame(entry.path, path))
  if (whole)
    return whole.value.kind === 'table'
      ? changed(file, inInlineTable(file.text, whole.value, fields))
      : undefined
  const inner = toml.entries.filter(entry => isSame(entry.path.slice(0, -1), path))
  const own = toml.tables.find(table => isSame(table.path, path))
  if (own || inner.length > 0) {
    const edits: Edit[] = []
    const missing: string[] = []
    for (const [name, written] of Object.entries(fields)) {
      const entry = inner.find(one => one.path.at(-1) === name)
      if (entry) edits.push({ ...span(entry.value), text: written })
      else missing.push(`${name} = ${written}`)
    }
    // Dotted keys have no place of their own to add one.
    if (missing.length > 0 && !own) return undefined
    if (own && missing.length > 0) edits.push(linesAt(file, own.end, missing))
    return changed(file, edits)
  }
  const table = path.slice(0, -1)
  // What lies deeper than one level, or is written at the top as `a = { … }` or `a.b = …`, cannot be extended by a heading.
  if (
    toml.entries.some(
      entry => entry.path.length > path.length && isSame(entry.path.slice(0, path.length), path),
    )
  )
    return undefined
  const line = `${path.at(-1)} = { ${Object.entries(fields)
    .map(([name, written]) => `${name} = ${written}`)
    .join(', ')} }`
  const home = toml.tables.find(one => isSame(one.path, table))
  if (home) return changed(file, [linesAt(file, home.end, [line])])
  const isWrittenAbove = toml.entries.some(
    entry =>
      entry.path.length >= table.length &&
      isSame(entry.path.slice(0, table.length), table) &&
      !toml.tables.some(
        one => one.path.length > table.length && isSame(one.path, entry.path.slice(0, one.path.length)),
      ),
  )
  if (isWrittenAbove || toml.tables.some(one => one.isList && isSame(one.path.slice(0, -1), table)))
    return undefined
  const gap = file.text.trim() === '' ? [] : ['']
  return { ...file, text: append(file, [...gap, `[${table.join('.')}]`, line]) }
}

type Edit = { from: number; to: number; text: string }

function inInlineTable(
  text: string,
  table: TomlValue & { kind: 'table' },
  fields: Record<string, string>,
): Edit[] {
  const edits: Edit[] = []
  const missing: string[] = []
  for (const [name, written] of Object.entries(fields)) {
    const value = table.fields.get(name)
    if (value) edits.push({ ...span(value), text: written })
    else missing.push(`${name} = ${written}`)
  }
  if (missing.length > 0) {
    const from = table.from + 1
    const rest = table.fields.size > 0 ? ',' : ' '
    // Whatever blank follows the bracket stays; with fields after it, it belongs to them.
    edits.push({
      from,
      to: from,
      text: ` ${missing.join(', ')}${text[from] === ' ' || rest === ' ' ? rest : ', '}`,
    })
  }
  return edits
}

function linesAt(file: TextFile, at: number, lines: string[]): Edit {
  const isOpen = at > 0 && !/[\r\n]/.test(file.text[at - 1] ?? '')
  const text = lines.map(line => line + file.lineEnd).join('')
  return { from: at, to: at, text: isOpen ? file.lineEnd + text : text }
}

function changed(file: TextFile, edits: Edit[]): TextFile {
  let text = file.text
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from))
    text = text.slice(0, from) + put + text.slice(to)
  return { ...file, text }
}

const span = ({ from, to }: TomlValue) => ({ from, to })

function isSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index])
}
