/** Passkeys that open the vault: added and taken away here, because the popup closes under the system's dialog. */

import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { day } from '../../../../i18n/time.ts'
import { createPasskey } from '../../../../platform/passkey.ts'
import { send } from '../../../../platform/send.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { AskFirst } from '../../../../ui/press/ask-first.tsx'
import type { SlotView } from '../../../../vault/record.ts'
import { useProven } from '../proof.tsx'

export function Passkeys({ slots }: { slots: SlotView[] }) {
  const passkeys = slots.filter(slot => slot.kind === 'passkey')
  const [explained, setExplained] = useState(false)
  const add = useProven(
    async () => {
      const made = await createPasskey(
        navigator.credentials,
        passkeys.flatMap(slot => slot.credentialId ?? []),
      )
      return made.ok ? send('screen.addPasskey', made.gift) : made
    },
    () => setExplained(false),
    t('A passkey opens the vault from now on.'),
  )
  return (
    <>
      <p>{t('Unlock with your fingerprint, face, device PIN or security key. You keep your passphrase.')}</p>
      {passkeys.length > 0 && (
        <ul className="stack tight">
          {passkeys.map((slot, index) => (
            <li key={slot.id} className="cluster ends">
              <span>
                {t('Passkey {number}', { number: index + 1 })}{' '}
                <span className="quiet small">{t('added {day}', { day: day(slot.createdAt) })}</span>
              </span>
              <Remove slot={slot} number={index + 1} />
            </li>
          ))}
        </ul>
      )}
      {explained ? (
        <div className="stack">
          <p>
            {t(
              'Your system now asks where to make the passkey, and for a proof that it is you. The passkey stays there; Keyway only gets a secret to unlock with.',
            )}
          </p>
          <div className="cluster">
            <Button className="button main" isBusy={add.busy} onPress={add.run}>
              {add.busy ? t('Waiting for the passkey…') : t('Continue')}
            </Button>
            <Button className="button plain" onPress={() => setExplained(false)}>
              {t('Not now')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button onPress={() => setExplained(true)}>{t('Add a passkey')}</Button>
        </div>
      )}
      {add.dialog}
      <FailureNotice failure={add.failure} />
    </>
  )
}

function Remove({ slot, number }: { slot: SlotView; number: number }) {
  const remove = useProven(
    () => send('screen.removeSlot', { id: slot.id }),
    () => undefined,
    t('This passkey will no longer open the vault.'),
  )
  return (
    <>
      <AskFirst
        name={t('Remove passkey {number}', { number })}
        then={t('Keyway then forgets it. The vault still opens with your passphrase.')}
        yes={t('Yes, remove the passkey')}
        isBusy={remove.busy}
        onYes={remove.run}
      />
      {remove.dialog}
      <FailureNotice failure={remove.failure} />
    </>
  )
}
