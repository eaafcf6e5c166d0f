/** Paste a key: what it is, or what is wrong with it, is said before anything is saved. */

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AboutInput } from '../extension/messages.ts'
import { send } from '../extension/send.ts'
import { t } from '../extension/texts.ts'
import { cleanAbout } from '../ui/about.ts'
import { useAction } from '../ui/action.ts'
import { BackBar } from '../ui/back-bar.tsx'
import { KeyFields } from '../ui/key-fields.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { type Pasted, PasteField } from '../ui/paste-field.tsx'

export default function Add({ onDone }: { onDone: () => void }) {
  const [pasted, setPasted] = useState<Pasted>({ text: '' })
  const [usable, setUsable] = useState(false)
  const [about, setAbout] = useState<AboutInput>({})
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = useAction(() => send('screen.paste', { ...pasted, about: cleanAbout(about) }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!usable) return field.current?.focus()
    if (!(await save.run())) return
    setPasted({ text: '' })
    onDone()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <BackBar title={t('Add a key')} onBack={onDone} />
      <PasteField
        ref={field}
        value={pasted}
        onChange={value => {
          setPasted(value)
          save.clear()
        }}
        onUsable={setUsable}
      />
      <KeyFields about={about} onChange={setAbout} short />
      <FailureNotice failure={save.failure} />
      <button
        type="submit"
        className="button main wide"
        data-keyway="commit"
        aria-disabled={!usable || save.busy}
      >
        {save.busy ? t('Saving…') : t('Save to the vault')}
      </button>
    </form>
  )
}
