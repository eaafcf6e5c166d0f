/** What may be changed of a key before it is imported: whose it is, where its shape leaves that open, and its environment. */
import { t } from '../../../i18n/t.ts'
import { providerName, serviceName } from '../../../providers/provider-names.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { type Candidate, choices } from '../core/import-preview.ts'

type Props = {
  candidate: Candidate
  provider: ProviderId | undefined
  environment: string
  onProvider: (provider: ProviderId) => void
  onEnvironment: (name: string) => void
}

export function ImportColumns({
  candidate: { key },
  provider,
  environment,
  onProvider,
  onEnvironment,
}: Props) {
  const { label } = key
  const offered = choices(key.secret)
  // A server on this computer, in a backup, is nobody's choice here.
  const isFixed = provider !== undefined && (offered.length === 1 || !offered.includes(provider))
  return (
    <span className="import-columns">
      {isFixed ? (
        <span>{serviceName({ ...key, provider })}</span>
      ) : (
        <select
          data-keyway="whose"
          aria-label={t('Provider of “{label}”', { label })}
          value={provider ?? ''}
          onChange={event => onProvider(event.currentTarget.value as ProviderId)}
        >
          <option value="" disabled>
            {t('Choose the provider')}
          </option>
          {offered.map(id => (
            <option key={id} value={id}>
              {providerName(id)}
            </option>
          ))}
        </select>
      )}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        placeholder={t('Environment')}
        aria-label={t('Environment of “{label}”', { label })}
        value={environment}
        onChange={event => onEnvironment(event.currentTarget.value)}
      />
    </span>
  )
}
