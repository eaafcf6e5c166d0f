/** Sync is off: what it would do and who would see what; the folder; and the code, where the folder has a sync space already. */
import FolderOpen from 'lucide-react/icons/folder-open'
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { pickFolder } from '../../handoff/screen/project-folder.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { joinSync, type Picked, startSync } from './start-sync.ts'

type Props = { isUnplaced: boolean; onCode: (code: SecretBox) => void }

export function SwitchOn({ isUnplaced, onCode }: Props) {
  const [name, setName] = useState(t('My computer'))
  const [joining, setJoining] = useState<Picked | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = useProven(
    (picked: Picked) => startSync(picked).then(reply => ({ ...reply, picked })),
    reply => {
      if ('join' in reply && reply.join) setJoining(reply.picked)
      if ('code' in reply && reply.code !== undefined) onCode(boxed(reply.code))
    },
    t('Your keys are about to be synced.'),
  )
  const pick = async () => {
    setFailure(null)
    const folder = await pickFolder().catch(() => {
      setFailure({ ok: false, code: 'folder', message: t('The browser did not open this folder.') })
      return null
    })
    if (folder) void start.run({ folder, name: name.trim() || t('My computer') })
  }
  if (joining) return <Join picked={joining} onCancel={() => setJoining(null)} />
  return (
    <div className="stack narrow">
      {isUnplaced && (
        <Notice tone="needs">{t('This browser no longer knows the sync folder. Pick it again.')}</Notice>
      )}
      <p>
        {t(
          'Sync keeps the same keys on all your computers. It uses a folder that a cloud drive, Syncthing or git carries.',
        )}
      </p>
      <p className="quiet">
        {t(
          'Whoever carries the folder sees how many computers there are and when something changed. They see no key, name or note.',
        )}
      </p>
      <p className="quiet">
        {t(
          'Keyway syncs while this dashboard is open and the vault is unlocked. Test history is not synced.',
        )}
      </p>
      <label className="field">
        <span>{t('Name of this computer')}</span>
        <input
          type="text"
          value={name}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setName(event.currentTarget.value)}
        />
      </label>
      <div>
        <Button className="button main" data-keyway="sync-on" isBusy={start.busy} onPress={pick}>
          <FolderOpen size={15} aria-hidden="true" />
          {t('Pick the folder')}
        </Button>
      </div>
      {start.dialog}
      <FailureNotice failure={failure ?? start.failure} />
    </div>
  )
}

function Join({ picked, onCancel }: { picked: Picked; onCancel: () => void }) {
  const code = useRef<HTMLInputElement>(null)
  const join = useProven(
    () => joinSync(picked, code.current?.value ?? ''),
    () => undefined,
    t('Your keys are about to be synced.'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.current?.value) void join.run()
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <p>
        {t(
          'Another computer syncs through this folder. To join, type the sync code from there: Settings, Sync, Add a computer. Both then have the keys of both.',
        )}
      </p>
      <SecretField ref={code} label={t('Sync code')} invalid={join.failure !== null} />
      <div className="cluster">
        <button type="submit" className="button main" data-keyway="sync-join" aria-disabled={join.busy}>
          {join.busy ? t('Joining…') : t('Join')}
        </button>
        <Button className="button plain" onPress={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
      {join.dialog}
      <FailureNotice failure={join.failure} />
    </form>
  )
}
