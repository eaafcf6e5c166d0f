/** What two devices say to each other, on a carrier, while one joins by six digits: nothing of it is secret, all of it may be forged. */
import * as v from 'valibot'

const short = (pattern: RegExp, most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(pattern))
const publicKey = short(/^[\w+/=]+$/, 64)
const common = { format: v.literal('keyway-join'), version: v.literal(1) }

const ask = v.object({
  ...common,
  is: v.literal('ask'),
  /** By the asking device's clock, ms since the epoch. */
  at: v.pipe(v.number(), v.safeInteger()),
  commitment: short(/^[0-9a-f]+$/, 64),
  publicKey: v.optional(publicKey),
})
const answer = v.object({
  ...common,
  is: v.literal('answer'),
  space: short(/^[0-9a-f]+$/, 32),
  publicKey,
  sealed: v.optional(v.pipe(v.string(), v.maxLength(2000))),
})
const note = v.variant('is', [ask, answer])
export type Ask = Omit<v.InferOutput<typeof ask>, keyof typeof common>
export type Answer = Omit<v.InferOutput<typeof answer>, keyof typeof common>
export type Note = Ask | Answer

/** Of one attempt to join, by its id. */
export type Notes = Map<string, { ask?: Ask; answer?: Answer }>

export const noteName = (id: string, is: Note['is']): string => `keyway-join-${id}-${is}`
const namePattern = /^keyway-join-([0-9a-f]{16})-(ask|answer)$/
export const isNoteName = (name: string): boolean => namePattern.test(name)

export const writeNote = (note: Note): string =>
  JSON.stringify({ format: 'keyway-join', version: 1, ...note })

/** @param texts by name; what is no such note, or not what its name says, is left out */
export function readNotes(texts: Iterable<[string, unknown]>): Notes {
  const notes: Notes = new Map()
  for (const [name, text] of texts) {
    const [, id, is] = namePattern.exec(name) ?? []
    const read = typeof text === 'string' ? parse(text) : undefined
    if (id === undefined || read?.is !== is || !read) continue
    notes.set(id, { ...notes.get(id), [read.is]: read })
  }
  return notes
}

function parse(text: string): Note | undefined {
  try {
    const { success, output } = v.safeParse(note, JSON.parse(text))
    return success ? output : undefined
  } catch {
    return undefined
  }
}
