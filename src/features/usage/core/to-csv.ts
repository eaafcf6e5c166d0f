/** Lines of a table as spreadsheets and programs read them (RFC 4180). Pure. */

export function toCsv(lines: (string | number)[][]): string {
  return `${lines.map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/**
 * A name that begins like a formula would be run by a spreadsheet, and so would what follows a sign at which one of another country begins
 * a new cell, quotes or not: https://owasp.org/www-community/attacks/CSV_Injection (2026-11-22).
 */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = value.replace(/(?:^|[;|\t\r\n])["\s]{0,9}(?=[=+\-@＝＋－＠])/g, "$&'")
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
