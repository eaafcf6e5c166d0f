/** What somebody finds who holds a copy of the profile's files: texts, and what is sealed for this browser with the key beside it. */
import { createDecipheriv } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else if (entry.isFile()) yield path
  }
}

function* contents(folder: string): Generator<[path: string, bytes: Buffer]> {
  for (const path of files(folder)) {
    // The browser may be at work: what it deletes meanwhile is gone.
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? Infinity
    if (size < 200_000_000) yield [path, readFileSync(path)]
  }
}

/** Files that hold one of these. */
export const holders = (folder: string, ...needles: Buffer[]): string[] =>
  [...contents(folder)]
    .filter(([, bytes]) => needles.some(needle => bytes.includes(needle)))
    .map(([path]) => path)

/** A text, either way of writing it. */
export const written = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]

/** “Non-extractable” holds in a page. In the files the key lies behind its length: tries every such place on every sealed text. */
export function openWatched(
  profile: string,
  id: string,
): { key: Buffer; sealed: string; record: { secret: string } } | undefined {
  const place = Buffer.from(JSON.stringify(['keyway', 'watched', id]))
  const all = [...contents(join(profile, 'Default', 'WebStorage'))].map(([, bytes]) => bytes)
  const sealed = all.flatMap(bytes => bytes.toString('latin1').match(/[\w+/]{400,}={0,2}/g) ?? [])
  for (const bytes of all)
    for (let at = bytes.indexOf(32); at >= 0; at = bytes.indexOf(32, at + 1)) {
      const key = bytes.subarray(at + 1, at + 33)
      if (key.length < 32) break
      for (const text of sealed) {
        const whole = Buffer.from(text, 'base64')
        const opening = createDecipheriv('aes-256-gcm', key, whole.subarray(0, 12))
        opening.setAAD(place).setAuthTag(whole.subarray(-16))
        const plain = opening.update(whole.subarray(12, -16))
        try {
          opening.final()
          return { key: Buffer.from(key), sealed: text, record: JSON.parse(plain.toString()) }
        } catch {
          // Not that key, or not that text.
        }
      }
    }
  return undefined
}
