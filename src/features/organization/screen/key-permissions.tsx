/** Other permissions for a key at the platform. What it may do now the platform does not tell, so that cannot be put back. */
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { ActThere } from './act-there.tsx'
import { endOf, TypedEnd } from './typed-end.tsx'
import { type ChangeProps, useChangeKey } from './use-change-key.ts'

type Rights = 'read' | 'all'
const names: Record<Rights, string> = { read: t('Allow reading only'), all: t('Allow everything') }
/** `[]` is all permissions, `api.all.read` reading (API reference, project API keys, 2026-11). */
const scopes: Record<Rights, string[]> = { read: ['api.all.read'], all: [] }

export function KeyPermissions(props: ChangeProps) {
  const { shown } = props
  const [isOpen, setIsOpen] = useState(false)
  const [rights, setRights] = useState<Rights>('read')
  const [typed, setTyped] = useState('')
  const [set, setSet] = useState<Rights>()
  const change = useChangeKey(props, () => {
    setIsOpen(false)
    setTyped('')
    setSet(rights)
  })
  const isReady = typed.trim() === endOf(shown) && !change.busy
  return (
    <ActThere
      name={t('Permissions')}
      now={
        <span role="status">
          {set === undefined
            ? t('OpenAI does not tell them')
            : set === 'read'
              ? t('OpenAI changed the key. It may only read.')
              : t('OpenAI changed the key. It may do everything.')}
        </span>
      }
      button={t('Change permissions…')}
      isOpen={isOpen}
      failure={change.failure}
      onPress={() => setIsOpen(!isOpen)}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (isReady) void change.run({ scopes: scopes[rights] })
        }}
      >
        <SelectField
          label={t('This key may')}
          className="field narrow"
          value={rights}
          options={Object.entries(names) as [Rights, string][]}
          onChoose={setRights}
          hint={t(
            'Keyway cannot put the old permissions back. Single permissions can be chosen only on OpenAI’s own page.',
          )}
        />
        <TypedEnd shown={shown} typed={typed} onText={setTyped} />
        <div>
          <button type="submit" className="button main" aria-disabled={!isReady} data-keyway="change-rights">
            {names[rights]}
          </button>
        </div>
      </form>
    </ActThere>
  )
}
