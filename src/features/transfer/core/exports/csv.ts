/** Comma-separated values as RFC 4180 has them, with the separators that programs use instead. Pure. */

/** @returns each row's cells; a quote that never closes takes what is left, as spreadsheets do */
export function readCsv(text: string, mostRows: number): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let from = 0
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  while (from <= text.length && rows.length < mostRows) {
    const { cell, end } = text[from] === '"' ? quoted(text, from, separator) : bare(text, from, separator)
    row.push(cell)
    const sign = text[end]
    if (sign !== separator) endRow()
    from = end + (sign === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return rows
}

/** The one that the header has most of. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

type Cell = { cell: string; end: number }

function bare(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}

function quoted(text: string, from: number, separator: string): Cell {
  let cell = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { cell: cell + text.slice(at), end: text.length }
    cell += text.slice(at, close)
    if (text[close + 1] !== '"') {
      // What follows the closing quote belongs to nobody.
      return { cell, end: bare(text, close + 1, separator).end }
    }
    cell += '"'
    at = close + 2
  }
}
