/** Whatever file a person gives: a backup that is not sealed, another program's export, an archive of one, or a list. Pure. */
import { t } from '../../../../i18n/t.ts'
import { type Failure, fail, isFailure } from '../../../../protocol/failure.ts'
import { environmentIn, limited, type Preview, previewText } from '../import-preview.ts'
import { readList } from '../parse-list.ts'
import { previewItems } from './keys-in-items.ts'
import { readExport } from './read-export.ts'
import { isZip, unzip } from './unzip.ts'

export type GivenFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** Bytes of a file, and of what an archive unpacks to. */
export const mostBytes = 64_000_000

export async function readFile({ bytes }: GivenFile): Promise<Preview | Failure> {
  if (!isZip(bytes)) {
    const text = fileText(bytes)
    return isFailure(text) ? text : readTexts([text])
  }
  const inside = await unzip(
    bytes,
    path => /^export\.data$|^[^/]*\.csv$|(?:^|\/)data\.json$/.test(path),
    mostBytes,
  )
  if (isFailure(inside)) return inside
  if (inside.length === 0)
    return fail(
      'unreadable',
      t('This archive holds no export that Keyway knows. Unpack it, then import the file in it.'),
    )
  const texts = inside.map(fileText)
  return texts.find(isFailure) ?? readTexts(texts.filter(text => typeof text === 'string'))
}

const isOtherXml = (text: string) => /^\uFEFF?\s*</.test(text) && !/<KeePassFile[\s>]/.test(text)

/** Programs' exports are read entry by entry; anything else as a list, each line by itself. */
function readTexts(texts: string[]): Preview | Failure {
  const previews: Preview[] = []
  for (const text of texts) {
    const isBackup = /"format"\s*:\s*"keyway-backup"/.test(text.slice(0, 2000))
    const items = isBackup ? null : readExport(text)
    if (isFailure(items)) {
      // XML of other programs is a text with keys in it.
      const others = isOtherXml(text) ? previewText(text) : undefined
      if (!others?.candidates.length) return items
      previews.push(others)
    } else previews.push(items ? previewItems(items) : previewText(text.replace(/^\uFEFF/, '')))
  }
  return joined(previews)
}

/**
 * Files of settings out of a folder: each key with where it lies. What is no key is counted: in a project's own files nobody
 * wonders about a line that is none.
 * @param files `name` with the folders before it
 */
export async function readFiles(files: readonly GivenFile[]): Promise<Preview> {
  return joined(
    files.map(({ name, bytes }) => {
      const text = fileText(bytes)
      if (isFailure(text)) return { candidates: [], problems: [`${name}: ${text.message}`] }
      const { candidates } = previewText(text)
      const environment = environmentIn(name.split('/').at(-1) ?? '')
      return {
        candidates: candidates.map(one => ({
          ...one,
          key: { ...(environment && { environment }), ...one.key, usedIn: [name.slice(-300)] },
        })),
        problems: [],
        leftAlone: Math.max(0, readList(text).listed.length - candidates.length),
      }
    }),
  )
}

/** As one list. */
export function joined(previews: Preview[]): Preview {
  const counted = previews.flatMap(({ leftAlone }) => leftAlone ?? [])
  return limited({
    candidates: previews.flatMap(({ candidates }) => candidates),
    problems: previews.flatMap(({ problems }) => problems),
    ...(counted.length > 0 && { leftAlone: counted.reduce((sum, count) => sum + count, 0) }),
  })
}

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
function fileText(bytes: Uint8Array): string | Failure {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.includes('\0')
    ? fail('not_text', t('This is not a text file. Keyway reads lists, exports and backups.'))
    : text
}
