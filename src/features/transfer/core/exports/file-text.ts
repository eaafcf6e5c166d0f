/** The text of a file in whatever encoding a program wrote it. Pure. */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail } from '../../../../protocol/failure.ts'

/** A byte-order mark decides; without one, every second byte of a UTF-16 text in Latin letters is zero. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [i, byte] of bytes.subarray(0, 1000).entries())
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const few = Math.min(bytes.length, 1000) / 8
  if (odd > few && even === 0) return 'utf-16le'
  return even > few && odd === 0 ? 'utf-16be' : 'utf-8'
}

/** Letters that were written in an older encoding come out as signs; keys have none. */
export function fileText(bytes: Uint8Array): string | Failure {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.includes('\0')
    ? fail('not_text', t('This is not a text file. Keyway reads lists, exports and backups.'))
    : text
}
