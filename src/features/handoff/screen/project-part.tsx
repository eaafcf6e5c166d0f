/**
 * "Add to a project": the key in a file of the folder that the program starts in, plain or encrypted, shown before anything is written. The
 * key is asked for when the folder has been picked and again when it is written; between the two the page holds none.
 */

import FolderOpen from 'lucide-react/icons/folder-open'
import { useEffect, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { foldersOf, recipientsFor, type UsedIn } from '../../../platform/folders.ts'
import { allowFolder, opensFolders, pickFolder } from '../../../platform/screen/folder-picker.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { standsByFor } from '../../keys/core/standby.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { encryptedForms, type FormId, formIds } from '../core/encrypted/project-forms.ts'
import { readRecipients } from '../core/encrypted/recipients.ts'
import { FormChoice } from './form-choice.tsx'
import { type Job, kindOf, look, type Planned, write } from './plan-job.ts'
import { ProjectDone } from './project-done.tsx'
import { ProjectPreview } from './project-preview.tsx'
import { formOf, WrittenBefore } from './standby/written-before.tsx'

type At = { step: 'pick' } | { step: 'preview' | 'done'; planned: Planned }

type Props = { row: KeyRow; former?: string | undefined }

/** @param former the key that this one replaces: its projects are offered */
export default function ProjectPart({ row, former }: Props) {
  const [at, setAt] = useState<At>({ step: 'pick' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [used, setUsed] = useState<UsedIn[]>([])
  const [theirs, setTheirs] = useState<UsedIn[]>([])
  const rows = useSavedKeys()
  /** The key that this one replaces, or is kept ready for: where that is, this may be wanted. */
  const first = rows.find(({ id }) => id === former && id !== row.id) ?? standsByFor(row, rows)
  const firstId = first?.id
  const { projectFiles } = usePolicy()
  const allowed = formIds.filter(id => projectFiles?.includes(kindOf(id)) !== false)
  const [wanted, setForm] = useState<FormId>('env')
  const form = allowed.includes(wanted) ? wanted : (allowed[0] ?? 'env')
  // Undefined: not typed by the person, so each project keeps its own.
  const [typed, setTyped] = useState<string>()
  const [known, setKnown] = useState('')
  useEffect(() => {
    let isGone = false
    void foldersOf(row.id).then(found => !isGone && setUsed(found))
    if (firstId !== undefined) void foldersOf(firstId).then(found => !isGone && setTheirs(found))
    void recipientsFor().then(found => !isGone && setKnown(found ?? ''))
    return () => {
      isGone = true
    }
  }, [row.id, firstId])

  const why = t('The key is about to be written into a file.')
  const looking = useProven(
    (job: Job) => look(row, job),
    planned => setAt({ step: 'preview', planned }),
    why,
  )
  const writing = useProven(
    (shown: Planned) => write(row, shown),
    planned => setAt({ step: planned.isNew ? 'preview' : 'done', planned }),
    why,
  )

  const pick = async () => {
    setFailure(null)
    const read = readRecipients(typed ?? known)
    if (form !== 'env' && encryptedForms[form].needsRecipients && !read.ok) return setFailure(read)
    const folder = await pickFolder().catch(unreadable(setFailure))
    if (!folder) return
    void looking.run({ folder, form, recipients: typed ?? (await recipientsFor(folder)) ?? '' })
  }
  const again = async (place: UsedIn) => {
    setFailure(null)
    const { folder, recipients = '' } = place
    if (await allowFolder(folder).catch(() => false))
      void looking.run({ folder, form: formOf(place), recipients })
  }

  const line = <code>{variableName(row)}=…</code>
  if (!opensFolders())
    return (
      <p className="reading">
        {t(
          'This browser opens no folder to an extension, so Keyway cannot write into a project’s files here. Copy the key instead.',
        )}
      </p>
    )
  if (allowed.length === 0)
    return <SetByOrganization>{t('keys are not written into files of a project')}</SetByOrganization>
  return (
    <div className="stack loose narrow">
      {at.step === 'pick' && (
        <>
          <p>
            {form === 'env'
              ? rich(
                  t(
                    'Pick the folder your program starts in. Keyway writes {line} into its {envFile}, and covers that file in {ignoreFile}.',
                  ),
                  { line, envFile: <code>.env</code>, ignoreFile: <code>.gitignore</code> },
                )
              : rich(
                  t(
                    'Pick the folder your program starts in. Keyway encrypts {line} and writes no plain text into the folder.',
                  ),
                  { line },
                )}
          </p>
          {allowed.length < formIds.length && (
            <SetByOrganization>
              {allowed.includes('env') ? t('.env only') : t('encrypted files only')}
            </SetByOrganization>
          )}
          <FormChoice
            form={form}
            allowed={allowed}
            onForm={setForm}
            recipients={typed ?? known}
            onRecipients={setTyped}
            onRefused={setFailure}
          />
          <div>
            <button type="button" className="button main" onClick={() => void pick()}>
              <FolderOpen size={15} aria-hidden="true" />
              {t('Pick the folder')}
            </button>
          </div>
        </>
      )}
      {at.step === 'preview' && (
        <ProjectPreview
          planned={at.planned}
          busy={writing.busy}
          onWrite={() => void writing.run(at.planned)}
          onLeave={() => setAt({ step: 'pick' })}
        />
      )}
      {at.step === 'done' && (
        <>
          <ProjectDone job={at.planned.job} row={row} />
          <div>
            <Button onPress={() => setAt({ step: 'pick' })}>{t('Add it to another project')}</Button>
          </div>
        </>
      )}
      {looking.dialog}
      {writing.dialog}
      <FailureNotice failure={failure ?? looking.failure ?? writing.failure} />
      <WrittenBefore
        title={t('Written before')}
        press={t('Write it there again')}
        places={used}
        row={row}
        onPress={place => void again(place)}
      />
      {first && (
        <WrittenBefore
          title={t('Where “{label}” is', { label: first.label })}
          press={t('Put it there')}
          places={theirs}
          row={row}
          onPress={place => void again(place)}
        />
      )}
    </div>
  )
}

function unreadable(tell: (failure: Failure) => void) {
  return () => {
    tell({ ok: false, code: 'folder', message: t('The browser does not let an extension into that folder.') })
    return null
  }
}
