/**
 * Reads TOML far enough to change one value and nothing else: where each entry stands, with strings, lists and inline tables read and
 * everything else left as it is written (toml.io, version 1.0). Pure.
 */

export type TomlValue = { from: number; to: number } & (
  | { kind: 'string'; text: string }
  | { kind: 'list'; items: TomlValue[] }
  | { kind: 'table'; fields: Map<string, TomlValue> }
  | { kind: 'other' }
)

export type TomlEntry = { path: string[]; line: { from: number; to: number }; value: TomlValue }

/** `end`: after the last entry of the table, or after its heading. `isList`: a heading in double brackets. */
export type TomlTable = { path: string[]; isList: boolean; end: number }

export type Toml = { entries: TomlEntry[]; tables: TomlTable[] }

/** @returns undefined: it is no TOML, or TOML that this reader does not know; then nothing may be written */
export function readToml(text: string): Toml | undefined {
  try {
    return new Reader(text).file()
  } catch (thrown) {
    if (thrown instanceof NotToml) return undefined
    throw thrown
  }
}

class NotToml extends Error {}

class Reader {
  private at = 0
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  file(): Toml {
    const tables: TomlTable[] = [{ path: [], isList: false, end: 0 }]
    const entries: TomlEntry[] = []
    for (;;) {
      this.skip(/(?:[ \t\r\n]|#[^\n]*)*/y)
      if (this.at >= this.text.length) return { entries, tables }
      const from = this.at
      let table = tables.at(-1)
      if (this.text[this.at] === '[') {
        table = this.heading()
        tables.push(table)
      } else {
        const path = [...(table?.path ?? []), ...this.key()]
        this.expect(/[ \t]*=[ \t]*/y)
        const value = this.value()
        entries.push({ path, line: { from, to: this.at }, value })
      }
      this.expect(/[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y)
      if (table) table.end = this.at
    }
  }

  private heading(): TomlTable {
    const isList = this.text.startsWith('[[', this.at)
    this.at += isList ? 2 : 1
    this.skip(/[ \t]*/y)
    const path = this.key()
    this.expect(isList ? /[ \t]*\]\]/y : /[ \t]*\]/y)
    // Entries of a list of tables must not be taken for those of a table of that name.
    return { path: isList ? [...path, '[]'] : path, isList, end: this.at }
  }

  private key(): string[] {
    const parts: string[] = []
    do {
      const quote = this.text[this.at]
      if (quote === '"' || quote === "'") {
        const part = this.value()
        if (part.kind !== 'string') throw new NotToml()
        parts.push(part.text)
      } else parts.push(this.expect(/[A-Za-z0-9_-]+/y))
    } while (this.skip(/[ \t]*\.[ \t]*/y) !== '')
    return parts
  }

  private value(): TomlValue {
    const from = this.at
    const first = this.text[from]
    if (first === '"' || first === "'") {
      const text = this.string()
      return { kind: 'string', text, from, to: this.at }
    }
    if (first === '[') return this.list(from)
    if (first === '{') return this.table(from)
    this.expect(/[^\s,\]}#'"=]+(?: [0-9][^\s,\]}#]*)?/y)
    return { kind: 'other', from, to: this.at }
  }

  private string(): string {
    const long = /("""|''')(?:\r?\n)?/y
    const opened = this.skip(long)
    if (opened.startsWith("'''"))
      return this.expect(/(?:(?!''')[\s\S])*'''(?:''?(?!'))?/y).replace(/(?<!')'''('*)$/, '$1')
    if (opened !== '') {
      const body = this.expect(/(?:\\[\s\S]|(?!""")[^\\])*"""(?:""?(?!"))?/y).replace(/(?<!")"""("*)$/, '$1')
      return unescaped(body.replace(/\\[ \t]*\r?\n\s*/g, ''))
    }
    if (this.text[this.at] === "'") return this.expect(/'[^'\r\n]*'/y).slice(1, -1)
    return unescaped(this.expect(/"(?:\\.|[^"\\\r\n])*"/y).slice(1, -1))
  }

  private list(from: number): TomlValue {
    const blank = /(?:[ \t\r\n]|#[^\n]*)*/y
    const items: TomlValue[] = []
    this.at++
    for (;;) {
      this.skip(blank)
      if (this.text[this.at] === ']') break
      items.push(this.value())
      this.skip(blank)
      if (this.text[this.at] !== ']') this.expect(/,/y)
    }
    this.at++
    return { kind: 'list', items, from, to: this.at }
  }

  private table(from: number): TomlValue {
    const fields = new Map<string, TomlValue>()
    this.at++
    this.skip(/[ \t]*/y)
    while (this.text[this.at] !== '}') {
      const path = this.key()
      this.expect(/[ \t]*=[ \t]*/y)
      fields.set(path.join('.'), this.value())
      this.skip(/[ \t]*/y)
      if (this.text[this.at] !== '}') this.expect(/,[ \t]*/y)
    }
    this.at++
    return { kind: 'table', fields, from, to: this.at }
  }

  /** What matches here, which may be nothing. */
  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const [found = ''] = pattern.exec(this.text) ?? []
    this.at += found.length
    return found
  }

  private expect(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (!match) throw new NotToml()
    this.at += match[0].length
    return match[0]
  }
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' }

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, letter) => {
    const code = short ?? long
    if (code !== undefined) {
      const point = Number.parseInt(code, 16)
      if (point > 0x10ffff) throw new NotToml()
      return String.fromCodePoint(point)
    }
    const plain = escapes[letter]
    if (plain === undefined) throw new NotToml()
    return plain
  })
}

/** A string as TOML writes it on one line. */
export function tomlString(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll('\u007f', '\\u007f')
}
