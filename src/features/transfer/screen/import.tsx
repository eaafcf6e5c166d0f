/** Keys from a backup, a .env file or a plain list. Everything is shown before anything is written. */

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { isFailure } from '../../../protocol/failure.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useWindowEvent } from '../../../ui/pieces/use-window-event.ts'
import { SecretArea } from '../../../ui/secret/secret-area.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { digests, type Preview, previewBackup, previewText, withDuplicates } from '../core/import-preview.ts'
import { openBackup } from './backup-file.ts'
import { ImportList } from './import-list.tsx'
import { ImportSources, type Source } from './import-sources.tsx'
import { readSources } from './read-sources.ts'
import { ResultLines } from './result-lines.tsx'

export function Import() {
  const [sealed, setSealed] = useState<Uint8Array | null>(null)
  const [hasText, setHasText] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const passphrase = useRef<HTMLInputElement>(null)
  const id = useId()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [said, setSaid] = useState<string[]>([])
  const [sources, setSources] = useState<Source[]>([])
  const forget = () => {
    setSealed(null)
    setHasText(false)
    setPreview(null)
    setSources([])
  }
  useWindowEvent('pagehide', forget)
  // The file is chosen: what it takes next is its passphrase.
  useEffect(() => {
    if (sealed) passphrase.current?.focus()
  }, [sealed])

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
  const choose = useAction(
    async (sources: Source[]) => {
      setSaid([])
      const read = await readSources(sources)
      return isFailure(read) ? read : { ok: true as const, read, sources }
    },
    async ({ read, sources }) => {
      if ('sealed' in read) return setSealed(read.sealed)
      setSources(sources)
      await show(read)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sealed) void open.run()
    else if (hasText) {
      setSaid([])
      void show(previewText(area.current?.value ?? ''))
    }
  }

  if (preview)
    return (
      <ImportList
        preview={preview}
        onLeave={forget}
        onDone={(count, tested) => {
          forget()
          setSaid([...imported(count, tested), ...whereItLies(sources)])
        }}
      />
    )
  return (
    <form className="stack narrow" onSubmit={submit}>
      <ResultLines lines={said} />
      {sealed ? (
        <>
          <SecretField
            label={t('The backup’s passphrase')}
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
          <ImportSources onChoose={sources => void choose.run(sources)}>
            <div className="field">
              <label htmlFor={id}>{t('Or paste a list')}</label>
              <SecretArea
                ref={area}
                id={id}
                placeholder="OPENAI_API_KEY=…"
                onType={() => setHasText(area.current?.value.trim() !== '')}
              />
            </div>
          </ImportSources>
          {choose.busy && <p role="status">{t('Reading…')}</p>}
          <FailureNotice failure={choose.failure} />
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

/** @param tested how many of them Keyway can test */
function imported(count: number, tested: number): string[] {
  const said = plural(
    { one: 'One key is in the vault now.', other: '{count} keys are in the vault now.' },
    count,
  )
  const kept = t('Keyway keeps keys of other services. It cannot test them.')
  return [tested < count ? `${said} ${kept}` : said]
}

/** What was imported still lies where it lay. Of a file that was chosen the browser tells no more than its name. */
const whereItLies = (sources: readonly Source[]): string[] =>
  sources.map(source =>
    source instanceof File
      ? t(
          'Delete the file yourself: “{name}” still holds every key in plain text. The browser does not tell Keyway its folder.',
          { name: source.name },
        )
      : t('The .env files in “{name}” still hold these keys, because your programs read them there.', {
          name: source.name,
        }),
  )
