/**
 * A device's file in a sync space: plain words about whose it is, and everything else sealed. docs/vault-format.md describes it. It is
 * written by that device alone; whatever carries it may cut it off, put an older one back or lose it.
 */
import * as v from 'valibot'
import { plainLine } from '../../../i18n/plain-text.ts'
import { fromBase64, fromUtf8, isObject, toBase64, utf8 } from '../../../vault/crypto/bytes.ts'
import { readState, type SyncState, writeState } from '../../../vault/sync/state.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import { inflateRaw } from '../../transfer/core/exports/inflate-raw.ts'

const hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]+$/), v.length(length))
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const envelope = v.object({
  format: v.literal('keyway-sync'),
  version: v.literal(1),
  space: hex(32),
  device: hex(16),
  sequence: whole,
  /** The sync key, sealed for whoever has a sync code that this device showed. */
  code: v.optional(v.string()),
  sealed: v.string(),
})
export type SpaceFile = v.InferOutput<typeof envelope>

export const fileNameOf = (device: string): string => `keyway-sync-${device}.json`
/** Copies that a cloud drive makes of a file have other names: what is in them counts, after the files themselves. */
export const isSpaceFile = (name: string): boolean => /^keyway-sync-.*\.json$/.test(name)
export const isDeviceFile = (name: string): boolean => /^keyway-sync-[0-9a-f]{16}\.json$/.test(name)

export const writeFile = (file: Omit<SpaceFile, 'format' | 'version'>): string =>
  JSON.stringify({ format: 'keyway-sync', version: 1, ...file })

/** `newer`: made by a Keyway that knows more. */
export function readFile(text: string): SpaceFile | 'newer' | 'garbage' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'garbage'
  }
  const { success, output } = v.safeParse(envelope, value)
  if (success) return output
  const isNewer = isObject(value) && value.format === 'keyway-sync' && Number(value.version) > 1
  return isNewer ? 'newer' : 'garbage'
}

/** Where the sealed part of a file belongs: another device's, or an older one under a new number, does not open. */
export const placeOf = (device: string, sequence: number): string => `state ${device} ${sequence}`

/** Files grow in steps, so that their length does not tell how many keys there are: smaller ones where there is little room. */
const step = { folder: 16_384, browser: 1024 } as const
/** Far more than any vault holds; a device that joined may be a stranger's by now. */
const mostBytes = 50_000_000

export type Content = { name: string; at: number; state: SyncState }

/** What is sealed: JSON in a folder, packed where there is little room. */
export async function writeContent({ name, at, state }: Content, carrier: SyncCarrier): Promise<string> {
  const text = JSON.stringify({ name, at, state: writeState(state) })
  if (carrier === 'browser') return packText(text, step.browser)
  return text.padEnd(Math.ceil(text.length / step.folder) * step.folder)
}

const contentShape = v.object({
  // What another computer calls itself is shown.
  name: v.pipe(v.string(), v.maxLength(60), v.transform(plainLine)),
  at: v.number(),
  state: v.unknown(),
})

/** Many times what a person has, deleted keys included. */
const mostRecords = 50_000

/**
 * Undefined for what no device has written so.
 * @param now this computer's time, ms since the epoch
 */
export async function readContent(text: string, now: number): Promise<Content | undefined> {
  try {
    const json = text.startsWith('{') ? text : ((await unpackText(text, mostBytes)) ?? '')
    const { success, output } = v.safeParse(contentShape, JSON.parse(json))
    const state = success ? readState(output.state, now) : undefined
    return success && state && state.records.size <= mostRecords
      ? { name: output.name, at: output.at, state }
      : undefined
  } catch {
    return undefined
  }
}

/**
 * A text in few characters: deflated (RFC 1951), in base64, and padded with blanks so that its length tells little.
 * @param step characters; the length is a multiple of it
 */
async function packText(text: string, step: number): Promise<string> {
  const deflated = new Blob([utf8(text)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const packed = toBase64(new Uint8Array(await new Response(deflated).arrayBuffer()))
  return packed.padEnd(Math.ceil(packed.length / step) * step)
}

/**
 * @param most bytes of the text
 * @returns undefined for what was not packed so, or is longer
 */
async function unpackText(packed: string, most: number): Promise<string | undefined> {
  try {
    const bytes = fromBase64(packed.trim())
    const text = bytes && (await inflateRaw(bytes, most))
    return text && fromUtf8(text)
  } catch {
    return undefined
  }
}
