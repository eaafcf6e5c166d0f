/** Another expiry date for a key at the platform: the date can be moved again until it comes. */
import { useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { day } from '../../../i18n/time.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { ActThere } from './act-there.tsx'
import { type ChangeProps, useChangeKey } from './use-change-key.ts'

/** A year at most (API reference, project API keys, 2026-11). */
const choices = [7, 30, 90, 365] as const
type Days = (typeof choices)[number]
const secondsOfDay = 86_400

export const expiryWords = ({ expiresAt }: ChangeProps['shown']): string =>
  expiresAt === undefined
    ? t('Not known')
    : expiresAt === null
      ? t('No expiry date')
      : t('Expires {day}', { day: day(expiresAt) })

export function KeyExpiry(props: ChangeProps) {
  const { shown } = props
  const [isOpen, setIsOpen] = useState(false)
  const [days, setDays] = useState<Days>(90)
  const [isDone, setIsDone] = useState(false)
  const change = useChangeKey(props, () => {
    setIsOpen(false)
    setIsDone(true)
  })
  return (
    <ActThere
      name={t('Expiry')}
      now={
        <span role="status">
          {isDone ? t('OpenAI changed the key.') : ''} {expiryWords(shown)}
        </span>
      }
      button={t('Set an expiry…')}
      isOpen={isOpen}
      failure={change.failure}
      onPress={() => setIsOpen(!isOpen)}
    >
      <SelectField
        label={t('From today on')}
        className="field narrow"
        value={days}
        options={choices.map(count => [count, plural({ one: '1 day', other: '{count} days' }, count)])}
        onChoose={setDays}
        hint={
          shown.expiresAt
            ? t('You can move the date again until it comes.')
            : t('Only OpenAI’s own page takes a date away again.')
        }
      />
      <div>
        <Button
          className="button main"
          isBusy={change.busy}
          data-keyway="set-expiry"
          onPress={() => change.run({ expires_in_seconds: days * secondsOfDay })}
        >
          {plural({ one: 'Expire in {count} day', other: 'Expire in {count} days' }, days)}
        </Button>
      </div>
    </ActThere>
  )
}
