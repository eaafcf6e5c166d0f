/** Why a test could not be made; where only the browser's permission is missing, the way to give it. */

import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/permissions.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { providerName } from '../../../providers/provider-names.ts'
import type { Action } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'

export function TestFailure({ row, test }: { row: KeyRow; test: Action<[]> }) {
  const origin = test.failure?.code === 'permission_needed' ? permissionFor(row) : null
  if (origin === null) return <FailureNotice failure={test.failure} />
  // In the press's own turn: the browser asks only then.
  const allow = () => void ask({ origins: [origin] }).then(given => given && test.run())
  return (
    <div role="alert">
      <Notice
        tone="needs"
        action={
          <button type="button" className="button" onClick={allow}>
            {t('Allow')}
          </button>
        }
      >
        {rich(
          t(
            'Your browser lets Keyway ask OpenAI only. To test this key it has to ask {provider} at {address}, and nobody else.',
            { provider: providerName(row.provider) },
          ),
          { address: <code>{origin.replace(/^\w+:\/\/|\/\*$/g, '')}</code> },
        )}
      </Notice>
    </div>
  )
}
