/** Lines of a table as spreadsheets and programs read them (RFC 4180). Pure. */

export function toCsv(lines: (string | number)[][]): string {
  return `${lines.map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A name that begins like a formula would be run by a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection (2026-11-22). */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
