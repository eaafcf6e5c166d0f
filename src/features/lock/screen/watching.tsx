/** Whether checks go on while the vault is locked: three answers, each with its trade-off in one line. */
import { t } from '../../../i18n/t.ts'
import type { Request } from '../../../protocol/messages.ts'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'

/** Each answer as the message says it. */
export const answers = {
  start: { watchWhileLocked: true, watchFromStart: true },
  session: { watchWhileLocked: true },
  never: { watchWhileLocked: false },
} as const satisfies Record<string, Request<'screen.setWatching'>>
export type Answer = keyof typeof answers

/** In the order that they are shown in. */
export const watchChoices: readonly { answer: Answer; name: string; note: string }[] = [
  {
    answer: 'session',
    name: t('Yes, keep checking'),
    note: t(
      'You learn at once when a key breaks. The trade-off: checked keys stay readable in memory, never on disk, until the browser closes.',
    ),
  },
  {
    answer: 'start',
    name: t('Yes, and also before I unlock'),
    note: t(
      'Keyway checks from the browser’s start on. The trade-off: whoever can use your account on this computer could use the checked keys.',
    ),
  },
  {
    answer: 'never',
    name: t('No'),
    note: t('No key stays in memory. The trade-off: you learn of a broken key only when you unlock.'),
  },
]

type Props = { value: Answer | null; onChange: (answer: Answer) => void }

export function Watching({ value, onChange }: Props) {
  const isForbidden = usePolicy().checksWhileLocked === false
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Keep checking while locked?')}</strong>
      </legend>
      {watchChoices.map(({ answer, name, note }, index) => (
        <Choice
          key={answer}
          group="watch"
          name={name}
          note={note}
          isChosen={value === answer}
          onChoose={() => onChange(answer)}
          isForbidden={isForbidden && answer !== 'never'}
          limit={isForbidden && index === 0 && <SetByOrganization>{t('Not allowed')}</SetByOrganization>}
        />
      ))}
    </fieldset>
  )
}

/** What the proof before it is asked for. */
export const whyProof = () => t('Keys would stay in memory while the vault is locked.')
