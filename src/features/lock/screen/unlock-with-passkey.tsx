/** A passkey in place of the passphrase, where the vault has one. Never in the popup: it closes under the system's dialog. */

import Fingerprint from 'lucide-react/icons/fingerprint-pattern'
import { t } from '../../../i18n/t.ts'
import { askPasskey } from '../../../platform/passkey.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { useSession } from '../../../ui/use-session.ts'

type Gift = { credentialId: string; prf: string }

/** @returns null when the vault has no passkey. */
export function usePasskey(then: (gift: Gift) => Promise<{ ok: true } | Failure>): Action<[]> | null {
  const slots = useSession('vault')?.slots ?? []
  const known = slots.flatMap(({ kind, credentialId, prfSalt }) =>
    kind === 'passkey' && credentialId && prfSalt ? [{ credentialId, prfSalt }] : [],
  )
  const action = useAction(async () => {
    const asked = await askPasskey(navigator.credentials, known)
    return asked.ok ? then({ credentialId: asked.gift.credentialId, prf: asked.gift.prf }) : asked
  })
  return known.length > 0 ? action : null
}

const inPopup = () => location.pathname.endsWith('/popup.html')

export function PasskeyButton({ passkey }: { passkey: Action<[]> }) {
  const press = () => {
    if (inPopup()) void openOwnPage('dashboard').then(() => close())
    else void passkey.run()
  }
  return (
    <Button className="button wide" data-keyway="passkey" isBusy={passkey.busy} onPress={press}>
      <Fingerprint size={15} aria-hidden="true" />
      {passkey.busy ? t('Waiting for the passkey…') : t('Use a passkey')}
    </Button>
  )
}
