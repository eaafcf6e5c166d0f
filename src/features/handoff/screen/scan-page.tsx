/** Looks for keys that lie about: in a folder and its git history, in files, or in a text before it is sent. Nothing leaves the computer. */

import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { opensFolders, pickFolder } from '../../../platform/screen/folder-picker.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextArea } from '../../../ui/pieces/text-field.tsx'
import { Title } from '../../../ui/title.tsx'
import { ScanGuard } from './scan/scan-guard.tsx'
import { type Result, ScanHits } from './scan/scan-hits.tsx'
import { readFiles, readPasted, readWholeFolder } from './scan/scan-sources.ts'

export default function ScanPage(_: { rest: string[] }) {
  const [text, setText] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const read = useAction(
    async (work: () => Promise<Result | null>) => {
      try {
        return { ok: true as const, result: await work() }
      } catch {
        return {
          ok: false as const,
          code: 'unreadable' as const,
          message: t('That could not be read to its end.'),
        }
      }
    },
    reply => setResult(reply.result),
  )
  const pick = () =>
    read.run(async () => {
      const picked = await pickFolder('read').catch(() => null)
      return picked && readWholeFolder(picked)
    })
  const drop = (items: DataTransferItem[], files: File[]) =>
    read.run(async () => {
      // Asked for in the drop's own turn: afterwards the items are gone.
      const handles = await Promise.all(
        items.map(item => (item as Dropped).getAsFileSystemHandle?.() ?? null),
      )
      const folder = handles.find(handle => handle?.kind === 'directory')
      return folder ? readWholeFolder(folder as FileSystemDirectoryHandle) : readFiles(files)
    })
  return (
    <>
      <Title>{t('Leak scan')}</Title>
      <div className="panel-box stack">
        <p className="reading">
          {opensFolders()
            ? t('Keyway looks for keys in a folder, its git history, files or a text.')
            : t(
                'Keyway looks for keys in files or a text. This browser opens no folder to an extension.',
              )}{' '}
          {t('It reads them on your computer and keeps nothing.')}
        </p>
        <div className="cluster">
          {opensFolders() && (
            <Button className="button main" isBusy={read.busy} onPress={pick}>
              {read.busy ? t('Reading…') : t('Pick a folder')}
            </Button>
          )}
          <label
            className="button"
            onDragOver={event => event.preventDefault()}
            onDrop={event => {
              event.preventDefault()
              void drop(
                [...event.dataTransfer.items].filter(({ kind }) => kind === 'file'),
                [...event.dataTransfer.files],
              )
            }}
          >
            {opensFolders()
              ? t('Pick files, or drop files or a folder here')
              : t('Pick files, or drop them here')}
            <input
              type="file"
              multiple
              className="visually-hidden"
              onChange={event => {
                const files = [...(event.currentTarget.files ?? [])]
                event.currentTarget.value = ''
                if (files.length > 0) void read.run(() => readFiles(files))
              }}
            />
          </label>
        </div>
        <form
          className="stack narrow"
          onSubmit={event => {
            event.preventDefault()
            if (text === '') return
            const pasted = text
            setText('')
            void read.run(() => readPasted(pasted))
          }}
        >
          <TextArea label={t('Or paste a text')} value={text} onText={setText} />
          <div>
            <button type="submit" className="button" aria-disabled={text === ''}>
              {t('Scan the text')}
            </button>
          </div>
        </form>
        <FailureNotice failure={read.failure} />
      </div>
      {result && <ScanHits {...result} />}
      <ScanGuard />
    </>
  )
}

type Dropped = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }
