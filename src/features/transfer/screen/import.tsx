/** Keys from a backup, a .env file or a plain list. Everything is shown before anything is written. */

import { type ChangeEvent, type FormEvent, useId, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useWindowEvent } from '../../../ui/pieces/use-window-event.ts'
import { SecretArea } from '../../../ui/secret/secret-area.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { digests, type Preview, previewBackup, previewText, withDuplicates } from '../core/import-preview.ts'
import { openBackup } from './backup-file.ts'
import { ImportList } from './import-list.tsx'

const biggest = 5_000_000

export function Import() {
  const [sealed, setSealed] = useState<Uint8Array | null>(null)
  const [hasText, setHasText] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const passphrase = useRef<HTMLInputElement>(null)
  const id = useId()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const forget = () => {
    setSealed(null)
    setHasText(false)
    setPreview(null)
    setProblem('')
  }
  useWindowEvent('pagehide', forget)

  const show = async (found: Preview) => {
    setHasText(false)
    setSealed(null)
    const doubles = await send('screen.findDuplicates', await digests(found))
    setPreview(
      doubles.ok
        ? withDuplicates(
            found,
            doubles.keys.map(key => key?.label ?? null),
          )
        : found,
    )
  }
  const open = useAction(
    async () => openBackup(sealed ?? new Uint8Array(), passphrase.current?.value ?? ''),
    ({ text: opened }) => void show(previewBackup(opened)),
  )
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? []
    event.currentTarget.value = ''
    setSaid('')
    setProblem('')
    if (!file) return
    if (file.size > biggest) return setProblem(t('This file is too big to be a list of keys.'))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const start = new TextDecoder().decode(bytes.slice(0, 200))
    if (/^age-encryption\.org|^\s*-----BEGIN AGE/.test(start)) setSealed(bytes)
    else await show(previewText(new TextDecoder().decode(bytes)))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sealed) void open.run()
    else if (hasText) void show(previewText(area.current?.value ?? ''))
  }

  if (preview)
    return (
      <ImportList
        preview={preview}
        onLeave={forget}
        onDone={count => {
          forget()
          setSaid(
            plural(
              {
                one: 'One key is in the vault now, and being tested.',
                other: '{count} keys are in the vault now, and being tested.',
              },
              count,
            ),
          )
        }}
      />
    )
  return (
    <form className="stack narrow" onSubmit={submit}>
      <div role="status">{said && <Notice tone="works">{said}</Notice>}</div>
      {sealed ? (
        <>
          <SecretField
            label={t("The backup's passphrase")}
            ref={passphrase}
            invalid={open.failure !== null}
          />
          <FailureNotice failure={open.failure} />
          <div className="cluster">
            <button type="submit" className="button main" aria-disabled={open.busy}>
              {open.busy ? t('Opening…') : t('Open it')}
            </button>
            <Button className="button plain" onPress={forget}>
              {t('Another file')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <label className="field">
            <span>{t('A file')}</span>
            <input type="file" accept=".age,.env,.txt,.csv,.json,text/plain" onChange={choose} />
            <span className="hint">
              {t('A Keyway backup (.age), a .env file, or a list of names and keys.')}
            </span>
          </label>
          <div className="field">
            <label htmlFor={id}>{t('Or paste a list')}</label>
            <SecretArea
              ref={area}
              id={id}
              placeholder="OPENAI_API_KEY=…"
              onType={() => setHasText(area.current?.value.trim() !== '')}
            />
          </div>
          <div role="alert">{problem && <Notice tone="rejected">{problem}</Notice>}</div>
          <div>
            <button type="submit" className="button" disabled={!hasText}>
              {t('Review')}
            </button>
          </div>
        </>
      )}
    </form>
  )
}
