/** Whose a key is that Keyway only keeps: the service's name, its web page, the variable that programs read. No secret. */

import { useId } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AboutInput } from '../../../protocol/messages.ts'
import { isVariableName, isWebPage } from '../../../providers/checked-fields.ts'

const examples = { service: 'Hugging Face', webPage: 'https://', variable: 'HF_TOKEN' }

type Props = { about: AboutInput; onChange: (about: AboutInput) => void }

export function ServiceFields({ about, onChange }: Props) {
  return (
    <div className="stack">
      <p className="small quiet">{t('Keyway keeps this key. It cannot test it.')}</p>
      <ServiceField
        name={t('Service')}
        field="service"
        most={80}
        value={about.service}
        onChange={service => onChange({ ...about, service })}
      />
      <ServiceField
        name={t('Web page')}
        field="webPage"
        most={300}
        value={about.webPage}
        onChange={webPage => onChange({ ...about, webPage })}
        wrong={
          isEmptyOr(isWebPage, about.webPage)
            ? undefined
            : t('A web page’s address begins with {start}.', { start: examples.webPage })
        }
      />
      <ServiceField
        name={t('Environment variable')}
        field="variable"
        most={80}
        value={about.variable}
        onChange={variable => onChange({ ...about, variable })}
        wrong={
          isEmptyOr(isVariableName, about.variable)
            ? undefined
            : t('A variable’s name has letters, digits and _ only.')
        }
      />
    </div>
  )
}

const isEmptyOr = (is: (text: string) => boolean, text = ''): boolean => text.trim() === '' || is(text.trim())

/** Can what was typed be kept as it is? */
export const isServiceSound = ({ webPage, variable }: AboutInput): boolean =>
  isEmptyOr(isWebPage, webPage) && isEmptyOr(isVariableName, variable)

type Field = {
  name: string
  field: 'service' | 'webPage' | 'variable'
  most: number
  value: string | undefined
  onChange: (value: string) => void
  wrong?: string | undefined
}

function ServiceField({ name, field, most, value = '', onChange, wrong }: Field) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="off"
        maxLength={most}
        placeholder={examples[field]}
        data-field={field}
        value={value}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={`${id}-hint`}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <span id={`${id}-hint`} className="hint wrong" role={wrong === undefined ? undefined : 'alert'}>
        {wrong}
      </span>
    </div>
  )
}
