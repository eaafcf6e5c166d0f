/** The filling in of placeholders. Pure. */

import type { Guide, Words } from '../../../guides/guide.ts'
import { locale } from '../../../i18n/t.ts'
import type { Known } from './conditions.ts'

/** Name, fallback, and what a page says in place of a key's value. */
const placeholder = /\{([\w:-]+)(?:\|([^|}]*))?(?:\|[^}]*)?\}/g
/** Those whose value tells which key it is. */
export const keyPlaceholder =
  /\{(label|lastFour|trackingId|project|expires|oldLabel|oldLastFour)(?:\|([^|}]*))?(?:\|([^}]*))?\}/g

/** @returns undefined when a placeholder without fallback has no value. */
export const fillOrNothing = (
  text: string,
  values: Record<string, string | undefined>,
): string | undefined =>
  [...text.matchAll(placeholder)].every(([, name = '', fallback]) => (values[name] ?? fallback) !== undefined)
    ? fill(text, values)
    : undefined

export const fill = (text: string, values: Record<string, string | undefined>): string =>
  text.replace(
    placeholder,
    (_, name: string, fallback: string | undefined) => values[name] ?? fallback ?? '…',
  )

export function fillWords(words: Words, values: Record<string, string | undefined>): Words {
  return Object.fromEntries(Object.entries(words).map(([part, text]) => [part, fill(text, values)])) as Words
}

const day = new Intl.DateTimeFormat(locale(), { dateStyle: 'long' })

/** What placeholders stand for: the new key's facts before the subject's, and the chosen options' `fill`. */
export function valuesFor(guide: Guide, { world, progress }: Known): Record<string, string | undefined> {
  const key = world.made ?? world.subject
  const values: Record<string, string | undefined> = {
    label: key?.label,
    lastFour: key?.lastFour,
    trackingId: key?.trackingId,
    project: key?.project,
    expires: key?.expiresAt === undefined ? undefined : day.format(key.expiresAt),
    oldLabel: world.subject?.label,
    oldLastFour: world.subject?.lastFour,
  }
  for (const choice of guide.choices) {
    const chosen = choice.options.find(option => option.id === progress.choices[choice.id])
    if (chosen) values[`choice:${choice.id}`] = chosen.label
    Object.assign(values, (chosen ?? (choice.with === undefined ? undefined : choice.options[0]))?.fill)
  }
  return values
}
