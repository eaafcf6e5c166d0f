/** Pasting a key in the dashboard, with everything there is to say about it. */

import { type FormEvent, useState } from 'react'
import type { AboutInput } from '../extension/messages.ts'
import { send } from '../extension/send.ts'
import { t } from '../extension/texts.ts'
import { cleanAbout } from '../ui/about.ts'
import { useAction } from '../ui/action.ts'
import { KeyFields } from '../ui/key-fields.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { type Pasted, PasteField } from '../ui/paste-field.tsx'
import { rich } from '../ui/rich.tsx'
import { Title } from '../ui/title.tsx'
import { go } from './route.ts'

export default function AddKey() {
  const [pasted, setPasted] = useState<Pasted>({ text: '' })
  const [usable, setUsable] = useState(false)
  const [about, setAbout] = useState<AboutInput>({})
  const save = useAction(
    () => send('screen.paste', { ...pasted, about: cleanAbout(about) }),
    reply => {
      setPasted({ text: '' })
      go('keys', reply.id)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (usable) void save.run()
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <Title>{t('Add a key')}</Title>
      <PasteField value={pasted} onChange={setPasted} onUsable={setUsable} />
      <KeyFields about={about} onChange={setAbout} />
      <FailureNotice failure={save.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button main"
          data-keyway="commit"
          aria-disabled={!usable || save.busy}
        >
          {save.busy ? t('Saving…') : t('Save to the vault')}
        </button>
        <a className="button plain" href="#keys">
          {t('Not now')}
        </a>
      </div>
      <p className="small quiet">
        {rich(t('Many at once? {link}.'), {
          link: <a href="#backup/import">{t('Import a .env file or a list')}</a>,
        })}
      </p>
    </form>
  )
}
