/** The last choice. The old bytes are kept under another name. */

import { type FormEvent, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { TextField } from '../../../../ui/pieces/text-field.tsx'

const word = 'start over'

export function StartOver() {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const start = useAction(
    () => send('screen.startOver', { confirm: word }),
    () => void openOwnPage('welcome'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim().toLowerCase() === word) void start.run()
  }
  if (!open)
    return (
      <>
        <p className="quiet">
          {t(
            'This makes a new, empty vault. Keyway keeps what is stored now under another name, in case it can be repaired.',
          )}
        </p>
        <div>
          <Button className="button danger" onPress={() => setOpen(true)}>
            {t('Start over')}
          </Button>
        </div>
      </>
    )
  return (
    <form className="stack" onSubmit={submit}>
      <TextField label={t('Type “{word}” if you mean it', { word })} value={typed} onText={setTyped} />
      <FailureNotice failure={start.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button danger"
          aria-disabled={start.busy || typed.trim().toLowerCase() !== word}
        >
          {t('Start over with an empty vault')}
        </button>
        <Button className="button plain" isBusy={start.busy} onPress={() => setOpen(false)}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
