/**
 * A device's file in the sync folder: plain words about whose it is, and everything else sealed. docs/vault-format.md describes it. It is
 * written by that device alone; any program that carries the folder may cut it off, put an older one back or lose it.
 */
import * as v from 'valibot'
import { isObject } from '../../../vault/crypto/bytes.ts'
import { readState, type SyncState, writeState } from '../../../vault/sync/state.ts'

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
/** Copies that a cloud drive makes of a file have other names: what is in them counts. */
export const isSpaceFile = (name: string): boolean => /^keyway-sync-.*\.json$/.test(name)

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

/** Files grow in steps, so that their length does not tell how many keys there are. */
const step = 16_384

export type Content = { name: string; at: number; state: SyncState }

export function writeContent({ name, at, state }: Content): string {
  const text = JSON.stringify({ name, at, state: writeState(state) })
  return text.padEnd(Math.ceil(text.length / step) * step)
}

const contentShape = v.object({
  name: v.pipe(v.string(), v.maxLength(60)),
  at: v.number(),
  state: v.unknown(),
})

/** Undefined for what no device has written so. */
export function readContent(text: string): Content | undefined {
  try {
    const { success, output } = v.safeParse(contentShape, JSON.parse(text))
    const state = success ? readState(output.state) : undefined
    return success && state ? { name: output.name, at: output.at, state } : undefined
  } catch {
    return undefined
  }
}
