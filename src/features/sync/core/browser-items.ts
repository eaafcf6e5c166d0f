/**
 * A device's file as items of the browser's sync area (`chrome.storage.sync`): cut into pieces that an item can hold, and put together
 * again. Limits: https://developer.chrome.com/docs/extensions/reference/api/storage (read 2026-11-22). Pure.
 */
import { utf8 } from '../../../vault/crypto/bytes.ts'

/** In bytes, of all items of the extension and of one; and how many items. */
export const limits = { bytes: 102_400, itemBytes: 8_192, items: 512 } as const

/** Keys with the usual notes of which the board has room, on two computers: tests/features/sync/browser-sync.test.ts counts it. */
export const roomInBrowser = 120

export type Items = Record<string, unknown>

/** As Chromium counts: the name, and the value as its JSON, in which `<` takes six bytes. */
const bytesOf = ([name, value]: [string, unknown]): number =>
  utf8(name + (JSON.stringify(value) ?? '').replaceAll('<', '\\u003C')).length
export const bytesIn = (items: Items): number =>
  Object.entries(items).reduce((sum, item) => sum + bytesOf(item), 0)

/** The rest of an item is its name, the mark of its file, and what JSON makes of quotes. */
const pieceLength = 8_000
const nameOf = (device: string, index: number): string => `keyway-sync-${device}-${index}`
const namePattern = /^keyway-sync-([0-9a-f]{16})-(\d{1,3})$/
const piecePattern = /^([0-9a-f]{16}) (\d{1,3}) (.*)$/s

/** @param mark tells the pieces of this file from those of an older one of the same device: 16 hex digits */
export function cutIntoItems(device: string, mark: string, text: string): Record<string, string> {
  const count = Math.ceil(text.length / pieceLength)
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      nameOf(device, i),
      `${mark} ${count} ${text.slice(i * pieceLength, (i + 1) * pieceLength)}`,
    ]),
  )
}

/** All names of a device's items among these. */
export const namesOf = (items: Items, device: string): string[] =>
  Object.keys(items).filter(name => namePattern.exec(name)?.[1] === device)

/**
 * Every device's file that is there as a whole, by device. Items arrive one by one: a file of which one is missing, or still the older
 * one, is a file that is not there yet.
 */
export function filesIn(items: Items): Map<string, string> {
  const pieces = new Map<string, string[]>()
  const wanted = new Map<string, { mark: string; count: number }>()
  for (const [name, value] of Object.entries(items)) {
    const [, device, index] = namePattern.exec(name) ?? []
    const [, mark, count, piece] = typeof value === 'string' ? (piecePattern.exec(value) ?? []) : []
    if (device === undefined || mark === undefined || piece === undefined) continue
    if (Number(index) === 0) wanted.set(device, { mark, count: Number(count) })
    const key = `${device} ${mark} ${count}`
    const own = pieces.get(key) ?? []
    own[Number(index)] = piece
    pieces.set(key, own)
  }
  const files = new Map<string, string>()
  for (const [device, { mark, count }] of wanted) {
    const own = pieces.get(`${device} ${mark} ${count}`)?.slice(0, count) ?? []
    // Unlike `every`, this sees the gaps.
    if (own.length === count && !own.includes(undefined as never)) files.set(device, own.join(''))
  }
  return files
}
