/** A standby key, written by one press into the projects that the failed key was put into. Never by itself; runs in the dashboard. */
import FolderOpen from 'lucide-react/icons/folder-open'
import { useEffect, useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { foldersOf, type UsedIn } from '../../../../platform/folders.ts'
import { allowFolder } from '../../../../platform/screen/folder-picker.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useProven } from '../../../lock/screen/proof.tsx'
import { fileOf, type Job, takeOver } from '../plan-job.ts'
import { formOf } from './written-before.tsx'

/** `why`: absent where it was written. */
type Place = { name: string; why?: string }
type Props = {
  /** The key that fails, or that is replaced. */
  old: KeyRow
  standby: KeyRow
  /** So many projects still hold the old one, and no other. */
  onLeft?: (count: number) => void
}

export default function PutStandby({ old, standby, onLeft }: Props) {
  const [open, setOpen] = useState<UsedIn[]>([])
  const [places, setPlaces] = useState<Place[]>([])
  useEffect(() => {
    let isGone = false
    void placesToUpdate(old.id, standby.id).then(left => !isGone && setOpen(left))
    return () => {
      isGone = true
    }
  }, [old.id, standby.id])
  useEffect(() => onLeft?.(open.length), [open, onLeft])
  const put = useProven(
    () => putInto(open, old, standby),
    async ({ places }) => {
      setPlaces(places)
      setOpen(await placesToUpdate(old.id, standby.id))
    },
    t('The key is about to be written into a file.'),
  )
  const written = places.filter(({ why }) => why === undefined).map(({ name }) => name)
  const refused = places.flatMap(({ why }) => why ?? [])
  return (
    <>
      {open.length > 0 && (
        <div>
          <Button isBusy={put.busy} data-keyway="put-standby" onPress={() => put.run()}>
            <FolderOpen size={15} aria-hidden="true" />
            {open.length === 1
              ? t('Put it in “{name}”', { name: open[0]?.folder.name ?? '' })
              : plural(
                  { one: 'Put it in {count} project', other: 'Put it in {count} projects' },
                  open.length,
                )}
          </Button>
        </div>
      )}
      {put.dialog}
      {written.length > 0 && (
        <Notice tone="works" live>
          {t('Done: {files}. Restart the programs that read it.', { files: written.join(', ') })}
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="needs" live action={<a href={`#keys/${standby.id}/project`}>{t('Review')}</a>}>
          {refused.join(' ')}
        </Notice>
      )}
      <FailureNotice failure={put.failure} />
    </>
  )
}

async function putInto(open: UsedIn[], old: KeyRow, standby: KeyRow) {
  const jobs: Job[] = []
  const places: Place[] = []
  // The browser asks while the press still counts as one: all questions come first.
  for (const place of open) {
    const { folder, recipients = '' } = place
    if (await allowFolder(folder).catch(() => false)) jobs.push({ folder, form: formOf(place), recipients })
    else {
      const why = t('The browser did not open “{name}”. Press again to allow it.', { name: folder.name })
      places.push({ name: folder.name, why })
    }
  }
  let row = standby
  for (const job of jobs) {
    const name = `${job.folder.name}/${fileOf(job, row)}`
    const done = await takeOver(old, row, job)
    if (!done.ok && done.code === 'proof_needed') return done
    places.push(done.ok ? { name } : { name, why: done.message })
    // What was noted of the first place has to be there when the second is noted.
    if (done.ok) row = { ...row, usedIn: [...new Set([...(row.usedIn ?? []), name])] }
  }
  return { ok: true as const, places }
}

/** The places into which the old key was written, and the standby key has not been written since. */
async function placesToUpdate(oldId: string, standbyId: string): Promise<UsedIn[]> {
  const [before, since] = await Promise.all([foldersOf(oldId), foldersOf(standbyId)])
  const left: UsedIn[] = []
  for (const place of before) {
    let isThere = false
    for (const { folder, form, at } of since)
      isThere ||= at > place.at && form === place.form && (await folder.isSameEntry(place.folder))
    if (!isThere) left.push(place)
  }
  return left
}
