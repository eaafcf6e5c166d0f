/** What the system's notifications say: the label (not while locked), the cause in plain words; pressing one opens the guide. */

import { plural, t } from '../../../i18n/t.ts'
import type { wordsFrom } from '../../../providers/answers/verdict-text.ts'
import type { Notice } from '../core/health-state.ts'
import { sayReminder } from '../core/reminders.ts'

type WordsFor = ReturnType<typeof wordsFrom>
export type Notification = { id: string; title: string; message: string }

const nameOf = ({ label }: Notice): string => (label === undefined ? t('One of your keys') : `“${label}”`)

function sentence(notice: Notice, wordsFor: WordsFor): string {
  const { kind, text, reminder } = notice
  if (text !== undefined) return text
  if (reminder) return sayReminder(reminder, nameOf(notice))
  if (kind === 'good') return t('{key} works again.', { key: nameOf(notice) })
  if (kind === 'dead') return t('{key} is revoked: the provider refuses it now.', { key: nameOf(notice) })
  if (kind === 'not_dead')
    return t('{key} was not refused in half an hour. Look whether you revoked it.', {
      key: nameOf(notice),
    })
  const words = wordsOf(notice, wordsFor)
  return words ? `${nameOf(notice)}: ${words.sentence}` : t('{key} needs you.', { key: nameOf(notice) })
}

const wordsOf = (notice: Notice, wordsFor: WordsFor) =>
  notice.verdict &&
  wordsFor(notice.verdict, { provider: notice.provider, ...(notice.keyKind && { kind: notice.keyKind }) })

/** One notification for all that happened together. */
export function compose(notices: readonly Notice[], wordsFor: WordsFor): Notification | undefined {
  const [first] = notices
  if (!first) return undefined
  if (notices.length === 1) {
    const words = wordsOf(first, wordsFor)
    const guide = first.guide ?? (first.kind === 'bad' ? words?.guide : undefined) ?? ''
    const title =
      first.kind === 'bad' ? `${first.label ?? t('A key')}: ${words?.short ?? t('needs you')}` : 'Keyway'
    return {
      id: `health:${guide}:${first.keyId}:`,
      title,
      message: [sentence(first, wordsFor), first.kind === 'bad' && words?.fix].filter(Boolean).join(' '),
    }
  }
  const bad = notices.filter(notice => notice.kind === 'bad').length
  const labels = [...new Set(notices.map(notice => notice.label).filter(label => label !== undefined))]
  const named =
    labels.length > 4
      ? plural({ one: '{keys} and {count} more', other: '{keys} and {count} more' }, labels.length - 4, {
          keys: labels.slice(0, 4).join(', '),
        })
      : labels.join(', ')
  return {
    id: 'health:::',
    title:
      bad > 0
        ? plural({ one: '1 key needs you', other: '{count} keys need you' }, bad)
        : plural(
            { one: '{count} message about your keys', other: '{count} messages about your keys' },
            notices.length,
          ),
    message: named === '' ? t('Unlock Keyway to see which.') : named,
  }
}

/** What a press on the notification opens. Those that were shown before an update end with what was wrong then. */
export function pressed(id: string): { guide?: string; keyId?: string } | undefined {
  const [, guide, keyId] = /^health:([a-z-]*):([\w.:-]*):[a-z_]*$/.exec(id) ?? []
  if (guide === undefined) return undefined
  return { ...(guide && { guide }), ...(keyId && { keyId }) }
}
