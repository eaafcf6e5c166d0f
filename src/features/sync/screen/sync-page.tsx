/** Sync: off until it is switched on; then how it goes, with which computers, and what came from where. */
import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { readSyncPlace } from '../../../platform/screen/sync-place.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'
import { allowFolder } from '../../handoff/screen/project-folder.ts'
import { useProven } from '../../lock/screen/proof.tsx'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { makeCode, stopSync } from './start-sync.ts'
import { SwitchOn } from './switch-on.tsx'
import { SyncAsks } from './sync-asks.tsx'
import { SyncCode } from './sync-code.tsx'
import { syncNow, useSyncStatus } from './sync-status.ts'
import { eventWords, warningsOf } from './sync-words.ts'

export default function SyncPage(_: { rest: string[] }) {
  const { phase } = useSyncStatus()
  const [code, setCode] = useState<SecretBox | null>(null)
  useEffect(() => void syncNow(), [])
  const isForbidden = usePolicy().syncCarriers?.includes('folder') === false
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
  const { phase, isRunning, at, result, failure, folder, name, devices, events } = useSyncStatus()
  const add = useProven(
    makeCode,
    reply => onCode(boxed(reply.code)),
    t('Another computer is about to get your keys.'),
  )
  const stop = useAction(stopSync)
  const allow = useAction(async () => {
    const place = await readSyncPlace()
    if (place && (await allowFolder(place.folder))) await syncNow()
    return { ok: true } as const
  })
  return (
    <div className="stack loose narrow">
      {phase === 'paused' ? (
        <Notice tone="needs" action={<Button onPress={allow.run}>{t('Allow the folder')}</Button>}>
          {t(
            'Sync is paused. The browser asks again before Keyway may use the folder. Your keys are all here.',
          )}
        </Notice>
      ) : (
        <p role="status" data-keyway="sync-status">
          {isRunning && at === undefined
            ? t('Syncing…')
            : at === undefined
              ? t('Not synced yet.')
              : t('Synced {ago}, through the folder {folder}, as {name}.', {
                  ago: ago(at),
                  folder: folder ?? '',
                  name: name ?? '',
                })}
        </p>
      )}
      <FailureNotice failure={failure ?? null} />
      {result && result.asks.length > 0 && <SyncAsks ids={result.asks} />}
      {result &&
        warningsOf(result).map(text => (
          <Notice key={text} tone="needs">
            {text}
          </Notice>
        ))}
      <section className="stack" aria-labelledby="sync-devices">
        <h2 id="sync-devices">{t('Other computers')}</h2>
        {devices.length === 0 ? (
          <p className="quiet">{t('None has joined yet.')}</p>
        ) : (
          <ul>
            {devices.map(device => (
              <li key={device.name}>
                {t('{name}: last change {ago}', { name: device.name, ago: ago(device.at) })}
              </li>
            ))}
          </ul>
        )}
      </section>
      {events.length > 0 && (
        <section className="stack" aria-labelledby="sync-events">
          <h2 id="sync-events">{t('What came from where')}</h2>
          <ul>
            {events.map(event => (
              <li key={event.at}>
                {ago(event.at)}: {eventWords(event)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="cluster">
        <Button isBusy={isRunning} onPress={() => syncNow()}>
          {t('Sync now')}
        </Button>
        <Button data-keyway="sync-add" onPress={add.run}>
          {t('Add a computer')}
        </Button>
        <Button className="button plain" onPress={stop.run}>
          {t('Stop syncing here')}
        </Button>
      </div>
      {add.dialog}
      <FailureNotice failure={add.failure ?? stop.failure ?? allow.failure} />
    </div>
  )
}
