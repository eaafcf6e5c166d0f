/** Copy once: the first copy is one press; any later copy of that key asks for a fresh proof. */

import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import Copy from 'lucide-react/icons/copy'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { PasskeyButton, usePasskey } from '../../lock/screen/unlock-with-passkey.tsx'

/** The worker's answer when a copy needs the passphrase first. */
const proofNeeded = 'proof_needed'

type Given = { passphrase?: string }
type Props = { row: KeyRow; copied: boolean; format?: string; compact?: boolean }

export function CopyButton({ row, copied, format, compact }: Props) {
  const [asking, setAsking] = useState(false)
  const copy = useAction((given: Given = {}) =>
    send('screen.copy', { id: row.id, ...(format !== undefined && { format }), ...given }),
  )
  const passkey = usePasskey(async gift => {
    const reply = await send('screen.copy', {
      id: row.id,
      ...(format !== undefined && { format }),
      passkey: gift,
    })
    if (reply.ok) setAsking(false)
    return reply.ok ? { ok: true } : reply
  })
  const proof = copy.failure?.code === proofNeeded
  useEffect(() => {
    if (proof) setAsking(true)
  }, [proof])
  const words = copied ? t('Copied') : t('Copy once')
  const Icon = copied ? ClipboardCheck : Copy
  return (
    <>
      <button
        type="button"
        className={compact ? 'button icon' : 'button'}
        data-keyway="copy"
        aria-disabled={copy.busy}
        aria-label={`${words}: ${row.label}`}
        title={
          row.lastCopiedAt === undefined
            ? t('Copies the key; the clipboard is emptied after the countdown')
            : row.copyFreely
              ? t('Copied last {ago}', { ago: ago(row.lastCopiedAt) })
              : t('Copied last {ago}; asks whether it is you', { ago: ago(row.lastCopiedAt) })
        }
        onClick={() => void copy.run()}
      >
        <Icon size={15} aria-hidden="true" />
        {!compact && words}
      </button>
      {asking ? (
        <Proof
          row={row}
          failure={proof ? null : copy.failure}
          busy={copy.busy}
          passkey={passkey}
          onProof={async passphrase => {
            if (await copy.run({ passphrase })) setAsking(false)
          }}
          onClose={() => {
            copy.clear()
            setAsking(false)
          }}
        />
      ) : (
        !proof && copy.failure && <FailureNotice failure={copy.failure} />
      )}
    </>
  )
}

type ProofProps = {
  row: KeyRow
  passkey: Action<[]> | null
  failure: ReturnType<typeof useAction>['failure']
  busy: boolean
  onProof: (passphrase: string) => void
  onClose: () => void
}

function Proof({ row, passkey, failure, busy, onProof, onClose }: ProofProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const hasPasskey = passkey !== null
  useEffect(() => {
    dialog.current?.showModal()
    // A dialog puts the keyboard on what comes first, which is the passkey where there is one.
    if (!hasPasskey) field.current?.focus()
  }, [hasPasskey])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const passphrase = field.current?.value ?? ''
    if (!busy && passphrase !== '') onProof(passphrase)
  }
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={`proof-${row.id}`}>
      <form className="stack" onSubmit={submit}>
        <h2 id={`proof-${row.id}`}>{t('Copy “{label}” again?', { label: row.label })}</h2>
        <p>
          {row.lastCopiedAt === undefined
            ? t('This key was copied before.')
            : plural(
                {
                  one: 'This key was copied {ago}.',
                  other: 'This key was copied {ago}, {count} times in all.',
                },
                row.copies ?? 1,
                { ago: ago(row.lastCopiedAt) },
              )}{' '}
          {passkey
            ? t('Your passkey or passphrase shows that it is you. It counts for two minutes, for this key.')
            : t('Your passphrase shows that it is you. It counts for two minutes, for this key.')}
        </p>
        {passkey && <PasskeyButton passkey={passkey} />}
        {passkey && <FailureNotice failure={passkey.failure} />}
        <SecretField ref={field} label={t('Passphrase')} invalid={failure !== null} />
        <FailureNotice failure={failure} />
        <div className="cluster">
          <button type="submit" className="button main" aria-disabled={busy}>
            {t('Copy once')}
          </button>
          <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
            {t('Not now')}
          </button>
        </div>
      </form>
    </dialog>
  )
}
