/** Keys that cannot be tested because the browser lets Keyway ask OpenAI only: how many, and one press for all of them. */

import { plural, t } from '../../../../i18n/t.ts'
import { ask } from '../../../../platform/screen/ask-permission.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { providerName } from '../../../../providers/provider-names.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import type { Needed } from '../../core/permissions-needed.ts'
import type { Counted } from '../../core/status-group.ts'
import { Tally } from './tally.tsx'

type Props = {
  needed: Needed
  /** Those among them that were never tested, as a filter. */
  waiting: Counted[]
  chosen: string
  onChoose: (id: string) => void
  onAllowed: (keys: KeyRow[]) => void
  onRefused: () => void
}

export function PermissionStrip({ needed, waiting, chosen, onChoose, onAllowed, onRefused }: Props) {
  const { keys, origins } = needed
  if (keys.length === 0) return null
  const names = [...new Set(keys.map(row => providerName(row.provider)))]
  const hosts = origins.map(origin => origin.replace(/^\w+:\/\/|\/\*$/g, '')).join(', ')
  const why = plural(
    {
      one: '{count} key cannot be tested without your permission.',
      other: '{count} keys cannot be tested without your permission.',
    },
    keys.length,
  )
  // In the press's own turn: the browser asks only then.
  const allow = () =>
    void ask({ origins }).then(
      isGiven => (isGiven ? onAllowed(keys) : onRefused()),
      () => onRefused(),
    )
  return (
    <div className="permission-strip" data-keyway="permission-strip" title={why}>
      {waiting.length > 0 ? (
        <Tally tally={waiting} chosen={chosen} onChoose={onChoose} label={why} />
      ) : (
        <span>
          {plural({ one: '{count} needs permission', other: '{count} need permission' }, keys.length)}
        </span>
      )}
      <Button title={hosts} onPress={allow}>
        {names.length === 1
          ? t('Allow {provider}', { provider: names.join() })
          : plural({ one: 'Allow one provider', other: 'Allow all {count} providers' }, names.length)}
      </Button>
    </div>
  )
}
