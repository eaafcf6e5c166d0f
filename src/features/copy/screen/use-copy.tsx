/** Copying a key: a rejected one is asked about first, and every copy after the first asks for a fresh proof. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Modal } from '../../../ui/pieces/modal.tsx'
import { presentStatus } from '../../health/core/present-status.ts'
import { usePasskey } from '../../lock/screen/unlock-with-passkey.tsx'
import { CopyProof } from './copy-proof.tsx'

/** The worker's answer when a copy needs the passphrase first. */
const proofNeeded = 'proof_needed'

export type CopyOnce = {
  /** @param format one of `formatNames`; the bare key when left out */
  press: (format?: string) => void
  isBusy: boolean
  /** Questions and failures; to be put beside the button. */
  beside: ReactNode
}

export function useCopy(row: KeyRow): CopyOnce {
  const [asking, setAsking] = useState<'rejected' | 'proof' | null>(null)
  const format = useRef<string>(undefined)
  const wanted = () => ({ id: row.id, ...(format.current !== undefined && { format: format.current }) })
  const copy = useAction((proof: { passphrase?: string } = {}) =>
    send('screen.copy', { ...wanted(), ...proof }),
  )
  const passkey = usePasskey(async gift => {
    const reply = await send('screen.copy', { ...wanted(), passkey: gift })
    if (reply.ok) setAsking(null)
    return reply
  })
  const isProofNeeded = copy.failure?.code === proofNeeded
  useEffect(() => {
    if (isProofNeeded) setAsking('proof')
  }, [isProofNeeded])
  const { tone, sentence } = presentStatus(row.verdict, row)
  return {
    press: wantedFormat => {
      format.current = wantedFormat
      if (tone === 'rejected') setAsking('rejected')
      else void copy.run()
    },
    isBusy: copy.busy,
    beside: (
      <>
        {asking === 'rejected' && (
          <Modal title={t('This key is rejected. Copy anyway?')} onClose={() => setAsking(null)}>
            <p>{sentence}</p>
            <div className="cluster">
              <Button
                data-keyway="copy-anyway"
                onPress={() => {
                  setAsking(null)
                  void copy.run()
                }}
              >
                {t('Copy anyway')}
              </Button>
              <Button className="button plain" onPress={() => setAsking(null)}>
                {t('Cancel')}
              </Button>
            </div>
          </Modal>
        )}
        {asking === 'proof' ? (
          <CopyProof
            row={row}
            failure={isProofNeeded ? null : copy.failure}
            isBusy={copy.busy}
            passkey={passkey}
            onProof={async passphrase => {
              if (await copy.run({ passphrase })) setAsking(null)
            }}
            onClose={() => {
              copy.clear()
              setAsking(null)
            }}
          />
        ) : (
          !isProofNeeded && copy.failure && <FailureNotice failure={copy.failure} />
        )}
      </>
    ),
  }
}
