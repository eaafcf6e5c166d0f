/** The field to paste a new key into, while a guide waits for a key that the page copies and does not show. */
import type { FormEvent } from 'react'
import { t } from '../../../i18n/t.ts'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'

export function PasteHere() {
  const form = useNewKey(() => {})
  const submit = (event: FormEvent) => void form.submit(event)
  return (
    <form className="panel-box stack" onSubmit={submit} aria-labelledby="paste-here" data-keyway="paste-here">
      <h2 id="paste-here">{t('Copied it? Paste it here')}</h2>
      <NewKey form={form} />
      <SaveKey form={form} wide />
    </form>
  )
}
