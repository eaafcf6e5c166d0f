/**
 * The address that a key goes to, as a text tells it: set under the key's own name, in the same call, entry or section, or on its line. A
 * library's name says only how a service is spoken to. Pure.
 */
import { baseUrlOf } from '../hosts.ts'
import { providers } from '../list.ts'
import { isWholeForm } from './key-forms.ts'
import { serviceAt, servicesIn } from './services.ts'

/** What stands for a service that Keyway does not know. */
export const unknownService = 'gateway'

/** An address as the name of the service that is there, or as its base URL where keys are sent there; any other text as it is. */
export function nameOfText(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text
  const service = serviceAt(text)
  if (service === 'other') return unknownService
  const { variable, baseUrl } = providers[service]
  return baseUrlOf({ provider: service, baseUrl: text }) === null ? variable : baseUrl
}

type Address = {
  line: number
  /** What it is set under: `OPENAI_BASE_URL`, `config.BaseURL`; empty where nothing names it. */
  name: string
  /** Its name without signs. */
  squeezed: string
  /** What its name says beside: a number, `prod`. */
  qualified: string
  /** Which services its name tells, as `openai` of `OPENAI_BASE_URL`. */
  named: string
  /** The name of the service that is there. */
  at: string
  /** It speaks of models, by its name or by its host. */
  isForModels: boolean
  isApi: boolean
  /** A call, or a name that any address may have. */
  isGeneral: boolean
  isCommentedOut: boolean
  /** A whole command of a shell: it speaks of no other line. */
  isAlone: boolean
}

const url = /https?\\?:\/\/[^\s"'`<>,;)|\]}\\，。）]+/gi
/** Without its scheme, behind a name that is an address's; or what a program puts there when it runs. */
const unschemed =
  /(?<![\w.-])((?:[A-Za-z_][\w.-]*?)??(?:base|ur[il]|endpoint|host|base[._-]?path))["'`\]]{0,3}(?:\s{0,4}[=:(]|\s)\s{0,4}["'`]?(?!https?:)((?:[\w-]+\.)+[a-z]{2,}(?:[:/][^\s"'`,;)]*)?(?=["'`\s,;)]|$)|(?:localhost|\d+\.\d+\.\d+\.\d+)(?::\d+)?|(?:os\.|process\.|env\b|getenv|\$\{?|System\.|ENV\b)[^\s,;)]*)/gi
const addressWord = /base|ur[il]|endpoint|host|server|addres|adress|domain|proxy|gateway|upstream|target/i
const ofTheProgram =
  /(?:^|[^a-z])(?:docs?|help|callback|redirect|web[_-]?hook|home(?:page)?|repo\w*|git\w*|image|img|logo|avatar|icon|\$?schema|refer\w*|origin|database|db|redis|mongo\w*|postgres\w*|sql|sentry|front\w*|public|https?[_.]proxy|(?:all|no)[_.]proxy|cdn|s3|queue|amqp|mail|smtp|health|metrics|otel\w*|status)(?![a-z])/i
const aCall =
  /\b(?:curl|wget|xh|https?|fetch|axios[.\w]*|requests?\.\w+|httpx\.\w+|[Ii]nvoke-\w+|GET|POST)\b(?!:)/
const oneCommand =
  /^\s*(?:(?::\s*\d+:\d+;|[$%>]\s|\d+\s)\s*)?(?:curl|wget|xh|https?)\s(?!.*(?:[\\^`({[,|]|['"][^'"]*\{)\s*$)/
const comment = /^\s*(?:#|\/\/|;|--|<!--)/
/** Words that say that something stands between, and not what. */
const carrier = /reverse|proxy|proxies|gateway|relay|compat(?:ible)?|custom/gi
const ofModels = /(?:^|[^a-z])(?:llms?|ai|gpt|chat|models?|inference|completions?)(?![a-z])/i

/** What the address of a service for programs has, and the page of a login has not. */
const anApi = /\/v\d|\bapi\b|openai|anthropic|\bllm|\bai\b|gateway|proxy|relay/i

const squeeze = (name: string) => name.toLowerCase().replace(/[^a-z\d]/g, '')
const ownServices = (name: string) => [...servicesIn(name.replace(carrier, ' '))].join()

const addressesOf = new WeakMap<readonly string[], Address[]>()

/** Read once for all keys of a text. */
function addressesIn(lines: readonly string[]): Address[] {
  const known = addressesOf.get(lines)
  if (known) return known
  const found = lines.flatMap((given, line) => {
    const start = given.slice(0, 1000)
    const each = [...start.matchAll(url)].map(({ 0: text, index }) => {
      const before = start
        .slice(0, index)
        .replace(/new\s+\w+\(["'`]?$/, '')
        // Of several in one value each has the name of all.
        .replace(/(?:https?:\/\/[^\s"'`;,]*[;,])+$/, '')
      return {
        text,
        before,
        name:
          /(?<![\w.-])-{0,2}([A-Za-z_][\w.-]*)["'`\])]{0,3}(?:\s{0,4}[=:(]{1,3}>?|\s)\s{0,4}["'`<\\]{0,3}$/.exec(
            before,
          )?.[1] ?? '',
      }
    })
    for (const { 1: name = '', 2: text = '', index } of start.matchAll(unschemed))
      each.push({ text: `https://${text}`, before: start.slice(0, index), name })
    return each
      .filter(({ name }) => !ofTheProgram.test(name))
      .map(({ text, before, name }) => {
        const isCall = aCall.test(before)
        const named = ownServices(name)
        return {
          line,
          name,
          squeezed: squeeze(name),
          qualified: qualifiers(name),
          named,
          at: nameOfText(text.replace('\\', '')),
          isForModels: ofModels.test(name) || servicesIn(/\/\/([^/]*)/.exec(text)?.[1] ?? '').size > 0,
          isApi: anApi.test(text),
          isGeneral: isCall || (addressWord.test(name) && named === ''),
          isCommentedOut: comment.test(given),
          isAlone: oneCommand.test(given) && !/[\\^`]\s*$/.test(lines[line - 1] ?? ''),
        }
      })
  })
  addressesOf.set(lines, found)
  return found
}

/** In the order of their lines: of thousands only those that are near are looked at. */
function addressesNear(lines: readonly string[], index: number): Address[] {
  const all = addressesIn(lines)
  let from = 0
  for (let to = all.length; from < to; ) {
    const middle = (from + to) >> 1
    if ((all[middle]?.line ?? 0) <= index - farthest) from = middle + 1
    else to = middle
  }
  let end = from
  while ((all[end]?.line ?? Number.POSITIVE_INFINITY) < index + farthest) end++
  return all.slice(from, end)
}

/** @param variable what the key is assigned to; empty where it is none */
export function addressBeside(
  lines: readonly string[],
  index: number,
  variable: string,
  key: string,
): string | undefined {
  const all = addressesNear(lines, index)
  if (all.length === 0) return undefined
  const holder = /^\W*(?:(?:const|let|var|val|final)\s+)?\$?(\w+)\s*:?=[^=]/.exec(lines[index] ?? '')?.[1]
  const isAlike = likeThatOf(variable)
  const own = all.filter(
    address => isAlike(address) || (holder !== undefined && address.name.startsWith(`${holder}.`)),
  )
  const choices = [
    ({ line }: Address) => line === index,
    ({ line, isCommentedOut }: Address) => !isCommentedOut && isInBlock(lines, index, line),
    ({ isCommentedOut }: Address) => !isCommentedOut,
    () => true,
  ]
  const choice = choices.find(each => own.some(each))
  const nearest = choice ? own.filter(choice) : around(lines, index, variable, all)
  const named = new Set(sameInOrder(nearest, lines[index] ?? '', key).map(({ at }) => at))
  const [one] = named.size > 1 ? [unknownService] : named
  // A gateway may take the keys of other providers: a key whose form tells its provider stays that provider’s.
  return one === unknownService && isWholeForm(key) ? undefined : one
}

/** Of as many addresses in one line as there are keys in another each is for the key in its place. */
function sameInOrder(addresses: Address[], line: string, key: string): Address[] {
  const at = line.indexOf(key)
  const before =
    line
      .slice(0, Math.max(0, at))
      .split(/[\s"'`=]/)
      .at(-1) ?? ''
  const after = /^[^\s"'`]*/.exec(line.slice(at + key.length))?.[0] ?? ''
  const keys = `${before}${key}${after}`.split(/[;,]/)
  const own = addresses[before.split(/[;,]/).length - 1]
  const isList = own && keys.length === addresses.length && addresses.every(one => one.line === own.line)
  return at >= 0 && isList ? [own] : addresses
}

/** In a file of settings a bare BASE_URL is the program's own; in a call it stands beside the key and is the key's. */
function around(lines: readonly string[], index: number, variable: string, all: Address[]): Address[] {
  const isSetting = /^[A-Z\d_]+$/.test(variable) && stemOf(variable) !== ''
  const places = [index, ...(/^[A-Z\d_]+$/.test(variable) ? usesOf(lines, variable) : [])]
  return places.flatMap(place => {
    const { first, last } = sectionOf(lines, place)
    return all.filter(
      ({ line, isGeneral, isForModels, isApi, isAlone, named }) =>
        (line === place && (isGeneral || ((isApi || isForModels) && named === ''))) ||
        (line >= first &&
          line <= last &&
          isGeneral &&
          !isAlone &&
          (!isSetting || place !== index || isForModels)),
    )
  })
}

/** Where a program takes the key that is kept under this name: the calls it goes into. */
const usesOf = (lines: readonly string[], variable: string): number[] => {
  const use = new RegExp(`(?<![\\w.])\\$?\\{?${variable}(?!\\w|["'\`\\]]*\\s*[=:])`)
  return lines.length > 1000 ? [] : lines.flatMap((line, at) => (use.test(line.slice(0, 1000)) ? at : []))
}

const stemOf = (variable: string) =>
  squeeze(
    variable.replace(/[._-]?(?:api|auth|access|bearer)?[._-]?(?:key|token|secret)s?(?:[._-]?\d+)?$/i, ''),
  )
const qualifiers = (name: string) =>
  (
    name.toLowerCase().match(/\d+|(?<![a-z])(?:prod|production|dev|development|staging|test)(?![a-z])/g) ?? []
  ).join()

/** `OPENAI_BASE_URL` and `OPENAI_PROXY_URL` say it of `OPENAI_API_KEY`; `AZURE_OPENAI_ENDPOINT` and `OPENAI_BASE_URL_2` do not. */
function likeThatOf(variable: string): (address: Address) => boolean {
  const stem = stemOf(variable)
  const service = ownServices(variable)
  const own = qualifiers(variable)
  return ({ name, named, squeezed, qualified }) =>
    name !== '' &&
    stem !== '' &&
    named === service &&
    ((service !== '' && service !== 'other') || (stem.length > 1 && squeezed.includes(stem))) &&
    ['', own].includes(qualified)
}

/** Between two lines of one block none is further out than both. */
function isInBlock(lines: readonly string[], one: number, other: number): boolean {
  const between = lines.slice(Math.min(one, other), Math.max(one, other) + 1)
  const edge = Math.min(indentOf(lines[one] ?? ''), indentOf(lines[other] ?? ''))
  return between.every(line => line.trim() === '' || indentOf(line) >= edge)
}

/** No address so many lines away is a key's. */
const farthest = 100
/** So many lines up and down. */
const reach = 12
const anotherKey = /(?:key|token|secret)["']?\]?\s*[=:]/i
export const indentOf = (line: string) => line.length - line.trimStart().length

/** The call, entry or section that this line stands in. */
function sectionOf(lines: readonly string[], index: number): { first: number; last: number } {
  const indent = indentOf(lines[index] ?? '')
  let first = index
  let last = index
  const ends = (at: number) => !isEnd(lines[index]) && isEnd(lines[at])
  while (
    index - first < reach &&
    !begins(lines[first]) &&
    !isApart(lines[first - 1], indent) &&
    !ends(first - 1)
  )
    first--
  while (last - index < reach && !begins(lines[last + 1]) && !isApart(lines[last + 1], indent) && !ends(last))
    last++
  return { first, last }
}

/** The first line of an entry in a list, or of a section. */
const begins = (line = ''): boolean => /^\s*(?:- |\[)/.test(line)
/** Of a statement that goes over several lines. */
const isEnd = (line = ''): boolean => /;\s*$/.test(line)
/** No part of the same call or entry: a blank line, its end, or another key. */
const isApart = (line = '', indent = 0): boolean =>
  line.trim() === '' ||
  (/^\s*[}\])]/.test(line) && (indent === 0 || indentOf(line) < indent)) ||
  anotherKey.test(line)
