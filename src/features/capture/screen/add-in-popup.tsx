/** Adding a key in the popup. The form says what the pasted text is, or what is wrong with it, before anything is saved. */

import { type FormEvent, useEffect } from 'react'
import { t } from '../../../i18n/t.ts'
import { BackBar } from '../../../ui/back-bar.tsx'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'

export default function Add({ onDone }: { onDone: () => void }) {
  const form = useNewKey(onDone)
  const { pasted } = form
  useEffect(() => pasted.current?.focus(), [pasted])
  const submit = (event: FormEvent) => {
    if (!form.submit(event)) pasted.current?.focus()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <BackBar title={t('Add a key')} onBack={onDone} />
      <NewKey form={form} />
      <SaveKey form={form} wide />
    </form>
  )
}
