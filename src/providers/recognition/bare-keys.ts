/** Keys without a prefix: one long random word of which the text says that it is a key. For screens. Pure. */
import { isExampleKey, isRandom } from './example.ts'
import { inList, nameAbove, namesBeside } from './names-beside.ts'
import { servicesIn } from './services.ts'

const key = /^(?:api)?(?:key|token)s?$/
/** A key of another sort: for a door, a program, a file. */
const notAnApi =
  /^(?:licen[cs]e|product|serial|public|publishable|ssh|gpg|pgp|wi|wifi|wpa|recovery|backup|session|csrf|xsrf|encryption|decryption|signing|private|jwt|cookie|anon|totp|otp|rails|refresh|id|ids|file|path|name|url|uri|length|size|ttl|max|limit|machine|creds|validation|idempotency|partition|primary|foreign|sort|cache|page|continuation|next)$/
const ownSecret = /^(?:(?:app|django|flask|auth|nextauth|session)?(?:secret)?key(?:base)?)$/

const wordsOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? []

/** Does this name say that the text beside it is an API key? */
export function saysKey(name: string): boolean {
  const words = wordsOf(name)
  return (
    words.some(word => key.test(word)) &&
    !words.some(word => notAnApi.test(word)) &&
    !ownSecret.test(words.join(''))
  )
}

/** Names of things that are no secret by themselves: AWS' ids, the platform's. */
const isId = (value: string): boolean => /^(?:(?:AKIA|ASIA)[A-Z0-9]{12,}$|org-|proj_|key_)/.test(value)

/** One long random word: not a passphrase, an address, an example. */
export const looksLikeKey = (value: string): boolean =>
  /^[\w.~+=:-][\w.~+/=:-]{15,499}$/.test(value) &&
  /[A-Za-z]/.test(value) &&
  // Words joined by hyphens have no digit and no capital in the middle.
  (/\d/.test(value) || /[a-z][A-Z]/.test(value)) &&
  !/:\/\//.test(value) &&
  !isId(value) &&
  !isExampleKey(value) &&
  isRandom(value)

/** As keys without a prefix are: letters and digits, and a part behind a full stop; no file, no host, no UUID. */
const word =
  /(?<![\p{L}\w./+:@#$%~-]|[:/]["'])(?:[A-Za-z\d]{20,128}|[\da-f]{32}\.[\w-]{16,64}|ABSK[A-Za-z\d+/]{40,300}={0,2})(?![\p{L}\w./@+~\p{Pd}]|:\/)/gu
/** What stands right before it says that it is another thing. */
const anotherThing =
  /(?:\bids?|hash|sha-?\d*|md5|checksum|prüfsumme|digest|commit|session|cookie|csrf|etag|request|trace|image|container|fingerprint|salt|iv|webhook)["'`\]]*\W{0,4}(?:is\s+)?["'`„]?$/i
const header =
  /(?:bearer|(?:x-)?api-key["']?\s*[:=,]|authorization["']?\s*[:=,]|^\s*machine\s+api\.\S+(?:\s+\w+\s+\S+)*\s+password\s)\s*["'`]?$/i
const inProse =
  /(?<!\p{L})(?:api)?(?:keys?|tokens?|\p{L}{0,20}schlüssel|sleutel|nyckel|clave|clés?|chave|chiave|klucz|anahtarı?|ключ|токен)(?![\p{L}\p{N}_])|密钥|金鑰|秘钥|キー|키/iu
const ofCode = /\b(?:commit|revert|checkout)|\bssh-/i
/** "private key", "page token". */
const kindOfKey = /(?<!\p{L})(\p{L}{2,20})[\s-]{1,4}(?:keys?|tokens?|schlüssel)(?!\p{L})/giu
const saysApiKey = (line: string): boolean =>
  inProse.test(line) &&
  !ofCode.test(line) &&
  ![...line.matchAll(kindOfKey)].some(([, kind = '']) => notAnApi.test(kind.toLowerCase()))

const named =
  /(?<![\w-])([A-Za-z_][\w-]{0,60})["'`\])]{0,3}\s{0,4}(?:[=:(,]|=>|<-|:=|\s)\s{0,4}(?:@?["'`(]|<[\w:]+>){0,2}$/

/** Long random words of this line which are called a key there: by a name, a header or their column. */
export function bareKeysIn(lines: readonly string[], at: number): string[] {
  const line = (lines[at] ?? '').slice(0, most)
  let columns: ((index: number) => string) | undefined
  return [...line.matchAll(word)].flatMap(({ 0: found, index }) => {
    // Of several in one value each has the name of all.
    const whole = line.slice(0, index)
    const before = (/[;,]/.test(whole.slice(-1)) ? whole.replace(inList, '') : whole).slice(-120)
    if (!looksLikeKey(found) || anotherThing.test(before)) return []
    const said = named.exec(before)
    const name = said?.[1] ?? nameAbove(lines, at, before)
    // "license key: …": what is called a key, and no more, is of the kind that stands before.
    const [, kind = ''] =
      said && key.test(name?.toLowerCase() ?? '')
        ? (/(?<![A-Za-z])([A-Za-z]{2,20})[\s-]{1,4}$/.exec(before.slice(0, said.index)) ?? [])
        : []
    const isNamed = name !== undefined && saysKey(name) && !notAnApi.test(kind.toLowerCase())
    columns ??= columnsOf(lines, at)
    const column = isNamed ? '' : columns(index)
    const isCalledSo =
      isNamed ||
      header.test(before) ||
      (name !== undefined && /^key$/i.test(name) && isOfService(lines, at, found)) ||
      (/^[\w .-]{2,30}$/.test(column) && (saysKey(column) || /^(?:key|(?:api[ _]?)?secret)$/i.test(column)))
    return isCalledSo ? [found] : []
  })
}

/** The same for what a person pastes where a key is asked for: a sentence may call it one, too. */
export function bareKeysSaid(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    const found = bareKeysIn(lines, at)
    if (found.length > 0) return found
    if (
      !saysApiKey(line) &&
      !(line.search(word) >= 0 && !ofCode.test(line) && saysApiKey(lines[at - 1] ?? ''))
    )
      return []
    return [...line.matchAll(word)].flatMap(({ 0: one, index }) =>
      looksLikeKey(one) && !anotherThing.test(line.slice(Math.max(0, index - 120), index)) ? [one] : [],
    )
  })
}

/** A bare `key` may be a program's own: it is a service's where one is named beside it. */
const isOfService = (lines: readonly string[], at: number, found: string): boolean =>
  namesBeside(lines, at, found).some(name => servicesIn(name).size > 0)

/** Another such word right behind it, which nothing names: what is said of the first may be said of both. */
export function isFollowedByAnother(text: string, found: string): boolean {
  const behind = text.slice(text.indexOf(found) + found.length).slice(0, 300)
  const start =
    /^(?:[\s,;&+/|"'`*•-]|\d{1,2}[.)]|(?<![\p{L}])(?:and|or|und|oder|y|et|e|и)(?!\p{L})){1,40}/u.exec(
      behind,
    )?.[0]
  const next =
    start === undefined ? undefined : /^[A-Za-z\d]{20,128}(?![\w@])/.exec(behind.slice(start.length))?.[0]
  return next !== undefined && next !== found && looksLikeKey(next)
}

/** So much of a line is looked at. */
const most = 5000
const cellsBefore = (text: string, sign: string) => text.split(sign).length - 1

/** The heading of the column that stands at a place of this line: of a table in a text, of separated values, of an INSERT. */
function columnsOf(lines: readonly string[], at: number): (index: number) => string {
  const line = (lines[at] ?? '').slice(0, most)
  const insert = /\binsert\s+into\b[^(]{0,200}\(([^)]*)\)\s*values\s*\(/i.exec(line)
  if (insert) {
    const names = (insert[1] ?? '').split(',')
    return index => cellAt(names, cellsBefore(line.slice(insert[0].length + insert.index, index), ','))
  }
  const sign = ['|', '\t', ';', ','].find(one => line.includes(one))
  if (sign === undefined) return () => ''
  const first = firstRow(lines, at, sign)
  const heading = (lines[first] ?? '').slice(0, most).split(sign)
  return first === at || heading.length - 1 !== cellsBefore(line, sign)
    ? () => ''
    : index => cellAt(heading, cellsBefore(line.slice(0, index), sign))
}

const rowsOf = new WeakMap<readonly string[], Map<string, number>>()

/** Where the table begins that this row is of. What is known of a row above need not be looked for again. */
function firstRow(lines: readonly string[], at: number, sign: string): number {
  const known = rowsOf.get(lines) ?? new Map<string, number>()
  rowsOf.set(lines, known)
  let first = at
  while (first > 0 && (lines[first - 1] ?? '').includes(sign))
    first = known.get(`${first - 1}${sign}`) ?? first - 1
  known.set(`${at}${sign}`, first)
  return first
}

const cellAt = (row: readonly string[], place: number) =>
  (row[place] ?? '').replace(/^[\s"'`*]+|(?<![\s"'`*])[\s"'`*]+$/g, '')
