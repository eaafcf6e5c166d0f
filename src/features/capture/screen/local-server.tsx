/** A server on the person's own computer: which one, where it listens, and the key it asks for, if any. */
import { type Ref, useId } from 'react'
import { t } from '../../../i18n/t.ts'
import { baseUrlOf } from '../../../providers/hosts.ts'
import { providerIds, providers } from '../../../providers/list.ts'
import { providerName } from '../../../providers/provider-names.ts'
import type { ProviderId } from '../../../providers/verdict.ts'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'

const servers = providerIds.filter(id => providers[id].local)

/** Which server, and where it listens. */
export type Server = { provider: ProviderId; baseUrl: string }

/** The form’s values when it opens. */
export const firstServer = (): Server => ({ provider: 'ollama', baseUrl: usual('ollama') })
export const usual = (provider: ProviderId): string => providers[provider].baseUrl
export const isServer = (provider: ProviderId | undefined): provider is ProviderId =>
  provider !== undefined && providers[provider].local === true

type Props = { value: Server; onChange: (value: Server) => void; secret: Ref<HTMLInputElement> }

export function LocalServer({ value, onChange, secret }: Props) {
  const choose = (provider: ProviderId) => {
    // When another server is chosen, an address that the person typed stays; the usual address of the former server is replaced.
    const typed = value.baseUrl !== usual(value.provider) && value.baseUrl
    onChange({ ...value, provider, baseUrl: typed || usual(provider) })
  }
  return (
    <div className="stack">
      <SelectField
        label={t('Server')}
        value={value.provider}
        options={servers.map(id => [id, providerName(id)])}
        onChoose={choose}
      />
      <AddressField
        provider={value.provider}
        value={value.baseUrl}
        onChange={baseUrl => onChange({ ...value, baseUrl })}
      />
      <SecretField
        label={t('Key, if it asks for one')}
        ref={secret}
        hint={t('If empty, programs that need a key get the word “none”.')}
      />
    </div>
  )
}

type Address = { provider: ProviderId; value: string; onChange: (value: string) => void }

/** Says while the person types why an address would be refused. */
export function AddressField({ provider, value, onChange }: Address) {
  const id = useId()
  const wrong = value.trim() !== '' && baseUrlOf({ provider, baseUrl: value.trim() }) === null
  return (
    <div className="field">
      <label htmlFor={id}>{t('Address')}</label>
      <input
        id={id}
        className="mono"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        maxLength={300}
        placeholder={usual(provider)}
        value={value}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-hint`}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <span className={wrong ? 'hint wrong' : 'hint'} id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
        {wrong
          ? t('Keyway asks servers on this computer only: an address that begins with {numbers} or {name}.', {
              numbers: 'http://127.0.0.1',
              name: 'http://localhost',
            })
          : t('On this computer only. Nothing is sent anywhere else.')}
      </span>
    </div>
  )
}
