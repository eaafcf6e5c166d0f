/** When a step applies, for whoever reads the guide before it runs. Pure. */
import type { Choice, Condition, Guide } from '../../../../guides/guide.ts'
import { t } from '../../../../i18n/t.ts'
import { entries } from '../../../../providers/answers/cause-texts.ts'

const list = (texts: string[]): string => texts.map(text => `“${text}”`).join(t(' or '))

const labelsOf = ({ options }: Choice, ids: string[]): string =>
  list(options.filter(({ id }) => ids.includes(id)).map(({ label }) => label))

const choiceOf = (guide: Guide, id: string) => guide.choices.find(choice => choice.id === id)

/** @returns a heading such as 'If you chose “Company”'; undefined for a condition that reading cannot answer. */
export function conditionInWords(guide: Guide, condition: Condition): string | undefined {
  if ('chosen' in condition) {
    const choice = choiceOf(guide, condition.chosen)
    return choice && t('If you chose {options}', { options: labelsOf(choice, condition.is) })
  }
  if ('cause' in condition)
    return t('If the test says {statuses}', {
      statuses: list([...new Set(condition.cause.map(cause => entries[cause][0]))]),
    })
  if ('key' in condition) {
    if (condition.key === 'saved') return t('If the key is in your vault')
    if (condition.key === 'known') return t('If Keyway knows which key it is about')
  }
  if ('not' in condition) return negated(guide, condition.not)
  if ('all' in condition) return joined(guide, condition.all)
  if ('any' in condition) return conditionInWords(guide, condition.any[0] ?? condition)
  return undefined
}

function negated(guide: Guide, condition: Condition): string | undefined {
  if ('chosen' in condition) {
    const choice = choiceOf(guide, condition.chosen)
    return choice && t('Unless you chose {options}', { options: labelsOf(choice, condition.is) })
  }
  const asked = 'any' in condition ? condition.any[0] : condition
  if (asked && 'key' in asked && asked.key === 'saved') return t('If the key is not in your vault')
  if (asked && 'key' in asked && asked.key === 'known')
    return t('If Keyway does not know which key it is about')
  return undefined
}

/** Of several conditions the cause tells a reader most. */
const joined = (guide: Guide, conditions: Condition[]): string | undefined =>
  conditionInWords(guide, conditions.find(one => 'cause' in one) ?? conditions[0] ?? { all: [] })
