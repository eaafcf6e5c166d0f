/** Figures of the last time, kept sealed with the admin key that read them: taken out while new ones are awaited. */
import type * as v from 'valibot'
import { send } from '../../../platform/send.ts'
import type { FigureName } from '../core/kept-figures.ts'
import { readKept } from '../core/read-stored-figures.ts'

/** @returns null where there are none, or none that can be read */
export async function loadKept<S extends v.GenericSchema>(
  id: string,
  name: FigureName,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const reply = await send('screen.history', { id })
  return reply.ok ? readKept(reply.entries, name, schema) : null
}

/** Characters that the message takes. */
const mostKept = 100_000

/** Nobody waits for it: what could not be kept is asked for again. */
export function keep(id: string, name: FigureName, figures: unknown): void {
  const json = JSON.stringify(figures)
  if (json.length <= mostKept) void send('screen.keepFigures', { id, name, json })
}
