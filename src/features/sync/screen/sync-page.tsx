/** Sync: off until it is switched on; then how it goes, with which computers, and what came from where. */
import RefreshCw from 'lucide-react/icons/refresh-cw'
import { type FormEvent, useEffect, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { allowedCarriers } from '../../policy/core/policy.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { mostInName } from '../core/computer-name.ts'
import { AddCarrier, FolderAgain, RemoveCarrier, StoppedCarriers } from './carrier-parts.tsx'
import { LetJoin } from './let-join.tsx'
import { makeCode, renameComputer, stopSync } from './start-sync.ts'
import { SwitchOn } from './switch-on.tsx'
import { SyncCode } from './sync-code.tsx'
import { syncNow, useSyncStatus } from './sync-status.ts'
import { deviceWords, eventWords, statusWords, warningsOf } from './sync-words.ts'

export default function SyncPage(_: { rest: string[] }) {
  const { phase } = useSyncStatus()
  const [code, setCode] = useState<SecretBox | null>(null)
  useEffect(() => void syncNow(), [])
  const isForbidden = allowedCarriers(usePolicy()).length === 0
  return (
    <>
      <Title>{t('Sync')}</Title>
      {isForbidden ? (
        <SetByOrganization>{t('keys are not synced. They stay on this computer')}</SetByOrganization>
      ) : code ? (
        <SyncCode code={code} onDone={() => setCode(null)} />
      ) : phase === 'unknown' ? null : phase === 'off' || phase === 'unplaced' ? (
        <SwitchOn isUnplaced={phase === 'unplaced'} onCode={setCode} />
      ) : (
        <SyncOn onCode={setCode} />
      )}
    </>
  )
}

function SyncOn({ onCode }: { onCode: (code: SecretBox) => void }) {
  const status = useSyncStatus()
  const { isRunning, result, failure, carriers, devices, events } = status
  const add = useProven(
    makeCode,
    reply => onCode(boxed(reply.code)),
    t('Another computer is about to get your keys.'),
  )
  const stop = useAction(stopSync)
  const [isLettingJoin, setLettingJoin] = useState(false)
  const usable = carriers.filter(({ stoppedBy }) => !stoppedBy)
  if (isLettingJoin)
    return <LetJoin carriers={usable.map(({ kind }) => kind)} onDone={() => setLettingJoin(false)} />
  return (
    <div className="stack">
      <StoppedCarriers carriers={carriers} />
      <section className="panel-box cluster ends" aria-label={t('Now')}>
        <p role="status" data-keyway="sync-status">
          {usable.length > 0 && statusWords(status)}{' '}
          {usable.length > 0 && result?.isWaiting && t('Your latest change leaves in half a minute.')}
        </p>
        <Button isBusy={isRunning} onPress={() => syncNow()}>
          <RefreshCw size={15} aria-hidden="true" />
          {t('Sync now')}
        </Button>
      </section>
      <FailureNotice failure={failure ?? null} />
      <FolderAgain failures={[failure, ...(result?.failures ?? [])]} />
      {result && result.asks.length > 0 && <SyncAsks ids={result.asks} />}
      {result &&
        warningsOf(result).map(text => (
          <Notice key={text} tone="needs">
            {text}
          </Notice>
        ))}
      <p className="quiet">
        {t(
          'Keyway syncs while the vault is unlocked and the dashboard, the side panel or the popup is open.',
        )}{' '}
        {carriers.length > 1 && t('A computer that uses only one of the two gets nothing through the other.')}
      </p>
      <section className="panel-box stack" aria-labelledby="sync-devices">
        <h2 id="sync-devices">{t('Other computers')}</h2>
        {devices.length === 0 ? (
          <p className="quiet">{t('None has joined yet.')}</p>
        ) : (
          <ul className="stack tight">
            {devices.map(device => (
              <li key={device.id}>{deviceWords(device)}</li>
            ))}
          </ul>
        )}
        {devices.length === 0 && carriers.some(({ kind }) => kind === 'browser') && (
          <p className="quiet">
            {t(
              'The browser does not tell Keyway whether it syncs. If a computer stays missing, open the browser’s sync settings on both: sign in, and sync extensions. Your keys stay here either way.',
            )}
          </p>
        )}
        <div className="cluster">
          <Button data-keyway="sync-add" onPress={add.run}>
            {t('Add a computer')}
          </Button>
          {usable.length > 0 && (
            <Button data-keyway="sync-let-join" onPress={() => setLettingJoin(true)}>
              {t('Add with six digits')}
            </Button>
          )}
        </div>
      </section>
      {events.length > 0 && (
        <section className="panel-box stack" aria-labelledby="sync-events">
          <h2 id="sync-events">{t('What came from where')}</h2>
          <ul className="stack tight">
            {events.map(event => (
              <li key={event.at}>
                {ago(event.at)}: {eventWords(event)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {status.name !== undefined && <ComputerName name={status.name} />}
      <div className="cluster">
        <AddCarrier carriers={carriers} />
        <RemoveCarrier carriers={carriers} />
        <Button className="button plain" onPress={stop.run}>
          {t('Stop syncing here')}
        </Button>
      </div>
      {add.dialog}
      <FailureNotice failure={add.failure ?? stop.failure} />
    </div>
  )
}

/** What the other computers call this one. */
function ComputerName({ name }: { name: string }) {
  /** Undefined: not touched. It may be renamed in another window. */
  const [written, setWritten] = useState<string>()
  const typed = written ?? name
  const rename = useAction(async (wanted: string) => {
    const reply = await renameComputer(wanted)
    // What was typed on meanwhile stays.
    setWritten(now => (now?.trim() === wanted ? undefined : now))
    return reply
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== name) void rename.run(typed.trim())
  }
  return (
    <form className="panel-box stack narrow" onSubmit={submit} aria-label={t('This computer')}>
      <TextField
        label={t('Name of this computer')}
        type="text"
        maxLength={mostInName}
        value={typed}
        onText={setWritten}
      />
      <FailureNotice failure={rename.failure} />
      <div className="cluster">
        <button type="submit" className="button" aria-disabled={rename.busy || typed.trim() === name}>
          {rename.busy ? t('Saving…') : t('Rename')}
        </button>
      </div>
    </form>
  )
}

/** A run that would delete many keys, or replace their secrets, waits here for the person's word. */
function SyncAsks({ ids }: { ids: string[] }) {
  const labels = new Map(useSavedKeys().map(({ id, label }) => [id, label]))
  return (
    <Notice
      tone="rejected"
      action={
        <>
          <Button className="button danger" data-keyway="sync-delete" onPress={() => syncNow('delete')}>
            {plural({ one: 'Do the same here', other: 'Do the same here with {count} keys' }, ids.length)}
          </Button>
          <Button data-keyway="sync-keep" onPress={() => syncNow('keep')}>
            {t('Keep what is here, on all computers')}
          </Button>
        </>
      }
    >
      {plural(
        {
          one: 'On another computer 1 key was deleted or replaced, or its name went to another key: {names}. Nothing was changed here yet.',
          other:
            'On other computers {count} keys were deleted or replaced, or their names went to other keys: {names}. Nothing was changed here yet.',
        },
        ids.length,
        { names: ids.map(id => labels.get(id) ?? id).join(', ') },
      )}
    </Notice>
  )
}
