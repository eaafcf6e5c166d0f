/** Whether checks go on while the vault is locked: three steps, each with its trade-off in one line. */
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

type Props = { value: Answer | null; onChange: (answer: Answer) => void }

export function Watching({ value, onChange }: Props) {
  const isForbidden = usePolicy().checksWhileLocked === false
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Keep checking while locked?')}</strong>
      </legend>
      <Choice
        group="watch"
        name={t('Yes, keep checking')}
        note={t(
          'You learn at once when a key breaks. The trade-off: the checked keys stay readable in the browser’s memory, never on disk, until the browser closes.',
        )}
        isChosen={value === 'session'}
        onChoose={() => onChange('session')}
        isForbidden={isForbidden}
        limit={isForbidden && <SetByOrganization>{t('Not allowed')}</SetByOrganization>}
      />
      <Choice
        group="watch"
        name={t('Yes, and also before I unlock')}
        note={t(
          'Keyway checks from the browser’s start on. The trade-off: the checked keys are also stored for this browser. Whoever can use your account on this computer could use them.',
        )}
        isChosen={value === 'start'}
        onChoose={() => onChange('start')}
        isForbidden={isForbidden}
      />
      <Choice
        group="watch"
        name={t('No, check after I unlock')}
        note={t(
          'No key stays in memory after the lock. The trade-off: you learn of a broken key only when you unlock. Keyway shows since when it has not checked.',
        )}
        isChosen={value === 'never'}
        onChoose={() => onChange('never')}
      />
    </fieldset>
  )
}

/** What the proof before it is asked for. */
export const whyProof = () => t('Keys would stay in memory while the vault is locked.')
