/** Where keys are brought from: a file or a folder, chosen or dropped. */
import { type ChangeEvent, type DragEvent, type ReactNode, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { opensFolders, pickFolder } from '../../../platform/screen/folder-picker.ts'
import { fail } from '../../../protocol/failure.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { useNamed } from '../../../ui/pieces/text-field.tsx'

export type Source = File | FileSystemDirectoryHandle

type Props = { onChoose: (sources: Source[]) => void; children: ReactNode }

export function ImportSources({ onChoose, children }: Props) {
  const [isOver, setIsOver] = useState(false)
  const { named, words } = useNamed(
    t('A file'),
    <span className="hint">
      {t(
        'A Keyway backup, a .env file, a shell profile, or the unencrypted export of 1Password, Bitwarden, KeePass, Proton Pass, Dashlane, Chrome, Edge, Doppler, Infisical or Postman. You can drop it here.',
      )}
    </span>,
  )
  const folder = useAction(async () => {
    const picked = await pickFolder('read').catch(() => undefined)
    if (picked === undefined) return fail('folder', t('The browser did not open this folder.'))
    if (picked) onChoose([picked])
    return { ok: true } as const
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.currentTarget.files ?? [])
    event.currentTarget.value = ''
    if (files.length > 0) onChoose(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void dropped(event.dataTransfer).then(sources => sources.length > 0 && onChoose(sources))
  }
  return (
    <section
      className="stack drop-place"
      aria-label={t('Files to import')}
      data-keyway="drop"
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label className="field">
        {words.name}
        <input
          {...named}
          type="file"
          multiple
          accept=".age,.env,.txt,.csv,.json,.xml,.1pux,.zip,.sh,.zshrc,.bashrc,.profile,text/plain"
          onChange={choose}
        />
        {words.about}
      </label>
      {opensFolders() && (
        <div className="stack tight">
          <div>
            <button
              type="button"
              className="button"
              data-keyway="env-folder"
              onClick={() => void folder.run()}
            >
              {t('Choose a folder')}
            </button>
          </div>
          <span className="hint">{t('Keyway reads every .env file in it. You can drop it here.')}</span>
        </div>
      )}
      {folder.failure && <FailureNotice failure={folder.failure} />}
      {children}
    </section>
  )
}

type WithHandle = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }

/** What was dropped, as files and folders. Must be called in the drop's own turn: afterwards the browser has let go of it. */
async function dropped({ items }: DataTransfer): Promise<(File | FileSystemDirectoryHandle)[]> {
  const given = Array.from(items)
    .filter(item => item.kind === 'file')
    .map((item: WithHandle) => ({ file: item.getAsFile(), handle: item.getAsFileSystemHandle?.() }))
  const all = await Promise.all(
    given.map(async ({ file, handle }) => {
      const held = await handle?.catch(() => null)
      return held?.kind === 'directory' ? (held as FileSystemDirectoryHandle) : file
    }),
  )
  return all.filter(one => one !== null)
}
