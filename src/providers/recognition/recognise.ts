/** What a pasted text is, and whose key, by every name in and beside it and by its shape. Never throws, repeats no text. */
import { t } from '../../i18n/t.ts'
import type { Recognised } from '../verdict.ts'
import { serviceOf } from './kept-services.ts'
import { readKeyText } from './key-text.ts'
import { namesBeside } from './names-beside.ts'
import type { Whose } from './whose.ts'
import { whoseNamed } from './whose-named.ts'

/**
 * @param names what is known of the key beside the text, the nearest first: a variable's name, a heading, a provider's page. It
 *   counts more than what the text says
 */
export function recognise(text: string, names: readonly string[] = []): Recognised {
  const seen = readKeyText(text, (key, lines, index) =>
    asked(whoseNamed(key, [...names, ...namesBeside(lines, index, key)])),
  )
  const service = seen.provider === 'other' && seen.key ? serviceOf(seen.key) : undefined
  return service ? { ...seen, service } : seen
}

/** Why the person has to be asked, where neither a name nor the shape is certain. */
export function asked({
  isCertain,
  named,
  ...whose
}: Whose): Pick<Recognised, 'provider' | 'kind' | 'question'> {
  if (isCertain) return whose
  if (named === undefined)
    return { ...whose, question: t('Several services make keys that look like this one.') }
  return {
    ...whose,
    question:
      named === 'other'
        ? t('It is named for a service that Keyway cannot test.')
        : t('Its name and its shape do not belong to the same provider.'),
  }
}

export { isAnyKey } from './kept-services.ts'
