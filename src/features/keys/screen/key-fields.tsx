/** What a person says about a key: its name, where it belongs, what it is for. No secret among the fields. */

import { useId } from 'react'
import { locale, plural, t } from '../../../i18n/t.ts'
import { fromDateField, toDateField } from '../../../i18n/time.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { environmentsNamed } from '../core/environments-named.ts'
import { nameHint } from '../core/name-hint.ts'
import { ServiceFields } from './service-fields.tsx'

const listed = new Intl.ListFormat(locale(), { type: 'conjunction' })

export const environments = [t('Development'), t('Staging'), t('Production'), t('Personal')]

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
  const more = (
    <>
      <label className="field">
        <span>{t('Project')}</span>
        <input
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-field="project"
          value={about.project ?? ''}
          onChange={event => set({ project: event.currentTarget.value })}
        />
      </label>
      <label className="field">
        <span>{t('What it is for')}</span>
        <input
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={t('Support chatbot')}
          data-field="purpose"
          value={about.purpose ?? ''}
          onChange={event => set({ purpose: event.currentTarget.value })}
        />
      </label>
      <label className="field">
        <span>{t('Replace by')}</span>
        <input
          type="date"
          data-field="rotateBy"
          value={toDateField(about.rotateBy ?? undefined)}
          onChange={event => set({ rotateBy: fromDateField(event.currentTarget.value) })}
        />
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
      </label>
      <label className="field">
        <span>{t('Expires')}</span>
        <input
          type="date"
          data-field="expiresAt"
          value={toDateField(about.expiresAt ?? undefined)}
          onChange={event => set({ expiresAt: fromDateField(event.currentTarget.value) })}
        />
        {expiryRequired && <SetByOrganization>{t('Required')}</SetByOrganization>}
      </label>
      <label className="field">
        <span>{t('Used in')}</span>
        <input
          autoComplete="off"
          spellCheck={false}
          placeholder={t('my-bot/.env, GitHub Actions')}
          data-field="usedIn"
          value={(about.usedIn ?? []).join(', ')}
          onChange={event => set({ usedIn: list(event.currentTarget.value) })}
        />
      </label>
      <label className="field">
        <span>{t('Tags')}</span>
        <input
          autoComplete="off"
          spellCheck={false}
          placeholder={t('client-x, chatbot')}
          data-field="tags"
          value={(about.tags ?? []).join(', ')}
          onChange={event => set({ tags: list(event.currentTarget.value) })}
        />
      </label>
      <label className="field">
        <span>{t('Notes')}</span>
        <textarea
          autoComplete="off"
          spellCheck={false}
          maxLength={5000}
          data-field="notes"
          value={about.notes ?? ''}
          onChange={event => set({ notes: event.currentTarget.value })}
        />
      </label>
    </>
  )
  return (
    <div className="stack">
      {isOther && <ServiceFields about={about} onChange={onChange} />}
      <label className="field">
        <span>{t('Name')}</span>
        <input
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="Production-Chatbot-v1"
          data-field="label"
          value={about.label ?? ''}
          onChange={event => set({ label: event.currentTarget.value })}
        />
        {hint !== undefined && (
          <span className="hint" role="status">
            {hint}
          </span>
        )}
      </label>
      <label className="field">
        <span>{t('Environment')}</span>
        <input
          list={`${id}-environments`}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          placeholder={t('Development, Production…')}
          data-field="environment"
          value={about.environment ?? ''}
          onChange={event => set({ environment: event.currentTarget.value })}
        />
        <datalist id={`${id}-environments`}>
          {environments.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {shared.length > 1 && (
          <span className="hint" role="status">
            {t('Used in {environments}. Create a key for each: a test can spend production’s money.', {
              environments: listed.format(shared),
            })}
          </span>
        )}
      </label>
      {short ? (
        <details>
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
