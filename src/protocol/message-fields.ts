/** The kinds of field that messages are made of, each with its limit. */
import * as v from 'valibot'
import { plainLine, plainText } from '../i18n/plain-text.ts'
import { mostEntries, mostLetters } from '../providers/checked-fields.ts'
import { providerIds } from '../providers/list.ts'

/** A name under which something is looked up. Names that every object has (`constructor`) are refused. */
export const id = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[\w.:-]+$/),
  v.check(name => !(name in {})),
)
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
export const within = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
/** One line without invisible characters. */
export const line = (most: number) => v.pipe(text(most), v.transform(plainLine))
const lines = ([most, letters]: readonly [number, number]) =>
  v.pipe(v.array(line(letters)), v.maxLength(most))
/** Up to the last day a calendar can show. */
export const time = within([0, 8.64e15])
/** All that an admin key is ever used for: costs, usage, lists of projects and keys, spend limits and alerts, service accounts, one key of a project. */
export const adminPath =
  /^\/organization\/(?:(?:costs|usage\/(?:completions|embeddings|images|moderations|audio_speeches|audio_transcriptions)|projects|admin_api_keys|projects\/proj_\w+\/(?:api_keys|service_accounts))\?[\w=&%.-]+|(?:projects\/proj_\w+\/)?spend_(?:limit|alerts(?:\/[\w-]+)?)|projects\/proj_\w+\/(?:service_accounts(?:\/[\w-]+)?|api_keys\/[\w-]+))$/
export const tail = v.pipe(v.string(), v.regex(/^[\w-]{4}$/))
export const nothing = v.strictObject({})
export const provider = v.picklist(providerIds)

/** What a person may say about a key; every field may be left out. */
export const about = v.partial(
  v.strictObject({
    label: line(mostLetters.label),
    project: line(mostLetters.project),
    organization: line(mostLetters.organization),
    environment: line(mostLetters.environment),
    purpose: line(mostLetters.purpose),
    notes: v.pipe(text(mostLetters.notes), v.transform(plainText)),
    tags: lines(mostEntries.tags),
    usedIn: lines(mostEntries.usedIn),
    /** null: for none. */
    standbyFor: v.nullable(id),
    baseUrl: text(mostLetters.baseUrl),
    service: line(mostLetters.service),
    webPage: v.pipe(text(mostLetters.webPage), v.regex(/^(?:https:\/\/[^\s@]+)?$/)),
    variable: v.pipe(text(mostLetters.variable), v.regex(/^(?:[A-Za-z_]\w*)?$/)),
    expiresAt: v.nullable(time),
    rotateBy: v.nullable(time),
    copyFreely: v.boolean(),
    /** null: as in the settings. */
    checkEveryMinutes: v.nullable(within([0, 7 * 24 * 60])),
  }),
)
export type AboutInput = v.InferOutput<typeof about>

declare const answer: unique symbol
/** What a message is answered with; only its type is there. */
export type AnsweredBy<R> = { readonly [answer]: R }

/** A request that is answered with something else than "done, or why not". */
export const answers =
  <R>() =>
  <S>(request: S) =>
    request as S & AnsweredBy<R>
