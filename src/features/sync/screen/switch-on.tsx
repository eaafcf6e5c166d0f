/** Sync is off: what it would do and who would see what; by what; and the code, where there is a sync space already. */
import Cloud from 'lucide-react/icons/cloud'
import FolderOpen from 'lucide-react/icons/folder-open'
import { type FormEvent, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { opensFolders } from '../../../platform/screen/folder-picker.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { useProven } from '../../lock/screen/proof.tsx'
import { allowedCarriers } from '../../policy/core/policy.ts'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { roomInBrowser } from '../core/browser-items.ts'
import { mostInName, suggestedName } from '../core/computer-name.ts'
import { AskToJoin } from './ask-to-join.tsx'
import { useFolderPick } from './folder-pick.ts'
import { joinSync, type Picked, startSync } from './start-sync.ts'

type Props = { isUnplaced: boolean; onCode: (code: SecretBox) => void }

export function SwitchOn({ isUnplaced, onCode }: Props) {
  const [suggested] = useState(() => suggestedName(navigator.userAgent, Date.now()))
  const [name, setName] = useState(suggested)
  const [joining, setJoining] = useState<Picked | null>(null)
  const { pick, failure } = useFolderPick()
  const allowed = allowedCarriers(usePolicy())
  const start = useProven(
    (picked: Picked, isApart: boolean) => startSync(picked, isApart).then(reply => ({ ...reply, picked })),
    reply => {
      if ('join' in reply && reply.join) setJoining(reply.picked)
      if ('code' in reply && reply.code !== undefined) onCode(boxed(reply.code))
    },
    t('Your keys are about to be synced.'),
  )
  const called = { name: name.trim() || suggested }
  const withFolder = async () => {
    const folder = await pick()
    if (folder) void start.run({ folder, ...called }, false)
  }
  if (joining)
    return (
      <>
        <Join
          picked={joining}
          onApart={joining.folder ? undefined : () => start.run(joining, true)}
          onCancel={() => setJoining(null)}
        />
        {start.dialog}
        <FailureNotice failure={start.failure} />
      </>
    )
  return (
    <div className="stack">
      {isUnplaced && (
        <Notice tone="needs">
          {t('This browser no longer knows how you sync. Choose it again. The keys on this computer stay.')}
        </Notice>
      )}
      <p className="narrow">
        {t('Sync keeps the same keys on all your computers. Keyway has no server for it.')}
      </p>
      <div className="narrow">
        <TextField
          label={t('Name of this computer')}
          type="text"
          maxLength={mostInName}
          value={name}
          onText={setName}
        />
      </div>
      <div className="side-by-side">
        {allowed.includes('browser') && (
          <section className="panel-box stack" aria-labelledby="by-browser">
            <h2 id="by-browser" className="cluster">
              <Cloud size={18} aria-hidden="true" className="tone-accent" />
              {t('Browser sync')}
            </h2>
            <p className="quiet">
              {t('Your browser copies the keys, encrypted, to every computer where you sync extensions.')}{' '}
              {plural(
                { one: 'It has room for about 1 key.', other: 'It has room for about {count} keys.' },
                roomInBrowser,
              )}
            </p>
            <Button
              className="button main"
              data-keyway="sync-browser"
              isBusy={start.busy}
              onPress={() => start.run(called, false)}
            >
              {t('Use browser sync')}
            </Button>
          </section>
        )}
        {allowed.includes('folder') && opensFolders() && (
          <section className="panel-box stack" aria-labelledby="by-folder">
            <h2 id="by-folder" className="cluster">
              <FolderOpen size={18} aria-hidden="true" className="tone-accent" />
              {t('A folder')}
            </h2>
            <p className="quiet">
              {t(
                'Choose a folder that a cloud drive, Syncthing or git copies. It has room for all your keys.',
              )}
            </p>
            <Button data-keyway="sync-on" isBusy={start.busy} onPress={withFolder}>
              {t('Pick the folder')}
            </Button>
          </section>
        )}
      </div>
      <p className="small quiet narrow">
        {t(
          'The service that carries your keys sees how many computers you have and when something changed. It sees no key, name or note.',
        )}{' '}
        {t(
          'Keyway syncs while the vault is unlocked and the dashboard, the side panel or the popup is open. Test history is not synced.',
        )}
      </p>
      {start.dialog}
      <FailureNotice failure={failure ?? start.failure} />
    </div>
  )
}

type JoinProps = { picked: Picked; onApart: (() => unknown) | undefined; onCancel: () => void }

function Join({ picked, onApart, onCancel }: JoinProps) {
  const code = useRef<HTMLInputElement>(null)
  const [isByDigits, setByDigits] = useState(false)
  const join = useProven(
    () => joinSync(picked, code.current?.value ?? ''),
    () => undefined,
    t('Your keys are about to be synced.'),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.current?.value) void join.run()
  }
  if (isByDigits) return <AskToJoin picked={picked} onCancel={onCancel} />
  return (
    <form className="panel-box stack narrow" onSubmit={submit}>
      <p>
        {picked.folder
          ? t(
              'Another computer syncs through this folder. To join, type the sync code from there: Settings, Sync, Add a computer. Both then have the keys of both.',
            )
          : t(
              'Another computer syncs by this browser. To join, type the sync code from there: Settings, Sync, Add a computer. Both then have the keys of both.',
            )}
      </p>
      <SecretField ref={code} label={t('Sync code')} invalid={join.failure !== null} />
      <div className="cluster">
        <button type="submit" className="button main" data-keyway="sync-join" aria-disabled={join.busy}>
          {join.busy ? t('Joining…') : t('Join')}
        </button>
        <Button data-keyway="sync-ask" onPress={() => setByDigits(true)}>
          {t('Use six digits')}
        </Button>
        {onApart && <Button onPress={onApart}>{t('Keep the two vaults apart')}</Button>}
        <Button className="button plain" isBusy={join.busy} onPress={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
      {join.dialog}
      <FailureNotice failure={join.failure} />
    </form>
  )
}
