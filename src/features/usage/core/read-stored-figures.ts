/** Reads stored figures. A history may come from a file, so figures that are not exactly as Keyway writes them are not used. Pure. */
import * as v from 'valibot'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { type FigureName, isKeptFigures } from './kept-figures.ts'

const amount = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.finite(), v.minValue(0))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
const of = v.nullable(v.pipe(v.string(), v.maxLength(200)))
const cost = v.strictObject({ day, dollars: amount, of })
const costs = v.array(cost)

const id = v.pipe(v.string(), v.maxLength(200))

export const report = v.strictObject({
  days: v.pipe(v.array(day), v.minLength(1), v.maxLength(90)),
  costs,
  before: costs,
  usage: v.array(
    v.strictObject({ day, of, requests: count, input: count, cachedInput: count, output: count }),
  ),
  names: v.record(v.string(), v.string()),
  limit: v.nullable(v.strictObject({ dollars: amount, enforcing: v.nullable(v.boolean()) })),
  causes: v.optional(v.array(v.strictObject({ day, project: id, key: id, dollars: amount })), []),
  unread: v.optional(
    v.union([
      v.array(v.strictObject({ about: v.picklist(['costs', 'usage']), day, of })),
      // Before 2026-11-22 it was their count.
      v.pipe(
        v.literal(0),
        v.transform(() => []),
      ),
    ]),
    [],
  ),
  at: time,
})

/** What each key cost in 30 days, pairs of tracking id and US dollars; and the keys that the organization has, as far as it takes to tell which of the vault's they are. */
export const eachKey = v.strictObject({
  costs: v.array(v.tuple([id, amount])),
  /** Keys of which an amount could not be read: what they cost is not known. Null: of which keys is not told. */
  unread: v.optional(v.array(v.nullable(id)), []),
  keys: v.array(
    v.strictObject({
      id,
      kind: v.picklist(['user', 'service', 'admin']),
      redacted: v.pipe(v.string(), v.maxLength(80)),
      createdAt: v.exactOptional(time),
    }),
  ),
  at: time,
})
export type EachKey = v.InferOutput<typeof eachKey>

export function readKept<S extends v.GenericSchema>(
  stored: readonly unknown[],
  name: FigureName,
  schema: S,
): v.InferOutput<S> | null {
  const entry = stored.find(one => isKeptFigures(one) && one.name === name)
  const read = isKeptFigures(entry) ? v.safeParse(schema, parseJson(String(entry.json))) : undefined
  return read?.success ? read.output : null
}
