/** A text file's bytes and back, with its byte-order mark and line ends as they were. Pure. */
import { t } from '../../../i18n/t.ts'

export type TextFile = { mark: '' | '\ufeff'; text: string; lineEnd: '\n' | '\r\n' | '\r' }

export type Unreadable = { ok: false; code: 'utf16' | 'not_text' | 'too_large'; message: string }

/** @param bytes undefined: the file does not exist yet */
export function readText(bytes: Uint8Array | undefined, name: string): TextFile | Unreadable {
  if (!bytes) return { mark: '', text: '', lineEnd: '\n' }
  if (bytes.length > 1_000_000)
    return unreadable('too_large', t('{name} is larger than a megabyte, so Keyway left it alone.', { name }))
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return unreadable(
      'utf16',
      t(
        '{name} is UTF-16, as older PowerShell writes it: most programs cannot read it. Save it as UTF-8 in your editor.',
        { name },
      ),
    )
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const mark = whole.startsWith('\ufeff') ? '\ufeff' : ''
    const text = whole.slice(mark.length)
    if (text.includes('\0'))
      return unreadable('not_text', t('{name} is not a text file, so Keyway left it alone.', { name }))
    return { mark, text, lineEnd: lineEndOf(text) }
  } catch {
    return unreadable(
      'not_text',
      t('{name} is not UTF-8 text, so Keyway left it alone. Save it as UTF-8 in your editor.', { name }),
    )
  }
}

export function writeText({ mark, text }: TextFile): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(mark + text)
}

/** Each line with its own end; the last may have none. */
export function linesOf(text: string): { line: string; end: string }[] {
  const lines = Array.from(text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/gy), ([, line = '', end = '']) => ({
    line,
    end,
  }))
  // The pattern also matches the nothing after the last line end.
  return lines.at(-1)?.line === '' && lines.at(-1)?.end === '' ? lines.slice(0, -1) : lines
}

/** Adds lines at the end, in the file's own way of ending them. */
export function append({ text, lineEnd }: TextFile, lines: string[]): string {
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd
  return text + gap + lines.map(line => line + lineEnd).join('')
}

/** The one most used; a file without any gets \n. */
function lineEndOf(text: string): TextFile['lineEnd'] {
  const count = { '\r\n': 0, '\n': 0, '\r': 0 }
  for (const [end] of text.matchAll(/\r\n|\n|\r/g)) count[end as '\n']++
  if (count['\r\n'] > count['\n'] && count['\r\n'] >= count['\r']) return '\r\n'
  return count['\r'] > count['\n'] ? '\r' : '\n'
}

function unreadable(code: Unreadable['code'], message: string): Unreadable {
  return { ok: false, code, message }
}
