/** Changes what is said about a key; the key itself cannot be changed. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { AddressField, isServer, usual } from '../../capture/screen/local-server.tsx'
import { checkTimes, neverChecked } from '../../health/screen/check-choices.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { aboutOf, changesIn, cleanAbout } from '../core/about.ts'
import { canStandBy } from '../core/standby.ts'
import { KeyFields } from './key-fields.tsx'
import { isServiceSound } from './service-fields.tsx'

const rhythms: [number | '', string][] = [['', t('As in the settings')], ...checkTimes, neverChecked]

type Props = {
  row: KeyRow
  /** The field that gets the focus first. */
  field?: string | undefined
  onDone: () => void
}

function focusField(form: HTMLFormElement | null, wanted: string): void {
  const fields = form?.querySelectorAll<HTMLElement>('[data-field]') ?? []
  ;([...fields].find(one => one.dataset.field === wanted) ?? fields[0])?.focus()
}

export function EditKey({ row, field, onDone }: Props) {
  const form = useRef<HTMLFormElement>(null)
  // The stored values, not those in force: a limit of the organization must not be saved as the person’s own choice.
  const kept = useSavedKeys().find(one => one.id === row.id) ?? row
  const mayCopyFreely = usePolicy().copyFreely !== false
  const [opened] = useState(() => ({
    ...aboutOf(kept),
    ...(isServer(row.provider) && { baseUrl: row.baseUrl ?? usual(row.provider) }),
  }))
  const [about, setAbout] = useState(opened)
  const save = useProven(
    async () => {
      const reply = await send('screen.edit', { id: row.id, about: cleanAbout(changesIn(about, opened)) })
      if (!reply.ok && reply.code === 'nameless') {
        setAbout(now => ({ ...now, label: opened.label }))
        focusField(form.current, 'label')
      }
      return reply
    },
    onDone,
    t('This key would be less protected than it is now.'),
  )
  useEffect(() => {
    if (field !== undefined) focusField(form.current, field)
  }, [field])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isServiceSound(about)) void save.run()
  }
  // Beside the field that it is about, which may be all that is in sight.
  const isNameless = save.failure?.code === 'nameless'
  return (
    <>
      <form ref={form} className="stack" onSubmit={submit}>
        <FailureNotice failure={isNameless ? save.failure : null} />
        {isServer(row.provider) && (
          <AddressField
            provider={row.provider}
            value={about.baseUrl ?? ''}
            onChange={baseUrl => setAbout({ ...about, baseUrl })}
          />
        )}
        <KeyFields about={about} onChange={setAbout} isOther={isKeptOnly(row)} />
        <StandbyField
          row={row}
          value={about.standbyFor}
          onChange={standbyFor => setAbout({ ...about, standbyFor })}
        />
        {!isKeptOnly(row) && (
          <SelectField
            label={t('Check it')}
            value={about.checkEveryMinutes ?? ''}
            options={rhythms}
            onChoose={minutes => setAbout({ ...about, checkEveryMinutes: minutes === '' ? null : minutes })}
          />
        )}
        <Choice
          name={t('May be copied freely')}
          note={t(
            'Later copies ask for no passphrase. Whoever sits at this unlocked computer can copy the key.',
          )}
          isChosen={mayCopyFreely && (about.copyFreely ?? false)}
          onChoose={copyFreely => setAbout({ ...about, copyFreely })}
          isForbidden={!mayCopyFreely}
          limit={!mayCopyFreely && <SetByOrganization>{t('Not allowed')}</SetByOrganization>}
        />
        <FailureNotice failure={isNameless ? null : save.failure} />
        <div className="cluster">
          <button type="submit" className="button main" aria-disabled={save.busy || !isServiceSound(about)}>
            {save.busy ? t('Saving…') : t('Save')}
          </button>
          <Button className="button plain" isBusy={save.busy} onPress={onDone}>
            {t('Cancel')}
          </Button>
        </div>
      </form>
      {save.dialog}
    </>
  )
}

type StandbyFieldProps = {
  row: KeyRow
  value: string | null | undefined
  onChange: (id: string | null) => void
}

/** For which other key of the same provider this one is kept ready. */
function StandbyField({ row, value, onChange }: StandbyFieldProps) {
  const others = useSavedKeys().filter(one => canStandBy(row, one))
  if (others.length === 0) return null
  return (
    <SelectField
      label={t('Standby for')}
      data-field="standbyFor"
      value={value ?? ''}
      options={[
        ['', t('No other key')],
        ...others.map(
          ({ id, label, lastFour }) => [id, lastFour ? `${label} (…${lastFour})` : label] as const,
        ),
      ]}
      onChoose={id => onChange(id || null)}
      hint={t('A spare key. When the other one fails, Keyway offers this one in its place.')}
    />
  )
}
