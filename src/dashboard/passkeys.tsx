/** Passkeys that open the vault: added and taken away here, because the popup closes under the system's dialog. */
import { useState } from 'react'
import { createPasskey } from '../extension/passkey.ts'
import { send } from '../extension/send.ts'
import { FailureNotice } from '../ui/notice.tsx'
import { useProven } from '../ui/proof.tsx'
import { day } from '../ui/time.ts'
import type { SlotView } from '../vault/record.ts'

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
    'A passkey opens the vault from now on.',
  )
  return (
    <>
      <p>
        Unlock with your fingerprint, face, device PIN or a security key. The passphrase goes on working
        beside it.
      </p>
      {passkeys.length > 0 && (
        <ul className="stack tight">
          {passkeys.map((slot, index) => (
            <li key={slot.id} className="cluster ends">
              <span>
                Passkey {index + 1} <span className="quiet small">added {day(slot.createdAt)}</span>
              </span>
              <Remove slot={slot} />
            </li>
          ))}
        </ul>
      )}
      {explained ? (
        <div className="stack">
          <p>
            Your system will now ask where to make the passkey and to prove that it is you. It stays on that
            device or in its account; Keyway only gets a secret to unlock with.
          </p>
          <div className="cluster">
            <button
              type="button"
              className="button main"
              aria-disabled={add.busy}
              onClick={() => void add.run()}
            >
              {add.busy ? 'Waiting for the passkey…' : 'Go on'}
            </button>
            <button type="button" className="button plain" onClick={() => setExplained(false)}>
              Not now
            </button>
          </div>
        </div>
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setExplained(true)}>
            Add a passkey
          </button>
        </div>
      )}
      {add.dialog}
      <FailureNotice failure={add.failure} />
    </>
  )
}

function Remove({ slot }: { slot: SlotView }) {
  const remove = useProven(
    () => send('screen.removeSlot', { id: slot.id }),
    () => undefined,
    'This passkey will no longer open the vault.',
  )
  return (
    <>
      <button type="button" className="button plain danger" onClick={() => void remove.run()}>
        Take it away
      </button>
      {remove.dialog}
      <FailureNotice failure={remove.failure} />
    </>
  )
}
