/** The fields that describe a key: its name, where it belongs, what it is for. None of them holds a secret. */

import { useId } from 'react'
import { locale, plural, t } from '../../../i18n/t.ts'
import { fromDateField, toDateField } from '../../../i18n/time.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import { TextArea, TextField } from '../../../ui/pieces/text-field.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { environmentsNamed } from '../core/environments-named.ts'
import { nameHint } from '../core/name-hint.ts'
import { ServiceFields } from './service-fields.tsx'

const listed = new Intl.ListFormat(locale(), { type: 'conjunction' })

const environments = [t('Development'), t('Staging'), t('Production'), t('Personal')]

/** The names that the field for the environment proposes. */
export function Environments({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {environments.map(name => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

/** The fields that a fact can be edited in, by their names in a record. */
export type AboutField =
  | 'label'
  | 'environment'
  | 'project'
  | 'purpose'
  | 'usedIn'
  | 'standbyFor'
  | 'tags'
  | 'expiresAt'
  | 'rotateBy'
  | 'notes'
  | 'service'
  | 'webPage'
  | 'variable'

type Props = {
  about: AboutInput
  onChange: (about: AboutInput) => void
  /** For a new key: what it is called and where it belongs; the rest is folded. */
  short?: boolean
  /** Of another service: which one, is asked too. */
  isOther?: boolean | undefined
}

export function KeyFields({ about, onChange, short, isOther }: Props) {
  const id = useId()
  const hint = nameHint(about)
  const shared = environmentsNamed(about)
  const { expiryRequired, keyAgeDaysAtMost: days } = usePolicy()
  const set = (patch: AboutInput) => onChange({ ...about, ...patch })
  /** A field of one line that holds a text as it is. */
  const text = (field: 'label' | 'project' | 'purpose' | 'environment') => ({
    'data-field': field,
    value: about[field] ?? '',
    onText: (value: string) => set({ [field]: value }),
  })
  /** Words with commas between them. */
  const words = (field: 'usedIn' | 'tags') => ({
    'data-field': field,
    value: (about[field] ?? []).join(', '),
    onText: (value: string) => set({ [field]: list(value) }),
  })
  const date = (field: 'rotateBy' | 'expiresAt') => ({
    type: 'date',
    'data-field': field,
    value: toDateField(about[field] ?? undefined),
    onText: (value: string) => set({ [field]: fromDateField(value) }),
  })
  const more = (
    <>
      <TextField label={t('Project')} maxLength={200} {...text('project')} />
      <TextField
        label={t('Purpose')}
        maxLength={200}
        placeholder={t('Support chatbot')}
        {...text('purpose')}
      />
      <TextField label={t('Replace by')} {...date('rotateBy')}>
        {days !== undefined && (
          <SetByOrganization>
            {plural(
              {
                one: '{count} day after it was made, at most',
                other: '{count} days after it was made, at most',
              },
              days,
            )}
          </SetByOrganization>
        )}
      </TextField>
      <TextField label={t('Expires')} {...date('expiresAt')}>
        {expiryRequired && <SetByOrganization>{t('Required')}</SetByOrganization>}
      </TextField>
      <TextField label={t('Used in')} placeholder={t('my-bot/.env, GitHub Actions')} {...words('usedIn')} />
      <TextField label={t('Tags')} placeholder={t('client-x, chatbot')} {...words('tags')} />
      <TextArea
        label={t('Notes')}
        maxLength={5000}
        data-field="notes"
        value={about.notes ?? ''}
        onText={notes => set({ notes })}
      />
    </>
  )
  return (
    <div className="stack">
      {isOther && <ServiceFields about={about} onChange={onChange} />}
      <TextField label={t('Name')} maxLength={200} placeholder="Production-Chatbot-v1" {...text('label')}>
        {hint !== undefined && (
          <span className="hint" role="status">
            {hint}
          </span>
        )}
      </TextField>
      <TextField
        label={t('Environment')}
        list={`${id}-environments`}
        maxLength={60}
        placeholder={t('Development, Production…')}
        {...text('environment')}
      >
        <Environments id={`${id}-environments`} />
        {shared.length > 1 && (
          <span className="hint" role="status">
            {t('Used in {environments}. Create a key for each: a test can spend production’s money.', {
              environments: listed.format(shared),
            })}
          </span>
        )}
      </TextField>
      {short ? (
        // A field that has to be filled in is not folded away.
        <details open={expiryRequired === true}>
          <summary className="quiet small">{t('More: project, dates, tags, notes')}</summary>
          <div className="stack">{more}</div>
        </details>
      ) : (
        more
      )}
    </div>
  )
}

/** Keeps a trailing ", " while the next one is being typed. */
function list(text: string): string[] {
  return text.split(',').map((part, index) => (index === 0 ? part : part.replace(/^ /, '')))
}
