/** A hint about a name that will tell nothing in a year, with a better one where purpose and environment are known. Pure. */

import { hasLookAlikes } from '../../../i18n/look-alikes.ts'
import { t } from '../../../i18n/t.ts'
import type { AboutInput } from '../../../protocol/messages.ts'

const empty =
  /^(?:my|the|a|new|old|first|second|openai|chat ?gpt|gpt|api|secret|test(?:ing)?|key|keys|default|untitled|unnamed|foo|bar|asdf|qwerty|x|temp|tmp|stuff|thing|[^\p{L}])+$/iu

export function nameHint({ label = '', purpose, environment }: AboutInput): string | undefined {
  const name = label.trim()
  if (/\bsk-[\w-]{8,}/.test(name)) return t('A name is no place for a key: it is shown in lists and notices.')
  if (hasLookAlikes(name)) return t('This name mixes letters of two alphabets that look alike.')
  if (name === '' || !empty.test(name.replace(/[\s_-]+/g, ''))) return undefined
  return t('In a year “{name}” will not say which program stops when it is revoked. Better: {better}.', {
    name,
    better: suggestion(purpose, environment),
  })
}

/** "Production-Support-Chatbot-v1". */
function suggestion(purpose = '', environment = ''): string {
  const parts = `${environment || 'Production'} ${purpose || 'Chatbot'}`.match(/[\p{L}\p{N}]+/gu) ?? []
  return [...parts.map(part => part.charAt(0).toUpperCase() + part.slice(1)), 'v1'].join('-').slice(0, 60)
}
