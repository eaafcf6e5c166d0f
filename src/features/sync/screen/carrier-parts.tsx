/** What carries this computer's keys: how each carrier is, and adding the other one. */
import { t } from '../../../i18n/t.ts'
import { allowFolder, opensFolders } from '../../../platform/screen/folder-picker.ts'
import { readSyncPlace } from '../../../platform/screen/sync-place.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { allowedCarriers } from '../../policy/core/policy.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { useFolderPick } from './folder-pick.ts'
import { startSync, stopCarrier } from './start-sync.ts'
import { type SyncStatus, syncNow } from './sync-status.ts'

export function StoppedCarriers({ carriers }: Pick<SyncStatus, 'carriers'>) {
  const allow = useAction(async () => {
    const folder = (await readSyncPlace())?.folder
    if (folder && !(await allowFolder(folder).catch(() => false)))
      return fail(
        'folder',
        t(
          'The browser did not allow the folder. Press again and choose Allow. If it does not ask, pick the folder again.',
        ),
      )
    await syncNow()
    return { ok: true } as const
  })
  const stopped = (kind: string, by: string) =>
    carriers.some(each => each.kind === kind && each.stoppedBy === by)
  return (
    <>
      {stopped('folder', 'paused') && (
        <Notice
          tone="needs"
          action={
            <>
              <Button isBusy={allow.busy} onPress={allow.run}>
                {t('Allow the folder')}
              </Button>
              <PickFolder>{t('Pick the folder again')}</PickFolder>
            </>
          }
        >
          {t(
            'Sync through the folder is paused. The browser asks again before Keyway may use it. The keys on this computer stay.',
          )}
        </Notice>
      )}
      {stopped('folder', 'forbidden') && (
        <SetByOrganization>
          {t('nothing is synced through a folder. Your keys stay on this computer')}
        </SetByOrganization>
      )}
      {stopped('browser', 'forbidden') && (
        <SetByOrganization>
          {t('nothing is synced by the browser. Your keys stay on this computer')}
        </SetByOrganization>
      )}
      <FailureNotice failure={allow.failure} />
    </>
  )
}

/** For the keys that are synced already: a folder beside what carries them, or in the place of one that is gone. */
function PickFolder({ children }: { children: string }) {
  const { pick, failure } = useFolderPick()
  const add = useProven(
    (folder: FileSystemDirectoryHandle) => startSync({ folder, name: '' }),
    () => undefined,
    t('Your keys are about to be synced.'),
  )
  return (
    <>
      <Button
        isBusy={add.busy}
        onPress={async () => {
          const folder = await pick()
          if (folder) void add.run(folder)
        }}
      >
        {children}
      </Button>
      {add.dialog}
      <FailureNotice failure={failure ?? add.failure} />
    </>
  )
}

/** Where the folder that carries the keys is: for one that was moved, or that the browser gives no more. */
export const FolderAgain = ({ failures }: { failures: (Failure | undefined)[] }) =>
  failures.some(failure => failure?.code === 'folder') && (
    <PickFolder>{t('Pick the folder again')}</PickFolder>
  )

/** A second carrier for the same keys: where one forgets or is full, the other still has them. */
export function AddCarrier({ carriers }: Pick<SyncStatus, 'carriers'>) {
  const policy = usePolicy()
  const add = useProven(
    () => startSync({ name: '' }),
    () => undefined,
    t('Your keys are about to be synced.'),
  )
  const missing = allowedCarriers(policy).filter(kind => !carriers.some(each => each.kind === kind))
  return (
    <>
      {missing.includes('browser') && (
        <Button data-keyway="sync-browser" isBusy={add.busy} onPress={add.run}>
          {t('Use browser sync too')}
        </Button>
      )}
      {missing.includes('folder') && opensFolders() && <PickFolder>{t('Use a folder too')}</PickFolder>}
      {add.dialog}
      <FailureNotice failure={add.failure} />
    </>
  )
}

/** Of two carriers one can go; the last one goes by “Stop syncing here”. */
export function RemoveCarrier({ carriers }: Pick<SyncStatus, 'carriers'>) {
  const stop = useAction(stopCarrier)
  if (carriers.length < 2) return null
  return (
    <>
      <Button data-keyway="sync-no-browser" isBusy={stop.busy} onPress={() => stop.run('browser')}>
        {t('Stop using browser sync')}
      </Button>
      <Button data-keyway="sync-no-folder" isBusy={stop.busy} onPress={() => stop.run('folder')}>
        {t('Stop using the folder')}
      </Button>
      <FailureNotice failure={stop.failure} />
    </>
  )
}
