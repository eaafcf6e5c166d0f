/** The provider named another address for this key: offers to use it, and asks again there. The person decides. */

import { t } from '../../../i18n/t.ts'
import { ask } from '../../../platform/screen/ask-permission.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { permissionFor } from '../../../providers/hosts.ts'
import { useAction } from '../../../ui/action.ts'
import { Button } from '../../../ui/pieces/button.tsx'

/** The address for a record, when it is one of the provider's own. */
function namedBase({ provider, verdict }: Pick<KeyRow, 'provider' | 'verdict'>): string | undefined {
  const host = verdict?.cause === 'wrong_host' ? verdict.detail?.host : undefined
  const baseUrl = `https://${host}/v1`
  return host !== undefined && permissionFor({ provider, baseUrl }) !== null ? baseUrl : undefined
}

export function UseHost({ row }: { row: KeyRow }) {
  const baseUrl = namedBase(row)
  const use = useAction(async (granted: Promise<boolean>, base: string) => {
    const saved = await send('screen.edit', { id: row.id, about: { baseUrl: base } })
    // Without the browser's permission the test says what is missing.
    await granted.catch(() => false)
    return saved.ok ? send('screen.test', { id: row.id }) : saved
  })
  if (baseUrl === undefined) return null
  const origin = permissionFor({ provider: row.provider, baseUrl })
  // In the press's own turn: the browser asks only then.
  const press = () => void (origin && use.run(ask({ origins: [origin] }), baseUrl))
  return (
    <>
      <Button isBusy={use.busy} onPress={press}>
        {t('Use {host} for this key', { host: new URL(baseUrl).hostname })}
      </Button>
      {use.failure && <span role="alert">{use.failure.message}</span>}
    </>
  )
}
