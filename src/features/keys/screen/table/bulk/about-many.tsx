/** Sets the environment of many keys, or adds a tag to them; what else they have stays. */
import { type FormEvent, useId, useState } from 'react'
import { plural, t } from '../../../../../i18n/t.ts'
import { send } from '../../../../../platform/send.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'
import { useAction } from '../../../../../ui/action.ts'
import { FailureNotice } from '../../../../../ui/notice.tsx'
import { Button } from '../../../../../ui/pieces/button.tsx'
import { TextField } from '../../../../../ui/pieces/text-field.tsx'
import { cleanAbout } from '../../../core/about.ts'
import { Environments } from '../../key-fields.tsx'
import { forEachKey } from './many-keys.ts'

type Props = {
  keys: KeyRow[]
  field: 'environment' | 'tags'
  onClose: () => void
  onSay: (words: string) => void
}

export function AboutMany({ keys, field, onClose, onSay }: Props) {
  const id = useId()
  const [text, setText] = useState('')
  const patchOf = (row: KeyRow) =>
    cleanAbout(
      field === 'environment'
        ? { environment: text }
        : { tags: [...new Set([...(row.tags ?? []), text.trim()])] },
    )
  const save = useAction(
    async () => {
      const { done, failed } = await forEachKey(keys, row =>
        send('screen.edit', { id: row.id, about: patchOf(row) }),
      )
      const [first] = failed
      if (first) return first.failure
      return { ok: true as const, count: done.length }
    },
    ({ count }) => {
      onSay(plural({ one: '{count} key changed.', other: '{count} keys changed.' }, count))
      onClose()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (field === 'environment' || text.trim() !== '') void save.run()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={field === 'environment' ? t('Environment') : t('Tag')}
        list={field === 'environment' ? id : undefined}
        maxLength={60}
        placeholder={field === 'environment' ? t('Development, Production…') : t('client-x, chatbot')}
        value={text}
        onText={setText}
      >
        {field === 'environment' && <Environments id={id} />}
      </TextField>
      <FailureNotice failure={save.failure} />
      <div className="cluster">
        <button type="submit" className="button main" aria-disabled={save.busy}>
          {save.busy
            ? t('Saving…')
            : plural({ one: 'Save for {count} key', other: 'Save for {count} keys' }, keys.length)}
        </button>
        <Button className="button plain" isBusy={save.busy} onPress={onClose}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  )
}
