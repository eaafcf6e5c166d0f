/** Reads a page’s answer to the question which key it shows. Every part of it is checked; where there are several keys the person chooses. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import { isObject } from '../../../providers/provider.ts'
import type { KeyKind, Recognised } from '../../../providers/verdict.ts'
import { mask } from '../../copy/core/mask.ts'
import { readExpiry } from '../core/read-expiry.ts'

export type ShownKey = {
  key: string
  kind: KeyKind | undefined
  name: string | undefined
  project: string | undefined
  expiresAt: number | undefined
}

/** Of more keys than this nobody can choose by their last characters: then the page counts as showing none. */
const mostKeys = 8

/**
 * @param choice the mask of the one that the person chose, where there were several
 * @returns the key, or the masks to choose from, or why there is none
 */
export function readShown(
  answer: unknown,
  recognise: (text: string) => Recognised,
  now: number,
  choice?: string,
): ShownKey | { masks: string[] } | Failure {
  const said = isObject(answer) ? answer : {}
  const single = textOf(said.key, 1000, true)
  const given = single === undefined ? listOf(said) : [single]
  const seen = given.map(key => ({ key, ...readOne(key, recognise) }))
  const whole = seen.filter(one => one.code === undefined)
  const [first] = whole
  if (!first)
    return seen.some(one => one.code === 'masked') ? masked : said.hidden === true ? outOfSight : nothingShown
  const chosen =
    choice === undefined
      ? single === undefined
        ? []
        : [first]
      : whole.filter(one => mask(one.key) === choice)
  const [only] = chosen
  if (choice !== undefined && chosen.length !== 1) return notThere
  if (!only) return { masks: [...new Set(whole.map(one => mask(one.key)))] }
  return {
    key: only.key,
    kind: only.kind,
    name: textOf(said.name, 200),
    project: textOf(said.project, 200),
    expiresAt: readExpiry(textOf(said.expires, 100), now),
  }
}

function readOne(
  key: string,
  recognise: (text: string) => Recognised,
): { kind?: KeyKind | undefined; code?: 'masked' | 'other' } {
  const seen = recognise(key)
  if (seen.problems.some(problem => problem.code === 'masked' || problem.code === 'truncated'))
    return { code: 'masked' }
  if (seen.key !== key || seen.provider !== 'openai') return { code: 'other' }
  return { kind: seen.kind }
}

function listOf({ keys }: Record<string, unknown>): string[] {
  if (!Array.isArray(keys) || keys.length > mostKeys) return []
  const texts = keys.map(key => textOf(key, 1000, true)).filter(key => key !== undefined)
  return [...new Set(texts)]
}

/** One text of the page’s answer, without control characters and cut to size; with `exact`, a text that would have to be changed is left out. */
function textOf(value: unknown, most: number, exact = false): string | undefined {
  if (typeof value !== 'string') return undefined
  const clean = value
    .slice(0, most)
    .replace(/\p{C}+/gu, ' ')
    .trim()
  return clean === '' || (exact && clean !== value) ? undefined : clean
}

const nothingShown = fail(
  'nothing_shown',
  t('Keyway sees no new key there. If you see one, copy and paste it into Keyway.'),
)
const outOfSight = fail(
  'out_of_sight',
  t('Not all of that key is in sight. Uncover it, or copy and paste it into Keyway.'),
)
const masked = fail('masked', t('The page shows a shortened key. The whole one is shown only once.'))
const notThere = fail(
  'gone',
  t('That key is gone, or there twice. If you see it, copy and paste it into Keyway.'),
)

export const notThePlatform = fail(
  'not_the_platform',
  t('Keyway takes keys from platform.openai.com only. Another tab is in front.'),
)
export const choose = fail('choose', t('Is it your key or an example? Choose in the side panel.'))
