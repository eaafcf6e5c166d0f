/**
 * A fresh proof for what must not happen to an unlocked computer left alone: showing, exporting, changing how the vault
 * opens. Runs a request; when the worker answers that it needs a proof, asks for it and runs the request again.
 */

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { PasskeyButton, usePasskey } from './unlock-with-passkey.tsx'
import { useProofDialog } from './use-proof-dialog.ts'

const needed = new Set(['proof_needed'])

/** @returns `run` for the press, and `dialog` to be put anywhere in the view. */
export function useProven<A extends unknown[], R extends { ok: true } | Failure>(
  work: (...args: A) => Promise<R>,
  then: (reply: Extract<R, { ok: true }>) => void,
  why: string,
) {
  const [asking, setAsking] = useState<A | null>(null)
  const action = useAction(work, then)
  const wants = action.failure !== null && needed.has(action.failure.code)
  const last = useRef<A | null>(null)
  useEffect(() => {
    if (wants) setAsking(last.current)
  }, [wants])
  const run = (...args: A) => {
    last.current = args
    return action.run(...args)
  }
  const dialog: ReactNode = asking && (
    <Proof
      why={why}
      onProven={() => {
        setAsking(null)
        void run(...asking)
      }}
      onClose={() => {
        action.clear()
        setAsking(null)
      }}
    />
  )
  return { run, dialog, busy: action.busy, failure: wants ? null : action.failure }
}

type ProofProps = { why: string; onProven: () => void; onClose: () => void }

function Proof({ why, onProven, onClose }: ProofProps) {
  // “Not now” and Escape hold while the proof is being looked at, too.
  const proven = () => dialog.current?.open && onProven()
  const passkey = usePasskey(async gift => {
    const reply = await send('screen.proveWithPasskey', gift)
    if (reply.ok) proven()
    return reply
  })
  const { dialog, field } = useProofDialog(passkey !== null)
  const typed = () => field.current?.value ?? ''
  const prove = useAction(() => send('screen.prove', { passphrase: typed() }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed() === '') return
    if (!(await prove.run())) return field.current?.select()
    proven()
  }
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="proof-title">
      <form className="stack" onSubmit={submit}>
        <h2 id="proof-title">{t('Is it you?')}</h2>
        <p>{t('{why} The proof counts for two minutes.', { why })}</p>
        {passkey && <PasskeyButton passkey={passkey} />}
        <SecretField ref={field} label={t('Passphrase')} invalid={prove.failure !== null} />
        <FailureNotice failure={prove.failure ?? passkey?.failure ?? null} />
        <div className="cluster">
          <button type="submit" className="button main" aria-disabled={prove.busy}>
            {prove.busy ? t('Checking…') : t('Continue')}
          </button>
          <Button className="button plain" onPress={() => dialog.current?.close()}>
            {t('Not now')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
