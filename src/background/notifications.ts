/** What the system's notifications say: the label (not while locked), the cause in plain words; pressing one opens the guide. */

import type { Notice } from '../health/state.ts'
import type { wordsFrom } from '../providers/say.ts'

type WordsFor = ReturnType<typeof wordsFrom>
export type Notification = { id: string; title: string; message: string }

const nameOf = ({ label }: Notice): string => (label === undefined ? 'One of your keys' : `“${label}”`)

function sentence(notice: Notice, wordsFor: WordsFor): string {
  const { kind, text } = notice
  if (text !== undefined) return text
  if (kind === 'good') return `${nameOf(notice)} works again.`
  if (kind === 'dead') return `${nameOf(notice)} is dead: the provider refuses it now.`
  if (kind === 'not_dead')
    return `${nameOf(notice)} still works, half an hour after it should be dead. Look whether it was really revoked.`
  const words = wordsOf(notice, wordsFor)
  return words ? `${nameOf(notice)}: ${words.sentence}` : `${nameOf(notice)} needs you.`
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
      first.kind === 'bad' ? `${first.label ?? 'A key'}: ${words?.short ?? 'needs you'}` : 'Keyway'
    return {
      id: `health:${guide}:${first.keyId}`,
      title,
      message: [sentence(first, wordsFor), first.kind === 'bad' && words?.mend].filter(Boolean).join(' '),
    }
  }
  const bad = notices.filter(notice => notice.kind === 'bad').length
  const labels = [...new Set(notices.map(notice => notice.label).filter(label => label !== undefined))]
  const named = labels.slice(0, 4).join(', ') + (labels.length > 4 ? ` and ${labels.length - 4} more` : '')
  return {
    id: 'health::',
    title:
      bad > 0
        ? `${bad} ${bad === 1 ? 'key needs' : 'keys need'} you`
        : `${notices.length} messages about your keys`,
    message: named === '' ? 'Unlock Keyway to see which.' : named,
  }
}

/** What a press on the notification opens. */
export function pressed(id: string): { guide?: string; keyId?: string } | undefined {
  const parts = /^health:([a-z-]*):([\w.:-]*)$/.exec(id)
  if (!parts) return undefined
  return { ...(parts[1] && { guide: parts[1] }), ...(parts[2] && { keyId: parts[2] }) }
}
