/** What every encrypted form of a project file shares: what is known, what is asked for, and how a change is shown. Types and one view. Pure. */
import type { Failure } from '../../../../protocol/failure.ts'
import { valueIn } from '../dot-env.ts'
import type { FileChange, Warning } from '../project-plan.ts'
import { linesOf, readText, type TextFile, writeText } from '../text-file.ts'
import type { Recipient } from './recipients.ts'

/** How it is encrypted: by packages that only a screen may load. */
export type Sealer = {
  /** An age file for all of them, in bytes. @returns a failure when a key is mistyped */
  seal: (
    plain: string | Uint8Array<ArrayBuffer>,
    recipients: Recipient[],
  ) => Promise<{ ok: true; bytes: Uint8Array } | Failure>
  /** The same as text that survives an editor. */
  armor: (bytes: Uint8Array) => Promise<string>
  /** One value as dotenvx writes it, with the prefix. @param publicKey 33 bytes, in hex */
  sealForDotenvx: (plain: string, publicKey: string) => Promise<string>
}

export type Order = {
  /** The environment variable. */
  name: string
  secret: string
  recipients: Recipient[]
  /** Files of the folder by name, as bytes; those that are not there are left out. */
  files: ReadonlyMap<string, Uint8Array>
  folder: string
  /** What the key is for, for the one comment that a file may carry. */
  about: string
  now: Date
}

export type GoodPlan = { ok: true; changes: FileChange[]; warnings: Warning[] }
export type EncryptedPlan = GoodPlan | Failure

export type Planner = (order: Order, sealer: Sealer) => Promise<EncryptedPlan>

/** Lower case: part of an address in secretspec.toml, where capital letters may not survive. */
export function fileNameFor(name: string, ending: 'age' | 'sops.json'): string {
  return `${name.toLowerCase()}.${ending}`
}

export function openText(order: Order, name: string): TextFile | Failure {
  return readText(order.files.get(name), name)
}

/** @param after the whole file */
export function fileChange(order: Order, name: string, after: TextFile): FileChange {
  const bytes = order.files.get(name)
  const before = bytes ? new TextDecoder().decode(bytes).replace(/^\ufeff/, '') : ''
  return {
    name,
    change: !bytes ? 'made' : before === after.text ? 'same' : 'replaced',
    preview: preview(before, after.text),
    bytes: writeText(after),
  }
}

const mostLines = 12

/** Lines that are added and removed. Of a removed line only its name is shown, because it may hold another secret. */
function preview(before: string, after: string): FileChange['preview'] {
  const old = linesOf(before).map(({ line }) => line)
  const fresh = linesOf(after).map(({ line }) => line)
  const shown: FileChange['preview'] = []
  for (const [index, line] of old.entries())
    if (!fresh.includes(line)) shown.push({ sign: '-', number: index + 1, line: nameOnly(line) })
  for (const [index, line] of fresh.entries())
    if (!old.includes(line)) shown.push({ sign: '+', number: index + 1, line: shorten(line) })
  return shown.length > mostLines
    ? [...shown.slice(0, mostLines), { sign: ' ', number: mostLines, line: '…' }]
    : shown
}

function nameOnly(line: string): string {
  const [name] = /^[^=:]*[=:]/.exec(line) ?? ['']
  return `${name}…`
}

/** Shortens ciphertext for display: it tells a person nothing. */
function shorten(line: string): string {
  return line.replace(/[A-Za-z0-9+/\\]{40,}={0,2}/g, run => `${run.slice(0, 12)}…`)
}

/** Notes that the person has already seen when the first key was written, and that say nothing about the file itself. */
const known: readonly Warning['code'][] = ['no_git', 'also_on']

/**
 * @param file the one that holds the key; it has to be there, and no other file may come or grow
 * @returns false where the person has to see the change before it is made
 */
export const isPlainSwap = ({ changes, warnings }: GoodPlan, file: string): boolean =>
  warnings.every(({ code }) => known.includes(code)) &&
  changes.some(({ name }) => name === file) &&
  changes.every(({ change }) => change === 'replaced' || change === 'same')

/**
 * Does a plain `.env` still hold one of these keys? If it holds another one, somebody else put it there, and replacing it would lose it.
 * @param tails the last four characters of each key
 */
export function holdsOneOf(env: Uint8Array | undefined, name: string, tails: readonly string[]): boolean {
  const file = readText(env, '.env')
  const value = 'ok' in file ? undefined : valueIn(file, name)
  return value !== undefined && tails.some(tail => tail.length === 4 && value.endsWith(tail))
}
