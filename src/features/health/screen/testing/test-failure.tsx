/** Why a test could not be made; where only the browser's permission is missing, the way to give it. */

import { useState } from 'react'
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import { ask } from '../../../../platform/screen/ask-permission.ts'
import { send } from '../../../../platform/send.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { permissionFor } from '../../../../providers/hosts.ts'
import { providerName } from '../../../../providers/provider-names.ts'
import type { ProviderId } from '../../../../providers/verdict.ts'
import { type Action, useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { WhoseKey } from '../../../capture/screen/whose-key.tsx'

export function TestFailure({ row, test }: { row: KeyRow; test: Action<[]> }) {
  if (test.failure?.code === 'whose') return <AskWhose row={row} test={test} />
  const origin = test.failure?.code === 'permission_needed' ? permissionFor(row) : null
  if (origin === null) return <FailureNotice failure={test.failure} />
  // In the press's own turn: the browser asks only then.
  const allow = () => void ask({ origins: [origin] }).then(given => given && test.run())
  return (
    <div role="alert">
      <Notice tone="needs" action={<Button onPress={allow}>{t('Allow')}</Button>}>
        {rich(
          t('Keyway needs your permission to contact {provider} at {address}. It contacts no one else.', {
            provider: providerName(row.provider),
          }),
          { address: <code>{origin.replace(/^\w+:\/\/|\/\*$/g, '')}</code> },
        )}
      </Notice>
    </div>
  )
}

/** A key from before names counted, or from a damaged record: the person says whose it is, then it is tested. */
function AskWhose({ row, test }: { row: KeyRow; test: Action<[]> }) {
  const [provider, setProvider] = useState<ProviderId>()
  const confirm = useAction(
    async () =>
      provider
        ? send('screen.confirmProvider', { id: row.id, provider })
        : { ok: false as const, code: 'whose', message: t('Choose the provider.') },
    // Kept as another service's, it is not tested.
    () => (provider === 'other' ? test.clear() : void test.run()),
  )
  return (
    <div className="stack tight">
      <WhoseKey question={test.failure?.message} value={provider} onChange={setProvider} />
      <FailureNotice failure={confirm.failure} />
      <div>
        <Button aria-disabled={!provider} onPress={confirm.run}>
          {t('Save and test')}
        </Button>
      </div>
    </div>
  )
}
