/**
 * "Put it in my project": the one line of .env, and a .gitignore that covers it, shown before anything is written. The key
 * is asked for when the folder has been picked and again when it is written; between the two the page holds none.
 */

import FolderOpen from 'lucide-react/icons/folder-open'
import { useEffect, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { foldersOf, rememberFolder, type UsedIn } from '../../../platform/folders.ts'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { mask } from '../../copy/core/mask.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { fileKinds } from '../../policy/core/policy.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { type Plan, planProject } from '../core/project-plan.ts'
import { allowFolder, pickFolder, readFolder, writeFolder } from './project-folder.ts'
import { type GoodPlan, ProjectPreview } from './project-preview.tsx'

type At =
  | { step: 'pick' }
  | { step: 'preview'; folder: FileSystemDirectoryHandle; plan: GoodPlan }
  | { step: 'done'; folder: FileSystemDirectoryHandle; plan: GoodPlan }

export default function ProjectPart({ row }: { row: KeyRow }) {
  const [at, setAt] = useState<At>({ step: 'pick' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [used, setUsed] = useState<UsedIn[]>([])
  const name = variableName(row)
  const { projectFiles } = usePolicy()
  useEffect(() => {
    let gone = false
    void foldersOf(row.id).then(found => !gone && setUsed(found))
    return () => {
      gone = true
    }
  }, [row.id])

  const look = useProven(
    (folder: FileSystemDirectoryHandle) => withSecret(row, folder, async plan => ({ plan })),
    ({ plan, folder }) => setAt({ step: 'preview', folder, plan }),
    t('The key is about to be written into a file.'),
  )
  const write = useProven(
    (folder: FileSystemDirectoryHandle) =>
      withSecret(row, folder, async plan => {
        const changes = [plan.gitignore, plan.env].filter(change => change !== null)
        await writeFolder(
          folder,
          changes.filter(change => change.change !== 'same'),
        )
        await rememberFolder(row.id, folder)
        return { plan }
      }),
    ({ plan, folder }) => {
      setAt({ step: 'done', folder, plan })
      const place = `${folder.name}/.env`
      const usedIn = [...new Set([...(row.usedIn ?? []), place])]
      void send('screen.edit', { id: row.id, about: { usedIn } })
    },
    t('The key is about to be written into a file.'),
  )
  const pick = async () => {
    setFailure(null)
    const folder = await pickFolder().catch(unreadable(setFailure))
    if (folder) void look.run(folder)
  }
  const again = async (folder: FileSystemDirectoryHandle) => {
    setFailure(null)
    if (await allowFolder(folder).catch(() => false)) void look.run(folder)
  }

  if (projectFiles && !fileKinds.some(kind => projectFiles.includes(kind)))
    return <SetByOrganization>{t('keys are not written into files of a project')}</SetByOrganization>
  return (
    <div className="stack loose narrow">
      <p>
        {rich(
          t(
            'Pick the folder your program starts in. Keyway writes one line, {line}, into its {envFile} and sees to it that {ignoreFile} covers that file. Nothing goes through the clipboard.',
          ),
          {
            line: <code>{name}=…</code>,
            envFile: <code>.env</code>,
            ignoreFile: <code>.gitignore</code>,
          },
        )}
      </p>
      {at.step === 'pick' && (
        <div>
          <button type="button" className="button main" onClick={() => void pick()}>
            <FolderOpen size={15} aria-hidden="true" />
            {t('Pick the folder')}
          </button>
        </div>
      )}
      {at.step === 'preview' && (
        <ProjectPreview
          folder={at.folder.name}
          plan={at.plan}
          busy={write.busy}
          onWrite={() => void write.run(at.folder)}
          onLeave={() => setAt({ step: 'pick' })}
        />
      )}
      {at.step === 'done' && (
        <Notice tone="works" live>
          {rich(
            t(
              'Done. {file} holds the key. Restart your program, and its editor or terminal if it reads the variable from there.',
            ),
            { file: <code>{`${at.folder.name}/.env`}</code> },
          )}
        </Notice>
      )}
      {look.dialog}
      {write.dialog}
      <FailureNotice failure={failure ?? look.failure ?? write.failure} />
      {used.length > 0 && (
        <section className="stack tight" aria-labelledby="used-here">
          <h3 id="used-here">{t('Written before')}</h3>
          <ul className="stack tight">
            {used.map(place => (
              <li key={`${place.folder.name}${place.at}`} className="cluster ends">
                <span>
                  <code>{`${place.folder.name}/.env`}</code>{' '}
                  <span className="small quiet">{ago(place.at)}</span>
                </span>
                <button type="button" className="button" onClick={() => void again(place.folder)}>
                  {t('Write it there again')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Pulls the key, plans with it, and lets go of it when `use` is through. */
async function withSecret(
  row: KeyRow,
  folder: FileSystemDirectoryHandle,
  use: (plan: GoodPlan) => Promise<{ plan: GoodPlan }>,
): Promise<{ ok: true; plan: GoodPlan; folder: FileSystemDirectoryHandle } | Failure> {
  const pulled = await send('screen.pull', { id: row.id, reason: 'write' })
  if (!pulled.ok) return pulled
  try {
    const plan: Plan = planProject(
      await readFolder(folder),
      variableName(row),
      pulled.secret,
      mask(pulled.secret),
    )
    return plan.ok ? { ok: true, folder, ...(await use(plan)) } : plan
  } catch {
    return {
      ok: false,
      code: 'folder',
      message: t(
        'Keyway could not read or write in “{name}”. Nothing was changed, or only in part: look at the folder.',
        { name: folder.name },
      ),
    }
  }
}

function unreadable(tell: (failure: Failure) => void) {
  return () => {
    tell({ ok: false, code: 'folder', message: t('The browser does not let an extension into that folder.') })
    return null
  }
}
