/** Add a key: what it is, or what is wrong with it, is said before anything is saved. */

import { type FormEvent, useEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import { BackBar } from '../../../ui/back-bar.tsx'
import { NewKey, SaveKey, useNewKey } from './new-key.tsx'

export default function Add({ onDone }: { onDone: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const form = useNewKey(onDone)
  const submit = (event: FormEvent) => {
    if (!form.submit(event)) field.current?.focus()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <BackBar title={t('Add a key')} onBack={onDone} />
      <NewKey ref={field} form={form} short />
      <SaveKey form={form} wide />
    </form>
  )
}
