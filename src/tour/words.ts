/** The sentences that the engine itself says, and the filling in of placeholders. Pure. */

import type { Guide, Words } from '../guides/guide.ts'
import { t, tongue } from '../words/t.ts'
import type { Known } from './conditions.ts'
import type { PageFamily } from './pages.ts'
import { pages } from './pages.ts'

/** One sentence for each way in which a target is not simply there. */
export const sentences = {
  waiting: t('The page is still working. Keyway points as soon as it is there.'),
  hidden: (look: string) =>
    t('It is on this page but out of sight, perhaps behind a dialog that is open. Look for {look}.', {
      look,
    }),
  gone: (look: string) =>
    t('It was here a moment ago and is gone now. It may come back, or the page moved on. Look for {look}.', {
      look,
    }),
  missing: (look: string) => t('Keyway cannot see it on this page. Look for {look}.', { look }),
  ambiguous: (look: string) =>
    t('Several things here look alike, so Keyway does not point at one. Look for {look}.', { look }),
  via: t('It is one step away: open this first.'),
  disabled: t(
    'It is greyed out and the page does not say why. Look for a notice on the page, or ask an owner of the organization.',
  ),
  wrongPage: (families: PageFamily[]) =>
    t('This step is on the page “{title}”.', { title: families[0] ? pages[families[0]].title : '' }),
  noPage: t('Open platform.openai.com in a tab and this step goes on there.'),
  notDrawn: t('The page keeps removing Keyway’s card, so the guide goes on here in the side panel.'),
  unknownPage: t('Keyway does not know this page and points at nothing here.'),
}

const placeholder = /\{([\w:-]+)(?:\|([^}]*))?\}/g

/** @returns undefined when a placeholder without fallback has no value. */
export function fillOrNothing(text: string, values: Record<string, string | undefined>): string | undefined {
  let whole = true
  const filled = text.replace(placeholder, (_, name: string, fallback: string | undefined) => {
    const value = values[name] ?? fallback
    if (value === undefined) whole = false
    return value ?? ''
  })
  return whole ? filled : undefined
}

export const fill = (text: string, values: Record<string, string | undefined>): string =>
  text.replace(
    placeholder,
    (_, name: string, fallback: string | undefined) => values[name] ?? fallback ?? '…',
  )

export function fillWords(words: Words, values: Record<string, string | undefined>): Words {
  return Object.fromEntries(Object.entries(words).map(([part, text]) => [part, fill(text, values)])) as Words
}

const day = new Intl.DateTimeFormat(tongue(), { dateStyle: 'long' })

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
