/** Asks whose key it is, where neither its name nor its shape tells. Until it is answered the key is sent nowhere. */
import { useId } from 'react'
import { t } from '../../../i18n/t.ts'
import { providerIds, providers } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { isAllowed } from '../../policy/core/policy.ts'
import { usePolicy } from '../../policy/screen/use-policy.ts'

/** A server on this computer has a form of its own. */
const remote = providerIds.filter(id => !providers[id].local)

type Props = {
  /** The sentence that says why it is asked. */
  question?: string | undefined
  choices?: readonly ProviderId[]
  value: ProviderId | undefined
  onChange: (provider: ProviderId) => void
}

export function WhoseKey({ question, choices = remote, value, onChange }: Props) {
  const id = useId()
  const policy = usePolicy()
  return (
    <div className="field">
      <label htmlFor={id}>{t('Whose key is it?')}</label>
      <select
        id={id}
        data-keyway="whose"
        aria-describedby={`${id}-why`}
        value={value ?? ''}
        onChange={event => onChange(event.currentTarget.value as ProviderId)}
      >
        <option value="" disabled>
          {t('Choose the provider')}
        </option>
        {choices.map(provider => (
          <option key={provider} value={provider} disabled={!isAllowed(provider, policy)}>
            {isAllowed(provider, policy)
              ? providerName(provider)
              : t('{name} (not allowed by your organization)', { name: providerName(provider) })}
          </option>
        ))}
      </select>
      <span id={`${id}-why`} className="hint">
        {question} {t('Keyway sends it nowhere until you choose.')}
      </span>
    </div>
  )
}
